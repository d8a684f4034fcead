"""One class of planted links or look-alikes as data, and how it is put into a world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.worlds import provider
from tests.worlds.companies import Company
from tests.worlds.people import Person, Record, record_of
from tests.worlds.world import Subject, World
from tests.worlds.writers import CannotWriteError, Writer

Prepare = Callable[[World, Person], Person]
Stranger = Callable[[World, Person], Person]


@dataclass(frozen=True)
class Case:
    """A class.

    Attributes:
        name: the class; `difficulty` and `tier` (worst acceptable) go into the truth.
        roles: where the mention stands: hold, post, legal_rep, registry_rep, contact, self, trader, payee, shared; one is drawn.
        shown: facts in the record of the watched person; said: facts of the mention.
        watched, mention: how these two records are written.
        prepare: changes the watched person first (a rarer name, a former name).
        kind: population of the watched person; relative: True, False, or either.
        stranger: makes the other person of a look-alike; None: the mention is the watched person.
        only: the watched record shows nothing beyond `shown` (else a personnel file shows more).
    """

    name: str
    difficulty: str
    tier: str
    roles: str
    shown: str
    said: str
    watched: tuple[Writer, ...] = ()
    mention: tuple[Writer, ...] = ()
    prepare: tuple[Prepare, ...] = ()
    kind: str = "cn"
    relative: bool | None = None
    stranger: Stranger | None = None
    only: bool = False


def plant(world: World, case: Case) -> bool:
    """Puts one example of the class into the world; False if no free person suits it."""
    tried: list[Subject] = []
    done = False
    while not done and len(tried) < 60 and (subject := world.take(case.kind, case.relative)) is not None:
        try:
            _plant(world, case, subject)
            done = True
        except CannotWriteError:
            tried.append(subject)
    world.free.extend(tried)
    return done


def _plant(world: World, case: Case, subject: Subject) -> None:
    person = subject.person
    for change in case.prepare:
        person = change(world, person)
    watched = record_of(person, case.shown)
    for write in case.watched:
        write(world.rng, watched)
    other = person if case.stranger is None else case.stranger(world, person)
    mention = record_of(other, case.said)
    for write in case.mention:
        write(world.rng, mention)
    if not subject.relationship and not case.only:
        _personnel_file(world, watched)
    subject.person, subject.record = person, watched
    role = world.rng.choice(case.roles.split())
    table = world.table() if role in ("hold", "post") else world.rng.choice(("suppliers", "customers"))
    code = place(world, role, mention, table, subject.group)
    note = (
        f"{role}; name worth {world.people.bits(person):.0f} bits; watched {_shows(watched)}; mention {_shows(mention)}"
    )
    if case.stranger is None:
        world.plant(
            case.name,
            case.difficulty,
            case.tier,
            subject,
            table,
            [code],
            note=note,
            attribute=role in ("contact", "payee", "shared"),
        )
    else:
        world.trap(case.name, subject, table, [code], note=note)


def _shows(record: Record) -> str:
    facts = ("name", "other_names", "number", "birth", "phone", "email", "address", "card")
    return " / ".join(value for fact in facts if (value := getattr(record, fact)))


def _personnel_file(world: World, record: Record) -> None:
    """What the file of an officer shows besides, as often as the profile says."""
    full = record_of(record.person, "number birth gender phone email address card")
    for fact, rate in RATES[world.profile].items():
        if not getattr(record, fact) and world.rng.random() < rate:
            setattr(record, fact, getattr(full, fact))
            if fact == "number":
                record.id_type = full.id_type


RATES = {
    "plain": {"number": 0.95, "birth": 0.85, "gender": 1.0, "phone": 0.95, "email": 0.9, "address": 0.9, "card": 0.9},
    "hard": {"number": 0.6, "birth": 0.5, "gender": 0.8, "phone": 0.7, "email": 0.5, "address": 0.5, "card": 0.5},
    "platform": {
        "number": 0.95,
        "birth": 0.85,
        "gender": 1.0,
        "phone": 0.95,
        "email": 0.9,
        "address": 0.9,
        "card": 0.9,
    },
}
"""How often an officer's file shows a fact."""


