"""Compares pairs again, after the night and one question at a time: by the same search, comparators, weights and priors.

The tables that `questions` kept, cut down to the identities and companies of one question, stand for the whole delivery: what
depends on all of it - worth of names, crowds of values, priors - was frozen in them. So a pair gets the bits that it had or
would have had at night, and the search tells whether anything brought it together. All people of a company are among them, so
namesakes doubt and lend as at night; and a link that was published stands as it was published, rulings included.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from screening.matching.comparison import compare_features
from screening.matching.decide import NO_TIER, Scored, decide
from screening.matching.doubt import doubt_links
from screening.matching.evidence import Item
from screening.matching.kinds import PACKAGE, STRATA, Homonyms, Kinds
from screening.matching.lend import lend_links
from screening.matching.namesakes import Links, Pair, find_namesakes
from screening.matching.person_evidence import person_link
from screening.matching.score import Floats
from screening.matching.search import match_numbers, most_bits
from screening.matching.weigh import AGREEING, weigh
from screening.matching.weights import Weights
from screening.settings import ThresholdSettings
from screening.warehouse.store import Warehouse

Status = Literal["link", "vetoed", "below_threshold", "homonym", "no_key"]
ORDER: tuple[Status, ...] = ("link", "vetoed", "below_threshold", "homonym", "no_key")
"""From the answer that says most to the one that says least."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """One watched person beside one mention of a person.

    Attributes:
        watched_id: the watched person.
        mention: table_name, record_id, row, role, company_id and name of the mention.
        status: link = reaches tier C; vetoed = the names agree and the numbers contradict; below_threshold = was compared;
            homonym = agrees in the name alone, which cannot reach tier C; no_key = shares nothing that the search looks for.
        bits: sum of the evidence, without the prior.
        score: probability that both are one person.
        tier: A, B, C, or None.
        items: evidence, the prior last; their bits sum to the odds of the score. Without the prior where the status is no_key.
        reach: most bits that a homonym's records could still show; None for any other.
        needed: least bits that a pair of this kind needs for tier C.
    """

    watched_id: str
    mention: Mapping[str, Any]
    status: Status
    bits: float
    score: float
    tier: str | None
    items: tuple[Item, ...]
    reach: float | None
    needed: float


def replay(warehouse: Warehouse, most: int) -> list[Replayed]:
    """Compares every watched person with every mention of his group; the most telling first.

    Args:
        warehouse: holds the tables named in replay.sql, and frozen_weight; `published`, rows of person_link, where the night published
            its links.
        most: so many pairs are returned.
    """
    weights, thresholds = thaw(warehouse)
    for step in ("replay", "watched_shows", "replay_pairs"):
        warehouse.script(PACKAGE, step)
    match_numbers(warehouse, weights)
    for step in ("alike", "candidate", "pair"):
        warehouse.script(PACKAGE, step, **most_bits(weights))
    warehouse.run("create or replace temp table m_searched as select w, m from m_pair")
    warehouse.run("create or replace temp table m_pair as select w, m from m_every_pair")
    kinds, expected = _kinds(warehouse)
    scored = decide(weigh(compare_features(warehouse, weights), weights), kinds, expected, thresholds, weights)
    searched = {(row["w"], row["m"]) for row in warehouse.rows("select w, m from m_searched")}
    links = _links(warehouse, scored, searched, (kinds, expected), thresholds, weights)
    found = _statuses(warehouse, scored, searched, links)
    score = {i: float(links[pair]["score"]) for i in found if (pair := scored.pair(i)) in links}
    order = sorted(
        found,
        key=lambda i: (
            ORDER.index(found[i][0]), -score.get(i, float(scored.score[i])), -scored.weighed.total[i], scored.pair(i)
        ),
    )  # fmt: skip
    chosen = order[:most]
    identities, mentions = _who(warehouse), _where(warehouse, [scored.pair(i)[1] for i in chosen])
    return [
        _replayed(
            links.get(scored.pair(i)) or person_link(scored, i, kinds, expected), scored.pair(i), found[i], identities, mentions
        )
        for i in chosen
    ]  # fmt: skip


def thaw(warehouse: Warehouse) -> tuple[Weights, ThresholdSettings]:
    """The figures as they were that night, out of frozen_weight."""
    figures: dict[str, Any] = {}
    for row in warehouse.rows("select name, value from frozen_weight order by name"):
        *above, last = row["name"].split(".")
        section = figures
        for part in above:
            section = section.setdefault(part, {})
        section[last] = json.loads(row["value"])
    return Weights.model_validate(figures["weights"]), ThresholdSettings.model_validate(figures["thresholds"])


def _kinds(warehouse: Warehouse) -> tuple[Kinds, Floats]:
    """The kinds of pairs with their frozen sizes, and the true links expected of each."""
    rows = warehouse.rows("select * from m_kind order by kind")
    considered, watched, in_group = (
        np.array([float(row[name]) for row in rows]) for name in ("considered", "watched", "in_group")
    )
    names = tuple((row["group_id"], row["watched_kind"], row["role"], row["can_check"]) for row in rows)
    expected = np.array([float(row[f"expected_{stratum}"]) for row in rows for stratum in STRATA])
    nobody = Homonyms(np.empty(0, np.int64), np.empty(0), np.empty(0))
    return Kinds(names, considered, watched, in_group, nobody), expected


def _links(
    warehouse: Warehouse,
    scored: Scored,
    searched: Container[Pair],
    priors: tuple[Kinds, Floats],
    thresholds: ThresholdSettings,
    weights: Weights,
) -> dict[Pair, Mapping[str, Any]]:
    """The links as the night had them, those that a namesake took back with tier None.

    Where it is known what was published, that stands; what would be a link and was not published lends nothing: an auditor ruled so.
    """
    places = {scored.pair(i): i for i in np.flatnonzero(scored.tier < NO_TIER).tolist()}
    links: Links = {pair: person_link(scored, i, *priors) for pair, i in places.items() if pair in searched}
    namesakes = find_namesakes(warehouse, links, scored)
    links = {**links, **doubt_links(namesakes, links, thresholds, weights)}
    published = _published(warehouse)
    lenders = {
        pair: link
        for pair, link in links.items()
        if link["tier"] is not None and (published is None or pair in published)
    }
    lent = lend_links(namesakes, lenders, *priors, thresholds, weights)
    return {**links, **lent, **(published or {})}


def _published(warehouse: Warehouse) -> dict[Pair, Mapping[str, Any]] | None:
    """What was published of these identities and companies; None where nobody says."""
    if not warehouse.has("published"):
        return None
    rows = warehouse.rows("""
        select i.w, m.m, p.bits, p.score, p.tier, p.evidence
        from published as p
        join m_watched as i using (watched_id)
        join m_mention as m
            on m.table_name = p.table_name and m.record_id = p.record_id and m.role = p.role and m.company_id = p.company_id
            and m.name is not distinct from p.mention_name
    """)
    return {
        (row["w"], row["m"]): {**{name: row[name] for name in ("bits", "score", "tier")}, "items": json.loads(row["evidence"])}
        for row in rows
    }  # fmt: skip


Found = tuple[Status, float | None, float]


def _statuses(
    warehouse: Warehouse, scored: Scored, searched: Container[Pair], links: Mapping[Pair, Mapping[str, Any]]
) -> dict[int, Found]:
    """Of each pair: how it stands, what a homonym could reach, and what a pair of its kind needs."""
    reach = {
        (row["w"], row["m"]): row["reach"]
        for row in warehouse.rows("select w, m, max(name_bits + more) as reach from m_namesake group by w, m")
    }
    needed = [
        (float(row["bits"]), float(row["bare_bits"]))
        for row in warehouse.rows("select bits, bare_bits from m_kind order by kind")
    ]
    shown = scored.weighed.shown
    found: dict[int, Found] = {}
    for i in range(len(scored.tier)):
        pair, (bits, bare_bits) = scored.pair(i), needed[int(scored.weighed.kind[i])]
        named = str(shown["name_verdict"][i]) in AGREEING
        if pair in links and links[pair]["tier"] is not None:
            found[i] = ("link", None, bits)
        elif named and shown["number_verdict"][i] == "conflict":
            found[i] = ("vetoed", None, bits)
        elif pair in searched:
            found[i] = ("below_threshold", None, bits)
        elif pair in reach:
            found[i] = ("homonym", float(reach[pair]), bare_bits)
        else:
            found[i] = ("no_key", None, bits)
    return found


def _who(warehouse: Warehouse) -> Mapping[int, str]:
    return {row["w"]: row["watched_id"] for row in warehouse.rows("select w, watched_id from m_watched")}


def _where(warehouse: Warehouse, mentions: list[int]) -> Mapping[int, Mapping[str, Any]]:
    rows: Iterator[dict[str, Any]] = iter(warehouse.rows(
        'select m, table_name, record_id, "row", role, company_id, name from m_mention where m in (select unnest($m::bigint[]))',
        {"m": mentions},
    ))  # fmt: skip
    return {row.pop("m"): row for row in rows}


def _replayed(
    link: Mapping[str, Any],
    pair: Pair,
    found: Found,
    identities: Mapping[int, str],
    mentions: Mapping[int, Mapping[str, Any]],
) -> Replayed:
    (w, m), (status, reach, needed) = pair, found
    items = [item for item in link["items"] if status != "no_key" or item["feature"] != "prior"]
    return Replayed(
        identities[w], mentions[m], status, link["bits"], link["score"], link["tier"] if status == "link" else None,
        tuple(items), reach, needed,
    )  # fmt: skip
