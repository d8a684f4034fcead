"""Auditors' decisions through several nights over the sample: dismissed, not raised again, reopened by a changed holding."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.commands import SAMPLE, coi_here, copied_sample, night_here

from .tables import Row, change


def found(run: Path, finding_id: str) -> dict[str, Any]:
    """One finding of a run."""
    (row,) = [row for row in pq.read_table(run / "findings.parquet").to_pylist() if row["finding_id"] == finding_id]
    return dict(row)


def raised(run: Path) -> set[str]:
    return {json.loads(line)["finding_id"] for line in (run / "candidates.jsonl").read_text("utf-8").splitlines()}


def run_of(out: Path, day: str) -> Path:
    (run,) = (out / "runs").glob(f"{day}-*")
    return run


@pytest.fixture(scope="module")
def holding(sample_out: Path) -> dict[str, Any]:
    """A candidate on a holding of 22 %."""
    rows = [json.loads(line) for line in (sample_out / "latest" / "candidates.jsonl").read_text("utf-8").splitlines()]
    return next(row for row in rows if row["share_pct"] == 22)


@pytest.fixture(scope="module")
def out(sample_out: Path, holding: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Monday as the sample has it; a dismissal; Tuesday the same data; on Wednesday the holding has grown."""
    folder = tmp_path_factory.mktemp("decided")
    out = shutil.copytree(sample_out, folder / "out", symlinks=True)
    done = coi_here(
        "dispose", out, holding["finding_id"], "--decision", "dismissed", "--reason", "委托代持已解除，见协议"
    )
    assert done.returncode == 0, done.stderr
    night_here(SAMPLE, out, as_of="2026-11-21")
    delivery = copied_sample(folder)

    def grown(header: Row, rows: list[Row]) -> list[Row]:
        share = header.index("share_pct")
        return [[*row[:share], {"22": "41"}.get(row[share], row[share]), *row[share + 1 :]] for row in rows]

    change(delivery, "holdings", grown)
    night_here(delivery, out, as_of="2026-11-22")
    return out


def test_the_next_night_does_not_raise_it(out: Path, holding: dict[str, Any]) -> None:
    monday, tuesday = run_of(out, "2026-11-20"), run_of(out, "2026-11-21")

    assert raised(monday) - raised(tuesday) == {holding["finding_id"]}
    assert found(tuesday, holding["finding_id"])["outcome"] == "dismissed"
    assert found(tuesday, holding["finding_id"])["lifecycle"] == "open"


def test_a_changed_holding_raises_it_again_with_the_difference(out: Path, holding: dict[str, Any]) -> None:
    row = found(run_of(out, "2026-11-22"), holding["finding_id"])
    since = [item for item in json.loads(row["evidence"]) if item["feature"] == "since_decision"]

    assert holding["finding_id"] in raised(run_of(out, "2026-11-22"))
    assert (row["outcome"], row["lifecycle"]) == ("candidate", "reopened")
    assert "share_pct" in row["changed_fields"]
    assert {(item["left"], item["right"]) for item in since} >= {("22", "41")}


def test_the_manifest_names_the_head_it_read(out: Path) -> None:
    heads = [
        json.loads((run_of(out, day) / "manifest.json").read_text("utf-8"))["decisions"]["entries"]
        for day in ("2026-11-20", "2026-11-21", "2026-11-22")
    ]

    assert heads == [0, 1, 1]
    assert coi_here("verify", out).returncode == 0


def test_a_new_decision_is_a_new_night_and_the_same_decisions_the_same(out: Path, tmp_path: Path) -> None:
    other = shutil.copytree(out, tmp_path / "out", symlinks=True)
    again = night_here(SAMPLE, other, as_of="2026-11-21")
    coi_here(
        "dispose", other, next(iter(raised(run_of(other, "2026-11-22")))), "--decision", "needs_info", "--reason", "x"
    )
    after = night_here(SAMPLE, other, as_of="2026-11-21")

    assert again.unchanged
    assert not after.unchanged
    assert after.run_id != again.run_id


def test_the_workbook_tells_decision_and_difference(out: Path, holding: dict[str, Any]) -> None:
    def rows(day: str, sheet: str) -> list[dict[str, Any]]:
        book = openpyxl.load_workbook(run_of(out, day) / "report.xlsx")
        header, *lines = book[sheet].iter_rows(values_only=True)
        return [dict(zip(header, line, strict=True)) for line in lines]

    def mine(day: str, sheet: str) -> dict[str, Any]:
        return next(row for row in rows(day, sheet) if row["结果编号"] == holding["finding_id"])

    assert mine("2026-11-21", "未列为候选及原因")["未列为候选的原因"].endswith("排除。理由：委托代持已解除，见协议")
    assert "排除" in mine("2026-11-21", "与上次相比")["变化内容或关闭原因"]
    assert mine("2026-11-21", "审计决定")["效力"] == "有效"
    assert "持股比例（%） 22 → 41" in mine("2026-11-22", "候选")["当前决定"]
    assert "持股比例（%） 22 → 41" in mine("2026-11-22", "与上次相比")["变化内容或关闭原因"]
    assert mine("2026-11-22", "审计决定")["效力"] == "因变化或到期失效"


def test_the_page_tells_them_too(out: Path, holding: dict[str, Any]) -> None:
    page = (run_of(out, "2026-11-22") / "report.html").read_text("utf-8")
    data = json.loads(page.split('<script id="data" type="application/json">')[1].split("</script>")[0])
    (finding,) = [
        each for case in data["cases"] for each in case["findings"] if each["finding_id"] == holding["finding_id"]
    ]

    assert [zh for zh, _ in finding["decisions"] if "22 → 41" in zh]
    assert "理由：委托代持已解除，见协议" in finding["decisions"][-1][0]


def test_a_ruling_on_identity_takes_the_link_away_and_can_be_taken_back(
    sample_out: Path, holding: dict[str, Any], tmp_path: Path
) -> None:
    out = shutil.copytree(sample_out, tmp_path / "out", symlinks=True)
    finding = holding["finding_id"]

    def rule(identity: str) -> None:
        words = ("--decision", "needs_info", "--reason", "户籍资料", "--identity", identity)
        assert coi_here("dispose", out, finding, *words).returncode == 0

    rule("not_same")
    gone = night_here(SAMPLE, out, as_of="2026-11-21").folder
    assert found(gone, finding)["lifecycle"] == "closed"
    rule("same")
    back = night_here(SAMPLE, out, as_of="2026-11-22").folder

    assert finding in raised(back)
    assert (found(back, finding)["tier"], found(back, finding)["lifecycle"]) == ("A", "new")
    assert json.loads((back / "coverage.json").read_text("utf-8"))["pairs"]["rulings_same_person"] == 1
