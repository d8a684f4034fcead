"""Whatever somebody typed into a master comes through as text: it breaks no document, commands nothing and leads nowhere."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from screening.investigate.seen import seen
from screening.papers.form import Declarant, Known, form
from screening.papers.letter import Case, letter
from screening.papers.made import MADE_ON
from screening.papers.names import file_stems
from screening.papers.published import Officer
from tests.papers.conftest import text_of
from tests.reports.hostile import hostile_texts

TEXTS = [*hostile_texts(), "\x00", "\ud800", "\ufffe", "a\rb", "a\nb", "a\tb", "\x1b[2J", "\x0b\x0c", "长" * 10_000]
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f‪-‮⁦-⁩]")


def hostile_officer(text: str) -> Officer:
    return Officer(text, text, False, True, (), (), ())


def link(text: str) -> dict[str, object]:
    return {
        "rule_id": "INT-B", "tier": "A", "overlap": "proven", "officer_id": text, "related_id": "R", "related_name": text, "relationship": text,
        "party_table": "suppliers", "party_name": text, "declaration_status": "not_declared", "path": [{"relation": text}],
    }  # fmt: skip


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def check_is_plain(path: Path, plain: Path) -> None:
    """The same parts as a harmless paper, every one of them well formed; nothing is fetched, calculated or run."""
    assert parts(path).keys() == parts(plain).keys()
    relations = {name: content for name, content in parts(path).items() if name.endswith(".rels")}
    assert relations == {name: parts(plain)[name] for name in relations}
    body = etree.fromstring(parts(path)["word/document.xml"])
    for name in ("instrText", "fldSimple", "hyperlink", "object", "altChunk", "drawing", "pict"):
        assert not list(body.iter(f"{{*}}{name}"))
    assert not COMMANDS.search("".join(body.itertext()))


def test_a_form_of_every_hostile_text(tmp_path: Path) -> None:
    known = [Known(number % 2 == 0, text, text, text, text, text) for number, text in enumerate(TEXTS)]
    form("zh", Declarant("P1", "冯", TEXTS, "2026-11-20", known), MADE_ON).save(tmp_path / "form.docx")
    form("zh", Declarant("P1", "冯", [], "2026-11-20", []), MADE_ON).save(tmp_path / "plain.docx")
    tables = [[row.cells for row in table.rows] for table in docx.Document(str(tmp_path / "form.docx")).tables]
    (filled,) = [rows for rows in tables if "来源" in [cell.text for cell in rows[0]]]

    assert [cells[1].text for cells in filled[1:]] == [seen(text) for text in TEXTS]
    check_is_plain(tmp_path / "form.docx", tmp_path / "plain.docx")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_letter_of_every_hostile_text(tmp_path: Path, language: str) -> None:
    for name, links in (("letter", [link(text) for text in TEXTS]), ("plain", [link("x")])):
        case = Case("K0", hostile_officer(TEXTS[0]), links)
        letter(case, {}, language, MADE_ON).save(tmp_path / f"{name}.docx")  # type: ignore[arg-type]
    text = text_of(tmp_path / "letter.docx")

    assert [each for each in TEXTS if seen(each) not in text] == []
    check_is_plain(tmp_path / "letter.docx", tmp_path / "plain.docx")


def test_a_line_break_in_data_makes_no_line_of_ours(tmp_path: Path) -> None:
    """Else a company could be called so that the form seems to say something more."""
    known = [Known(True, "甲公司\n☐ 3. 其他", "x", "x", "x", "x")]
    form("zh", Declarant("P1", "冯", ["x\n审批人员"], "2026-11-20", known), MADE_ON).save(tmp_path / "form.docx")

    assert "甲公司 ☐ 3. 其他" in text_of(tmp_path / "form.docx") and "x 审批人员" in text_of(tmp_path / "form.docx")


def test_names_of_files_are_ours() -> None:
    stems = file_stems(TEXTS)

    assert len({stem.casefold() for stem in stems.values()}) == len(TEXTS)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", stem) for stem in stems.values())


@pytest.mark.parametrize(
    ("codes", "plain"),
    [
        (["P01", "A-1_b"], [True, True]),
        (["p1", "P1"], [False, False]),
        (["CON", "nul", "com1", "COM10"], [False, False, False, True]),
        (["110101199003070134", "13800138000", "张三", "", ".", "a/b", "-rf", "a" * 41], [False] * 8),
    ],
)
def test_a_plain_code_names_its_file(codes: list[str], plain: list[bool]) -> None:
    stems = file_stems(codes)

    assert [stems[code] == code for code in codes] == plain
