"""Good tables for every packaged suite, and one planted defect for each of its expectations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa

Columns = Mapping[str, list[Any]]
AS_OF = date(2026, 11, 20)
COUNT = 10

_NAMES = ["冯砚秋", "褚望舒", "卫长庚", "蒋扶摇", "沈栖迟", "韩漱石", "杨采薇", "朱观澜", "秦问渠", "尤听松"]
_COMPANIES = [f"{name[1:]}商贸有限公司" for name in _NAMES]
_IDS = [f"1101011990030785{n:02d}" for n in range(COUNT)]
_CODES = [f"91320505MA1NK{n:04d}X" for n in range(COUNT)]
_RECORDS = [f"r{n}" for n in range(COUNT)]


def _same(value: Any) -> list[Any]:
    return [value] * COUNT


def _mostly(value: Any, other: Any, times: int) -> list[Any]:
    return [value] * times + [other] * (COUNT - times)


_MASTER: Columns = {"name": _COMPANIES, "uscc": _CODES}
_STAGED_MASTER: Columns = {"record_id": _RECORDS, "group_id": _same("G")}

GOOD: Mapping[tuple[str, str], Columns] = {
    ("delivered", "appointments"): {"person_name": _NAMES},
    ("delivered", "competitors"): _MASTER,
    ("delivered", "customers"): _MASTER,
    ("delivered", "declarations"): {"counterparty_uscc": _CODES},
    ("delivered", "holdings"): {"holder_name": _NAMES},
    ("delivered", "officers"): {"name": _NAMES, "id_number": _IDS},
    ("delivered", "related_parties"): {"name": _NAMES, "id_number": _IDS},
    ("delivered", "suppliers"): _MASTER,
    ("staged", "appointments"): {"record_id": _RECORDS, "as_of": _same(AS_OF)},
    ("staged", "competitors"): _STAGED_MASTER,
    ("staged", "customers"): _STAGED_MASTER,
    ("staged", "declarations"): {"record_id": _RECORDS},
    ("staged", "holdings"): {"record_id": _RECORDS, "share_pct": _same(5.0), "as_of": _same(AS_OF)},
    ("staged", "officers"): {
        "record_id": _RECORDS,
        "position_class": _same("director"),
        "term_start": _same(date(2020, 1, 1)),
    },
    ("staged", "related_parties"): {"record_id": _RECORDS},
    ("staged", "row_account"): {
        "read": _same(100),
        "staged": _same(95),
        "rejected": _same(2),
        "duplicate": _same(2),
        "excluded": _same(1),
    },
    ("staged", "suppliers"): _STAGED_MASTER,
    ("staged", "transactions"): {"record_id": _RECORDS, "transacted_on": _same(date(2026, 1, 1))},
    ("findings", "finding"): {
        "finding_id": _RECORDS,
        "outcome": _same("candidate"),
        "tier": _mostly("A", "C", 5),
        "score": _same(0.97),
        "evidence": _same('[{"left":"1101**********8515"}]'),
        "path": _same("[]"),
    },
    ("findings", "rule_coverage"): {"rule_id": [f"RULE-{n}" for n in range(COUNT)], "screened": _same(True)},
}

_TWICE = ["r0", *_RECORDS[:-1]]
_OLD = _same(date(2025, 1, 1))
_NAME_DEFECT: Columns = {"name": _mostly("20240131", "冯砚秋商行", 2)}
_USCC_DEFECT: Columns = {"uscc": _mostly("苏州市", _CODES[0], 3)}
_ID_DEFECT: Columns = {"id_number": _mostly("董事", _IDS[0], 3)}


class Defect(NamedTuple):
    """One planted defect: the columns that are not as in the good table."""

    boundary: str
    table: str
    expectation: str
    columns: Columns


_PER_MASTER = [
    ("name_is_no_number", _NAME_DEFECT),
    ("uscc_has_digits", _USCC_DEFECT),
    ("name_varies", {"name": _same("默认供应商")}),
    ("uscc_is_filled", {"uscc": _mostly(None, _CODES[0], 6)}),
]

DEFECTS: list[Defect] = [
    *(
        Defect("delivered", table, expectation, columns)
        for table in ("suppliers", "customers", "competitors")
        for expectation, columns in _PER_MASTER
    ),
    Defect("delivered", "appointments", "person_name_is_no_number", {"person_name": _mostly(_IDS[0], "冯砚秋", 2)}),
    Defect("delivered", "holdings", "holder_name_is_no_number", {"holder_name": _mostly("12.5", "冯砚秋", 2)}),
    Defect("delivered", "declarations", "counterparty_uscc_has_digits", {"counterparty_uscc": _same("听雪庐")}),
    Defect("delivered", "officers", "name_is_no_number", {"name": _mostly("2024年1月31日", "冯砚秋", 2)}),
    Defect("delivered", "officers", "id_number_has_digits", _ID_DEFECT),
    Defect("delivered", "officers", "id_number_is_filled", {"id_number": _mostly(None, _IDS[0], 6)}),
    Defect("delivered", "related_parties", "name_is_no_number", {"name": _mostly(_IDS[1], "褚望舒", 2)}),
    Defect("delivered", "related_parties", "id_number_has_digits", _ID_DEFECT),
    *(
        Defect("staged", table, "record_id_is_unique", {"record_id": _TWICE})
        for table in (
            "appointments", "competitors", "customers", "declarations", "holdings", "officers", "related_parties",
            "suppliers", "transactions",
        )
    ),
    *(
        Defect("staged", table, "group_is_known", {"group_id": _mostly(None, "G", 1)})
        for table in ("suppliers", "customers", "competitors")
    ),
    Defect("staged", "appointments", "extract_is_fresh", {"as_of": _OLD}),
    Defect("staged", "holdings", "extract_is_fresh", {"as_of": _OLD}),
    Defect("staged", "holdings", "share_is_known", {"share_pct": _mostly(None, 5.0, 6)}),
    Defect("staged", "officers", "position_is_classified", {"position_class": _mostly(None, "director", 2)}),
    Defect("staged", "officers", "term_start_is_known", {"term_start": _mostly(None, AS_OF, 6)}),
    Defect("staged", "transactions", "not_in_the_future", {"transacted_on": _mostly(date(2027, 1, 1), AS_OF, 1)}),
    Defect("staged", "row_account", "rows_are_conserved", {"staged": _mostly(94, 95, 1)}),
    Defect("staged", "row_account", "few_duplicates", {"staged": _same(65), "duplicate": _same(32)}),
    Defect("findings", "finding", "finding_id_is_unique", {"finding_id": _TWICE}),
    Defect("findings", "finding", "outcome_is_known", {"outcome": _mostly("violation", "exempt", 1)}),
    Defect("findings", "finding", "outcome_is_given", {"outcome": _mostly(None, "exempt", 1)}),
    Defect("findings", "finding", "tier_is_known", {"tier": _mostly("D", "A", 1)}),
    Defect("findings", "finding", "score_is_a_probability", {"score": _mostly(1.01, 0.5, 1)}),
    Defect("findings", "finding", "evidence_shows_no_identity_number", {"evidence": _mostly(f'["{_IDS[0]}"]', "[]", 1)}),
    Defect("findings", "finding", "path_is_given", {"path": _mostly(None, "[]", 1)}),
    Defect("findings", "rule_coverage", "rule_id_is_unique", {"rule_id": _same("INT-B")}),
    Defect("findings", "rule_coverage", "screened_is_said", {"screened": _mostly(None, True, 1)}),
]  # fmt: skip


def arrow(boundary: str, table: str, **changed: list[Any]) -> pa.Table:
    """A good table, with some columns changed."""
    columns = {**GOOD[boundary, table], **changed}
    return pa.table({name: pa.array(values) for name, values in columns.items()})
