"""Names of persons in Latin letters and other alphabets: their words and their search keys.

`latin_keys` declares the search: two names that share no key are never taken for one because of their names. One key holds the
consonants (for a Chinese name all letters) of the whole name, in whatever order and spacing its words are written. The others each hold the sound of one word and a
letter of another: one word must be right, the other may be mistyped, shortened or an initial.

A romanised Chinese or Korean name (a known family name and syllables) is treated apart: its given syllables may be run
together or not but none may be missing, an English given name beside them comes or goes, and its keys rest on the family name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations

from screening.refdata.latin_letters import ROUGH_SCRIPTS, korean_words, latin_letters, letter_script
from screening.refdata.latin_words import LatinWord, latin_word, latin_words_bits

MOST_WORDS = 7  # a name of more words is compared as a whole only
_MOST_CHARACTERS = 400
_MOST_KEY = 24

_SPLIT = re.compile(r"[\s,.;:،、。/\\|_\-\u2010-\u2015\u2212·•・‧=&+\"“”()\[\]]+")
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")  # MarkSmith; not McDonald, LeBron
_NOTE = re.compile(r"[(（【\[].*?(?:[)）】\]]|$)")
_QUOTES = re.compile(r"['`´‘’ʻʼʽʾʿ＇′\u05f3\u200c\u200d]")
_DIGIT_LETTERS = str.maketrans("0135789", "oiesjbg")  # a digit typed or recognised for a letter, inside a word
_COMMON_FAMILY = 5e-4  # Du is a family name although it is a particle too; Bin is not
_PARTICLES = ("particle", "servant")
_DROPPED = ("title", "honour", "company")
_ROLES = (
    ("name", "initial"),
    ("name", "initial", "particle", "servant", "son"),
    ("name", "initial", "particle", "servant", "son", "honour"),
)


@dataclass(frozen=True, slots=True)
class LatinName:
    """A name as it is compared.

    Attributes:
        words: in written order, initials among them; titles and particles are left out.
        tokens: texts of all words, particles among them, for names that are written together (binladen).
        fathers: texts of words that follow bin, ibn and the like.
        servants: how often Abdul, Abu and the like occur, which may also be names of their own.
        syllabic: texts of family name, syllables and initials of a romanised Chinese or Korean name; empty for others.
        letters: of the full words among these, sorted.
        script: alphabet of the name as written.
        keys: of the search; see `latin_keys`.
    """

    words: tuple[LatinWord, ...]
    tokens: tuple[str, ...]
    fathers: frozenset[str]
    servants: int
    syllabic: frozenset[str]
    letters: str
    script: str
    keys: frozenset[str] = field(compare=False)


@lru_cache(maxsize=200_000)
def read_latin_name(name: str) -> LatinName:
    """The words of a name written in Latin letters or another alphabet, and its search keys.

    Args:
        name: as written, in any case and order. A note in brackets is left out; Chinese characters are left as they are.
    """
    name = name[:_MOST_CHARACTERS]
    if not name.isalpha():
        name = _NOTE.sub(" ", name).strip() or name
    name = _GLUED.sub(" ", name)
    script = "latin" if name.isascii() else letter_script(name)
    tokens = [latin_word(token) for token in _tokens(name, script)]
    words, syllabic = _words(tokens)
    letters = _sorted(word.text for word in words if word.text in syllabic and len(word.text) > 1) if syllabic else ""
    return LatinName(
        words=tuple(words),
        tokens=tuple(token.text for token in tokens),
        fathers=_fathers(tokens),
        servants=sum(token.role == "servant" for token in tokens),
        syllabic=syllabic,
        letters=letters,
        script=script,
        keys=frozenset(_keys(words, syllabic, letters, script)),
    )


def latin_keys(name: str) -> tuple[str, ...]:
    """The search keys of a name, sorted; two or three for a word, five for two words, seven for three; empty for no letters."""
    return tuple(sorted(read_latin_name(name).keys))


def latin_bits(name: str) -> float:
    """What agreement on the whole name is worth: -log2 of its probability, at most 29.9."""
    return latin_words_bits(word.bits for word in read_latin_name(name).words)


def _tokens(name: str, script: str) -> list[str]:
    if script == "latin" and name.isascii():
        raw = _SPLIT.split(_QUOTES.sub("", name.lower()))
        return [piece for word in raw for piece in _latin_pieces(word)]
    raw = _SPLIT.split(_QUOTES.sub("", unicodedata.normalize("NFKC", name)))
    return [piece for word in raw for piece in _pieces(word, script)]


def _pieces(word: str, script: str) -> Iterable[str]:
    if script == "latin":
        return _latin_pieces(latin_letters(word))
    if script == "hangul":
        return [piece for piece in map(_letters_only, korean_words(word)) if piece]
    article = script == "arabic" and word.startswith("ال") and len(word) > 4
    bare = _letters_only(latin_letters(word[2:] if article else word))
    return ["al", bare] if article and bare else [bare] if bare else []


def _letters_only(word: str) -> str:
    return "".join(c for c in word if c.isalpha() or unicodedata.category(c)[0] == "M")


@lru_cache(maxsize=200_000)
def _latin_pieces(word: str) -> tuple[str, ...]:
    """The word without signs; JC stands for two initials, but Ng, Hm and the short forms of Mohammed do not."""
    if not word or not any(c.isalpha() for c in word):
        return ()
    if not word.isalpha():
        word = _letters_only(word.translate(_DIGIT_LETTERS))
    if 2 <= len(word) <= 3 and word.isascii() and set(word).isdisjoint("aeiouy"):
        read = latin_word(word)
        if read.role == "name" and not (read.full_names or read.is_syllables):
            return tuple(word)
    return (word,)


def _words(tokens: Sequence[LatinWord]) -> tuple[Sequence[LatinWord], frozenset[str]]:
    """The words that tell people apart, and which of them are a Chinese or Korean name.

    What is a particle, a title or bin elsewhere is a syllable there: Li Na, Wang Bin, Tan Eng Soon (but Hon. Chan Tai Man).
    """
    spoken = [
        token
        for i, token in enumerate(tokens)
        if token.role not in _DROPPED or token.is_syllables and token.role != "company" and i
    ]
    syllabic = _syllabic(spoken)
    if syllabic:
        return spoken, syllabic
    words: Sequence[LatinWord] = []
    for roles in _ROLES:  # Ben Long, Al Jones, Sheikh Hamad: where too little is left, small words are names
        words = [token for token in tokens if token.role in roles]
        if len(words) > 1:
            break
    return words or tokens, frozenset()


def _fathers(tokens: Sequence[LatinWord]) -> frozenset[str]:
    """The next word that is no particle after each bin, ibn, oglu."""
    found = set()
    expected = False
    for token in tokens:
        if token.role == "son":
            expected = True
        elif token.role not in _PARTICLES:
            if expected:
                found.add(token.text)
            expected = False
    return frozenset(found)


def _syllabic(words: Sequence[LatinWord]) -> frozenset[str]:
    """Family name, syllables and initials, when every other word is a given name and there are two full ones at least."""
    if not any(word.family_share > (0.0 if word.role == "name" else _COMMON_FAMILY) for word in words):
        return frozenset()
    rest = [word for word in words if not word.is_given]
    if not all(word.family_share or word.is_syllables or len(word.text) == 1 for word in rest):
        return frozenset()
    return frozenset(word.text for word in rest) if sum(len(word.text) > 1 for word in rest) > 1 else frozenset()


def _keys(words: Sequence[LatinWord], syllabic: frozenset[str], letters: str, script: str) -> set[str]:
    if not words:
        return set()
    if script == "hangul":
        return {"k:" + _sorted(word.korean for word in words)}
    keys = {"s:" + letters if syllabic else "w:" + _whole_key(words)}
    if script == "latin" and 2 <= len(words) <= 4 and all(word.is_syllables for word in words):
        keys.add("k:" + _sorted(word.korean for word in words))
    if len(words) > MOST_WORDS or script in ROUGH_SCRIPTS:
        return keys
    if len(words) == 2 and not syllabic:  # the first letter may be wrong where there is nothing else to go by
        keys |= {f"{a.sound}~{b.text[-1]}" for a, b in permutations(words, 2) if min(len(a.text), len(b.text)) > 1}
    keys |= _beside_family([word for word in words if word.text in syllabic] if syllabic else words)
    pairs = _english_pairs(words, syllabic) if syllabic else permutations(words, 2)
    return keys | {f"{a.sound}+{first}" for a, b in pairs if len(a.text) > 1 for first in b.firsts}


def _beside_family(words: Sequence[LatinWord]) -> set[str]:
    """Each possible family name with the first letters of the syllables or initials beside it (Chan T. M., Chan Tai Man)."""
    full = sum(len(word.text) > 1 for word in words)
    if len(words) < 2 or 1 < full < len(words):
        return set()  # some syllables in full, some not: rare
    return {f"{words[i].sound}+{_firsts([*words[:i], *words[i + 1 :]])}" for i in _families(words)}


def _firsts(words: Sequence[LatinWord]) -> str:
    """First letters; two of syllables that are run together, for there are many names with one."""
    return words[0].text[:2] if len(words) == 1 else "".join(word.text[0] for word in words)


def _families(words: Sequence[LatinWord]) -> list[int]:
    """Places of the words that may be the family name: the commonest one known, the first and the last word if they are known."""
    known = [i for i, word in enumerate(words) if word.family_share]
    commonest = max(known, key=lambda i: (words[i].family_share, words[i].text), default=None)
    return [i for i in known if i in (commonest, 0, len(words) - 1)]


def _english_pairs(words: Sequence[LatinWord], syllabic: frozenset[str]) -> list[tuple[LatinWord, LatinWord]]:
    """An English given name beside a Chinese one, with each possible family name both ways."""
    core = [word for word in words if word.text in syllabic]
    given = [word for word in words if word.text not in syllabic]
    pairs = [pair for i in _families(core) for name in given for pair in ((core[i], name), (name, core[i]))]
    return pairs + list(permutations(given, 2))


def _whole_key(words: Sequence[LatinWord]) -> str:
    """The consonants of all words, sorted; initials are left out unless there is nothing else."""
    return (
        _sorted(word.consonants for word in words if len(word.text) > 1) or _sorted(word.text for word in words) + "."
    )


def _sorted(parts: Iterable[str]) -> str:
    return "".join(sorted("".join(parts)))[:_MOST_KEY]
