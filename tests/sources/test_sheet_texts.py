"""Sheets that somebody gives back, as texts."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from screening.errors import DeliveryRejected
from screening.sources.sheet_texts import read_sheet_texts


def written(folder: Path, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "候选"
    for row in rows:
        book.active.append(row)
    path = folder / "back.xlsx"
    book.save(path)
    return path


def test_the_cells_stand_under_their_headers(tmp_path: Path) -> None:
    book = written(tmp_path, ("结果编号", " 决定 ", "我的备注", "我的备注"), ("F1", "排除", "甲", "乙"))

    ((number, row),) = read_sheet_texts(book, ("候选",), ("结果编号", "决定"))

    assert number == 2
    assert (row["结果编号"], row["决定"]) == ("F1", "排除")


def test_of_two_equal_headers_neither_is_taken(tmp_path: Path) -> None:
    book = written(tmp_path, ("结果编号", "决定", "决定 "), ("F1", "排除", "确认"))

    with pytest.raises(DeliveryRejected) as caught:
        read_sheet_texts(book, ("候选",), ("结果编号", "决定"))

    assert caught.value.reason == "duplicate_column"
    assert "决定" in caught.value.zh and "决定" in caught.value.en
