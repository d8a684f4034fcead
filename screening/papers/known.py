"""What a December form may say before its owner has written a word.

His own earlier declarations, and links that records document with identifier-grade evidence. Never a lead: a namesake's company on
a form to be signed would be an accusation, and would teach people to sign unread. Never a number, share, amount, date of birth, or
what stands between him and the company: those are others' data, or figures of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from screening.contract.words import ENUMERATIONS
from screening.papers.form import Known
from screening.papers.language import Language, Words, say
from screening.papers.published import Officer, Row
from screening.refdata.text import fold_text
from screening.reports.relations import relation
from screening.reports.wall import MASK

DOCUMENTED: Mapping[str, str | None] = {
    "INT": None, "POS": "position", "EMP": "position", "RPT": "transaction", "LOAN": "loan", "GUAR": "guarantee",
}  # fmt: skip
"""Families of rules whose findings are links to declare, with the item of the form; None where the counterparty decides."""
_ONLY_TIER = "A"
_STANDS_FOR_IT = ("on_time", "late", "pending")
"""The declared item says it already."""
_COMPETING = ("competitor_interest", "competing_business")
_DEALING = ("business_interest", "transaction")
_NOT_REPEATED = ("gift",)
"""Once over, it is over: the register of gifts holds it."""

_DECLARED: Words = ("以往申报（{day}），请核实", "declared before ({day}), please check")
_RECORDED: Words = ("登记显示，请核实", "shown by records, please check")
_VEILED: Words = ("（请本人填写）", "(please write yourself)")


def known_rows(officer: Officer, as_of: str, kinship: Mapping[tuple[str, str], Row], language: Language) -> list[Known]:
    """The rows of one form: what he declared, the latest first, then what records show beside it; each once."""
    rows: dict[tuple[str, ...], Known] = {}
    for row in (*_declared(officer, as_of, language), *_recorded(officer, kinship, language)):
        rows.setdefault((fold_text(row.company), row.kind, fold_text(row.related_name)), row)
    return list(rows.values())


def _declared(officer: Officer, as_of: str, language: Language) -> Iterator[Known]:
    for row in officer.declared:
        is_over = row["cured_on"] is not None or row["withdrawn_on"] is not None or row["item"] in _NOT_REPEATED
        names_nobody = not row["counterparty_name"] and not row["related_party_name"]
        if is_over or names_nobody or row["nil_return"] or row["signed"] is False or str(row["submitted_on"]) > as_of:
            continue
        yield Known(
            _is_competing(row["item"], row["party_clusters"] or ()),
            _unveiled(row["counterparty_name"], language),
            _item(row["item"], language),
            _unveiled(row["related_party_name"], language),
            row["relationship"] or "",
            say(_DECLARED, language).format(day=row["submitted_on"]),
        )


def _recorded(officer: Officer, kinship: Mapping[tuple[str, str], Row], language: Language) -> Iterator[Known]:
    for row in officer.links:
        family = row["rule_id"].split("-")[0]
        if row["tier"] != _ONLY_TIER or family not in DOCUMENTED or row["declaration_status"] in _STANDS_FOR_IT:
            continue
        is_competing = row["party_table"] == "competitors"
        item = DOCUMENTED[family] or ("competitor_interest" if is_competing else "business_interest")
        yield Known(
            is_competing, row["party_name"] or "", _item(item, language), row["related_name"] or "",
            relation_words(row, kinship, language), say(_RECORDED, language),
        )  # fmt: skip


def relation_words(row: Row, kinship: Mapping[tuple[str, str], Row], language: Language) -> str:
    """How the related party of a finding is related: as delivered in Chinese, as understood in English; empty for the officer himself."""
    if row["related_id"] is None:
        return ""
    said = row["relationship"] or ""
    if language == "zh" and not said.isascii():
        return said
    understood = kinship.get((row["officer_id"], row["related_id"]), {}).get(f"label_{language}")
    return understood or say(relation(said), language)


def _is_competing(item: str | None, clusters: Iterable[str]) -> bool | None:
    """Under which item of the form it stands: by what was declared, else by who the counterparty is."""
    if item in _COMPETING or item in _DEALING:
        return item in _COMPETING
    tables = {cluster.split("/")[0] for cluster in clusters}
    return None if not tables else "competitors" in tables


def _item(code: str | None, language: Language) -> str:
    if code is None:
        return ""
    return ENUMERATIONS["item"][code][0] if language == "zh" else code.replace("_", " ")


def _unveiled(name: str | None, language: Language) -> str:
    """A name; where it is somebody's behind the wall, room for it."""
    return say(_VEILED, language) if name == MASK else name or ""
