"""GEN and RES: leads from reports that name a covered person, where nothing else is live on the pair (contract.md section 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tests.worlds.policy.links import Link, Maker
from tests.worlds.policy.records import Officer, Party, share
from tests.worlds.policy.trades import outsider, rival, traditional
from tests.worlds.policy.world import PolicyWorld

NOBODY = Party(None, None, None, None)  # type: ignore[arg-type]
"""A report that names no company."""
_SINCE = "2021-05-06"


def tell(world: PolicyWorld, category: str, **cells: object) -> None:
    """A report of last December."""
    day = date(2025, 12, world.rng.randint(1, 20))
    world.add(
        "tips",
        **{"tip_id": world.number("TP"), "received_on": day, "category": category, "text": "听说关系不一般", **cells},
    )


def _somebody(world: PolicyWorld, officer: Officer) -> dict[str, object]:
    """Named by code, by name, or by both."""
    by = world.rng.choice(("code", "name", "both"))
    return {
        "officer_id": "" if by == "name" else officer.officer_id,
        "subject_name": "" if by == "code" else officer.person.name,
    }


def _maker(category: str, rule_id: str) -> Maker:
    def make(world: PolicyWorld) -> Link:
        officer = world.officer()
        where = world.rng.choice(("suppliers", "customers", "suppliers", "competitors", ""))
        deal = None
        if where:
            party = world.party(where, officer.entity)
            deal = None if where == "competitors" else world.deal(party)
        else:
            party = outsider(replace(world.company(), uscc=""), officer.entity)
        tell(
            world,
            world.rng.choice(category.split("|")),
            counterparty_name=party.company.name,
            **_somebody(world, officer),
        )
        item, wrong = (
            ("other", "position")
            if rule_id == "RES"
            else (world.rng.choice(("business_interest", "loan", "position")), "")
        )
        return Link(officer, party, {rule_id: {"exemption": "none", "share_pct": None}}, item, wrong, "tip", deal, lead=True,
                    more={"overlap": None})  # fmt: skip

    make.__doc__ = f"{rule_id}: a report names an officer and a company of any list, or of none."
    return make


MAKERS: Mapping[str, Maker] = {"GEN": _maker("conflict|gift|other|", "GEN"), "RES": _maker("resources", "RES")}


def _expect(
    world: PolicyWorld, rule_id: str, officer: Officer, party: Party, outcome: str = "candidate", **more: Any
) -> None:
    want: dict[str, Any] = {
        "outcome": outcome, "tier": "C", "exemption": "none", "declaration_status": "not_declared", "overlap": None,
        "share_pct": None,
    }  # fmt: skip
    world.expect(rule_id, officer, None, party, **{**want, **more})


def _supplier(world: PolicyWorld, officer: Officer, **cells: object) -> Party:
    party = world.party("suppliers", officer.entity, **cells)
    world.deal(party)
    return party


def whom_it_names(world: PolicyWorld) -> None:
    """By another name of his, in other characters, with title, post or number beside the name; a number that is not his, nobody."""
    for write, found in (
        ("{name}", True), ("{trad}", True), (" {first} {rest}", True), ("{alias}", True), ("{latin}", True), ("{name}先生", True),
        ("董事{name}", True), ("{name}（{mask}）", True), ("{name} {number}", True), ("被举报人：{name}", True),
        ("{name}（{wrong}）", False), ("{first}*{last}", False), ("{first}总", False), ("{stranger}", False), ("", False),
    ):  # fmt: skip
        officer, other = world.officer(), world.person()
        name, alias = officer.person.name, world.person().name
        latin = f"{''.join(world.rng.sample('BDGKLMNPT', 5)).title()} Wexley"
        world.tables["officers"][-1]["other_names"] = f"{alias}；{latin}"
        number = officer.person.number
        said = write.format(
            name=name, trad=traditional(name), first=name[0], rest=name[1:], last=name[-1], alias=alias, latin=latin.upper(), number=number,
            mask=f"{number[:6]}********{number[-4:]}", wrong=f"{other.number[:6]}********{other.number[-4:]}", stranger=other.name,
        )  # fmt: skip
        party = _supplier(world, officer)
        tell(world, "conflict", subject_name=said, counterparty_name=party.company.name)
        if found:
            _expect(world, "GEN", officer, party, dealing_basis="transaction")
        else:
            world.nothing(officer, party)


def two_of_one_name(world: PolicyWorld) -> None:
    """Two officers bear the name: the code tells, and so does a number beside the name; the name alone means nobody."""
    for told in ("", "code", "number"):
        entity = world.entity()
        first, second = world.officer(entity=entity), world.officer(entity=entity)
        world.tables["officers"][-1]["name"] = first.person.name
        party = _supplier(world, first)
        number = second.person.number
        name = (
            f"{first.person.name}（身份证{number[:6]}********{number[-4:]}）" if told == "number" else first.person.name
        )
        tell(world, "conflict", subject_name=name, officer_id=second.officer_id if told == "code" else "",
             counterparty_name=party.company.name)  # fmt: skip
        world.nothing(first, party)
        if told:
            _expect(world, "GEN", second, party)
        else:
            world.nothing(second, party)


def which_company(world: PolicyWorld) -> None:
    """Under a former or short name, a branch, without form, in Traditional characters; a company of no list; one of another group."""
    for write in ("{name}", "{former}", "{short}", "{name}武汉分公司", "{bare}", "{trad}", " {name} "):
        officer = world.officer()
        former = world.company().name
        party = _supplier(world, officer, former_names=former)
        name = party.company.name
        world.tables["suppliers"][-1]["other_names"] = name[2:7]
        said = write.format(
            name=name, former=former, short=name[2:7], bare=name[2:].removesuffix("有限公司"), trad=traditional(name)
        )
        tell(world, "conflict", officer_id=officer.officer_id, counterparty_name=said)
        _expect(world, "GEN", officer, party)
    officer = world.officer(entity=world.entity("cn"))
    elsewhere = world.party("suppliers", world.entity("hk"))
    world.deal(elsewhere)
    tell(world, "conflict", officer_id=officer.officer_id, counterparty_name=elsewhere.company.name)
    _expect(world, "GEN", officer, outsider(elsewhere.company, officer.entity), dealing_basis=None)


def several_records(world: PolicyWorld) -> None:
    """One finding per record of the company; two reports on a pair are one finding."""
    officer = world.officer()
    first = _supplier(world, officer)
    second = world.party("customers", officer.entity, first.company)
    world.deal(second)
    for _ in range(2):
        tell(world, "conflict", officer_id=officer.officer_id, counterparty_name=first.company.name)
    for party in (first, second):
        _expect(world, "GEN", officer, party)


def names_no_pair(world: PolicyWorld) -> None:
    """No covered person, no company, a relative only, a company of the group, an employee's record: nothing."""
    officer, sister = world.officer(entity=world.entity("a_parent")), world.entity("a_subsidiary")
    _, person = world.relative(officer, "配偶")
    party = _supplier(world, officer)
    own = world.party(
        "suppliers",
        officer.entity,
        None,
        name=officer.person.name,
        uscc="",
        id_number=officer.person.number,
        party_kind="employee",
    )
    for cells in (
        {"subject_name": person.name, "counterparty_name": party.company.name}, {"counterparty_name": party.company.name},
        {"officer_id": officer.officer_id}, {"officer_id": officer.officer_id, "counterparty_name": sister.name},
        {"officer_id": officer.officer_id, "counterparty_name": officer.person.name},
    ):  # fmt: skip
        tell(world, "conflict", **cells)
    for each in (party, own, NOBODY):
        world.nothing(officer, each)


