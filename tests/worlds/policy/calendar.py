"""The declaration calendar: annual, initial, ad hoc forms, cures and notices, in time and not (domain.md A2, B11)."""

from __future__ import annotations

from datetime import date, timedelta

from tests.worlds.policy.days import working_days_after
from tests.worlds.policy.records import Officer, Party
from tests.worlds.policy.world import PolicyWorld

ANNUAL = {2022: date(2022, 12, 28), 2023: date(2023, 12, 27), 2024: date(2024, 12, 27), 2025: date(2025, 12, 29)}
"""A day inside the window of both calendars and both readings (B11)."""
LAST = {"CN": {2023: date(2023, 12, 29), 2024: date(2024, 12, 31), 2025: date(2025, 12, 31)},
        "HK": {2023: date(2023, 12, 29), 2024: date(2024, 12, 31), 2025: date(2025, 12, 31)}}  # fmt: skip


def file_annual_forms(world: PolicyWorld) -> None:
    """Everybody files a nil form in every window of his office, unless a case has filed, or left out, one of his own."""
    for row in list(world.tables["officers"]):
        start, end = row.get("term_start", "2019-01-01"), row.get("term_end", "")
        for year, day in ANNUAL.items():
            key = f"{row['officer_id']}/{year}"
            if key in world.annual_done or start > f"{year}-12-31" or (end and end <= f"{year}-12-01"):
                continue
            world.annual_done.add(key)
            world.add("declarations", declaration_id=world.number("D"), officer_id=row["officer_id"], kind="annual", submitted_on=day,
                      signed="true", nil_return="true")  # fmt: skip


def annual(world: PolicyWorld) -> None:
    """D-ANN: missing, unsigned, withdrawn and January forms are breaches; early ones, the last day of the year, no office are none."""
    windows = (2025,) if world.register == "recent" else (2024, 2025)
    for year in windows:
        for how in ("missing", "unsigned", "withdrawn", "january", "early", "last_day", "first_day", "independent"):
            officer = world.officer("independent_director" if how == "independent" else "director", start="2023-01-10")
            world.annual_done.add(f"{officer.officer_id}/{year}")
            if how in ("missing", "independent"):
                pass
            elif how == "unsigned":
                _form(world, officer, ANNUAL[year], signed="false")
            elif how == "withdrawn":
                _form(world, officer, ANNUAL[year], withdrawn_on=f"{year + 1}-02-01")
            elif how == "january":
                _form(world, officer, date(year + 1, 1, 8))
            elif how == "early":
                _form(world, officer, date(year, 11, 20))
            elif how == "last_day":
                _form(world, officer, date(year, 12, 31))
            else:
                _form(world, officer, date(year, 12, 24 if officer.entity.jurisdiction == "CN" else 20))
            if how in ("missing", "unsigned", "withdrawn", "january"):
                world.due("D-ANN", officer, LAST[officer.entity.jurisdiction][year], period=str(year))


def joiners_and_leavers(world: PolicyWorld) -> None:
    """Whoever joined inside the window, or left before 31 December, owed no form."""
    for start, end in (("2025-12-30", ""), ("2023-01-10", "2025-12-20")):
        officer = world.officer("director", start=start, end=end)
        world.annual_done.add(f"{officer.officer_id}/2025")


def _form(world: PolicyWorld, officer: Officer, on: date, **cells: object) -> None:
    world.add("declarations", **{"declaration_id": world.number("D"), "officer_id": officer.officer_id, "kind": "annual", "submitted_on": on,
              "signed": "true", "nil_return": "true", **cells})  # fmt: skip


def _old_interest(world: PolicyWorld, start: str) -> tuple[Officer, Party]:
    """A stake and business older than the policy."""
    officer = world.officer(start=start)
    party = world.party("suppliers", officer.entity, created_on="", dealing_from="2020-01-06")
    world.deal(party)
    world.hold(officer.person, party.company, "20", valid_from="2020-05-06")
    return officer, party


def initial(world: PolicyWorld) -> None:
    """D-INIT: 30 days from 1 March 2022 (31 March, a working day); who joined later owes none (A8-15)."""
    for filed, status, late in (
        (date(2022, 3, 31), "on_time", False),
        (date(2022, 4, 1), "late", True),
        (None, "not_declared", True),
    ):
        officer, party = _old_interest(world, "2019-01-01")
        if filed:
            world.declare(officer, filed, party.company, kind="initial", item="business_interest", decision="accept")
        world.expect("INT-B", officer, None, party, outcome="declared" if status == "on_time" else "candidate",
                     declaration_status=status, declaration_decision="accept" if filed else None)  # fmt: skip
        if late:
            world.due("D-INIT", officer, date(2022, 3, 31), optional=world.register == "recent" and filed is None)
    officer, party = _old_interest(world, "2023-06-01")
    world.expect("INT-B", officer, None, party, outcome="candidate", declaration_status="not_declared")


