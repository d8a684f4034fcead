"""Links and look-alikes that take more than one record: ownership in steps, shared values, fillers, two people in one company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.worlds import numbers, provider
from tests.worlds.cases import place, rarity
from tests.worlds.people import record_of
from tests.worlds.world import Subject, World
from tests.worlds.writers import CannotWriteError

Build = Callable[[World, Subject], tuple[str, str, str]]
"""Writes the rows; returns table and code of the counterparty, and a note on what was written."""


@dataclass(frozen=True)
class Special:
    """A class that is built by a function; `trap` for a look-alike."""

    name: str
    difficulty: str
    tier: str
    build: Build
    trap: bool = False
    kind: str = "cn"


def plant_special(world: World, special: Special) -> bool:
    """Puts one example into the world; False if no free officer suits it. A builder that cannot build says so before it writes."""
    tried: list[Subject] = []
    done = False
    while not done and len(tried) < 60 and (subject := world.take(special.kind, relative=False)) is not None:
        subject.record = record_of(subject.person, "number birth gender phone email address card")
        try:
            table, code, note = special.build(world, subject)
        except CannotWriteError:
            subject.record = None
            tried.append(subject)
            continue
        done = True
        if special.trap:
            world.trap(special.name, subject, table, [code], note=note)
        else:
            world.plant(special.name, special.difficulty, special.tier, subject, table, [code], note=note)
    world.free.extend(tried)
    return done


def chain(steps: int) -> Build:
    """The officer holds a company that holds a company ... that deals with the group."""

    def build(world: World, subject: Subject) -> tuple[str, str, str]:
        table, target = world.table(), world.companies.make()
        code = world.master(table, target, subject.group)
        world.deal(table, code, subject.group)
        below = target
        for _ in range(steps - 1):
            above = world.companies.make()
            world.hold(below, above.name, above.uscc, "70", "organisation")
            below = above
        world.hold(below, subject.person.name, numbers.MASKS["6_4"](subject.person.number), "80")
        return table, code, f"{subject.person.name} through {steps} holdings to {target.name}"

    return build


def crowd(world: World, kind: str, count: int) -> None:
    """A value that an agency, a virtual office or a filler puts into many records, an officer's among them."""
    subject = world.take("cn", relative=False)
    if subject is None:
        return
    person = subject.person
    value = {"phone": world.phone(), "address": str(person.address).split("号楼")[0] + "号楼A座201室", "email": "daili@163.com",
             "placeholder_phone": "13800000000", "account": numbers.account(world.rng)}[kind]  # fmt: skip
    column = {"account": "bank_account", "placeholder_phone": "phone"}.get(kind, kind)
    record = record_of(person, "number birth gender")
    setattr(record, {"bank_account": "card"}.get(column, column), value)
    subject.record = record
    table = "suppliers"
    codes = []
    for _ in range(count):
        code = world.master(
            table,
            world.companies.make(),
            subject.group,
            legal_representative=world.people.make().name,
            **{column: value},
        )
        world.deal(table, code, subject.group)
        codes.append(code)
    world.trap(f"crowd_{kind}", subject, table, codes)


def placeholder_number(world: World, subject: Subject) -> tuple[str, str, str]:
    """Both records show the same filler for a number; the names are those of two people."""
    filler = world.rng.choice(
        (
            "111111111111111111",
            "000000000000000000",
            "123456789012345678",
            "999999999999999999",
            "无",
            "110101190001010000",
        )
    )
    if subject.record is not None:
        subject.record.number = filler
        subject.record.birth = ""
    stranger = replace(world.people.make(), number=filler)
    table = world.table()
    return (
        table,
        place(world, "hold", record_of(stranger, "number"), table, subject.group),
        f"{subject.person.name} and {stranger.name}: {filler}",
    )


def placeholder_number_namesake(world: World, subject: Subject) -> tuple[str, str, str]:
    """... and even the name is the same, a common one."""
    filler = world.rng.choice(("111111111111111111", "000000000000000000", "123456199001011234", "888888888888888888"))
    subject.person = replace(subject.person, surname="张", given="伟")
    subject.record = replace(record_of(subject.person, "number phone"), number=filler)
    stranger = replace(world.people.namesake(subject.person), number=filler)
    table = world.table()
    return (
        table,
        place(world, "hold", record_of(stranger, "number"), table, subject.group),
        f"{subject.person.name} and {stranger.name}: {filler}",
    )


def emergency_contact(world: World, subject: Subject) -> tuple[str, str, str]:
    """The emergency contact of an officer holds a supplier: nobody's relative, no key."""
    friend = world.people.make()
    world.add("related_parties", related_id=f"E{len(world.tables.get('related_parties', [])):06d}", officer_id=subject.officer_id, name=friend.name, kind="person",
              relationship="紧急联系人", id_type="居民身份证", id_number=friend.number, phone=friend.phone, lawful_basis="consent")  # fmt: skip
    table = world.table()
    return table, place(world, "hold", record_of(friend, "number"), table, subject.group), friend.name


def same_surname_contact(world: World, subject: Subject) -> tuple[str, str, str]:
    """A shop's switchboard: the contact is another person of the same surname with the shop's own phone."""
    stranger = world.people.make(name=(subject.person.surname, world.people.name()[1]))
    return "suppliers", place(world, "contact", record_of(stranger, "phone"), "suppliers", subject.group), stranger.name


def both_roles(world: World, subject: Subject) -> tuple[str, str, str]:
    """Holder and manager of one company, by an uncommon name alone."""
    subject.person = rarity(22)(world, subject.person)
    subject.record = record_of(subject.person, "number birth gender phone email address card")
    company = world.companies.make()
    record = record_of(subject.person, "")
    cells = provider.cells(world.profile, subject.person)
    code = place(world, "hold", record, "suppliers", subject.group, company)
    world.post(company, record.name, "执行董事", **cells)
    world.post(company, record.name, "法定代表人", **cells)
    return "suppliers", code, subject.person.name


def couple(world: World, subject: Subject) -> tuple[str, str, str]:
    """The officer and his wife run a company: two uncommon names together."""
    company = world.companies.make()
    code = place(world, "hold", record_of(subject.person, ""), "suppliers", subject.group, company)
    spouse = next(
        (x for x in world.subjects if x.officer_id == subject.id and x.relationship and x.record is None), None
    )
    if spouse is not None:
        world.hold(company, spouse.person.name, **provider.cells(world.profile, spouse.person))
        world.free = [x for x in world.free if x is not spouse]
        spouse.record = record_of(spouse.person, "")
    return "suppliers", code, subject.person.name


LINKS: tuple[Special, ...] = (
    Special("chain_2", "medium", "B", chain(2)),
    Special("chain_3", "hard", "B", chain(3)),
)
TRAPS: tuple[Special, ...] = (
    Special("placeholder_number", "", "", placeholder_number, trap=True),
    Special("placeholder_number_namesake", "", "", placeholder_number_namesake, trap=True),
    Special("emergency_contact", "", "", emergency_contact, trap=True),
    Special("same_surname_contact", "", "", same_surname_contact, trap=True),
)
PLATFORM_LINKS: tuple[Special, ...] = (
    Special("both_roles", "medium", "C", both_roles),
    Special("couple", "hard", "C", couple),
)
