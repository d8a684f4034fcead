"""Names that a cell states beside the name: 黄勇（曾用名：黄宇晨）, 新名有限公司（原旧名有限公司）. They join the record's other names.

A bare 原 counts only before the name of a company: 原生态 and 原厂 are ordinary words.
"""

from __future__ import annotations

import re

import pyarrow as pa

from screening.contract.columns import Table
from screening.contract.tables import MASTERS
from screening.warehouse.store import Warehouse, quoted

_COLUMN = {
    "officers": "other_names",
    "related_parties": "other_names",
    "registry_companies": "former_names",
    **dict.fromkeys(MASTERS, "former_names"),
}
"""Where a second name belongs, by table."""
_WORDS = "曾用名称?|原名称?|旧名称?|前称|旧称|又名|别名|formerly known as|formerly|f/?k/?a|a[.]?k[.]?a[.]?"
_NAME = "(?:[^()（）\\[\\]【】;；]|[(（][^()（）\\[\\]【】;；]{1,12}[)）]){2,60}?"
"""What a former name is made of; it may hold brackets of its own: （原名：华盛（深圳）科技有限公司）."""
_BEGINS = f"(?i)[(（\\[【]\\s*(?:{_WORDS}|原)"
"""How every such statement begins. Asked of every row by the engine, for which `_STATED` itself takes 50 ms to compile."""
_STATED = re.compile(
    f"[(（\\[【]\\s*(?:(?:{_WORDS})\\s*[:：为是]?\\s*({_NAME})|原[:：]?\\s*({_NAME}(?:公司|厂|商行|合作社)))\\s*[)）\\]】]",
    re.IGNORECASE,
)


def stated_name(text: str) -> str | None:
    """The former or other name that the cell of a name states in brackets, null where it states none."""
    found = _STATED.search(text)
    return (found[1] or found[2] or "").strip() or None if found else None


def read_stated_names(warehouse: Warehouse, tables: list[Table]) -> None:
    """Adds the name stated in brackets to the record's other or former names, unless it stands there already."""
    for table in tables:
        column = _COLUMN.get(table.name)
        if column is None:
            continue
        cells = warehouse.rows(
            f"select distinct name from std_{table.name} where regexp_matches(name, $begins) order by name",
            {"begins": _BEGINS},
        )
        stated = {row["name"]: name for row in cells if (name := stated_name(row["name"])) is not None}
        if not stated:
            continue
        warehouse.put("s_stated", pa.table({"name": list(stated), "stated": list(stated.values())}))
        warehouse.run(f"""
            update std_{table.name} as t
            set {quoted(column)} = list_append(coalesce(t.{quoted(column)}, []), s.stated)
            from s_stated as s
            where s.name = t.name and not list_contains(coalesce(t.{quoted(column)}, []), s.stated)
        """)
        warehouse.run("drop table s_stated")
