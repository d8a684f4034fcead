"""The form and the statement say what the policy prints, and can be printed and signed."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from screening.contract.words import ENUMERATIONS
from screening.papers.document import Paper
from screening.papers.form import form
from screening.papers.language import Language
from screening.papers.made import MADE_ON
from screening.papers.statement import statement
from tests.papers.conftest import text_of

LANGUAGES: tuple[Language, Language] = ("zh", "en")
MISREAD = [
    "竟",
    "迸",
    "責",
    "客尸",
    "投责",
    "责金",
    "责产",
    "中报",
    "证卷",
    "仪持有",
    "货款",
    "接待",
    "身丹",
    "单人",
    "筒称",
    "於",
    "职贵",
    "?",
    "？",
]
"""What scanned copies of the policy make of its words."""


def read(paper: Paper, folder: Path) -> Document:
    path = folder / "paper.docx"
    paper.save(path)
    return docx.Document(str(path))


def test_the_form_has_the_fields_the_policy_prints(tmp_path: Path) -> None:
    text = text_of(read(form("zh"), tmp_path))
    printed = (
        "利益冲突申报表", "一、利益冲突的申报", "（含分、子公司，下同）有业务往来或竞争业务的任何公司的直接或间接利益", "存在/可能引起利益冲突的情况",
        "☐\t本人目前没有需要申报的利益冲突", "1. 本人或关联人在与公司有竞争业务的公司拥有利益，该公司为", "2. 本人或关联人在与公司有业务往来的公司拥有利益，该公司为",
        "3. 上述关联人姓名", "关联关系", "申报人（签字）", "单位及职务", "申报日期", "二、利益冲突事项审批", "☐\t1. 申报人应于[　　]天内消除该利益冲突",
        "☐\t2. 公司能接受该利益冲突的影响", "☐\t3. 其他（请说明）", "审批人员", "日期", "补充表（选填）",
    )  # fmt: skip
    place = 0
    for words in printed:
        place = text.find(words, place)
        assert place >= 0, f"{words} is missing, or stands in another place"
    assert all(words[0] in text for words in ENUMERATIONS["item"].values())


def test_the_statement_is_the_policys(tmp_path: Path) -> None:
    text = text_of(read(statement("zh"), tmp_path))

    for words in (
        "关于利益冲突的声明", "（以下简称“公司”）已制定《利益冲突管理制度》", "已知《利益冲突管理制度》所列示的相关利益冲突情形", "低于该公司发行在外5%的权益的投资除外",
        "提供贷款、为其担保贷款、从其获得贷款或在其协助下获得贷款（但与金融机构的正常借贷除外）", "董监高或关联人销售任何对公司现有或潜在的商业活动构成竞争的产品",
        "本人特此承诺", "将按照《利益冲突管理制度》申报本人所涉及的利益冲突（如有）", "在本人担任公司董事、监事、高级管理人员期间，本人不从事或担任", "声明人", "日期",
    ):  # fmt: skip
        assert words in text
    assert "由其担保" not in text, "the statement does not name it, though the policy does"


@pytest.mark.parametrize("make", [form, statement], ids=["form", "statement"])
def test_no_misreading_of_a_scan_is_left(tmp_path: Path, make: object) -> None:
    text = text_of(read(make("zh"), tmp_path))  # type: ignore[operator]

    assert [word for word in MISREAD if word in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [form, statement], ids=["form", "statement"])
def test_they_print_on_a4_in_chinese_letters(tmp_path: Path, make: object, language: Language) -> None:
    document = read(make(language), tmp_path)  # type: ignore[operator]
    section = document.sections[0]
    fonts = document.styles["Normal"].element.rPr.rFonts

    assert abs(section.page_width - Cm(21)) < Cm(0.01) and abs(section.page_height - Cm(29.7)) < Cm(0.01)
    assert fonts.get(qn("w:eastAsia")) == "SimSun" and fonts.get(qn("w:asciiTheme")) is None
    for table in document.tables:
        assert table.style is not None and table.style.name == "Table Grid", "lines to write between"
        room = sum(column.width for column in table.columns)
        assert abs(room - Cm(16)) < Cm(0.1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [form, statement], ids=["form", "statement"])
def test_the_same_bytes_twice_and_no_clock(tmp_path: Path, make: object, language: Language) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    make(language).save(first)  # type: ignore[operator]
    make(language).save(second)  # type: ignore[operator]
    properties = docx.Document(str(first)).core_properties

    assert first.read_bytes() == second.read_bytes()
    assert {entry.date_time for entry in zipfile.ZipFile(first).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert (properties.author, properties.last_modified_by) == ("coi-screening", "coi-screening")
    assert {properties.created, properties.modified} == {MADE_ON.replace(tzinfo=properties.created.tzinfo)}  # type: ignore[union-attr]


def test_english_papers_say_that_the_chinese_ones_count(tmp_path: Path) -> None:
    for make in (form, statement):
        text = text_of(read(make("en"), tmp_path))  # type: ignore[operator]
        assert "Translation for convenience" in text
        assert not re.search("[一-鿿]", text)


def test_a_paper_of_a_run_bears_its_day(tmp_path: Path) -> None:
    day = datetime(2026, 11, 20)  # noqa: DTZ001 - office files know no time zone
    properties = read(form("zh", None, day), tmp_path).core_properties

    assert properties.created is not None and properties.created.replace(tzinfo=None) == day
