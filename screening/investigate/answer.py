"""One question and its answer, as every sink shows it: terminal, JSON, dossier."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from screening import CONTRACT_VERSION
from screening.errors import UsageError
from screening.investigate import facts, parties, people
from screening.investigate.decisions import decisions_on
from screening.investigate.index import Index
from screening.investigate.parties import Party
from screening.investigate.people import Person
from screening.investigate.verdicts import rule_verdicts
from screening.investigate.why import load_beside, why
from screening.reports.words import Language

SCHEMA = 1
"""Of the JSON answer; raised when a key changes its meaning."""

Kind = Literal["choice", "person", "party", "pair"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; exactly one of officer, person or number, party, and pair.

    Attributes:
        officer: code of an officer.
        person: name in any writing, code, or masked number.
        number: identity number, full or masked; never shown again.
        party: code, credit code or name.
        pair: code of an officer, code or name of a counterparty.
    """

    officer: str | None = None
    person: str | None = None
    number: str | None = None
    party: str | None = None
    pair: tuple[str, str] | None = None

    def check(self) -> None:
        """Refuses a question that is none, or several.

        Raises:
            UsageError: not exactly one thing is asked.
        """
        asked = (self.officer, self.person or self.number, self.party, self.pair)
        if sum(part is not None for part in asked) != 1 or not all(
            asked_part(part) for part in asked if part is not None
        ):
            raise UsageError(
                "请在 --officer、--person、--party、--pair 中给出一项（--id-number - 只与 --person 同用或单独使用）。",
                "Give one of --officer, --person, --party and --pair (--id-number - goes with --person, or alone).",
                "one_question",
            )


def asked_part(part: object) -> bool:
    """Whether something stands in it."""
    return all(word.strip() for word in part) if isinstance(part, tuple) else bool(str(part).strip())


@dataclass(frozen=True, slots=True)
class Answer:
    """What the run says; docs/schema/investigate.md describes the JSON.

    Attributes:
        kind: choice = several are meant, see `choices`.
        run: run_id, as_of, program version, language.
        hidden: findings and candidates behind the wall that this caller may not see; None where there are none to hide.
    """

    kind: Kind
    run: Mapping[str, Any]
    hidden: Mapping[str, int] | None
    choices: Sequence[Mapping[str, Any]] = ()
    subject: Mapping[str, Any] | None = None
    counterparty: Mapping[str, Any] | None = None
    why: Mapping[str, Any] | None = None
    findings: Sequence[Mapping[str, Any]] = ()
    ties: Sequence[Mapping[str, Any]] = ()
    loose_links: Sequence[Mapping[str, Any]] = ()
    rules: Sequence[Mapping[str, Any]] = ()
    duties: Sequence[Mapping[str, Any]] = ()
    declarations: Sequence[Mapping[str, Any]] = ()
    contradictions: Sequence[Mapping[str, Any]] = ()
    decisions: Sequence[Mapping[str, Any]] = ()

    def decided_since(self, finding: Mapping[str, Any], language: Language) -> list[str]:
        """Decisions on a finding that are younger than the run, in words; older ones stand in its evidence."""
        mine = (row for row in self.decisions if row["finding_id"] == finding["finding_id"] and row["since_run"])
        return [row["words"][language == "en"] for row in mine]

    def to_json(self) -> str:
        """Readable JSON. Signs that could command a terminal or turn the reading direction are escaped."""
        text = json.dumps(
            {"contract_version": CONTRACT_VERSION, "schema": SCHEMA, **asdict(self)},
            ensure_ascii=False,
            indent=1,
            sort_keys=False,
        )
        return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def ask(out: Path, question: Question) -> Answer:
    """The answer of OUT/latest to one question.

    Raises:
        UsageError: no such run, nobody and nothing is called so, not one question, or about the caller's own case.
        IntegrityError: a file of the run is missing or unreadable.
    """
    question.check()
    index = Index(out)
    if question.pair is not None:
        person = people.officer(index, question.pair[0])
        check_recusal(index, person)
        return _about_pair(index, out, person, parties.by_code(index, question.pair[1]))
    if question.party is not None:
        return _about_party(index, out, parties.parties(index, question.party))
    if question.officer is not None:
        return _about_person(index, out, people.officer(index, question.officer))
    found = people.people(index, question.person, question.number)
    one = people.best(found)
    return (
        _choice(index, [_person_choice(person) for person in found]) if one is None else _about_person(index, out, one)
    )


