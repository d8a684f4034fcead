"""Companies that one name could mean share the probability, on whichever side of a pair the name stands."""

from __future__ import annotations

import numpy as np
import pytest

from screening.matching.company_rivals import rival_bits


def pairs(*rows: tuple[str, str, str, int, int, str]) -> dict[str, np.ndarray]:
    names = ("how", "left_id", "right_id", "left_f", "right_f", "shape")
    return {name: np.array(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}


@pytest.mark.parametrize(
    "second",
    [("short", "C2", "C3", 2, 3, ""), ("short", "C1", "C2", 1, 2, "")],
)
def test_one_name_and_two_companies(second: tuple[str, str, str, int, int, str]) -> None:
    """The name 2 of company C2 could mean C4 and, standing left or right of it, another."""
    found = rival_bits(pairs(("short", "C2", "C4", 2, 4, ""), second), np.array([3.0, 3.0]))

    assert found.tolist() == pytest.approx([-np.log2(1.0 + 8.0)] * 2)


def test_branches_do_not_compete() -> None:
    found = rival_bits(pairs(("branch", "C1", "C2", 1, 2, ""), ("branch", "C1", "C3", 1, 3, "")), np.array([3.0, 3.0]))

    assert found.tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("how", "shape", "compete"),
    [("same_former", "", True), ("same_name", "undecided", True), ("same_name", "", False), ("other_name", "", False)],
)
def test_who_bears_a_former_name_and_who_gave_it_up_are_answers_to_one_question(
    how: str, shape: str, compete: bool
) -> None:
    found = rival_bits(
        pairs(("former_name", "C1", "C2", 1, 2, ""), (how, "C1", "C3", 1, 3, shape)), np.array([3.0, 3.0])
    )

    assert ((found < 0.0) == compete).all()
