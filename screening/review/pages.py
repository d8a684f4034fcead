"""Templates and files of the page, read once from the package. Jinja escapes whatever stands in the data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from screening.contract.decisions import DECISIONS, IDENTITIES
from screening.reports.page_parts import CASE_SCRIPTS, inert_json, template, wording
from screening.reports.relations import kinship_words
from screening.reports.titles import rule_title
from screening.reports.words import Language, bracketed, code, column
from screening.review.queue import NO_DUTY
from screening.review.room import Sight
from screening.review.shown import Case, Item
from screening.review.words import text

_FILES: Mapping[str, tuple[str, Callable[[], str]]] = {
    "htmx.min.js": ("text/javascript", lambda: _own("static", "htmx.min.js")),
    "case.js": ("text/javascript", lambda: "".join(map(template, (f"{name}.js" for name in CASE_SCRIPTS))) + _own("static", "case.js")),
    "review.js": ("text/javascript", lambda: _own("static", "review.js")),
    "style.css": ("text/css", lambda: template("page.css") + _own("static", "review.css")),
    "icon.svg": ("image/svg+xml", lambda: _own("static", "icon.svg")),
}  # fmt: skip
"""Everything the browser loads besides the pages: content type, and what makes it."""


@cache
def file(name: str) -> tuple[str, bytes] | None:
    """A file by its name: content type and bytes; None where there is none of that name."""
    if name not in _FILES:
        return None
    kind, made = _FILES[name]
    return f"{kind}; charset=utf-8", made().encode()


def render(name: str, language: Language, sight: Sight | None, **values: Any) -> str:
    """A page as text."""
    return (
        _environment()
        .get_template(f"{name}.html.j2")
        .render(
            language=language,
            english=language == "en",
            sight=sight,
            t=partial(_text, language),
            code=lambda kind, value: code(kind, value, language),
            say=lambda pair: pair[language == "en"],
            rule=lambda rule_id: f"{rule_id} {rule_title(rule_id, language)}",
            case_title=lambda case: case_title(case, language),
            amount=lambda item: _amount(item, language),
            decisions={value: words[language == "en"] for value, words in DECISIONS.items()},
            identities={value: words[language == "en"] for value, words in IDENTITIES.items()},
            no_duty=NO_DUTY,
            **values,
        )
    )


def case_title(case: Case, language: Language) -> str:
    """Who and with whom, as the report says it."""
    related = "" if case.related_name is None else f" → {case.related_name}"
    if related and case.relationship:
        related += bracketed(kinship_words(case.relationship, language) or "", language)
    who = case.officer_name or ("Shareholder" if language == "en" else "股东")
    if case.party_name is None:  # a report that names nobody else
        return f"{who}{related}"
    kind = bracketed(code("party_table", case.party_table, language), language) if case.party_table else ""
    return f"{who}{related} ↔ {case.party_name}{kind}"


def case_data(sight: Sight, case: Case) -> Markup:
    """What the scripts draw, as JSON that cannot end the element it stands in; decisions stand on the page itself."""
    content = sight.shown.content(case.case_id)
    findings = [finding | {"decisions": []} for finding in content["case"]["findings"]]
    data = {
        "run_id": sight.shown.run.run_id,
        "as_of": sight.shown.run.run_id[:10],
        "cases": [content["case"] | {"findings": findings}],
        "shared": content["shared"],
        "entities": {},
        **wording(dict.fromkeys(item.rule_id for item in case.items)),
    }
    return Markup(inert_json(data))  # noqa: S704 - nothing in it can end its element


def _text(language: Language, name: str, /, **values: object) -> str:
    return text(name, language, **values)


def _amount(item: Item, language: Language) -> str:
    """The dealings of a finding, named and in the order of the sentences."""
    if item.exposure is None:
        return ""
    return " ".join(filter(None, (column("exposure_amount", language), item.currency, f"{item.exposure:,.2f}")))


def _own(folder: str, name: str) -> str:
    return resources.files("screening.review").joinpath(folder, name).read_text(encoding="utf-8")


def _source(name: str) -> str:
    return _own("templates", name)


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_source),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
