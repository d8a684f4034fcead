"""ACT-C: an officer's business that has a competitor as partner, or staff of his, and what is none (3-4(一), docs/rules/ACT-C.md)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.worlds.policy.links import Link, Maker
from tests.worlds.policy.records import Officer, Party, share
from tests.worlds.policy.truth import verdicts
from tests.worlds.policy.world import PolicyWorld

_SINCE = "2021-05-06"


def _link(world: PolicyWorld, officer: Officer, party: Party, *rows: Mapping[str, str]) -> Link:
    """His own form is a fact, too: where the holdings have no dates it may prove what they cannot."""
    dated = all("valid_from" in row for row in rows)
    return Link(officer, party, {"ACT-C": {"exemption": "none"}}, "competing_business", "position", "venture", None, lead=True,
                dated=dated, more={} if dated else {"overlap": ("proven", "possible")})  # fmt: skip


def held_together(world: PolicyWorld) -> Link:
    """He controls a company, and the competitor holds a part of it."""
    officer, company = world.officer(), world.company()
    party = world.party("competitors", officer.entity)
    own = world.hold(officer.person, company, world.rng.choice(("30", "51", "70")))
    return _link(world, officer, party, own, world.hold(party.company, company, world.rng.choice(("3", "10", "30"))))


def partners(world: PolicyWorld) -> Link:
    """Both hold at least 5 % of a company that neither controls."""
    officer, company = world.officer(), world.company()
    party = world.party("competitors", officer.entity)
    own = world.hold(officer.person, company, f"{world.rng.randint(500, 2999) / 100:.2f}")
    return _link(world, officer, party, own, world.hold(party.company, company, world.rng.choice(("5", "20", "60"))))


def staffed(world: PolicyWorld) -> Link:
    """The competitor sent somebody to the board of his company."""
    officer, company = world.officer(), world.company()
    party = world.party("competitors", officer.entity)
    own = world.hold(officer.person, company, "60")
    role = world.rng.choice(("董事", "监事", "财务负责人"))
    return _link(world, officer, party, own, world.post(world.person(), company, role, nominated_by=party.company.name))


MAKERS: Mapping[str, Maker] = {
    "ACT-C held together": held_together, "ACT-C partners": partners, "ACT-C staffed": staffed,
}  # fmt: skip


def _expect(world: PolicyWorld, officer: Officer, party: Party, outcome: str = "candidate", **more: Any) -> None:
    want: dict[str, Any] = {
        "outcome": outcome, "tier": "C", "exemption": "none", "declaration_status": "not_declared", "dealing_basis": None,
        "overlap": None if outcome == "no_overlap" else "proven",
    }  # fmt: skip
    world.expect("ACT-C", officer, None, party, **{**want, **more})


def _joint(world: PolicyWorld, officer: Officer, own: str = "60", theirs: str = "30", *, mine: Mapping[str, object] | None = None,
           yours: Mapping[str, object] | None = None, listed: bool = False, **cells: object) -> Party:  # fmt: skip
    """A company of the officer and a competitor."""
    company = world.company(listed=listed)
    party = world.party("competitors", officer.entity, **cells)
    world.hold(officer.person, company, own, **{"valid_from": _SINCE, **(mine or {})})
    world.hold(party.company, company, theirs, **{"valid_from": _SINCE, **(yours or {})})
    return party


def sizes_of_stakes(world: PolicyWorld) -> None:
    """5 % each make partners; less, a listed company, or a stake bought on the market, makes none."""
    for own, theirs, mine, listed, found in (
        ("5", "5", {}, False, True), ("4.99", "60", {}, False, False), ("20", "4.99", {}, False, False), ("60", "1", {}, False, True),
        ("20", "", {}, False, True), ("20", "20", {"acquired_via": "market"}, True, False), ("8", "20", {"acquired_via": "market"}, False, False),
    ):  # fmt: skip
        officer = world.officer()
        party = _joint(world, officer, own, theirs, mine=mine, listed=listed)
        if found:
            _expect(world, officer, party, regimes=verdicts(officer, party, "venture"))
        else:
            world.nothing(officer, party)


def through_a_company(world: PolicyWorld) -> None:
    """The competitor holds a part of what his company controls; what his company does not control counts by his own share."""
    for second, found in (("60", True), ("4", False)):
        officer, first, low = world.officer(), world.company(), world.company()
        party = world.party("competitors", officer.entity)
        world.hold(officer.person, first, "80", valid_from=_SINCE)
        world.hold(first, low, second, valid_from=_SINCE)
        world.hold(party.company, low, "30", valid_from=_SINCE)
        if found:
            _expect(world, officer, party)
        else:
            world.nothing(officer, party)


def under_another_name(world: PolicyWorld) -> None:
    """The competitor as shareholder under its former name, or as nominating company of that name."""
    for staffed_by in (False, True):
        officer, company, former = world.officer(), world.company(), world.company().name
        party = world.party("competitors", officer.entity, former_names=former)
        world.hold(officer.person, company, "60", valid_from=_SINCE)
        if staffed_by:
            world.post(world.person(), company, "董事", nominated_by=former, valid_from=_SINCE)
        else:
            world.hold(party.company, company, "30", holder_name=former, holder_id="", valid_from=_SINCE)
        _expect(world, officer, party)


def when(world: PolicyWorld) -> None:
    """They never met: nothing. Together before the competition, or before his office, only: no overlap."""
    officer = world.officer("director")
    party = _joint(world, officer, mine={"valid_to": world.until("2024-01-01")}, yours={"valid_from": "2024-01-01"})
    world.nothing(officer, party)
    for mine, competition, start in (
        ({"valid_to": "2023-01-01"}, {"dealing_from": "2024-01-01"}, "2019-01-01"),
        ({}, {"dealing_from": "2019-01-01", "dealing_to": "2024-06-01"}, "2019-01-01"),
        ({"valid_to": world.until("2023-06-01")}, {}, "2023-06-01"),
    ):
        officer = world.officer("director", start=start)
        party = _joint(world, officer, mine=mine, **competition)
        _expect(world, officer, party, "no_overlap", declaration_status=("not_declared", "unknown"))


def who_is_asked(world: PolicyWorld) -> None:
    """Independent directors are out; what a relative owns with a competitor is not asked; nor is a company of a namesake."""
    officer = world.officer("independent_director")
    _expect(world, officer, _joint(world, officer), "out_of_scope")
    officer, company = world.officer(), world.company()
    _, person = world.relative(officer, "配偶")
    party = world.party("competitors", officer.entity)
    world.hold(person, company, "60", valid_from=_SINCE)
    world.hold(party.company, company, "40", valid_from=_SINCE)
    world.nothing(officer, party)
    for name in ("", "李秀兰"):  # a namesake's company; a name that many bear, and no number
        officer, other = world.officer(), world.person()
        if name:
            world.tables["officers"][-1]["name"] = name
        cells = {"holder_name": name or officer.person.name, "holder_id": "" if name else other.number}
        world.nothing(officer, _joint(world, officer, mine=cells))


def same_lines(world: PolicyWorld) -> None:
    """His company and the competitor do the same: they compete with each other, and neither serves the other."""
    officer, company = world.officer(), world.company()
    scope = "玻璃幕墙清洗机器人制造；擦窗机租赁"
    party = world.party("competitors", officer.entity, business_scope=scope)
    world.add("registry_companies", name=company.name, uscc=company.uscc, business_scope=scope, as_of="2026-11-15")
    world.hold(officer.person, company, "60", valid_from=_SINCE)
    world.nothing(officer, party)


def by_his_own_form(world: PolicyWorld) -> None:
    """He declares competing business with a competitor; unsigned, or of a relative, it says nothing of him; a stake is stronger."""
    if world.register == "none":
        return
    for cells, outcome, status in (
        ({"decision": "accept"}, "declared", "on_time"), ({"decision": "pending"}, "candidate", "pending"), ({"signed": "false"}, "", ""),
        ({"decision": "accept", "withdrawn_on": "2026-03-01"}, "candidate", "withdrawn"),
    ):  # fmt: skip
        officer = world.officer()
        party = world.party("competitors", officer.entity)
        world.declare(officer, date(2026, 1, 14), party.company, item="competing_business", **cells)
        if outcome:
            _expect(world, officer, party, outcome, declaration_status=status, declaration_decision=cells["decision"])
        else:
            world.nothing(officer, party)
    officer = world.officer()
    _, person = world.relative(officer, "弟弟")
    party = world.party("competitors", officer.entity)
    world.declare(
        officer,
        date(2026, 1, 14),
        party.company,
        item="competing_business",
        related_party_name=person.name,
        relationship="弟弟",
    )
    world.nothing(officer, party)
    officer = world.officer()
    party = world.party("competitors", officer.entity)
    world.hold(officer.person, party.company, "20", valid_from=_SINCE)
    world.declare(officer, date(2026, 1, 14), party.company, item="competing_business", decision="accept")
    world.expect(
        "INT-C", officer, None, party, outcome="candidate", declaration_status="partial", share_pct=share("20")
    )


CASES = (sizes_of_stakes, through_a_company, under_another_name, when, who_is_asked, same_lines, by_his_own_form)
