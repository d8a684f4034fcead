"""Names in two alphabets, from moov-io/watchman's test data (Apache-2.0)."""

from __future__ import annotations

import pytest

from tests.peers.verdicts import PEERS, needs_peers, person_bits

pytestmark = needs_peers


def pairs() -> dict[tuple[str, str], bool]:
    """The pairs that have more than one word, and whether the first is in Chinese characters."""
    lines = (PEERS / "cross_script_pairs.csv").read_text(encoding="utf-8").splitlines()
    found = [line.split(",")[:2] for line in lines if line and not line.startswith("#")]
    return {(a, b): any("\u4e00" <= c <= "\u9fff" for c in a) for a, b in found if " " in b}


@pytest.mark.parametrize("chinese", [False])
def test_found_at_least_in_nine_of_ten(chinese: bool) -> None:
    chosen = [pair for pair, is_chinese in pairs().items() if is_chinese == chinese]
    bits = person_bits([a for a, _ in chosen], [b for _, b in chosen])
    missed = [pair for pair, value in zip(chosen, bits.tolist(), strict=True) if value <= 0]
    assert len(missed) <= len(chosen) // 10, missed


def test_names_shifted_by_one_are_not_taken_for_one() -> None:
    chosen = sorted(pairs())
    bits = person_bits([a for a, _ in chosen], [b for _, b in chosen[1:] + chosen[:1]])
    assert [pair for pair, value in zip(chosen, bits.tolist(), strict=True) if value > 0] == []
