"""Names that the comparators call almost one share a search key, whatever the world: the macros beside the comparators themselves."""

from __future__ import annotations

from itertools import product

import duckdb
import numpy as np

from screening.matching.compare.person_names import NamePairs, compare_names
from screening.matching.compare.romanised_names import compare_romanised
from screening.matching.weights import load_weights
from screening.refdata.names import split_name
from screening.refdata.readings import MOST_READINGS, reading_keys
from screening.refdata.romanised import MOST_SPELLINGS, read_romanised
from screening.warehouse.store import Warehouse, load_sql

HAN = ("陈恒彬", "陈大文", "张伟明", "王晓红", "欧阳志强", "鄂一鸣", "李国华")


def define(warehouse: Warehouse, script: str, *macros: str) -> None:
    """Creates macros of a script without running the rest of it."""
    for statement in duckdb.extract_statements(load_sql("screening.matching", script)):
        if any(f"macro {name}(" in statement.query for name in macros):
            warehouse.run(statement.query)


def test_names_with_a_wrong_exchanged_or_missing_character_share_a_part(warehouse: Warehouse) -> None:
    define(warehouse, "alike", "m_parts")
    names = ["".join(letters) for length in (2, 3, 4) for letters in product("王海龙尤", repeat=length)]
    names += ["阿依古丽买买提江", "阿依古丽买买提红", "阿依古丽艾买买提江", "阿依古丽艾买买提红", "阿衣古丽艾买买提江"]
    pairs = [(a, b) for a in names[:60] + names[-5:] for b in names if a != b]
    left, right = ([pair[side] for pair in pairs] for side in (0, 1))
    none, han, bits = [None] * len(pairs), ["han"] * len(pairs), np.zeros(len(pairs))
    verdicts, _ = compare_names(
        NamePairs(left, right, none, none, han, han, bits, bits, left, right), load_weights().name
    )
    near = [pair for pair, verdict in zip(pairs, verdicts, strict=True) if verdict in ("near", "variant")]
    assert len(near) > 500
    sharing = warehouse.rows(
        "select list_has_any(m_parts(a), m_parts(b)) as shared from (select unnest($a) as a, unnest($b) as b)",
        {"a": [a for a, _ in near], "b": [b for _, b in near]},
    )
    assert all(row["shared"] for row in sharing)
    assert not warehouse.one("select list_has_any(m_parts('王海龙'), m_parts('王建国'))")


def test_a_spelling_odd_in_one_syllable_shares_the_reading_but_for_it(warehouse: Warehouse) -> None:
    define(warehouse, "candidate", "m_but_one", "m_goes_on")
    tokens = [
        ["Chan", "Chen", "Zhang", "Wang", "Ouyang", "E", "Li", "Lee"],
        ["Han", "Hang", "Heng", "Da", "Tai", "Wei", "Xiao", "Zhi", "Yi", "Guo", "Kwok"],
        ["Pan", "Pun", "Bin", "Wen", "Man", "Min", "Ming", "Hong", "Hon", "Qian", "Qiang", "Hua", "Wa"],
    ]
    latin = [" ".join(words) for words in product(*tokens)]
    partly = [
        (list(keys), list(read_romanised(spelled).keys))
        for han in HAN
        if (keys := reading_keys(*(split_name(han) or ("", "")))) is not None
        for spelled in latin
        if compare_romanised(han, keys, spelled)[0] in ("partly", "half")
    ]
    assert len(partly) > 10
    for han_keys, latin_keys in partly:
        assert warehouse.one(
            "select list_has_any(m_but_one($a), m_but_one($b)) or m_goes_on(true, $a, $m, $n) or m_goes_on(false, $b, $m, $n)",
            {"a": han_keys, "b": latin_keys, "m": MOST_READINGS, "n": MOST_SPELLINGS},
        ), (han_keys, latin_keys)
