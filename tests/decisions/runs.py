"""Published runs as decisions see them, made without a night: an index, a manifest, a line in the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from screening.decisions.log import read_log
from screening.decisions.record import Desk, open_desk
from screening.decisions.request import Request
from screening.findings.substance import fingerprint
from screening.warehouse import folder
from screening.warehouse.journal import Journal
from screening.warehouse.manifest import write_manifest

MONDAY = "2026-11-20-aaaaaaaaaaaa"
TUESDAY = "2026-11-21-bbbbbbbbbbbb"
LINK = {
    "subject": "person", "officer_id": "P1", "watched_key": "0123456789abcdef", "table_name": "holdings",
    "company_id": "C1", "mention_key": "冯砚秋", "mention_number": None, "other_company_id": None,
}  # fmt: skip


def clock() -> datetime:
    return datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


def facts(**changed: Any) -> dict[str, Any]:
    return {"outcome": "candidate", "share_pct": "12", "officer_identity": "冯砚秋, 1101**********0134, 1990"} | changed


def basis(
    finding_id: str, officer_id: str | None = "P1", links: Sequence[Any] = (LINK,), **changed: Any
) -> dict[str, Any]:
    """One row of finding_basis."""
    told = facts(**changed)
    return {
        "finding_id": finding_id, "officer_id": officer_id, "fingerprint": fingerprint(told),
        "facts": json.dumps(told, ensure_ascii=False), "rulings": json.dumps(list(links), ensure_ascii=False),
    }  # fmt: skip


def publish(
    out: Path,
    run_id: str,
    findings: Sequence[Mapping[str, Any]],
    *,
    restricted: Sequence[Mapping[str, Any]] = (),
    reviewers: Sequence[tuple[str, str, str | None]] = (),
) -> None:
    """Publishes a run that read the decision log as it is now."""
    out.mkdir(exist_ok=True)
    with folder.building(out) as built:
        _write(built / "index" / "finding_basis.parquet", list(findings), list(basis("F")))
        names = ("account", "name", "officer_id")
        _write(built / "index" / "recusal.parquet", [dict(zip(names, row, strict=True)) for row in reviewers], names)
        if restricted:
            _write(built / "restricted" / "index" / "finding_basis.parquet", list(restricted), list(basis("F")))
        output = {"time_zone": "Asia/Shanghai", "language": "zh"}
        told = {
            "run_id": run_id, "decisions": read_log(out).head.model_dump(),
            "parameters": {"language": "zh", "settings": {"output": output}},
        }  # fmt: skip
        manifest = write_manifest(built, told)
        folder.publish(out, built, run_id)
    folder.point_latest(out)
    Journal(out, clock).write("published", run_id=run_id, manifest=manifest)


def desk(out: Path, account: str = "lin") -> Desk:
    return open_desk(out, clock, account)


def asked(finding_id: str = "F1", **changed: Any) -> Request:
    told: dict[str, Any] = {"finding_id": finding_id, "decision": "dismissed", "reason": "已核对", "by": "lin"}
    return Request(**(told | changed))


def _write(path: Path, rows: list[Mapping[str, Any]], names: Sequence[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in names}), path)
