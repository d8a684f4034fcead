"""Office, link and dealings laid over each other, against a count of days by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.policy.catalogue import catalogue
from screening.policy.read import read_facts
from screening.policy.regimes import regimes

from .world import World, plain, warehouse

AS_OF = date(2024, 3, 1)
LOOK_BACK = date(2024, 2, 1)
FIRST, LAST = date(2023, 12, 1), date(2024, 6, 1)
CALENDAR = frozenset(FIRST + timedelta(days=n) for n in range((LAST - FIRST).days))


class Span(NamedTuple):
    """Half-open, in days after 1 January 2024; an unknown beginning was seen on a day, an open end is None."""

    start: int | None
    seen: int
    end: int | None

    @property
    def possible(self) -> frozenset[date]:
        return frozenset(d for d in CALENDAR if (self.start is None or at(self.start) <= d) and before(d, self.end))

    @property
    def proven(self) -> frozenset[date]:
        begins = at(self.seen if self.start is None else self.start)
        return frozenset(d for d in CALENDAR if begins <= d and before(d, self.end))

    def columns(self) -> dict[str, Any]:
        """As the relationships stage writes them."""
        begins = at(self.seen if self.start is None else self.start)
        end = None if self.end is None else at(self.end)
        is_proven = end is None or begins < end
        return {
            "proven_from": begins if is_proven else None,
            "proven_to": end if is_proven else None,
            "possible_from": None if self.start is None else at(self.start),
            "possible_to": end,
        }


def at(offset: int) -> date:
    return date(2024, 1, 1) + timedelta(days=offset)


def before(day: date, end: int | None) -> bool:
    return end is None or day < at(end)


SPANS = st.builds(
    lambda start, seen, length: Span(
        start, seen, None if length is None else (seen if start is None else start) + length
    ),
    st.one_of(st.none(), st.integers(0, 80)),
    st.integers(0, 80),
    st.one_of(st.none(), st.integers(1, 40)),
)
CASES = st.lists(st.tuples(SPANS, SPANS, st.lists(SPANS, min_size=1, max_size=3)), min_size=25, max_size=25)


def level_of(world: World) -> str | None:
    return levels_of(world)[0]


def levels_of(world: World) -> list[str | None]:
    with warehouse() as store:
        world.load(store)
        coincidences = read_facts(store, world.settings(), catalogue(), regimes()).coincidences
    return [coincidences[tie_id][0].level for tie_id in sorted(coincidences)]


def by_hand(office: Span, link: Span, dealings: list[Span]) -> str | None:
    """Day by day: office and link as they are known, any dealing of which a day lies inside the look-back."""
    known = frozenset(day for day in CALENDAR if day <= AS_OF)
    for level in ("proven", "possible"):
        for dealing in dealings:
            days = getattr(dealing, level)
            if any(day >= LOOK_BACK for day in days) and known & days & getattr(office, level) & getattr(link, level):
                return level
    return None


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASES)
def test_office_link_and_dealing_coincide_when_they_share_a_day(cases: list[tuple[Span, Span, list[Span]]]) -> None:
    world = World(policy={"dealing_look_back_months": 1, "leaver_months": 0}, as_of=AS_OF)
    for number, (office, link, dealings) in enumerate(cases):
        officer, party = f"P{number}", f"S{number}"
        on_file = office._replace(seen=(AS_OF - at(0)).days)
        cases[number] = (on_file, link, dealings)
        start = None if office.start is None else at(office.start).isoformat()
        world.officer(officer, start=start, end=None if office.end is None else at(office.end).isoformat()).party(party)
        world.tie("holding", officer=officer, party=party, **link.columns())
        for dealing in dealings:
            world.dealing(since="2024-01-01", party=party, **dealing.columns())

    assert levels_of(world) == [by_hand(*case) for case in cases]


@pytest.mark.parametrize(
    ("last_day", "level"),
    [("2024-11-19", None), ("2024-11-20", "proven"), ("2026-11-20", "proven"), ("2026-11-21", None)],
)
def test_a_dealing_counts_from_the_first_day_of_the_look_back_to_the_as_of_date(
    last_day: str, level: str | None
) -> None:
    assert level_of(World().officer().party().tie("holding").dealing(last_day)) == level


def test_a_dealing_counts_as_a_whole_when_it_ends_inside_the_look_back() -> None:
    """A stake sold in 2023, a contract from 2022 to 2025."""
    world = World().officer().party().tie("holding", until="2023-06-30").dealing(since="2022-01-01", until="2025-12-31")

    assert level_of(world) == "proven"


@pytest.mark.parametrize(
    ("on", "until", "level"),
    [
        ("2025-11-10", None, "possible"),
        ("2024-05-14", None, None),
        (None, "2025-12-31", "possible"),
        (None, None, "proven"),
    ],
)
def test_a_link_seen_in_an_extract_is_proven_from_that_day_only(
    on: str | None, until: str | None, level: str | None
) -> None:
    world = World().officer().party().tie("post", detail="director", seen="2026-11-15")

    assert level_of(world.dealing(on) if on else world.dealing(since="2022-03-01", until=until)) == level


def test_an_appointment_without_a_beginning_is_proven_on_the_day_of_the_roster() -> None:
    ended = World().officer(start=None).party().tie("holding").dealing("2026-03-10")
    lasting = World().officer(start=None).party().tie("holding").dealing(since="2024-01-01", basis="registered_only")

    assert (level_of(ended), level_of(lasting)) == ("possible", "proven")


@pytest.mark.parametrize(("months", "level"), [(12, "proven"), (2, None), (0, None)])
def test_former_officers_stay_covered_for_a_while(months: int, level: str | None) -> None:
    world = (
        World(policy={"leaver_months": months}).officer(end="2025-12-31").party().tie("holding").dealing("2026-03-10")
    )

    assert level_of(world) == level


def test_a_fuzzy_year_is_possible_before_it_is_proven() -> None:
    fuzzy: dict[str, Any] = {"proven_from": date(2026, 12, 31), "possible_from": date(2026, 1, 1)}

    assert level_of(plain().tie("holding", **fuzzy)) == "possible"


@pytest.mark.parametrize(("on", "level"), [("2026-02-20", "proven"), ("2018-02-20", None), ("2024-11-01", None)])
def test_a_gift_needs_office_on_its_day_and_dealings_in_the_look_back(on: str, level: str | None) -> None:
    until = (date.fromisoformat(on) + timedelta(days=1)).isoformat()
    world = plain().tie("gift", detail="cash", since=on, until=until)

    assert level_of(world) == level


def test_a_shared_attribute_has_no_dates_but_the_office_has() -> None:
    shared: dict[str, Any] = {"detail": "phone", "since": None, "proven_from": None}

    assert level_of(plain().tie("attribute", **shared)) == "proven"
    assert level_of(World().officer(end="2020-12-31").party().dealing("2026-03-10").tie("attribute", **shared)) is None


def test_the_first_common_day_and_the_first_one_he_handled_himself() -> None:
    world = plain().dealing("2026-05-11", approver_officer="P1").dealing("2022-04-01", approver_officer="P2")
    with warehouse() as store:
        world.tie("holding", since="2022-01-01").load(store)
        office = read_facts(store, world.settings(), catalogue(), regimes()).coincidences["t000"][0]

    assert (office.first_day, office.handled_on) == (date(2022, 4, 1), date(2026, 5, 11))


@pytest.mark.parametrize(("day", "level"), [("2024-11-19", None), ("2024-11-20", "proven"), ("2026-08-03", "proven")])
def test_a_report_counts_from_the_first_day_of_the_look_back(day: str, level: str | None) -> None:
    world = plain().tie("tip", detail="conflict", since=day, event_on=date.fromisoformat(day))

    assert level_of(world) == level


def test_handling_a_dealing_proves_no_knowledge_of_what_a_report_alleges() -> None:
    world = plain().dealing("2026-05-11", approver_officer="P1")
    with warehouse() as store:
        world.tie("tip", detail="conflict", since="2026-03-02", event_on=date(2026, 3, 2)).load(store)
        office = read_facts(store, world.settings(), catalogue(), regimes()).coincidences["t000"][0]

    assert office.handled_on is None


def test_an_appointment_in_another_group_is_no_office_here() -> None:
    world = plain().tie("holding")
    world.staged["officers"][0]["group_id"] = "G2"
    world.officer(position_class="employee", position="文员")
    with warehouse() as store:
        world.load(store)
        offices = read_facts(store, world.settings(), catalogue(), regimes()).coincidences["t000"]

    assert [each.position_class for each in offices] == ["employee"]


def test_a_role_too_weak_for_a_rule_lasts_as_long_as_its_row_says() -> None:
    """A contact for the registry who was replaced years before the dealing is history; one of today is a lead."""
    assert level_of(plain().tie("attribute", detail="liaison", since="2015-03-02", until="2019-06-03")) is None
    assert level_of(plain().tie("attribute", detail="liaison", since="2015-03-02", until="2026-03-11")) == "proven"
    assert level_of(plain().tie("attribute", detail="liaison", since=None, proven_from=None)) == "proven"


@pytest.mark.parametrize(("received", "level"), [("2024-11-20", "proven"), ("2024-11-19", None)])
def test_a_report_of_the_first_day_of_the_look_back_counts(received: str, level: str | None) -> None:
    assert level_of(plain().tie("tip", detail="conflict", event_on=date.fromisoformat(received))) == level


def test_a_relation_that_ended_at_some_time_of_a_year_leaves_that_year_possible() -> None:
    """The life of the tie is that of link and relation together; the day of the relation alone cuts nothing off."""
    ended: dict[str, Any] = {"proven_to": date(2026, 1, 1), "possible_to": date(2027, 1, 1)}

    assert level_of(plain().tie("holding", related="R1", **ended).kin(valid_to=date(2026, 1, 1))) == "possible"
