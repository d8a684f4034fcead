"""From verdicts to findings, night after night."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from screening.contract.outputs import COMPLIANCE, FINDINGS
from screening.findings import run
from screening.settings import LimitSettings, RunSettings, Settings
from screening.warehouse.store import Warehouse

Row = dict[str, Any]

VERDICT: Row = {
    "group_id": "G1", "rule_id": "INT-B", "officer_id": "P1", "related_id": None, "party_table": "suppliers",
    "party_id": "S2", "outcome": "candidate", "tier": "A", "score": 0.998877, "party_name": "公司S2", "duty": "express",
    "declaration_status": "not_declared", "exemption": "not_met", "overlap": "proven", "dealing_basis": "transaction",
    "regimes": ["POLICY"], "regime_verdicts": "{}", "share_pct": Decimal("12"), "exposure_amount": Decimal("100"),
    "exposure_currency": "CNY", "valid_from": date(2020, 1, 1), "summary_zh": "…", "summary_en": "…", "path": "[]",
    "evidence": "[]",
}  # fmt: skip
OFFICERS: Row = {
    "officer_id": ["P1", "P1"], "name": ["阮慕澄", "阮慕澄"], "id_number": ["440305197003071234", None],
    "birth_date": pa.array([date(1970, 3, 7), None], pa.date32()),
}  # fmt: skip
SHAREHOLDER = {**VERDICT, "rule_id": "RPT-HK", "officer_id": None, "declaration_status": None, "overlap": None}


@contextmanager
def night(
    verdicts: list[Row],
    baseline: Path | None = None,
    screened: tuple[str, ...] = ("INT-B", "RPT-HK"),
    decisions: list[Row] = [],  # noqa: B006 - never changed
    duties: list[Row] = [],  # noqa: B006 - never changed
    officers: Row = OFFICERS,
) -> Iterator[Warehouse]:
    with Warehouse(Path("/nonexistent"), LimitSettings(memory="1GB")) as store:
        store.append("verdict", verdicts)
        store.append("rule_coverage", [{"rule_id": rule, "screened": True} for rule in screened])
        store.append("kin", [])
        store.append("decision", decisions)
        store.append("duty", duties)
        master = {"party_table": "suppliers", "group_id": "G1", "party_cluster": "S1", "uscc": "91440300MA5GQ12M8L"}
        store.append("party", [{**master, "party_id": party, "entity_ids": ["E2", "E1"]} for party in ("S1", "S2")])
        store.put("std_officers", pa.table(officers))
        settings = RunSettings(
            settings=Settings(),
            as_of=date(2026, 11, 20),
            delivery=Path(),
            run_id="2026-11-20-abc",
            baseline=baseline,
        )
        run(store, settings)
        yield store


def findings(verdicts: list[Row], baseline: Path | None = None, **more: Any) -> list[Row]:
    with night(verdicts, baseline, **more) as store:
        return store.rows("select * from finding order by finding_id")


def publish(folder: Path, rows: list[Row], sub: str = "") -> Path:
    """An earlier run's file."""
    target = folder / sub
    target.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows), target / "findings.parquet")
    return folder


def test_exactly_the_columns_and_types_of_the_contract() -> None:
    with night([VERDICT, SHAREHOLDER]) as store:
        found, empty = store.query("select * from finding"), store.query("select * from compliance")

    assert found.column_names == list(FINDINGS)
    assert empty.column_names == list(COMPLIANCE)
    assert empty.num_rows == 0
    types = {"double": pa.float64(), "date32": pa.date32(), "decimal(9,6)": pa.decimal128(9, 6),
             "decimal(18,2)": pa.decimal128(18, 2), "list<string>": pa.list_(pa.string())}  # fmt: skip
    for name, kind in FINDINGS.items():
        assert found.schema.field(name).type.equals(types.get(kind, pa.string())), name


def test_what_masters_and_roster_add() -> None:
    row = findings([VERDICT])[0]

    assert (row["officer_name"], row["party_cluster"], row["party_uscc"]) == ("阮慕澄", "S1", "91440300MA5GQ12M8L")
    assert row["entity_ids"] == ["E1", "E2"]
    assert (row["run_id"], row["lifecycle"], row["changed_fields"], row["closed_because"]) == (
        "2026-11-20-abc", "new", None, None,
    )  # fmt: skip


