"""The dictionary `identifier`: what every distinct number is. The shapes of nearly all numbers are read a million at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from screening.staging.identifiers import resident_id, uscc
from screening.staging.identifiers.digits import Block, Truths, block, looks_given
from screening.staging.identifiers.identifier import NO_BIRTH, Identifier, read_identifier

_TYPES = {"is_full": pa.bool_(), "is_valid": pa.bool_(), "is_placeholder": pa.bool_(), "birth_date": pa.date32()}
_MASKED_PERSON = r"^[1-8][0-9]{0,5}\*{4,}[0-9]{3}[0-9X]$"
"""Head and last four of a resident number, nothing of the date between them."""


def read_identifiers(values: Sequence[str], as_company: Sequence[bool], as_registration: Sequence[bool]) -> pa.Table:
    """One row per value, with the columns of `identifier`.

    Args:
        values: as staged: half width, upper case, without spaces; distinct.
        as_company: the value stands in a column for credit codes somewhere.
        as_registration: the value stands in columns for registration numbers only.
    """
    written = pa.array(values, pa.string())
    in_company = np.asarray(as_company, dtype=np.bool_)
    left = np.ones(len(values), dtype=np.bool_)
    parts = []
    for places, table in (_full(written), _masked(written, in_company)):
        left[places] = False
        parts.append(table)
    rest = np.flatnonzero(left)
    read = [
        read_identifier(values[i], as_company=as_company[i], as_registration=as_registration[i]) for i in rest.tolist()
    ]
    columns = {
        name: pa.array([row[place] for row in read], _TYPES.get(name, pa.string()))
        for place, name in enumerate(Identifier._fields)
    }
    parts.append(pa.table({"value": written.take(pa.array(rest))} | columns))
    return pa.concat_tables(parts).sort_by("value")


Found = tuple[npt.NDArray[np.int64], pa.Table]


def _full(written: pa.Array) -> Found:
    """Resident numbers and credit codes of 18 places with a right check, none of them a likely filler."""
    wide = np.flatnonzero(pc.match_substring_regex(written, "^[0-9A-Z]{18}$").to_numpy(zero_copy_only=False))
    texts = written.take(pa.array(wide))
    rows = block(texts.to_pylist(), 18)
    given = looks_given(rows)
    born, has_birth = resident_id.birth_dates(rows)
    person = given & has_birth & resident_id.right(rows) & (born != np.datetime64(NO_BIRTH))
    code = given & ~(has_birth & resident_id.right(rows)) & uscc.right(rows)
    kept = np.flatnonzero(person | code)
    person = person[kept]
    numbers = texts.take(pa.array(kept))
    born = np.where(person, born[kept], np.datetime64("NaT", "D"))
    inner = pc.utf8_slice_codeunits(numbers, 8, 17)
    return wide[kept], _table(
        numbers,
        scheme=pa.array(np.where(person, "resident_id", "uscc").tolist(), pa.string()),
        is_full=True,
        is_valid=True,
        birth_date=pa.array(born, pa.date32(), from_pandas=True),
        gender=_genders(rows[kept], person),
        org_code=pc.if_else(pa.array(~person), inner, pa.scalar(None, pa.string())),
    )


def _masked(written: pa.Array, in_company: Truths) -> Found:
    """Resident numbers of 18 places of which only a head and the last four are shown."""
    shape = pc.match_substring_regex(written, _MASKED_PERSON).to_numpy(zero_copy_only=False)
    eighteen = pc.equal(pc.utf8_length(written), 18).to_numpy(zero_copy_only=False)
    places = np.flatnonzero(shape & eighteen & ~in_company)
    rows = block(written.take(pa.array(places)).to_pylist(), 18)
    shown = np.where(rows == ord("*"), rows[:, :1], rows)
    varied = (shown != shown[:, :1]).any(axis=1)
    kept, rows = places[varied], rows[varied]
    return kept, _table(
        written.take(pa.array(kept)),
        scheme=pa.array(["resident_id"] * len(kept), pa.string()),
        is_full=False,
        is_valid=False,
        birth_date=pa.nulls(len(kept), pa.date32()),
        gender=_genders(rows, np.ones(len(kept), dtype=np.bool_)),
        org_code=pa.nulls(len(kept), pa.string()),
    )


def _genders(rows: Block, person: Truths) -> pa.Array:
    said = np.where(person, np.where(rows[:, 16] % 2 == 1, "male", "female"), "")
    return pc.if_else(pa.array(person), pa.array(said.tolist(), pa.string()), pa.scalar(None, pa.string()))


def _table(
    numbers: pa.Array,
    *,
    scheme: pa.Array,
    is_full: bool,
    is_valid: bool,
    birth_date: pa.Array,
    gender: pa.Array,
    org_code: pa.Array,
) -> pa.Table:
    """Rows of numbers that are canonical as they are written."""

    def same(truth: bool) -> pa.Array:
        return pa.array(np.full(len(numbers), truth))

    return pa.table({
        "value": numbers, "scheme": scheme, "norm": numbers, "is_full": same(is_full), "is_valid": same(is_valid),
        "is_placeholder": same(False), "birth_date": birth_date, "gender": gender, "org_code": org_code,
    })  # fmt: skip
