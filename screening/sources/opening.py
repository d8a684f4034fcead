"""Opens delivered files, each format in a lane of its own, so that a workbook is read while text is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from screening.contract.columns import Table
from screening.settings import Settings
from screening.sources.child_process import ReaderProcess
from screening.sources.csv_file import read_csv
from screening.sources.headers import table_named
from screening.sources.parquet_file import read_parquet
from screening.sources.readings import Reading
from screening.sources.sidecar import Claim, check_bytes
from screening.sources.snapshot import Snapshot, take_snapshot
from screening.sources.workbook import choose_sheet, open_workbook, read_sheet


@dataclass(frozen=True, slots=True)
class Opened:
    """One delivered file, read.

    Attributes:
        form: csv, xlsx, xls or parquet.
        parts: what it holds; several only in `delivery.xlsx`.
        ignored_sheets: (name, visible) of the sheets that were not read.
    """

    snapshot: Snapshot
    form: str
    parts: tuple[tuple[Table, Reading], ...]
    ignored_sheets: tuple[tuple[str, bool], ...] = ()


def form_of(path: Path) -> str:
    """The format that a file's extension names."""
    return path.suffix.lstrip(".").casefold()


class Lanes:
    """One thread per format, and the reading processes they need; leaving it ends all of them."""

    def __init__(self, settings: Settings, claims: Sequence[tuple[Claim, Path]]) -> None:
        self._settings = settings
        self._claims = claims
        self._stack = ExitStack()
        self._threads: dict[str, ThreadPoolExecutor] = {}
        self._processes: dict[str, ReaderProcess] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes.values():
            process.stop()
        for thread in self._threads.values():
            thread.shutdown(wait=True, cancel_futures=True)
        self._stack.close()

    def submit(self, path: Path, table: Table | None) -> Future[Opened]:
        """Begins to read a file.

        Args:
            path: the file.
            table: what it holds; none for the workbook whose sheets bear tables' names.
        """
        form = form_of(path)
        lane = "workbook" if form.startswith("xls") else form
        if lane not in self._threads:
            self._threads[lane] = ThreadPoolExecutor(1)
            if lane == "workbook":
                self._processes[lane] = self._stack.enter_context(ReaderProcess("workbook_child"))
            elif lane == "parquet":
                self._processes[lane] = self._stack.enter_context(ReaderProcess("parquet_child"))
        return self._threads[lane].submit(self._open, path, table, lane)

    def _open(self, path: Path, table: Table | None, lane: str) -> Opened:
        snapshot = take_snapshot(path)
        for claim, claimed in self._claims:
            if claimed == path:
                check_bytes(claim, snapshot)
        if table is None:
            return self._open_tables(snapshot)
        source, form = self._settings.source(table.name), form_of(path)
        if lane == "csv":
            return Opened(snapshot, form, ((table, read_csv(snapshot, table, source)),))
        process = self._processes[lane]
        if lane == "parquet":
            return Opened(snapshot, form, ((table, read_parquet(process, snapshot, table, source)),))
        sheets = open_workbook(process, snapshot, form)
        chosen = choose_sheet(sheets, table, source, snapshot.file)
        reading = read_sheet(process, chosen, table, source, snapshot.file)
        ignored = tuple((sheet.name, sheet.visible) for sheet in sheets if sheet is not chosen)
        return Opened(snapshot, form, ((table, reading),), ignored)

    def _open_tables(self, snapshot: Snapshot) -> Opened:
        """Reads the workbook whose visible sheets bear tables' names."""
        process = self._processes["workbook"]
        parts, ignored = [], []
        for sheet in open_workbook(process, snapshot, "xlsx"):
            table = table_named(sheet.name)
            if table is None or not sheet.visible:
                ignored.append((sheet.name, sheet.visible))
            else:
                source = self._settings.source(table.name)
                parts.append((table, read_sheet(process, sheet, table, source, snapshot.file)))
        return Opened(snapshot, "xlsx", tuple(parts), tuple(ignored))
