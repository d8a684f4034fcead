"""Keys of texts: Simplified, folded and pinyin forms, one value at a time or a million at once.

A key is equal for two writings of one text and says nothing about how it looked: it is compared, never shown.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from screening.refdata.names import name_tables

_BRACKETS = str.maketrans("【〔［〖「『《〈｛{[】〕］〗」』》〉｝}]", "(((((((((((" + ")))))))))))")
_SPACES = re.compile(r"\s+")
_DROPPED = re.compile(r"[^\w\n]|_")  # \w: letters and digits of every script, not combining marks
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)


@cache
def _to_simplified() -> Callable[[str], str]:
    from opencc import OpenCC  # 30 ms

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def to_simplified(text: str) -> str:
    """The text in Simplified characters; characters that have no Simplified form stay."""
    if text.isascii():
        return text
    return _to_simplified()(_encodable(text))


def tidy_text(text: str) -> str:
    """The text as a person should see it: NFKC, without invisible characters, brackets as ( ), single spaces."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_BRACKETS)
    return _SPACES.sub(" ", text).strip()


def fold_text(text: str) -> str:
    """A key: NFKC, Simplified, case folded, letters and digits only. Folding a key gives the key."""
    return _fold(text.replace("\n", " "))


def fold_many(values: Sequence[str]) -> list[str]:
    """`fold_text` of each value; all go through each step as one string, a million names in about two seconds."""
    joined = "\n".join(values)
    if joined.count("\n") != max(len(values) - 1, 0):  # some value holds a line break
        joined = "\n".join(value.replace("\n", " ") for value in values)
    return _fold(joined).split("\n") if values else []


def _fold(text: str) -> str:
    text = _letters(text)
    if text.isascii():
        return text
    convert = _to_simplified()
    text = convert(text)
    # A second round: 薴 becomes 苧 becomes 苎; 乾 stays beside some Traditional characters and not beside others.
    for _ in range(3):
        distinct = "\n".join(sorted(set(text) - {"\n"}))  # apart, or neighbours would read as phrases
        if convert(_letters(distinct)) == distinct:
            break
        text = convert(_letters(text))
    return text


def _letters(text: str) -> str:
    if text.isascii():
        return _DROPPED.sub("", text.lower())
    text = _encodable(text)
    seen = set(text)  # a scan of a long text is dear: the characters after each step are told from those before
    text = _exchange(text, {c: n for c in seen if (n := unicodedata.normalize("NFKC", c)) != c}).casefold()
    if unicodedata.is_normalized("NFKC", text):
        seen = set(unicodedata.normalize("NFKC", "\n".join(sorted(seen))).casefold())
    else:  # combining marks
        text = unicodedata.normalize("NFKC", text)
        seen = set(text)
    return _exchange(text, {c: "" for c in seen if _DROPPED.match(c) or _INVISIBLE.match(c)})


def _exchange(text: str, single: dict[str, str]) -> str:
    """The text with single characters exchanged; no replacement may bring back a character that is still to go."""
    if len(single) > 50 or any(c in new for new in single.values() for c in single):
        return text.translate({ord(old): new for old, new in single.items()})
    for old, new in single.items():
        text = text.replace(old, new)
    return text


def _encodable(text: str) -> str:
    """Without lone surrogates, which opencc cannot take."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


@lru_cache(maxsize=50_000)
def _syllable(character: str) -> str:
    """Pinyin of one character without tone, ü as v; a letter or digit is itself, anything else nothing."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # its phrases take 150 ms to load; single characters need none
    from pypinyin import Style, lazy_pinyin

    read = lazy_pinyin(character, style=Style.NORMAL, v_to_u=False, errors="default")[0]
    return re.sub(r"[^a-z0-9]", "", read.replace("ü", "v")) if read.isascii() or "ü" in read else character


def pinyin_key(name: str) -> str:
    """The name's syllables run together, read as a person's name: 单田芳 is shantianfang, 吕 is lv.

    Two names with one key sound alike in Mandarin; for blocking and as small evidence only.
    """
    return pinyin_many([name])[0]


def pinyin_many(names: Sequence[str]) -> list[str]:
    """`pinyin_key` of each name."""
    return [_read(folded) for folded in fold_many(names)]


def _read(name: str) -> str:
    if name.isascii():
        return name
    readings = name_tables().reading
    for size in (2, 1):
        if len(name) > size and name[:size] in readings:
            return readings[name[:size]] + "".join(map(_syllable, name[size:]))
    return "".join(map(_syllable, name))
