"""report.html: one file that opens offline, in both languages, and draws a case when it is opened."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, select_autoescape
from markupsafe import Markup

from screening.refdata.calibration import calibration
from screening.reports import evidence
from screening.reports.book.quality import place_words
from screening.reports.book.sheet import by_case, source_words
from screening.reports.candidates import json_line
from screening.reports.cover import cover_lines
from screening.reports.relations import relation
from screening.reports.titles import rule_article, rule_title
from screening.reports.view import View
from screening.reports.words import CODES, COLUMNS, TEXTS, Language, probability, text

_MOST_ROWS = 2_000
"""Other findings and quality rows shown on the page; the rest stands in the workbook and the Parquet files."""

_MOST_FINDINGS = 5_000
"""Candidates shown on the page, best cases first: it must open in a browser (25 MB)."""

_PAGE_TEXTS: Mapping[str, tuple[str, str]] = {
    "search": ("搜索", "Search"),
    "tier": ("等级", "Tier"),
    "rule": ("规则", "Rule"),
    "more": ("显示更多", "Show more"),
    "show": ("展开", "Show"),
    "shareholder": ("股东", "Shareholder"),
    "path": ("路径", "Path"),
    "identity": ("身份依据", "Why these are the same person or company"),
    "facts": ("规则依据", "Why the rule says so"),
    "calibration": ("概率的含义", "What the probability means"),
    "calibration_note": (
        "仅指身份识别，以合成数据校准：横轴为系统给出的概率，纵轴为其中真正为同一人（或企业）的比例，圆点越大对数越多，"
        "落在斜线上即名实相符。它不说明是否存在利益冲突，更不说明过错。",
        "Of identity only, calibrated on synthetic data: across, the probability the system states; up, the share that really is one "
        "person or company; larger dots stand for more pairs, and a dot on the diagonal keeps its word. It says nothing of a conflict "
        "of interest, still less of guilt.",
    ),
    "calibration_error": (
        "平均偏差 {error}，测自 {pairs} 对；合成数据 {worlds}，程序版本 {version}",
        "mean deviation {error}, over {pairs} pairs; synthetic worlds {worlds}, program {version}",
    ),
    "said": ("给出的概率", "stated probability"),
    "true": ("实际比例", "true share"),
    "pairs": ("对数", "pairs"),
    "nothing": ("没有符合条件的案件。", "No case fits."),
    "cut": ("此处仅列出前面部分，全部见 report.xlsx。", "Only the first part is shown; report.xlsx holds all."),
}
_FINDING = (
    "finding_id", "rule_id", "tier", "declaration_status", "declaration_decision", "duty", "exemption", "overlap",
    "dealing_basis", "share_pct", "exposure_amount", "exposure_currency", "lifecycle", "statutory_resolution", "regimes",
)  # fmt: skip
_CASE = (
    "case_id", "officer_id", "officer_name", "related_name", "relationship", "party_table", "party_id", "party_name",
    "tier",
)  # fmt: skip
_OTHER = ("outcome", "rule_id", "officer_name", "related_name", "party_name", "lifecycle")
_LANGUAGES: tuple[Language, Language] = ("zh", "en")


def write_page(path: Path, view: View) -> None:
    """Writes the page; it loads nothing and its content policy forbids it to."""
    script, style = _template("page.js"), _template("page.css")
    environment = Environment(autoescape=select_autoescape(default=True, default_for_string=True))
    page = environment.from_string(_template("page.html.j2")).render(
        language=view.night.language,
        title=text("title", view.night.language),
        run_id=view.night.run_id,
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=_hash(style),
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=_hash(script),
        data=Markup(inert_json(page_data(view))),  # noqa: S704 - nothing in it can end its element
    )
    path.write_text(page + "\n", encoding="utf-8", newline="\n")


def inert_json(value: Mapping[str, Any]) -> str:
    """JSON that cannot end the script element it stands in, whatever the data say."""
    escaped = json_line(value)
    for character in "<>&\u2028\u2029":
        escaped = escaped.replace(character, f"\\u{ord(character):04x}")
    return escaped


def page_data(view: View) -> dict[str, Any]:
    """What the page's script draws; every text for people is a pair of Chinese and English."""
    rules = sorted({row["rule_id"] for row in (*view.candidates, *view.cleared)})
    return {
        "run_id": view.night.run_id,
        "as_of": view.night.as_of.isoformat(),
        "cover": {language: list(cover_lines(speaking(view, language))) for language in _LANGUAGES},
        "tiles": _tiles(view),
        "cases": _cases(view),
        "others": [_other(row) for row in view.cleared[:_MOST_ROWS]],
        "quality": _quality(view),
        "calibration": _calibration(),
        "cut": {"cases": len(view.candidates) > _MOST_FINDINGS, "others": len(view.cleared) > _MOST_ROWS, "quality": view.quality.num_rows > _MOST_ROWS},
        "rules": {
            rule: {"title": _pair(partial(rule_title, rule)),
                   "article": _pair(partial(rule_article, rule))}
            for rule in rules
        },
        "texts": {**TEXTS, **_PAGE_TEXTS},
        "headers": COLUMNS,
        "words": CODES,
    }  # fmt: skip


