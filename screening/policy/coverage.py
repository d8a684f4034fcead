"""Which rules were screened tonight, and why not: tables or columns not delivered, or empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.contract.tables import TABLES
from screening.policy.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivered table: how many rows were usable, and its columns."""

    rows: int
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One rule of the contract; the reasons are null where it was screened."""

    rule_id: str
    screened: bool
    why_zh: str | None = None
    why_en: str | None = None


def coverage(catalogue: Catalogue, delivered: Mapping[str, Delivered]) -> list[Coverage]:
    """One row per rule of the contract, in its order."""
    return [_of_rule(rule_id, catalogue, delivered) for rule_id in (*RULE_IDS, *COMPLIANCE_IDS)]


def _of_rule(rule_id: str, catalogue: Catalogue, delivered: Mapping[str, Delivered]) -> Coverage:
    missing = [line for line in catalogue.needs_of(rule_id) if not any(_is_there(need, delivered) for need in line)]
    if not missing:
        return Coverage(rule_id, True)
    return Coverage(
        rule_id,
        False,
        "；".join(_missing(line, delivered)[0] for line in missing),
        "; ".join(_missing(line, delivered)[1] for line in missing),
    )


def _is_there(need: str, delivered: Mapping[str, Delivered]) -> bool:
    table, _, column = need.partition(".")
    found = delivered.get(table)
    return found is not None and found.rows > 0 and (not column or column in found.columns)


def _missing(line: Sequence[str], delivered: Mapping[str, Delivered]) -> tuple[str, str]:
    """Tables that would do; where columns alone would, the columns that the rows delivered lack."""
    tables = [need for need in line if "." not in need] or sorted({need.partition(".")[0] for need in line})
    with_rows = [table for table in tables if table in delivered and delivered[table].rows > 0]
    if with_rows:
        columns = [
            (TABLES[table], name) for table, _, name in (need.partition(".") for need in line) if table in with_rows
        ]
        zh = "、".join(f"{table.zh}.{table.column(name).zh}" for table, name in columns)
        return f"{zh}：未交付此列", f"{' or '.join(f'{table.name}.{name}' for table, name in columns)} not delivered"
    zh = "、".join(TABLES[table].zh for table in tables)
    en = " or ".join(tables)
    if any(table in delivered for table in tables):
        return f"{zh}：已交付但没有可用数据行", f"{en} delivered empty"
    return f"{zh}：未交付", f"{en} not delivered"
