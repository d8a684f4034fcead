"""`coi dispose` and `coi verify` as people type them."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from screening.decisions.log import NAME, read_log
from tests.commands import coi_here, complaint, night_here
from tests.deliveries import write_good

WHY = ("--decision", "dismissed", "--reason", "已核对")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published night with one candidate."""
    folder = tmp_path_factory.mktemp("published")
    night_here(write_good(folder / "delivery"), folder / "out")
    return folder / "out"


@pytest.fixture
def out(published: Path, tmp_path: Path) -> Path:
    return shutil.copytree(published, tmp_path / "out", symlinks=True)


def sheet(out: Path) -> tuple[openpyxl.Workbook, openpyxl.worksheet.worksheet.Worksheet, dict[str, int]]:
    book = openpyxl.load_workbook(out / "latest" / "report.xlsx")
    candidates = book["候选"]
    return book, candidates, {cell.value: cell.column for cell in candidates[1]}


@pytest.fixture
def finding(out: Path) -> str:
    _, candidates, columns = sheet(out)
    return str(candidates.cell(2, columns["结果编号"]).value)


@pytest.mark.parametrize(("words", "said"), [((), "已记录第 1 条决定"), (("--lang", "en"), "Recorded as entry 1")])
def test_a_decision_is_acknowledged_with_the_head_of_the_log(
    out: Path, finding: str, words: tuple[str, ...], said: str
) -> None:
    done = coi_here("dispose", out, finding, *WHY, *words)

    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
    assert read_log(out).head.head in done.stdout
    assert coi_here("verify", out).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("F0000000000000000", *WHY), "没有该编号的结果"),
        (("--decision", "dismissed", "--reason", "x"), "请给出一个结果编号"),
        (("FINDING", "--from", "report.xlsx"), "请给出一个结果编号"),
        (("--from", "report.xlsx", "--reason", "x"), "请给出一个结果编号"),
        (("FINDING",), "须选择一种决定"),
        (("FINDING", "--decision", "dismissed"), "理由（--reason）须写明"),
        (("FINDING", *WHY, "--until", "tomorrow"), "--until 不是有效日期"),
        (("FINDING", *WHY, "--until", "2020-01-01"), "该日已过"),
        (("FINDING", "--decision", "confirmed", "--reason", "x"), "原始依据（--source）"),
        (("--from", "nowhere.xlsx"), "nowhere.xlsx"),
    ],
)
def test_a_refusal_is_one_sentence_and_status_2(out: Path, finding: str, words: tuple[str, ...], said: str) -> None:
    done = coi_here("dispose", out, *(finding if word == "FINDING" else word for word in words))

    assert done.returncode == 2
    assert said in complaint(done)
    assert read_log(out).entries == ()


def test_a_folder_without_runs(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert coi_here("dispose", folder, "F1", *WHY).returncode == 2
        assert not (folder / NAME).exists()


def test_the_workbook_is_read_back(out: Path, finding: str, tmp_path: Path) -> None:
    book, candidates, columns = sheet(out)
    for header, told in {"决定": "排除", "理由": "持股已转让，见工商档案", "有效期至": "2099-01-31"}.items():
        candidates.cell(2, columns[header]).value = told
    book.save(tmp_path / "filled.xlsx")

    assert (
        coi_here("dispose", out, "--from", tmp_path / "filled.xlsx").stdout
        == "已记录 1 条；此前已记录 0 条；拒绝 0 条。\n"
    )
    assert [entry.finding_id for entry in read_log(out).entries] == [finding]
    again = coi_here("dispose", out, "--from", tmp_path / "filled.xlsx", "--lang", "en")
    assert (again.returncode, again.stdout) == (0, "0 recorded, 1 recorded before, 0 refused.\n")


def test_a_refused_row_is_named_and_the_status_is_2(out: Path, tmp_path: Path) -> None:
    book, candidates, columns = sheet(out)
    candidates.cell(2, columns["决定"]).value = "确认联系属实"
    candidates.cell(2, columns["理由"]).value = "见档案"
    book.save(tmp_path / "filled.xlsx")
    done = coi_here("dispose", out, "--from", tmp_path / "filled.xlsx")

    assert done.returncode == 2
    assert complaint(done).startswith("第 2 行：未记录：原始依据（--source）")


def test_the_drop_downs_offer_what_can_be_read(out: Path) -> None:
    _, candidates, columns = sheet(out)
    offered = {
        str(each.sqref).rstrip("0123456789:"): each.formula1 for each in candidates.data_validations.dataValidation
    }
    place = candidates.cell(2, columns["决定"]).column_letter

    assert any(key.startswith(place) and "排除" in words for key, words in offered.items())


@pytest.mark.parametrize("content", [b"", b"PK no zip", b"<html>"])
def test_a_file_that_is_no_workbook(out: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "report.xlsx").write_bytes(content)
    done = coi_here("dispose", out, "--from", tmp_path / "report.xlsx")

    assert done.returncode == 2
    assert "report.xlsx" in complaint(done)


def test_an_altered_log_is_status_6_for_everybody(out: Path, finding: str, tmp_path: Path) -> None:
    assert coi_here("dispose", out, finding, *WHY).returncode == 0
    with sqlite3.connect(out / NAME) as db:
        db.execute("drop trigger entry_is_never_changed")
        db.execute("update entry set text = replace(text, 'dismissed', 'confirmed')")
    db.close()
    delivery = write_good(tmp_path / "delivery")

    for words in (
        ("verify", out),
        ("dispose", out, finding, *WHY),
        ("run", delivery, "--out", out, "--as-of", "2026-11-21"),
    ):
        done = coi_here(*words)
        assert done.returncode == 6, words
        assert "决定日志" in complaint(done)


def test_a_log_that_was_removed_is_status_6(out: Path, finding: str) -> None:
    coi_here("dispose", out, finding, *WHY)
    (out / NAME).unlink()

    assert coi_here("verify", out).returncode == 6