def _calibration() -> dict[str, Any]:
    """The packaged measurement of what the probabilities are worth; the page draws it."""
    measured = calibration()
    return {
        "bins": [{"pairs": b.pairs, "said": b.said, "true": b.true} for b in measured.bins],
        "error": f"{measured.error:.3f}",
        "worlds": measured.worlds,
        "version": measured.version,
    }


def speaking(view: View, language: Language) -> View:
    """The same view in another language."""
    return replace(view, night=view.night.model_copy(update={"language": language}))


def _pair(words: Callable[[Language], str | None]) -> list[str | None]:
    return [words(language) for language in _LANGUAGES]


def _tiles(view: View) -> dict[str, int]:
    tiers = [row["tier"] for row in view.candidates]
    return {
        "cases": len({row["case_id"] for row in view.candidates}),
        **{tier: tiers.count(tier) for tier in ("A", "B", "C")},
        "others": len(view.cleared),
        "not_screened": sum(not facts["screened"] for facts in view.coverage["rules"].values()),
    }


def _cases(view: View) -> list[dict[str, Any]]:
    cases: dict[int, dict[str, Any]] = {}
    for number, row in by_case(view.candidates)[:_MOST_FINDINGS]:
        entry = cases.setdefault(number, {"number": number, **{key: row[key] for key in _CASE}, "findings": []})
        entry["findings"].append(_finding(row))
    return list(cases.values())


def _finding(row: Mapping[str, Any]) -> dict[str, Any]:
    items = row["evidence"] or ()
    return {
        **{key: row[key] for key in _FINDING},
        "summary": _summary(row),
        "probability": _pair(lambda language: probability(row["score"], language)),
        "path": [_step(step) for step in row["path"] or ()],
        "identity": [_comparison(item) for item in items if not evidence.is_judged(item)],
        "facts": [_fact(item) for item in items if evidence.is_judged(item)],
    }


def _step(step: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{key: step.get(key) for key in ("from", "to", "share_pct", "valid_from", "valid_to")},
        "relation": relation(str(step.get("relation") or "")),
        "source": _pair(lambda language: source_words(step.get("source"), language)),
    }


def _comparison(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "feature": _pair(lambda language: evidence.feature(item, language)),
        "verdict": _pair(lambda language: evidence.verdict(item, language)),
        "left": item.get("left"),
        "right": item.get("right"),
        "detail": _pair(lambda language: evidence.detail(item, language)),
        "bits": evidence.bits(item),
    }


def _fact(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "feature": _pair(lambda language: evidence.feature(item, language)),
        "detail": _pair(lambda language: evidence.detail(item, language)),
        "reference": evidence.reference(item),
    }


def _other(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**{key: row[key] for key in _OTHER}, "summary": _summary(row)}


def _quality(view: View) -> list[dict[str, Any]]:
    chinese = speaking(view, "zh").quality.slice(0, _MOST_ROWS).to_pylist()
    english = {_place(row): row["message"] for row in speaking(view, "en").quality.to_pylist()}
    return [_issue(row, english.get(_place(row), row["message"])) for row in chinese]


def _issue(row: Mapping[str, Any], english: str) -> dict[str, Any]:
    places = [place_words(row, language) for language in _LANGUAGES]
    return {
        **{key: row[key] for key in ("severity", "row", "key")},
        **{key: [place[key] for place in places] for key in ("table", "column")},
        "message": [row["message"], english],
    }


def _place(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (row["table"], row["row"], row["key"], row["check"], row["column"])


def _summary(row: Mapping[str, Any]) -> list[str | None]:
    return [row["summary_zh"], row["summary_en"]]


def _template(name: str) -> str:
    return resources.files("screening.reports").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
