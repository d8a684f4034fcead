"""A world is what it says: reproducible, within the contract, its links real and its look-alikes fair."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from screening.contract.tables import TABLES
from tests.worlds import provider
from tests.worlds.generate import PROFILES, build
from tests.worlds.world import Size, World

SMALL = Size(officers=130, relatives=520, masters=300, posts=800, holdings=400, per_class=1, decoys=1)


@cache
def _world(profile: str) -> World:
    return build(profile, 7, SMALL)


profiles = pytest.mark.parametrize("profile", list(PROFILES))


@profiles
def test_the_same_seed_gives_the_same_rows(profile: str) -> None:
    again = build(profile, 7, SMALL)
    assert again.tables == _world(profile).tables
    assert again.truth == _world(profile).truth


def test_another_seed_gives_another_world() -> None:
    assert build("platform", 8, SMALL).truth != _world("platform").truth


@profiles
def test_rows_hold_columns_of_the_contract_and_all_required_ones(profile: str) -> None:
    for name, rows in _world(profile).tables.items():
        known = {column.name for column in TABLES[name].columns}
        required = {column.name for column in TABLES[name].columns if column.required}
        for row in rows:
            assert set(row) <= known
            assert required <= set(row), (name, required - set(row))


@profiles
def test_links_and_look_alikes_stand_on_records_that_exist(profile: str) -> None:
    world = _world(profile)
    parties = {
        (table, row["party_id"])
        for table in ("suppliers", "customers", "competitors")
        for row in world.tables.get(table, [])
    }
    officers = {row["officer_id"] for row in world.tables["officers"]}
    relatives = {row["related_id"]: row["officer_id"] for row in world.tables["related_parties"]}
    dealt = {row["party_id"] for row in world.tables["transactions"]}
    for row in [*world.truth, *world.decoys]:
        assert row["officer_id"] in officers
        assert row["related_id"] is None or relatives[str(row["related_id"])] == row["officer_id"]
        for party in row["party_ids"]:  # type: ignore[attr-defined]
            assert (row["party_table"], party) in parties
            assert row["party_table"] == "competitors" or party in dealt


@profiles
def test_no_pair_is_both_a_link_and_a_look_alike(profile: str) -> None:
    world = _world(profile)
    real, traps = (
        {(row["officer_id"], row["party_table"], party) for row in rows for party in row["party_ids"]}  # type: ignore[attr-defined]
        for rows in (world.truth, world.decoys)
    )
    assert real and traps and not real & traps


@profiles
def test_every_class_is_planted(profile: str) -> None:
    cases, specials = PROFILES[profile]
    world = _world(profile)
    planted = {str(row["class"]) for row in [*world.truth, *world.decoys]}
    assert {case.name for case in cases} | {special.name for special in specials} <= planted


@profiles
def test_watched_people_are_part_of_one_case_at_most(profile: str) -> None:
    used = Counter(row["related_id"] or row["officer_id"] for row in [*_world(profile).truth, *_world(profile).decoys])
    assert max(used.values()) == 1


def test_the_register_of_a_platform_shows_no_numbers_births_or_phones() -> None:
    world = _world("platform")
    for row in world.tables["appointments"]:
        assert not {"id_number", "birth_date", "phone"} & set(row)
        assert "platform_person_id" in row
    assert not any("holder_id" in row for row in world.tables["holdings"] if row["holder_kind"] == "person")


def test_the_platform_merges_all_bearers_of_a_third_of_the_names() -> None:
    people = _world("platform").people
    merged = 0
    for _ in range(300):
        person = people.make()
        number, other = (
            provider.cells("platform", one)["platform_person_id"] for one in (person, people.namesake(person))
        )
        merged += number == other
    assert 60 < merged < 140
    assert provider.cells("hard", people.make()) == {}


def test_strangers_share_names_at_about_the_rate_of_life() -> None:
    """Of 2,000 people in China some 15 to 60 share their full name with another of them (sum of p squared near 5e-6 to 3e-5)."""
    people = _world("plain").people
    names = Counter(people.name() for _ in range(2000))
    assert 5 <= sum(count - 1 for count in names.values()) <= 80
