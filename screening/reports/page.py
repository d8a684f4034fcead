"""report.html: one file that opens offline, in both languages, and draws a case when it is opened."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, select_autoescape
from markupsafe import Markup

from screening.refdata.calibration import calibration
from screening.reports.book.cleared import why_cleared
from screening.reports.book.glossary import glossary
from screening.reports.book.quality import place_words
from screening.reports.cover import cover_lines
from screening.reports.page_cases import LANGUAGES, Cases, pair
from screening.reports.page_parts import CASE_SCRIPTS, inert_json, template, wording
from screening.reports.pictures import TIERS, entity_names, pictures
from screening.reports.view import View
from screening.reports.words import Language, text

_MOST_ROWS = 2_000
"""Other findings and quality rows shown on the page; the rest stands in the workbook and the Parquet files."""

_MOST_FINDINGS = 5_000
"""Candidates shown on the page, best cases first: it must open in a browser (25 MB)."""

_OTHER = ("outcome", "rule_id", "officer_name", "related_name", "party_name", "lifecycle")
_SCRIPTS = (*CASE_SCRIPTS, "list", "pictures", "main")
"""Parts of the page's script, in the order in which they are joined."""


def write_page(path: Path, view: View) -> None:
    """Writes the page; it loads nothing and its content policy forbids it to."""
    script, style = "".join(template(f"{name}.js") for name in _SCRIPTS), template("page.css")
    environment = Environment(autoescape=select_autoescape(default=True, default_for_string=True))
    page = environment.from_string(template("page.html.j2")).render(
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


def page_data(view: View) -> dict[str, Any]:
    """What the page's script draws; every text for people is a pair of Chinese and English."""
    cases = Cases(view)
    rules = sorted({row["rule_id"] for row in (*view.candidates, *view.cleared)})
    return {
        "run_id": view.night.run_id,
        "as_of": view.night.as_of.isoformat(),
        "cover": {language: list(cover_lines(speaking(view, language))) for language in LANGUAGES},
        "tiles": _tiles(view),
        "cases": cases.made(_MOST_FINDINGS),
        "shared": cases.shared,
        "pictures": pictures(view),
        "entities": entity_names(view),
        "register": _has_register(view),
        "others": [_other(row) for row in view.cleared[:_MOST_ROWS]],
        "quality": _quality(view),
        "calibration": _calibration(),
        "glossary": list(glossary()),
        "cut": {"cases": len(view.candidates) > _MOST_FINDINGS, "others": len(view.cleared) > _MOST_ROWS, "quality": view.quality.num_rows > _MOST_ROWS},
        **wording(rules),
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


def _has_register(view: View) -> bool:
    """Whether there was a register in which nothing could be found."""
    facts = view.coverage["tables"]["declarations"]
    return bool(facts["delivered"] and not facts["empty"])


def _tiles(view: View) -> dict[str, int]:
    tiers = [row["tier"] for row in view.candidates]
    return {
        "cases": len({row["case_id"] for row in view.candidates}),
        **{tier: tiers.count(tier) for tier in TIERS},
        "others": len(view.cleared),
        "not_screened": sum(not facts["screened"] for facts in view.coverage["rules"].values()),
    }


def _other(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{key: row[key] for key in _OTHER},
        "summary": [row["summary_zh"], row["summary_en"]],
        "why": pair(partial(why_cleared, row)),
    }


def _quality(view: View) -> list[dict[str, Any]]:
    chinese = speaking(view, "zh").quality.slice(0, _MOST_ROWS).to_pylist()
    english = {_place(row): row["message"] for row in speaking(view, "en").quality.to_pylist()}
    return [_issue(row, english.get(_place(row), row["message"])) for row in chinese]


def _issue(row: Mapping[str, Any], english: str) -> dict[str, Any]:
    places = [place_words(row, language) for language in LANGUAGES]
    return {
        **{key: row[key] for key in ("severity", "row", "key")},
        **{key: [place[key] for place in places] for key in ("table", "column")},
        "message": [row["message"], english],
    }


def _place(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (row["table"], row["row"], row["key"], row["check"], row["column"])


def _hash(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
