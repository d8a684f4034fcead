"""What an empty cell means where other columns or tables tell it: kinds, positions, currencies, jurisdictions."""

from __future__ import annotations

import pyarrow as pa

from screening.contract.columns import Table
from screening.refdata.kinship import is_emergency_contact, kin, organisation_relation
from screening.refdata.positions import position_class
from screening.staging.readers.numbers import currency_in
from screening.warehouse.store import Warehouse


def fill_defaults(warehouse: Warehouse, tables: list[Table]) -> None:
    """Fills what the contract defines for empty cells; needs the dictionaries."""
    names = {table.name for table in tables}
    if "group_entities" in names:
        warehouse.run("update std_group_entities set jurisdiction = coalesce(upper(jurisdiction), 'CN')")
    if "officers" in names:
        _fill_positions(warehouse)
    if "related_parties" in names:
        _fill_kinds(warehouse)
    if "holdings" in names:
        warehouse.script("screening.staging", "holder_kind")
    _fill_currencies(warehouse, names)


def _fill_positions(warehouse: Warehouse) -> None:
    titles = [
        row["position"]
        for row in warehouse.rows("select distinct position from std_officers where position_class is null")
    ]
    classes = [position_class(title) for title in titles]
    warehouse.put(
        "s_title_class", pa.table({"title": pa.array(titles, pa.string()), "class": pa.array(classes, pa.string())})
    )
    warehouse.run(
        "update std_officers as o set position_class = t.class from s_title_class as t"
        " where o.position_class is null and t.title = o.position and t.class is not null"
    )


def _fill_kinds(warehouse: Warehouse) -> None:
    """An empty kind of a related party: an organisation by its number, its relation or its name, else a person."""
    words = [row["relationship"] for row in warehouse.rows("select distinct relationship from std_related_parties")]
    person = [kin(word) is not None or is_emergency_contact(word) for word in words]
    organisation = [
        not human and organisation_relation(word) is not None for word, human in zip(words, person, strict=True)
    ]
    warehouse.put("s_relation_kind", pa.table({
        "relationship": pa.array(words, pa.string()), "person": pa.array(person, pa.bool_()),
        "organisation": pa.array(organisation, pa.bool_()),
    }))  # fmt: skip
    warehouse.script("screening.staging", "related_kind")


def _fill_currencies(warehouse: Warehouse, names: set[str]) -> None:
    """The currency written beside the amount, else that of the entity: HKD in Hong Kong, CNY elsewhere."""
    for table, amount in (("transactions", "amount"), ("financing", "amount"), ("gifts", "value")):
        if table not in names:
            continue
        _tidy_currencies(warehouse, table, amount)
        if "group_entities" in names:
            warehouse.run(_ENTITY_CURRENCY if table == "transactions" else _OFFICER_CURRENCY.format(table=table))
        warehouse.run(f"update std_{table} set currency = 'CNY' where currency is null")


def _tidy_currencies(warehouse: Warehouse, table: str, amount: str) -> None:
    said = warehouse.rows(
        f"select distinct currency as written, null as amount from std_{table} where currency not in ('CNY', 'HKD')"
        f" union select distinct null, {amount} from s_cell_{table}"
        f" where currency is null and {amount} is not null and not regexp_full_match({amount}, '[-+\\d.,\\s]*')"
    )
    codes = [(row["written"], row["amount"], currency_in(row["written"] or row["amount"])) for row in said]
    written, amounts, found = zip(*codes, strict=True) if codes else ((), (), ())
    warehouse.put("s_currency_word", pa.table({
        "written": pa.array(written, pa.string()), "amount": pa.array(amounts, pa.string()), "code": pa.array(found, pa.string()),
    }))  # fmt: skip
    if not codes:
        return
    warehouse.run(
        f"update std_{table} as s set currency = coalesce(w.code, upper(w.written)) from s_currency_word as w where w.written = s.currency"
    )
    warehouse.run(
        f"update std_{table} as s set currency = w.code from s_cell_{table} as c join s_currency_word as w on w.amount = c.{amount}"
        " where c.record_id = s.record_id and s.currency is null"
    )


_ENTITY_CURRENCY = """
    update std_transactions as t set currency = 'HKD'
    where t.currency is null and t.entity_id in (select entity_id from std_group_entities where jurisdiction = 'HK')
"""

_OFFICER_CURRENCY = """
    update std_{table} as s set currency = 'HKD'
    where s.currency is null and s.officer_id in (
        select o.officer_id from std_officers as o left join std_group_entities as e on e.entity_id = o.entity_id
        group by o.officer_id having bool_and(coalesce(e.jurisdiction, 'CN') = 'HK')
    )
"""
