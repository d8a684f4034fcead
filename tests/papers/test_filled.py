"""Forms and letters made of a published run: who gets one, what stands in it, and what never does."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import docx
import pyarrow.parquet as pq
import pytest

from screening.decisions.record import open_desk, record
from screening.decisions.request import Request
from screening.errors import UsageError
from screening.investigate.index import Index
from screening.papers.filled import Written, write_filled
from screening.papers.language import Language
from tests.commands import tree_hash
from tests.papers.conftest import C2, HOSTILE, K1, NUMBERS, S1, S3, S5, text_of

TOLD_OF_P1 = {(S1, "任职", "储沅砚配偶", "以往申报（2026-01-05），请核实"), (C2, "业务往来方权益", "", "登记显示，请核实"),
              (C2, "交易", "", "登记显示，请核实"), (S3, "业务往来方权益", "储沅砚配偶", "登记显示，请核实")}  # fmt: skip


@pytest.fixture(scope="module")
def papers(papers_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "papers"
    write_filled(folder, papers_out, None, None)
    return folder


@pytest.fixture
def shut_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller who may not read restricted/."""
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "restricted" and access(path, mode))


def letters(folder: Path) -> Mapping[str, str]:
    """Who was written to about whom -> the letter."""
    found = {}
    for path in sorted(folder.rglob("letters/*.docx")):
        text = text_of(path)
        party = re.search("“(.*?)”（", text.split("所涉对方")[1])
        assert party is not None
        found[f"{path.stem.split('-')[0]}/{party[1]}"] = text
    return found


def known(path: Path) -> set[tuple[str, ...]]:
    """The rows that were filled in: company, kind, related person, source."""
    for table in docx.Document(str(path)).tables:
        head, *rows = [[cell.text for cell in row.cells] for row in table.rows]
        if "来源" in head:
            return {tuple(cell.replace("\n", "") for cell in row[1:5]) for row in rows}
    return set()


def test_everybody_in_office_gets_a_form_and_nobody_else(papers: Path) -> None:
    """P3 is an independent director, P5 has left; whose code is no plain one is named by a hash."""
    names = sorted(path.stem for path in (papers / "forms").iterdir())

    assert names[:3] == ["P1", "P2", "P7"]
    assert len(names) == 5 and all(re.fullmatch("X[0-9a-f]{16}", name) for name in names[3:])
    assert [path.stem for path in (papers / "restricted" / "forms").iterdir()] == ["P4"]


def test_a_form_tells_what_was_declared_and_what_records_document(papers: Path) -> None:
    """Neither what is over (cured, withdrawn), nor a gift, nor an unsigned or a future form, and the same item once."""
    path = papers / "forms" / "P1.docx"
    text = text_of(path)

    assert known(path) == TOLD_OF_P1
    assert "福州" not in text
    assert "西安藕花深食品有限公司（见预填第1行，请核实）" in text and f"{C2}（见预填第2、3行，请核实）" in text
    assert "岫云控股股份有限公司 董事" in text and "冯砚秋" in text
    assert text.count("☐ 属实") == len(TOLD_OF_P1)


def test_a_lead_is_never_on_a_form(papers: Path) -> None:
    """张伟 shares a name with a director of S5, 卓筠珩 stands in a report: a form that they sign says nothing of either."""
    assert S5 not in text_of(papers / "forms" / "P2.docx")
    assert known(papers / "forms" / "P7.docx") == set()
    assert "没有可以预填的内容" in text_of(papers / "forms" / "P7.docx")
    assert K1 not in text_of(papers / "forms" / "P1.docx"), "a shared phone is a lead"


def test_whom_somebody_else_declared_stays_behind_the_wall(papers: Path) -> None:
    assert known(papers / "forms" / "P2.docx") == {
        (S1, "业务往来方权益", "（请本人填写）朋友", "以往申报（2026-03-05），请核实")
    }


