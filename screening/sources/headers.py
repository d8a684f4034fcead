"""Which delivered header is which column of the contract."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from screening.contract.columns import Column, Table
from screening.contract.tables import TABLES
from screening.errors import DeliveryRejected
from screening.settings import SourceSettings
from screening.sources.rejections import rejected

SEARCHED_ROWS = 20
"""How many rows below the expected header row are searched for a better one, to say so in the rejection."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The header row of one file, understood.

    Attributes:
        positions: contract column -> place in the file (from 0), in the contract's order.
        unknown: headers that are no column of the contract, as written.
    """

    positions: Mapping[str, int]
    unknown: tuple[str, ...]


def fold_header(text: str) -> str:
    """A header, table or sheet name without case, width, spaces, underscores and invisible characters.

    >>> fold_header("Ｐarty ID") == fold_header("party_id")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c != "_" and unicodedata.category(c) not in {"Zs", "Zl", "Zp", "Cc", "Cf"})


def table_named(name: str) -> Table | None:
    """The table of that English or Chinese name."""
    return _TABLE_NAMES.get(fold_header(name))


def lay_out(
    table: Table,
    headers: Sequence[str],
    source: SourceSettings,
    file: str,
    below: Iterable[tuple[int, Sequence[str]]] = (),
) -> Layout:
    """Finds each column of the contract among the headers.

    Args:
        table: what the file is said to hold.
        headers: the header row.
        source: settings of the table; its `columns` name headers of this source.
        file: name of the file, for messages.
        below: (number, texts) of the next rows; looked at only to say where the headers seem to stand instead.

    Raises:
        DeliveryRejected: a required column is missing, or two headers mean one column.
    """
    names = _header_names(table, source)
    found: dict[str, int] = {}
    unknown: list[str] = []
    for position, header in enumerate(headers):
        column = names.get(fold_header(header))
        if column is None:
            if fold_header(header):
                unknown.append(header)
        elif column.name in found:
            raise rejected(
                "duplicate_column",
                f"表 {table.name}（{table.zh}）的文件 {file} 中，列 {column.name}（{column.zh}）出现了两次；请只保留一列。",
                f"Table {table.name}, file {file}: two headers name the column {column.name} ({column.zh}); keep one.",
            )
        else:
            found[column.name] = position
    for column in table.columns:
        if column.required and column.name not in found:
            raise _missing(table, column, unknown, source, file, _better_row(table, names, below))
    return Layout({name: found[name] for name in table.names if name in found}, tuple(unknown))


def count_known(table: Table, headers: Sequence[str], source: SourceSettings) -> int:
    """How many headers are columns of the table."""
    names = _header_names(table, source)
    return sum(fold_header(header) in names for header in headers)


def _header_names(table: Table, source: SourceSettings) -> dict[str, Column]:
    """Folded header -> column. A mapped column answers to its mapped header only."""
    names: dict[str, Column] = {}
    for column in table.columns:
        if column.name not in source.columns:
            names[fold_header(column.name)] = column
            names[fold_header(column.zh)] = column
    for name, header in source.columns.items():
        names[fold_header(header)] = table.column(name)
    return names


def _better_row(table: Table, names: Mapping[str, Column], below: Iterable[tuple[int, Sequence[str]]]) -> int | None:
    """The first row below that holds every required header."""
    for number, texts in below:
        columns = {names[fold_header(text)].name for text in texts if fold_header(text) in names}
        if columns.issuperset(table.required):
            return number
    return None


def _missing(
    table: Table, column: Column, unknown: Sequence[str], source: SourceSettings, file: str, row: int | None
) -> DeliveryRejected:
    """The rejection for a required column that is not there, with the row or the header that comes nearest."""
    if row is not None:
        hint_zh = f"表头似乎在第 {row} 行：请在 coi.toml 的 [sources.{table.name}] 中设置 header_row = {row}，或删除其上各行。"
        hint_en = (
            f"the headers seem to stand in row {row}: set header_row = {row} in [sources.{table.name}] of coi.toml,"
            " or delete the rows above."
        )
    else:
        hint_zh = f"请补上该列，或在 coi.toml 的 [sources.{table.name}] columns 中指明其表头。"
        hint_en = f"add it, or name its header in [sources.{table.name}] columns of coi.toml."
        near = _nearest(column, unknown, source)
        if near is not None:
            hint_zh = f"是否即“{near}”？" + hint_zh
            hint_en = f'did you mean "{near}"? If not, ' + hint_en
    return rejected(
        "missing_column",
        f"表 {table.name}（{table.zh}）的文件 {file} 缺少必填列 {column.name}（{column.zh}）；{hint_zh}",
        f"Table {table.name}, file {file}: the required column {column.name} ({column.zh}) is missing; {hint_en}",
    )


def _nearest(column: Column, unknown: Sequence[str], source: SourceSettings) -> str | None:
    """The unknown header nearest to the column's name. Others are not shown: without a header row they are data."""
    wanted = [source.columns[column.name]] if column.name in source.columns else [column.name, column.zh]
    by_fold = {fold_header(header): header.strip() for header in unknown}
    for name in wanted:
        for near in difflib.get_close_matches(fold_header(name), sorted(by_fold), 1, 0.6):
            return by_fold[near]
    return None


_TABLE_NAMES = {fold_header(name): table for table in TABLES.values() for name in (table.name, table.zh)}
