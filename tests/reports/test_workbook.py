"""report.xlsx, reopened: what stands in it, and that nothing from data becomes a formula, a link or markup."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screening.contract.decisions import DECISIONS, IDENTITIES
from screening.refdata.calibration import calibration
from screening.reports.book.sheet import by_case
from screening.reports.sheets import printable
from screening.reports.workbook import write_workbook

from .world import CONTROLS, HOSTILE, LONG, LONG_EMOJI, RUN, finding, hostile, issue, view

SHEETS = {
    "zh": [
        "封面",
        "候选",
        "证据",
        "路径",
        "已申报未获接受",
        "申报核对",
        "申报期限",
        "与上次相比",
        "审计决定",
        "未列为候选及原因",
        "未列入名单的疑似竞争方",
        "数据质量",
        "概率的含义",
        "词汇表",
    ],
    "en": [
        "Cover",
        "Candidates",
        "Evidence",
        "Paths",
        "Declared, not accepted",
        "Declarations reconciled",
        "Declaration calendar",
        "Changes since last run",
        "Decisions",
        "Cleared and why",
        "Unlisted competitors, proposed",
        "Data quality",
        "What probability means",
        "Glossary",
    ],
}


_EXEMPT = json.dumps([{"feature": "exemption", "verdict": "agrees", "detail": "豁免成立", "detail_en": "exempt"}])


def written(folder: Path, findings: list[dict[str, Any]], **options: Any) -> Path:
    path = folder / "report.xlsx"
    with view(folder, findings, **options) as seen:
        write_workbook(path, seen)
    return path


def rows(path: Path, sheet: str) -> list[list[Any]]:
    return [list(row) for row in openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sheets_have_frozen_headers_and_filters(tmp_path: Path, language: str) -> None:
    path = written(tmp_path, [finding(1)], issues=[issue()], language=language)
    book = openpyxl.load_workbook(path)

    assert book.sheetnames == SHEETS[language]
    for name in SHEETS[language][1:]:
        by_one_column = (SHEETS[language][-4], SHEETS[language][-1])  # proposed competitors, the glossary
        assert book[name].freeze_panes == ("B2" if name in by_one_column else "D2"), name
        assert book[name].auto_filter.ref.startswith("A1:"), name
        assert book[name].print_title_rows == "$1:$1", name
        assert all(cell.value for cell in book[name][1]), name


def test_empty_sheets_still_have_headers_and_filters(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, []))

    for name in SHEETS["zh"][1:-2]:  # the last two do not depend on the night
        said = [row[0] for row in book[name].iter_rows(min_row=2, values_only=True) if any(row)]
        first = "没有更早的已发布运行可比，全部为新增。"
        assert said == [first if name == "与上次相比" else "本表本次没有内容。"], name
        assert book[name].auto_filter.ref is not None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_cover_leads_to_every_sheet_and_counts_its_rows(tmp_path: Path, language: str) -> None:
    book = openpyxl.load_workbook(written(tmp_path, [finding(1), finding(2)], issues=[issue()], language=language))
    cover = book[SHEETS[language][0]]
    links = {row[0].value: row for row in cover.iter_rows(max_col=2) if row[0].hyperlink}

    assert list(links) == SHEETS[language][1:]
    for title, (link, told) in links.items():
        assert link.hyperlink.location == f"'{title}'!A1"
        rows = [
            row
            for row in book[title].iter_rows(min_row=2, values_only=True)
            if len([v for v in row if v is not None]) > 1
        ]
        assert re.match(r"\d+", str(told.value))[0] == str(len(rows)), title  # type: ignore[index]
        assert len(str(told.value)) > 8
    assert any("coi dispose" in str(row[1].value) for row in cover.iter_rows(max_col=2))


def test_the_calendar_is_told_in_words_certain_lines_first(tmp_path: Path) -> None:
    line = {
        "run_id": "r",
        "officer_id": "P1",
        "officer_name": "陈一",
        "summary_zh": "陈一：年度利益冲突申报。",
        "summary_en": "x",
    }
    duties = [
        {**line, "rule_id": "D-ADHOC", "certainty": "cannot_be_computed"},
        {
            **line,
            "rule_id": "D-ANN",
            "certainty": "certain",
            "period": "2025",
            "due_on": date(2025, 12, 31),
            "working_days_late": 219,
        },
    ]
    table = rows(written(tmp_path, [], duties=duties), "申报期限")
    first, second = (dict(zip(table[0], values, strict=True)) for values in table[1:])

    assert (first["确定程度"], first["规则"], first["年度"], first["晚（工作日）"]) == ("已证实", "D-ANN", "2025", 219)
    assert first["规则说明"] == "年度利益冲突申报（制度 4-2(四)）"
    assert (second["确定程度"], second["期限"]) == ("无法计算", None)


def test_a_candidate_is_told_in_words(tmp_path: Path) -> None:
    table = rows(written(tmp_path, [finding(1)]), "候选")
    row = dict(zip(table[0], table[1], strict=True))

    assert row["案件序号"] == 1
    assert row["等级"] == "A 证件级证据"
    assert row["往来类别"] == "供应商"
    assert row["申报情况"] == "所提供的登记册中未见相应申报"
    assert row["往来依据"] == "发票或付款"
    assert row["适用口径"] == "公司法，公司制度"
    assert row["往来金额"] == 1234567.5
    assert row["持股比例（%）"] == 30
    assert row["身份相符的可能性（仅指身份，以合成数据校准）"] == "几乎确定（> 99.9 %）"
    assert row["结果编号"] == "F0000000000000001"


def test_english_has_no_chinese_of_ours(tmp_path: Path) -> None:
    latin = finding(1, officer_name="Chan Siu Ming", party_name="Acme Ltd", summary_en="holds")
    path = written(tmp_path, [latin | {"path": "[]", "evidence": "[]"}], issues=[issue()], language="en")
    texts = [str(cell) for sheet in SHEETS["en"] for row in rows(path, sheet) for cell in row if cell is not None]

    assert [text for text in texts if re.search("[一-鿿]", re.sub(r"\d-\d\([一二三四五六七八九十]+\)", "", text))] == []


def test_evidence_and_paths_are_in_words_with_their_source(tmp_path: Path) -> None:
    path = written(tmp_path, [finding(1)])
    evidence, paths = rows(path, "证据"), rows(path, "路径")

    name, dealing = (dict(zip(evidence[0], row, strict=True)) for row in evidence[1:])
    assert (name["项目"], name["比较结果"], name["证据强度（比特：每多 1 胜算加倍）"]) == ("姓名", "一致", 29.9)
    assert (dealing["项目"], dealing["比较结果"], dealing["证据强度（比特：每多 1 胜算加倍）"]) == (
        "业务往来",
        None,
        None,
    )
    step = dict(zip(paths[0], paths[1], strict=True))
    assert (step["关系"], step["持股比例（%）"], step["出处（表与行号）"]) == ("持股", 30, "股东出资 第 7 行")


def test_a_candidate_says_why_it_stands_and_what_to_do_next(tmp_path: Path) -> None:
    table = rows(written(tmp_path, [finding(1)]), "候选")
    row = dict(zip(table[0], table[1], strict=True))

    assert (
        row["为何列为候选"] == "INT-B 持有业务往来方权益（制度 3-2(二)）\n制度要求申报，所提供的登记册中未见相应申报。"
    )
    assert row["建议下一步"].startswith("调取对方工商档案及股东名册")


def test_candidate_and_evidence_lead_to_each_other(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, [finding(1), finding(2, case_id="K2", evidence=None), finding(3)]))
    columns = {name: [cell.value for cell in book[name][1]] for name in ("候选", "证据")}
    to, back = columns["候选"].index("证据"), columns["证据"].index("结果编号")
    found = {}
    for line in book["候选"].iter_rows(min_row=2):
        link = line[to].hyperlink
        found[line[-1].value] = link and link.location
        if link:
            target = book["证据"][int(link.location.split("!A")[1])]
            assert target[back].value == line[-1].value
            assert target[back].hyperlink.location == f"'候选'!A{line[0].row}"

    assert [bool(found[f"F{number:016d}"]) for number in (1, 2, 3)] == [True, False, True]


def test_a_case_prints_in_one_band_on_the_columns_that_fit(tmp_path: Path) -> None:
    findings = [finding(1), finding(2), finding(3, case_id="K2")]
    sheet = openpyxl.load_workbook(written(tmp_path, findings))["候选"]

    fills = [sheet.cell(row, 1).fill.fgColor.rgb for row in (2, 3, 4)]
    assert fills[0] == fills[1] != fills[2]
    assert sheet.print_area == "'候选'!$A$1:$I$4"
    assert (
        sheet.sheet_properties.pageSetUpPr.fitToPage
    )  # one page wide, which is the default width, and as long as need be
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert RUN in sheet.oddFooter.left.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_how_why_and_what_next_fit_a_small_screen(tmp_path: Path, language: str) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path, [finding(1)], language=language))[SHEETS[language][1]]
    last = openpyxl.utils.range_boundaries(sheet.print_area.split("!")[1])[2]
    headers = [cell.value for cell in sheet[1]]
    spans = [sheet.column_dimensions[openpyxl.utils.get_column_letter(n + 1)] for n in range(last)]
    widths: dict[int, float] = {n: span.width for span in spans if span.min for n in range(span.min, span.max + 1)}

    assert headers[last - 1] == {"zh": "建议下一步", "en": "Suggested next step"}[language]
    assert sum(round(7 * widths[n]) for n in range(1, last)) < 1366 - 50 - 180  # what next is at least begun
    for header, n in zip(headers, range(1, last + 1), strict=False):
        assert all(len(word) < widths[n] for word in str(header).split() if word.isascii()), header


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ([{"from": "冯砚秋", "relation": "holds", "to": "恒达", "share_pct": 30}], None),
        (
            [
                {"from": "冯砚秋", "relation": "holds", "to": "恒达投资", "share_pct": 70},
                {"from": "恒达投资", "relation": "holds", "to": "恒达", "share_pct": 40},
            ],
            "冯砚秋 ─持股 70 %→ 恒达投资 ─持股 40 %→ 恒达",
        ),
    ],
)
def test_steps_that_a_summary_leaves_out_stand_below_it(tmp_path: Path, path: list[Any], way: str | None) -> None:
    made = finding(1) | {"path": json.dumps(path, ensure_ascii=False)}
    table = rows(written(tmp_path, [made]), "候选")
    summary = dict(zip(table[0], table[1], strict=True))["摘要"].split("\n")

    assert summary[1:] == ([] if way is None else [way])


def test_a_shareholder_of_the_group_is_told_with_the_company_he_holds(tmp_path: Path) -> None:
    step = {"from": "岫云控股", "relation": "shareholder", "to": "恒达", "share_pct": 15}
    made = finding(1, rule_id="RPT-HK", officer_name=None) | {"path": json.dumps([step], ensure_ascii=False)}
    table = rows(written(tmp_path, [made]), "候选")
    row = dict(zip(table[0], table[1], strict=True))

    assert row["董监高"] == "（股东）"
    assert row["摘要"].endswith("\n岫云控股 ─股东 15 %→ 恒达")


@pytest.mark.parametrize(("language", "said"), [("zh", "配偶"), ("en", "spouse")])
def test_kinship_is_in_the_language_of_the_workbook(tmp_path: Path, language: str, said: str) -> None:
    made = [finding(1, related_name="储沅砚", relationship="配偶"), finding(2, relationship="老同学")]
    table = rows(written(tmp_path, made, language=language), SHEETS[language][1])
    column = table[0].index({"zh": "关系", "en": "Relationship"}[language])

    assert [row[column] for row in table[1:]] == [said, "老同学"]


def test_every_wide_sheet_goes_to_paper_in_a_size_that_can_be_read(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, [finding(1)], issues=[issue()]))
    for sheet in book.worksheets[1:]:
        last = openpyxl.utils.range_boundaries((sheet.print_area or f"!{sheet.dimensions}").split("!")[1])[2]
        letters = [openpyxl.utils.get_column_letter(n) for n in range(1, last + 1)]
        spans = [sheet.column_dimensions[letter] for letter in letters if letter in sheet.column_dimensions]
        width = sum(span.width * (min(span.max, last) - span.min + 1) for span in spans)

        assert 10 * 149 / max(width, 149) > 6, sheet.title  # points: 149 characters of 10 are as wide as A4 across


def test_cases_stay_together_in_the_order_of_their_best_candidate(tmp_path: Path) -> None:
    ranked = [{"case_id": "K2", "n": 1}, {"case_id": "K1", "n": 2}, {"case_id": "K2", "n": 3}]

    assert [(number, row["n"]) for number, row in by_case(ranked)] == [(1, 1), (1, 3), (2, 2)]


def test_other_findings_carry_their_outcome_and_closed_ones_why(tmp_path: Path) -> None:
    gone = finding(2, lifecycle="closed", closed_because="link_no_longer_found")
    table = rows(
        written(tmp_path, [finding(1, outcome="exempt", exemption="met", evidence=_EXEMPT), gone]), "未列为候选及原因"
    )
    told = [dict(zip(table[0], row, strict=True)) for row in table[1:]]

    assert [(row["结论"], row["状态"], row["未列为候选的原因"]) for row in told] == [
        ("候选", "已关闭", "不再查得该联系"),
        ("豁免", "新增", "豁免成立"),
    ]
    assert [cell for row in rows(written(tmp_path, [gone]), "候选")[1:] for cell in row if cell] == [
        "本表本次没有内容。"
    ]


def test_quality_rows_name_table_and_column_as_people_know_them(tmp_path: Path) -> None:
    table = rows(written(tmp_path, [], issues=[issue()]), "数据质量")

    assert table[1] == [
        "警告",
        "供应商 suppliers",
        7,
        "S06",
        "统一社会信用代码 uscc",
        "校验位不符。",
        "uscc_check_digit",
    ]


@pytest.fixture(scope="module")
def hostile_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    texts = [*HOSTILE, CONTROLS, LONG, LONG_EMOJI]
    findings = [hostile(number, text) for number, text in enumerate(texts)]
    issues = [issue(key=text, message_zh=text, message_en=text) for text in texts]
    return written(folder, findings, issues=issues)


def test_nothing_becomes_a_formula_a_link_or_markup(hostile_book: Path) -> None:
    with zipfile.ZipFile(hostile_book) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name).decode("utf-8") for name in names if name.endswith((".xml", ".rels"))}

    sheets = "".join(text for name, text in parts.items() if name.startswith("xl/worksheets/"))
    offered = re.findall("<formula1>(.*?)</formula1>", sheets)
    assert offered == [f'"{",".join(words for words, _ in codes.values())}"' for codes in (DECISIONS, IDENTITIES)]
    assert "<f" not in re.sub("<(firstHeader|filter|formula1)", "", sheets)
    links = re.findall(r"<hyperlink ([^>]*)/?>", sheets)
    titles = "|".join(map(re.escape, SHEETS["zh"][1:]))
    assert links
    assert all(
        re.fullmatch(rf"""ref="[A-Z]+\d+" location="'({titles})'!A\d+" display="[^"]*"/?""", link) for link in links
    )
    assert not any("hyperlink" in text.lower() for name, text in parts.items() if name.endswith(".rels"))
    assert "<r>" not in parts["xl/sharedStrings.xml"]
    assert "externalLink" not in "".join(names)
    assert not any("vba" in name.lower() or "embeddings" in name for name in names)


