"""Cells that a reader shows as blank although something stands there: errors, and formulas saved without a result."""

from __future__ import annotations

import io
import re
import zipfile
from posixpath import join, normpath
from xml.etree import ElementTree

from screening.sources.cell_types import ERROR, NO_VALUE
from screening.sources.workbook_guard import BROKEN_ZIP

_ERROR = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d+)"')
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b(?P<tag>[^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>\s*|<(?:\w+:)?v>\s*</(?:\w+:)?v>\s*)?</(?:\w+:)?c>"
)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')


def find_hidden_losses(data: bytes, sheet: str) -> dict[tuple[int, int], str]:
    """Where a sheet of an .xlsx workbook holds an error or a formula without result.

    A formula whose stored result is an empty text (`t="str"`) has a result.

    Args:
        data: the workbook.
        sheet: name of the sheet.

    Returns:
        (row, column), both from 1, -> the letter of `screening.sources.cell_types`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            part = _part_of(package, sheet)
            xml = b"" if part is None else package.read(part)
    except (*BROKEN_ZIP, ElementTree.ParseError):
        return {}  # an odd package that the reader still understands: its losses read as blank cells
    losses: dict[tuple[int, int], str] = {}
    if b't="e"' in xml:
        losses |= {_place(match[1], match[2]): ERROR for match in _ERROR.finditer(xml)}
    if b"<f" in xml or b":f" in xml:
        for match in _FORMULA.finditer(xml):
            place = _REFERENCE.search(match["tag"])
            if place is not None and b't="str"' not in match["tag"] and b't="e"' not in match["tag"]:
                losses[_place(place[1], place[2])] = NO_VALUE
    return losses


def _part_of(package: zipfile.ZipFile, sheet: str) -> str | None:
    """Name of the member that holds the sheet of that name."""
    # Foreign XML: expat refuses exponential entities, and the reading process has limits.
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for element in book.iter():
        if element.tag.rpartition("}")[2] == "sheet" and element.get("name") == sheet:
            key = next(
                (value for name, value in element.items() if name.endswith("}id")), None
            )  # two namespaces are in use
            target = targets.get(key, "")
            return normpath(target.lstrip("/") if target.startswith("/") else join("xl", target))
    return None


def _place(letters: bytes, row: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(row), column
