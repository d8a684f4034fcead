"""Which file of the delivery folder holds which table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from screening.contract.columns import Table
from screening.contract.tables import TABLES
from screening.errors import DeliveryRejected, UsageError
from screening.settings import Settings
from screening.sources.headers import table_named
from screening.sources.rejections import rejected, shown

FORMATS = ("csv", "xlsx", "xls", "parquet")
_PART = re.compile(r"(?P<table>.*)\.part(?P<number>\d+)", re.IGNORECASE | re.DOTALL)
_SILENT = {"coi.toml", "delivery.json"}


@dataclass(frozen=True, slots=True)
class Listing:
    """The delivery folder, sorted.

    Attributes:
        files: table -> its files, in the order of their parts.
        workbook: `delivery.xlsx`, whose sheets bear tables' names.
        ignored: names of files and folders that are no table.
    """

    files: Mapping[str, tuple[Path, ...]]
    workbook: Path | None
    ignored: tuple[str, ...]


def list_delivery(folder: Path, settings: Settings) -> Listing:
    """Finds the tables of a delivery.

    Raises:
        UsageError: no such folder, or a source that is no file.
        DeliveryRejected: two files for one table, or a part is missing.
    """
    try:
        listed = sorted(folder.iterdir())
    except OSError:
        raise UsageError(
            f"交付目录 {shown(folder)} 不存在、不是目录或没有读取权限；请检查路径。",
            f"The delivery folder {shown(folder)} does not exist, is no folder or may not be read; check the path.",
            "no_such_folder",
        ) from None
    configured = _configured(folder, settings)
    taken = {path.resolve() for path in configured.values()}
    found: dict[str, dict[int | None, Path]] = {name: {None: path} for name, path in configured.items()}
    workbook: Path | None = None
    ignored: list[str] = []
    for path in listed:
        if path.resolve() in taken:
            continue
        if path.name.casefold() == "delivery.xlsx":
            workbook = path
            continue
        named = _table_of(path)
        if named is None:
            if path.name not in _SILENT:
                ignored.append(shown(path))
            continue
        table, part = named
        parts = found.setdefault(table.name, {})
        if part in parts or (parts and (part is None or None in parts)):
            raise two_files(table, shown(next(iter(parts.values()))), shown(path))
        parts[part] = path
    files = {name: _in_order(TABLES[name], found[name]) for name in TABLES if name in found}
    return Listing(files, workbook, tuple(ignored))


def two_files(table: Table, first: str, second: str) -> DeliveryRejected:
    """The rejection for two files of one table."""
    return rejected(
        "two_files",
        f"表 {table.name}（{table.zh}）有两个文件：{first} 与 {second}；请只保留一个。",
        f"Table {table.name} ({table.zh}) has two files, {first} and {second}; keep one of them.",
    )


def _table_of(path: Path) -> tuple[Table, int | None] | None:
    """Table and part number that a file name stands for."""
    stem, _, extension = path.name.rpartition(".")
    if extension.casefold() not in FORMATS:
        return None
    match = _PART.fullmatch(stem)
    table = table_named(stem if match is None else match["table"])
    if table is None:
        return None
    return table, None if match is None else int(match["number"])


def _in_order(table: Table, parts: Mapping[int | None, Path]) -> tuple[Path, ...]:
    """Files by part number; a gap means that a part did not arrive."""
    if None in parts:
        return (parts[None],)
    numbers = sorted(number for number in parts if number is not None)
    for expected, number in enumerate(numbers, min(1, *numbers)):
        if number != expected:
            raise rejected(
                "missing_part",
                f"表 {table.name}（{table.zh}）缺少分卷 part{expected:02d}；请补齐全部分卷后再交付。",
                f"Table {table.name} ({table.zh}): part{expected:02d} is missing; deliver all its parts.",
            )
    return tuple(parts[number] for number in numbers)


def _configured(folder: Path, settings: Settings) -> dict[str, Path]:
    """Files named in `[sources.<table>] path`."""
    paths: dict[str, Path] = {}
    for name, source in settings.sources.items():
        if source.sql is not None or source.connection is not None:
            raise UsageError(
                f"[sources.{name}] 指定了 sql 或 connection，本版本只读取文件；请改用文件或 path。",
                f"[sources.{name}] asks for a query (sql, connection); this version reads files only: use a file or path.",
                "files_only",
            )
        if source.path is None:
            continue
        path = folder / source.path
        if path.suffix.lstrip(".").casefold() not in FORMATS:
            raise UsageError(
                f"[sources.{name}] path 的扩展名不是 csv、xlsx、xls 或 parquet；请更正。",
                f"[sources.{name}] path has none of the extensions csv, xlsx, xls, parquet; correct it.",
                "unknown_format",
            )
        paths[name] = path
    return paths