def test_control_characters_are_left_out(hostile_book: Path) -> None:
    assert "abcde" in {str(cell) for row in rows(hostile_book, "候选") for cell in row}


def test_long_texts_are_cut_to_what_a_cell_holds(hostile_book: Path) -> None:
    for row in rows(hostile_book, "候选"):
        for cell in row:
            assert len(str(cell).encode("utf-16-le")) // 2 <= 32_767
    assert printable(LONG).startswith("长" * 31_000)
    assert printable(LONG).endswith("…")
    assert printable(LONG_EMOJI)[:-1] == "🧧" * 16_000


def test_ordinary_texts_are_not_touched() -> None:
    for text in ("苏州听雪庐商贸有限公司", "a\nb\tc", "<r>", "</r>", "x<r></r>"):
        assert printable(text) == text


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = (tmp_path / name for name in ("one", "two"))
    one.mkdir()
    two.mkdir()

    assert written(one, [finding(1)]).read_bytes() == written(two, [finding(1)]).read_bytes()


def test_nothing_is_left_beside_the_workbook(tmp_path: Path) -> None:
    """The library builds its parts in temporary files; they hold names and must be ours, and gone."""
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "report.xlsx"
    with view(tmp_path, [finding(1)]) as seen:
        write_workbook(path, seen)

    assert list(folder.iterdir()) == [path]


