"""Two names in Latin letters or another alphabet: what do they share, word by word?

    equal        the same words in the same order
    other_way    the same words in another order, run together, or in another alphabet
    variant      spellings of one word (Müller, Mueller; Sergej, Sergey), short forms (Ted, Theodore)
    part         one side has further words: a middle name, a patronymic, an English given name
    initials     a word against its initial
    near         a letter of a long word differs, perhaps a typing error
    sounds       words that differ in vowels only (Scholz, Schulze): weak, counts beside other evidence
    unclear      nothing can be said: one side shows only a family name, or the English and the Chinese given name meet
    other_script alphabets between which a name can be spelt in too many ways, and no common reading
    different    each side has a word that the other lacks

The verdict is that of the weakest word. The bits are those of the words that agree, each less what its writing costs, less what
further words cost. A short word gets no free slip: what exactly this slip costs is more than agreement on the word would be worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from screening.matching.weights import LatinWeights, load_weights
from screening.refdata.latin_letters import ROUGH_SCRIPTS
from screening.refdata.latin_names import MOST_WORDS, LatinName, read_latin_name
from screening.refdata.latin_words import LatinWord, latin_word, latin_words_bits

_BY_STRENGTH = ("equal", "other_way", "variant", "part", "initials", "near", "sounds")
_ORDER = {verdict: i for i, verdict in enumerate(_BY_STRENGTH)}
_FIRM = ("equal", "other_way", "variant", "sounds")
_SHORTEST_NEAR = 5  # letters of the shorter word for one slip
_SHORTEST_CARRIED = 4  # ... where two other words agree, and the words are no Chinese or Korean syllables
_SHORTEST_TWO = 7  # ... for two
_FEWEST_CONSONANTS = 3  # of words that differ in several vowels
_MOST_VOWELS = 3  # letters in which they may
_SHORTEST_JOINED = 4  # letters of a word that is written as several elsewhere
_MOST_JOINED = 3  # such words
_SHORTEST_ROUGH_KEY = 4  # consonants, or letters of a Korean name: two or three may be anybody


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of both sides that are taken for one, by their places; `carried` only where other words agree."""

    verdict: str
    bits: float
    left: tuple[int, ...]
    right: tuple[int, ...]
    carried: bool = False


def compare_latin_names(
    left: Sequence[str], right: Sequence[str], weights: LatinWeights | None = None
) -> tuple[list[str], NDArray[np.float64]]:
    """Verdict and bits of each pair of written names; both ways round alike.

    Args:
        left: names as written, in any alphabet but Chinese characters.
        right: their counterparts.
        weights: what a name's writing costs; the packaged figures by default.

    Returns:
        One verdict of the module's list and the bits per pair. Positive bits only where `latin_keys` of both names share a key.
    """
    compare = _Comparison(weights or load_weights().latin)
    found = [compare.names(read_latin_name(a), read_latin_name(b)) for a, b in zip(left, right, strict=True)]
    return [verdict for verdict, _ in found], np.array([bits for _, bits in found], dtype=np.float64)