def spring_festival(world: PolicyWorld) -> None:
    """Knew on 13 February 2026: 25 February in the PRC (make-up Saturday 14), 23 February in Hong Kong (A8-18)."""
    for kind, due_on in (("cn", date(2026, 2, 25)), ("hk", date(2026, 2, 23))):
        for late in (False, True):
            officer = world.officer(entity=world.entity(kind))
            party = world.party("suppliers", officer.entity)
            world.deal(party, date(2026, 2, 10))
            world.hold(officer.person, party.company, "20", valid_from="2021-05-06")
            filed = working_days_after(due_on, 1, officer.entity.jurisdiction) if late else due_on
            world.declare(
                officer, filed, party.company, item="business_interest", aware_on="2026-02-13", decision="accept"
            )
            world.expect("INT-B", officer, None, party, outcome="candidate" if late else "declared",
                         declaration_status="late" if late else "on_time", declaration_decision="accept")  # fmt: skip
            if late:
                world.due("D-ADHOC", officer, due_on)


def cash_handed_in(world: PolicyWorld) -> None:
    """Handed in within three working days: declared, on time; a day later, or never: a candidate (A8-16)."""
    for wait, outcome, status in (
        (0, "declared", "on_time"),
        (3, "declared", "on_time"),
        (4, "candidate", "not_declared"),
        (None, "candidate", "not_declared"),
    ):
        officer = world.officer()
        party = world.party("suppliers", officer.entity)
        world.deal(party)
        day = world.working_day()
        handed = "" if wait is None else working_days_after(day, wait, officer.entity.jurisdiction)
        world.add("gifts", gift_id=world.number("G"), officer_id=officer.officer_id, counterparty_name=party.company.name,
                  counterparty_uscc=party.company.uscc, direction="received", form="cash", value="1000", occurred_on=day,
                  handed_in_on=handed)  # fmt: skip
        world.expect(
            "GIFT-CASH",
            officer,
            None,
            party,
            by_register=outcome != "declared",
            outcome=outcome,
            declaration_status=status,
        )


def gift_of_an_outsider(world: PolicyWorld) -> None:
    """Whoever gave it has no dealings inside the look-back."""
    officer = world.officer()
    party = world.party("suppliers", officer.entity, created_on="", dealing_from="2019-01-01", dealing_to="2023-01-01")
    world.add("gifts", gift_id=world.number("G"), officer_id=officer.officer_id, counterparty_name=party.company.name,
              direction="received", form="in_kind", value="1000", occurred_on="2026-05-06")  # fmt: skip
    world.expect("GIFT-INF", officer, None, party, outcome="no_overlap")


def notices(world: PolicyWorld) -> None:
    """RPT-TELL on a deal of others: a notice by its day is in time; a later one, or none, proves no knowledge before the deal."""
    for told in (0, -20, 5, None):
        officer = world.officer()
        party = world.party("suppliers", officer.entity)
        day = world.deal(party)
        world.hold(officer.person, party.company, "60", valid_from="2021-05-06")
        if told is not None:
            world.add("approvals", approval_id=world.number("A"), officer_id=officer.officer_id, kind="rpt_notice",
                      counterparty_name=party.company.name, dated_on=day + timedelta(days=told))  # fmt: skip
        for rule_id in ("INT-B", "RPT-SELF"):
            world.expect(rule_id, officer, None, party, outcome="candidate", declaration_status="not_declared")


def before_the_register(world: PolicyWorld) -> None:
    """The link ended before the register begins: unknown, not undeclared."""
    if world.register != "recent":
        return
    for end, status in (("2025-06-01", "unknown"), ("2025-06-02", "not_declared")):
        officer = world.officer(start="2019-01-01")
        party = world.party("suppliers", officer.entity, created_on="", dealing_from="2024-01-01")
        world.hold(officer.person, party.company, "20", valid_from="2024-05-06", valid_to=end)
        world.expect("INT-B", officer, None, party, outcome="candidate", declaration_status=status, overlap="proven")


CASES = (
    annual, joiners_and_leavers, initial, spring_festival, cash_handed_in, gift_of_an_outsider, notices, before_the_register,
)  # fmt: skip
