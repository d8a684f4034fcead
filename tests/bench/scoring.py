"""Accuracy of scored pairs against the pairs that are true: one rule for every system."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What a system found at one threshold.

    Attributes:
        threshold: pairs with this score or more count as found.
        right: found pairs that are true.
        wrong: found pairs that are not.
        missed: true pairs that were not found.
    """

    threshold: float
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Part of the found pairs that is true; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Part of the true pairs that was found; 1 where there are none."""
        true = self.right + self.missed
        return self.right / true if true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


def accuracy_at(scores: Mapping[Pair, float], truth: Set[Pair], threshold: float) -> Accuracy:
    """Accuracy when every pair of at least this score counts as found."""
    found = {pair for pair, score in scores.items() if score >= threshold}
    right = len(found & truth)
    return Accuracy(threshold, right, len(found) - right, len(truth) - right)


def best_accuracy(scores: Mapping[Pair, float], truth: Set[Pair]) -> Accuracy:
    """Accuracy at the threshold of greatest F1, the higher threshold where several share it; a score of 0 is never found.

    It flatters every system alike: nobody knows the best threshold of a delivery without its truth.
    """
    ranked = sorted(((score, pair in truth) for pair, score in scores.items() if score > 0.0), reverse=True)
    best = Accuracy(float("inf"), 0, 0, len(truth))
    right = wrong = 0
    for i, (score, is_true) in enumerate(ranked):
        right, wrong = right + is_true, wrong + (not is_true)
        if i + 1 < len(ranked) and ranked[i + 1][0] == score:
            continue  # pairs of one score stand or fall together
        here = Accuracy(score, right, wrong, len(truth) - right)
        if here.f1 > best.f1:
            best = here
    return best


def precise_as_far_as(scores: Mapping[Pair, float], truth: Set[Pair], right: int) -> Accuracy:
    """Accuracy at the highest threshold that finds at least so many true pairs; all scored pairs where none does.

    Two systems that are asked for the same recall are compared by precision alone, wherever each puts its own 0.9.
    """
    ranked = sorted({score for score in scores.values() if score > 0.0}, reverse=True)
    low, high = 0, len(ranked) - 1
    while low < high:  # recall only grows as the threshold falls
        middle = (low + high) // 2
        if accuracy_at(scores, truth, ranked[middle]).right >= right:
            high = middle
        else:
            low = middle + 1
    return accuracy_at(scores, truth, ranked[low]) if ranked else Accuracy(float("inf"), 0, 0, len(truth))
