"""Check digits against independent, digit-by-digit readings of the standards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.identifiers import hkid, registration_no, resident_id, uscc
from screening.staging.identifiers.digits import block
from tests.staging.delivered import credit_code
from tests.staging.delivered import resident_id as make_resident_id

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def iso7064_mod_11_2(body: str) -> str:
    """ISO 7064: the running product, not the weights of GB 11643."""
    product = 0
    for digit in body:
        product = (product + int(digit)) * 2 % 11
    return "0123456789X"[(12 - product) % 11]


@settings(deadline=None)
@given(st.from_regex(r"[1-9][0-9]{16}", fullmatch=True), st.sampled_from("0123456789X"))
def test_resident_numbers_follow_iso_7064(body: str, last: str) -> None:
    assert (
        resident_id.right(block([body + last], 18)).tolist()
        == [resident_id.is_right(body + last)]
        == [last == iso7064_mod_11_2(body)]
    )


@settings(deadline=None)
@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_exactly_one_check_digit_is_right_for_a_credit_code(body: str) -> None:
    right = [last for last in ALPHABET if uscc.is_right(body + last)]
    assert right == [credit_code(body)[-1]]


@settings(deadline=None)
@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_place_in_a_credit_code_is_always_found(body: str, place: int, other: str) -> None:
    code = credit_code(body)
    changed = code[:place] + other + code[place + 1 :]
    assert uscc.is_right(changed) == (changed == code)


@pytest.mark.parametrize("letter", "IOSVZ")
def test_letters_that_look_like_digits_are_no_credit_code(letter: str) -> None:
    code = credit_code("91330100MA27XHAB2")
    assert not uscc.is_right(code[:9] + letter + code[10:])


def test_many_are_checked_at_once_in_their_order() -> None:
    good, bad = credit_code("91330100MA27XHAB2"), "91330100MA27XHAB2I"
    assert uscc.right(block([good, bad, good], 18)).tolist() == [True, False, True]
    assert uscc.right(block([], 18)).tolist() == []


def test_a_block_refuses_texts_of_another_width() -> None:
    with pytest.raises(ValueError, match="18 characters"):
        block(["1" * 17, "1" * 19], 18)


@settings(deadline=None)
@given(st.from_regex(r"[1-9][0-9]{5}[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-8][0-9]{2}", fullmatch=True))
def test_a_number_of_15_becomes_the_one_of_18_that_replaced_it(old: str) -> None:
    new = resident_id.lengthened(old)
    assert resident_id.is_right(new)
    assert new[:6] + new[8:17] == old
    assert new[6:8] == "19"


def test_sequences_996_to_999_were_born_before_1900() -> None:
    assert resident_id.lengthened("110101980101997")[6:10] == "1898"


def test_birth_date_and_gender_stand_in_the_number() -> None:
    number = make_resident_id("33010219870615123")
    assert str(resident_id.birth_date(number)) == "1987-06-15"
    assert resident_id.gender(number) == "male"
    assert resident_id.birth_date("330102198702301234") is None


@settings(deadline=None)
@given(st.from_regex(r"[A-Z]{1,2}[0-9]{6}", fullmatch=True))
def test_hong_kong_cards_sum_to_a_multiple_of_eleven(number: str) -> None:
    letters = number.rstrip("0123456789")
    digit = hkid.check_digit(letters, number[len(letters) :])
    places = [36] * (8 - len(number)) + [int(c, 36) for c in number + digit]
    assert sum(place * weight for place, weight in zip(places, range(9, 0, -1), strict=True)) % 11 == 0


@settings(deadline=None)
@given(st.from_regex(r"[0-9]{14}", fullmatch=True))
def test_registration_numbers_have_one_right_check_digit(body: str) -> None:
    right = [digit for digit in "0123456789" if registration_no.is_valid(body + digit)]
    assert len(right) == 1
    assert not any(registration_no.is_valid(body[:-1] + c + right[0]) for c in "0123456789" if c != body[-1])
