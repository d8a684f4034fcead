"""Small literal deliveries: a good one that every rule of the contract accepts, and ways to write tables."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Sequence[Mapping[str, Any]]

OFFICERS: Rows = [
    {"officer_id": "P01", "name": "冯砚秋", "position": "董事", "id_number": "110101199003070134"},
    {"officer_id": "P02", "name": "褚望舒", "position": "监事", "id_number": "110101198512120217"},
]
SUPPLIERS: Rows = [
    {"party_id": f"S{number:02d}", "name": f"苏州{brand}商贸有限公司", "uscc": ""}
    for number, brand in enumerate(
        ("听雪庐", "桃叶津", "枫桥泊", "揽月湾", "疏影阁", "寒碧轩", "濯缨台", "莼鲈乡", "半闲堂", "惊鸿渡"), start=1
    )
]
HOLDINGS: Rows = [
    {
        "holder_name": "冯砚秋",
        "holder_id": "110101199003070134",
        "company_name": "苏州听雪庐商贸有限公司",
        "share_pct": "30",
    }
]


def write_csv(path: Path, rows: Rows, encoding: str = "utf-8") -> None:
    """A CSV file with the keys of the first row as headers."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def write_xlsx(path: Path, rows: Rows) -> None:
    """A workbook of one sheet; numbers are numeric cells, texts are text."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    for place, header in enumerate(rows[0]):
        sheet.write_string(0, place, header)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row.values()):
            sheet.write(number, place, value)
    book.close()


def write_good(folder: Path) -> Path:
    """A delivery of officers, suppliers and holdings in which nothing is wrong."""
    folder.mkdir(parents=True)
    write_csv(folder / "officers.csv", OFFICERS)
    write_csv(folder / "suppliers.csv", SUPPLIERS)
    write_csv(folder / "holdings.csv", HOLDINGS)
    return folder