def check_recusal(index: Index, person: Person) -> None:
    """Nobody sees a case of his own or his relatives.

    Raises:
        UsageError: the caller's account stands aside from this officer's; the sentence is the same whether there is a case.
    """
    if person.officer_id in index.barred:
        raise UsageError(
            "您须回避该人员的事项（[reviewers]），请由其他审计人员查询。",
            "You must stand aside from this person's matters ([reviewers]); let another reviewer ask.",
            "stand_aside",
        )


def _about_person(index: Index, out: Path, person: Person) -> Answer:
    check_recusal(index, person)
    findings, ties = facts.findings(index, person, None), facts.ties(index, person, None)
    duties = facts.duties(index, person, None if person.related_id is None else findings)
    return Answer(
        "person", _run(index), index.hidden, subject=facts.subject(index, person), findings=findings, ties=ties,
        loose_links=facts.loose_links(index, person, ties), rules=rule_verdicts(index, findings, duties), duties=duties,
        declarations=facts.declarations(index, person, None), contradictions=facts.contradictions(index, person),
        decisions=_decided(index, out, findings),
    )  # fmt: skip


def _about_party(index: Index, out: Path, found: list[Party]) -> Answer:
    party = parties.best(found)
    if party is None:
        return _choice(index, [_party_choice(one) for one in found])
    findings, ties = (
        [row for row in found if row["officer_id"] not in index.barred]
        for found in (facts.findings(index, None, party), facts.ties(index, None, party))
    )
    return Answer(
        "party", _run(index), index.hidden, counterparty=facts.counterparty(index, party), findings=findings, ties=ties,
        rules=rule_verdicts(index, findings, ()), decisions=_decided(index, out, findings),
    )  # fmt: skip


def _about_pair(index: Index, out: Path, person: Person, found: list[Party]) -> Answer:
    subject = facts.subject(index, person)
    groups = {identity["group_id"] for identity in subject["identities"]}
    found = [party for party in found if party.group_id in groups] or found
    party = parties.best(found)
    if party is None:
        return _choice(index, [_party_choice(one) for one in found])
    findings = facts.findings(index, person, party)
    if not findings:
        load_beside()
    ties, duties = facts.ties(index, person, party), facts.duties(index, person, findings)
    about = facts.counterparty(index, party)
    return Answer(
        "pair", _run(index), index.hidden, subject=subject, counterparty=about, why=asdict(why(index, person, party, findings)),
        findings=findings, ties=ties, rules=rule_verdicts(index, findings, duties), duties=duties,
        declarations=facts.declarations(index, person, party), decisions=_decided(index, out, findings),
    )  # fmt: skip


def _decided(index: Index, out: Path, findings: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return decisions_on(out, index.manifest.get("decisions"), findings)


def _choice(index: Index, choices: list[dict[str, Any]]) -> Answer:
    return Answer("choice", _run(index), index.hidden, choices=choices)


def _person_choice(person: Person) -> dict[str, Any]:
    return {
        "officer_id": person.officer_id, "related_id": person.related_id, "name": person.name, "relationship": person.relationship,
        "how": person.how, "written": person.written,
    }  # fmt: skip


def _party_choice(party: Party) -> dict[str, Any]:
    return {
        "party_id": party.records[0]["party_id"], "party_table": party.records[0]["party_table"], "group_id": party.group_id,
        "name": party.name, "uscc": party.records[0]["uscc"], "how": party.how, "written": party.written,
    }  # fmt: skip


def _run(index: Index) -> dict[str, Any]:
    return {
        "run_id": index.run_id, "as_of": index.as_of, "program": index.manifest["program"]["version"],
        "language": index.manifest["parameters"]["language"],
        "stake_exemption_pct": float(index.manifest["parameters"]["settings"]["policy"]["stake_exemption_pct"]), "restricted_included": index.sees_restricted,
    }  # fmt: skip
