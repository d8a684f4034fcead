"""The dictionary `person_name`: keys, script and rarity of every distinct name of a person."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import permutations

import pyarrow as pa

from screening.refdata.names import latin_name_probability, name_bits, split_name
from screening.refdata.text import fold_many, pinyin_many, tidy_text, to_simplified
from screening.refdata.variants import unify_variants

_MASK = re.compile(r"[*＊○某×□●■]|(?<=[\u4e00-\u9fff])[xX]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LATIN = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 4  # of a romanised name; more are taken in the order of their letters
_NOTE = re.compile(r"[(【\[].*?[)】\]]|[(【\[].*$")
_TITLE_HAN = re.compile(r"(?:先生|女士|小姐|太太|博士|教授)$")
_TITLE_LATIN = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|madam|sir|ir|hon)\b[.\s]*(?=\w)", re.IGNORECASE)


def read_person_names(values: Sequence[str]) -> pa.Table:
    """One row per value, with the columns of `person_name`.

    A note in brackets (张伟（大）, 陈大文(CHAN Tai Man)) and a title (陈先生, Mr) are no part of the name. A hidden character
    of a masked name (张*, 张某) stands as `*` in `name_key`.
    """
    bare = [_bare(value) for value in values]
    folded = fold_many(bare)
    scripts = [_script(name, key) for name, key in zip(bare, folded, strict=True)]
    keys = [
        _masked(name) if script == "masked" else key for name, key, script in zip(bare, folded, scripts, strict=True)
    ]
    pinyin = pinyin_many([key if script == "han" else "" for key, script in zip(keys, scripts, strict=True)])
    tokens = [_tokens(name) if script == "latin" else [] for name, script in zip(bare, scripts, strict=True)]
    parts = [
        split_name(key) if script in ("han", "masked") else None for key, script in zip(keys, scripts, strict=True)
    ]
    return pa.table({
        "value": pa.array(values, pa.string()),
        "name_key": pa.array([key or None for key in keys], pa.string()),
        "pinyin_key": pa.array([sound or " ".join(sorted(t)) or None for sound, t in zip(pinyin, tokens, strict=True)], pa.string()),
        "variant_key": pa.array([unify_variants(key) or None for key in keys], pa.string()),
        "reading_keys": pa.array([_reading_keys(sound, t) for sound, t in zip(pinyin, tokens, strict=True)], pa.list_(pa.string())),
        "script": pa.array(scripts, pa.string()),
        "surname": pa.array([part and part[0] for part in parts], pa.string()),
        "given": pa.array([part and part[1] for part in parts], pa.string()),
        "bits": pa.array([_bits(*name) for name in zip(keys, scripts, tokens, strict=True)], pa.float64()),
    })  # fmt: skip


def _bare(value: str) -> str:
    """The name without notes and titles, unless nothing of it is left."""
    text = tidy_text(value)
    text = _TITLE_LATIN.sub("", text)
    if text.isascii() and "(" not in text and "[" not in text:
        return text
    without = _NOTE.sub(" ", text).strip() or text
    return _TITLE_HAN.sub("", without) if len(without) > 3 else without


def _script(name: str, key: str) -> str:
    if _MASK.search(name):
        return "masked"
    if _HAN.fullmatch(key):
        return "han"
    return "latin" if _LATIN.fullmatch(key) and not _HAN.search(key) and _is_latin(key) else "other"


def _is_latin(key: str) -> bool:
    """Letters of the Latin alphabets; Cyrillic and Kana are other scripts."""
    return all(character < "\u0250" or "\u1e00" <= character <= "\u1eff" for character in key)


def _masked(name: str) -> str:
    """The key of a masked name: visible characters, and `*` for each hidden one."""
    plain = "".join(to_simplified(_MASK.sub(lambda hidden: "*" * len(hidden[0]), name)).casefold().split())
    return re.sub(r"[^\w*]|_", "", plain)


def _tokens(name: str) -> list[str]:
    """The words of a romanised name, in lower case, letters only, without titles; Tai-Man is one word."""
    words = [
        re.sub(r"[^a-z\u00c0-\u024f\u1e00-\u1eff]", "", word.casefold()) for word in re.split(r"[\s,.，、/]+", name)
    ]
    return [word for word in words if word]


def _reading_keys(pinyin: str, tokens: list[str]) -> list[str]:
    """How the name can be read: a Chinese name in one way, the words of a romanised name in any order."""
    if not tokens:
        return [f"p:{pinyin}"] if pinyin else []
    orders = permutations(tokens) if len(tokens) <= _MOST_WORDS else [sorted(tokens)]
    return sorted({f"p:{''.join(order)}" for order in orders})


def _bits(key: str, script: str, tokens: list[str]) -> float | None:
    if not key:
        return None
    if script == "latin":
        return -math.log2(latin_name_probability(tokens))
    return name_bits(key)