def test_there_is_a_letter_for_each_open_case(papers: Path) -> None:
    """Not for what was declared and accepted (S1 of P1), and not for a report: a letter would tell that somebody reported."""
    hostile = next(name for name in letters(papers) if name.startswith("X"))

    assert set(letters(papers)) == {f"P1/{C2}", f"P1/{S3}", f"P1/{K1}", f"P2/{S5}", f"P4/{S1}", f"P5/{S3}", hostile}
    assert [path.name[:3] for path in (papers / "restricted" / "letters").iterdir()] == ["P4-"]


def test_a_letter_says_what_records_show_and_no_more(papers: Path) -> None:
    found = letters(papers)

    assert "资料显示，您直接或间接持有该对方的权益。" in found[f"P1/{C2}"]
    assert "资料显示，您的关联人“储沅砚”（配偶）直接或间接持有该对方的权益。" in found[f"P1/{S3}"]
    assert "您登记的电话与该对方登记的相同" in found[f"P1/{K1}"]
    assert "是否同一人、同一企业尚未核实" in found[f"P2/{S5}"] and "资料显示，您" not in found[f"P2/{S5}"]
    assert "（所载职务：董事）" in found[f"P2/{S5}"]
    for text in found.values():
        assert "不代表任何结论" in text
        assert "请于________________前答复" in text


def test_explanations_stand_side_by_side(papers: Path) -> None:
    for name, text in letters(papers).items():
        ticks = [line for line in text.split("\n") if line.startswith("☐")]
        assert "同名同姓" in ticks[0] and ticks[-1].endswith("其他情况，说明如下。")
        assert len(ticks) >= 7 and len(set(ticks)) == len(ticks), name


def test_letters_hold_no_figure_and_no_accusation(papers: Path) -> None:
    """Beside its reference, on top of the page. Names come from data and may hold anything."""
    for text in letters(papers).values():
        body = text.split("\n", 1)[1].replace(HOSTILE.replace("‮", "⟨202E⟩"), "")
        assert not re.search(r"[0-9０-９%％]", body)
        for word in (
            "违规",
            "违反",
            "违纪",
            "隐瞒",
            "未申报",
            "处分",
            "嫌疑",
            "可能性",
            "比特",
            "证据",
            "候选",
            "INT-",
            "举报",
        ):
            assert word not in body, word


def test_nobodys_number_stands_in_a_paper(papers: Path) -> None:
    for path in papers.rglob("*.docx"):
        raw = text_of(path)
        for number in NUMBERS:
            assert number not in raw and number not in path.name
            assert number[-6:] not in raw.replace(" ", "")
        assert "举报" not in raw


def test_hostile_texts_are_text_and_no_path(papers: Path, papers_out: Path) -> None:
    seen = HOSTILE.replace("‮", "⟨202E⟩")
    (form,) = [path for path in (papers / "forms").iterdir() if seen in text_of(path)]

    assert {path.relative_to(papers).parts[0] for path in papers.rglob("*")} == {"forms", "letters", "restricted"}
    assert form.name.startswith("X")
    assert any(seen in text for text in letters(papers).values())


def test_the_same_bytes_twice(papers: Path, papers_out: Path, tmp_path: Path) -> None:
    write_filled(tmp_path / "again", papers_out, None, None)

    assert tree_hash(tmp_path / "again") == tree_hash(papers)


def test_they_are_private(papers: Path) -> None:
    assert all(path.stat().st_mode & 0o077 == 0 for path in (papers, *papers.rglob("*")))


def test_one_officer_alone(papers: Path, papers_out: Path, tmp_path: Path) -> None:
    written = write_filled(tmp_path / "one", papers_out, "P1", None)
    left = write_filled(tmp_path / "left", papers_out, "P5", None)

    assert (written.forms, written.letters) == (1, 3)
    wanted = {name: digest for name, digest in tree_hash(papers).items() if "/P1" in name and "restricted" not in name}
    assert tree_hash(tmp_path / "one") == wanted
    assert (left.forms, left.letters) == (1, 1), "asked for by name, though out of office"


