"""The dictionary `identifier`: what every distinct number is, by its shape, its check and the column it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pyarrow as pa

from screening.staging.identifiers import hkid, masks, neighbours, registration_no, resident_id, uscc
from screening.staging.nobody import is_nobodys

_EIGHTEEN = re.compile(r"[0-9A-Z]{18}")
_SEPARATORS = re.compile(r"(?<=[0-9A-Z])[-–—./](?=[0-9A-Z*])")


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


def read_identifiers(values: Sequence[str], as_company: Sequence[bool], as_registration: Sequence[bool]) -> pa.Table:
    """One row per value, with the columns of `identifier`.

    Args:
        values: as staged: half width, upper case, without spaces.
        as_company: the value stands in a column for credit codes somewhere.
        as_registration: the value stands in columns for registration numbers only.
    """
    wide = [value for value in values if _EIGHTEEN.fullmatch(value)]
    persons = dict(zip(wide, resident_id.check_digits(wide).tolist(), strict=True))
    companies = dict(zip(wide, uscc.check_digits(wide).tolist(), strict=True))
    read = []
    for value, company, registration in zip(values, as_company, as_registration, strict=True):
        if value not in persons and masks.unmask(value) is not None and re.search(r"[0-9A-WYZ]", value):
            read.append(_read_other(value, company, registration))
        elif is_nobodys(value):
            read.append(Identifier(norm=value, is_full=masks.unmask(value) is None, is_placeholder=True))
        elif value in persons:
            read.append(_read_eighteen(value, persons[value], companies[value], company))
        else:
            read.append(_read_other(value, company, registration))
    kinds = {"is_full": pa.bool_(), "is_valid": pa.bool_(), "is_placeholder": pa.bool_(), "birth_date": pa.date32()}
    columns = {
        name: pa.array([row[place] for row in read], kinds.get(name, pa.string()))
        for place, name in enumerate(Identifier._fields)
    }
    return pa.table({"value": pa.array(values, pa.string())} | columns)


def _read_eighteen(value: str, as_person: bool, as_code: bool, in_company_column: bool) -> Identifier:
    """18 places: a person's number or a company's code; where both are possible, check digit and date decide."""
    born = resident_id.birth_date(value) if resident_id.SHAPE.fullmatch(value) else None
    if born is not None and as_person:  # one such number in thirty passes for a code too; no code is both by chance
        return _person(value, born, valid=True)
    if as_code:
        return Identifier("uscc", value, is_valid=True, org_code=uscc.org_code(value))
    if not in_company_column and resident_id.SHAPE.fullmatch(value) and (born is not None or value[0] in "12345678"):
        return _person(value, born, valid=False)
    masked = masks.unmask(value)
    if masked is not None:  # a run of X hides places
        return _read_masked(masked, in_company_column)
    if in_company_column or uscc.SHAPE.fullmatch(value):
        return Identifier("uscc", value, org_code=uscc.org_code(value))
    return _read_other(value, in_company_column, False)


def _person(number: str, born: date | None, *, valid: bool) -> Identifier:
    return Identifier("resident_id", number, is_valid=valid, birth_date=born, gender=resident_id.gender(number))


def _read_other(value: str, in_company_column: bool, as_registration: bool) -> Identifier:
    masked = masks.unmask(value)
    if masked is not None:
        return _read_masked(masked, in_company_column)
    bare = _SEPARATORS.sub("", value)
    if as_registration and registration_no.SHAPE.fullmatch(bare):
        return Identifier("registration_no", bare, is_valid=registration_no.is_valid(bare))
    if resident_id.OLD_SHAPE.fullmatch(bare):
        number = resident_id.lengthened(bare)
        born = resident_id.birth_date(number)
        if born is not None and not in_company_column:
            return _person(number, born, valid=True)
    if registration_no.SHAPE.fullmatch(bare):
        return Identifier("registration_no", bare, is_valid=registration_no.is_valid(bare))
    card = hkid.read(value)
    if card is not None:
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
    if _EIGHTEEN.fullmatch(bare) and bare != value:  # 110105-19491231-002X
        return _read_eighteen(
            bare, bool(resident_id.check_digits([bare])[0]), bool(uscc.check_digits([bare])[0]), in_company_column
        )
    return Identifier(norm=re.sub(r"[^0-9A-Z]", "", bare) or None)


_MASKED_PERSON = re.compile(r"[0-9*…]*[0-9X*]")
_MASKED_CODE = re.compile(r"9[123]")  # companies, sole traders, cooperatives; no region of people begins so
_MASKED_CARD = re.compile(r"[A-Z*]{1,2}[0-9*]{6}[0-9A*]")


def _read_masked(masked: str, in_company_column: bool) -> Identifier:
    """A number with hidden places; the visible ones tell the scheme."""
    text = re.sub(r"[()\s]|(?<=[0-9A-Z*])-(?=[0-9A-Z*])", "", masked)
    if not in_company_column and _MASKED_PERSON.fullmatch(text) and not _MASKED_CODE.match(text):
        norm = masks.fitted(text, frozenset({15, 18}))
        if len(norm) == 15 and masks.UNKNOWN not in norm:  # a number of 15 places, as the 18 that replaced it
            norm = norm[:6] + "19" + norm[6:] + "*"
        return _masked_person(norm)
    if _MASKED_CARD.fullmatch(text) and re.match("[A-Z]", text):
        return Identifier("hkid", text, is_full=False)
    if len(text) == 18 or in_company_column or _MASKED_CODE.match(text):
        return Identifier("uscc", masks.fitted(text, frozenset({18})), is_full=False)
    return Identifier("unknown", masks.fitted(text, frozenset()), is_full=False)


def _masked_person(norm: str) -> Identifier:
    """What the visible places say: the birth date when all its places are visible, the gender by place 17."""
    whole = len(norm) == 18 and masks.UNKNOWN not in norm
    born = resident_id.birth_date(norm) if whole and norm[6:14].isdigit() else None
    sex = resident_id.gender(norm) if whole and norm[16].isdigit() else None
    return Identifier("resident_id", norm, is_full=False, birth_date=born, gender=sex)
