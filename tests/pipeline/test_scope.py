"""What was not delivered is said, never passed over; people named in [restricted] stand behind their wall."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.commands import copied_sample, night_here

RESTRICTED = "P11"
LOANS = {"LOAN-IN", "LOAN-OUT", "LOAN-HELP", "GUAR-IN", "GUAR-OUT"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A night without financing, gifts (empty) and the declaration register, with one officer restricted."""
    folder = tmp_path_factory.mktemp("scope")
    delivery = copied_sample(folder)
    (delivery / "financing.csv").unlink()
    (delivery / "declarations.csv").unlink()
    gifts = (delivery / "gifts.csv").read_text(encoding="utf-8").splitlines()[0]
    (delivery / "gifts.csv").write_text(gifts + "\n", encoding="utf-8")
    with (delivery / "coi.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[restricted]\nofficers = ["{RESTRICTED}"]\n')
    assert set(night_here(delivery, folder / "out").not_screened) >= {*LOANS, "GIFT-INF"}
    return folder / "out"


@pytest.fixture(scope="module")
def run(out: Path) -> Path:
    return (out / "latest").resolve()


def cover(run: Path) -> str:
    sheet = openpyxl.load_workbook(run / "report.xlsx")["封面"]
    return "\n".join(" ".join(str(cell) for cell in row if cell) for row in sheet.iter_rows(values_only=True))


def test_a_missing_table_switches_its_rules_off(run: Path) -> None:
    coverage = json.loads((run / "coverage.json").read_text(encoding="utf-8"))

    for rule in LOANS:
        assert coverage["rules"][rule]["screened"] is False
        assert "financing" in coverage["rules"][rule]["why_en"]
        assert "借贷担保" in coverage["rules"][rule]["why_zh"]
    assert coverage["rules"]["GIFT-INF"]["screened"] is False
    assert coverage["rules"]["INT-B"]["screened"] is True
    assert coverage["tables"]["financing"] == {"delivered": False}
    assert coverage["tables"]["gifts"]["empty"] is True
    assert {row["rule_id"] for row in pq.read_table(run / "findings.parquet").to_pylist()} & LOANS == set()


def test_the_cover_says_so_with_the_reason(run: Path) -> None:
    text = cover(run)
    line = next(line for line in text.splitlines() if "LOAN-IN" in line)

    assert line.startswith("借贷担保：未交付")
    assert set(line.replace("，", " ").split()) >= LOANS
    assert "没有申报登记册：申报情况均无法判断" in text
    assert "借贷担保 financing 未提供" in text
    assert "礼金登记 gifts 已提供但无数据" in text


def test_without_a_register_no_finding_claims_to_know_it(run: Path) -> None:
    statuses = {row["declaration_status"] for row in pq.read_table(run / "findings.parquet").to_pylist()}

    assert statuses == {"unknown", None}


def test_the_restricted_officer_stands_behind_the_wall_alone(run: Path) -> None:
    inside = pq.read_table(run / "restricted" / "findings.parquet").to_pylist()
    names = {row["officer_name"] for row in inside}
    counts = json.loads((run / "coverage.json").read_text(encoding="utf-8"))["restricted"]

    assert {row["officer_id"] for row in inside} == {RESTRICTED}
    assert counts["findings"] == len(inside) > 0
    assert stat.S_IMODE((run / "restricted").stat().st_mode) == 0o700
    assert f"另有 {counts['candidates']} 条候选涉及受限人员" in cover(run)
    (name,) = names
    for path in run.rglob("*"):
        if path.is_file() and "restricted" not in path.relative_to(run).parts:
            assert name not in text_of(path), path
            assert ascii(name)[1:-1] not in text_of(path), path


def text_of(path: Path) -> str:
    """Everything a published file says."""
    if path.suffix == ".parquet":
        return str(pq.read_table(path).to_pylist()) + path.read_bytes().decode("utf-8", "replace")
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(part).decode("utf-8") for part in archive.namelist())
    return path.read_text(encoding="utf-8")


def test_the_others_are_as_if_he_were_not_there(run: Path, sample_out: Path) -> None:
    def links(folder: Path) -> set[str]:
        rows = pq.read_table(folder / "findings.parquet").to_pylist()
        gone = {*LOANS, "GIFT-INF", "GIFT-CASH"}
        return {row["finding_id"] for row in rows if row["officer_id"] != RESTRICTED and row["rule_id"] not in gone}

    assert links(run) == links((sample_out / "latest").resolve())
