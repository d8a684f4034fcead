"""Submits whole tables to Great Expectations at three boundaries and turns verdicts into issues and errors.

Validation runs beside the night in a process of its own: a boundary's frames are frozen when the night passes it, and
every verdict is in before publication. Whatever has arrived is looked at after each stage, so a delivery that
fails is told early.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from screening.contract.internal import raw, std
from screening.errors import DeliveryRejected, RunFailed, ScreeningError
from screening.settings import RunSettings
from screening.validation.process import PATIENCE, ValidationProcess, broken
from screening.validation.suites import BOUNDARIES, Boundary, Expectation, Suite, load_suites, unusable
from screening.warehouse.store import Warehouse, quoted


class Guard:
    """The three boundaries of one night.

    Args:
        folder: a private directory for the frames; they hold the columns under expectation only.
        delivery: may bring suites of its own.
        process: does the validating; it outlives the guard.

    Raises:
        UsageError: a suite cannot be read.
    """

    def __init__(self, folder: Path, delivery: Path, process: ValidationProcess) -> None:
        self._folder, self._process = folder, process
        self._suites = {boundary: tuple(load_suites(boundary, delivery)) for boundary in BOUNDARIES}
        self._open: dict[str, Suite] = {}

    def submit(self, boundary: Boundary, warehouse: Warehouse, night: RunSettings) -> None:
        """Freezes the tables that have a suite at this boundary; a table that was not delivered has none.

        Raises:
            UsageError: a suite names a column that its table does not have.
        """
        for number, suite in enumerate(self._suites[boundary]):
            table = _table_of(suite)
            if not warehouse.has(table):
                continue
            _require_columns(suite, table, warehouse)
            name = f"{boundary}-{number}"
            frame = self._folder / f"{name}.arrow"
            _write_frame(frame, warehouse.query(_frame_query(suite, table), _parameters(suite, night)))
            tasks = [
                expectation.model_dump(mode="json", include={"id", "expect", "arguments"})
                for expectation in suite.expectations
            ]
            self._process.send({"name": name, "frame": str(frame), "expectations": tasks})
            self._open[name] = suite

    def collect(self, warehouse: Warehouse, *, wait: bool) -> None:
        """Turns the verdicts that have arrived, or with `wait` all of them, into rows of `issue`.

        Raises:
            DeliveryRejected: a hard expectation on the delivered tables failed.
            RunFailed: one on staged tables or findings failed, or the validation itself did.
            UsageError: what a suite says is no expectation.
        """
        while self._open:
            answer = self._process.receive(PATIENCE if wait else 0)
            if answer is None and wait:
                raise broken()
            if answer is None:
                return
            suite = self._open.pop(answer["name"])
            if answer["unusable"]:
                raise unusable(suite.boundary, suite.table, f"expectation {answer['unusable'][0]}")
            _judge(suite, answer["results"], warehouse)

    def prefer_rejection(self, warehouse: Warehouse, error: Exception) -> Exception:
        """After a stage failed: a delivery that fails its own expectations is the better explanation.

        Returns:
            That rejection, else the error itself.
        """
        if isinstance(error, ScreeningError) and error.exit_status != RunFailed.exit_status:
            return error
        try:
            self.collect(warehouse, wait=True)
        except DeliveryRejected as rejection:
            return rejection
        except Exception:  # noqa: BLE001 - the first error is the one to tell
            return error
        return error


def _table_of(suite: Suite) -> str:
    """The warehouse table a suite speaks about."""
    if suite.boundary == "delivered":
        return raw(suite.table)
    if suite.boundary == "staged" and suite.table != "row_account":
        return std(suite.table)
    return suite.table


def _require_columns(suite: Suite, table: str, warehouse: Warehouse) -> None:
    """Names of columns come from a file that people write; the engine would call a wrong one a fault of ours."""
    known = warehouse.columns(table) or ()
    strange = sorted(set(suite.columns) - set(known) - set(suite.metrics))
    if strange:
        raise unusable(suite.boundary, suite.table, f"column {strange[0]}")


def _frame_query(suite: Suite, table: str) -> str:
    if suite.metrics:
        metrics = ", ".join(f"{sql} as {quoted(name)}" for name, sql in suite.metrics.items())
        return f"select {metrics} from {quoted(table)}"
    columns = ", ".join(quoted(column) for column in suite.columns) or "1 as n"
    return f"select {columns} from {quoted(table)}"


def _parameters(suite: Suite, night: RunSettings) -> dict[str, Any]:
    return {"as_of": night.as_of} if any("$as_of" in sql for sql in suite.metrics.values()) else {}


def _write_frame(path: Path, frame: pa.Table) -> None:
    with (
        pa.OSFile(str(path), "wb") as file,
        pa.ipc.new_file(file, frame.schema) as writer,
    ):
        writer.write_table(frame)


def _judge(suite: Suite, results: Mapping[str, bool | None], warehouse: Warehouse) -> None:
    failed = [expectation for expectation in suite.expectations if results[expectation.id] is not True]
    hard = next((expectation for expectation in failed if expectation.severity == "hard"), None)
    if hard is not None:
        if results[hard.id] is None:
            raise unusable(suite.boundary, suite.table, f"expectation {hard.id}")
        kind = DeliveryRejected if suite.boundary == "delivered" else RunFailed
        raise kind(f"表 {suite.table}：{hard.zh}", f"Table {suite.table}: {hard.en}", f"expectation_{hard.id}")
    warehouse.append("issue", [_issue(suite, expectation, results[expectation.id]) for expectation in failed])


def _issue(suite: Suite, expectation: Expectation, result: bool | None) -> dict[str, Any]:
    columns = sorted(expectation.columns)
    return {
        "table_name": suite.table,
        "check_id": f"expectation_{expectation.id}",
        "severity": "warning",
        "column_name": columns[0] if len(columns) == 1 and not suite.metrics else None,
        "message_zh": expectation.zh if result is False else "该检查无法执行，请核对数据期望文件。",
        "message_en": expectation.en if result is False else "This check could not be made; look at the suite.",
    }
