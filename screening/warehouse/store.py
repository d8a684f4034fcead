"""The DuckDB database of one run: rebuilt every night, never the only home of anything."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from screening.contract.internal import STAGE_TABLES
from screening.errors import RunFailed, disk_full, out_of_memory
from screening.settings import LimitSettings


def load_sql(package: str, name: str) -> str:
    """The text of `<package>/sql/<name>.sql`."""
    return resources.files(package).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


@lru_cache(maxsize=4096)
def _read(sql: str) -> tuple[tuple[duckdb.Statement, frozenset[str]], ...]:
    """The statements of a text, each with the parameters it names; on few rows, reading one takes longer than its work."""
    return tuple((one, frozenset(one.named_parameters)) for one in duckdb.extract_statements(sql))


atexit.register(_read.cache_clear)  # the engine's binding complains on standard error of what outlives it


def quoted(identifier: str) -> str:
    """An identifier as SQL text."""
    return '"' + identifier.replace('"', '""') + '"'


class Warehouse:
    """One in-memory DuckDB that spills into the run's private directory.

    Errors of the engine quote rows; they are replaced by a `RunFailed` that names the statement only.
    """

    def __init__(self, spill: Path, limits: LimitSettings, on_step: Callable[[str], None] = lambda label: None) -> None:
        self._spill = spill
        self.step = on_step  # stages call it with a few words when they begin a long part; no personal data
        self._db = duckdb.connect(
            ":memory:",
            config={
                "threads": limits.threads,
                "memory_limit": limits.memory,
                "temp_directory": str(spill),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "preserve_insertion_order": "false",
                "python_enable_replacements": "false",  # a variable that is called like a table is no table
            },
        )
        self._db.execute("set enable_progress_bar = false; set TimeZone = 'UTC'")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Frees memory and spill files; an error that outlives us must not keep the connection."""
        self._db.close()
        del self._db

    def run(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] | None = None) -> None:
        """Executes one statement.

        Raises:
            RunFailed: the engine refused; the message holds no data.
        """
        self._execute(sql, parameters)

    def script(self, package: str, name: str, **parameters: Any) -> None:
        """Executes every statement of `<package>/sql/<name>.sql` in order; `$name` parameters are bound where used."""
        for statement, named in _read(load_sql(package, name)):
            wanted = {key: parameters[key] for key in named}
            self._execute(statement, wanted or None, f"{package}/sql/{name}.sql")

    def query(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] | None = None) -> pa.Table:
        """The result of one `select` as an Arrow table; where few rows are wanted as Python's values, `tuples` is quicker."""
        with _without_rows(sql, self._spill):
            return self._db.sql(sql, params=parameters or None).to_arrow_table()

    def rows(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] | None = None) -> list[dict[str, Any]]:
        """The result of one statement as dictionaries; for small results."""
        cursor = self._execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def tuples(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] | None = None) -> list[tuple[Any, ...]]:
        """The result of one statement as tuples."""
        return self._execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] | None = None) -> Any:
        """The single value of a statement that returns one."""
        found = self._execute(sql, parameters).fetchall()  # to the end: an open result bars the connection
        return found[0][0] if found else None

    def has(self, table: str) -> bool:
        """Whether a table or view of that name exists."""
        return self.columns(table) is not None

    def columns(self, table: str) -> Sequence[str] | None:
        """The columns of a table or view in order, None where there is none of that name."""
        try:  # five times as fast as asking the catalogue, which lists every column of every table first
            found = self._execute(f"select * from {quoted(table)} limit 0").description
        except duckdb.CatalogException:
            return None
        return [column[0] for column in found]

    def put(self, table: str, data: pa.Table) -> None:
        """Creates or replaces a table from Arrow."""
        self._db.register("__incoming", data)
        try:
            self.run(f"create or replace table {quoted(table)} as select * from __incoming")
        finally:
            self._db.unregister("__incoming")

    def create(self, table: str) -> None:
        """Creates an empty stage table as described in `screening.contract.internal`, unless it exists."""
        columns = ", ".join(f"{quoted(name)} {kind}" for name, kind in _columns(table).items())
        self.run(f"create table if not exists {quoted(table)} ({columns})")

    def append(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Appends rows (missing keys are null) to a stage table, creating it when needed."""
        self.create(table)
        columns = _columns(table)
        listed = list(rows)
        if not listed:
            return
        arrays = {name: pa.array([row.get(name) for row in listed], _arrow(kind)) for name, kind in columns.items()}
        self.append_arrow(table, pa.table(arrays))

    def append_arrow(self, table: str, data: pa.Table) -> None:
        """Appends an Arrow table, matched by column name, to a stage table, creating it when needed."""
        self.create(table)
        self._db.register("__incoming", data)
        try:
            self.run(f"insert into {quoted(table)} by name select * from __incoming")
        finally:
            self._db.unregister("__incoming")

    def _execute(
        self,
        sql: str | duckdb.Statement,
        parameters: Mapping[str, Any] | Sequence[Any] | None = None,
        label: str | None = None,
    ) -> duckdb.DuckDBPyConnection:
        with _without_rows(label or str(sql), self._spill):
            if isinstance(sql, str) and len(read := _read(sql)) == 1:
                sql = read[0][0]
            return self._db.execute(sql, parameters) if parameters else self._db.execute(sql)


_INTERRUPTED = "Query interrupted"


@contextmanager
def _without_rows(statement: str, spill: Path) -> Iterator[None]:
    """Errors of the engine quote rows: they leave as our own, which name the statement only."""
    try:
        yield
    except (duckdb.OutOfMemoryException, MemoryError):
        raise out_of_memory() from None
    except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException):
        raise  # these quote our own SQL, never data: a fault of the program
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException) and "No space left" in str(error):
            raise disk_full(spill.parent) from None
        where = " ".join(statement.split())[:80]
        raise RunFailed(
            f"数据库引擎未能执行 {where}（{type(error).__name__}）。",
            f"The database engine could not execute {where} ({type(error).__name__}).",
            "engine",
        ) from None
    except RuntimeError as error:
        if str(error) == _INTERRUPTED:
            raise KeyboardInterrupt from None  # the engine's binding swallows it: Ctrl-C would end as a fault of ours
        raise


def _columns(table: str) -> Mapping[str, str]:
    """Columns of a stage table; JSON is held as text."""
    return {name: "VARCHAR" if kind == "JSON" else kind for name, kind in STAGE_TABLES[table].columns.items()}


def _arrow(kind: str) -> pa.DataType:
    """The Arrow type of a DuckDB type used in stage tables."""
    if kind.endswith("[]"):
        return pa.list_(_arrow(kind[:-2]))
    if kind.startswith("DECIMAL("):
        precision, scale = kind[8:-1].split(",")
        return pa.decimal128(int(precision), int(scale))
    return {
        "VARCHAR": pa.string(),
        "BIGINT": pa.int64(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
    }[kind]
