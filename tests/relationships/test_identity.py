"""The weakest link, and entities against networkx."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from screening.relationships.identity import CERTAIN, Entities, Link, same_company, weakest

A, B, C = Link("A", 0.999, 40.0), Link("B", 0.95, 20.0), Link("C", 0.4, 8.0)


def test_the_worst_tier_the_least_bits_the_product_of_scores() -> None:
    assert weakest([A, B, CERTAIN]) == Link("B", round(0.999 * 0.95, 6), 20.0)
    assert weakest([CERTAIN]) == CERTAIN
    assert not weakest([B, C]).established


def test_a_code_says_more_than_a_name() -> None:
    by_code, by_name = same_company("甲", "甲", by_code=True), same_company("甲", "甲", by_code=False)

    assert (by_code.tier, by_name.tier) == ("A", "B")
    assert by_code.score > by_name.score
    assert [item["feature"] for item in (*by_code.evidence, *by_name.evidence)] == ["uscc", "company_name"]


@pytest.mark.parametrize("seed", range(20))
def test_entities_are_the_components_of_established_links(seed: int) -> None:
    draw = random.Random(seed)
    nodes = [f"c{number}" for number in range(12)]
    pairs = [(a, b, draw.choice([A, B, C])) for a in nodes for b in nodes if a < b and draw.random() < 0.12]
    entities = Entities(pairs)
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((a, b) for a, b, link in pairs if link.established)

    for component in nx.connected_components(graph):
        assert {entities.of(node) for node in component} == {min(component)}
        for node in component:
            chain = entities.between(min(component), node)
            length = nx.shortest_path_length(graph, min(component), node)
            assert chain.established
            assert chain.score <= round(0.999**length, 6)


def test_one_company_is_itself() -> None:
    assert Entities([]).between("a", "a") is CERTAIN
