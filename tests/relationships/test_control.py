"""The 30 % test against a direct reading of the rule on random graphs."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from screening.relationships.control import Votes, controlled


def grouped(stakes: list[tuple[str, str, Votes]]) -> dict[str, list[tuple[str, Votes]]]:
    held = defaultdict(list)
    for holder, company, votes in stakes:
        held[holder].append((company, votes))
    return held


def by_the_book(first: list[tuple[str, Votes]], stakes: list[tuple[str, str, Votes]], *, majority: bool) -> set[str]:
    """Asks every company again until no answer changes."""
    names = {company for company, _ in first} | {name for stake in stakes for name in stake[:2]}
    own = {name: round(sum(votes.percent or 0 for company, votes in first if company == name), 8) for name in names}
    found = {name for name in names if (own[name] > 50 if majority else own[name] >= 30)}
    found |= {company for company, votes in first if votes.general}
    while True:
        more = {
            name
            for name in names
            if round(own[name] + sum(v.percent or 0 for h, c, v in stakes if c == name and h in found), 8) > 50
            or any(v.general for h, c, v in stakes if c == name and h in found)
        }
        if more <= found:
            return found
        found |= more


@pytest.mark.parametrize("majority", [False, True])
@pytest.mark.parametrize("seed", range(40))
def test_random_graphs(seed: int, majority: bool) -> None:
    draw = random.Random(seed)
    nodes = [f"c{number}" for number in range(8)]
    percents = [None, 10.0, 20.0, 29.99, 30.0, 40.0, 50.0, 50.01, 70.0]
    votes = [Votes(percent) for percent in percents] + [Votes(1.0, general=True)]
    first = [(node, draw.choice(votes)) for node in draw.sample(nodes, 3)]
    stakes = [(a, b, draw.choice(votes)) for a in nodes for b in nodes if a != b and draw.random() < 0.25]

    assert controlled(first, grouped(stakes), majority=majority) == by_the_book(first, stakes, majority=majority)


def test_thirty_of_thirty_is_no_control() -> None:
    assert controlled([("a", Votes(30.0))], {"a": [("b", Votes(30.0))]}, majority=False) == {"a"}


def test_two_controlled_companies_make_a_subsidiary_together() -> None:
    held = {"a": [("c", Votes(26.0))], "b": [("c", Votes(25.0))]}

    assert controlled([("a", Votes(30.0)), ("b", Votes(60.0))], held, majority=False) == {"a", "b", "c"}


def test_ten_and_twenty_in_one_company_are_thirty() -> None:
    assert controlled([("a", Votes(10.1)), ("a", Votes(19.9))], {}, majority=False) == {"a"}


def test_nothing_is_controlled_through_a_barred_company() -> None:
    held = {"a": [("b", Votes(60.0))], "b": [("c", Votes(60.0))]}

    assert controlled([("a", Votes(60.0))], held, majority=False, barred={"b"}) == {"a"}


def test_what_is_given_is_not_asked() -> None:
    assert controlled((), {"a": [("b", Votes(51.0)), ("c", Votes(50.0))]}, majority=True, given={"a"}) == {"a", "b"}
