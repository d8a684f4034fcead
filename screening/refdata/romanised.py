"""What Chinese name may stand behind a name in Latin letters: parts, reading keys and how common they are.

`Peter CHAN Tai-man`, `Chan, Tai Man Peter` and `Taiman Chan` are one name: titles, degrees and English given names are laid
aside, the surname stands first or last, and the given name is one to three syllables of some spelling system, however they are
joined. Every way to read the rest becomes a reading key; what the ways together cover of the population is what an agreement
is worth. Readings of the Chinese side: `screening.refdata.readings`; spellings: `screening.refdata.spellings`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from screening.refdata.latin_words import latin_word
from screening.refdata.names import SHARE_LONG, SHARE_PAIR
from screening.refdata.readings import sound_shares, sounds_of, surname_sounds
from screening.refdata.resources import table_rows
from screening.refdata.romanised_surnames import is_compound, southern_surnames, surnames_spelled
from screening.refdata.romanised_syllables import (
    MOST_SYLLABLES,
    SYSTEMS,
    Syllables,
    given_syllables,
    run_together_tokens,
    syllables_of_word,
)
from screening.refdata.romanised_words import TITLES_OR_SURNAMES, Word, aliases, segments
from screening.refdata.spellings import hanyu, plain_cantonese, southern_only

MOST_SPELLINGS = 64  # keys of a Latin name
_ONE_LETTER = "iu"  # 怡 is I in Macau, 余 is U; or they are initials


@dataclass(frozen=True, slots=True)
class Parse:
    """One way to read the name in one language.

    Attributes:
        prefix: `p:` or `j:`.
        family: how the surname is spelled, in lower case.
        surname: what the surname may sound like.
        given: sounds of each syllable; empty when no given name is shown.
        tokens: how each syllable is spelled.
    """

    prefix: str
    family: str
    surname: tuple[str, ...]
    given: Syllables
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Romanised:
    """All that a Latin name says about a Chinese one.

    Attributes:
        keys: reading keys, sorted.
        probability: of a person at random to bear a name with one of the keys; 1 without keys.
        parses: the ways to read it.
        initials: letters that stand for given names.
    """

    keys: tuple[str, ...]
    probability: float
    parses: tuple[Parse, ...]
    initials: str


@lru_cache(maxsize=100_000)
def read_romanised(value: str) -> Romanised:
    """Everything that the name in Latin letters may mean in Chinese; no parses where it is not one."""
    names = aliases(value)
    if len(names) > 1:
        return _united([read_romanised(name) for name in names])
    cut = segments(value)
    if _is_of_the_west(cut):
        cut = []
    parses = sorted(
        {p for surname, given in (*_splits(cut), *_titled(value)) for p in _parses(surname, given)},
        key=lambda p: (p.prefix, p.family, p.surname, p.given, p.tokens),
    )
    keys: dict[str, float] = {}
    for parse in parses:
        keys |= _keys(parse)
    kept = sorted(sorted(keys), key=lambda key: -keys[key])[:MOST_SPELLINGS]
    initials = "".join(w.text for words in cut for w in words if len(w.text) == 1)
    probability = min(1.0, math.fsum(keys[key] for key in kept)) if kept else 1.0
    return Romanised(tuple(sorted(kept)), max(probability, 1e-9), tuple(parses), initials)


def _united(read: Sequence[Romanised]) -> Romanised:
    """What several names of one person say: TAN Ah Beng @ CHEN Yaming."""
    keys = sorted({key for name in read for key in name.keys})[: 2 * MOST_SPELLINGS]
    known = [name.probability for name in read if name.keys]
    parses = tuple(parse for name in read for parse in name.parses)
    return Romanised(
        tuple(keys), min(1.0, math.fsum(known)) if known else 1.0, parses, "".join(name.initials for name in read)
    )


def _titled(value: str) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """HON Tai Man may be a Mr Hon, where so much of a name is left that no more can belong to it."""
    for words in segments(value, keep_titles=True)[:1]:
        if len(words) > 1 and words[0].text in TITLES_OR_SURNAMES and _is_whole(words[1:]):
            yield words[0].text, tuple(words[1:])


def _is_of_the_west(cut: list[list[Word]]) -> bool:
    """Beside a Chinese name stand one or two given names of the West; of words that nobody knows, one at most.

    Else Luiz Inácio Lula da Souza is a Chinese Da Lula.
    """
    words = [w for segment in cut for w in segment if len(w.text) > 1 and w.text not in surnames_spelled()]
    foreign = [w for w in words if not _can_be_chinese(w)]
    return len(foreign) > 2 or sum(not latin_word(w.text).is_given for w in foreign) > 1


def _splits(cut: list[list[Word]]) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Every way to cut the words into a surname and the words of a Chinese given name."""
    if not cut:
        return
    first, rest = cut[0], [w for words in cut[1:] for w in words]
    if rest:
        for surname in _as_surname(first):
            yield from ((surname, given) for given in _given(rest))
        for surname in _as_surname(rest):
            yield from ((surname, given) for given in _given(first))
        if len(first) == 1:
            return
    yield from _uncut(first)


def _as_surname(words: Sequence[Word]) -> list[str]:
    text = "".join(w.text for w in words)
    return [text] if len(words) <= 2 and text in surnames_spelled() else []


