"""The group, its officers and their relatives, and the crowd around them that means nothing."""

from __future__ import annotations

import contextlib
import random

from tests.worlds import facts, han_names, latin_names, numbers, provider
from tests.worlds.cases import RATES
from tests.worlds.companies import Company
from tests.worlds.people import FACTS, Person, Record, record_of
from tests.worlds.world import Subject, World
from tests.worlds.writers import CannotWriteError, Writer

_KIN = (
    ("配偶", 0, True),
    ("父亲", -27, False),
    ("母亲", -26, True),
    ("儿子", 27, False),
    ("女儿", 28, True),
    ("哥哥", -3, False),
    ("妹妹", 4, True),
    ("弟弟", 3, False),
)
_KIN_RATES = {"number": 0.3, "birth": 0.4, "phone": 0.35, "email": 0.05, "address": 0.05, "card": 0.02}
_POSITIONS = ("董事", "监事", "总经理", "副总经理", "财务负责人", "董事会秘书", "执行董事")
_BACKGROUND = {  # what a post of the register shows: masked number, full number, birth, phone
    "plain": (0.6, 0.05, 0.1, 0.1),
    "hard": (0.45, 0.04, 0.12, 0.12),
    "platform": (0.0, 0.0, 0.0, 0.0),
}


def group(world: World) -> None:
    """Twelve entities of two clients."""
    for place in range(12):
        client = "G1" if place < 9 else "G2"
        company = world.companies.make(rare=True)
        entity = f"ENT{place + 1:03d}"
        world.entities.setdefault(client, []).append(entity)
        first = world.entities[client][0]
        world.add(
            "group_entities", entity_id=entity, name=company.name, uscc=company.uscc, jurisdiction="HK" if place == 1 else "CN",
            parent_entity_id="" if entity == first else first, share_pct="" if entity == first else "100", group_id=client, valid_from="2010-01-01",
        )  # fmt: skip


def watched(world: World) -> None:
    """Officers and relatives, none of them planted yet."""
    rng = world.rng
    clients = [(client, entity) for client, entities in world.entities.items() for entity in entities]
    officers = []
    for place in range(world.size.officers):
        client, _ = rng.choice(clients)
        kind = "hk" if place % 5 == 0 else "sg" if place % 25 == 1 else "cn"
        officers.append(
            Subject(
                f"P{place + 1:05d}",
                f"P{place + 1:05d}",
                client,
                world.people.make(kind, born=rng.randrange(1955, 1990)),
            )
        )
    relatives = []
    for place in range(world.size.relatives):
        officer = officers[place % len(officers)]
        relation, years, female = rng.choice(_KIN)
        who = officer.person
        woman = not who.female if relation == "配偶" else female
        own_name = relation in ("配偶", "母亲")
        surname, given = world.people.name(who.kind)
        person = world.people.make(
            who.kind, born=who.birth.year + years, female=woman, name=(surname if own_name else who.surname, given)
        )
        relatives.append(Subject(f"R{place + 1:06d}", officer.id, officer.group, person, relation))
    world.subjects = officers + relatives
    world.free = list(world.subjects)
    rng.shuffle(world.free)


def files(world: World) -> None:
    """Writes the records of all watched people; the unplanted show what the profile's files show."""
    rng = world.rng
    for subject in world.subjects:
        record = subject.record or _unplanted(world, subject)
        if subject.relationship:
            world.add("related_parties", related_id=subject.id, officer_id=subject.officer_id, kind="person", relationship=subject.relationship,
                      source="年度申报", lawful_basis="consent", **_cells(record))  # fmt: skip
            continue
        appointments = [record, subject.second] if subject.second else [record] * (2 if rng.random() < 0.2 else 1)
        for one in appointments:
            world.add("officers", officer_id=subject.id, entity_id=rng.choice(world.entities[subject.group]), position=rng.choice(_POSITIONS),
                      gender=record.gender, term_start=world.day(2012, 2018), source="人事系统", **_cells(one))  # fmt: skip
        world.add("declarations", declaration_id=f"D{len(world.tables.get('declarations', [])) + 1:06d}", officer_id=subject.id, kind="annual",
                  submitted_on="2025-12-29", signed="true", nil_return="true")  # fmt: skip


def _cells(record: Record) -> dict[str, str]:
    return {
        "name": record.name, "other_names": record.other_names, "id_type": record.id_type, "id_number": record.number,
        "birth_date": record.birth, "phone": record.phone, "email": record.email, "address": record.address, "bank_account": record.card,
    }  # fmt: skip


