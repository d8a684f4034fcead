"""The facts of manifest.json besides the hashes of the outputs."""

from __future__ import annotations

from typing import Any

from screening import CONTRACT_VERSION, __version__
from screening.reports.titles import policy_version
from screening.settings import RunSettings
from screening.warehouse.identity import resource_digest
from screening.warehouse.store import Warehouse

_NOT_TOLD: Any = {"limits": {"memory", "threads"}, "restricted": True, "reviewers": True}
"""Settings that change no result, and people whose names the published files must not tell; the run id covers the latter."""


def manifest_facts(warehouse: Warehouse, night: RunSettings) -> dict[str, Any]:
    """Inputs with hashes, versions, parameters and row counts; nothing of threads, times or folders."""
    inputs = warehouse.rows(
        "select table_name, file, format, bytes, sha256, rows from delivered order by table_name, file"
    )
    counts = warehouse.rows(
        "select table_name, read, staged, rejected, duplicate, excluded from row_account order by table_name"
    )
    return {
        "contract_version": CONTRACT_VERSION,
        "run_id": night.run_id,
        "program": {"name": "coi-screening", "version": __version__},
        "policy": {
            "version": policy_version(),
            "digest": resource_digest("policy"),
            "reference": resource_digest("reference"),
        },
        "expectations": resource_digest("expectations"),
        "parameters": {
            "as_of": night.as_of.isoformat(),
            "language": night.language,
            "settings": night.settings.model_dump(mode="json", exclude=_NOT_TOLD),
        },
        "baseline": night.baseline.name if night.baseline is not None else None,
        "decisions": night.decisions.model_dump(),
        "inputs": inputs,
        "rows": {row.pop("table_name"): row for row in counts},
        "findings": warehouse.one("select count(*) from finding"),
    }
