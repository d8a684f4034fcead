"""The particulars of a sentence: in which spelling a Latin name was read, and which places of two numbers were compared."""

from __future__ import annotations

from screening.matching.compare.masks import HIDDEN, laid_out
from screening.matching.evidence import shown_name
from screening.refdata.names import split_name
from screening.refdata.readings import CANTONESE, reading_keys, syllables_of
from screening.refdata.romanised import Parse, read_romanised
from screening.refdata.text import fold_text

Said = tuple[str, str]
_CANTONESE: Said = ("粤语拼法", "Cantonese spelling")
_HANYU: Said = ("汉语拼音", "Hanyu Pinyin")
_MANDARIN: Said = ("国语的其他拼法（如威妥玛）", "another spelling of Mandarin (such as Wade-Giles)")
_SYSTEMS = (_HANYU, _CANTONESE, _MANDARIN)
"""The commonest first: which of several readings a sentence names."""


def how_read(left: str, right: str) -> Said | None:
    """How the Latin one of two names was read as the Chinese one; None where neither is a spelling of the other.

    Args:
        left: a name as written.
        right: the other.
    """
    for han, latin in ((left, right), (right, left)):
        parts = split_name(fold_text(han))
        if parts is None:
            continue
        read = read_romanised(latin)
        shared = sorted(set(reading_keys(*parts)) & set(read.keys))
        ways = [(_system(parse, key), parse) for key in shared for parse in read.parses if _gives(parse, key)]
        if ways:
            (zh, en), parse = min(ways, key=lambda way: (_SYSTEMS.index(way[0]), way[1].family, way[1].tokens))
            said = " ".join((parse.family, *parse.tokens))
            return (
                f"“{shown_name(latin)}”按{zh}读作 {said}，与“{shown_name(han)}”读音一致",
                f"“{shown_name(latin)}”, read as {said} in {en}, sounds like “{shown_name(han)}”",
            )
    return None


def places_said(left: str, right: str) -> Said | None:
    """Which places both numbers show, and which of these differ; None where they show none in common.

    Args:
        left: a canonical number; `*` per hidden place, or one `…`.
        right: the other.
    """
    a, b = laid_out(left, right)
    if len(a) != len(b):
        return None
    shown = [i for i, (x, y) in enumerate(zip(a, b, strict=True), 1) if HIDDEN not in (x, y)]
    if not shown:
        return None
    differing = [i for i in shown if a[i - 1] != b[i - 1]]
    zh, en = f"双方可见第 {_ranges(shown)} 位", f"places {_ranges(shown)} are shown by both"
    if not differing:
        return f"{zh}，全部相同", f"{en} and agree"
    return f"{zh}，其中第 {_ranges(differing)} 位不同", f"{en}; {_ranges(differing)} differ"


def _gives(parse: Parse, key: str) -> bool:
    """Whether one way of reading leads to a reading key."""
    if not key.startswith(parse.prefix):
        return False
    sounds = syllables_of(key[len(parse.prefix) :])
    given = sounds[len(sounds) - len(parse.given) :]
    family = "".join(sounds[: len(sounds) - len(parse.given)])
    return family in parse.surname and all(sound in options for sound, options in zip(given, parse.given, strict=True))


def _system(parse: Parse, key: str) -> Said:
    if parse.prefix == CANTONESE:
        return _CANTONESE
    spelled = "".join((parse.family, *parse.tokens)).replace("-", "")
    return _HANYU if spelled == key[len(parse.prefix) :].lower() else _MANDARIN


def _ranges(places: list[int]) -> str:
    """1–6, 15–18."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
