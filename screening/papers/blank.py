"""`coi template DIR`: what is to be filled in from nothing."""

from __future__ import annotations

from pathlib import Path

from screening.papers.books import write_books
from screening.papers.folder import paper_folder
from screening.papers.form import form
from screening.papers.language import Language
from screening.papers.statement import statement

FORM = "declaration_form.docx"
STATEMENT = "statement.docx"


def write_blank(path: Path, language: Language) -> int:
    """Writes the empty workbooks, the form and the statement into a new or empty folder, all or none.

    Returns:
        How many workbooks there are.

    Raises:
        UsageError: the folder holds something, or cannot be written.
        RunFailed: the disk is full.
    """
    with paper_folder(path) as folder:
        books = write_books(folder, language)
        form(language).save(folder / FORM)
        statement(language).save(folder / STATEMENT)
    return len(books)
