"""The tables of the scale world: officers and relatives, masters, a registry, and true links planted among strangers.

Companies and people are numbered. A person sits in one company, with posts and shares of it; a company has a person as its legal
representative. Every master is a company of its own, so a delivery of a million masters has a million counterparties.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from screening.refdata.names import split_name
from screening.refdata.text import pinyin_key
from tests.bench import scale_values as draw
from tests.bench.names import NameSource, Texts

Columns = dict[str, Texts]
Ints = NDArray[np.int64]
KINDS = ("full_number", "mask", "mask_pinyin", "birth", "birth_pinyin", "traditional")


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of everything.

    Attributes:
        watched: officers and relatives, one officer to two relatives.
        posts: of the registry.
        groups: the masters and officers are spread over so many.
        planted: watched persons who stand in the registry.
    """

    watched: int
    masters: int
    posts: int
    holdings: int
    groups: int
    planted: int


@dataclass(frozen=True, slots=True)
class World:
    """Columns by table, as far as they are filled; dates of birth are days, lists have one value; and who is who."""

    tables: Mapping[str, Columns]
    truth: pa.Table  # watched, table_name, row, kind


def build(scale: Scale, seed: int = 1) -> World:
    """The whole world; everything follows from the seed."""
    random = np.random.default_rng(seed)
    names = NameSource()
    people = _people(random, names, max(scale.posts * 4 // 5, scale.masters + 1), registry=True)
    company, code = draw.company_names(random, scale.masters), draw.credit_codes(random, scale.masters)
    registered = {"company_name": company, "company_uscc": np.where(random.random(scale.masters) < 0.7, code, None)}
    posts, post_company = _posts(random, people, registered, scale.posts)
    holdings, holding_company = _holdings(random, people, registered, scale.holdings)
    masters = _masters(random, names, people, company, code, scale)
    officers, related, watched = _watched(random, names, masters, scale)
    # a master that is a natural person is no company: nobody is planted in it
    group = np.where(masters["party_kind"] == None, np.arange(scale.masters) % scale.groups, -1)  # noqa: E711
    truth = _plant(random, watched, (posts, group[post_company]), (holdings, group[holding_company]), scale)
    sides = np.array(["suppliers", "customers", "competitors"])[
        np.searchsorted([0.6, 0.98], random.random(scale.masters))
    ]
    tables = {
        "officers": officers, "related_parties": related, "appointments": posts, "holdings": holdings,
        "registry_companies": _registry(random, people, company, code),
        "transactions": _transactions(random, masters, sides),
        **{side: {name: values[sides == side] for name, values in masters.items()} for side in np.unique(sides).tolist()},
        "group_entities": {
            "entity_id": _codes("E", scale.groups), "group_id": _groups(np.arange(scale.groups), scale),
            "name": _codes("本集团", scale.groups) + "控股有限公司",
        },
    }  # fmt: skip
    return World(tables, truth)


def _people(random: np.random.Generator, names: NameSource, count: int, *, registry: bool) -> Columns:
    """Strangers with everything known; in a registry some are written in other scripts or masked."""
    born = draw.days(random, count)
    written = names.draw(random, count)
    if registry:
        style = random.random(count)
        for i in np.flatnonzero(style < 0.02).tolist():
            written[i] = romanised(written[i])
        for i in np.flatnonzero(style > 0.99).tolist():
            written[i] = written[i][0] + "*" + written[i][2:]
    return {"name": written, "born": born, "number": draw.resident_ids(random, born)}


def _posts(random: np.random.Generator, people: Columns, registered: Columns, count: int) -> tuple[Columns, Ints]:
    company, person = _somebody(random, people, registered, count)
    shown, form = random.random(count), random.random(count)
    numbers = draw.texts(draw.masked(people["number"][person], (6, 4)))
    return {
        **{name: values[company] for name, values in registered.items()},
        "person_name": people["name"][person], "role": np.array(["监事", "董事", "经理"], dtype=object)[random.integers(0, 3, count)],
        "id_number": np.where(shown < 0.03, numbers, None),
        "birth_date": _known(people["born"][person], form < 0.4),
        "phone": np.where(random.random(count) < 0.05, draw.phones(random, count), None),
    }, company  # fmt: skip


def _holdings(random: np.random.Generator, people: Columns, registered: Columns, count: int) -> tuple[Columns, Ints]:
    company, person = _somebody(random, people, registered, count)
    owner = random.integers(0, len(registered["company_name"]), count)
    is_owned = random.random(count) < 0.12
    shown = random.random(count)
    number = draw.texts(draw.masked(people["number"][person], (6, 4)))
    number = np.where(shown < 0.08, draw.texts(draw.masked(people["number"][person], (3, 4))), number)
    number = np.where(shown < 0.04, draw.texts(people["number"][person]), number)
    return {
        **{name: values[company] for name, values in registered.items()},
        "holder_name": np.where(is_owned, registered["company_name"][owner], people["name"][person]),
        "holder_kind": np.where(is_owned, "organisation", "person").astype(object),
        "holder_id": np.where(~is_owned & (shown < 0.4), number, None),
    }, company  # fmt: skip


def _somebody(random: np.random.Generator, people: Columns, registered: Columns, count: int) -> tuple[Ints, Ints]:
    """A company and one of its people, for each of so many rows."""
    companies, persons = len(registered["company_name"]), len(people["name"])
    company = random.integers(0, companies, count)
    place = company + companies * random.integers(0, -(-persons // companies), count)
    return company, place % persons


def _masters(
    random: np.random.Generator, names: NameSource, people: Columns, company: Texts, code: Texts, scale: Scale
) -> Columns:
    count = scale.masters
    unwritten = random.random((6, count))
    contact = names.draw(random, count)
    own = np.where(unwritten[5] < 0.03)[0]  # natural persons, by their own name and number
    name, uscc, kind = company.copy(), np.where(unwritten[0] < 0.75, code, None), np.full(count, None, dtype=object)
    name[own], uscc[own], kind[own] = people["name"][own], draw.texts(people["number"][own]), "person"
    return {
        "party_id": _codes("M", count), "name": name, "uscc": uscc, "party_kind": kind, "group_id": _groups(np.arange(count), scale),
        "legal_representative": np.where((unwritten[1] < 0.7) & (unwritten[5] >= 0.03), people["name"][:count], None),
        "contact_name": np.where(unwritten[2] < 0.6, contact, None),
        "phone": np.where(unwritten[3] < 0.8, draw.phones(random, count), None),
        "email": np.where(unwritten[4] < 0.4, draw.emails(random, count), None),
        "address": np.where(unwritten[4] > 0.3, draw.addresses(random, count), None),
        "bank_account": np.where(unwritten[2] > 0.2, draw.accounts(random, count), None),
    }  # fmt: skip


def _registry(random: np.random.Generator, people: Columns, company: Texts, code: Texts) -> Columns:
    listed = random.random(len(company)) < 0.85
    count = int(listed.sum())
    return {
        "name": company[listed], "uscc": code[listed], "legal_representative": people["name"][: len(company)][listed],
        "phone": np.where(random.random(count) < 0.7, draw.phones(random, count), None),
        "email": np.where(random.random(count) < 0.3, draw.emails(random, count), None),
        "address": draw.addresses(random, count),
    }  # fmt: skip


def _transactions(random: np.random.Generator, masters: Columns, sides: NDArray[np.str_]) -> Columns:
    place = random.integers(0, len(sides), len(sides) // 2)
    return {
        "transaction_id": _codes("T", len(place)), "party_id": masters["party_id"][place],
        "party_table": sides[place].astype(object), "entity_id": np.full(len(place), "E0000000", dtype=object),
        "bank_account": np.where(random.random(len(place)) < 0.9, masters["bank_account"][place], draw.accounts(random, len(place))),
    }  # fmt: skip


def _watched(
    random: np.random.Generator, names: NameSource, masters: Columns, scale: Scale
) -> tuple[Columns, Columns, Columns]:
    """Officers, relatives, and both beneath each other with all that is known of them."""
    count = scale.watched
    officers = max(count // 3, 1)
    people = _people(random, names, count, registry=False)
    officer = np.concatenate([np.arange(officers), random.integers(0, officers, count - officers)])
    phone, account, address = draw.phones(random, count), draw.accounts(random, count), draw.addresses(random, count)
    at_home = random.random(count) < 0.4  # a relative under the officer's roof
    seen = random.random((6, count))
    # now and then a phone, an address or an account that a master bears too, by chance or by truth
    place = random.integers(0, scale.masters, count)
    for values, column, share in (
        (phone, "phone", 0.002),
        (address, "address", 0.002),
        (account, "bank_account", 0.001),
    ):
        borrowed = (random.random(count) < share) & (masters[column][place] != None)  # noqa: E711
        values[borrowed] = masters[column][place][borrowed]
    columns = {
        "id_number": np.where(seen[0] < np.where(np.arange(count) < officers, 0.95, 0.4), draw.texts(people["number"]), None),
        "birth_date": _known(people["born"], seen[1] < 0.6),
        "phone": np.where(seen[2] < 0.7, phone, None), "email": np.where(seen[3] < 0.4, draw.emails(random, count), None),
        "address": np.where(seen[4] < 0.6, np.where(at_home, address[officer], address), None),
        "bank_account": np.where(seen[5] < 0.5, account, None),
    }  # fmt: skip
    group = _groups(officer, scale)
    own = {
        "officer_id": _codes("P", officers),
        "position": np.full(officers, "董事", dtype=object),
        "group_id": group[:officers],
    }
    kin = {"related_id": _codes("R", count)[officers:], "officer_id": _codes("P", count)[officer[officers:]],
           "relationship": np.full(count - officers, "配偶", dtype=object), "kind": np.full(count - officers, "person", dtype=object)}  # fmt: skip
    columns["name"] = people["name"]
    everybody = people | columns | {"group": officer % scale.groups, "officers": np.array(officers)}
    return own | _part(columns, slice(None, officers)), kin | _part(columns, slice(officers, None)), everybody


def _plant(
    random: np.random.Generator,
    watched: Columns,
    posts: tuple[Columns, Ints],
    holdings: tuple[Columns, Ints],
    scale: Scale,
) -> pa.Table:
    """Writes watched persons into posts (those with a birth date) and holdings (those with a number) of their own group."""
    truth: dict[str, list[object]] = {"watched": [], "table_name": [], "row": [], "kind": []}
    officers = int(watched["officers"])
    chosen = random.permutation(len(watched["name"]))[: scale.planted].tolist()
    for place, who in enumerate(chosen):
        kind = KINDS[place % len(KINDS)]
        with_number = kind in ("full_number", "mask", "mask_pinyin", "traditional")
        if watched["id_number" if with_number else "birth_date"][who] is None:
            continue
        (table, columns, groups) = ("holdings", *holdings) if with_number else ("appointments", *posts)
        row = _row_of_group(random, groups, int(watched["group"][who]), scale)
        if with_number:
            number = watched["number"][who : who + 1]
            columns["holder_kind"][row] = "person"
            columns["holder_id"][row] = draw.texts(number if kind == "full_number" else draw.masked(number, (6, 4)))[0]
        else:
            columns["birth_date"][row] = watched["birth_date"][who]
        name = watched["name"][who]
        written = (
            romanised(name)
            if kind.endswith("pinyin")
            else name.translate(_TRADITIONAL)
            if kind == "traditional"
            else name
        )
        columns["holder_name" if with_number else "person_name"][row] = written
        code = f"P{who:07d}" if who < officers else f"R{who:07d}"
        for column, value in zip(truth, (code, table, row, kind), strict=True):
            truth[column].append(value)
    return pa.table(truth)


_TRADITIONAL = str.maketrans(
    "张刘陈杨赵吴孙马罗郑谢韩冯邓萧叶苏卢贾阎龙国华丽兰凤伟军",
    "張劉陳楊趙吳孫馬羅鄭謝韓馮鄧蕭葉蘇盧賈閻龍國華麗蘭鳳偉軍",
)


def _row_of_group(random: np.random.Generator, groups: Ints, group: int, scale: Scale) -> int:
    """Any row whose company is a counterparty of the group; -1 marks those that are nobody's."""
    while True:
        rows = random.integers(0, len(groups), 4 * scale.groups)
        found = rows[groups[rows] == group]
        if len(found):
            return int(found[0])


def romanised(name: str) -> str:
    """Hanyu Pinyin, the surname first."""
    surname, given = split_name(name) or (name[0], name[1:])
    return f"{pinyin_key(surname + '一').removesuffix('yi').capitalize()} {pinyin_key(given).capitalize()}"


def _known(days: NDArray[np.datetime64], shown: NDArray[np.bool_]) -> Texts:
    found: Texts = days.astype("datetime64[D]").astype(object)
    found[~shown] = None
    return found


def _groups(places: Ints, scale: Scale) -> Texts:
    return _codes("G", scale.groups)[places % scale.groups]


def _codes(letters: str, count: int) -> Texts:
    return letters + np.char.zfill(np.arange(count).astype("U7"), 7).astype(object)


def _part(columns: Columns, rows: slice) -> Columns:
    return {name: values[rows] for name, values in columns.items()}