def test_an_unknown_officer_is_told(papers_out: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        write_filled(tmp_path / "x", papers_out, "P99", None)

    assert refused.value.reason == "unknown_id"
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages(papers_out: Path, tmp_path: Path, language: Language) -> None:
    write_filled(tmp_path / "x", papers_out, "P1", language)
    texts = [text_of(path) for path in sorted((tmp_path / "x").rglob("*.docx"))]

    if language == "en":
        assert all("Letter of inquiry" in text or "Declaration of conflicts" in text for text in texts)
        assert any(
            "Records show that your related party “储沅砚” (spouse) directly or indirectly has an interest in it."
            in text
            for text in texts
        )
        assert any("declared before (2026-01-05), please check" in text for text in texts)
        allowed = [C2, S1, S3, K1, "冯砚秋", "储沅砚", "配偶", "岫云控股股份有限公司", "董事"]
        for text in texts:
            for word in allowed:
                text = text.replace(word, "")
            assert not re.search("[一-鿿]", text)
    else:
        assert any("询问函" in text for text in texts)


@pytest.mark.usefixtures("shut_out")
def test_restricted_people_get_no_paper_from_who_may_not_see_them(papers_out: Path, tmp_path: Path) -> None:
    written = write_filled(tmp_path / "x", papers_out, None, None)

    assert written.hidden == {"findings": 1, "candidates": 1}
    assert not (tmp_path / "x" / "restricted").exists()
    assert all("尤听松" not in text_of(path) for path in (tmp_path / "x").rglob("*.docx"))
    with pytest.raises(UsageError) as refused:
        write_filled(tmp_path / "y", papers_out, "P4", None)
    assert refused.value.reason == "unknown_id"


def test_nobody_makes_papers_on_himself_or_his_relatives(
    papers_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Index, "barred", frozenset(["P1", "P5"]))
    written = write_filled(tmp_path / "x", papers_out, None, None)

    assert written.stands_aside
    assert not [path for path in (tmp_path / "x").rglob("*") if path.name.startswith(("P1", "P5"))]
    with pytest.raises(UsageError) as refused:
        write_filled(tmp_path / "y", papers_out, "P1", None)
    assert refused.value.reason == "stand_aside"


def decide(out: Path, finding_id: str, decision: str, identity: str | None = None) -> None:
    desk = open_desk(out, lambda: datetime(2026, 11, 21, tzinfo=UTC), "tester")
    record(desk, Request(finding_id, decision, "核对过", "tester", None, None, None, identity))


@pytest.mark.parametrize(("decision", "identity"), [("dismissed", None), ("needs_info", "not_same")])
def test_what_was_dismissed_since_the_run_gets_no_paper(
    papers_out: Path, tmp_path: Path, decision: str, identity: str | None
) -> None:
    out = shutil.copytree(papers_out, tmp_path / "out", symlinks=True)
    rows = pq.ParquetFile(out / "latest" / "findings.parquet").read().to_pylist()
    (finding,) = [row["finding_id"] for row in rows if row["rule_id"] == "INT-RP"]
    decide(out, finding, decision, identity)

    assert counts(write_filled(tmp_path / "x", out, "P1", None)) == (1, 2)
    assert known(tmp_path / "x" / "forms" / "P1.docx") == {row for row in TOLD_OF_P1 if row[0] != S3}

    decide(out, finding, "needs_info")
    assert counts(write_filled(tmp_path / "y", out, "P1", None)) == (1, 3), "taken back"


def counts(written: Written) -> tuple[int, int]:
    return written.forms, written.letters


def test_a_folder_with_something_in_it_is_refused(papers_out: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError) as refused:
        write_filled(tmp_path, papers_out, None, None)
    with pytest.raises(UsageError) as inside:
        write_filled(papers_out / "runs" / "papers", papers_out, None, None)
    with pytest.raises(UsageError) as nothing:
        write_filled(tmp_path / "x", tmp_path, None, None)

    assert [error.value.reason for error in (refused, inside, nothing)] == [
        "folder_not_empty",
        "bad_place",
        "nothing_published",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
