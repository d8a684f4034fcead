"""Names in Latin letters and other alphabets, pair by pair."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.matching.compare.latin_names import compare_latin_names
from screening.matching.weights import load_weights
from screening.refdata.latin_names import latin_bits, latin_keys

WEIGHTS = load_weights().latin
POSITIVE = {"equal", "other_way", "variant", "part", "initials", "near", "sounds"}


def compare(left: str, right: str) -> tuple[str, float]:
    verdicts, bits = compare_latin_names([left], [right])
    return verdicts[0], float(bits[0])


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Ingrid Larsson", "INGRID LARSSON", "equal"),
        ("Ingrid Larsson", "Ms. Ingrid Lársson", "equal"),
        ("Сергей Орлов", "Sergey Orlov", "equal"),
        ("Ingrid Larsson", "LARSSON, Ingrid", "other_way"),
        ("Ingrid Larsson", "ingridlarsson", "other_way"),
        ("Ingrid Larsson", "IngridLarsson", "equal"),
        ("Ronald McDonald", "Ronald Mcdonald", "equal"),
        ("Ferdinand Marquez", "Ferdinand Marcos", "different"),
        ("Wang Hailong", "WANG Hai-Long", "other_way"),
        ("Omar binladen", "Omar bin Laden", "other_way"),
        ("Jürgen Müller", "Juergen Mueller", "variant"),
        ("Wladimir Orlow", "Vladimir Orlov", "variant"),
        ("Bob Larsson", "Robert Larsson", "variant"),
        ("Mohd Faisal Harun", "Mohammed Faisal Harun", "variant"),
        ("Sergei Ivanovich Orlov", "Orlov Sergei", "part"),
        ("Ingrid Marie Larsson", "Ingrid Larsson", "part"),
        ("Peter CHAN Tai Man", "Chan Tai-man", "part"),
        ("Peter Chan", "Peter CHAN Tai Man", "part"),
        ("I. M. Larsson", "Ingrid Marie Larsson", "initials"),
        ("JM Larsson", "Jens Magnus Larsson", "initials"),
        ("Ingrid Larsson", "Ingrid Larsen Larsson", "part"),
        ("Ingrid Larsson", "Ingrid Larsron", "near"),
        ("Ingrid Larsson", "Ingrid Lasrson", "near"),
        ("Imgrid Larsson", "Ingrid Larsson", "near"),
        ("1ngrid Larss0n", "Ingrid Larsson", "equal"),
        ("Olof Schulze", "Olof Scholz", "sounds"),
        ("Hosam Qasem", "Husam Qasim", "sounds"),
        ("Ingrid Ingrid Larsson", "Ingrid Larsson", "other_way"),
        ("Abdul Rahman Qureshi", "Rahman Qureshi", "other_way"),
        ("خالد محمود", "Khaled Mahmoud", "other_way"),
        ("박지훈", "Park Ji Hoon", "other_way"),
        ("タナカ ハナコ", "Tanaka Hanako", "equal"),
        ("ジョン・ラーソン", "John Larsson", "other_script"),
        ("バルバラ・モロー", "Barbara Moro", "other_way"),
        # nothing can be said
        ("Larsson", "Ingrid Larsson", "unclear"),
        ("I.L.", "Ingrid Larsson", "different"),
        ("Peter Chan", "Chan Tai Man", "unclear"),
        ("Chan Tai", "Chan Tai Man", "unclear"),
        ("سمير حداد", "Ingrid Larsson", "other_script"),
        ("ພູ ມີ", "Phou My", "other_script"),
        ("", "Ingrid Larsson", "unclear"),
        ("🙂", "🙂", "unclear"),
        # contradictions
        ("Ingrid Larsson", "Astrid Larsson", "different"),
        ("Ingrid Larsson", "Ingrid Olsen", "different"),
        ("Ingrid M. Larsson", "Ingrid K. Larsson", "different"),
        ("Ingrid M. Larsson", "Ingrid Karin Larsson", "different"),
        ("Sergei Ivanovich Orlov", "Sergei Petrovich Orlov", "different"),
        ("Khalid bin Omar Harbi", "Omar bin Khalid Harbi", "different"),
        ("Abdul Karim Jan", "Wali Karim Jan", "different"),
        ("Maria Rossi", "Mario Rossi", "different"),
        ("Zhang Hailong", "Zheng Hailong", "different"),
        ("Wang Tao", "Wang Tan", "different"),
        ("Tom Reed", "Tim Reed", "different"),
        ("Chan Tai Man", "Chan Siu Man", "different"),
        ("Li Na", "Li Bin", "different"),
        ("Tan Eng Soon", "Tan Soon", "unclear"),
        ("Peter Chan", "Paul Chan", "different"),
    ],
)
def test_verdicts_both_ways(left: str, right: str, verdict: str) -> None:
    assert compare(left, right)[0] == verdict
    assert compare(right, left) == compare(left, right)


def test_the_bits_fall_with_what_is_less_sure() -> None:
    said = [compare("Ingrid Thorvaldsen", other)[1] for other in (
        "Ingrid Thorvaldsen", "Thorvaldsen Ingrid", "I. Thorvaldsen", "Thorvaldsen", "Ingrid Olsen")]  # fmt: skip
    assert said[0] == latin_bits("Ingrid Thorvaldsen")
    assert all(sure > less for sure, less in pairwise(said))
    assert said[3] == 0.0
    assert said[4] == WEIGHTS.contradiction


def test_a_slip_in_a_rare_name_still_tells_and_in_a_common_one_hardly() -> None:
    rare, common = compare("Thorvald Brynjolfsson", "Thorvald Brynjolfson")[1], compare("David Smith", "Davld Smith")[1]
    assert rare > 10 > common


def test_weights_are_parameters() -> None:
    dear = WEIGHTS.model_copy(update={"near": -20.0})
    pair = (["Thorvald Brynjolfsson"], ["Thorvald Brynjalfssun"])
    assert compare_latin_names(*pair, dear)[1][0] <= compare_latin_names(*pair)[1][0]


def test_no_pairs() -> None:
    verdicts, bits = compare_latin_names([], [])
    assert verdicts == []
    assert bits.size == 0


@pytest.mark.parametrize("bad", ["", " ", "\x00", "\u202e", "---", "🙂🙂", "12345", "\ufffd"])
def test_bad_values_match_nothing(bad: str) -> None:
    for other in ("Ingrid Larsson", bad, "A"):
        assert compare(bad, other)[1] <= 0.0


_WORDS = st.sampled_from(["Ingrid", "Ingird", "Larsson", "Larson", "Larssen", "Bob", "Robert", "Chan", "Tai", "Man", "Taiman", "Peter", "Kim", "Jong", "Hoon", "Sergei", "Sergej", "Ivanovich", "Orlov", "Orlow", "bin", "Omar", "Abdul", "Karim", "Abdulkarim", "I", "L", "Dr", "van", "der", "Meer", "Vandermeer", "Орлов", "Сергей", "박지훈", "خالد", "タナカ", "Ng", "Mohd", "Mohammed", "Li", "Lee", "Wang", "Hailong", "Hai", "Long"])  # fmt: skip
_NAMES = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)


@settings(deadline=None, max_examples=400)
@given(_NAMES, _NAMES)
def test_positive_bits_mean_a_shared_key(left: str, right: str) -> None:
    verdict, bits = compare(left, right)
    assert compare(right, left) == (verdict, bits)
    if bits > 0:
        assert set(latin_keys(left)) & set(latin_keys(right))
        assert verdict in POSITIVE
        assert bits <= min(latin_bits(left), latin_bits(right)) + 1e-9
    assert np.isfinite(bits)


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_compared(left: str, right: str) -> None:
    verdict, bits = compare(left, right)
    assert compare(right, left) == (verdict, bits)
    assert (bits > 0) <= bool(set(latin_keys(left)) & set(latin_keys(right)))
    assert compare(left, left)[0] in ("equal", "unclear")