def _uncut(words: list[Word]) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Without a comma: the surname stands anywhere, but all Chinese given names on one side of it."""
    upper = [i for i, w in enumerate(words) if w.is_upper]
    shown = set(upper) if upper and len(upper) < len(words) else set(range(len(words)))
    for start in range(len(words)):
        for size in (1, 2):
            surname = "".join(w.text for w in words[start : start + size])
            if start not in shown or start + size > len(words) or surname not in surnames_spelled():
                continue
            if size == 2 and not is_compound(surname):
                continue
            left, right = words[:start], words[start + size :]
            if all(_is_foreign(w) for w in left):
                yield from ((surname, given) for given in _given(right))
            elif len(left) == 1 and _may_be_foreign(left[0]) and _is_whole(right):
                yield surname, tuple(right)
            if left and all(_is_foreign(w) for w in right):
                yield from ((surname, given) for given in _given(left))
    if len(words) == 1 and len(words[0].parts) == 1 and words[0].text not in _english():  # wanghailong, CHANTAIMAN
        for lexicon in (hanyu(), plain_cantonese()):
            for tokens in run_together_tokens(words[0].text, lexicon):
                if tokens[0] in surnames_spelled() and (lexicon is hanyu() or len(tokens) == MOST_SYLLABLES):
                    yield tokens[0], (Word(tokens[1:], False),)
    # a married woman's: husband's surname, own surname, given name
    if sum(len(w.parts) for w in words[2:]) > 1 and all(w.text in surnames_spelled() for w in words[:2]):
        if is_compound(words[0].text + words[1].text):
            return
        yield from ((words[1].text, given) for given in _given(words[2:]) if given)


def _given(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The Chinese given names among the words.

    Without what can be no Chinese syllable; with and without what may be English; and the two syllables that are left
    when one further word before or behind them is.
    """
    chinese = tuple(w for w in words if _can_be_chinese(w))
    plain = tuple(w for w in chinese if w.text not in _english() and len(w.text) > 1)
    ways = [chinese, plain]
    if len(chinese) > 1:
        ways += [
            rest
            for other, rest in ((chinese[0], chinese[1:]), (chinese[-1], chinese[:-1]))
            if _is_whole(rest) and _may_be_foreign(other)
        ]
    return list(dict.fromkeys(ways))


def _is_foreign(word: Word) -> bool:
    return len(word.text) == 1 or not _can_be_chinese(word) or word.text in _english()


def _may_be_foreign(word: Word) -> bool:
    """Beside a whole Chinese given name a word of several syllables is an English one, listed or not: Sammi, Payson."""
    return _is_foreign(word) or len(word.parts) == 1 and not any(word.text in system.lexicon() for system in SYSTEMS)


def _is_whole(words: Sequence[Word]) -> bool:
    """A Chinese given name of two syllables: Tai Man, Tai-man, Taiman."""
    if len(words) == 1 and len(words[0].parts) == 1:
        return any(len(tokens) == 2 for system in SYSTEMS for _, tokens in syllables_of_word(words[0], system))
    return sum(len(w.parts) for w in words) == 2 and all(len(w.text) > 1 for w in words)


@lru_cache(maxsize=50_000)
def _can_be_chinese(word: Word) -> bool:
    return (len(word.text) > 1 or word.text in _ONE_LETTER) and any(
        syllables_of_word(word, system) for system in SYSTEMS
    )


@cache
def _english() -> frozenset[str]:
    """English given names that could be read as Chinese syllables."""
    return frozenset(row[0] for row in table_rows("english_given.tsv"))


def _parses(surname: str, given: tuple[Word, ...]) -> Iterator[Parse]:
    """Readings of one cut in both languages."""
    written = surnames_spelled()[surname]
    hyphenated = any(len(w.parts) > 1 for w in given)
    marked = any(not southern_only().isdisjoint(w.parts) for w in given)
    is_southern = surname in southern_surnames() or marked and not all(syllables_of_word(w, SYSTEMS[1]) for w in given)
    for system in SYSTEMS:
        if system.is_southern and not is_southern and all(syllables_of_word(w, SYSTEMS[0]) for w in given):
            continue  # a name of Hong Kong
        if system.is_older and not hyphenated and len(given) == 1 and syllables_of_word(given[0], SYSTEMS[1]):
            continue  # 'Taoping' is Hanyu; passports of Taiwan write 'Tao-Ping'
        sounds = sounds_of(system.prefix)
        family = tuple(sorted({s for name in written for s in surname_sounds(name, sounds)}))
        for syllables, tokens in given_syllables(given, system):
            if family and len(syllables) <= MOST_SYLLABLES:
                yield Parse(
                    system.prefix,
                    surname,
                    family,
                    tuple(tuple(s.capitalize() for s in said) for said in syllables),
                    tokens,
                )


def _keys(parse: Parse) -> dict[str, float]:
    """The keys of one parse, each with the share of people behind it."""
    if not parse.given:
        return {}
    shares = sound_shares(parse.prefix)
    columns = [shares.single] if len(parse.given) == 1 else [shares.initial, *(shares.final for _ in parse.given[1:])]
    length = 1.0 if len(parse.given) == 1 else SHARE_PAIR if len(parse.given) == 2 else SHARE_LONG
    keys = {}
    for family in parse.surname:
        for said in product(*parse.given):
            p = shares.surname.get(family, 1e-7) * length
            for column, sound in zip(columns, said, strict=True):
                p *= column.get(sound, 1e-6)
            keys[parse.prefix + family + "".join(said)] = p
    return keys
