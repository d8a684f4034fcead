"""The files for machines: schemas, order, and the wall around restricted people."""

from __future__ import annotations

import json
import stat
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from screening import CONTRACT_VERSION
from screening.contract.index import INDEX_TABLES, INDEX_VERSION
from screening.contract.outputs import COMPLIANCE, FINDINGS, QUALITY
from screening.reports import run
from screening.reports.arrow import arrow_type, write_parquet
from screening.reports.candidates import json_line
from tests.policy.world import put_staged

from .world import finding, issue, view

NAME = "尤听松"


def published(folder: Path, findings: list[dict[str, Any]], **options: Any) -> Path:
    out = folder / "out"
    out.mkdir()
    with view(folder, findings, **options) as seen:
        run(seen.warehouse, seen.night, out)
    return out


def test_the_files_of_a_run(tmp_path: Path) -> None:
    out = published(tmp_path, [finding(1)])

    assert sorted(path.name for path in out.iterdir()) == [
        "candidates.jsonl", "compliance.parquet", "coverage.json", "findings.parquet", "index", "quality.parquet",
        "report.html", "report.xlsx",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "columns"), [("findings", FINDINGS), ("compliance", COMPLIANCE), ("quality", QUALITY)]
)
def test_schemas_are_those_of_the_contract(tmp_path: Path, name: str, columns: dict[str, str]) -> None:
    schema = pq.read_schema(published(tmp_path, [finding(1)], issues=[issue()]) / f"{name}.parquet")

    assert schema.names == list(columns)
    assert schema.types == [arrow_type(kind) for kind in columns.values()]
    assert schema.metadata[b"contract_version"] == CONTRACT_VERSION.encode()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("string", pa.string()), ("double", pa.float64()), ("date32", pa.date32()), ("int64", pa.int64()),
        ("list<string>", pa.list_(pa.field("item", pa.string()))), ("decimal(9,6)", pa.decimal128(9, 6)),
        ("decimal(18,2)", pa.decimal128(18, 2)),
    ],
)  # fmt: skip
def test_types_are_spelled_in_the_contract(text: str, kind: pa.DataType) -> None:
    assert arrow_type(text) == kind


def test_findings_are_all_there_in_the_order_of_their_ids(tmp_path: Path) -> None:
    findings = [finding(3, outcome="exempt"), finding(1), finding(2, lifecycle="closed")]
    table = pq.read_table(published(tmp_path, findings) / "findings.parquet").to_pylist()

    assert [row["finding_id"][-1] for row in table] == ["1", "2", "3"]
    assert table[0]["share_pct"] == Decimal("30.000000")
    assert table[0]["valid_from"] == date(2024, 1, 1)


def test_candidates_are_best_first(tmp_path: Path) -> None:
    """Tier, registered_only last, score, exposure with nulls last, id; neither dismissed nor closed ones."""
    order = [
        finding(19, tier="A", score=0.5),
        finding(18, tier="B", score=0.99, exposure_amount=Decimal(5)),
        finding(17, tier="B", score=0.99, exposure_amount=Decimal(4)),
        finding(15, tier="B", score=0.99, exposure_amount=None),
        finding(16, tier="B", score=0.99, exposure_amount=None),
        finding(14, tier="B", score=0.98),
        finding(13, tier="B", score=0.99, dealing_basis="registered_only"),
        finding(12, tier="C", score=1.0),
    ]
    others = [finding(2, outcome="dismissed"), finding(3, lifecycle="closed"), finding(4, outcome="declared")]
    lines = (published(tmp_path, [*reversed(order), *others]) / "candidates.jsonl").read_text().splitlines()

    assert [json.loads(line)["finding_id"] for line in lines] == [row["finding_id"] for row in order]