def _unplanted(world: World, subject: Subject) -> Record:
    rates = _KIN_RATES if subject.relationship else RATES[world.profile]
    record = record_of(subject.person, " ".join(fact for fact in FACTS if world.rng.random() < rates.get(fact, 0)))
    if subject.person.kind == "hk":
        han_names.may_be_traditional(world.rng, record)
    return record


def crowd(world: World) -> None:
    """Companies that deal with the group, and others, with their people: posts, holdings, masters, register."""
    rng, size = world.rng, world.size
    people: list[Person] = []
    posts, holdings = len(world.tables.get("appointments", [])), len(world.tables.get("holdings", []))
    masters = sum(len(world.tables.get(table, [])) for table in ("suppliers", "customers", "competitors"))
    companies = 0
    while posts < size.posts or holdings < size.holdings or masters < size.masters:
        company = world.companies.make()
        companies += 1
        staff = [_somebody(world, people) for _ in range(rng.choice((2, 2, 3, 3, 4)))]
        if masters < size.masters and rng.random() < 0.9:
            masters += 1
            _master(world, company, staff[0])
        if rng.random() < 0.45:
            world.register(company, legal_representative=staff[0].name)
        roles = [
            ("法定代表人", staff[0]),
            ("监事", staff[1]),
            ("执行董事", staff[0]),
            *(("董事", one) for one in staff[2:]),
        ]
        for role, person in roles:
            if posts < size.posts:
                posts += 1
                shown = _shown(world, person)
                world.post(
                    company,
                    shown.name,
                    role,
                    shown.number,
                    shown.birth,
                    shown.phone,
                    **provider.cells(world.profile, person),
                )
        if rng.random() < 0.9:
            for person in staff[: rng.choice((1, 2, 2))]:
                if holdings < size.holdings:
                    holdings += 1
                    shown = _shown(world, person)
                    world.hold(company, shown.name, shown.number, **provider.cells(world.profile, person))


def _somebody(world: World, people: list[Person]) -> Person:
    if people and world.rng.random() < 0.3:
        return world.rng.choice(people)
    person = world.people.make("hk" if world.rng.random() < 0.04 else "cn")
    people.append(person)
    return person


def _shown(world: World, person: Person) -> Record:
    rng = world.rng
    masked, full, birth, phone = _BACKGROUND[world.profile]
    draw = rng.random()
    facts = (
        ("number " if draw < masked + full else "")
        + ("birth " if rng.random() < birth else "")
        + ("phone" if rng.random() < phone else "")
    )
    record = record_of(person, facts)
    if record.number and draw < masked and person.kind == "cn":
        record.number = numbers.MASKS[rng.choice(("6_4", "6_4", "3_4", "4_4"))](record.number)
    if person.kind == "hk":
        _try(rng.choice((han_names.traditional, latin_names.cantonese, latin_names.cantonese_english)), rng, record)
    if world.profile == "hard":
        _mess(rng, record)
    return record


def _try(write: Writer, rng: random.Random, record: Record) -> None:
    with contextlib.suppress(CannotWriteError):
        write(rng, record)


_MESS: tuple[tuple[float, Writer], ...] = (
    (0.04, han_names.spaced),
    (0.02, han_names.titled),
    (0.01, han_names.homophone),
)


def _mess(rng: random.Random, record: Record) -> None:
    """A few names in a hundred are written badly, and dates and phones in any style."""
    for rate, write in _MESS:
        if record.person.kind == "cn" and rng.random() < rate:
            _try(write, rng, record)
            break
    if record.birth:
        facts.birth_style(rng, record)
    if record.phone and rng.random() < 0.4:
        facts.phone_style(rng, record)


def _master(world: World, company: Company, owner: Person) -> None:
    rng = world.rng
    table = rng.choices(("suppliers", "customers", "competitors"), (70, 26, 4))[0]
    client = rng.choices(("G1", "G2"), (80, 20))[0]
    hard = world.profile == "hard"
    cells = {
        "legal_representative": owner.name if rng.random() < 0.8 else "", "contact_name": world.people.make().name if rng.random() < 0.6 else "",
        "uscc": company.uscc if rng.random() < (0.75 if hard else 0.94) else "", "dealing_from": "" if hard and rng.random() < 0.45 else world.day(2018, 2022),
    }  # fmt: skip
    if rng.random() < 0.1:
        cells["phone"] = ""
    world.deal(table, world.master(table, company, client, **cells), client, rng.randrange(2, 6))
