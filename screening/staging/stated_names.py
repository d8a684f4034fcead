"""Names that a cell states beside the name: 黄勇（曾用名：黄宇晨）, 新名有限公司（原旧名有限公司）. They join the record's other names.

A bare 原 counts only before the name of a company: 原生态 and 原厂 are ordinary words.
"""

from __future__ import annotations

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
_STATED = f"(?i)[(（\\[【]\\s*(?:(?:{_WORDS})\\s*[:：为是]?\\s*({_NAME})|原[:：]?\\s*({_NAME}(?:公司|厂|商行|合作社)))\\s*[)）\\]】]"


def read_stated_names(warehouse: Warehouse, tables: list[Table]) -> None:
    """Adds the name stated in brackets to the record's other or former names, unless it stands there already."""
    for table in tables:
        column = _COLUMN.get(table.name)
        if column is None:
            continue
        warehouse.run(
            f"""
            update std_{table.name} as t
            set {quoted(column)} = list_append(coalesce(t.{quoted(column)}, []), s.stated)
            from (
                select record_id,
                    coalesce(nullif(trim(regexp_extract(name, $stated, 1)), ''), nullif(trim(regexp_extract(name, $stated, 2)), '')) as stated
                from std_{table.name}
                where name is not null and regexp_matches(name, $stated)
            ) as s
            where s.record_id = t.record_id and s.stated is not null
                and not list_contains(coalesce(t.{quoted(column)}, []), s.stated)
            """,
            {"stated": _STATED},
        )
