"""A shareholder's kind that his number belies: an organisation with a resident's number, a person with a credit code."""

from __future__ import annotations

from screening.contract.columns import Table
from screening.warehouse.store import Warehouse

_RESIDENT = "[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
_CREDIT_CODE = "[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}"


def doubt_holder_kinds(warehouse: Warehouse, tables: list[Table]) -> None:
    """Empties such kinds before names are read as a person's or a company's; `fill_defaults` will fill them by the number."""
    if not any(table.name == "holdings" for table in tables):
        return
    warehouse.run(
        """
        create or replace temp table s_doubted_kind as
        select record_id, holder_kind
        from std_holdings
        where case holder_kind
            when 'organisation' then regexp_full_match(trim(holder_id), $resident)
            when 'person' then regexp_full_match(upper(trim(holder_id)), $code) and not regexp_full_match(trim(holder_id), $resident)
            else false
        end
        """,
        {"resident": _RESIDENT, "code": _CREDIT_CODE},
    )
    warehouse.run(
        "update std_holdings set holder_kind = null where record_id in (select record_id from s_doubted_kind)"
    )


def settle_holder_kinds(warehouse: Warehouse, tables: list[Table]) -> None:
    """Gives back the kinds that neither number nor name denies, and lists the others."""
    if any(table.name == "holdings" for table in tables):
        warehouse.script(__package__, "settled_kind")
