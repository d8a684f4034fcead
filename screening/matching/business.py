"""Companies in a group's own line of business, and those that a competitor holds or staffs: whoever controls one may compete.

A company is in the line of a group entity where its business scope names lines of the entity's scope, or its industry code is
the entity's. What they share is weighed by how rare it is among the companies of the delivery, in bits as everywhere: one line
that every second trader registers says nothing, an equal class of GB/T 4754 with one line in common says much. The shares of a
small delivery are drawn towards expectations of our own, as if so many companies more had been seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from screening.matching.companies import PACKAGE
from screening.refdata.scopes import industry_code, is_wide, scope_lines, shared_lines
from screening.refdata.text import fold_many
from screening.warehouse.store import Warehouse

LEAST_BITS = 12.0
"""Four thousand companies drawn at random hold one that shares as much with an entity."""

LEAST_CLASS_BITS = 9.0
"""What an equal class must be worth where no scope can be compared."""

_SEEN = 200.0
_SAMPLE = 1000
"""So many companies are a sample of trades; fewer were delivered because somebody is tied to them, and count for less."""
_EXPECTED: Mapping[str | int, float] = {"line": 0.01, "wide": 0.05, 2: 0.01, 3: 0.003, 4: 0.001}
"""Shares of companies expected before any is seen: of a line, a wide line, a division, a group and a class of GB/T 4754."""

_UNTOLD_CLASSES = ("7211", "7212", "7219", "7299", "5199", "5299", "7599", "6999")
"""Classes that tell no trade: headquarters, asset managers, and what is "not elsewhere classified" of trade and services."""

Entity = tuple[str, str]
"""(group_id, entity_id)."""


@dataclass(frozen=True, slots=True)
class Business:
    """What is known of one company's business.

    Attributes:
        lines: of the lines that the group's scopes name, those its scope names, too.
        codes: digits of its industry codes; its records may name several.
        tells: its scope names a line of business, the group's or another.
    """

    lines: frozenset[str]
    codes: frozenset[str]
    tells: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """What two companies share.

    Attributes:
        lines: sorted.
        code: the most digits that industry codes of both begin with; None where all differ.
    """

    lines: tuple[str, ...]
    code: str | None
    bits: float


class Rarity:
    """How many bits a shared line or code is worth among so many companies; the two compared are not counted."""

    def __init__(self, companies: int, lines: Mapping[str, int], codes: Mapping[str, int]) -> None:
        self._companies, self._lines, self._codes = companies, lines, codes

    def of_line(self, line: str) -> float:
        """Bits of a shared line."""
        return self._bits(self._lines.get(line, 0), _EXPECTED["wide" if is_wide(line) else "line"])

    def of_code(self, code: str) -> float:
        """Bits of a shared beginning of a code; none for a class that tells no trade."""
        return 0.0 if code in _UNTOLD_CLASSES else self._bits(self._codes.get(code, 0), _EXPECTED[len(code)])

    def _bits(self, bearers: int, expected: float) -> float:
        trust = min(1.0, self._companies / _SAMPLE)
        seen, others = trust * max(bearers - 2, 0), trust * max(self._companies - 2, 0)
        return -math.log2((seen + _SEEN * expected) / (others + _SEEN))


def alike(ours: Business, theirs: Business, rarity: Rarity) -> Alike | None:
    """What a company shares with an entity of the group; None where it is not enough to speak of one line of business.

    Equal codes need a line in common beside them, unless one of the scopes names none and the class is equal. Wide lines
    count beside an equal code only, and together as the rarest of them: whoever trades in one such thing trades in all.
    """
    codes = {code for a in ours.codes for b in theirs.codes if (code := shared_code(a, b)) is not None}
    lines = sorted(line for line in ours.lines & theirs.lines if codes or not is_wide(line))
    if not lines:
        codes = {code for code in codes if len(code) == 4}
        if not codes or (ours.tells and theirs.tells):
            return None
    code = max(sorted(codes), key=rarity.of_code, default=None)
    bits = sum(rarity.of_line(line) for line in lines if not is_wide(line))
    bits += max((rarity.of_line(line) for line in lines if is_wide(line)), default=0.0)
    bits += 0.0 if code is None else rarity.of_code(code)
    needed = LEAST_BITS if lines else LEAST_CLASS_BITS
    return Alike(tuple(lines), code, round(bits, 2)) if bits >= needed else None


def shared_code(left: str, right: str) -> str | None:
    """The class, group or division that two codes share, as far as both tell; None where they differ."""
    size = min(len(left), len(right))
    return left[:size] if left[:size] == right[:size] else None


def watch_business(warehouse: Warehouse) -> None:
    """Writes business_watch."""
    warehouse.script(PACKAGE, "business")
    entities = {
        (row["group_id"], row["entity_id"]): business_of(scope_lines(row["scope"] or ""), *row["codes"])
        for row in warehouse.rows("from m_entity_business order by all")
    }
    lines = sorted({line for entity in entities.values() for line in entity.lines})
    if lines or any(entity.codes for entity in entities.values()):
        _put_lines(warehouse, entities)
        rarity = _rarity(warehouse)
        _put_weights(warehouse, lines, rarity)
        warehouse.script(PACKAGE, "business_pair", least=LEAST_BITS, least_class=LEAST_CLASS_BITS)
        warehouse.append("business_watch", _in_the_same_line(warehouse, entities, rarity))


def _put_lines(warehouse: Warehouse, entities: Mapping[Entity, Business]) -> None:
    """The group's lines and codes, and the scopes and codes of all companies in the form in which they are searched."""
    listed = [(*entity, line) for entity, business in entities.items() for line in sorted(business.lines)]
    warehouse.put("m_entity_line", _table(("group_id", "entity_id", "line"), listed))
    coded = [(*entity, code) for entity, business in entities.items() for code in sorted(business.codes)]
    warehouse.put("m_entity_code", _table(("group_id", "entity_id", "digits"), coded))
    scopes = [
        row["scope"]
        for row in warehouse.rows("select distinct scope from m_business where scope is not null order by 1")
    ]
    warehouse.put("m_scope", _table(("scope", "folded"), zip(scopes, fold_many(scopes), strict=True)))
    warehouse.script(PACKAGE, "business_scope")
    told = [
        (row["scope"], line, bool(said))
        for row in warehouse.rows("from m_scope_hit order by scope")
        for said in (scope_lines(row["scope"]),)
        for line in sorted(shared_lines(row["lines"], said)) or (None,)
    ]
    warehouse.put("m_scope_line", pa.table({
        "scope": pa.array([scope for scope, _, _ in told], pa.string()),
        "line": pa.array([line for _, line, _ in told], pa.string()),
        "tells": pa.array([tells for _, _, tells in told], pa.bool_()),
    }))  # fmt: skip
    codes = [row["code"] for row in warehouse.rows("select distinct code from m_business_code order by 1")]
    digits = [(code, industry_code(code)) for code in codes]
    warehouse.put("m_industry", _table(("code", "digits"), (pair for pair in digits if pair[1] is not None)))
    warehouse.script(PACKAGE, "business_line")


