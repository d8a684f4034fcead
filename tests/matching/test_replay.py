"""A pair compared again from what a night kept stands as it stood at night: same bits, same score, found by the same search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from screening.matching.evidence import mask_value, to_json
from screening.matching.kinds import count_kinds
from screening.matching.person_links import link_people
from screening.matching.questions import keep_identities
from screening.matching.replay import Replayed, replay, thaw
from screening.matching.search import search_pairs
from screening.matching.stage import prepare
from screening.matching.weights import Weights
from screening.settings import LimitSettings
from screening.warehouse.store import Warehouse
from tests.matching.tables import Row, load
from tests.matching.test_namesakes import MASKED_OTHER, post
from tests.matching.test_people import CODE, COMMON, ID, NAME, RARE, delivery, holding
from tests.matching.test_search import CROWD, EMAILS, NAMES, PHONES, THRESHOLDS, WEIGHTS, Reported, world

KEPT = (
    "watched", "identity_name", "identity_number", "identity_fact", "shared_value", "mention", "mention_name", "pair_kind",
    "frozen_weight",
)  # fmt: skip
Key = tuple[str, ...]


class Night(NamedTuple):
    """One world's night: what it kept, its links, and which pairs its search brought together. Tests only read it."""

    warehouse: Warehouse
    found: Reported
    searched: set[Key]


Nights = Callable[[int, Weights], Night]


@pytest.fixture(scope="module")
def at_night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    """The night of a world, each run once."""
    nights: dict[tuple[int, bool], Night] = {}
    with ExitStack() as stack:

        def run(seed: int, weights: Weights) -> Night:
            asked = (seed, weights is CROWD)
            if asked not in nights:
                folder = tmp_path_factory.mktemp("night")
                warehouse = stack.enter_context(Warehouse(folder, LimitSettings(memory="1GB")))
                nights[asked] = Night(warehouse, *night_of(warehouse, world(seed), weights))
            return nights[asked]

        yield run


def night_of(warehouse: Warehouse, tables: dict[str, list[Row]], weights: Weights) -> tuple[Reported, set[Key]]:
    """The same of tables."""
    load(warehouse, tables)
    prepare(warehouse, THRESHOLDS, weights)
    search_pairs(warehouse, count_kinds(warehouse), THRESHOLDS, weights)
    searched = warehouse.rows("""
        select w.watched_id, m.table_name, m.record_id, m.role, coalesce(m.name, '') as name
        from m_pair join m_watched as w using (w) join m_mention as m using (m)
    """)
    link_people(warehouse, THRESHOLDS, weights)
    keep_identities(warehouse, weights)
    links = warehouse.rows(
        "select watched_id, table_name, record_id, role, coalesce(mention_name, '') as name, score, tier from person_link"
    )
    found = {tuple(row[n] for n in ("watched_id", "table_name", "record_id", "role", "name")): row for row in links}
    return (
        {name: (row["score"], "ABC".index(row["tier"])) for name, row in found.items()},
        {tuple(row.values()) for row in searched},
    )


def again(night: Warehouse, folder: Path) -> list[Replayed]:
    """Every pair, compared by another process that has only what was kept."""
    with Warehouse(folder, LimitSettings()) as later:
        for table in KEPT:
            later.put(table, night.query(f"select * from {table}"))
        later.put("behind", night.query("select group_id, company_id from m_relevant"))
        return replay(later, 1_000_000)


def key(pair: Replayed) -> Key:
    return (pair.watched_id, *(pair.mention[name] or "" for name in ("table_name", "record_id", "role", "name")))


@pytest.mark.parametrize(("seed", "weights"), [(0, WEIGHTS), (1, WEIGHTS), (12, CROWD), (13, CROWD)])
def test_a_pair_stands_as_it_stood_at_night(seed: int, weights: Weights, at_night: Nights, tmp_path: Path) -> None:
    warehouse, found, searched = at_night(seed, weights)
    pairs = {key(pair): pair for pair in again(warehouse, tmp_path)}

    links = {name: (pair.score, "ABC".index(pair.tier)) for name, pair in pairs.items() if pair.tier is not None}
    assert links == found
    assert {name for name, pair in pairs.items() if pair.status in ("link", "below_threshold")} <= searched | set(found)
    assert {pair.status for name, pair in pairs.items() if name in searched} <= {"link", "below_threshold", "vetoed"}
    assert {pair.status for name, pair in pairs.items() if name not in searched | set(found)} <= {
        "homonym",
        "no_key",
        "vetoed",
    }


