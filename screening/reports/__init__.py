"""Reports: formats what the other stages decided. Decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screening.reports.view import View
    from screening.settings import RunSettings
    from screening.warehouse.store import Warehouse


def run(warehouse: Warehouse, night: RunSettings, folder: Path) -> None:
    """Writes every file of a run but its manifest into `folder`."""
    from screening.contract.outputs import QUALITY
    from screening.reports.arrow import write_parquet
    from screening.reports.page import write_page
    from screening.reports.view import View
    from screening.reports.workbook import write_workbook
    from screening.warehouse.manifest import dump_json

    view = View(warehouse, night)
    _write_tables(view, folder)
    write_parquet(folder / "quality.parquet", view.quality, QUALITY)
    coverage = {**view.coverage, "restricted": view.restricted_counts, "trend": view.trend}
    (folder / "coverage.json").write_text(dump_json(coverage), encoding="utf-8")
    if night.settings.restricted.officers:
        (folder / "restricted").mkdir(mode=0o700)
        _write_tables(View(warehouse, night, restricted=True), folder / "restricted")
    warehouse.step("report.xlsx")
    write_workbook(folder / "report.xlsx", view)
    warehouse.step("report.html")
    write_page(folder / "report.html", view)


def _write_tables(view: View, folder: Path) -> None:
    """What stands on one side of the wall around restricted people."""
    from screening.contract.outputs import COMPLIANCE, FINDINGS
    from screening.reports.arrow import write_parquet
    from screening.reports.candidates import write_candidates
    from screening.reports.index_files import write_index

    write_parquet(folder / "findings.parquet", view.findings, FINDINGS)
    write_parquet(folder / "compliance.parquet", view.officers_rows("compliance"), COMPLIANCE)
    write_candidates(folder / "candidates.jsonl", view.candidates)
    write_index(view, folder / "index")
