"""Titles read as classes of covered persons and as posts in registry extracts; what they do not tell is not guessed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from screening.refdata.resources import table_rows
from screening.refdata.text import fold_text, to_simplified

POSITION_CLASSES = ("director", "independent_director", "supervisor", "senior_manager", "employee")
POST_KINDS = (
    "legal_representative",
    "director",
    "independent_director",
    "supervisor",
    "manager",
    "finance_head",
    "board_secretary",
    "proprietor",
    "branch_head",
    "partner",
    "consultant",
    "liaison",
    "employee",
)

# Among several parts of one title: an independent director stays one, then the first of this order counts.
_CLASS_ORDER = ("independent_director", "director", "supervisor", "senior_manager", "employee")
_POST_ORDER = (
    "legal_representative",
    "independent_director",
    "director",
    "supervisor",
    "proprietor",
    "partner",
    "manager",
    "finance_head",
    "board_secretary",
    "branch_head",
    "consultant",
    "employee",
    "liaison",
)
_PARTS = re.compile(r"[、,，;；/／|&+＋\n]|兼任?|暨|以及|及|和|\band\b|\bcum\b")
_BRACKETS = re.compile(r"[(（【\[〔][^)）】\]〕]*[)）】\]〕]")
_NOTES_OUT = re.compile(r"[(（\[][^)）\]]*[)）\]]")
# A note that changes what the title says goes before it: 董事(独立) is 独立董事, 总经理(分公司) is 分公司总经理.
_TELLING = re.compile(
    r"([^(（、,，;；/]+)[(（]\s*(独立(?:非执行)?|independent|非执行|候任|拟任|候选|designate"
    r"|[^()（）]*(?:分公司|子公司|事业部|大区|区域|片区|项目|门店|分厂|支行|中心|部))\s*[)）]"
)
_ENGLISH = {
    "independent director": "independent_director",
    "senior manager": "senior_manager",
    "senior management": "senior_manager",
    "高管": "senior_manager",
    "高级管理人员": "senior_manager",
    "高管人员": "senior_manager",
}


@cache
def _patterns(use: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (value, re.compile(pattern))
        for row_use, value, pattern in table_rows("positions.tsv")
        if row_use in (use, "both")
    )


@lru_cache(maxsize=20_000)
def position_class(title: str) -> str | None:
    """Class of a covered person: director, independent_director, supervisor, senior_manager or employee.

    A combined title (董事、总经理) has the class of its strongest part; notes in brackets (历任) change nothing, unless they say
    that he is independent, not yet in office, or in a part of the company. None means that the title does not tell (总监,
    总经理助理, 经理, 部门总经理; Director, Human Resources): the officer is listed for mapping.
    """
    code = title.strip().lower()
    if code in POSITION_CLASSES:
        return code
    code = _ENGLISH.get(to_simplified(code), code)
    if code in POSITION_CLASSES:
        return code
    return None if _is_untold(title) else _best("class", title, _CLASS_ORDER)


def _is_untold(title: str) -> bool:
    """A title that means one job although it is written in several parts."""
    whole = fold_text(_NOTES_OUT.sub("", title))
    return any(pattern.search(whole) for _, pattern in _patterns("title"))


@lru_cache(maxsize=20_000)
def post_kind(role: str) -> str | None:
    """Kind of a post in a company's registry extract, one of `POST_KINDS`; None where it is none (股东) or unknown.

    liaison (联络员, 联系人) is never a post under a rule. Of a combined role the strongest counts; see `post_kinds`.
    """
    kinds = post_kinds(role)
    return kinds[0] if kinds else None


@lru_cache(maxsize=20_000)
def post_kinds(role: str) -> tuple[str, ...]:
    """Every kind of post that a role names, the strongest first: 执行董事兼总经理 is director and manager."""
    code = role.strip().lower()
    if code in POST_KINDS:
        return (code,)
    found = {_first("post", part) for part in _split(role)}
    return tuple(kind for kind in _POST_ORDER if kind in found)


def _split(title: str) -> list[str]:
    text = unicodedata.normalize("NFKC", to_simplified(title)).lower()
    text = _BRACKETS.sub("", _TELLING.sub(r"\2\1", text))
    return [key for key in (fold_text(part) for part in _PARTS.split(text)) if key]


def _first(use: str, part: str) -> str | None:
    for value, pattern in _patterns(use):
        if pattern.search(part):
            return None if value == "-" else value
    return None


def _best(use: str, title: str, order: tuple[str, ...]) -> str | None:
    found = {_first(use, part) for part in _split(title)}
    return next((value for value in order if value in found), None)
