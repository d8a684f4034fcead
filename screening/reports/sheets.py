"""How a worksheet is written: text stays text, headers freeze, columns filter. Nothing from data becomes a formula or link.

Links lead to other rows of the same workbook only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_000
"""UTF-16 units; Excel holds 32,767 of them."""
_LINE = 15.0
"""Points; of the fonts that stand in for one that a machine lacks, the tallest takes 14.5."""
_MOST_LINES = 12

_MOST_LINKS = 60_000
"""Excel opens 65,530 links on a sheet; behind that many the text stands alone."""
_BAND = "#F6F8FB"
_BODY = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another row of this workbook; its target is ours, never from data.

    Attributes:
        sheet: title of the sheet it leads to.
        row: number of the row there, the header being 0.
    """

    text: str
    sheet: str
    row: int


Cell = str | int | float | Decimal | date | Link | None


class Book:
    """A workbook with the same bytes for the same content.

    Args:
        as_of: stands for the moment of creation, which would differ between two nights.
        footer: printed at the left of every page's foot; ours, never from data.
    """

    def __init__(self, path: Path, as_of: date, title: str, footer: str) -> None:
        self._footer = footer
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": str(path.parent),  # its parts hold names: they must not lie in a public folder
        }
        self._book = xlsxwriter.Workbook(str(path), options)
        moment = datetime(as_of.year, as_of.month, as_of.day)
        self._book.set_properties({"title": title, "created": moment, "author": "coi-screening"})
        self._forms = [self._shade({}), self._shade({"bg_color": _BAND})]
        self._links: dict[Worksheet, int] = {}
        self._header = self._format(bold=True, bg_color="#DDE6F0", border=1, text_wrap=True, quote_prefix=True)
        self._entry_header = self._format(bold=True, bg_color="#FFE9A8", border=1, text_wrap=True, quote_prefix=True)
        self._entry = self._format(bg_color="#FFFBEA", border=1, border_color="#E5D9A8", text_wrap=True)
        self.label = self._format(font_color="#5B6675", text_wrap=True, quote_prefix=True)
        self.bold = self._format(bold=True, bottom=1, quote_prefix=True)
        self.title = self._format(font_size=16, bold=True, quote_prefix=True)
        self.warning = self._format(font_color="#8A4B00", text_wrap=True, quote_prefix=True)

    def close(self) -> None:
        """Writes the file.

        Raises:
            OSError: it cannot be written.
        """
        try:
            self._book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from None

    def sheet(self, name: str) -> Worksheet:
        """A new empty sheet that prints in landscape on one page's width."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.set_footer(f"&L{self._footer}&C&A&R&P / &N")
        return sheet

    def line(
        self,
        sheet: Worksheet,
        row: int,
        cells: Sequence[Cell],
        widths: Sequence[int],
        forms: Sequence[Format] = (),
        band: int = 0,
    ) -> None:
        """Writes cells of a row and makes it as high as its longest text needs.

        Args:
            widths: of the columns, in characters.
            forms: of the first cells; the rest is plain text.
            band: 1 for a shaded row.
        """
        lines = max((_lines(cell, width) for cell, width in zip(cells, widths, strict=False)), default=1)
        if lines > 1:
            sheet.set_row(row, _LINE * min(lines, _MOST_LINES))
        for column, value in enumerate(cells):
            self._put(sheet, row, column, value, forms[column] if column < len(forms) else None, band)

    def table(
        self,
        name: str,
        headers: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[int],
        frozen_columns: int = 0,
        banded_by: int | None = None,
        entries: Mapping[int, Sequence[str]] = MappingProxyType({}),
    ) -> Worksheet:
        """A sheet with one filtered table under frozen headers.

        Args:
            banded_by: a column whose changes of value begin a new band of shade.
            entries: columns in which people write, with the words each offers in a list; coloured.
        """
        sheet = self.sheet(name)
        widths = [max(width, _longest_word(header)) for header, width in zip(headers, widths, strict=True)]
        for column, (header, width) in enumerate(zip(headers, widths, strict=True)):
            sheet.write_string(0, column, header, self._entry_header if column in entries else self._header)
            sheet.set_column(column, column, width)
        sheet.set_row(0, _LINE * max(_lines(header, width) for header, width in zip(headers, widths, strict=True)))
        count, band, last = 0, 0, None
        for count, row in enumerate(rows, start=1):
            if banded_by is not None:
                band ^= count > 1 and row[banded_by] != last
                last = row[banded_by]
            self.line(sheet, count, row, widths, band=band)
            for column in entries:
                sheet.write_blank(count, column, None, self._entry)
        for column, words in entries.items():
            if words and count:
                offer = {"validate": "list", "source": list(words), "ignore_blank": True, "error_type": "warning"}
                sheet.data_validation(1, column, count, column, offer)
        sheet.freeze_panes(1, frozen_columns)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(count, 1), len(headers) - 1)
        return sheet

    def note(self, sheet: Worksheet, row: int, columns: int, width: int, sentence: str) -> None:
        """A sentence across the first columns, `width` characters wide in all; the row is as high as it needs."""
        sheet.merge_range(row, 0, row, columns - 1, "", self.label)
        sheet.write_string(row, 0, sentence, self.label)
        sheet.set_row(row, _LINE * min(_lines(sentence, width), _MOST_LINES))

    def plot(self, sheet: Worksheet, last_row: int, columns: tuple[int, int], place: int) -> None:
        """Two columns of shares against each other, from the header on, drawn behind column `place`, with the diagonal."""
        chart = self._book.add_chart({"type": "scatter", "subtype": "straight"})
        across, up = columns
        values = {
            "categories": [sheet.name, 1, across, last_row, across],
            "values": [sheet.name, 1, up, last_row, up],
            "name": [sheet.name, 0, up],
        }
        marker = {"type": "circle", "size": 8, "fill": {"color": "#3B7DD8"}, "border": {"none": True}}
        chart.add_series(values | {"line": {"none": True}, "marker": marker})
        diagonal = {"color": "#9AA4B2", "dash_type": "dash", "width": 1}
        chart.add_series(values | {"values": values["categories"], "line": diagonal, "marker": {"type": "none"}})
        for axis, column in ((chart.set_x_axis, across), (chart.set_y_axis, up)):
            axis({"min": 0, "max": 1, "major_unit": 0.2, "num_format": "0.0", "name": [sheet.name, 0, column],
                  "name_font": {"bold": False}, "major_gridlines": {"visible": True, "line": {"color": "#E3E8EF"}}})  # fmt: skip
        chart.set_legend({"none": True})
        chart.set_title({"none": True})
        chart.set_size({"width": 420, "height": 360})
        sheet.insert_chart(0, place, chart)

    def _put(self, sheet: Worksheet, row: int, column: int, value: Cell, form: Format | None, band: int) -> None:
        forms = self._forms[band]
        if value is None or value == "":
            if band:
                sheet.write_blank(row, column, None, forms["text"])
        elif isinstance(value, Link):
            self._link(sheet, row, column, value, forms)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), forms["date"])
        elif isinstance(value, Decimal):
            exponent = value.as_tuple().exponent
            fine = isinstance(exponent, int) and exponent < -2
            sheet.write_number(row, column, float(value), forms["share" if fine else "amount"])
        elif isinstance(value, (int, float)):
            sheet.write_number(row, column, value, forms["plain"])
        else:
            sheet.write_string(row, column, printable(value), form or forms["text"])

    def _link(self, sheet: Worksheet, row: int, column: int, link: Link, forms: Mapping[str, Format]) -> None:
        self._links[sheet] = self._links.get(sheet, 0) + 1
        if self._links[sheet] > _MOST_LINKS:
            sheet.write_string(row, column, printable(link.text), forms["text"])
        else:
            place = f"internal:'{link.sheet}'!A{link.row + 1}"
            sheet.write_url(row, column, place, forms["link"], printable(link.text))

    def _shade(self, fill: Mapping[str, Any]) -> Mapping[str, Format]:
        """The formats of a row, by kind of cell."""
        return {
            "text": self._format(**fill, text_wrap=True, quote_prefix=True),
            "link": self._format(**fill, font_color="#1F5FA8", underline=1, quote_prefix=True),
            "plain": self._format(**fill, align="center"),
            "amount": self._format(**fill, num_format="#,##0.00"),
            "share": self._format(**fill, num_format="0.00####"),
            "date": self._format(**fill, num_format="yyyy-mm-dd", align="center"),
        }

    def _format(self, **more: Any) -> Format:
        return self._book.add_format({**_BODY, **more})


def printable(value: str) -> str:
    """A text as Excel can show it: without characters that XML cannot hold, and cut to what a cell can.

    A text that looks like the markup of a rich string would be written as such, so it gets a space at its end.
    """
    kept = "".join(c for c in value if (c >= " " or c in "\n\t") and c not in "\ufffe\uffff")
    units = kept.encode("utf-16-le")
    if len(units) > 2 * _LONGEST_CELL:
        kept = units[: 2 * _LONGEST_CELL].decode("utf-16-le", "ignore") + "…"
    return f"{kept} " if kept.startswith("<r>") and kept.endswith("</r>") else kept


def _lines(value: Cell, width: int) -> int:
    """How many lines a text takes in a column; a Chinese character is as wide as two Latin ones."""
    if not isinstance(value, str) or (2 * len(value) < width and "\n" not in value):
        return 1
    return sum(1 + (_width(part) - 1) // max(width - 1, 1) for part in value[:2_000].split("\n")) or 1


def _longest_word(header: str) -> int:
    """The width below which a header's longest word would be broken; bold letters are wider."""
    return max((len(word) + 1 + len(word) // 8 for word in re.findall("[!-~]+", header)), default=1)


def _width(text: str) -> int:
    return max(1, sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text))
