"""The algebra of masked numbers: properties that hold for any numbers, and the cases people meet."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.matching.compare.mask_keys import common_places, key_table, mask_bits
from screening.matching.compare.masks import compare_numbers
from screening.matching.compare.numbers import compare_identifiers, shows_birth
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


def test_numbers_of_two_known_lengths_share_no_place() -> None:
    found = compare_numbers([FULL], ["1101****8515"], PLACES)

    assert found.visible[0] == 0
    assert common_places("1111", "111") is None


# --- the algebra against an oracle that tries every number -----------------------------------------------------------

NUMBERS = ["".join(digits) for size in range(1, 7) for digits in product("01", repeat=size)]
shown = st.text("01", max_size=3)
small = st.one_of(st.text("01*", min_size=1, max_size=5), st.builds(lambda head, tail: f"{head}…{tail}", shown, shown))


def fits(masked_number: str, full: str) -> bool:
    """The definition: a gap hides at least one place, a star exactly one."""
    if "…" in masked_number:
        head, tail = masked_number.split("…")
        return len(full) > len(head) + len(tail) and full.startswith(head) and full.endswith(tail)
    return len(full) == len(masked_number) and all(m in ("*", f) for m, f in zip(masked_number, full, strict=True))


def hidden(full: str, head: int, tail: int, stars: int | None) -> str:
    """The number with all but its beginning and end hidden, faithfully, or behind a gap."""
    gap = "…" if stars is None else "*" * stars
    return full[:head] + gap + full[len(full) - tail :]


@given(small, small)
def test_contradictory_only_if_no_number_fits_both(left: str, right: str) -> None:
    found = compare_numbers([left], [right], (3.0,))
    possible = any(fits(left, full) and fits(right, full) for full in NUMBERS)

    if found.differing[0]:
        assert not possible
    if found.agrees[0] and max(len(left), len(right)) <= 5 and left.count("…") + right.count("…") < 2:
        assert possible


@given(small, small)
def test_the_algebra_is_symmetric_and_reflexive_where_it_says_anything(left: str, right: str) -> None:
    there, back = compare_numbers([left], [right], (3.0,)), compare_numbers([right], [left], (3.0,))

    assert (there.visible[0], there.differing[0], there.bits[0]) == (back.visible[0], back.differing[0], back.bits[0])
    itself = compare_numbers([left], [left], (3.0,))
    assert itself.differing[0] == 0
    assert itself.agrees[0] == any(c in "01" for c in left)


@given(number, st.integers(0, 8), st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))
def test_masks_of_unknown_length_fit_the_number_they_were_made_from(one: str, a: int, b: int, c: int, d: int) -> None:
    gap, other_gap, stars = hidden(one, a, b, None), hidden(one, c, d, None), hidden(one, c, d, 18 - c - d)
    found = compare_numbers([one, gap, gap], [gap, stars, other_gap], PLACES)

    assert found.differing.tolist() == [0, 0, 0]
    assert found.visible.tolist() == [a + b, min(a, c) + min(b, d), min(a, c) + min(b, d)]
    more = compare_numbers([one], [hidden(one, a + 1, b, None)], PLACES).bits[0]
    assert found.bits[0] <= more, "what shows more is worth more"


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        (FULL, "1101…8515", "shown"), (FULL, "110101…", "shown"), (FULL, "…8515", "shown"),
        (FULL, "3301…8515", "conflict"), (FULL, "1101…9926", "conflict"), ("1101**********8515", "1101…8515", "shown"),
        ("110101********8515", "…2626", "conflict"), ("1101…8515", "110…15", "shown"), ("1101…", "…8515", "unknown"),
        ("110101********8515", "******19900307****", "unknown"), ("1101…", "3301…9", "conflict"),
    ],
)  # fmt: skip
def test_gaps_of_unknown_length(left: str, right: str, says: str) -> None:
    assert verdict(left, right)[0] == verdict(right, left)[0] == says


@pytest.mark.parametrize("place", [0, 5, 12, 17])
def test_a_place_left_out_or_typed_twice_is_a_slip(place: int) -> None:
    longer, shorter = FULL[: place + 1] + FULL[place:], FULL[:place] + FULL[place + 1 :]

    for typed in (longer, shorter):
        assert verdict(FULL, typed) == verdict(typed, FULL) == ("typo", WEIGHTS.typo_full)
    assert verdict(FULL, shorter[1:])[0] == "unknown"
    assert verdict(FULL, "9" + shorter[1:])[0] == "unknown"


def test_a_gap_may_hide_the_old_number_of_15_places() -> None:
    old = FULL[:6] + FULL[8:17]
    said, bits = verdict(FULL, old[:6] + "…" + old[-3:])
    assert said == "shown", "no veto: the end is that of the old number"
    assert 6.0 < bits < WEIGHTS.key_bits, "beside a name that agrees, and not without"
    assert verdict(FULL, old[:6] + "…" + "0000")[0] == "conflict"


def verdict(left: str, right: str, *, valid: bool = False, lifelong: bool = True) -> tuple[str, float]:
    true = np.array([True])
    found = compare_identifiers([left], [right], true, np.array([valid]), np.array([lifelong]), WEIGHTS)
    return str(found.verdict[0]), float(found.bits[0])


def test_full_numbers() -> None:
    other = "31010419850612442X"
    slip = FULL[:16] + "25"
    swapped = FULL[:12] + FULL[13] + FULL[12] + FULL[14:]

    assert verdict(FULL, FULL, valid=True) == ("equal", WEIGHTS.full)
    assert verdict(FULL, FULL) == ("equal", WEIGHTS.full_unchecked)
    assert verdict(FULL, other) == ("conflict", WEIGHTS.contradiction)
    assert verdict(FULL, other, lifelong=False) == ("unknown", 0.0), "passports are renewed"
    assert verdict(FULL, slip)[0] == "typo"
    assert verdict(FULL, swapped)[0] == "typo"
    assert verdict(FULL, slip, valid=True)[0] == "conflict"  # two valid numbers are two people, however alike


@given(number, st.integers(0, 17), pattern)
def test_a_slip_is_never_a_veto_and_never_worth_a_match(one: str, place: int, hides: str) -> None:
    wrong = one[:place] + str((int(one[place]) + 1) % 10 if one[place].isdigit() else 0) + one[place + 1 :]
    said, bits = verdict(one, masked(wrong, hides))
    agreeing = hides.count("1") - (hides[place] == "1")

    if hides[place] == "1" and agreeing >= 3:
        assert said == "typo"
        assert 0.0 <= bits <= min(WEIGHTS.typo_full, compare_numbers([one], [masked(one, hides)], PLACES).bits[0])


def test_masks_against_full_numbers() -> None:
    assert verdict(FULL, "110101********8515")[0] == "shown"
    assert verdict(FULL, "110101********8516")[0] == "typo"
    assert verdict(FULL, "110101********8526")[0] == "conflict"
    assert (
        verdict("1****************5", FULL[:17] + "6")[0] == "conflict"
    )  # too few places to call one difference a slip
    assert verdict("110101************", "**************8515") == ("unknown", 0.0)


def test_the_date_of_birth_inside_a_number() -> None:
    assert shows_birth(FULL, masked(FULL, "11111111111111****"))
    assert not shows_birth(FULL, masked(FULL, "111111********1111"))
    assert not shows_birth(FULL, FULL[:10] + "…" + FULL[11:])


# --- keys ------------------------------------------------------------------------------------------------------------


def shape(value: str) -> str:
    """As the search writes it."""
    return "".join(c if c in "*…" else "1" for c in value)


def key(value: str, row: dict[str, object]) -> str:
    """As number_key.sql makes it."""
    common = str(row["common"])
    laid = value.replace("…", "*" * (len(common) - len(value) + 1)) if "…" in value else value
    slices = [(int(str(row[f"start_{n}"])), int(str(row[f"size_{n}"]))) for n in range(3)]
    return "".join(laid[start - 1 : start - 1 + size] for start, size in slices)


@given(number, pattern, st.integers(0, 9), st.integers(0, 8), st.booleans())
def test_numbers_that_agree_in_enough_places_meet_in_a_key(
    one: str, hides: str, head: int, tail: int, faithful: bool
) -> None:
    left = masked(one, hides)
    right = hidden(one, head, tail, 18 - head - tail if faithful else None)
    rows = key_table([shape(left)], [shape(right)], WEIGHTS).to_pylist()
    worth = compare_numbers([left], [right], PLACES).bits[0]

    assert len(rows) == 1 or worth < WEIGHTS.key_bits
    for row in rows:
        assert key(left, row) == key(right, row) != ""
        assert "*" not in key(left, row)


def test_two_gaps_and_full_numbers_have_keys_too() -> None:
    rows = {
        (r["watched_shape"], r["mention_shape"]): r["common"]
        for r in key_table(["1" * 18, "1111…1111"], ["111…1111", "1" * 18], WEIGHTS).to_pylist()
    }
    assert rows == {
        ("1" * 18, "1" * 18): "1" * 18,
        ("1" * 18, "111…1111"): "111" + "*" * 11 + "1111",
        ("1111…1111", "111…1111"): "111" + "*" * 11 + "1111",
        ("1111…1111", "1" * 18): "1111" + "*" * 10 + "1111",
    }
