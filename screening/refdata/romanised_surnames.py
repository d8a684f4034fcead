"""How Chinese surnames are spelled in Latin letters, by the rules of the spelling systems and as families write themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product

from screening.refdata.names import name_tables
from screening.refdata.readings import CANTONESE, MANDARIN, sounds_of, surname_share, surname_sounds, syllables_of
from screening.refdata.resources import table_rows
from screening.refdata.spellings import cantonese_spellings, mandarin_spellings


@cache
def surnames_spelled() -> Mapping[str, tuple[str, ...]]:
    """Each Latin spelling of a surname, run together, and the Chinese surnames it may stand for, the commonest first."""
    found = {token: set(names) for token, names in _ruled_surnames().items()}
    for token, characters in table_rows("romanised_surnames.tsv"):
        found.setdefault(token, set()).update(characters.split())
    return {token: tuple(sorted(names, key=lambda n: (-surname_share(n), n))) for token, names in found.items()}


@cache
def _ruled_surnames() -> Mapping[str, set[str]]:
    """Spellings that a rule of Mandarin or Cantonese gives."""
    found: dict[str, set[str]] = defaultdict(set)
    mandarin, cantonese_sounds = sounds_of(MANDARIN), sounds_of(CANTONESE)
    for written in name_tables().surname:
        spelled: list[str] = []
        for said in surname_sounds(written, cantonese_sounds):
            spelled += _joined([cantonese_spellings(s) for s in syllables_of(said)])
        for said in surname_sounds(written, mandarin):
            spelled += _joined([mandarin_spellings(s.lower()) for s in syllables_of(said)])
        for token in spelled:
            found[token].add(written)
    return found


@cache
def southern_surnames() -> frozenset[str]:
    """Spellings whose commonest surname no rule of Mandarin or Cantonese gives: Tan, Lim, Ong."""
    ruled = _ruled_surnames()
    rows = table_rows("romanised_surnames.tsv")
    return frozenset(token for token, names in rows if names.split()[0] not in ruled.get(token, ()))


def _joined(options: Sequence[Sequence[str]]) -> list[str]:
    return ["".join(parts) for parts in product(*options)]


@cache
def _compounds() -> frozenset[str]:
    return frozenset(token for token, names in surnames_spelled().items() if any(len(n) > 1 for n in names))


def is_compound(surname: str) -> bool:
    return surname in _compounds()
