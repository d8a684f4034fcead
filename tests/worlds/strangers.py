"""The other person of a look-alike: somebody whom one could take for the watched person, and who is not."""

from __future__ import annotations

from dataclasses import replace

from tests.worlds import numbers
from tests.worlds.han_names import LOOKALIKES, sound_alike
from tests.worlds.people import Person
from tests.worlds.world import World
from tests.worlds.writers import CannotWriteError


def sounds_alike(world: World, person: Person) -> Person:
    """Another name of the same reading, another birth."""
    name = sound_alike(world.rng, person.name, person.surname, person.given)
    return world.people.make(
        person.kind, born=world.people.other_year(person), name=(person.surname, name[len(person.surname) :])
    )


def looks_alike(world: World, person: Person) -> Person:
    """Another name that looks alike, another birth."""
    for place, c in enumerate(person.given):
        if c in LOOKALIKES:
            given = person.given[:place] + LOOKALIKES[c] + person.given[place + 1 :]
            return world.people.make(person.kind, born=world.people.other_year(person), name=(person.surname, given))
    raise CannotWriteError


def one_character_off(world: World, person: Person) -> Person:
    """One character of the given name differs - a brother or cousin of the same generation, or nobody."""
    if len(person.given) != 2:
        raise CannotWriteError
    other = world.people.name()[1]
    if len(other) != 2 or other[1] == person.given[1]:
        raise CannotWriteError
    return world.people.make(
        person.kind, born=world.people.other_year(person), name=(person.surname, person.given[0] + other[1])
    )


def sibling(world: World, person: Person) -> Person:
    """A brother: same surname and first character, same home region and address, another birth."""
    other = one_character_off(world, person)
    number = numbers.resident(world.rng, other.birth, other.female, person.number[:6])
    return replace(other, number=number, address=person.address)


def same_home(world: World, person: Person) -> Person:
    """A namesake from the same county."""
    other = world.people.namesake(person)
    return replace(other, number=numbers.resident(world.rng, other.birth, other.female, person.number[:6]))


def same_ends(world: World, person: Person) -> Person:
    """A namesake whose number begins and ends with the same digit."""
    while True:
        other = world.people.namesake(person)
        if other.number[0] == person.number[0] and other.number[-1] == person.number[-1]:
            return other


def same_birth_year(world: World, person: Person) -> Person:
    """A namesake born in the same year, on another day."""
    while (
        other := world.people.make(person.kind, born=person.birth.year, name=(person.surname, person.given))
    ).birth == person.birth:
        continue
    return other


def same_birth_day(world: World, person: Person) -> Person:
    """Born on the same day, another name."""
    other = world.people.make(person.kind, born=person.birth.year)
    other = replace(other, birth=person.birth)
    return replace(other, number=numbers.resident(world.rng, other.birth, other.female))


def swapped_name(world: World, person: Person) -> Person:
    """明建 for 建明: another person, another birth."""
    if len(person.given) != 2 or person.given[0] == person.given[1]:
        raise CannotWriteError
    return world.people.make(
        person.kind, born=world.people.other_year(person), name=(person.surname, person.given[::-1])
    )


def longer_name(world: World, person: Person) -> Person:
    """李建明 for 李明."""
    if len(person.given) != 1:
        raise CannotWriteError
    return world.people.make(
        person.kind,
        born=world.people.other_year(person),
        name=(person.surname, world.people.name()[1][0] + person.given),
    )
