"""Evidence that no single record holds: a bare name in one, the number or phone that settles it in another."""

from __future__ import annotations

from dataclasses import replace

from tests.worlds import latin_names, numbers
from tests.worlds.cases import place, rarity
from tests.worlds.people import record_of
from tests.worlds.special import Build, Special
from tests.worlds.world import Subject, World


def holder_and(fact: str) -> Build:
    """The holder shows a name alone; the company's own phone, address or e-mail is the officer's."""

    def build(world: World, subject: Subject) -> tuple[str, str, str]:
        company, person = world.companies.make(), subject.person
        value = str(getattr(person, fact))
        reached = {
            "phone": replace(company, phone=value),
            "address": replace(company, address=value),
            "email": replace(company, email=value),
        }[fact]
        code = place(world, "hold", record_of(person, ""), "suppliers", subject.group, reached)
        return "suppliers", code, f"holder {person.name} of {company.name}, whose {fact} is {value}"

    return build


def holder_and_post(world: World, subject: Subject) -> tuple[str, str, str]:
    """The holder shows a name alone, the same name's post shows a masked number."""
    company, person = world.companies.make(), subject.person
    code = place(world, "hold", record_of(person, ""), "suppliers", subject.group, company)
    world.post(company, person.name, "执行董事", numbers.MASKS["3_4"](person.number))
    return "suppliers", code, f"{person.name} of {company.name}"


def two_files(world: World, subject: Subject) -> tuple[str, str, str]:
    """Two appointments of one officer show two documents; the register shows the second, and a spelled name."""
    person = subject.person
    subject.second = record_of(person, "birth")
    subject.second.number, subject.second.id_type = person.document, "港澳居民来往内地通行证"
    mention = record_of(person, "")
    mention.number = person.document
    latin_names.cantonese(world.rng, mention)
    code = place(world, "hold", mention, "suppliers", subject.group)
    return "suppliers", code, f"{person.name} with {person.document}; mention {mention.name}"


def chain_by_name(world: World, subject: Subject) -> tuple[str, str, str]:
    """The company between is named without code, in half-width brackets and with a blank."""
    person, target, between = subject.person, world.companies.make(), world.companies.make(rare=True)
    code = world.master("suppliers", target, subject.group)
    world.deal("suppliers", code, subject.group)
    written = between.name.replace("（", " (").replace("）", ") ")
    world.hold(target, written, "", "70", "organisation")
    world.hold(between, person.name, numbers.MASKS["6_4"](person.number), "80")
    return "suppliers", code, f"{person.name} through {between.name}, written {written}"


def namesake_at_an_agency(world: World, subject: Subject) -> tuple[str, str, str]:
    """The officer's phone is that of an agency with thirty companies; one is run by a stranger of his common name."""
    person = rarity(0, 15.5)(world, subject.person)
    agency = world.phone()
    subject.person, subject.record = person, replace(record_of(person, "number birth gender phone"), phone=agency)
    stranger = replace(world.people.namesake(person), phone=agency)
    code = place(world, "legal_rep", record_of(stranger, "phone"), "suppliers", subject.group)
    for _ in range(29):
        other = replace(world.people.make(), phone=agency)
        place(world, "legal_rep", record_of(other, "phone"), "suppliers", subject.group)
    return "suppliers", code, f"{person.name} and a namesake at {agency}"


def namesake_holds_beside_his_mask(world: World, subject: Subject) -> tuple[str, str, str]:
    """A holder shows a name alone, the same name's post in that company shows another person's masked number."""
    company, stranger = world.companies.make(), world.people.namesake(subject.person)
    code = place(world, "hold", record_of(stranger, ""), "suppliers", subject.group, company)
    world.post(company, stranger.name, "执行董事", numbers.MASKS["3_4"](stranger.number))
    return "suppliers", code, f"namesakes {stranger.name} of {company.name}"


LINKS: tuple[Special, ...] = (
    Special("holder_and_company_phone", "hard", "B", holder_and("phone")),
    Special("holder_and_company_address", "hard", "C", holder_and("address")),
    Special("holder_and_company_email", "hard", "C", holder_and("email")),
    Special("holder_and_post", "medium", "B", holder_and_post),
    Special("two_files_two_documents", "hard", "B", two_files, kind="hk"),
    Special("chain_by_name", "hard", "C", chain_by_name),
)
TRAPS: tuple[Special, ...] = (
    Special("namesake_at_an_agency", "", "", namesake_at_an_agency, trap=True),
    Special("namesake_beside_his_mask", "", "", namesake_holds_beside_his_mask, trap=True),
)
