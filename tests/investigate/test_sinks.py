"""What stands in the data is shown as typed and never obeyed: on the terminal, in JSON, on paper."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from screening.errors import UsageError
from screening.investigate.answer import Answer, Question, ask
from screening.investigate.dossier import render, write_dossier
from screening.investigate.seen import seen
from screening.investigate.terminal import show
from screening.investigate.words import KINDS, ROLES
from screening.reports.words import Language
from tests.investigate.conftest import CHU, FENG, HOSTILE, OTHER_FENG, WEI, pair

LANGUAGES: tuple[Language, Language] = ("zh", "en")
QUESTIONS = (
    Question(officer="P1"), Question(officer="P2"), Question(officer="P6"), Question(person="储沅砚"), Question(party="S2"),
    Question(pair=("P1", "S1")), Question(pair=("P1", "S3")), Question(pair=("P2", "S5")), Question(pair=("P6", HOSTILE[:40])),
)  # fmt: skip
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f‪-‮⁦-⁩]")
TEXTS = ["=cmd|'/c calc'!A0", "[red]x[/red]", "[link=https://example.invalid]x[/link]", "\x1b]0;title\x07", "\x1b[2J", "a\rb", "‮abc", "\u2028", "\x9b31m",
         "<script>alert(1)</script>", "{{7*7}}", "{% raw %}", "javascript:alert(1)", "'\"><img src=x onerror=alert(1)>", ":smile:", "%s%d", "\ud800"]  # fmt: skip


class Page(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def on_terminal(answer: Answer, language: Language) -> str:
    stream = io.StringIO()
    show(answer, language, stream)
    return stream.getvalue()


def spoiled(value: Any, text: str) -> Any:
    """The same structure with every free text of the data replaced."""
    kept = ("rule_id", "outcome", "lifecycle", "tier", "status", "reason", "kind", "language", "table", "how", "usage", "role", "party_table",
            "feature", "verdict", "certainty", "duty", "declaration_status", "overlap", "exemption", "dealing_basis")  # fmt: skip
    if isinstance(value, dict):
        return {name: part if name in kept else spoiled(part, text) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [spoiled(part, text) for part in value]
    return text if isinstance(value, str) else value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_every_answer_can_be_shown_and_commands_nothing(out: Path, question: Question, language: Language) -> None:
    answer = ask(out, question)
    terminal, page, text = on_terminal(answer, language), render(answer, language), answer.to_json()

    for shown in (terminal, page, text):
        assert not COMMANDS.search(shown.replace("\n", ""))
        for number in (FENG, OTHER_FENG, CHU, WEI):
            assert number not in shown
    assert json.loads(text)["kind"] == answer.kind
    assert Page(page).tags.isdisjoint({"script", "link", "img", "iframe", "form", "a", "object"})


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_hostile_texts_are_shown_as_typed(out: Path, text: str) -> None:
    honest = pair(out, "P1", "S1")
    answer = Answer(**{**spoiled(asdict(honest), text), "rules": honest.rules, "run": honest.run})
    terminal, html = on_terminal(answer, "en"), render(answer, "en")
    page = Page(html)

    assert not COMMANDS.search(terminal.replace("\n", ""))
    assert seen(text) in terminal.replace("\n", "") or seen(text)[:12] in terminal
    assert not COMMANDS.search(html.replace("\n", ""))
    assert seen(text).strip() in page.text
    assert page.tags.isdisjoint({"script", "img"}) and page.attributes.isdisjoint({"onerror", "href", "src"})
    assert not COMMANDS.search(answer.to_json().replace("\n", "")) and "49" not in page.text.split("{{7*7}}")[0][-3:]


@pytest.mark.parametrize(
    "question", [one for one in QUESTIONS if one.officer != "P6" and one.pair != ("P6", HOSTILE[:40])], ids=str
)
def test_an_english_answer_is_punctuated_in_english(out: Path, question: Question) -> None:
    answer = ask(out, question)

    for shown in (on_terminal(answer, "en"), Page(render(answer, "en")).text):
        assert not re.search("[（）、：；。，]", shown)


def test_names_proposed_in_a_refusal_command_nothing(out: Path) -> None:
    with pytest.raises(UsageError) as refused:
        ask(out, Question(party=f"{HOSTILE[:38]}xyz\x1b[2J"))

    assert "near it are <script>" in refused.value.en
    assert not COMMANDS.search(refused.value.zh + refused.value.en)


def test_a_dossier_loads_nothing_and_is_private(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    write_dossier(path, out, ask(out, Question(pair=("P1", "S1"))), "zh")
    text = path.read_text(encoding="utf-8")

    assert path.stat().st_mode & 0o077 == 0
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|url\(|@import", text)


def test_a_dossier_gives_readings_and_an_innocent_explanation_and_no_verdict(out: Path) -> None:
    page = Page(render(ask(out, Question(pair=("P1", "S1"))), "en")).text

    for said in (
        "Readings of the policy",
        "Best innocent explanation",
        "Cheapest check",
        "admonition",
        "eliminated within",
        "4-1(七)",
    ):
        assert said in page
    for word in ("guilty", "violat", "breach"):
        assert word not in page.lower().replace("never of guilt", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_on_a_pair_gives_the_reason_before_who_is_who(out: Path, language: Language) -> None:
    answer = ask(out, Question(pair=("P1", "S1")))
    best = answer.findings[0]
    shown = on_terminal(answer, language)
    first = "".join(shown.split("──\n")[1].split())  # the first section, wrapped as it may be

    for said in (best[f"summary_{language}"], best["rule_id"], {"zh": "制度4-1(七)", "en": "policy4-1(七)"}[language]):
        assert "".join(said.split()) in first
    assert {"zh": "身份：", "en": "Identity:"}[language] in first
    assert best[f"summary_{language}"] in Page(render(answer, language)).text.split("P1")[0]


def test_rules_that_found_nothing_take_a_line_and_no_table(out: Path) -> None:
    answer = ask(out, Question(pair=("P1", "S1")))
    silent = [rule["rule_id"] for rule in answer.rules if rule["screened"] and not rule["outcomes"]]
    tail = on_terminal(answer, "zh").split("各项规则")[1]

    assert silent and f"未发现（{len(silent)}）：" in tail
    assert tail.count("未发现") == 1
    assert all(re.search(rf"(?<![\w-]){rule['rule_id']}(?![\w-])", tail) for rule in answer.rules)


def test_a_dossier_names_a_person_once_with_every_role(out: Path) -> None:
    text = Page(render(ask(out, Question(party="S1")), "zh")).text
    named = re.search(r"其登记人员\s*(.+)", text)

    assert named is not None
    people = [part.split("（")[0] for part in re.split(r"(?<=）)、", named[1].strip())]
    assert len(people) == len(set(people)) > 1


def test_a_dossier_is_of_one_subject_and_not_among_the_runs(out: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as several:
        write_dossier(tmp_path / "x.html", out, ask(out, Question(party="建材有限公司")), "zh")
    with pytest.raises(UsageError) as inside:
        write_dossier((out / "latest").resolve() / "x.html", out, ask(out, Question(officer="P1")), "zh")
    with pytest.raises(UsageError) as nowhere:
        write_dossier(tmp_path / "no" / "x.html", out, ask(out, Question(officer="P1")), "zh")

    assert [error.value.reason for error in (several, inside, nowhere)] == [
        "several_meant",
        "bad_place",
        "cannot_write",
    ]


def test_the_bits_of_a_dossier_add_up(out: Path) -> None:
    answer = pair(out, "P1", "S1")
    items = [item for item in answer.findings[0]["evidence"] if item["feature"] in ("name", "id_number", "prior")]

    assert f"{sum(item['bits'] for item in items):+.1f}" in Page(render(answer, "en")).text


def test_no_kind_of_link_and_no_role_is_shown_as_its_code() -> None:
    links = ("holding", "post", "self", "financing", "gift", "attribute", "shareholder", "same_line", "activity", "tip")
    roles = ("holder", "post", "legal_representative", "contact", "payee", "party_self", "nominee_for")

    assert set(KINDS) == set(links)
    assert set(ROLES) == set(roles)
