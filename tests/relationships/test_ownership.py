"""Effective shares against two independent oracles: a dense matrix inverse, and the products along all paths."""

from __future__ import annotations

import random
from itertools import pairwise
from math import prod

import networkx as nx
import numpy as np
import pytest

from screening.relationships.ownership import _solve_linear, effective_shares

SEEDS = range(30)


def random_stakes(
    seed: int, *, cycles: bool, most: int = 9, density: float = 0.4
) -> tuple[dict[str, float], list[tuple[str, str, float]]]:
    """A holder with up to three stakes over some companies; no company is held to more than 100 %."""
    draw = random.Random(seed)
    nodes = [f"c{number}" for number in range(draw.randint(2, most))]
    left = dict.fromkeys(nodes, 100.0)
    direct = {}
    for node in draw.sample(nodes, min(3, len(nodes))):
        direct[node] = round(draw.uniform(1, 60), 2)
        left[node] -= direct[node]
    stakes = []
    for holder in nodes:
        for company in nodes:
            allowed = holder != company if cycles else holder < company
            if allowed and left[company] > 1 and draw.random() < density:
                percent = round(draw.uniform(0.5, min(60.0, left[company])), 2)
                left[company] -= percent
                stakes.append((holder, company, percent))
    return direct, stakes


def dense(direct: dict[str, float], stakes: list[tuple[str, str, float]]) -> dict[str, float]:
    nodes = sorted({*direct, *(node for stake in stakes for node in stake[:2])})
    place = {node: number for number, node in enumerate(nodes)}
    shares = np.zeros((len(nodes), len(nodes)))
    for holder, company, percent in stakes:
        shares[place[holder], place[company]] += percent / 100
    own = np.array([direct.get(node, 0.0) for node in nodes])
    found = own @ np.linalg.inv(np.eye(len(nodes)) - shares)
    return {node: float(found[number]) for node, number in place.items() if found[number] > 1e-12}


@pytest.mark.parametrize("seed", SEEDS)
def test_cross_holdings_agree_with_the_dense_inverse(seed: int) -> None:
    direct, stakes = random_stakes(seed, cycles=True)
    found = effective_shares(direct, stakes)
    expected = dense(direct, stakes)

    assert found.keys() == expected.keys()
    assert {node: found[node] for node in found} == pytest.approx(expected, abs=1e-7)


def test_500_graphs_with_cycles_agree_to_the_ninth_decimal() -> None:
    """Up to 40 companies that hold each other in thickets; a percent to 1e-7 is a share to 1e-9."""
    rings = 0
    for seed in range(500):
        direct, stakes = random_stakes(seed, cycles=True, most=40, density=0.12)
        found, expected = effective_shares(direct, stakes), dense(direct, stakes)
        graph = nx.DiGraph((holder, company) for holder, company, _ in stakes)
        rings += not nx.is_directed_acyclic_graph(graph)

        assert {node for node, percent in found.items() if percent and percent > 1e-6} <= expected.keys()
        assert all(abs((found.get(node) or 0.0) - min(100.0, percent)) <= 1e-7 for node, percent in expected.items()), (
            seed
        )
    assert rings > 400


def test_a_long_chain_and_a_wide_ring_are_solved_at_once() -> None:
    """Neither is a matter of many rounds: 20,000 companies in a row, and 2,000 in a ring."""
    row = [(f"c{number}", f"c{number + 1}", 100.0) for number in range(20_000)]
    ring = [(f"c{number}", f"c{(number + 1) % 2_000}", 50.0) for number in range(2_000)]

    assert effective_shares({"c0": 30.0}, row)["c20000"] == 30.0
    assert effective_shares({"c0": 30.0}, ring)["c2"] == 7.5