def test_a_candidate_is_one_object_with_path_and_evidence(tmp_path: Path) -> None:
    line = json.loads((published(tmp_path, [finding(1)]) / "candidates.jsonl").read_text())

    assert line["contract_version"] == CONTRACT_VERSION
    assert set(line) == {"contract_version", *FINDINGS}
    assert line["path"][0]["source"] == {"table": "holdings", "row": 7}
    assert line["evidence"][0]["verdict"] == "agrees"
    assert (line["share_pct"], line["valid_from"], line["related_id"]) == (30.0, "2024-01-01", None)


def test_json_lines_refuse_what_they_do_not_know() -> None:
    with pytest.raises(TypeError, match="object"):
        json_line({"x": object()})


def test_no_candidates_is_an_empty_file(tmp_path: Path) -> None:
    assert (published(tmp_path, []) / "candidates.jsonl").read_bytes() == b""


def test_the_same_rows_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    table = pa.table({"a": ["1", "2", None] * 1000})
    write_parquet(tmp_path / "one.parquet", table)
    write_parquet(tmp_path / "two.parquet", pa.concat_tables([table.slice(0, 7), table.slice(7)]))

    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_quality_speaks_the_language_of_the_run(tmp_path: Path, language: str) -> None:
    rows = pq.read_table(published(tmp_path, [], issues=[issue()], language=language) / "quality.parquet").to_pylist()

    assert [row["message"] for row in rows] == [{"zh": "校验位不符。", "en": "The check digit does not fit."}[language]]
    assert (rows[0]["table"], rows[0]["row"], rows[0]["key"], rows[0]["check"]) == (
        "suppliers",
        7,
        "S06",
        "uscc_check_digit",
    )


def test_coverage_tells_tables_rules_and_pairs(tmp_path: Path) -> None:
    why = {"GEN": ("举报线索：未交付", "tips not delivered")}
    coverage = json.loads((published(tmp_path, [], unscreened=why) / "coverage.json").read_text())

    assert coverage["tables"]["tips"] == {"delivered": False}
    assert coverage["tables"]["suppliers"]["read"] == 10
    assert coverage["rules"]["INT-B"] == {"screened": True, "why_zh": None, "why_en": None}
    assert coverage["rules"]["GEN"] == {"screened": False, "why_zh": why["GEN"][0], "why_en": why["GEN"][1]}
    assert coverage["pairs"] == {"pairs_pruned_as_homonyms": 17}


# --- [restricted] -----------------------------------------------------------------------------------------------------

SECRET = finding(9, officer_id="P09", officer_name=NAME, related_id="R09", related_name="尤观澜", case_id="K9",
                 summary_zh=f"{NAME}持有权益", summary_en=f"{NAME} holds",
                 path=json.dumps([{"from": NAME, "to": "X", "relation": "holds"}]))  # fmt: skip
TABLES: dict[str, list[dict[str, Any]]] = {
    "watched": [
        {"watched_id": "officer:P01", "officer_id": "P01", "name": "冯砚秋", "table_name": "officers", "record_id": "a"},
        {"watched_id": "officer:P09", "officer_id": "P09", "name": NAME, "table_name": "officers", "record_id": "b"},
        {"watched_id": "related:r9", "officer_id": "P09", "name": "尤家商行", "table_name": "related_parties", "record_id": "r9"},
    ],
    "tie": [{"tie_id": "t1", "officer_id": "P01"}, {"tie_id": "t9", "officer_id": "P09"}, {"tie_id": "t0"}],
    "kin": [{"officer_id": "P09", "related_name": "尤观澜"}],
    "person_link": [{"watched_id": "officer:P09", "mention_name": NAME}, {"watched_id": "officer:P01", "mention_name": "冯砚秋"}],
    "attribute_link": [{"watched_id": "officer:P09"}],
    "company_watch": [{"watched_id": "related:r9"}],
    "identity_name": [{"watched_id": "officer:P09", "value": "尤又名"}, {"watched_id": "officer:P01", "value": "冯砚秋"}],
    "mention": [{"company_id": "C1", "name": name} for name in ("冯砚秋", NAME, "尤又名", None)],
    "mention_name": [{"value": name} for name in ("冯砚秋", NAME, "尤又名")],
    "party": [{"party_id": "S01", "name": "苏州听雪庐商贸有限公司"}],
}  # fmt: skip


