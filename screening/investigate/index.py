"""One published run, read-only: its index and findings, on those sides of the wall that the caller may read."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from screening.contract.index import INDEX_TABLES, INDEX_VERSION
from screening.decisions.reviewers import Reviewers, system_account
from screening.errors import UsageError
from screening.warehouse.folder import latest
from screening.warehouse.unreadable import unreadable

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]
_RUN_TABLES = ("findings", "compliance")
_PLACE = re.compile(r"\{(\w+)\}")


class Index:
    """The tables of one run as SQL.

    Attributes:
        folder: the run's folder.
        sees_restricted: whether rows behind the wall are read too, because the caller may read `restricted/`.
    """

    def __init__(self, out: Path) -> None:
        """Opens OUT/latest.

        Raises:
            UsageError: nothing is published there, or by a version with another index.
            IntegrityError: its index is damaged.
        """
        folder = latest(out)
        if folder is None:
            raise UsageError(
                f"目录 {out} 中没有已发布的运行，请检查路径。",
                f"Nothing was published under {out}; check the path.",
                "nothing_published",
            )
        self.folder = folder
        inside = folder / "restricted"
        self._walled = inside.is_dir()
        self.sees_restricted = self._walled and os.access(inside, os.R_OK | os.X_OK)
        self._db = duckdb.connect(":memory:", config={"threads": 2, "autoinstall_known_extensions": "false"})
        self._db.execute("set enable_progress_bar = false; set TimeZone = 'UTC'; set parquet_metadata_cache = true")
        self._check_version()

    @property
    def run_id(self) -> str:
        """The run's id."""
        return self.folder.name

    @property
    def as_of(self) -> str:
        """The day it stands for, ISO."""
        return self.folder.name[:10]

    @cached_property
    def manifest(self) -> Mapping[str, Any]:
        """manifest.json."""
        return self._json("manifest.json", ("program", "parameters"))

    @cached_property
    def coverage(self) -> Mapping[str, Any]:
        """coverage.json."""
        return self._json("coverage.json", ("rules", "restricted"))

    @property
    def hidden(self) -> Mapping[str, int] | None:
        """How many findings and candidates stand behind the wall; None where there is no wall, or the caller sees behind it."""
        return None if self.sees_restricted or not self._walled else dict(self.coverage["restricted"])

    @cached_property
    def barred(self) -> frozenset[str]:
        """Officers on whose cases the caller's account stands aside: himself and his relatives, by [reviewers] of the run."""
        reviewers = Reviewers.of(self.rows("select account, name, officer_id from {recusal}"))
        return reviewers.barred.get(system_account(), frozenset())

    @cached_property
    def restricted_officers(self) -> frozenset[str]:
        """Officers whose rows stand in restricted/ alone; empty for a caller who may not read it."""
        if not self.sees_restricted:
            return frozenset()
        path = self.folder / "restricted" / "index" / "watched.parquet"
        found = self._db.execute(
            f"select distinct officer_id from read_parquet({_literal(path)}) where kind = 'officer'"
        )
        return frozenset(row[0] for row in found.fetchall())

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """The result of one `select`; `{name}` stands for a table of the index, or findings or compliance.

        Raises:
            IntegrityError: a file of the run is missing or damaged.
            RunFailed: the caller may not read it.
        """
        with self.in_own_words():
            cursor = self._db.execute(self.sql(sql), parameters or None)
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def table(self, sql: str) -> pa.Table:
        """The same as an Arrow table, for another engine.

        Raises:
            ScreeningError: as for `rows`.
        """
        with self.in_own_words():
            return self._db.sql(self.sql(sql)).to_arrow_table()

    @contextmanager
    def in_own_words(self) -> Iterator[None]:
        """Errors of the engine on the run's files as one sentence; its own may quote rows."""
        try:
            yield
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            raise unreadable(self.run_id, "index/", denied="Permission denied" in str(error)) from None

    def sql(self, text: str) -> str:
        """The statement with every `{name}` replaced by what reads the table's files."""
        return _PLACE.sub(lambda match: self._reader(match[1]), text)

    def _reader(self, table: str) -> str:
        below = f"{table}.parquet" if table in _RUN_TABLES else f"index/{table}.parquet"
        sides = [self.folder / below]
        if self.sees_restricted and not (table in INDEX_TABLES and INDEX_TABLES[table].owner == "nobody"):
            sides.append(self.folder / "restricted" / below)
        return f"read_parquet([{', '.join(_literal(path) for path in sides)}])"

    def _check_version(self) -> None:
        path = self.folder / "index" / "frozen_weight.parquet"
        said = None
        if path.is_file():
            with self.in_own_words():
                found = self._db.execute(
                    f"select value from parquet_kv_metadata({_literal(path)}) where key = 'index_version'::blob"
                ).fetchone()
            said = None if found is None else bytes(found[0]).decode()
        if said != str(INDEX_VERSION):
            raise UsageError(
                f"运行 {self.run_id} 由其他版本的程序发布，其索引无法查询；请用当前版本重新运行该晚。",
                f"Run {self.run_id} was published by another version of the program and its index cannot be asked; "
                "run that night again with this one.",
                "index_version",
            )

    def _json(self, name: str, parts: Sequence[str]) -> Mapping[str, Any]:
        """A JSON file of the run, in which these parts must stand."""
        try:
            value = json.loads((self.folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise unreadable(self.run_id, name, denied=isinstance(error, PermissionError)) from None
        if not isinstance(value, dict) or not all(isinstance(value.get(part), dict) for part in parts):
            raise unreadable(self.run_id, name, denied=False)
        return value


def _literal(path: Path) -> str:
    """A path as SQL: quoted, and with the signs that the engine would take for a pattern."""
    plain = re.sub(r"([\[*?])", r"[\1]", str(path))
    return "'" + plain.replace("'", "''") + "'"
