"""`coi template` as people type it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pytest

from screening.contract.tables import TABLES
from tests.commands import coi, coi_here, complaint, tree_hash


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_writes_workbooks_form_and_statement(tmp_path: Path, language: str) -> None:
    done = coi_here("template", "papers", "--lang", language, cwd=tmp_path)
    folder = tmp_path / "papers"
    title = docx.Document(str(folder / "declaration_form.docx")).paragraphs[0].text

    assert (done.returncode, done.stderr) == (0, "")
    assert ("空白数据表 18 个" if language == "zh" else "18 empty workbooks") in done.stdout
    assert {path.name for path in folder.iterdir()} == {f"{name}.xlsx" for name in TABLES} | {
        "declaration_form.docx",
        "statement.docx",
    }
    assert title == ("利益冲突申报表" if language == "zh" else "Declaration of conflicts of interest")


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    for name, zone in (("a", "Asia/Shanghai"), ("b", "America/Lima")):
        assert (
            coi("template", tmp_path / name, env={"TZ": zone, "PYTHONHASHSEED": name.encode().hex()[:1]}).returncode
            == 0
        )

    assert tree_hash(tmp_path / "a") == tree_hash(tmp_path / "b")


@pytest.mark.parametrize(("language", "said"), [("zh", "不是空目录"), ("en", "nothing in it is overwritten")])
def test_a_folder_with_something_in_it_is_refused(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "officers.xlsx").write_text("mine")
    done = coi_here("template", ".", "--lang", language, cwd=tmp_path)

    assert done.returncode == 2
    assert said in complaint(done)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_help_loads_no_library_of_office_files() -> None:
    program = (
        "import sys\nfrom screening.cli import main\nsys.argv = ['coi', 'template', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    print('loaded', [name for name in ('docx', 'xlsxwriter', 'lxml', 'duckdb') if name in sys.modules])\n"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "loaded []"


def test_papers_of_a_run(sample_out: Path, tmp_path: Path) -> None:
    chinese = coi_here("template", tmp_path / "a", "--from", sample_out)
    english = coi_here("template", tmp_path / "b", "--from", sample_out, "--officer", "P09", "--lang", "en")

    assert (chinese.returncode, chinese.stderr) == (0, "")
    assert "预填申报表 14 份，询问函 25 份" in chinese.stdout and "审阅" in chinese.stdout
    assert "forms filled in before: 1, letters of inquiry: 1." in english.stdout
    assert [path.name for path in (tmp_path / "b" / "forms").iterdir()] == ["P09.docx"]


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (["--officer", "P09"], "--officer 须与 --from 同用", "--officer goes with --from"),
        (["--from", "no-such"], "没有已发布的运行", "Nothing was published"),
    ],
)
def test_wrong_words(tmp_path: Path, words: list[str], zh: str, en: str) -> None:
    chinese = coi_here("template", "papers", *words, cwd=tmp_path)
    english = coi_here("template", "papers", *words, "--lang", "en", cwd=tmp_path)

    assert (chinese.returncode, english.returncode) == (2, 2)
    assert zh in complaint(chinese) and en in complaint(english)
    assert list(tmp_path.iterdir()) == []
