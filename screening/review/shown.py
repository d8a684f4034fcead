"""One published run as one reviewer may see it: its cases, without those of people behind the wall, his own and his relatives'."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from screening.decisions.record import Desk
from screening.errors import UsageError
from screening.warehouse.unreadable import unreadable


@dataclass(frozen=True, slots=True)
class Item:
    """One finding of a case.

    Attributes:
        is_dismissed: whether the run knew it as dismissed.
        is_compared: whether an identity can be ruled on: it rests on a comparison of people or companies.
    """

    finding_id: str
    rule_id: str
    tier: str
    lifecycle: str
    declared: str | None
    exposure: float | None
    currency: str | None
    summary: tuple[str, str]
    told: tuple[tuple[str, str], ...]
    is_dismissed: bool
    is_compared: bool


@dataclass(frozen=True, slots=True)
class Case:
    """All findings on one officer, one related party and one counterparty.

    Attributes:
        number: by rank, as in the reports.
        text: everything a search looks at, in small letters.
    """

    case_id: str
    number: int
    officer_id: str | None
    officer_name: str | None
    related_name: str | None
    relationship: str | None
    party_table: str | None
    party_name: str | None
    tier: str
    entities: tuple[str, ...]
    items: tuple[Item, ...]
    text: str

    @property
    def exposure(self) -> float:
        """The largest sum of its findings, which speak of the same money; below 0 where none is known."""
        return max((item.exposure if item.exposure is not None else -1.0 for item in self.items), default=-1.0)


class Shown:
    """The cases of the desk's run, best first, as far as `by` may see them.

    Raises:
        UsageError: the run was published by a version that kept no cases.
        IntegrityError: a file of it is damaged.
    """

    def __init__(self, desk: Desk, by: str) -> None:
        self.desk, self.by = desk, by
        self.run = desk.run
        rows = [row for row in self._read("page_case") if self.may_see(row["officer_id"])]
        self._contents = {str(row["case_id"]): str(row["content"]) for row in rows}
        self.cases = sorted((self._case(row) for row in rows), key=lambda case: case.number)
        self.by_id = {case.case_id: case for case in self.cases}
        self.case_of = {item.finding_id: case for case in self.cases for item in case.items}

    def may_see(self, officer_id: str | None) -> bool:
        """Whether the reviewer is neither this officer nor a relative of his."""
        return not self.desk.reviewers.is_barred((self.by, self.desk.account), officer_id)

    def may_know(self, officer_id: str | None, finding_id: str) -> bool:
        """Whether the reviewer may learn of a decision on this officer.

        Where people stand behind a wall only those are known who stand on this side of it: somebody who left the roster may have
        stood behind it.
        """
        if not self.may_see(officer_id):
            return False
        is_walled = (self.run.folder / "restricted").exists()
        return not is_walled or officer_id is None or officer_id in self._officers or finding_id in self.case_of

    def content(self, case_id: str) -> dict[str, Any]:
        """What the scripts of the page draw of a case: `case`, and `shared` which it names by number."""
        found: dict[str, Any] = json.loads(self._contents[case_id])
        return found

    @cached_property
    def entities(self) -> Mapping[str, str]:
        """Names of the group's companies by their code, as far as officers hold posts in them."""
        named: dict[str, str] = {}
        for row in self._posts:
            if row["entity_id"] is not None and row["entity_name"] is not None:
                named.setdefault(row["entity_id"], row["entity_name"])
        return named

    @cached_property
    def _officers(self) -> frozenset[str]:
        return frozenset(row["officer_id"] for row in self._posts)

    @cached_property
    def _posts(self) -> list[Mapping[str, Any]]:
        return self._read("post")

    def _read(self, table: str) -> list[Any]:
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = self.run.folder / "index" / f"{table}.parquet"
        if not path.is_file():
            raise UsageError(
                f"运行 {self.run.run_id} 由不支持审阅页面的旧版本生成，请先用本版本重新运行。",
                f"Run {self.run.run_id} was made by a version without the review page; run the night again with this one first.",
                "run_without_cases",
            )
        try:
            rows: list[Any] = pq.ParquetFile(path).read().to_pylist()
        except (OSError, pa.ArrowException) as error:
            raise unreadable(self.run.run_id, "index/", denied=isinstance(error, PermissionError)) from None
        return rows

    def _case(self, row: Mapping[str, Any]) -> Case:
        content = json.loads(row["content"])
        case, outcomes = content["case"], content["outcomes"]
        items = tuple(self._item(finding, outcomes[finding["finding_id"]]) for finding in case["findings"])
        steps = [step for finding in case["findings"] for step in content["shared"][finding["path"]]]
        return Case(
            **{
                name: case[name]
                for name in ("case_id", "officer_id", "officer_name", "related_name", "relationship", "party_table", "party_name")
            },
            number=row["number"],
            tier=case["tier"],
            entities=tuple(case["entities"]),
            items=items,
            text=_searchable(case, items, (step["to"] for step in steps)),
        )  # fmt: skip

    def _item(self, finding: Mapping[str, Any], outcome: str) -> Item:
        basis = self.run.basis.get(finding["finding_id"])
        return Item(
            finding_id=finding["finding_id"],
            rule_id=finding["rule_id"],
            tier=finding["tier"],
            lifecycle=finding["lifecycle"],
            declared=finding["declaration_status"],
            exposure=finding["exposure_amount"],
            currency=finding["exposure_currency"],
            summary=(finding["summary"][0] or "", finding["summary"][1] or ""),
            told=tuple((zh or "", en or "") for zh, en in finding["decisions"]),
            is_dismissed=outcome == "dismissed",
            is_compared=basis is not None and bool(basis.rulings),
        )


def _searchable(case: Mapping[str, Any], items: Iterable[Item], names: Iterable[str | None]) -> str:
    keys = ("officer_name", "officer_id", "related_name", "relationship", "party_name", "party_id", "case_id")
    found = [case[key] for key in keys]
    for item in items:
        found += [item.finding_id, item.rule_id, *item.summary]
    return " ".join(str(text) for text in (*found, *names) if text).lower()
