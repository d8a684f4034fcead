"""Business scopes (经营范围) as lines of business, and industry codes of GB/T 4754.

A scope lists what a company may do, present or only planned. What every company registers (货物进出口, 技术咨询, 企业管理) and what a
registrar prints (依法须经批准的项目 …) tell nothing about its trade; `data/reference/scope_words.tsv` lists both, and the activities
that are taken off a line so that making, selling and repairing one thing are one line. What a scope leaves out (不含 …, … 除外) is
no business either, nor is a clause about what the law forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from screening.refdata.resources import table_rows
from screening.refdata.text import fold_text, tidy_text, to_simplified

_LEAST = 2
_LEAST_PART = 3
"""Shorter lines are too wide to be found inside another one (电池 in 电池回收箱)."""

_NOTES = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_SEGMENT = re.compile(r"[;；。\n]")
_CLAUSE = re.compile(r"[,，]")
_BUT_FOR = re.compile(
    r"(?:^|(?<=[;；:：,，、。\n]))除(?![尘草湿锈雪虫臭味油垢霜冰铁磷硫氧醛菌螨渣杂颤])[^;；。\n]{0,300}?(?<![国境海户室野内])以?外(?=$|[的;；。,，、\n])"
)
"""除…外 at the beginning of a line; 除尘器, 除草剂 and 户外, 海外 are goods and places."""
_WITHOUT = re.compile("(?:但|但是)?(?:不含|不包括|不包含|不涉及)")
_EXCEPT = re.compile(r"\b(?:except|excluding|not including|other than)\b", re.IGNORECASE)
_LAW = re.compile(
    "法律、?(?:行政)?法规|国务院决定|审批机关|产业政策|许可业务|国家限定公司|禁止进出口|市场主体|自主依法|依法(?:自主|须经)|不得(?:从事|经营)|"
    "国家(?:法律)?禁止|国家(?:有关|另有)规定"
)
"""Words of a clause that says what the law forbids or asks for."""
_LINES = re.compile(r"[;；:：,，、。./|\n]|以及|及其|及|和|与|兼|或")
_CODE = re.compile(r"^[A-T]?(\d{2,4})$")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in table_rows("scope_words.tsv"):
        found.setdefault(kind, set()).update(fold_text(word) for word in words.split())
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def _activities() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Activities before and behind a line."""
    words = "|".join(map(re.escape, sorted(_words()["activity"], key=lambda word: (-len(word), word))))
    return re.compile(f"^(?:{words})+"), re.compile(f"(?:{words})+$")


@lru_cache(maxsize=50_000)
def scope_lines(scope: str) -> frozenset[str]:
    """The lines of business a scope names, folded, without the activity; generic phrases and notes are none.

    包装材料及制品销售；纸制品制造；货物进出口（依法须经批准的项目 …） gives 包装材料 and 纸制品.
    """
    text = tidy_text(scope)
    while _NOTES.search(text):
        text = _NOTES.sub("；", text)
    said = _said(to_simplified(text))
    return frozenset(
        line for clause in said for part in _LINES.split(clause) if (line := _line(fold_text(part))) is not None
    )


def _said(text: str) -> Iterator[str]:
    """The clauses of a scope, without what it leaves out and what registrars say of the law."""
    for segment in _SEGMENT.split(_BUT_FOR.sub("；", text)):
        for clause in _CLAUSE.split(_EXCEPT.split(segment)[0]):
            if not clause.rstrip().endswith("除外") and _LAW.search(clause) is None:
                yield _WITHOUT.split(clause)[0]


def _line(part: str) -> str | None:
    words = _words()
    if part in words["note"] or part in words["generic"]:
        return None
    line = _stripped(part)
    if len(line) < _LEAST or line in words["note"] or line in words["generic"]:
        return None
    return line


def _stripped(line: str) -> str:
    """Without activities at either end; a line that is nothing else becomes empty."""
    before, behind = _activities()
    return before.sub("", behind.sub("", line))


def is_wide(line: str) -> bool:
    """Whether a line is so wide that sharing it counts only beside an equal industry code."""
    return line in _words()["wide"]


def shared_lines(ours: Iterable[str], theirs: Iterable[str]) -> frozenset[str]:
    """Lines of ours that another company has too, as they are or, where ours is no wide one, narrower (包装材料: 塑料包装材料)."""
    other = frozenset(theirs)
    return frozenset(line for line in ours if line in other or any(_holds(line, each) for each in other))


def _holds(line: str, other: str) -> bool:
    return len(line) >= _LEAST_PART and line in other and not is_wide(line)


@lru_cache(maxsize=50_000)
def industry_code(written: str) -> str | None:
    """The digits of an industry code, two (division) to four (class): C3940 is 3940; None where it is none.

    Other letters, texts and codes of other systems are not guessed.
    """
    match = _CODE.match(fold_text(written).upper())
    return None if match is None else match.group(1)
