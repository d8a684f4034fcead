"""A Word document to print on A4: its fonts, tables and lines to sign on. Whatever stands in the data comes through as text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import docx
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from screening.investigate.seen import seen
from screening.papers.language import Language, Words
from screening.papers.made import AUTHOR

WIDTH = 16.0
"""Centimetres between the margins."""
BOX = "☐"
BLANK_DATE: Words = ("　　年　　月　　日", "")
Cell = str | Sequence[str]
"""A line, or several."""
_LABEL = 2.9
_HANGING = 0.6
_MARGIN = 2.5
_BODY_FONT = ("Times New Roman", "SimSun")
_HEAD_FONT = ("Arial", "SimHei")
_GREY = RGBColor(0x5B, 0x66, 0x75)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class Paper:
    """One document.

    Args:
        language: which of the two it is written in.
        title: what the file says it is; ours, never from data.
        made_on: stands for the moment of creation.
    """

    def __init__(self, language: Language, title: str, made_on: datetime) -> None:
        self.document = docx.Document()
        self._breaks_page = False
        self._grid = self.document.styles["Table Grid"]
        self._set_page()
        self._set_fonts(language)
        properties = self.document.core_properties
        properties.title, properties.author, properties.last_modified_by = title, AUTHOR, AUTHOR
        properties.created = properties.modified = made_on
        properties.revision, properties.comments = 1, ""
        properties.language = "zh-CN" if language == "zh" else "en-GB"

    def title(self, text: str) -> None:
        """The heading of the whole, centred."""
        self._head(text, 16, before=0, after=10).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def heading(self, text: str) -> None:
        """The heading of a part."""
        self._head(text, 12, before=10, after=4)

    def paragraph(self, text: str, *, indent: bool = False, after: float = 4, bold: bool = False) -> None:
        """Running text; its first line set in by two characters where asked."""
        paragraph = self._paragraph(text, bold=bold, after=after)
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(22)

    def item(self, mark: str, text: str) -> None:
        """One of a list: its mark stands out on the left."""
        paragraph = self._paragraph(f"{mark}\t{text}", after=2)
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = Cm(_HANGING), Cm(-_HANGING)
        form.tab_stops.add_tab_stop(Cm(_HANGING))

    def tick(self, text: str) -> None:
        """A box to tick."""
        self.item(BOX, text)

    def note(self, text: str) -> None:
        """A remark in small grey letters."""
        run = self._paragraph(text, after=4).runs[0]
        run.font.size, run.font.color.rgb = Pt(9), _GREY

    def right(self, text: str) -> None:
        """A line at the right margin."""
        self._paragraph(text, after=4).alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def header(self, text: str) -> None:
        """The line on top of every page."""
        self._margin_line(self.document.sections[0].header.paragraphs[0], text)

    def footer(self, text: str) -> None:
        """The line at the foot of every page."""
        self._margin_line(self.document.sections[0].footer.paragraphs[0], text)

    def next_page(self) -> None:
        """What follows begins a page."""
        self._breaks_page = True

    def box(self, lines: Sequence[str], least: int = 2) -> None:
        """A bordered box with these lines, and room for `least` in all."""
        table = self._table([WIDTH])
        cell = _new_row(table).cells[0]
        self._fill(cell, [*lines, *[""] * (least - len(lines))])
        self._after_table()

    def table(
        self, headers: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float], blank: int = 0
    ) -> None:
        """A bordered table; its headers come again on every page.

        Args:
            widths: of the columns, in parts of the page's width.
            blank: empty rows at its end.
        """
        table = self._table([WIDTH * width / sum(widths) for width in widths])
        head = _new_row(table)
        for cell, text in zip(head.cells, headers, strict=True):
            self._fill(cell, text, bold=True, shade="E8EEF5")
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        empty: Sequence[Cell] = [""] * len(headers)
        for row in [*rows, *[empty] * blank]:
            made = _new_row(table)
            if not any(row):
                made.height = Cm(0.8)
            for cell, value in zip(made.cells, row, strict=True):
                self._fill(cell, value, size=9.5)
        self._after_table()

    def fields(self, pairs: Sequence[tuple[str, Cell]], height: float = 0.9) -> None:
        """A row of labels, each with room to write in, or what stands there already."""
        room = WIDTH / len(pairs) - _LABEL
        table = self._table([part for _ in pairs for part in (_LABEL, room)])
        row = _new_row(table)
        row.height = Cm(height)
        for place, (label, value) in enumerate(pairs):
            self._fill(row.cells[2 * place], label, bold=True, size=10, shade="E8EEF5")
            self._fill(row.cells[2 * place + 1], value, size=10)
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        self._after_table()

    def save(self, path: Path) -> None:
        """Writes the file; the same bytes for the same content."""
        built = io.BytesIO()
        self.document.save(built)
        with zipfile.ZipFile(built) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name in parts.namelist():
                entry = zipfile.ZipInfo(name, _ZIP_TIME)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                file.writestr(entry, parts.read(name))

    def _paragraph(self, text: str, *, bold: bool = False, after: float = 4) -> Paragraph:
        paragraph = self.document.add_paragraph()
        self._place(paragraph, after)
        paragraph.add_run(seen(text)).bold = bold or None
        return paragraph

    def _head(self, text: str, size: float, before: float, after: float) -> Paragraph:
        paragraph = self.document.add_paragraph()
        self._place(paragraph, after)
        paragraph.paragraph_format.space_before = Pt(before)
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(seen(text))
        run.bold, run.font.size = True, Pt(size)
        _set_fonts(run._r.get_or_add_rPr().get_or_add_rFonts(), _HEAD_FONT)
        return paragraph

    def _place(self, paragraph: Paragraph, after: float) -> None:
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.page_break_before = self._breaks_page or None
        self._breaks_page = False

    def _margin_line(self, paragraph: Paragraph, text: str) -> None:
        run = paragraph.add_run(seen(text))
        run.font.size, run.font.color.rgb = Pt(8.5), _GREY

    def _table(self, widths: Sequence[float]) -> Table:
        table: Table = self.document.add_table(rows=0, cols=len(widths), style=self._grid)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table

    def _after_table(self) -> None:
        """A thin line of air: Word joins tables that touch."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(6)

    def _fill(
        self, cell: _Cell, text: Cell, *, bold: bool = False, size: float = 10.5, shade: str | None = None
    ) -> None:
        for number, line in enumerate([text] if isinstance(text, str) else text):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.line_spacing = 1.1
            run = paragraph.add_run(seen(line))
            run.bold, run.font.size = bold or None, Pt(size)
        if shade is not None:
            shading = OxmlElement("w:shd")
            shading.set(qn("w:val"), "clear")
            shading.set(qn("w:fill"), shade)
            cell._tc.get_or_add_tcPr().append(shading)

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(_MARGIN)
        section.top_margin = section.bottom_margin = Cm(2.2)

    def _set_fonts(self, language: Language) -> None:
        style: BaseStyle = self.document.styles["Normal"]
        properties = style.element.get_or_add_rPr()
        _set_fonts(properties.get_or_add_rFonts(), _BODY_FONT)
        style.font.size = Pt(11)  # type: ignore[attr-defined]
        style.paragraph_format.line_spacing = 1.25  # type: ignore[attr-defined]
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), "en-GB")
        spoken.set(qn("w:eastAsia"), "zh-CN")
        properties.append(spoken)


def _new_row(table: Table) -> _Row:
    """A row that is torn in two only where it is longer than a page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row


def _set_fonts(fonts: object, named: tuple[str, str]) -> None:
    """Latin and Chinese letters each by a font of their own; without the latter Word takes one for Japanese."""
    latin, chinese = named
    for kind, name in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{kind}"), name)  # type: ignore[attr-defined]