@pytest.mark.parametrize("seed", SEEDS)
def test_without_cycles_the_share_is_the_sum_over_paths(seed: int) -> None:
    direct, stakes = random_stakes(seed, cycles=False)
    graph = nx.DiGraph()
    graph.add_nodes_from(direct)
    graph.add_weighted_edges_from((holder, company, percent / 100) for holder, company, percent in stakes)
    found = effective_shares(direct, stakes)

    for node, percent in found.items():
        total = direct.get(node, 0.0)
        for start in sorted(direct.keys() - {node}):
            for path in nx.all_simple_paths(graph, start, node):
                total += direct[start] * prod(graph[before][after]["weight"] for before, after in pairwise(path))
        assert percent == pytest.approx(total, abs=1e-7)


def test_the_cycle_of_the_domain_paper() -> None:
    """60 % of a, which owns 70 % of b, which owns 40 % of a and 80 % of c."""
    found = effective_shares({"a": 60.0}, [("a", "b", 70.0), ("b", "a", 40.0), ("b", "c", 80.0)])

    assert found == {"a": pytest.approx(83.33333333), "b": pytest.approx(58.33333333), "c": pytest.approx(46.66666667)}


def test_floating_dust_does_not_miss_a_limit() -> None:
    assert effective_shares({"a": 10.0}, [("a", "b", 70.0)])["b"] == 7.0


def test_rows_of_one_pair_add_up() -> None:
    assert effective_shares({"a": 50.0}, [("a", "b", 20.0), ("a", "b", 10.0)]) == {"a": 50.0, "b": 15.0}


def test_more_than_everything_is_everything() -> None:
    assert effective_shares({"a": 100.0, "b": 80.0}, [("a", "b", 60.0)])["b"] == 100.0


def test_an_unknown_leg_makes_everything_below_it_unknown() -> None:
    found = effective_shares(
        {"a": 50.0, "x": None}, [("a", "b", None), ("b", "c", 50.0), ("a", "d", 10.0), ("x", "y", 5.0)]
    )

    assert found == {"a": 50.0, "b": None, "c": None, "d": 5.0, "x": None, "y": None}


def test_an_unknown_leg_that_is_not_reached_changes_nothing() -> None:
    assert effective_shares({"a": 50.0}, [("z", "b", None), ("a", "b", 50.0)]) == {"a": 50.0, "b": 25.0}


@pytest.mark.parametrize("loop", [100.0, 150.0])
def test_companies_that_own_each_other_whole_leave_what_can_be_summed(loop: float) -> None:
    """The series diverges: at least the chains themselves are known, and nothing exceeds 100 %."""
    found = effective_shares({"a": 40.0}, [("a", "b", loop), ("b", "a", 100.0), ("b", "c", 50.0)])

    assert 40.0 <= (found["a"] or 0) <= 100.0
    assert 20.0 <= (found["c"] or 0) <= 100.0


def test_the_order_of_stakes_does_not_matter() -> None:
    direct, stakes = random_stakes(7, cycles=True)

    assert effective_shares(direct, stakes) == effective_shares(direct, stakes[::-1])


def test_a_ring_of_many_companies_is_solved_sparsely() -> None:
    """300 companies, each owning 50 % of the next: the first one's share comes round as 2 ** -300 and vanishes."""
    ring = [(f"c{n:03}", f"c{(n + 1) % 300:03}", 50.0) for n in range(300)]
    found = effective_shares({"c000": 40.0}, ring)

    assert [found[f"c{n:03}"] for n in range(4)] == [40.0, 20.0, 10.0, 5.0]


def test_dense_and_sparse_agree() -> None:
    draw = random.Random(11)
    entries = [(a, b, draw.uniform(0, 0.04)) for a in range(30) for b in range(30) if a != b and draw.random() < 0.5]
    right = np.array([[draw.random()] for _ in range(30)])

    assert _solve_linear(entries, right) == pytest.approx(_solve_linear(entries, right, dense_up_to=0), abs=1e-12)
    assert (
        _solve_linear([(0, 0, 1.0)], np.ones((1, 1)))
        is _solve_linear([(0, 0, 1.0)], np.ones((1, 1)), dense_up_to=0)
        is None
    )


def test_who_holds_nothing_owns_nothing() -> None:
    assert effective_shares({}, [("A", "B", 50.0)]) == {}
