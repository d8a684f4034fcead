"""What a delivery must hold to be screened at all."""

from __future__ import annotations

from collections.abc import Mapping

from screening.contract.tables import MASTERS, REQUIRED_TABLES, TABLES
from screening.sources.rejections import rejected


def require_tables(rows: Mapping[str, int]) -> None:
    """Checks that people and counterparties were delivered.

    Args:
        rows: delivered table -> number of its records.

    Raises:
        DeliveryRejected: officers or every master is missing or without rows.
    """
    for name in REQUIRED_TABLES:
        table = TABLES[name]
        if name not in rows:
            raise rejected(
                "missing_table",
                f"缺少必需的表 {name}（{table.zh}）；请将其加入交付目录。",
                f"The required table {name} ({table.zh}) is missing; add it to the delivery.",
            )
        if rows[name] == 0:
            raise rejected(
                "empty_table",
                f"表 {name}（{table.zh}）没有数据行；请核对导出后重新交付。",
                f"Table {name} ({table.zh}) has no rows; check the export and deliver again.",
            )
    masters = [name for name in MASTERS if name in rows]
    names_zh = "、".join(f"{name}（{TABLES[name].zh}）" for name in MASTERS)
    names_en = ", ".join(MASTERS)
    if not masters:
        raise rejected(
            "missing_table",
            f"缺少往来方主数据：{names_zh} 至少需要一个；请将其加入交付目录。",
            f"No master was delivered: at least one of {names_en} is required; add it to the delivery.",
        )
    if not any(rows[name] for name in masters):
        raise rejected(
            "empty_masters",
            f"所交付的主数据（{names_zh}）均没有数据行；请核对导出后重新交付。",
            f"None of the delivered masters ({names_en}) has rows; check the export and deliver again.",
        )
