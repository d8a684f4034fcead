"""Reads and rewrites the files of a delivery: rows shuffled, rows added, cells changed."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from sample_files import LAYOUTS, Layout

Row = list[str]
Change = Callable[[Row, list[Row]], list[Row]]


@dataclass(frozen=True, slots=True)
class File:
    """One table of the sample as texts.

    Attributes:
        header: as delivered.
        rows: as delivered, empty cells as empty texts.
    """

    path: Path
    header: Row
    rows: list[Row]

    @property
    def table(self) -> str:
        return self.path.stem

    def place(self, *names: str) -> int:
        """The column that bears one of these headers."""
        return next(place for place, header in enumerate(self.header) if header in names)


def read(path: Path) -> File:
    """One table in whatever format the sample has it."""
    if path.suffix == ".parquet":
        data = pq.read_table(path)
        cells = [["" if value is None else str(value) for value in row.values()] for row in data.to_pylist()]
        return File(path, data.column_names, cells)
    if path.suffix == ".xlsx":
        rows = [
            ["" if cell is None else str(cell) for cell in row] for row in openpyxl.load_workbook(path).active.values
        ]
    else:
        layout = LAYOUTS.get(path.stem, Layout())
        text = path.read_bytes().decode(layout.encoding)
        rows = list(csv.reader(io.StringIO(text), delimiter=layout.separator))
    return File(path, rows[0], rows[1:])


def write(file: File) -> None:
    """Writes it back in the same format."""
    if file.path.suffix == ".parquet":
        columns = [
            pa.array([row[place] or None for row in file.rows], pa.string()) for place in range(len(file.header))
        ]
        pq.write_table(pa.table(columns, names=file.header), file.path)
    elif file.path.suffix == ".xlsx":
        book = xlsxwriter.Workbook(str(file.path), {"strings_to_formulas": False, "strings_to_urls": False})
        sheet = book.add_worksheet("Sheet1")
        for number, row in enumerate([file.header, *file.rows]):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, cell)
        book.close()
    else:
        layout = LAYOUTS.get(file.table, Layout())
        text = io.StringIO()
        writer = csv.writer(text, delimiter=layout.separator)
        writer.writerows([file.header, *file.rows])
        file.path.write_bytes(text.getvalue().encode(layout.encoding))


def files(delivery: Path) -> list[File]:
    """Every table of a delivery."""
    return [read(path) for path in sorted(delivery.iterdir()) if path.suffix in (".csv", ".xlsx", ".parquet")]


def change(delivery: Path, table: str, how: Change) -> None:
    """Replaces the rows of one table."""
    (path,) = delivery.glob(f"{table}.*")
    file = read(path)
    write(File(path, file.header, how(file.header, file.rows)))


def shuffle(delivery: Path, seed: int) -> None:
    """Puts the rows of every table into another order."""
    for file in files(delivery):
        write(File(file.path, file.header, random.Random(seed).sample(file.rows, len(file.rows))))


def seal(delivery: Path) -> None:
    """Writes a sidecar that fits the files."""
    tables = {}
    for file in files(delivery):
        content = file.path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        tables[file.table] = {"file": file.path.name, "rows": len(file.rows), "bytes": len(content), "sha256": digest}
    (delivery / "delivery.json").write_text(json.dumps({"tables": tables}), encoding="utf-8")


def spoil_softly(delivery: Path) -> None:
    """Plants defects that a delivery survives: duplicates, malformed cells, unknown words, a rejected row."""

    def holdings(header: Row, rows: list[Row]) -> list[Row]:
        bad = list(rows[3])
        bad[header.index("share_pct")] = "a third"
        return [*rows, rows[0], rows[1], bad]

    def suppliers(header: Row, rows: list[Row]) -> list[Row]:
        changed = [list(row) for row in rows]
        changed[4][header.index("建档日期")] = "2026/13/45"
        changed[5][header.index("统一社会信用代码")] = "91350203MA6C00703"
        changed[6][header.index("主体类型")] = "星际公司"
        nameless = list(rows[7])
        nameless[header.index("名称")] = ""
        return [*changed, nameless]

    def related(header: Row, rows: list[Row]) -> list[Row]:
        changed = [list(row) for row in rows]
        changed[2][header.index("关系")] = "球友"
        changed[2][header.index("证件号码")] = "110101199003078516"
        return changed

    change(delivery, "holdings", holdings)
    change(delivery, "suppliers", suppliers)
    change(delivery, "related_parties", related)
