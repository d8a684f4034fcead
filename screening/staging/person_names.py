"""The dictionary `person_name`: keys, script and rarity of every distinct name of a person."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

from screening.refdata.latin_names import latin_bits, latin_keys
from screening.refdata.names import FOREIGN, HAN, name_bits, parts_probability, split_name
from screening.refdata.readings import MANDARIN, reading_keys, sound_bits
from screening.refdata.romanised import read_romanised
from screening.refdata.text import fold_many, pinyin_key, to_simplified
from screening.refdata.variants import unify_variants
from screening.staging.name_cells import HIDDEN, NOT_PLAIN, PLAIN_HAN, NameCell, read_name_cell

_HAN = re.compile(f"[{HAN}]+")
_DOTTED = re.compile(r"(?<=\w)[·•‧・．.∙⋅](?=\w)")
"""Parts of a transliterated name; many people share the few names that are so written."""
_LATIN = re.compile(r"[^\W\d_]+")


class _Entry(NamedTuple):
    """One row of the dictionary, without its keys that are made for all names at once."""

    script: str
    surname: str | None
    given: str | None
    readings: list[str]
    pinyin: str | None
    bits: float | None


_NOBODY = _Entry("other", None, None, [], None, None)


def read_person_names(values: Sequence[str]) -> pa.Table:
    """One row per value, with the columns of `person_name`.

    What a cell holds beside the name is left out (see `name_cells`). A hidden character of a masked name (张*, 张某, 李家？)
    stands as `*` in `name_key`; a name of which only a title is left (王总) has no key.
    """
    cells = [None if _is_plain(value) else read_name_cell(value) for value in values]
    names = [value if cell is None else cell.name for value, cell in zip(values, cells, strict=True)]
    keys = [_masked(name) if HIDDEN in name else key for name, key in zip(names, fold_many(names), strict=True)]
    entries = [_han(key) if cell is None else _entry(key, cell) for key, cell in zip(keys, cells, strict=True)]
    return pa.table({
        "value": pa.array(values, pa.string()),
        "name_key": pa.array([key or None for key in keys], pa.string()),
        "pinyin_key": pa.array([entry.pinyin for entry in entries], pa.string()),
        "variant_key": pa.array([unify_variants(key) or None for key in keys], pa.string()),
        "reading_keys": pa.array([entry.readings for entry in entries], pa.list_(pa.string())),
        "script": pa.array([entry.script for entry in entries], pa.string()),
        "surname": pa.array([entry.surname for entry in entries], pa.string()),
        "given": pa.array([entry.given for entry in entries], pa.string()),
        "bits": pa.array([entry.bits for entry in entries], pa.float64()),
    })  # fmt: skip


def _is_plain(value: str) -> bool:
    """A name of two or three characters and nothing else: nearly every cell of a registry."""
    return PLAIN_HAN.fullmatch(value) is not None and NOT_PLAIN.search(value) is None


def _entry(key: str, cell: NameCell) -> _Entry:
    """The row of a name that is not plain."""
    if not key:
        return _NOBODY
    if HIDDEN in key:
        return _hidden(key, cell)
    if _HAN.fullmatch(key):
        entry = _han(key, cell.latin)
        common = -math.log2(FOREIGN)
        return entry._replace(bits=min(entry.bits or common, common)) if _DOTTED.search(cell.name) else entry
    readings = [f"l:{key}" for key in latin_keys(cell.name)]
    bits = latin_bits(cell.name) if readings else name_bits(key)
    if _LATIN.fullmatch(key) is None or not _is_latin(key):
        return _Entry("other", None, None, readings, None, bits)
    spelled = sorted({*readings, *read_romanised(cell.name).keys})
    return _Entry("latin", None, None, spelled, " ".join(sorted(_tokens(cell.name))) or None, bits)


def _han(key: str, latin: str = "") -> _Entry:
    """A name in characters; `latin` is its spelling where the cell states one."""
    parts = split_name(key)
    if parts is None:
        return _Entry("han", None, None, [], pinyin_key(key), name_bits(key))
    readings = reading_keys(*parts)
    if readings and readings[-1].startswith(MANDARIN):
        first = next(reading for reading in readings if reading[0] == MANDARIN[0])
        pinyin = first[2:].lower()
    else:
        pinyin = pinyin_key(key)
    if latin:
        readings = sorted({*readings, *read_romanised(latin).keys})
    return _Entry("han", *parts, readings, pinyin, -math.log2(parts_probability(*parts)))


def _hidden(key: str, cell: NameCell) -> _Entry:
    """A name with hidden characters; the sound of one may be known (王zhe)."""
    parts = split_name(key)
    surname, given = parts if parts is not None else (None, None)
    bits = name_bits(key)
    if cell.sound and parts is not None:
        readings = reading_keys(*parts, hidden=cell.sound)
        if readings:
            return _Entry("masked", surname, given, readings, None, bits + sound_bits(cell.sound, parts[1]))
    return _Entry("masked", surname, given, [], None, bits)


def _is_latin(key: str) -> bool:
    """Letters of the Latin alphabets; Cyrillic and Kana are other scripts."""
    return all(character < "\u0250" or "\u1e00" <= character <= "\u1eff" for character in key)


def _masked(name: str) -> str:
    """The key of a masked name: visible characters, and `*` for each hidden one."""
    plain = "".join(to_simplified(name).casefold().split())
    return re.sub(r"[^\w*]|_", "", plain)


def _tokens(name: str) -> list[str]:
    """The words of a romanised name, in lower case, letters only; Tai-Man is one word."""
    words = [
        re.sub(r"[^a-z\u00c0-\u024f\u1e00-\u1eff]", "", word.casefold()) for word in re.split(r"[\s,.，、/]+", name)
    ]
    return [word for word in words if word]