@pytest.fixture
def walled(tmp_path: Path) -> Path:
    issues = [issue(table_name="holdings", key=f"苏州听雪庐商贸有限公司 / {NAME}"), issue()]
    return published(tmp_path, [finding(1), SECRET], issues=issues, restricted=("P09",), tables=TABLES)


def contents(out: Path) -> dict[str, str]:
    """Every published file outside restricted/, as text."""
    import zipfile

    found = {}
    for path in out.rglob("*"):
        name = path.relative_to(out).as_posix()
        if not path.is_file() or name.startswith("restricted/"):
            continue
        if path.suffix == ".parquet":
            found[name] = str(pq.read_table(path).to_pylist())
        elif path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                found[name] = "".join(archive.read(part).decode() for part in archive.namelist())
        else:
            found[name] = path.read_text(encoding="utf-8")
    return found


def test_restricted_people_stand_only_behind_the_wall(walled: Path) -> None:
    texts = contents(walled)

    assert len(texts) > 12
    for name, text in texts.items():
        for secret in (NAME, "尤观澜", "尤又名", "尤家商行", "F0000000000000009"):
            assert secret not in text, (name, secret)
        assert NAME.encode("unicode_escape").decode() not in text, name


def test_what_others_tell_of_them_is_masked(tmp_path: Path) -> None:
    """A declaration that names a restricted person, and registry rows of officers who stand behind the wall as relatives."""
    spouse, issues = (
        "蔚梧桁",
        [issue(table_name="holdings", key=f"苏州听雪庐商贸有限公司 / {name}") for name in ("尤又名", "蔚梧桁")],
    )
    form = {"declaration_id": "D1", "officer_id": "P01", "kind": "ad_hoc", "submitted_on": date(2026, 3, 2), "signed": True,
            "related_party_name": "尤又名", "counterparty_name": NAME}  # fmt: skip
    out = tmp_path / "out"
    out.mkdir()
    wife = {
        "watched_id": "officer:P10",
        "officer_id": "P10",
        "name": spouse,
        "table_name": "officers",
        "record_id": "c",
    }
    tables = TABLES | {"watched": [*TABLES["watched"], wife]}
    with view(tmp_path, [finding(1), SECRET], issues=issues, restricted=("P09",), tables=tables) as seen:
        put_staged(
            seen.warehouse, "officers", [{"officer_id": "P09", "name": NAME}, {"officer_id": "P10", "name": spouse}]
        )
        put_staged(seen.warehouse, "related_parties", [{"related_id": "R1", "officer_id": "P09", "name": spouse}])
        put_staged(seen.warehouse, "declarations", [form])
        run(seen.warehouse, seen.night, out)

    (declared,) = pq.read_table(out / "index" / "declaration.parquet").to_pylist()
    assert (declared["counterparty_name"], declared["related_party_name"]) == ("***", "***")
    for name, text in contents(out).items():
        for secret in (NAME, "尤又名", spouse):
            assert secret not in text, (name, secret)


def test_behind_the_wall_they_are_whole(walled: Path) -> None:
    inside = walled / "restricted"

    assert stat.S_IMODE(inside.stat().st_mode) == 0o700
    assert [row["officer_name"] for row in pq.read_table(inside / "findings.parquet").to_pylist()] == [NAME]
    assert json.loads((inside / "candidates.jsonl").read_text())["officer_id"] == "P09"
    assert pq.read_table(inside / "index" / "watched.parquet").num_rows == 2
    assert pq.read_table(inside / "index" / "tie.parquet").column("tie_id").to_pylist() == ["t9"]
    assert pq.read_table(inside / "index" / "mention.parquet").column("name").to_pylist() == ["尤又名", NAME]
    assert not (inside / "index" / "party.parquet").exists(), "what speaks of nobody stands once"