class _Comparison:
    """Compares names under fixed weights and remembers how words relate."""

    def __init__(self, weights: LatinWeights) -> None:
        from rapidfuzz.distance import OSA

        self.weights = weights
        self.distance = OSA.distance
        self.related: dict[tuple[str, str, bool], tuple[str, float] | None] = {}

    def names(self, a: LatinName, b: LatinName) -> tuple[str, float]:
        """Verdict and bits of one pair."""
        if not a.words or not b.words:
            return "unclear", 0.0
        if a.keys.isdisjoint(b.keys):
            return self._apart(a, b)
        if a.words == b.words and a.servants == b.servants:
            return "equal", _bits(a)
        if len(a.words) > MOST_WORDS or len(b.words) > MOST_WORDS:
            same = sorted(word.text for word in a.words) == sorted(word.text for word in b.words)
            return ("other_way", _bits(a) + self.weights.other_way) if same else ("unclear", 0.0)
        if a.script != b.script and {a.script, b.script} & ROUGH_SCRIPTS:
            return self._rough(a, b)
        if _all_letters(a) and _all_letters(b) and self.distance(a.letters, b.letters, score_cutoff=2) > 2:
            return self._apart(a, b)  # syllables that differ in more than one slip
        pieces = self._pieces(a, b)
        if sum(piece.verdict in _FIRM for piece in pieces) < 2:
            pieces = [piece for piece in pieces if not piece.carried]
        rest_a = _rest(a, [place for piece in pieces for place in piece.left])
        rest_b = _rest(b, [place for piece in pieces for place in piece.right])
        if rest_a and rest_b:
            return self._apart(a, b)
        if _fathers_differ(a, b, pieces) or _servant_against_word(a, b, rest_a, rest_b):
            return "different", self.weights.contradiction
        if a.syllabic and b.syllabic and any(word.text in a.syllabic | b.syllabic for word in rest_a + rest_b):
            return "unclear", 0.0  # a Chinese given name of which a part is missing is another one, or cut off
        return self._together(pieces, [word for word in rest_a + rest_b if not _said_before(word, a, b)])

    def _together(self, pieces: Sequence[_Piece], rest: Sequence[LatinWord]) -> tuple[str, float]:
        """Where one side at least is matched in full."""
        if not any(piece.verdict in _FIRM for piece in pieces) or rest and len(pieces) < 2:
            return "unclear", 0.0
        against = sum(min(piece.bits, 0.0) for piece in pieces)
        cost = sum(self.weights.further_word * (0.5 if len(w.text) == 1 or w.is_patronymic else 1.0) for w in rest)
        bits = latin_words_bits(max(piece.bits, 0.0) for piece in pieces) + against + cost
        verdicts = [piece.verdict for piece in pieces] + (["part"] if rest else ["other_way"])
        verdict = max(verdicts, key=_ORDER.__getitem__)
        return verdict, max(bits + (self.weights.other_way if verdict == "other_way" else 0.0), 0.0)

    def _apart(self, a: LatinName, b: LatinName) -> tuple[str, float]:
        """Names that cannot be taken for one: a contradiction, unless there is a reason to say nothing."""
        if a.script != b.script and {a.script, b.script} & (ROUGH_SCRIPTS | {"other"}):
            return "other_script", 0.0
        shared = {word.text for word in a.words if len(word.text) > 1} & {word.text for word in b.words}
        if shared:
            rest_a, rest_b = ([word for word in name.words if word.text not in shared] for name in (a, b))
            family_alone = not rest_a or not rest_b
            if family_alone or _other_given(rest_a, rest_b, b) or _other_given(rest_b, rest_a, a):
                return "unclear", 0.0
        return "different", self.weights.contradiction

    def _rough(self, a: LatinName, b: LatinName) -> tuple[str, float]:
        """Names of which one is written in a rough alphabet agree as a whole, or nothing can be said."""
        if not any(key[:2] in ("w:", "k:") and len(key) >= 2 + _SHORTEST_ROUGH_KEY for key in a.keys & b.keys):
            return "other_script", 0.0
        return "other_way", max(0.0, min(_bits(a), _bits(b)) + self.weights.rough)

    def _pieces(self, a: LatinName, b: LatinName) -> list[_Piece]:
        """Words taken together, the best agreement first; no word is used twice."""
        chosen = [_Piece("equal", a.words[i].bits, (i,), (j,)) for i, j in _equal_words(a, b)]
        used_a, used_b = {piece.left[0] for piece in chosen}, {piece.right[0] for piece in chosen}
        free_a = [i for i in range(len(a.words)) if i not in used_a]
        free_b = [j for j in range(len(b.words)) if j not in used_b]
        if not free_a or not free_b:
            return chosen
        syllabic = bool(a.syllabic) and bool(b.syllabic)
        found = []
        for i in free_a:
            for j in free_b:
                related = self._relation(a.words[i], b.words[j], syllabic)
                if related is not None:
                    carried = related[0] == "near" and min(len(a.words[i].text), len(b.words[j].text)) < _SHORTEST_NEAR
                    found.append(_Piece(*related, (i,), (j,), carried))
        found += [_Piece("other_way", a.words[i].bits, (i,), places) for i, places in _joined(a, free_a, b)]
        found += [_Piece("other_way", b.words[j].bits, places, (j,)) for j, places in _joined(b, free_b, a)]
        if len(found) > 1:
            found.sort(key=lambda piece: (_ORDER[piece.verdict], -piece.bits, _texts(piece, a, b)))
        for piece in found:
            if used_a.isdisjoint(piece.left) and used_b.isdisjoint(piece.right):
                chosen.append(piece)
                used_a.update(piece.left)
                used_b.update(piece.right)
        return chosen

    def _relation(self, x: LatinWord, y: LatinWord, syllabic: bool) -> tuple[str, float] | None:
        key = (x.text, y.text, syllabic) if x.text <= y.text else (y.text, x.text, syllabic)
        if key not in self.related:
            self.related[key] = self._relate(x, y, syllabic)
        return self.related[key]

    def _relate(self, x: LatinWord, y: LatinWord, syllabic: bool) -> tuple[str, float] | None:
        """How two words can be one and what that is worth; None where they cannot. In syllables no vowel may differ."""
        bits = min(x.bits, y.bits)
        if x.text == y.text:
            return "equal", bits
        if len(x.text) == 1 or len(y.text) == 1:
            return ("initials", bits) if x.text[0] == y.text[0] and len(x.text) != len(y.text) else None
        if x.text in y.full_names or y.text in x.full_names or x.full_names & y.full_names:
            return "variant", bits + self.weights.short_form
        if syllabic and x.family_share and y.family_share:
            return None  # Zhang and Zheng are two families
        if not syllabic and x.spelling == y.spelling:
            return "variant", bits + self.weights.variant
        slips = self._slips(x.text, y.text, _SHORTEST_NEAR if syllabic else _SHORTEST_CARRIED)
        if (
            not syllabic
            and x.sound == y.sound
            and (slips == 1 and len(x.text) >= _SHORTEST_NEAR or self._differ_in_vowels(x, y))
        ):
            return "sounds", bits + self.weights.sounds
        if x.is_given and y.is_given:
            return None  # Maria and Mario are two names
        if slips == 1:
            return "near", bits + self.weights.near
        return ("near", bits + self.weights.two_near) if slips == 2 and not syllabic else None

    def _differ_in_vowels(self, x: LatinWord, y: LatinWord) -> bool:
        """Lukashenka and Lukashenko, Kadhafi and Gaddafi; Marcos and Marquez are two names."""
        if _consonants(x.sound) < _FEWEST_CONSONANTS:
            return False
        return self.distance(x.text, y.text, score_cutoff=_MOST_VOWELS) <= _MOST_VOWELS

    def _slips(self, x: str, y: str, shortest: int) -> int:
        """One or two letters typed wrongly, left out, added or swapped in words that are long enough; 0 for anything else."""
        shorter = min(len(x), len(y))
        if shorter < shortest:
            return 0
        slips = self.distance(x, y, score_cutoff=2)
        return slips if slips == 1 or slips == 2 and shorter >= _SHORTEST_TWO else 0


