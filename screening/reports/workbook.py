"""report.xlsx: cover, candidates by case, evidence, paths, other findings, declaration calendar, data quality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from screening.contract.tables import TABLES
from screening.reports import evidence
from screening.reports.cover import cover_lines
from screening.reports.relations import relation
from screening.reports.sheets import Book, Cell
from screening.reports.titles import rule_article, rule_title
from screening.reports.view import View
from screening.reports.words import Language, code, column, probability, text

_CANDIDATE = {
    "rank": 6, "tier": 14, "officer_name": 12, "related_name": 16, "relationship": 11, "party_name": 30,
    "party_table": 10, "rule_id": 11, "rule_title": 34, "summary": 60, "declaration_status": 22, "duty": 13,
    "share_pct": 10, "exposure_amount": 16, "exposure_currency": 7, "dealing_basis": 13, "overlap": 10,
    "exemption": 10, "probability": 18, "lifecycle": 8, "regimes": 24, "statutory_resolution": 16, "officer_id": 12,
    "party_id": 14, "case_id": 16, "finding_id": 20,
}  # fmt: skip
_EVIDENCE = {
    "rank": 6, "rule_id": 11, "officer_name": 12, "party_name": 26, "feature": 16, "verdict": 10, "left": 26,
    "right": 26, "detail": 56, "bits": 12, "case_id": 16, "finding_id": 20,
}  # fmt: skip
_PATH = {
    "rank": 6, "rule_id": 11, "step": 6, "from": 28, "relation": 18, "to": 28, "share_pct": 11, "valid_from": 12,
    "valid_to": 12, "source": 26, "case_id": 16, "finding_id": 20,
}  # fmt: skip
_OTHER = {
    "outcome": 15, "officer_name": 12, "related_name": 16, "party_name": 30, "party_table": 10, "rule_id": 11,
    "rule_title": 34, "summary": 60, "declaration_status": 22, "exemption": 10, "share_pct": 10, "lifecycle": 8,
    "closed_because": 22, "officer_id": 12, "party_id": 14, "finding_id": 20,
}  # fmt: skip
_CALENDAR = {
    "certainty": 14, "rule_id": 11, "officer_name": 12, "rule_title": 34, "period": 8, "due_on": 12, "done_on": 12,
    "working_days_late": 12, "summary": 80, "declaration_id": 14, "source_id": 14, "entity_id": 12, "officer_id": 12,
    "finding_id": 20,
}  # fmt: skip
_QUALITY = {"severity": 8, "table": 24, "row": 8, "key": 30, "column": 22, "message": 70, "check": 26}
_COVER = (34, 100)
_WORDED = (
    "tier", "outcome", "party_table", "declaration_status", "duty", "exemption", "overlap", "dealing_basis",
    "lifecycle", "closed_because", "statutory_resolution",
)  # fmt: skip
_FROZEN_COLUMNS = 3


def write_workbook(path: Path, view: View) -> None:
    """Writes the workbook in the run's language. Identifiers were masked where evidence was made."""
    language = view.night.language
    book = Book(path, view.night.as_of, text("title", language))
    _write_cover(book, view)
    ranked = by_case(view.candidates)
    sheets: tuple[tuple[str, Mapping[str, int], Iterator[Mapping[str, Cell]]], ...] = (
        ("candidates", _CANDIDATE, (_finding(n, row, language) for n, row in ranked)),
        ("evidence", _EVIDENCE, (line for n, row in ranked for line in _evidence(n, row, language))),
        ("paths", _PATH, (line for n, row in ranked for line in _path(n, row, language))),
        ("others", _OTHER, (_finding(None, row, language) for row in view.cleared)),
        ("calendar", _CALENDAR, (_duty(row, language) for row in view.calendar)),
        ("quality", _QUALITY, (_issue(row, language) for row in view.quality.to_pylist())),
    )
    for name, columns, rows in sheets:
        headers = [column(key, language) for key in columns]
        cells = ([row.get(key) for key in columns] for row in rows)
        book.table(text(name, language), headers, cells, list(columns.values()), _FROZEN_COLUMNS)
    book.close()


