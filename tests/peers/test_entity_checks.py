"""Whole entities of nomenklatura's checks (MIT): names with identifiers, dates and countries, of which we read the names only.

No target: countries, addresses and numbers of other lands are none of our evidence. The names must not do worse than in their
own list of name pairs.
"""

from __future__ import annotations

from typing import Any

import yaml

from tests.peers.verdicts import PEERS, Counts, company_bits, needs_peers, person_bits

pytestmark = needs_peers


def name(entity: dict[str, Any]) -> str:
    """The name, or its parts in the usual order."""
    parts = (entity.get(part) for part in ("firstName", "middleName", "fatherName", "lastName"))
    said = entity.get("name") or " ".join(part for part in parts if part)
    return str(said[0] if isinstance(said, list) else said)


def test_the_names_of_whole_entities() -> None:
    checks = yaml.safe_load((PEERS / "entity_checks.yml").read_text(encoding="utf-8"))["checks"]
    report = []
    for compare, is_person in ((person_bits, True), (company_bits, False)):
        chosen = [
            c
            for c in checks
            if (c.get("schema") == "Person") == is_person and name(c["query"]) and name(c["candidate"])
        ]
        bits = compare([name(c["query"]) for c in chosen], [name(c["candidate"]) for c in chosen])
        found = Counts.of((bool(c["match"]), value > 0) for c, value in zip(chosen, bits.tolist(), strict=True))
        report.append(found.line("people" if is_person else "companies"))
        assert found.both + found.false_alarms + found.missed + found.neither > 50
        assert found.recall >= 0.6, report[-1]
    print("\n".join(report))
