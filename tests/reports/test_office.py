"""The workbook in LibreOffice: opened, saved and given back, it says the same and holds nothing that acts."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from screening.contract.decisions import CANDIDATES_SHEET, DECISIONS, ENTRY_COLUMNS, IDENTITIES
from screening.decisions.log import read_log
from screening.reports.words import Language
from tests.commands import SAMPLE, coi_here, night_here

pytestmark = pytest.mark.office
LANGUAGES: tuple[Language, Language] = ("zh", "en")
UNTIL = datetime(2099, 1, 31, tzinfo=UTC)
TOLD = {
    "decision": "排除",
    "reason": "持股已转让，见工商档案",
    "until": UNTIL.replace(tzinfo=None),
    "identity": "非同一人或同一企业",
}


@dataclass(frozen=True)
class Books:
    """Workbooks by name, as they were written and as LibreOffice saved them in `folder`."""

    folder: Path
    before: Mapping[str, openpyxl.Workbook]
    after: Mapping[str, openpyxl.Workbook]


@pytest.fixture(scope="module")
def books(sample_out: Path, tmp_path_factory: pytest.TempPathFactory, soffice: str) -> Books:
    """The sample's workbook in both languages and one that somebody filled in."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copy(sample_out / "latest" / "report.xlsx", folder / "zh.xlsx")
    shutil.copy(night_here(SAMPLE, folder / "out", language="en").folder / "report.xlsx", folder / "en.xlsx")
    before = {name: openpyxl.load_workbook(folder / f"{name}.xlsx") for name in LANGUAGES}
    filled = openpyxl.load_workbook(folder / "zh.xlsx")
    sheet = filled[CANDIDATES_SHEET[0]]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for name, value in TOLD.items():
        sheet.cell(2, columns[ENTRY_COLUMNS[name][0]]).value = value
    filled.save(folder / "filled.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [str(folder / f"{name}.xlsx") for name in (*LANGUAGES, "filled")]
    words = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved"), *names]
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    after = {name: openpyxl.load_workbook(folder / "saved" / f"{name}.xlsx") for name in (*LANGUAGES, "filled")}
    return Books(folder / "saved", before, after)


def _cells(sheet: Worksheet) -> dict[str, Any]:
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_of_every_sheet_says_the_same(books: Books, language: str) -> None:
    before, after = books.before[language], books.after[language]

    assert after.sheetnames == before.sheetnames
    assert len(after.sheetnames) > 10
    for title in before.sheetnames:
        assert _cells(after[title]) == _cells(before[title]), title


@pytest.mark.parametrize("name", [*LANGUAGES, "filled"])
def test_nothing_in_it_acts(books: Books, name: str) -> None:
    cells = [cell for sheet in books.after[name] for row in sheet.iter_rows() for cell in row]

    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {None}, "links lead to rows of its own"
    with zipfile.ZipFile(books.folder / f"{name}.xlsx") as parts:
        relations = b"".join(parts.read(part) for part in parts.namelist() if part.endswith(".rels"))
        assert not any("external" in part.lower() or "vba" in part.lower() for part in parts.namelist())
    assert b"worksheet" in relations
    assert b'TargetMode="External"' not in relations


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_the_columns_for_decisions_are_kept(books: Books, language: Language) -> None:
    place = LANGUAGES.index(language)
    sheet = books.after[language][CANDIDATES_SHEET[place]]
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    offered = {
        str(each.sqref).split(":")[0].rstrip("0123456789"): each.formula1.strip('"').split(",")
        for each in sheet.data_validations.dataValidation
    }

    assert offered == {
        letters[ENTRY_COLUMNS["decision"][place]]: [words[place] for words in DECISIONS.values()],
        letters[ENTRY_COLUMNS["identity"][place]]: [words[place] for words in IDENTITIES.values()],
    }


def test_what_was_filled_in_and_saved_there_is_recorded(books: Books, sample_out: Path, tmp_path: Path) -> None:
    out = shutil.copytree(sample_out, tmp_path / "out", symlinks=True)
    done = coi_here("dispose", out, "--from", books.folder / "filled.xlsx")

    assert (done.returncode, done.stdout) == (0, "已记录 1 条；此前已记录 0 条；拒绝 0 条。\n")
    (entry,) = read_log(out).entries
    assert (entry.decision, entry.identity) == ("dismissed", "not_same")
    assert (entry.reason, entry.until) == (TOLD["reason"], date(2099, 1, 31))
