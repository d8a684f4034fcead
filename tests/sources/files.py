"""Small delivered files, made in memory."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

OFFICERS = "officer_id,name,position\nO1,测试甲,董事\nO2,测试乙,监事\n"
SUPPLIERS = "party_id,name,uscc\nS1,测试贸易有限公司,\nS2,测试实业有限公司,\n"


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Any]]], *, hidden: Iterable[str] = (), calendar_1904: bool = False
) -> bytes:
    """An .xlsx workbook; a text beginning with `=` becomes a formula with the value None says it has: nothing."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": calendar_1904, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if isinstance(cell, datetime | date):
                    sheet.write_datetime(r, c, cell, day)
                elif isinstance(cell, str) and not cell.startswith("="):
                    sheet.write_string(r, c, cell)
                elif cell is not None:
                    sheet.write(r, c, cell)
    book.close()
    return stream.getvalue()


def repacked(book: bytes, member: str, change: Mapping[bytes, bytes]) -> bytes:
    """A workbook with some bytes of one member replaced; every one of them must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == member:
                for before, after in change.items():
                    assert before in data, before
                    data = data.replace(before, after)
            new.writestr(info.filename, data)
    return out.getvalue()


def parquet(columns: Mapping[str, pa.Array | list[Any]]) -> bytes:
    """A Parquet file of the given columns."""
    stream = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), stream)
    return stream.getvalue()


def old_container(stream_name: str, stream: bytes = b"") -> bytes:
    """A compound file (the container of .xls and of encrypted workbooks) with one stream of at least 4096 bytes."""
    free, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    data = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    sectors = len(data) // 512
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    chain = [fat_sector, end, *range(3, 2 + sectors), end]
    fat = b"".join(struct.pack("<I", link) for link in chain + [free] * (128 - len(chain)))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        text = (name + "\0").encode("utf-16-le")
        head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, free, free, child)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 1, end, 0) + entry(stream_name, 2, free, 2, len(data)) + bytes(256)
    return header + fat + directory + data


def old_workbook(rows: Sequence[Sequence[str | float]]) -> bytes:
    """An .xls workbook (BIFF8) with one sheet of texts and numbers."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))

    cells = b""
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            place = struct.pack("<HHH", r, c, 0)
            if isinstance(cell, str):
                text = cell.encode("utf-16-le")
                cells += record(0x0204, place + struct.pack("<HB", len(cell), 1) + text)
            else:
                cells += record(0x0203, place + struct.pack("<d", cell))
    name = "Sheet1"
    length = len(begin(5)) + 4 + 8 + len(name) + 4
    sheet = record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(name), 0) + name.encode())
    return old_container("Workbook", begin(5) + sheet + record(0x000A, b"") + begin(0x10) + cells + record(0x000A, b""))
