"""How Chinese syllables are spelled in Latin letters: Hanyu Pinyin, Wade-Giles, Tongyong, MPS II, and Hong Kong's spelling.

Each system is a lexicon: token in lower case -> the *sounds* it may stand for. A Mandarin sound is a Pinyin syllable. A Cantonese
sound is a class of Jyutping syllables that the government spelling never tells apart: aspiration (Tai is daai and taai),
length (Man is maan and man), o and ou, and pairs of finals of which each initial takes only one (ei and i, u and yu).
Real spellings vary further (Lee, Li, Lei; Yick, Yik; Leung, Leong); a token may therefore stand for several classes.

Sources: the spellings of Hong Kong streets and surnames in daily use, Wade-Giles and Tongyong as published; own tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from screening.refdata.readings import CANTONESE, MANDARIN, cantonese_sounds, mandarin_syllables, sounds_of
from screening.refdata.resources import table_rows

Lexicon = Mapping[str, tuple[str, ...]]

# Cantonese: initial of a class -> spellings; real names first, Macau's (i, v, z) last.
_INITIALS: Mapping[str, tuple[str, ...]] = {
    "P": ("p", "b"), "M": ("m",), "F": ("f",), "T": ("t", "d"), "N": ("n", "l"), "L": ("l",), "K": ("k", "g"),
    "Q": ("kw", "gw", "qu", "ku"), "H": ("h",), "X": ("", "ng"), "C": ("ch", "ts", "tz", "j", "z"), "S": ("s", "sh"),
    "J": ("y", "j", "i", ""), "W": ("w", "v", "hw", "wh"),
}  # fmt: skip
# ... final of a class -> spellings.
_FINALS: Mapping[str, tuple[str, ...]] = {
    "a": ("a", "ah", "ar"), "ai": ("ai", "ay", "aai"), "au": ("au", "ow", "ao", "aw", "aau"), "am": ("am", "um", "aam"),
    "an": ("an", "un", "en", "arn", "aan", "ann"), "ang": ("ang", "eng", "aang"), "ap": ("ap", "up", "aap"), "at": ("at", "ut", "aat"),
    "ak": ("ak", "ack", "ac", "uk", "aak", "uck", "ark"),
    "e": ("e", "eh"), "i": ("i", "ee", "ei", "ey", "ay", "y", "ie", "ea"), "eu": ("eu",), "ing": ("ing", "eng"),
    "ik": ("ik", "ick", "ek", "eck", "eik"), "iu": ("iu", "iew", "ew", "io", "ieu", "eu"), "im": ("im",), "in": ("in", "een", "ien", "inn"),
    "ip": ("ip", "iep"), "it": ("it", "iet"), "o": ("o", "ou", "oh", "oo", "ow", "or"), "oi": ("oi", "oy"), "on": ("on", "orn"),
    "ong": ("ong", "orng"), "ot": ("ot",), "ok": ("ok", "ock", "oc"), "u": ("u", "oo", "ue", "ew"), "ui": ("ui", "oi", "uy", "ooi", "eui", "oy", "uei"),
    "un": ("un", "oon", "uen"), "eon": ("un", "on", "eon"), "yn": ("uen", "un", "yun", "yuen", "uan", "een"), "ung": ("ung", "oong", "ong"),
    "ut": ("ut", "oot", "eut"), "eot": ("ut", "eut", "ot"), "yt": ("uet", "ut", "yut", "uit", "eut"), "uk": ("uk", "ook", "uck", "ok"),
    "oe": ("oe", "eu", "ur"), "oeng": ("eung", "eong", "oeung", "iong", "ueng", "erng"), "oek": ("euk", "eok", "eak", "iok", "ork"), "ng": ("ng",),
}  # fmt: skip
# ... and what the rules above do not give.
_IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "Ci": ("tsz", "tze", "tsze", "tse", "tz", "che", "chih"), "Si": ("sze", "sz", "see", "szu", "ssu", "tze", "szee"), "Ji": ("yee", "yi", "ee", "e", "yie", "i"),
    "Cu": ("chu", "chue", "tsu", "jue"), "Qun": ("kwun",), "Kun": ("kwun", "koon", "kwoon"), "Joeng": ("young", "yeung", "yang"),
    "Joek": ("yeuk", "york", "yuek"), "Wa": ("wah", "hua", "ua"), "Wai": ("wei",), "Wong": ("vong", "huang"), "Wing": ("weng", "veng"),
    "Jyn": ("yuen", "yuan", "un"), "Ju": ("yu", "yue", "u", "yuh", "ju"), "Xng": ("ng", "eng", "ung"), "Qok": ("kwok", "kuok", "kwock", "kok"),
    "Cit": ("chit", "tsit", "jit"), "Kit": ("kit", "kiet", "git"), "Jip": ("ip", "yip", "ipp"), "Qan": ("kwan", "quan", "kuan", "kwun"),
    "Leon": ("lun", "lon"), "Ceon": ("chun", "tsun", "jun", "chon", "tseun"), "Seon": ("shun", "sun", "son", "seun"),
    "Kyn": ("kuen", "kwen", "kuan", "kun", "guan"), "Kin": ("kin", "kean", "kien"), "Hin": ("hin", "hean"), "Can": ("chan", "chun", "tsan"),
    "Heoi": ("hui",), "Lau": ("lau", "lao", "low"), "Cau": ("chow", "chau", "tsau", "chao"), "Jau": ("yau", "yow", "iao"),
    "So": ("so", "sou", "soo", "soh"), "To": ("to", "tou", "toh", "tow"), "Hei": ("hei",), "Jing": ("ying", "ieng", "eng"),
}  # fmt: skip

_WG_INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"), ("g", "k"), ("k", "k"),
    ("j", "ch"), ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"),
)  # fmt: skip
_WG_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "er": "erh", "ye": "yeh",
    "yan": "yen", "you": "yu", "yong": "yung", "yi": "i", "ge": "ko", "ke": "ko", "he": "ho", "e": "o", "gui": "kuei", "kui": "kuei",
    "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo", "yue": "yueh", "lve": "lueh", "nve": "nueh",
}  # fmt: skip
_WG_OTHER = {
    "yi": ("yi",), "shi": ("shi",), "zhi": ("chi", "jih", "jhih"), "chi": ("chi",), "ri": ("jih", "rih"), "si": ("szu", "sih", "sze"),
    "zi": ("tzu", "tsu", "zih"), "ci": ("tzu", "tsu", "cih"), "yan": ("yen",), "you": ("yu", "yeou"), "xu": ("hsu", "shu", "syu", "shyu"),
    "xi": ("hsi", "shi", "si"), "he": ("he", "ho"), "ge": ("ke", "ko"), "ke": ("ke", "ko"), "zhe": ("che", "jhe"), "yu": ("yu", "yuh"),
    "xie": ("hsieh", "shieh", "sieh"), "cai": ("tsai", "tsay"), "zou": ("tsou", "tzou"), "zeng": ("tseng", "tzeng"), "zhuang": ("chuang", "juang"),
    "xue": ("hsueh", "sueh"), "yue": ("yueh",), "jie": ("chieh", "jye", "jie"), "zhang": ("chang", "jang"), "zhou": ("chou", "jou"),
    "zhu": ("chu", "ju"), "jiang": ("chiang", "jiang"), "gao": ("kao",), "jun": ("chun", "jyun"), "ye": ("yeh",), "wei": ("wei", "wey"),
    "lv": ("lu", "lyu"), "guo": ("kuo", "gwo"), "hui": ("hui", "huei"), "rong": ("jung", "rung"), "xiao": ("hsiao", "shiao"), "qiu": ("chiu", "chyou"),
}  # fmt: skip
_SECOND_INITIALS = (("zh", "j"), ("ch", "ch"), ("sh", "sh"), ("z", "tz"), ("c", "ts"), ("q", "ch"), ("x", "sh"))
_TONGYONG_INITIALS = (("zh", "jh"), ("q", "c"), ("x", "s"))


@cache
def hanyu() -> Lexicon:
    """Tokens of Hanyu Pinyin; ü may be written v, u, yu or ue."""
    return _invert((syllable, _hanyu_spellings(syllable)) for syllable in mandarin_syllables())


@cache
def older_mandarin() -> Lexicon:
    """Tokens of Wade-Giles, Tongyong and the second phonetic symbols as in passports of Taiwan: no apostrophes, no dots."""
    return _invert((syllable, _older_spellings(syllable)) for syllable in mandarin_syllables())


@cache
def cantonese() -> Lexicon:
    """Tokens of Cantonese as spelled in Hong Kong and Macau."""
    return _invert((sound, cantonese_spellings(sound)) for sound in cantonese_sounds())


@cache
def cantonese_spellings(sound: str) -> tuple[str, ...]:
    """How one class of Cantonese syllables is spelled, the commonest first."""
    initial, final = sound[0], sound[1:]
    spelled = [a + b for a in _INITIALS[initial] for b in _FINALS[final]]
    spelled += _IRREGULAR.get(sound, ())
    return tuple(dict.fromkeys(token for token in spelled if _pronounceable(token)))


@cache
def southern_cantonese() -> Lexicon:
    """Tokens of Hokkien, Teochew and Hakka given names, by the Cantonese sounds of the characters they stand for.

    Families that spell so mix systems (Tan Wei Beng): tokens of Cantonese count as well.
    """
    return _united(_southern(CANTONESE), cantonese())


@cache
def southern_mandarin() -> Lexicon:
    """The same by Pinyin syllables, with tokens of every Mandarin system."""
    return _united(_united(_southern(MANDARIN), hanyu()), older_mandarin())


@cache
def plain_southern_cantonese() -> Lexicon:
    """`southern_cantonese` for words that run syllables together."""
    return _united(_southern(CANTONESE), plain_cantonese())


@cache
def plain_southern_mandarin() -> Lexicon:
    """`southern_mandarin` for words that run syllables together."""
    return _united(_southern(MANDARIN), hanyu())


@cache
def southern_only() -> frozenset[str]:
    """Tokens of southern families that Hong Kong would spell otherwise first: Geok, Beng, Siew. Lee and Ng live in both places."""
    first = {_INITIALS[sound[0]][0] + _FINALS[sound[1:]][0] for sound in cantonese_sounds()}
    return frozenset(row[0] for row in table_rows("southern_syllables.tsv")) - first


def _southern(prefix: str) -> Lexicon:
    sounds, lower = sounds_of(prefix), str if prefix == CANTONESE else str.lower
    return {
        token: tuple(sorted({lower(sounds.first[c]) for c in characters.split() if c in sounds.first}))
        for token, characters in table_rows("southern_syllables.tsv")
    }


def _united(one: Lexicon, other: Lexicon) -> Lexicon:
    tokens = sorted(one.keys() | other.keys())
    return {token: tuple(sorted({*one.get(token, ()), *other.get(token, ())})) for token in tokens}


@cache
def plain_cantonese() -> Lexicon:
    """The usual spellings alone, for words that run syllables together: else half the names of the world would be Chinese."""
    return _invert((sound, _plain_spellings(sound)) for sound in cantonese_sounds())


def _plain_spellings(sound: str) -> list[str]:
    initials, finals = _INITIALS[sound[0]], _FINALS[sound[1:]]
    usual = [a + b for a in initials[: 2 if sound[0] in "CSX" else 1] for b in finals[:2]]
    return [token for token in [*usual, *_IRREGULAR.get(sound, ())[:2]] if len(token) > 1 and sound != "Xng"]


def mandarin_spellings(syllable: str) -> tuple[str, ...]:
    """How one Mandarin syllable is spelled in any of the systems."""
    return tuple(dict.fromkeys([*_hanyu_spellings(syllable), *_older_spellings(syllable)]))


def _pronounceable(token: str) -> bool:
    return bool(token) and (re.search("[aeiouy]", token) is not None or token in ("ng", "tsz", "sz", "tz"))


def _hanyu_spellings(syllable: str) -> list[str]:
    if "v" in syllable:
        bare = syllable.replace("v", "u")
        return [syllable, bare, syllable.replace("v", "yu"), syllable.replace("v", "ue")]
    return [syllable]


def _older_spellings(syllable: str) -> list[str]:
    return [_wade_giles(syllable), *_WG_OTHER.get(syllable, ()), _tongyong(syllable), _second_phonetic(syllable)]


def _wade_giles(syllable: str) -> str:
    if syllable in _WG_WHOLE:
        return _WG_WHOLE[syllable]
    initial, final = _cut(syllable, _WG_INITIALS)
    for hanyu_final, spelled in (
        ("ian", "ien"),
        ("ie", "ieh"),
        ("iong", "iung"),
        ("ong", "ung"),
        ("ve", "ueh"),
        ("v", "u"),
    ):
        if final == hanyu_final:
            final = spelled
    if final == "uo" and initial not in ("sh", "k", "h"):
        final = "o"
    if final == "ue":
        final = "ueh"
    return initial + final


def _tongyong(syllable: str) -> str:
    spelled = {"zhi": "jhih", "chi": "chih", "shi": "shih", "ri": "rih", "zi": "zih", "ci": "cih", "si": "sih"}.get(
        syllable
    )
    if spelled:
        return spelled
    initial, final = _cut(syllable, _TONGYONG_INITIALS)
    if syllable[0] in "jqx" and final.startswith("u"):
        final = "y" + final
    final = {"iu": "iou", "ui": "uei", "iong": "yong"}.get(final, final)
    return (initial + final).replace("v", "yu").replace("feng", "fong").replace("weng", "wong")


def _second_phonetic(syllable: str) -> str:
    """Mandarin Phonetic Symbols II, Taiwan's spelling of 1986 to 2002: Jang Shiau-jiun."""
    whole = {"zhi": "jr", "chi": "chr", "shi": "shr", "ri": "ri", "zi": "tz", "ci": "tsz", "si": "sz"}.get(syllable)
    if whole:
        return whole
    initial, final = _cut(syllable, _SECOND_INITIALS)
    if syllable[0] in "jqx" and final.startswith("u") or final.startswith("v"):
        return initial + "iu" + final[1:]
    final = {"iu": "iou", "ui": "uei", "un": "uen"}.get(final, final) if syllable[0] != "y" else final
    return initial + re.sub("ao$", "au", final).replace("ong", "ung")


def _cut(syllable: str, initials: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The spelled initial and the rest."""
    for initial, spelled in initials:
        if syllable.startswith(initial):
            return spelled, syllable[len(initial) :]
    letters = re.match("[bpmfdtnlgkhjqxzcsryw]*h?", syllable)
    size = letters.end() if letters else 0
    size = min(size, 1) if not syllable.startswith(("zh", "ch", "sh")) else 2
    return syllable[:size] if syllable[0] not in "aeo" else "", syllable[size:] if syllable[
        0
    ] not in "aeo" else syllable


def _invert(spelled: Iterable[tuple[str, Iterable[str]]]) -> Lexicon:
    """Token -> every sound so spelled, in the order of the letters."""
    sounds: dict[str, set[str]] = defaultdict(set)
    for sound, tokens in spelled:
        for token in tokens:
            sounds[token].add(sound)
    return {token: tuple(sorted(found)) for token, found in sounds.items()}
