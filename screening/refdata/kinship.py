"""Words for relations between persons, read as paths (岳父 is spouse.parent), and relations to organisations.

A path tells who somebody is; perimeters tell whether a rule asks about him. Terms compose with 的, 之, 's and "of", and
without them where the words follow each other (配偶的姐姐, 老婆哥哥, wife's brother, brother of the wife).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from screening.refdata.resources import table_rows
from screening.refdata.text import fold_text

HkClass = Literal["immediate_family", "family_member", "relative", "none"]

_SELF = frozenset(
    {"本人", "我", "自己", "其", "该人", "申报人", "员工", "董事", "监事", "高管", "高级管理人员"}
    | {"my", "his", "her", "own", "officers", "officer"}
)
_ORDINAL = re.compile(
    r"[大二三四五六七八九小长次幼么老细]|第[一二三四五六七八九]|eldest|elder|oldest|older|youngest|younger|second|third|big|little|twin|only"
)
_BLOOD = re.compile(r"孪生|双胞胎|双生|龙凤胎|同父异母|同母异父|异父异母|同胞|嫡亲")
_COURTESY = re.compile(r"(大人|老人家)$")
_SEVERAL = re.compile(r"[/／、,，;；&|]|以及|[及和与或暨](?!其)|\band\b|\bor\b")
_MINOR = re.compile(r"未成年|年幼|minor|under18")
_DIVORCED = re.compile(r"离异|离婚|前任|divorced")
_EMERGENCY = re.compile(r"紧急联[系络]|应急联[系络]|紧急连络|emergencycontact|^联[系络]人$|^contact(person)?$|^ice$")
_UNTOLD_ALONE = frozenset(
    {
        "媳妇",
        "配偶子女",
        "父母配偶",
        "父母子女",
        "父母兄弟姐妹",
        "父母兄弟",
        "夫妻子女",
        "老子",
        "thirdcousin",
        "thirdcousins",
    }
)
"""Texts that mean two things: 媳妇 is a wife here and a son's wife there (我媳妇 and 儿子的媳妇 are clear), 配偶子女 a chain or a list;
and those that mean something else than their parts: 老子 is a father and no child, a third cousin is no third of the cousins."""
_SHORTEST = 2
_SPLIT = re.compile(r"[的之]|['’]s?\s+")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Kin:
    """A relation seen from the officer.

    Attributes:
        code: the path joined by dots, or a code of one step (spouse, step_child, former_spouse).
        path: its steps.
        core: inside the default perimeter.
        wide: added by the wide perimeter; core relations are not marked again.
        label_zh: Chinese label.
        label_en: English label.
        hk_class: class under the HK Listing Rules for an adult; a child said to be a minor is immediate_family.
        hk_class_minor: the class while under 18.
    """

    code: str
    path: tuple[str, ...]
    core: bool
    wide: bool
    label_zh: str
    label_en: str
    hk_class: HkClass
    hk_class_minor: HkClass


@cache
def _paths() -> Mapping[str, Kin]:
    found: dict[str, Kin] = {}
    for code, core, wide, hk, zh, en in table_rows("kinship_paths.tsv"):
        minor = "immediate_family" if code in ("child", "step_child") else hk
        found[code] = Kin(code, tuple(code.split(".")), core == "1", wide == "1", zh, en, _hk(hk), _hk(minor))
    return found


def _hk(word: str) -> HkClass:
    classes: dict[str, HkClass] = {
        "immediate_family": "immediate_family",
        "family_member": "family_member",
        "relative": "relative",
    }
    return classes.get(word, "none")


@cache
def _terms() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Word to path, and the words that take an ordinal."""
    words: dict[str, tuple[str, ...]] = {}
    ordinal: set[str] = set()
    for path, takes, listed in table_rows("kinship_terms.tsv"):
        for word in listed.split():
            words.setdefault(word, tuple(path.split(".")))
            if takes == "1":
                ordinal.add(word)
    return words, frozenset(ordinal)


@lru_cache(maxsize=20_000)
def kin(term: str) -> Kin | None:
    """The relation a word or a code stands for; None where it is no kinship or not understood (never a guess).

    Words that name several relations (父母/配偶, 配偶及子女) are understood only where all are the same one (兄/弟).
    """
    several = [part for part in _SEVERAL.split(term) if part and part.strip()]
    if len(several) > 1:
        named = {kin(part) for part in several}
        return named.pop() if len(named) == 1 else None
    code = term.strip().lower()
    if code in _paths():
        return _paths()[code]
    if "." in code and all(step in _paths() for step in code.split(".")):
        return _named(tuple(code.split(".")))
    text = unicodedata.normalize("NFKC", term).lower()
    divorced, minor = _DIVORCED.search(fold_text(text)), _MINOR.search(fold_text(text))
    text = _MINOR.sub("", re.sub(r"[(（【\[][^)）】\]]*[)）】\]]", "", text))
    if is_emergency_contact(text) or fold_text(text) in _UNTOLD_ALONE:
        return None
    path: list[str] = []
    parts = [piece for part in _SPLIT.split(text) for piece in reversed(_OF.split(part))]
    for part in parts:
        key = fold_text(part)
        if not key or key in _SELF:
            continue
        steps = _segment(key)
        if steps is None:
            return None
        path.extend(steps)
    if not path:
        return None
    reduced = _reduce(tuple(path))
    if reduced is None:
        return None
    found = _named(reduced)
    if found.code == "spouse" and divorced:
        return _paths()["former_spouse"]
    return replace(found, hk_class=found.hk_class_minor) if minor else found


