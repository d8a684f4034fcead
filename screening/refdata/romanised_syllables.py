"""How the words of a Chinese given name in Latin letters are cut into syllables, by each system of spelling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from screening.refdata.readings import CANTONESE, MANDARIN
from screening.refdata.romanised_words import Word
from screening.refdata.spellings import (
    Lexicon,
    cantonese,
    hanyu,
    older_mandarin,
    plain_cantonese,
    plain_southern_cantonese,
    plain_southern_mandarin,
    southern_cantonese,
    southern_mandarin,
)

MOST_SYLLABLES = 3
"""Of a given name, and of one word of it."""

Syllables = tuple[tuple[str, ...], ...]
"""For each syllable of a given name the sounds that it may stand for."""


@dataclass(frozen=True, slots=True)
class System:
    """A way to spell: the lexicon of tokens, and the stricter one of those that are run together."""

    prefix: str
    lexicon: Callable[[], Lexicon]
    run_together: Callable[[], Lexicon]
    is_older: bool = False
    is_southern: bool = False


SYSTEMS = (
    System(CANTONESE, cantonese, plain_cantonese),
    System(MANDARIN, hanyu, hanyu),
    System(MANDARIN, older_mandarin, older_mandarin, is_older=True),
    System(CANTONESE, southern_cantonese, plain_southern_cantonese, is_southern=True),
    System(MANDARIN, southern_mandarin, plain_southern_mandarin, is_southern=True),
)

Said = tuple[Syllables, tuple[str, ...]]
"""Sounds of syllables, and their tokens."""


def given_syllables(words: tuple[Word, ...], system: System) -> list[Said]:
    """Every way to read the words as syllables of the system; of no words, one way with none."""
    ways = product(*[syllables_of_word(word, system) for word in words])
    found = [
        (tuple(s for said, _ in parts for s in said), tuple(t for _, tokens in parts for t in tokens)) for parts in ways
    ]
    return found[:16]


@lru_cache(maxsize=50_000)
def syllables_of_word(word: Word, system: System) -> tuple[Said, ...]:
    lexicon = system.lexicon()
    if len(word.parts) > 1:
        if not all(part in lexicon for part in word.parts):
            return ()
        return ((tuple(lexicon[part] for part in word.parts), word.parts),)
    found: list[Said] = [((lexicon[word.text],), (word.text,))] if word.text in lexicon else []
    strict = system.run_together()
    found += [(tuple(strict[t] for t in tokens), tokens) for tokens in run_together_tokens(word.text, strict)]
    return tuple(found)


def run_together_tokens(text: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Two or three tokens written as one word."""
    found: list[tuple[str, ...]] = []
    for cut in range(2, len(text) - 1):
        if text[:cut] in lexicon:
            rest = text[cut:]
            found += [(text[:cut], rest)] if rest in lexicon else []
            found += [(text[:cut], *pair) for pair in run_together_tokens(rest, lexicon) if len(pair) < MOST_SYLLABLES]
    return found
