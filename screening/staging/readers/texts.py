"""Texts, codes and identifiers: what is kept of a cell, and what stands for nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from screening.contract.words import BOOLEAN_WORDS, ENUMERATIONS
from screening.refdata.placeholders import is_placeholder_text
from screening.refdata.text import fold_text
from screening.staging.readers.reading import MALFORMED, NOTHING, Reading, said

EDGES = (
    " \t\n\r\x0b\x0c\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u200b\u200c\u200d\u2060\ufeff"
)
"""White space, and the invisible characters that exports leave at the ends of a cell."""

BOOLEAN = "boolean"

_STRUCK_OFF = re.compile("[注註][销銷]")


def trim(cell: str) -> str | None:
    """The cell without white space around it, null when nothing is left."""
    return cell.strip(EDGES) or None


def narrow(cell: str) -> str:
    """The cell in half width (NFKC), without white space around it."""
    return (cell if cell.isascii() else unicodedata.normalize("NFKC", cell)).strip(EDGES)


def filled(cell: str) -> str | None:
    """The trimmed cell, null for 无, N/A, - and other ways to write nothing."""
    text = trim(cell)
    return None if text is None or is_placeholder_text(text) else text


def read_text(cell: str) -> Reading:
    """A name or any other text, as written."""
    return said(filled(cell))


def read_verbatim(cell: str) -> Reading:
    """A text in which 无 means 无: what a correction puts in a cell, or a word that a later stage maps."""
    return said(trim(cell))


def read_status(cell: str) -> Reading:
    """A state as written; 已注销 stands for nothing in other columns, and here says that the record or company is gone."""
    text = trim(cell)
    return said(text) if text is not None and _STRUCK_OFF.search(text) else said(filled(cell))


def read_code(cell: str) -> Reading:
    """A key in half width; 0 and 000 are codes, - and 无 are none."""
    text = narrow(cell)
    if not re.search(r"\d", text) and is_placeholder_text(text):
        return NOTHING
    return said(text or None)


def read_identifier(cell: str) -> Reading:
    """An identity or registration number as delivered: half width, upper case, without inner spaces.

    The Roman numeral ten that some systems print at the end of an identity number becomes X.
    """
    text = filled(cell)
    return NOTHING if text is None else said(re.sub(r"\s", "", narrow(text)).upper() or None)


@cache
def codes_of(words: str) -> dict[str, str]:
    """Folded word -> code of one enumeration; comparison ignores case, width, spaces and Traditional forms."""
    if words == BOOLEAN:
        pairs = [(word, str(truth).lower()) for word, truth in BOOLEAN_WORDS.items()]
        pairs += [("1.0", "true"), ("0.0", "false")]  # what a spreadsheet makes of 1 and 0
    else:
        pairs = [(word, code) for code, spoken in ENUMERATIONS[words].items() for word in (code, *spoken)]
    return {fold_text(word): code for word, code in pairs}


def read_word(cell: str, words: str) -> Reading:
    """The code of an enumerated cell; a word that is not in the enumeration is malformed."""
    code = codes_of(words).get(fold_text(cell))
    if code is not None:
        return Reading(code)
    return NOTHING if filled(cell) is None else MALFORMED