def _all_letters(name: LatinName) -> bool:
    """A Chinese or Korean name without initials: all its syllables are known."""
    return bool(name.letters) and all(len(text) > 1 for text in name.syllabic)


def _bits(name: LatinName) -> float:
    return latin_words_bits(word.bits for word in name.words)


def _rest(name: LatinName, used: Sequence[int]) -> list[LatinWord]:
    """Words that found no partner."""
    return [word for i, word in enumerate(name.words) if i not in used]


def _said_before(word: LatinWord, a: LatinName, b: LatinName) -> bool:
    """A word that one name holds twice and the other once is no further word."""
    return any(sum(word.text == other.text for other in name.words) > 1 for name in (a, b))


def _fathers_differ(a: LatinName, b: LatinName, pieces: Sequence[_Piece]) -> bool:
    """Salman bin Muhammad and Muhammad bin Salman are father and son."""
    if not a.fathers or not b.fathers:
        return False
    ends = [(a.words[piece.left[0]].text, b.words[piece.right[0]].text) for piece in pieces]
    return any((x in a.fathers) != (y in b.fathers) for x, y in ends)


def _servant_against_word(a: LatinName, b: LatinName, rest_a: Sequence[LatinWord], rest_b: Sequence[LatinWord]) -> bool:
    """Abdul Mohammad and Wali Mohammad: what is often left out stands here where the other side has a word of its own."""
    return bool(rest_a) and b.servants > a.servants or bool(rest_b) and a.servants > b.servants


def _other_given(english: Sequence[LatinWord], syllables: Sequence[LatinWord], other: LatinName) -> bool:
    """Peter Chan beside Chan Tai Man: an English given name says nothing about the Chinese one."""
    return all(word.is_given for word in english) and all(word.text in other.syllabic for word in syllables)


def _texts(piece: _Piece, a: LatinName, b: LatinName) -> list[tuple[str, ...]]:
    """What the piece says, the same whichever name is on the left."""
    return sorted((tuple(a.words[i].text for i in piece.left), tuple(b.words[j].text for j in piece.right)))


def _equal_words(a: LatinName, b: LatinName) -> Iterator[tuple[int, int]]:
    free = [word.text for word in b.words]
    for i, word in enumerate(a.words):
        if word.text in free:
            j = free.index(word.text)
            free[j] = ""
            yield i, j


def _joined(single: LatinName, free: Sequence[int], split: LatinName) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Words of one name that the other writes as several, particles among them (Hailong, Hai Long; binladen, bin Laden)."""
    texts = [word.text for word in split.words]
    for i in free:
        word = single.words[i]
        if len(word.text) < _SHORTEST_JOINED:
            continue
        for start, token in enumerate(split.tokens):
            if not word.text.startswith(token[:2]):
                continue
            for size in range(2, _MOST_JOINED + 1):
                run = split.tokens[start : start + size]
                if len(run) == size and latin_word("".join(run)).spelling == word.spelling:
                    places = tuple(texts.index(text) for text in run if text in texts)
                    if places:
                        yield i, places


def _consonants(sound: str) -> int:
    return sum(letter not in "aeiou" for letter in sound)