def how_old(world: PolicyWorld) -> None:
    """Of the last 24 months, the first day included; older is history, and what comes tomorrow is unknown."""
    for day, outcome in (
        ("2024-11-20", "candidate"), ("2024-11-21", "candidate"), ("2026-11-20", "candidate"), ("2025-03", "candidate"),
        ("2024-11-19", "no_overlap"), ("2023-05-04", "no_overlap"), ("2026-11-21", ""),
    ):  # fmt: skip
        officer = world.officer()
        party = _supplier(world, officer)
        tell(world, "conflict", officer_id=officer.officer_id, counterparty_name=party.company.name, received_on=day)
        if outcome:
            _expect(world, "GEN", officer, party, outcome, declaration_status=("not_declared", "unknown"))
        else:
            world.nothing(officer, party)


def who_is_covered(world: PolicyWorld) -> None:
    """Independent directors and staff are out; whoever left before the look-back is history, with a company or without."""
    for standing, end, outcome in (
        ("independent_director", "", "out_of_scope"), ("employee", "", "out_of_scope"), ("supervisor", "", "candidate"),
        ("director", "2023-06-30", "no_overlap"),
    ):  # fmt: skip
        for category, rule_id in (("conflict", "GEN"), ("resources", "RES")):
            officer = world.officer(standing, written=True, start="2019-01-01", end=end)
            party = _supplier(world, officer) if rule_id == "GEN" else NOBODY
            name = "" if party is NOBODY else party.company.name
            tell(world, category, officer_id=officer.officer_id, counterparty_name=name)
            _expect(world, rule_id, officer, party, outcome, declaration_status=("not_declared", "unknown"))


