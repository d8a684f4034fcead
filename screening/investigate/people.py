"""Finds watched people: by code, by a name in any writing, by a number, full or masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from screening.errors import UsageError
from screening.investigate.index import Index, Row
from screening.investigate.near import unknown
from screening.refdata.full_numbers import shows_number

How = Literal["code", "name", "folded", "variant", "reading", "masked", "number"]
_RANK: Mapping[How, int] = {"code": 0, "number": 0, "name": 1, "folded": 1, "variant": 2, "reading": 3, "masked": 4}
_NUMBER = re.compile(r"[0-9A-Za-z()（）*…＊X]*[0-9*…＊]{4,}[0-9A-Za-z()（）*…＊X]*")
_FULL = re.compile(r"[0-9]{15}|[0-9]{17}[0-9Xx]")


@dataclass(frozen=True, slots=True)
class Person:
    """An officer, or one related party of an officer.

    Attributes:
        officer_id: his own, or that of the officer he is related to.
        related_id: None for an officer.
        name: as delivered.
        relationship: as delivered; None for an officer.
        how: what the question and the record have in common.
        written: the name or masked number that was found.
    """

    officer_id: str
    related_id: str | None
    name: str
    relationship: str | None
    how: How
    written: str


def officer(index: Index, officer_id: str) -> Person:
    """The officer of that code.

    Raises:
        UsageError: there is none.
    """
    rows = index.rows(
        "select name from {watched} where kind = 'officer' and officer_id = $id order by watched_id", {"id": officer_id}
    )
    if not rows:
        known = index.rows("select distinct officer_id from {watched} where kind = 'officer'")
        raise unknown(("人员编号", "officer"), officer_id, (row["officer_id"] for row in known), _behind(index))
    return Person(officer_id, None, rows[0]["name"], None, "code", officer_id)


def people(index: Index, asked: str | None, number: str | None) -> list[Person]:
    """Everybody who may be meant, the likeliest first; each person once.

    Args:
        index: the run.
        asked: a name in any writing, an officer's code, or a masked number.
        number: a number, full or masked; who bears another one is left out.

    Raises:
        UsageError: nobody is meant, or a full number stands on the command line.
    """
    if asked is not None and (_FULL.fullmatch(asked.strip()) or shows_number(asked)):
        raise UsageError(
            "完整证件号码请勿写在命令行中（会留在历史记录里）；请改用 --id-number -，程序会另行询问。",
            "Do not type a full identity number on the command line, where the shell keeps it; use --id-number - and be asked for it.",
            "number_on_command_line",
        )
    found = _by_number(index, asked) if asked is not None and _NUMBER.fullmatch(asked.strip()) else []
    if asked is not None and not found:
        found = _by_code(index, asked) or _by_name(index, asked)
    if number is not None:
        bearers = _by_number(index, number)
        both = {(person.officer_id, person.related_id) for person in bearers}
        found = bearers if asked is None else [p for p in found if (p.officer_id, p.related_id) in both]
    if not found:
        raise _nobody(index, asked)
    return _distinct(found)


def best(found: list[Person]) -> Person | None:
    """The one person who is meant; None where several are as likely."""
    first = [person for person in found if _RANK[person.how] == _RANK[found[0].how]]
    return first[0] if len(first) == 1 else None


def _by_code(index: Index, asked: str) -> list[Person]:
    return _people(index, "w.officer_id = $asked and w.kind = 'officer'", {"asked": asked.strip()}, "code")


def _by_name(index: Index, asked: str) -> list[Person]:
    plain = asked.strip()
    found = _people(index, "n.value = $asked or w.name = $asked", {"asked": plain}, "name")
    return [*found, *_by_keys(index, plain)]


def _by_keys(index: Index, asked: str) -> list[Person]:
    """By the keys under which staging would file the name: script, variants, sound, hidden characters."""
    from screening.staging.person_names import read_person_names  # reference tables and opencc: 0.3 s

    key = read_person_names([asked]).to_pylist()[0]
    if key["name_key"] is None:
        return []
    masked = "*" in key["name_key"]
    ways: tuple[tuple[How, str, Mapping[str, object]], ...] = (
        ("folded", "n.name_key = $key", {"key": key["name_key"]}),
        ("variant", "n.variant_key = $key", {"key": key["variant_key"]}),
        ("reading", "list_has_any(n.reading_keys, $keys::varchar[])", {"keys": key["reading_keys"]}),
        ("masked", "n.name_key like $key", {"key": key["name_key"].replace("*", "_") if masked else ""}),
        ("masked", "n.script = 'masked' and $key like replace(n.name_key, '*', '_')", {"key": key["name_key"]}),
    )
    return [person for how, condition, parameters in ways for person in _people(index, condition, parameters, how)]


def _by_number(index: Index, asked: str) -> list[Person]:
    """Whose number agrees in every place that both show; four places at least."""
    from screening.staging.identifiers.table import read_identifiers

    norm = read_identifiers([asked.strip()], [False], [False]).to_pylist()[0]["norm"]
    if norm is None:
        return []
    rows = index.rows("select watched_id, shown, veiled from {identity_number}")
    veiled = norm.translate(str.maketrans("0123456789", "abcdefghij"))
    fits = {row["watched_id"]: row["shown"] for row in rows if agree(veiled, row["veiled"])}
    return _people(index, "w.watched_id in (select unnest($ids::varchar[]))", {"ids": sorted(fits)}, "number")


def agree(left: str, right: str) -> bool:
    """Whether two numbers agree in every place that both show, and in four at least. `*` hides a place, `…` any number of them."""
    from screening.matching.compare.masks import HIDDEN, laid_out

    a, b = laid_out(left, right)
    if len(a) != len(b):
        return False
    shown = [(x, y) for x, y in zip(a, b, strict=True) if HIDDEN not in (x, y)]
    return len(shown) >= 4 and all(x == y for x, y in shown)


def _people(index: Index, condition: str, parameters: Mapping[str, object], how: How) -> list[Person]:
    rows = index.rows(
        f"""select w.officer_id, w.related_id, w.name, w.relationship, min(coalesce(n.value, w.name)) as written
            from {{watched}} as w left join {{identity_name}} as n using (watched_id)
            where w.officer_id is not null and ({condition})
            group by all order by w.related_id nulls first, w.officer_id, w.name""",
        dict(parameters),
    )
    return [_person(row, how) for row in rows]


def _person(row: Row, how: How) -> Person:
    return Person(row["officer_id"], row["related_id"], row["name"], row["relationship"], how, row["written"])


def _distinct(found: Iterable[Person]) -> list[Person]:
    """Each person once, by the best way in which he was found."""
    seen: dict[tuple[str, str | None], Person] = {}
    for person in sorted(
        found, key=lambda p: (_RANK[p.how], p.related_id is not None, p.officer_id, p.related_id or "")
    ):
        seen.setdefault((person.officer_id, person.related_id), person)
    return list(seen.values())


def _nobody(index: Index, asked: str | None) -> UsageError:
    """The sentence for somebody whom the run does not watch; the number asked for is never repeated."""
    if asked is None or _NUMBER.fullmatch(asked.strip()):
        hidden = _behind(index)
        return UsageError(
            f"该运行的董监高及关联人中没有人的证件号码与所输入的相符。{hidden[0]}",
            f"No officer or related party of the run bears such a number.{hidden[1]}",
            "unknown_id",
        )
    known = index.rows("select distinct value from {identity_name} union select distinct officer_id from {watched}")
    elsewhere = index.rows("select count(*) as n from {mention} where name = $name", {"name": asked.strip()})[0]["n"]
    zh, en = _behind(index)
    if elsewhere:
        zh = f"往来方资料中有 {elsewhere} 处出现该姓名。{zh}"
        en = f" The name stands in {elsewhere} records of people behind counterparties.{en}"
    return unknown(
        ("董监高或关联人", "officer or related party"), asked.strip(), (row["value"] for row in known), (zh, en)
    )


def _behind(index: Index) -> tuple[str, str]:
    """That there are people whom this caller cannot ask about; never who."""
    hidden = index.hidden
    if hidden is None:
        return "", ""
    return (
        f"另有 {hidden['findings']} 条结果涉及受限人员，需有 restricted/ 目录的读取权限。",
        f" {hidden['findings']} findings on restricted people need the right to read restricted/.",
    )