def by_case(candidates: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """Candidates with the number of their case: cases in the order of their best candidate, kept together."""
    numbers: dict[str, int] = {}
    for row in candidates:
        numbers.setdefault(row["case_id"], len(numbers) + 1)
    return sorted(((numbers[row["case_id"]], row) for row in candidates), key=lambda pair: pair[0])


def _write_cover(book: Book, view: View) -> None:
    sheet = book.sheet(text("cover", view.night.language))
    for place, width in enumerate(_COVER):
        sheet.set_column(place, place, width)
    number = 0
    for line in cover_lines(view):
        if line.kind == "head":
            number += 1  # a line of air before every section
        if line.kind in ("title", "head"):
            book.line(sheet, number, [line.left], (), [book.title if line.kind == "title" else book.bold])
        elif line.kind == "note":
            book.line(sheet, number, [None, line.left], _COVER)
        else:
            book.line(
                sheet,
                number,
                [line.left, line.right],
                _COVER,
                [book.warning] * 2 if line.kind == "warning" else [book.label],
            )
        number += 1
    sheet.set_row(0, 28)


def _finding(number: int | None, row: Mapping[str, Any], language: Language) -> dict[str, Cell]:
    """A finding with its codes put into words."""
    title = (rule_title(row["rule_id"], language), rule_article(row["rule_id"], language))
    return {
        **{key: value for key, value in row.items() if not isinstance(value, (list, dict))},
        **{key: code(key, row[key], language) for key in _WORDED},
        "rank": number,
        "rule_title": " ".join(filter(None, title)),
        "probability": probability(row["score"], language),
        "regimes": text("comma", language).join(code("regimes", regime, language) for regime in row["regimes"] or ()),
        "summary": row[f"summary_{language}"],
    }


def _duty(row: Mapping[str, Any], language: Language) -> dict[str, Cell]:
    """A line of the declaration calendar with its codes put into words."""
    title = (rule_title(row["rule_id"], language), rule_article(row["rule_id"], language))
    return {
        **row,
        "certainty": code("certainty", row["certainty"], language),
        "rule_title": " ".join(filter(None, title)),
        "summary": row[f"summary_{language}"],
    }


def _evidence(number: int, row: Mapping[str, Any], language: Language) -> Iterator[dict[str, Cell]]:
    for item in row["evidence"] or ():
        yield {
            **_place(number, row),
            "officer_name": row["officer_name"],
            "party_name": row["party_name"],
            "feature": evidence.feature(item, language),
            "verdict": evidence.verdict(item, language),
            "left": evidence.side(item, "left", language),
            "right": evidence.side(item, "right", language),
            "detail": evidence.detail(item, language),
            "bits": evidence.bits(item),
        }


def _path(number: int, row: Mapping[str, Any], language: Language) -> Iterator[dict[str, Cell]]:
    for step, item in enumerate(row["path"] or (), start=1):
        yield {
            **_place(number, row),
            "step": step,
            "from": item.get("from"),
            "relation": relation(str(item.get("relation") or ""))[language == "en"],
            "to": item.get("to"),
            "share_pct": None if item.get("share_pct") is None else float(item["share_pct"]),
            "valid_from": item.get("valid_from"),
            "valid_to": item.get("valid_to"),
            "source": source_words(item.get("source"), language),
        }


def _place(number: int, row: Mapping[str, Any]) -> dict[str, Cell]:
    return {"rank": number, **{key: row[key] for key in ("rule_id", "case_id", "finding_id")}}


def source_words(source: Mapping[str, Any] | None, language: Language) -> str:
    """Where a step was read: the table and the row of the delivered file."""
    if source is None or source.get("table") is None:
        return ""
    table, row = str(source["table"]), source.get("row")
    name = TABLES[table].zh if language == "zh" and table in TABLES else table
    if row is None:
        return name
    return f"{name} 第 {row} 行" if language == "zh" else f"{name}, row {row}"


def _issue(row: Mapping[str, Any], language: Language) -> dict[str, Cell]:
    return {**row, "severity": code("severity", row["severity"], language), **place_words(row, language)}


def place_words(row: Mapping[str, Any], language: Language) -> dict[str, str | None]:
    """Table and column of a quality row as the people who made the file know them."""
    table = TABLES.get(row["table"])
    if table is None or language == "en":
        return {"table": row["table"], "column": row["column"]}
    headers = {column.name: column.zh for column in table.columns}
    name = row["column"]
    return {"table": f"{table.zh} {table.name}", "column": f"{headers[name]} {name}" if name in headers else name}