def resources(world: PolicyWorld) -> None:
    """Misuse of resources needs no counterparty; several reports are one finding; a company of the group is no counterparty."""
    for count, own in ((1, False), (3, False), (1, True)):
        officer = world.officer()
        for _ in range(count):
            tell(world, "resources", counterparty_name=officer.entity.name if own else "", **_somebody(world, officer))
        _expect(world, "RES", officer, NOBODY, dealing_basis=None, declaration_decision=None)


def beside_what_is_live(world: PolicyWorld) -> None:
    """Anything live on officer and company, declared or not, takes the report as evidence; what is exempt or history does not."""
    for category, rule_id in (("conflict", "GEN"), ("resources", "RES")):
        for how in (
            "open",
            "declared",
            "of a relative",
            "a lead",
            "other record",
            "exempt",
            "history",
            "another company",
        ):
            officer = world.officer()
            cells = {"phone": officer.person.phone} if how == "a lead" else {}
            company = world.company(listed=how == "exempt")
            party = world.party("suppliers", officer.entity, company, created_on="", dealing_from="2024-12-02", **cells)
            world.deal(party)
            live = _other_link(world, officer, party, how)
            tell(world, category, officer_id=officer.officer_id, counterparty_name=company.name)
            if not live:
                _expect(world, rule_id, officer, party)


def beside_competing_business(world: PolicyWorld) -> None:
    """The company is in no master and competes with the group; named as it is, as it was, or by a branch, it is one company."""
    for write in ("{name}", "{former}", "{name}长沙分公司"):
        officer = world.officer()
        company, party = rival(world, officer)
        former = world.company().name
        world.tables["registry_companies"][-1]["former_names"] = former
        world.hold(officer.person, company, "60", valid_from=_SINCE)
        tell(
            world,
            "conflict",
            officer_id=officer.officer_id,
            counterparty_name=write.format(name=company.name, former=former),
        )
        world.expect(
            "SELL-C", officer, None, party, outcome="candidate", overlap="proven", tier="C", share_pct=share("60")
        )


def _other_link(world: PolicyWorld, officer: Officer, party: Party, how: str) -> bool:
    """What else is known of the pair; whether it is live."""
    want: dict[str, Any] = {"outcome": "candidate", "overlap": "proven"}
    if how == "a lead":
        row = next(each for each in world.tables["officers"] if each["officer_id"] == officer.officer_id)
        row["phone"] = officer.person.phone
        world.expect("ATTR-B", officer, None, party, outcome="candidate", declaration_status=None)
        return True
    if how == "of a relative":
        related_id, person = world.relative(officer, "配偶")
        world.hold(person, party.company, "20", valid_from=_SINCE)
        world.expect("INT-RP", officer, related_id, party, share_pct=share("20"), **want)
        return True
    if how == "another company":
        other = _supplier(world, officer)
        world.hold(officer.person, other.company, "20", valid_from=_SINCE)
        world.expect("INT-B", officer, None, other, share_pct=share("20"), **want)
        return False
    percent = "4.99" if how == "exempt" else "20"
    world.hold(officer.person, party.company, percent, acquired_via="market" if how == "exempt" else "other",
               valid_from="2019-05-06", valid_to="2024-01-01" if how == "history" else "")  # fmt: skip
    if how == "exempt":
        want["outcome"] = "exempt"
    if how == "history":
        want = {"outcome": "no_overlap", "overlap": None}
    if how == "declared" and world.register != "none":
        world.declare(
            officer,
            date(2026, 1, 14),
            party.company,
            item="business_interest",
            decision="accept",
            aware_on="2026-01-13",
        )
        want |= {"outcome": "declared", "declaration_status": "on_time"}
    world.expect("INT-B", officer, None, party, share_pct=share(percent), **want)
    if how == "other record":
        second = world.party("customers", officer.entity, party.company)
        world.deal(second)
        world.expect("INT-B", officer, None, second, share_pct=share(percent), **want)
    return how not in ("exempt", "history")


CASES = (
    whom_it_names, two_of_one_name, which_company, several_records, names_no_pair, how_old, who_is_covered, resources, beside_what_is_live,
    beside_competing_business,
)  # fmt: skip