def test_a_workbook_that_cannot_be_written_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with view(tmp_path, [finding(1)]) as seen, pytest.raises(OSError, match="No such file"):
        write_workbook(tmp_path / "nowhere" / "report.xlsx", seen)


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "仅指身份识别，以合成数据校准"), ("en", "Of identity only, calibrated on synthetic data")],
)
def test_the_meaning_of_probability_is_told_with_table_and_picture(tmp_path: Path, language: str, said: str) -> None:
    path = written(tmp_path, [finding(1)], language=language)
    sheet = openpyxl.load_workbook(path)[SHEETS[language][-2]]
    rows = [row for row in sheet.iter_rows(min_row=2, values_only=True) if isinstance(row[0], (int, float))]
    texts = [str(row[0]) for row in sheet.iter_rows(values_only=True)]

    assert [(row[3], row[4]) for row in rows] == [(round(b.true, 3), b.pairs) for b in calibration().bins]
    assert any(text.startswith(said) for text in texts)
    assert any(f"{calibration().error:.3f}" in text for text in texts)
    with zipfile.ZipFile(path) as parts:
        assert "xl/charts/chart1.xml" in parts.namelist()


def test_unlisted_competitors_are_proposed_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    line = {
        "group_id": "G1",
        "why": "same_line",
        "entity_id": "E1",
        "lines": ["精密轴承"],
        "industry_code": "3451",
        "bits": 16.6,
    }
    watched = [
        {**line, "company_id": "known"}, {**line, "company_id": "listed"}, {**line, "company_id": "new", "bits": 20.0},
        {**line, "company_id": "scope", "industry_code": None}, {**line, "company_id": "code", "lines": []},
        {"group_id": "G1", "company_id": "venture", "why": "held_by_competitor", "competitor_id": "K1"},
    ]  # fmt: skip
    names = ("known", "listed", "new", "scope", "code", "venture")
    parties = [
        {"party_table": table, "group_id": "G1", "party_id": company, "company_id": company, "name": company}
        for table, company in (("suppliers", "known"), ("competitors", "listed"))
    ]
    companies = [{"company_id": name, "name": f"{name}公司"} for name in names]
    tables = {"business_watch": watched, "company": companies, "party": parties}

    sheet = rows(written(tmp_path, [], tables=tables), "未列入名单的疑似竞争方")

    assert [(row[0], row[2]) for row in sheet[1:]] == [("new公司", None), ("known公司", "供应商")]
    assert sheet[1][4:7] == ["精密轴承", "3451", 20]
