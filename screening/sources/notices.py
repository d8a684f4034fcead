"""What the quality report says of files, sheets, columns and records that were not taken in."""

from __future__ import annotations

from collections.abc import Collection

from screening.contract.columns import Table
from screening.contract.tables import TABLES
from screening.sources.headers import table_named
from screening.sources.issues import Defect, IssueBook
from screening.sources.opening import Opened
from screening.sources.readings import Reading
from screening.sources.rejections import shown
from screening.sources.sidecar import NAME as SIDECAR


def note_reading(issues: IssueBook, table: Table, reading: Reading, file: str) -> None:
    """Lists a file's unreadable records and its columns that the contract does not know."""
    for fields, rows in reading.unreadable.items():
        defect = Defect(
            "wrong_number_of_fields",
            "error",
            f"该行有 {fields} 个字段而表头有 {reading.width} 个，无法分列，已剔除；请检查该行的分隔符和双引号。",
            f"The record has {fields} fields under {reading.width} headers and was rejected; check its separators and"
            " quotation marks.",
        )
        issues.add_rows(defect, table, None, rows, [None] * len(rows))
    for header in reading.layout.unknown:
        defect = Defect(
            "unknown_column",
            "info",
            f"文件 {file} 的该列不在约定之内，已忽略。",
            f"This column of {file} is not in the contract and was ignored.",
        )
        issues.add(defect, table, header)


def note_ignored_files(issues: IssueBook, names: Collection[str]) -> None:
    """Lists files and folders of the delivery that are no table."""
    for name in names:
        defect = Defect(
            "ignored_file",
            "info",
            f"交付目录中的 {name} 不是约定的表，已忽略。",
            f"{name} in the delivery folder is no table of the contract and was ignored.",
        )
        issues.add(defect, None)


def note_ignored_sheets(issues: IssueBook, opened: Opened) -> None:
    """Lists the sheets of a workbook that were not read."""
    table = opened.parts[0][0] if len(opened.parts) == 1 else None
    for name, visible in opened.ignored_sheets:
        which_zh, which_en = ("工作表", "sheet") if visible else ("隐藏的工作表", "hidden sheet")
        defect = Defect(
            "ignored_sheet",
            "info" if table_named(name) is None else "warning",
            f"工作簿 {opened.snapshot.file} 中{which_zh}“{shown(name)}”未读取。",
            f'The {which_en} "{shown(name)}" of workbook {opened.snapshot.file} was not read.',
        )
        issues.add(defect, table)


def note_unlisted(issues: IssueBook, names: Collection[str]) -> None:
    """Lists delivered tables that the sidecar does not mention: they may be left over from another night."""
    for name in sorted(names):
        defect = Defect(
            "not_in_sidecar",
            "warning",
            f"{SIDECAR} 未列出该表，其完整性未经核对。",
            f"{SIDECAR} does not list this table, so nothing proves that it is complete.",
        )
        issues.add(defect, TABLES[name])
