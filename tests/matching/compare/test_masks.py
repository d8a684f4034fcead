"""The algebra of masked numbers: properties that hold for any numbers, and the cases people meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.matching.compare.masks import compare_numbers
from screening.matching.compare.numbers import common_mask, compare_identifiers, mask_bits, shows_birth
from screening.matching.weights import load_weights

WEIGHTS = load_weights().identifier
PLACES = WEIGHTS.resident_places
FULL = "110101199003078515"  # synthetic


def masked(number: str, pattern: str) -> str:
    """The number with the places hidden that the pattern hides."""
    return "".join(digit if shown == "1" else "*" for digit, shown in zip(number, pattern, strict=True))


number = st.text("0123456789", min_size=17, max_size=17).map(lambda body: body + "X")
pattern = st.text("1*", min_size=18, max_size=18)


@given(number, number, pattern, pattern)
def test_comparison_is_symmetric(one: str, two: str, hides: str, covers: str) -> None:
    left, right = masked(one, hides), masked(two, covers)

    there, back = compare_numbers([left], [right], PLACES), compare_numbers([right], [left], PLACES)

    assert there.visible[0] == back.visible[0]
    assert there.differing[0] == back.differing[0]
    assert there.bits[0] == back.bits[0]
    assert there.near[0] == back.near[0]


@given(number, number, pattern, pattern)
def test_no_place_in_common_is_no_evidence(one: str, two: str, hides: str, covers: str) -> None:
    found = compare_numbers([masked(one, hides)], [masked(two, covers)], PLACES)

    if not any(a == b == "1" for a, b in zip(hides, covers, strict=True)):
        assert found.bits[0] == 0.0
        assert not found.agrees[0]


@given(number, pattern, pattern)
def test_masks_of_one_number_agree_and_full_agreement_is_worth_most(one: str, hides: str, covers: str) -> None:
    found = compare_numbers([masked(one, hides), one], [masked(one, covers), one], PLACES)

    assert found.differing[0] == 0
    assert 0.0 <= found.bits[0] <= found.bits[1]


@given(number, pattern)
def test_showing_one_more_place_never_lowers_the_evidence(one: str, hides: str) -> None:
    for place in range(18):
        more = hides[:place] + "1" + hides[place + 1 :]
        less, full = compare_numbers([masked(one, hides), masked(one, more)], [one, one], PLACES).bits
        assert less <= full


@pytest.mark.parametrize(
    ("pattern", "low", "high"),
    [
        ("111111********1111", 18.0, 24.0),  # 6+4
        ("111***********1111", 14.0, 19.0),  # 3+4
        ("**************1111", 10.0, 13.5),  # the last four
        ("1****************1", 3.0, 7.0),  # 1+1
        ("******11111111****", 11.0, 14.5),  # the date of birth
    ],
)
def test_what_usual_masks_are_worth(pattern: str, low: float, high: float) -> None:
    bits = compare_numbers([FULL], [masked(FULL, pattern)], PLACES).bits[0]

    assert low <= bits <= high
    assert bits == pytest.approx(mask_bits(pattern, WEIGHTS))


def test_numbers_of_two_lengths_share_no_place() -> None:
    found = compare_numbers([FULL], ["1101****8515"], PLACES)

    assert found.visible[0] == 0
    assert common_mask("1111", "111") is None


def verdict(left: str, right: str, *, valid: bool = False) -> tuple[str, float]:
    import numpy as np

    found = compare_identifiers([left], [right], np.array([True]), np.array([valid]), WEIGHTS)
    return str(found.verdict[0]), float(found.bits[0])


def test_full_numbers() -> None:
    other = "31010419850612442X"
    slip = FULL[:16] + "25"
    swapped = FULL[:12] + FULL[13] + FULL[12] + FULL[14:]

    assert verdict(FULL, FULL, valid=True) == ("equal", WEIGHTS.full)
    assert verdict(FULL, FULL) == ("equal", WEIGHTS.full_unchecked)
    assert verdict(FULL, other) == ("conflict", WEIGHTS.contradiction)
    assert verdict(FULL, slip)[0] == "typo"
    assert verdict(FULL, swapped)[0] == "typo"
    assert verdict(FULL, slip, valid=True)[0] == "conflict"  # two valid numbers are two people, however alike


def test_masks_against_full_numbers() -> None:
    assert verdict(FULL, "110101********8515")[0] == "shown"
    assert verdict(FULL, "110101********8516") == ("typo", WEIGHTS.typo_mask)
    assert verdict(FULL, "110***********8517")[0] == "conflict"  # too few places to call one difference a slip
    assert verdict("110101************", "**************8515") == ("unknown", 0.0)


def test_the_date_of_birth_inside_a_number() -> None:
    assert shows_birth(FULL, masked(FULL, "11111111111111****"))
    assert not shows_birth(FULL, masked(FULL, "111111********1111"))
