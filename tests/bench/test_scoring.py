"""How the benchmark counts: against definitions and against a brute force over all thresholds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.bench.scoring import Accuracy, accuracy_at, best_accuracy, precise_as_far_as

A, B, C, D = (("w", post) for post in "abcd")
SCORES = {A: 0.9, B: 0.9, C: 0.4}
TRUTH = {A, C, D}


def test_accuracy_at_a_threshold() -> None:
    assert accuracy_at(SCORES, TRUTH, 0.9) == Accuracy(0.9, right=1, wrong=1, missed=2)
    assert accuracy_at(SCORES, TRUTH, 0.1) == Accuracy(0.1, right=2, wrong=1, missed=1)


def test_precision_recall_f1() -> None:
    found = Accuracy(0.5, right=2, wrong=1, missed=2)
    assert (found.precision, found.recall) == (2 / 3, 0.5)
    assert found.f1 == 4 / 7


def test_nothing_found_is_precise_and_finds_nothing() -> None:
    found = accuracy_at({}, TRUTH, 0.5)
    assert (found.precision, found.recall, found.f1) == (1.0, 0.0, 0.0)


def test_pairs_of_one_score_stand_or_fall_together() -> None:
    assert best_accuracy({A: 0.9, B: 0.9}, {A}) == Accuracy(0.9, right=1, wrong=1, missed=0)


def test_a_score_of_nothing_is_not_found() -> None:
    assert best_accuracy({A: 0.0}, {A}).right == 0


@given(
    st.dictionaries(st.sampled_from([A, B, C, D]), st.sampled_from([0.1, 0.5, 0.5, 0.8])),
    st.sets(st.sampled_from([A, B, C, D])),
)
def test_the_best_is_the_best_of_all_thresholds(
    scores: dict[tuple[str, str], float], truth: set[tuple[str, str]]
) -> None:
    every = [accuracy_at(scores, truth, threshold).f1 for threshold in {*scores.values(), 2.0}]
    assert best_accuracy(scores, truth).f1 == max(every)


def test_as_many_right_ones_as_asked_at_the_highest_threshold() -> None:
    scores = {A: 0.9, B: 0.8, C: 0.4, D: 0.2}
    assert precise_as_far_as(scores, TRUTH, 1) == Accuracy(0.9, right=1, wrong=0, missed=2)
    assert precise_as_far_as(scores, TRUTH, 2) == Accuracy(0.4, right=2, wrong=1, missed=1)
    assert precise_as_far_as(scores, TRUTH, 9) == Accuracy(0.2, right=3, wrong=1, missed=0)
    assert precise_as_far_as({}, TRUTH, 1).right == 0