def _segment(key: str) -> tuple[str, ...] | None:
    """The key as one word, else as words in a row, the longest first.

    Single characters are no words of a row: 舅仔 and 父子 are not an uncle's child and a father's son.
    """
    word = _word(key)
    if word is not None:
        return word
    for cut in range(len(key) - 1, 0, -1):
        if key[:cut] in _SELF:
            return _segment(key[cut:])
        if cut < _SHORTEST or len(key) - cut < _SHORTEST:
            continue
        head = _word(key[:cut])
        tail = None if head is None else _segment(key[cut:])
        if head is not None and tail is not None:
            return _joined(head, tail)
    return None


def _joined(head: tuple[str, ...], tail: tuple[str, ...]) -> tuple[str, ...] | None:
    """Words in a row as a chain; 爸爸妈妈 is a list of the same relation, 女儿女婿 one of two."""
    if tail[: len(head)] == head:
        return head if head == tail else None
    return head + tail


def _word(key: str) -> tuple[str, ...] | None:
    words, ordinal = _terms()
    if key in words:
        return words[key]
    key = _COURTESY.sub("", key)
    match = _ORDINAL.match(key) or _BLOOD.match(key)
    rest = key if match is None else key[match.end() :]
    return words[rest] if rest in ordinal or (match is None and rest in words) else None


@cache
def _rewrites() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    return {tuple(steps.split(".")): tuple(to.split(".")) for steps, to in table_rows("kinship_rewrites.tsv")}


def _reduce(path: tuple[str, ...]) -> tuple[str, ...] | None:
    """The path rewritten until nothing changes; None where it may lead to several people."""
    for _ in range(10):
        for start, size in ((i, n) for n in (3, 2) for i in range(len(path) - n + 1)):
            to = _rewrites().get(path[start : start + size])
            if to == ("-",):
                return None
            if to is not None:
                path = path[:start] + to + path[start + size :]
                break
        else:
            return path
    return path


def _named(path: tuple[str, ...]) -> Kin:
    code = ".".join(path)
    if code in _paths():
        return _paths()[code]
    known = [_paths().get(step) for step in path]
    zh = "的".join(step.label_zh if step else name for step, name in zip(known, path, strict=True))
    en = "'s ".join(step.label_en if step else name for step, name in zip(known, path, strict=True))
    return Kin(code, path, False, False, zh, en, "none", "none")


_TURNED = {"parent": "child", "child": "parent"}
_LIKE = {"cohabitee": "spouse", "sibling_in_law": "sibling.spouse"}


def alike(code: str) -> str:
    """The same key for relations that people write for one another, so that only a real contradiction tells two apart.

    A form may tell the relation from the other side (女婿 for 岳父), leave out that somebody is a step-child, or call every
    brother-in-law the same.
    """
    steps = [step.removeprefix("step_") for step in _LIKE.get(code, code).split(".")]
    return min(".".join(steps), ".".join(_TURNED.get(step, step) for step in reversed(steps)))


def is_emergency_contact(term: str) -> bool:
    """True for 紧急联系人, emergency contact and the like: never kin, never a match key."""
    key = fold_text(term)
    return _EMERGENCY.search(key) is not None


_ORGANISATION = re.compile(
    "企业|公司|单位|机构|组织|实体|工厂|店|合伙|个体|法人|投资|持股|company|companies|business|entity|entities|firm|enterprise|employer"
)
_CONTROLS = re.compile(
    "控制|控股|独资|开办|创办|经营|所有|名下|拥有|设立|成立|法定代表人|负责人|业主|老板|control|owned|owner|proprietor|founded|run"
)
_NO_CONTROL = re.compile("非控|noncontrol|同一|同受|共同控制")
_POST = re.compile(
    "任职|兼职|担任|就职|工作|供职|雇|董事|监事|高管|顾问|理事|employ|director|post|works|working|position|officer"
)
_RELATIVE = re.compile("亲属|家属|家人|亲戚|家庭成员|亲友|relative|family|kin")
_OTHER = re.compile("关联|参股|投资|持股|合作|associate|related|affiliat|connected|invest|held|shareholding")


@lru_cache(maxsize=20_000)
def organisation_relation(term: str) -> str | None:
    """How an organisation stands to the officer.

    Returns:
        controlled_by_self, controlled_by_relative, post_of_self, other (a link that is neither control nor own post:
        参股, 关联企业, a relative's employer), or None where the words speak of no organisation.
    """
    code = term.strip().lower()
    if code in ("controlled_by_self", "controlled_by_relative", "post_of_self", "other"):
        return code
    key = fold_text(term)
    if is_emergency_contact(term) or not (_ORGANISATION.search(key) or _OTHER.search(key) or _CONTROLS.search(key)):
        return None
    if kin(term) is not None:
        return None
    relative = _RELATIVE.search(key) is not None or any(len(w) > 1 and w in key for w in _relative_words())
    if _CONTROLS.search(key) and not _NO_CONTROL.search(key):
        return "controlled_by_relative" if relative else "controlled_by_self"
    if _POST.search(key):
        return "other" if relative else "post_of_self"
    return "other"


@cache
def _relative_words() -> tuple[str, ...]:
    ambiguous = {
        "公子",
        "老爷",
        "先生",
        "同胞",
        "partner",
        "son",
        "sons",
        "kid",
        "dad",
        "mom",
        "mum",
    }  # inside other words
    return tuple(sorted(_terms()[0].keys() - ambiguous))