def test_every_answer_occurs_and_says_what_it_rests_on(at_night: Nights, tmp_path: Path) -> None:
    pairs = again(at_night(12, CROWD).warehouse, tmp_path)

    assert {pair.status for pair in pairs} == {"link", "vetoed", "below_threshold", "homonym", "no_key"}
    for pair in pairs:
        odds = sum(item["bits"] for item in pair.items)
        assert pair.status == "no_key" or pair.score == pytest.approx(1 / (1 + 2**-odds), abs=0.02), (
            "the items add up to the probability"
        )
        numbers = [item for item in pair.items if item["feature"] == "id_number"]
        if pair.status == "vetoed":
            assert numbers[0]["verdict"] == "disagrees"
        if pair.status == "homonym":
            assert pair.reach is not None and pair.reach < pair.needed
        assert all("*" in str(item["left"]) for item in numbers)


def test_of_several_shared_values_the_one_of_the_night_is_shown(warehouse: Warehouse, tmp_path: Path) -> None:
    phones = [f"139571208{n}" for n in range(10, 22)]
    shared = [phones[1], phones[9]]  # the second and the tenth
    others = [
        {"party_id": f"V{n}", "name": f"宁波某{n}贸易有限公司", "contact_name": "褚望舒", "phone": [phone]}
        for n, phone in enumerate(phones)
        if phone not in shared
    ]
    both = {"party_id": "V99", "name": "宁波某百贸易有限公司", "contact_name": "尉迟砚舟", "phone": shared}
    tables = delivery({"name": "尉迟砚舟", "phone": phones})
    night_of(warehouse, {**tables, "suppliers": [*tables["suppliers"], *others, both]}, WEIGHTS)
    links = [
        pair for pair in again(warehouse, tmp_path) if pair.status == "link" and pair.mention["name"] == "尉迟砚舟"
    ]

    assert [item["left"] for item in links[0].items if item["feature"] == "phone"] == [mask_value("phone", shared[0])]


def test_the_figures_are_those_of_the_night(at_night: Nights) -> None:
    assert thaw(at_night(12, CROWD).warehouse) == (CROWD, THRESHOLDS)


def test_what_is_kept_shows_no_number(at_night: Nights) -> None:
    warehouse = at_night(0, WEIGHTS).warehouse
    kept: list[Any] = [
        value for table in KEPT for row in warehouse.rows(f"select * from {table}") for value in row.values()
    ]
    words = " ".join(str(value) for value in kept)

    assert any(name in words for name in NAMES)
    for number in ("110101197001020", "310104", "A123456", "13900001111", EMAILS[0], "6222000011112222333"):
        assert number not in words


@pytest.mark.parametrize(
    ("feature", "written"),
    [("phone", phone) for phone in (*PHONES, "+86 139 0000 1111", "12")]
    + [("email", email) for email in EMAILS]
    + [("bank_account", account) for account in ("6222 0000 1111 2222 333", "123", "1234", "12345")]
    + [("address", "杭州市西湖区文一路1号2幢301室")],
)
def test_values_are_masked_as_evidence_masks_them_and_once_only(feature: str, written: str, at_night: Nights) -> None:
    night = at_night(0, WEIGHTS).warehouse
    shown = night.one("select m_shown_value($feature, $written)", {"feature": feature, "written": written})

    assert shown == mask_value(feature, written) == mask_value(feature, shown)


@pytest.mark.parametrize(
    ("name", "number", "role", "feature"),
    [(RARE, None, "holder", "namesake"), (COMMON, ID, "legal_representative", "same_company")],
)
def test_namesakes_doubt_and_lend_as_at_night(
    name: str, number: str | None, role: str, feature: str, warehouse: Warehouse, tmp_path: Path
) -> None:
    registry = {"name": NAME, "uscc": CODE, "legal_representative": name}
    tables = delivery(
        {"name": name, "id_number": ID}, holdings=[holding(name, number)], appointments=[post(MASKED_OTHER, person_name=name)],
        registry_companies=[registry],
    )  # fmt: skip
    load(warehouse, tables)
    prepare(warehouse, THRESHOLDS, WEIGHTS)
    link_people(warehouse, THRESHOLDS, WEIGHTS)
    keep_identities(warehouse, WEIGHTS)
    night = warehouse.rows("select watched_id, role, score, tier, evidence from person_link order by all")
    later = sorted(
        (pair.watched_id, pair.mention["role"], pair.score, pair.tier, to_json(pair.items))
        for pair in again(warehouse, tmp_path)
        if pair.tier is not None
    )

    assert later == [tuple(row.values()) for row in night]
    assert any(row["role"] == role and feature in row["evidence"] for row in night)