def test_two_codes_of_one_company_are_two_findings_and_one_case() -> None:
    rows = findings([VERDICT, {**VERDICT, "party_id": "S1"}, {**VERDICT, "rule_id": "POS-B"}])

    assert len({row["finding_id"] for row in rows}) == 3
    assert len({row["case_id"] for row in rows}) == 1


def test_a_finding_without_an_officer() -> None:
    row = findings([SHAREHOLDER])[0]

    assert (row["officer_id"], row["officer_name"], row["party_cluster"]) == (None, None, "S1")


def test_three_nights(tmp_path: Path) -> None:
    monday = findings([VERDICT, SHAREHOLDER])
    base = publish(tmp_path / "monday", monday)

    tuesday = {row["rule_id"]: row for row in findings([{**VERDICT, "outcome": "declared"}], base)}
    wednesday = findings([VERDICT], publish(tmp_path / "tuesday", list(tuesday.values())))

    assert (tuesday["INT-B"]["lifecycle"], tuesday["INT-B"]["changed_fields"]) == ("changed", ["outcome"])
    assert (tuesday["RPT-HK"]["lifecycle"], tuesday["RPT-HK"]["closed_because"]) == ("closed", "link_no_longer_found")
    assert tuesday["RPT-HK"]["finding_id"] in {row["finding_id"] for row in monday}
    assert [(row["rule_id"], row["lifecycle"]) for row in wednesday] == [("INT-B", "changed")], "closed once, not again"


def test_the_same_night_again_is_open(tmp_path: Path) -> None:
    base = publish(tmp_path, findings([VERDICT, SHAREHOLDER]))

    assert {row["lifecycle"] for row in findings([VERDICT, SHAREHOLDER], base)} == {"open"}


def test_what_came_back_after_it_was_closed_is_new(tmp_path: Path) -> None:
    gone = [{**row, "lifecycle": "closed"} for row in findings([VERDICT])]

    assert findings([VERDICT], publish(tmp_path, gone))[0]["lifecycle"] == "new"


def test_a_lead_that_a_stronger_link_replaced_closes_with_that_reason(tmp_path: Path) -> None:
    base = publish(tmp_path, findings([{**VERDICT, "rule_id": "ATTR-B"}]))
    both = ("INT-B", "ATTR-B")

    def because(*verdicts: Row) -> str:
        with night(list(verdicts), base, screened=both) as store:
            (row,) = store.rows("select closed_because from finding where lifecycle = 'closed'")
            return str(row["closed_because"])

    assert because(VERDICT) == "stronger_link_found"
    assert because({**VERDICT, "outcome": "no_overlap"}) == "link_no_longer_found"


def test_a_rule_that_was_switched_off_closes_with_that_reason(tmp_path: Path) -> None:
    base = publish(tmp_path, findings([VERDICT]))

    assert findings([], base, screened=())[0]["closed_because"] == "rule_not_screened"


def test_findings_on_restricted_people_have_a_baseline_too(tmp_path: Path) -> None:
    base = publish(tmp_path, findings([SHAREHOLDER]))
    publish(base, findings([VERDICT]), "restricted")

    assert {row["lifecycle"] for row in findings([VERDICT, SHAREHOLDER], base)} == {"open"}


def test_a_baseline_without_findings() -> None:
    assert findings([VERDICT], Path("/nonexistent"))[0]["lifecycle"] == "new"


def dismissal(basis: Row, **changed: Any) -> Row:
    """An entry of the log on a finding as it stood."""
    told = {name: basis[name] for name in ("finding_id", "officer_id", "fingerprint", "facts")}
    said = {
        "entry": 1,
        "at": "2026-11-19T01:30:00+00:00",
        "run_id": "r",
        "decision": "dismissed",
        "reason": "已核对",
        "by": "lin",
    }
    return {**told, **said, **changed}


def basis_of(verdict: Row = VERDICT, **more: Any) -> Row:
    with night([verdict], **more) as store:
        (row,) = store.rows("select * from finding_basis")
    return row


def decided_night(verdict: Row, entries: list[Row], **more: Any) -> tuple[Row, list[Row]]:
    """The finding, and the items of its evidence that tell what has changed since it was decided on."""
    with night([verdict], decisions=entries, **more) as store:
        (row,) = store.rows("select * from finding where lifecycle <> 'closed'")
        return row, [item for item in json.loads(row["evidence"]) if item["feature"] == "since_decision"]


