"""One number of a person or company: which scheme it belongs to, its canonical form, and what it tells."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from screening.staging.identifiers import company_numbers, hkid, masks, neighbours, registration_no, resident_id, uscc
from screening.staging.nobody import is_nobodys

EIGHTEEN = re.compile(r"[0-9A-Z]{18}")
_QUOTES = "'’‘`\"“”"  # a leading one keeps a spreadsheet from taking a number for a number
_SEPARATORS = re.compile(r"(?<=[0-9A-Z])[-–—./](?=[0-9A-Z*])")
_LABEL = re.compile(
    r"(?:(?:(?:香港|澳门|澳門|台湾|台灣|中国|中國|居民|港澳|来往内地|普通|外国人)*"
    r"(?:身份证|身分證|身份證|护照|護照|回乡证|通行证|台胞证|居住证|居留证|证件|證件|统一社会信用代码|信用代码|组织机构代码|机构代码|税号|注册号|登记号)"
    r"(?:号码|號碼|号|號)?)"
    r"|(?:HKID|ID|PASSPORT|BRN|BR|CR|UBI|USCC|LEI)(?:NO\.?|NUMBER|CARD)?(?![A-Z0-9])|NO\.|HKID(?=[A-Z]{1,2}\d{6})|HK(?=[A-Z]{1,2}\d{6}\())[:：#]?\s*"
)
"""What people write before a number: 身份证号：, HKID, NO."""
_SHOWN = re.compile(r"[0-9A-WYZ]")
NO_BIRTH = date(1900, 1, 1)
"""What systems fill in where nobody knows a date of birth; a number that holds it is a filler."""


class Identifier(NamedTuple):
    """One number; the fields are columns of `identifier`."""

    scheme: str = "unknown"
    norm: str | None = None
    is_full: bool = True
    is_valid: bool = False
    is_placeholder: bool = False
    birth_date: date | None = None
    gender: str | None = None
    org_code: str | None = None


def read_identifier(value: str, *, as_company: bool = False, as_registration: bool = False) -> Identifier:
    """What one number is.

    Args:
        value: as staged: half width, upper case, without spaces.
        as_company: it stands in a column for credit codes somewhere.
        as_registration: it stands in columns for registration numbers only.
    """
    value = value.strip(_QUOTES)
    value = _LABEL.sub("", value, count=1) if _LABEL.match(value) else value
    masked = None if EIGHTEEN.fullmatch(value) else masks.unmask(value)
    if masked is not None and _SHOWN.search(value):
        return read_masked(masked, as_company=as_company, as_registration=as_registration)
    if is_nobodys(value):
        return Identifier(
            norm=value or None, is_full=masked is None and masks.unmask(value) is None, is_placeholder=True
        )
    if EIGHTEEN.fullmatch(value):
        return _read_eighteen(value, as_company=as_company)
    return _read_other(value, as_company=as_company, as_registration=as_registration)


def _read_eighteen(value: str, *, as_company: bool) -> Identifier:
    """18 places: a person's number or a company's code; where both are possible, check digit and date decide."""
    born = resident_id.birth_date(value) if resident_id.SHAPE.fullmatch(value) else None
    if born is not None and resident_id.is_right(value):
        return _person(
            value, born, valid=True
        )  # one such number in thirty passes for a code too; no code is both by chance
    if uscc.is_right(value):
        return Identifier("uscc", value, is_valid=True, org_code=uscc.org_code(value))
    if not as_company and resident_id.SHAPE.fullmatch(value) and (born is not None or value[0] in "12345678"):
        return _person(value, born, valid=False)
    masked = masks.unmask(value)
    if masked is not None:  # a run of X hides places
        return read_masked(masked, as_company=as_company)
    if as_company or uscc.SHAPE.fullmatch(value):
        return Identifier("uscc", value, org_code=uscc.org_code(value))
    return Identifier(norm=value)


def _person(number: str, born: date | None, *, valid: bool) -> Identifier:
    if born == NO_BIRTH:
        return Identifier("resident_id", number, is_placeholder=True)
    return Identifier("resident_id", number, is_valid=valid, birth_date=born, gender=resident_id.gender(number))


def _read_other(value: str, *, as_company: bool, as_registration: bool) -> Identifier:
    bare = _SEPARATORS.sub("", value)
    if bare != value and EIGHTEEN.fullmatch(bare):  # 110105-19491231-002X
        return _read_eighteen(bare, as_company=as_company)
    if len(bare) == 15 and (found := _read_fifteen(bare, as_company=as_company, as_registration=as_registration)):
        return found
    business = _read_business(value, bare, of_company=as_company or as_registration)
    if business is not None:
        return business
    card = hkid.read(value)
    if card is not None and (card[1] or not neighbours.is_passport(value)):  # EC and seven digits: mostly a passport
        return Identifier("hkid", card[0], is_valid=card[1])
    macau = neighbours.read_macau(value)
    if macau is not None:
        return Identifier("macau_id", macau, is_valid=True)
    taiwan = neighbours.read_taiwan(bare)
    if taiwan is not None:
        return Identifier("taiwan_id", bare, is_valid=taiwan[0], gender=taiwan[1])
    permit = neighbours.read_permit(bare)
    if permit is not None:
        return Identifier("permit", permit, is_valid=True)
    if neighbours.is_passport(bare):
        return Identifier("passport", bare, is_valid=True)
    taiwan_permit = neighbours.read_taiwan_permit(value)
    if taiwan_permit is not None:
        return Identifier("tw_permit", taiwan_permit)
    return Identifier(norm=re.sub(r"[^0-9A-Z]", "", bare) or None)


def _read_fifteen(bare: str, *, as_company: bool, as_registration: bool) -> Identifier | None:
    """15 places: what their column says; elsewhere an old number of a person before one of a company."""
    if neighbours.is_old_residence(bare):
        return Identifier("residence", bare, is_valid=True)
    right = registration_no.SHAPE.fullmatch(bare) is not None and registration_no.is_valid(bare)
    inside = company_numbers.org_code_of_tax_number(bare)
    if inside is not None and not right and (as_company or as_registration or not bare.isdigit()):
        return Identifier("tax_no", bare, is_valid=True, org_code=inside)
    if not (as_company or as_registration) and resident_id.OLD_SHAPE.fullmatch(bare):
        number = resident_id.lengthened(bare)
        born = resident_id.birth_date(number)
        if born is not None:
            return _person(number, born, valid=True)
    return Identifier("registration_no", bare, is_valid=right) if registration_no.SHAPE.fullmatch(bare) else None


def _read_business(value: str, bare: str, *, of_company: bool) -> Identifier | None:
    """Other numbers of companies: by themselves where a check proves them, else in columns for such numbers only."""
    if company_numbers.is_lei(bare):
        return Identifier("lei", bare, is_valid=True)
    if not of_company and not re.fullmatch(r"[0-9A-Z]{8}-[0-9X]|\d{8}-\d{3}-\d{2}-\d{2}-[0-9A-Z]", value):
        return None
    if company_numbers.is_org_code(bare):
        return Identifier("org_code", bare, is_valid=True, org_code=bare)
    number = company_numbers.read_business_number(value) or company_numbers.read_business_number(bare)
    if number is not None:
        return Identifier("business_no", number[0], is_valid=number[1])
    return Identifier("registry_no", bare) if company_numbers.is_registry_number(bare) else None


_MASKED_PERSON = re.compile(r"[0-9*…]*[0-9X*…]")
_MASKED_CODE = re.compile(r"9[123]")  # companies, sole traders, cooperatives; no region of people begins so
_MASKED_PHONE = re.compile(r"1[3-9]\d\*{4}\d{4}")
_MASKED_OTHERS = (
    ("hkid", re.compile(r"(?:[A-Z]|EC|WX|X[A-EGH])[0-9*]{6}[0-9A*]"), 9),
    ("passport", re.compile(r"[EGDSPK][0-9*]{8}|(?:E[A-HJ-NP-Z]|[SPD]E|[HK][A-Z]|M[AB])[0-9*]{7}"), 9),
    ("permit", re.compile(r"[HM][0-9*]{8}(?:[0-9*]{2})?"), 9),
    ("taiwan_id", re.compile(r"[A-Z][1289A-D*][0-9*]{8}"), 10),
)
"""Scheme, shape, and the places that name the person."""


def read_masked(masked: str, *, as_company: bool = False, as_registration: bool = False) -> Identifier:
    """A number with hidden places, as `masks.unmask` writes it; the visible ones tell the scheme."""
    text = re.sub(r"[^0-9A-Z*…]", "", masked)
    shown = re.sub(r"[*…]", "", text)
    if len(shown) >= 6 and len(set(shown)) == 1 or _MASKED_PHONE.fullmatch(text):
        return Identifier(is_full=False, is_placeholder=True)
    if as_registration and _MASKED_PERSON.fullmatch(text):
        return Identifier("registration_no", masks.fitted(text, frozenset({15})), is_full=False)
    if not as_company and _MASKED_PERSON.fullmatch(text) and not _MASKED_CODE.match(text):
        # 15 characters may be an old number or one of 18 with stars left out: the length is unknown
        return _masked_person(masks.fitted(text, frozenset({18})))
    for scheme, shape, places in _MASKED_OTHERS:
        if not as_company and shape.fullmatch(text):
            return Identifier(scheme, text[:places], is_full=False)
    if len(text) == 18 or as_company or _MASKED_CODE.match(text):
        return Identifier("uscc", masks.fitted(text, frozenset({18})), is_full=False)
    return Identifier("unknown", masks.fitted(text, frozenset()), is_full=False)


def _masked_person(norm: str) -> Identifier:
    """What the visible places say: the birth date when all its places are visible, the gender by place 17."""
    if masks.UNKNOWN in norm:
        return Identifier("resident_id", norm, is_full=False)
    born = resident_id.birth_date(norm) if norm[6:14].isdigit() else None
    if born == NO_BIRTH:
        return Identifier("resident_id", norm, is_full=False, is_placeholder=True)
    sex = resident_id.gender(norm) if norm[16].isdigit() else None
    return Identifier("resident_id", norm, is_full=False, birth_date=born, gender=sex)