def test_outside_they_are_a_count(walled: Path) -> None:
    assert json.loads((walled / "coverage.json").read_text())["restricted"] == {"candidates": 1, "findings": 1}
    assert pq.read_table(walled / "findings.parquet").num_rows == 1
    keys = pq.read_table(walled / "quality.parquet").column("key").to_pylist()
    assert sorted(keys) == ["S06", "苏州听雪庐商贸有限公司 / ***"]
    assert pq.read_table(walled / "index" / "tie.parquet").column("tie_id").to_pylist() == ["t1", "t0"]
    assert pq.read_table(walled / "index" / "mention.parquet").column("name").to_pylist() == ["冯砚秋", None]


def test_without_restricted_people_there_is_no_such_folder(tmp_path: Path) -> None:
    assert not (published(tmp_path, [SECRET]) / "restricted").exists()


def test_the_index_is_what_its_page_says(tmp_path: Path) -> None:
    index = published(tmp_path, [finding(1)]) / "index"

    assert {path.stem for path in index.iterdir()} == set(INDEX_TABLES)
    for name, table in INDEX_TABLES.items():
        schema = pq.read_schema(index / f"{name}.parquet")
        assert schema.names == list(table.columns), name
        assert schema.metadata[b"index_version"] == str(INDEX_VERSION).encode()


def test_each_case_stands_alone_as_the_page_draws_it_with_what_was_dismissed_of_it(tmp_path: Path) -> None:
    closed = finding(4, case_id="K3", outcome="dismissed", lifecycle="closed")
    told = [finding(1), finding(2, outcome="dismissed"), finding(3, case_id="K2", outcome="dismissed"), closed]
    out = published(tmp_path, told)
    rows = pq.read_table(out / "index" / "page_case.parquet").to_pylist()
    shown = {row["case_id"]: json.loads(row["content"]) for row in rows}
    page = (out / "report.html").read_text("utf-8")
    data = json.loads(page.split('<script id="data" type="application/json">')[1].split("</script>")[0])

    assert [(row["case_id"], row["officer_id"], row["number"]) for row in rows] == [
        ("K0001", "P01", 1),
        ("K2", "P01", 2),
    ]
    assert shown["K0001"]["outcomes"] == {"F0000000000000001": "candidate", "F0000000000000002": "dismissed"}
    assert list(shown["K2"]["outcomes"].values()) == ["dismissed"]
    (drawn,), (alone, _) = data["cases"][0]["findings"], shown["K0001"]["case"]["findings"]
    for name in ("why", "next", "path", "ledger"):
        assert data["shared"][drawn[name]] == shown["K0001"]["shared"][alone[name]], name


def test_the_index_is_sorted_by_what_it_is_asked_for(tmp_path: Path) -> None:
    names = [{"value": f"名{number}"} for number in range(40_000)]
    index = published(tmp_path, [], tables={"mention_name": names[::-1]}) / "index"
    file = pq.ParquetFile(index / "mention_name.parquet")

    values = file.read().column("value").to_pylist()
    assert values == sorted(values) and len(values) == 40_000
    assert [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)] == [16_384, 16_384, 7_232]


def test_a_code_that_two_clients_use_names_the_company_of_ones_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with view(tmp_path, [finding(1)]) as seen:
        put_staged(seen.warehouse, "officers", [
            {"officer_id": officer, "name": "冯砚秋", "entity_id": "E1", "group_id": group} for officer, group in (("P1", "G1"), ("P2", "G2"))
        ])  # fmt: skip
        put_staged(seen.warehouse, "group_entities", [
            {"entity_id": "E1", "name": name, "group_id": group} for name, group in (("甲控股", "G1"), ("乙控股", "G2"))
        ])  # fmt: skip
        run(seen.warehouse, seen.night, out)

    posts = pq.read_table(out / "index" / "post.parquet").to_pylist()
    assert {row["officer_id"]: row["entity_name"] for row in posts} == {"P1": "甲控股", "P2": "乙控股"}