def test_a_dismissed_finding_stays_dismissed_while_it_is_what_it_was() -> None:
    row, changes = decided_night(
        {**VERDICT, "score": 0.9, "tier": "B", "exposure_amount": Decimal("9")}, [dismissal(basis_of())]
    )
    (item,) = json.loads(row["evidence"])

    assert (row["outcome"], row["lifecycle"], changes) == ("dismissed", "new", [])
    assert (item["feature"], item["left"], item["bits"]) == ("decision", "dismissed", 0.0)
    assert item["detail"] == "2026-11-19 lin：排除。理由：已核对"


def test_a_changed_one_is_reopened_with_the_difference() -> None:
    row, _ = decided_night({**VERDICT, "share_pct": Decimal("40")}, [dismissal(basis_of())])
    items = json.loads(row["evidence"])

    assert (row["outcome"], row["lifecycle"], row["changed_fields"]) == ("candidate", "reopened", ["share_pct"])
    assert [(item["feature"], item["left"], item["right"]) for item in items] == [
        ("since_decision", "12", "40"), ("decision", "dismissed", None),
    ]  # fmt: skip
    assert items[0]["detail"] == "决定后有变化：持股比例（%） 12 → 40"


def test_a_dismissal_that_ran_out_is_reopened_and_says_so() -> None:
    row, changes = decided_night(VERDICT, [dismissal(basis_of(), until=date(2026, 11, 19))])

    assert (row["lifecycle"], row["changed_fields"]) == ("reopened", ["expired"])
    assert [item["detail"] for item in changes] == ["决定的有效期已过（至 2026-11-19）"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id_number", ["110101199003070134", None]),
        ("name", ["卫长庚", "阮慕澄"]),
        ("birth_date", [date(1981, 1, 1), None]),
    ],
)
def test_a_dismissal_does_not_pass_to_another_person_under_the_same_code(column: str, value: list[Any]) -> None:
    values = pa.array(value, pa.date32()) if column == "birth_date" else value
    row, changes = decided_night(VERDICT, [dismissal(basis_of())], officers=OFFICERS | {column: values})

    assert (row["outcome"], row["lifecycle"]) == ("candidate", "reopened")
    assert row["changed_fields"] == ["officer_identity"]
    assert len(changes) == 1
    assert "440305197003071234" not in str(changes)


def test_a_dismissal_is_no_change_of_its_own(tmp_path: Path) -> None:
    base = publish(tmp_path / "monday", findings([VERDICT]))
    row, _ = decided_night(VERDICT, [dismissal(basis_of())], baseline=base)
    again, _ = decided_night(VERDICT, [dismissal(basis_of())], baseline=publish(tmp_path / "tuesday", [row]))

    assert (row["outcome"], row["lifecycle"]) == (again["outcome"], again["lifecycle"]) == ("dismissed", "open")


def test_the_last_decision_counts_and_all_are_shown() -> None:
    first = dismissal(basis_of())
    row, _ = decided_night(VERDICT, [first, {**first, "entry": 2, "decision": "needs_info", "reason": "待工商档案"}])

    assert (row["outcome"], row["lifecycle"]) == ("candidate", "new")
    assert [item["left"] for item in json.loads(row["evidence"])] == ["needs_info", "dismissed"]


def test_a_confirmed_link_is_said_to_be_a_link_and_no_guilt() -> None:
    entry = dismissal(basis_of(), decision="confirmed", source="工商档案", reply="2026-11-02 书面答复")
    row, _ = decided_night(VERDICT, [entry])
    (item,) = json.loads(row["evidence"])

    assert row["outcome"] == "candidate"
    assert "确认的只是联系存在，不涉及是否不当" in item["detail"]
    assert "never guilt" in item["detail_en"]


def test_no_breach_of_the_calendar_is_listed_on_a_dismissed_link() -> None:
    about = {name: VERDICT[name] for name in ("group_id", "officer_id", "related_id", "party_table", "party_id")}
    duties = [{**about, "rule_id": "D-ADHOC", "about_rule": "INT-B"}, {"rule_id": "D-ANN", "officer_id": "P1"}]
    entry = dismissal(basis_of())
    listed = []
    for share in ("12", "40"):
        with night([{**VERDICT, "share_pct": Decimal(share)}], decisions=[entry], duties=duties) as store:
            listed.append([row["rule_id"] for row in store.rows("select rule_id from compliance order by all")])

    assert listed == [["D-ANN"], ["D-ADHOC", "D-ANN"]]
