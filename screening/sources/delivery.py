"""Reads a whole delivery: every file once, every row accounted for, then the questions that need whole tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.contract.columns import Table
from screening.contract.internal import raw
from screening.contract.tables import TABLES
from screening.settings import RunSettings
from screening.sources.discovery import Listing, list_delivery, two_files
from screening.sources.issues import IssueBook
from screening.sources.notices import note_ignored_files, note_ignored_sheets, note_reading, note_unlisted
from screening.sources.opening import Lanes, Opened
from screening.sources.raw import to_raw
from screening.sources.readings import Reading
from screening.sources.rejections import shown
from screening.sources.required import require_tables
from screening.sources.share_units import ask_share_unit
from screening.sources.sidecar import Claim, check_rows, find_files, not_delivered, read_sidecar
from screening.warehouse.store import Warehouse


@dataclass(slots=True)
class _Delivery:
    """What has been read so far; lists by table, in the order of its parts."""

    raw: dict[str, list[pa.Table]] = field(default_factory=dict)
    sheets: dict[str, list[Reading]] = field(default_factory=dict)  # only these raise the question of the share unit
    delivered: list[dict[str, Any]] = field(default_factory=list)
    issues: IssueBook = field(default_factory=IssueBook)

    def keep(self, table: Table, reading: Reading, opened: Opened) -> int:
        """Adds the rows of one table from one file; returns how many records that is, unreadable ones included."""
        file = opened.snapshot.file
        rows = to_raw(table, reading, file, self.issues)
        self.raw.setdefault(table.name, []).append(rows)
        if reading.sheet is not None:
            self.sheets.setdefault(table.name, []).append(reading)
        records: int = rows.num_rows + reading.records_lost
        self.delivered.append({
            "table_name": table.name, "file": file, "format": opened.form, "encoding": reading.encoding,
            "sheet": reading.sheet, "bytes": len(opened.snapshot.data), "sha256": opened.snapshot.sha256, "rows": records,
            "columns": list(reading.layout.positions), "unknown_columns": list(reading.layout.unknown),
        })  # fmt: skip
        note_reading(self.issues, table, reading, file)
        return records

    def file_of(self, table: Table) -> str:
        """Name of the first file of a table."""
        return next(str(row["file"]) for row in self.delivered if row["table_name"] == table.name)


def read_delivery(warehouse: Warehouse, night: RunSettings) -> None:
    """Reads the delivery into `raw_<table>`, `delivered` and `issue`; see `screening.sources.run`."""
    settings = night.settings
    listing = list_delivery(night.delivery, settings)
    claims = _claimed_files(listing, night.delivery)
    delivery = _Delivery()
    note_ignored_files(delivery.issues, listing.ignored)
    records: dict[tuple[str, Path], int] = {}
    with Lanes(settings, claims) as lanes:
        tables = [(name, path) for name, paths in listing.files.items() for path in paths]
        opening = [(name, path, lanes.submit(path, TABLES[name])) for name, path in tables]
        if listing.workbook is not None:
            opening.append(("delivery.xlsx", listing.workbook, lanes.submit(listing.workbook, None)))
        for name, path, future in opening:
            warehouse.step(f"reading {name}")
            opened = future.result()
            for table, reading in opened.parts:
                if path == listing.workbook and table.name in delivery.raw:
                    raise two_files(table, delivery.file_of(table), f"{opened.snapshot.file}（{table.name}）")
                records[table.name, path] = delivery.keep(table, reading, opened)
            note_ignored_sheets(delivery.issues, opened)
    for claim, path in claims:
        if (claim.table.name, path) not in records:
            raise not_delivered(claim)
        check_rows(claim, shown(path), records[claim.table.name, path])
    require_tables({name: sum(part.num_rows for part in parts) for name, parts in delivery.raw.items()})
    for name, sheets in delivery.sheets.items():
        ask_share_unit(TABLES[name], sheets, settings.source(name), delivery.file_of(TABLES[name]))
    if claims:
        note_unlisted(delivery.issues, set(delivery.raw) - {claim.table.name for claim, _ in claims})
    for name, parts in delivery.raw.items():
        warehouse.put(raw(name), pa.concat_tables(parts))
    warehouse.append("delivered", delivery.delivered)
    delivery.issues.write(warehouse)


def _claimed_files(listing: Listing, folder: Path) -> tuple[tuple[Claim, Path], ...]:
    """What the sidecar says of each file; a table without a file of its own may stand in `delivery.xlsx`."""
    claims = read_sidecar(folder)
    files = dict(listing.files)
    if listing.workbook is not None:
        files = {claim.table.name: (listing.workbook,) for claim in claims} | files
    return find_files(claims, files, folder)
