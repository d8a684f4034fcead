"""One sheet of a workbook that somebody gives back to us, as texts under its headers; opened where a hostile file harms nobody."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from screening.sources.cell_types import UNIT_SEPARATOR
from screening.sources.child_process import ReaderProcess
from screening.sources.rejections import rejected
from screening.sources.snapshot import take_snapshot
from screening.sources.workbook import open_workbook


def read_sheet_texts(path: Path, names: Collection[str], read: Collection[str]) -> list[tuple[int, Mapping[str, str]]]:
    """The rows below the first one: the number people see beside it, and its cells by header.

    Args:
        path: the workbook (.xlsx).
        names: what the sheet may be called.
        read: the headers that somebody will read; columns of one's own may stand beside them.

    Raises:
        DeliveryRejected: it cannot be read, has no sheet of such a name, or has one of these headers twice.
    """
    snapshot = take_snapshot(path)
    with ReaderProcess("workbook_child") as process:
        sheets = open_workbook(process, snapshot, "xlsx")
        sheet = next((sheet for sheet in sheets if sheet.name in names), None)
        if sheet is None:
            listed = "、".join(names)
            raise rejected(
                "missing_sheet",
                f"工作簿 {snapshot.file} 中没有名为 {listed} 的工作表。",
                f"Workbook {snapshot.file} has no sheet called {', '.join(names)}.",
            )
        _, payload = process.ask(snapshot.file, {"verb": "read", "sheet": sheet.name, "top": 1})
    found = json.loads(payload)
    headers = [header.strip() for header in found["top"][0]] if found["top"] else []
    for header in sorted(set(read)):
        if headers.count(header) > 1:
            raise rejected(
                "duplicate_column",
                f"工作簿 {snapshot.file} 的工作表 {sheet.name} 中，列 {header} 出现了两次；请只保留一列。",
                f"Workbook {snapshot.file}, sheet {sheet.name}: two headers name the column {header}; keep one.",
            )
    return list(_rows(found, headers))


def _rows(found: Mapping[str, Any], headers: Sequence[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    if not headers:
        return
    columns = [joined.split(UNIT_SEPARATOR) for joined, _ in found["columns"]]
    for place in range(1, found["height"]):
        yield (
            found["first_row"] + place,
            {header: column[place].strip() for header, column in zip(headers, columns, strict=True) if header},
        )
