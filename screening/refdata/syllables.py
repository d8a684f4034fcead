"""How the characters of a company's name are read in Mandarin, many names at once.

A person's name has readings of its own (surnames); those are `screening.refdata.text.pinyin_key`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import product

from screening.refdata.resources import table_rows

_FIRST, _LAST = 0x4E00, 0x9FFF


@cache
def _readings() -> dict[int, str]:
    """Code point -> its commonest toneless syllable with a space behind it, ü as v; for `str.translate`."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # its phrases take 150 ms to load; characters need none
    from pypinyin import Style, lazy_pinyin

    return _Lazy(lambda c: lazy_pinyin(c, style=Style.NORMAL, v_to_u=False)[0].replace("ü", "v"))


@cache
def _two_readings() -> Mapping[str, tuple[str, str]]:
    """Each character that names of companies read in two ways, with both readings."""
    common = _readings()
    rows = table_rows("heteronyms.tsv")
    return {character: (common[ord(character)].strip(), reading) for character, reading in rows}


class _Lazy(dict[int, str]):
    """Reads a character when it is met first."""

    def __init__(self, read: Callable[[str], str]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, code: int) -> str:
        character = chr(code)
        han = _FIRST <= code <= _LAST
        self[code] = f"{self._read(character)} " if han else character
        return self[code]


def syllables(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of each text: syllables apart by one space, every combination where characters are read in two ways.

    Characters that are not Chinese stay as they are; only the first two characters of two readings are varied. Texts may not
    hold line breaks.
    """
    read = "\n".join(texts).translate(_readings()).split("\n")
    two = _two_readings()
    characters = frozenset(two)
    return [
        (plain.strip(),) if characters.isdisjoint(text) else _varied(text, two)
        for text, plain in zip(texts, read, strict=True)
    ]


def _varied(text: str, two: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    common, varied = _readings(), [i for i, character in enumerate(text) if character in two][:2]
    parts = [
        tuple(f"{reading} " for reading in two[character]) if i in varied else (common[ord(character)],)
        for i, character in enumerate(text)
    ]
    return tuple(sorted({"".join(chosen).strip() for chosen in product(*parts)}))
