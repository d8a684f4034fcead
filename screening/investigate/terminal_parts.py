"""What every part of an answer on the terminal is made of: headings, tables, lines, bars, and the count of what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from screening.investigate.seen import seen
from screening.investigate.sums import Link, supporting
from screening.investigate.words import text, text_colon
from screening.reports import evidence
from screening.reports.words import Language

MOST = 10
"""Findings, links and compared people shown in full; the rest is counted."""
_BAR = 20  # characters of the longest bar
Rows = Sequence[Mapping[str, Any]]


def head(name: str, language: Language, more: str = "") -> RenderableType:
    """A heading with a line behind it."""
    return Padding(
        Rule(Text(text(name, language) + more, style="bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0)
    )


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Rows under headers; long cells go on in the next line."""
    made = Table(box=SIMPLE, show_edge=False, pad_edge=False, header_style="dim")
    for header in headers:
        made.add_column(header, overflow="fold")
    for row in rows:
        made.add_row(*(Text(seen(cell)) for cell in row))
    return made


def line(label: str, value: str, language: Language, indent: str = "  ") -> Text:
    """A label and what it labels."""
    return Text.assemble((f"{indent}{label}{text_colon(language)}", "dim"), value)


def rest(rows: Sequence[object], language: Language, most: int = MOST) -> Iterator[RenderableType]:
    """How many more there are than are shown."""
    if len(rows) > most:
        yield Text(f"  {text('and_more', language, n=len(rows) - most)}", style="dim")


def ledger_bars(links: Sequence[Link], notes: Sequence[str], language: Language) -> Iterator[RenderableType]:
    """Evidence link by link, and what it comes to."""
    for link in links:
        if not link.counts:
            yield Padding(Text(supporting(language), style="dim"), (0, 0, 0, 4))
        yield from bars(link, language)
    for note in notes:
        yield Padding(Text(note, style="bold" if note == notes[-1] else ""), (0, 0, 0, 4))


def bars(link: Link, language: Language) -> Iterator[RenderableType]:
    """The comparisons of one link as bars of bits, with their sum."""
    weighed = [(item, evidence.bits(item) or 0.0) for item in link.items]
    if not weighed:
        return
    longest = max(max(abs(bits) for _, bits in weighed), 1.0)
    made = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    made.add_column(overflow="fold")
    made.add_column(justify="right", no_wrap=True)
    made.add_column(no_wrap=True, min_width=_BAR)
    made.add_column(overflow="fold")
    for item, bits in weighed:
        bar = "█" * max(round(_BAR * abs(bits) / longest), 1 if bits else 0)
        sides = [evidence.side(item, side, language) for side in ("left", "right")]
        made.add_row(
            Text(seen(evidence.feature(item, language))),
            Text(f"{bits:+.1f}"),
            Text(bar, style="green" if bits >= 0 else "red"),
            Text(f"{seen(evidence.detail(item, language))}{_sides(sides)}"),
        )
    made.add_row(
        Text(text("sum", language), style="bold"), Text(f"{link.total:+.1f}", style="bold"),
        Text(text("bits_in_words", language), style="dim"), Text(link.worth, style="bold"),
    )  # fmt: skip
    yield Padding(made, (0, 0, 0, 4))


def _sides(sides: Sequence[str]) -> str:
    shown = [seen(side) for side in sides if side]
    return f"  [{' | '.join(dict.fromkeys(shown))}]" if shown else ""
