"""Words inside names of companies: legal forms, trade words, and who a holder or body is by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from screening.refdata.industry_english import industry_english
from screening.refdata.regions import Region, regions
from screening.refdata.resources import table_rows
from screening.refdata.text import fold_many, fold_text

__all__ = [
    "LegalForm",
    "Region",
    "body_kind",
    "custodian",
    "government_or_public",
    "industry_words",
    "legal_forms",
    "regions",
    "state_holder",
]


@dataclass(frozen=True, slots=True)
class LegalForm:
    """One way a name may end.

    Attributes:
        text: as written in the table.
        key: folded, to be compared with the end of a folded name; a Latin one only with whole words (USA ends in SA).
        code: canonical form; forms of one code are not in contradiction.
        branch: the named unit is part of another legal entity.
        sole_trader: individual businesses usually bear it.
    """

    text: str
    key: str
    code: str
    branch: bool
    sole_trader: bool

    @property
    def latin(self) -> bool:
        """The form is written in Latin letters and stands as words of its own."""
        return self.key.isascii()


@cache
def legal_forms() -> tuple[LegalForm, ...]:
    """All forms, the longest key first, so that the first one a name ends with is the right one."""
    rows = list(table_rows("legal_forms.tsv"))
    keys = fold_many([row[0] for row in rows])
    forms = (
        LegalForm(text, key, code, branch == "1", sole_trader == "1")
        for (text, code, branch, sole_trader), key in zip(rows, keys, strict=True)
    )
    return tuple(sorted(forms, key=lambda form: (-len(form.key), form.key, form.text)))


@cache
def industry_words() -> tuple[str, ...]:
    """Trade words, Simplified, longest first; those with an English translation are among them."""
    words = {row[0] for row in table_rows("industry_words.tsv")} | industry_english().keys()
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _markers() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for kind, match, word in table_rows("company_markers.tsv"):
        found.setdefault(kind, {}).setdefault(match, []).append(word)
    return {kind: {match: tuple(words) for match, words in matches.items()} for kind, matches in found.items()}


@cache
def _company_ends() -> tuple[str, ...]:
    codes = {
        "limited",
        "joint_stock",
        "limited_group",
        "joint_stock_group",
        "limited_partnership",
        "partnership",
        "ltd_en",
    }
    return tuple(form.key for form in legal_forms() if form.code in codes and len(form.key) > 2)


@cache
def _any_marker() -> re.Pattern[str]:
    """Finds whether a key holds any of the words at all: nearly none does, and one search is cheap."""
    return re.compile(
        "|".join(sorted({word for kind in _markers().values() for words in kind.values() for word in words}))
    )


def _has(key: str, kinds: Iterable[str]) -> bool:
    for kind in kinds:
        words = _markers()[kind]
        if key.endswith(words.get("ends", ())) or key.startswith(words.get("starts", ("\n",))):
            return True
        if any(word in key for word in words.get("contains", ())):
            return True
    return False


def body_kind(key: str) -> str | None:
    """Who bears a folded name that is no ordinary company: custodian, state or public_body; the first that applies."""
    if not _any_marker().search(key):
        return None
    if _is_custodian(key):
        return "custodian"
    if _is_state_holder(key):
        return "state"
    return "public_body" if _is_public(key) else None


def state_holder(name: str) -> bool:
    """True for a state organ (国资委, 财政厅, 人民政府 …) or 中央汇金: common control by it relates no companies."""
    return _is_state_holder(fold_text(name))


def custodian(name: str) -> bool:
    """True for a holder of other people's shares: clearing houses, nominees, funds, plans, special accounts."""
    return _is_custodian(fold_text(name))


def government_or_public(name: str) -> bool:
    """True for administrative organs, courts and public institutions; a name with a company's legal form is none."""
    return _is_public(fold_text(name))


def _is_state_holder(key: str) -> bool:
    by_its_beginning = key.startswith(_markers()["state_holder"]["starts"])
    return by_its_beginning or (_has(key, ("state_holder",)) and not key.endswith(_company_ends()))


def _is_custodian(key: str) -> bool:
    return _has(key, ("custodian",)) or (_has(key, ("fund_product",)) and not key.endswith(_company_ends()))


def _is_public(key: str) -> bool:
    return _has(key, ("government", "public_body")) and not key.endswith(_company_ends())
