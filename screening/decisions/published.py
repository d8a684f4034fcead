"""What a decision needs of a published run: what each finding is made of, and who may decide on whom."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from screening.errors import UsageError
from screening.settings import LogHead
from screening.warehouse.folder import latest, published
from screening.warehouse.manifest import read_manifest
from screening.warehouse.unreadable import unreadable

_SIDES = ("", "restricted")
_BASIS = "finding_basis.parquet"
_RECUSAL = "recusal.parquet"


@dataclass(frozen=True, slots=True)
class Basis:
    """One finding as a decision sees it.

    Attributes:
        officer_id: None for a shareholder's.
        facts: by field; `fingerprint` names them.
        rulings: what `identity_ruling` would hold on the comparisons of identity it rests on.
    """

    finding_id: str
    officer_id: str | None
    fingerprint: str
    facts: Mapping[str, Any]
    rulings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class PublishedRun:
    """One published run."""

    folder: Path

    @property
    def run_id(self) -> str:
        """Its name."""
        return self.folder.name

    @cached_property
    def manifest(self) -> Mapping[str, Any]:
        """Its manifest.

        Raises:
            IntegrityError: it is missing or unreadable.
        """
        return read_manifest(self.folder)

    @property
    def head(self) -> LogHead:
        """The state of the decision log it was made from."""
        told = self.manifest.get("decisions")
        return LogHead() if told is None else LogHead.model_validate(told)

    @property
    def output(self) -> Mapping[str, Any]:
        """The settings of [output]: language, time zone."""
        return dict(self.manifest["parameters"]["settings"]["output"])

    @property
    def language(self) -> str:
        """The language its reports speak."""
        return str(self.manifest["parameters"]["language"])

    @cached_property
    def basis(self) -> Mapping[str, Basis]:
        """Findings by id, those behind the wall too: they are decided by their id."""
        found = {}
        for side in _SIDES:
            for row in self._rows(side, _BASIS):
                rulings = tuple(json.loads(row["rulings"]))
                facts = json.loads(row["facts"])
                found[row["finding_id"]] = Basis(
                    row["finding_id"], row["officer_id"], row["fingerprint"], facts, rulings
                )
        return found

    @cached_property
    def recusals(self) -> list[Mapping[str, Any]]:
        """Rows of account, name, officer_id: [reviewers] as the run was configured, with the officers each is barred from."""
        return self._rows("", _RECUSAL)

    def _rows(self, side: str, name: str) -> list[Any]:
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = self.folder / side / "index" / name
        try:
            if side and not path.parent.is_dir():
                return []
            if not path.is_file():
                raise UsageError(
                    f"运行 {self.run_id} 由不支持记录决定的旧版本生成，请先用本版本重新运行。",
                    f"Run {self.run_id} was made by a version without decisions; run the night again with this one first.",
                    "run_without_basis",
                )
            rows: list[Any] = pq.ParquetFile(path).read().to_pylist()
        except (OSError, pa.ArrowException) as error:
            raise unreadable(
                self.run_id, f"{side}/index/" if side else "index/", denied=isinstance(error, PermissionError)
            ) from None
        return rows


def latest_run(out: Path) -> PublishedRun:
    """The run `latest` points to.

    Raises:
        UsageError: no such folder, or nothing was published in it.
    """
    folder = latest(out) if out.is_dir() else None
    if folder is None:
        raise UsageError(
            f"目录 {out} 中没有已发布的运行，请检查路径。",
            f"Nothing was published under {out}; check the path.",
            "nothing_published",
        )
    return PublishedRun(folder)


def run_named(out: Path, run_id: str) -> PublishedRun | None:
    """The published run of that name."""
    return PublishedRun(out / "runs" / run_id) if run_id in published(out) else None