def _rarity(warehouse: Warehouse) -> Rarity:
    def counted(table: str, key: str) -> dict[str, int]:
        return {row[key]: row["n"] for row in warehouse.rows(f"select {key}, count(*) as n from {table} group by all")}

    companies = int(warehouse.one("select count(*) from m_business"))
    return Rarity(companies, counted("m_line_hit", "line"), counted("m_code_hit", "code"))


def _put_weights(warehouse: Warehouse, lines: Iterable[str], rarity: Rarity) -> None:
    weighed = [(line, rarity.of_line(line), is_wide(line)) for line in lines]
    weighed += [
        (row["code"], rarity.of_code(row["code"]), False)
        for row in warehouse.rows("select distinct code from m_code_hit order by 1")
    ]
    warehouse.put("m_business_bits", pa.table({
        "word": pa.array([word for word, _, _ in weighed], pa.string()),
        "bits": pa.array([bits for _, bits, _ in weighed], pa.float64()),
        "wide": pa.array([wide for _, _, wide in weighed], pa.bool_()),
    }))  # fmt: skip


def _in_the_same_line(
    warehouse: Warehouse, entities: Mapping[Entity, Business], rarity: Rarity
) -> Iterator[dict[str, Any]]:
    """Rows of business_watch, one for each company and the entity it is most alike."""
    best: dict[tuple[str, str], tuple[Alike, str]] = {}
    for row in warehouse.rows("from m_business_pair order by group_id, entity_id, company_id"):
        theirs = Business(frozenset(row["lines"]), frozenset(row["codes"]), row["tells"])
        found = alike(entities[row["group_id"], row["entity_id"]], theirs, rarity)
        key = (row["group_id"], row["company_id"])
        if found is not None and (key not in best or found.bits > best[key][0].bits):
            best[key] = (found, row["entity_id"])
    for (group_id, company_id), (found, entity_id) in best.items():
        yield {
            "group_id": group_id, "company_id": company_id, "why": "same_line", "entity_id": entity_id,
            "lines": list(found.lines), "industry_code": found.code, "bits": found.bits,
        }  # fmt: skip


def business_of(lines: frozenset[str], *codes: str) -> Business:
    """The business of a company whose scope names these lines, with its industry codes as written."""
    return Business(lines, frozenset(digits for code in codes if (digits := industry_code(code))), bool(lines))


def _table(names: tuple[str, ...], rows: Iterable[tuple[str | None, ...]]) -> pa.Table:
    listed = list(rows)
    return pa.table({name: pa.array([row[at] for row in listed], pa.string()) for at, name in enumerate(names)})
