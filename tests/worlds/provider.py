"""Numbers by which a data platform says that two mentions are one person - its own guess, sometimes wrong."""

from __future__ import annotations

from tests.worlds.people import Person


def cells(profile: str, person: Person) -> dict[str, str]:
    """Provider and number of the person, in the platform profile; of a third of all names every bearer is merged into one."""
    if profile != "platform":
        return {}
    merged = _stable(person.name) % 3 == 0
    number = _stable(person.name if merged else person.number)
    return {
        "provider": "qcc",
        "platform_person_id": f"p{number:010x}",
        "retrieved_on": "2026-11-16",
        "source": "平台导出",
    }


def _stable(text: str) -> int:
    value = 0
    for character in text:
        value = (value * 1000003 + ord(character)) % (1 << 40)
    return value