def place(world: World, role: str, record: Record, table: str, group: str, company: Company | None = None) -> str:
    """Puts a mention into a new counterparty of the group; returns its code."""
    rng = world.rng
    company = company or world.companies.make()
    other = world.people.make()
    bystander, of_other = other.name, provider.cells(world.profile, other)
    master: dict[str, str] = {}
    registry: dict[str, str] = {"legal_representative": bystander}
    if role in ("hold", "post"):
        master["legal_representative"] = bystander if rng.random() < 0.7 else ""
    elif role == "legal_rep":
        master = {"legal_representative": record.name} | _contact(record)
        registry = {"legal_representative": record.name if rng.random() < 0.5 else bystander}
    elif role == "registry_rep":
        registry = {"legal_representative": record.name} | _contact(record)
    elif role == "contact":
        master = {"contact_name": record.name, "legal_representative": bystander} | _contact(record)
    elif role == "payee":
        master = {"bank_account": record.card, "bank_account_name": record.name}
    elif role == "shared":
        master = (
            {"legal_representative": bystander}
            | _contact(record)
            | ({"bank_account": record.card} if record.card else {})
        )
    elif role in ("self", "trader"):
        return _person_as_party(world, role, record, table, group, company)
    if rng.random() < 0.6 or role == "registry_rep":
        world.register(company, **registry)
    code = world.master(table, company, group, **master)
    world.deal(table, code, group)
    if role == "hold":
        world.hold(company, record.name, record.number, **provider.cells(world.profile, record.person))
        world.hold(company, bystander, **of_other)
    if role == "post":
        post = rng.choice(("法定代表人", "执行董事", "监事", "经理", "董事", "总经理"))
        world.post(
            company,
            record.name,
            post,
            record.number,
            record.birth,
            record.phone,
            **provider.cells(world.profile, record.person),
        )
        world.post(company, bystander, "财务负责人", **of_other)
    return code


def _contact(record: Record) -> dict[str, str]:
    return {k: v for k, v in (("phone", record.phone), ("email", record.email), ("address", record.address)) if v}


def _person_as_party(world: World, role: str, record: Record, table: str, group: str, company: Company) -> str:
    cells = {"uscc": "", "bank_account": record.card, "bank_account_name": record.name, "phone": record.phone, "email": record.email,
             "address": record.address, "id_number": record.number, "id_type": record.id_type}  # fmt: skip
    if role == "self":
        cells |= {"name": record.name, "party_kind": world.rng.choice(("person", ""))}
    else:
        shop = f"{company.city}市{company.brand}{world.rng.choice(('建材经营部', '五金店', '商行', '服务部', '批发部', '餐饮店'))}"
        cells |= {"name": shop, "party_kind": "sole_trader", "legal_representative": record.name}
    code = world.master(table, company, group, **cells)
    world.deal(table, code, group)
    return code


# -- the watched person ---------------------------------------------------------------------------------------------


def rarity(least: float, most: float = 99.0) -> Prepare:
    """Another given name, so that the whole name is worth between so many bits."""

    def prepare(world: World, person: Person) -> Person:
        for _ in range(3000):
            surname, given = world.people.name(person.kind)
            if person.kind == "cn":
                surname = person.surname
            changed = replace(person, surname=surname, given=given)
            if least <= world.people.bits(changed) <= most:
                return changed
        raise CannotWriteError

    return prepare


def given_from(characters: str) -> Prepare:
    """A given name that holds one of these characters."""

    def prepare(world: World, person: Person) -> Person:
        given = world.people.name()[1][0] + world.rng.choice(characters)
        return replace(person, given=given)

    return prepare


def once_called(world: World, person: Person) -> Person:
    """The person bore another given name before."""
    return replace(person, former=person.surname + world.people.name(person.kind)[1])


# -- the other person of a look-alike -------------------------------------------------------------------------------


def namesake(world: World, person: Person) -> Person:
    """Same name, nothing else in common."""
    return world.people.namesake(person)
