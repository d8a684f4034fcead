"""How a column of each kind is read: the standard form, kept as it is in SQL, and the reader for everything else.

Nearly every cell of a large table is in the standard form, so the engine reads it without leaving SQL; the distinct
other texts go to a Python reader once each and come back by a join.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from screening.contract.columns import Column, Kind
from screening.refdata.resources import table_rows
from screening.settings import SourceSettings
from screening.staging.readers import dates, lists, numbers, texts
from screening.staging.readers.reading import Reading

_SIGNS = " -_.·*×xX/\\#?？=—–~、,，。0([{<（【"  # a cell of such signs alone says nothing
_VERBATIM_TABLES = frozenset({"corrections", "exclusions"})  # 无 as a corrected value means: empty the cell
_LONGEST_PLACEHOLDER = 24
NEVER = "false"
"""The standard form of a column whose every cell must be read."""

_CELL = "{cell}"  # stands for the column in SQL templates


@dataclass(frozen=True, slots=True)
class CellReader:
    """How the cells of one column are read.

    Attributes:
        name: of the reader; columns with the same name share their readings.
        standard: SQL over `{cell}`: true where the cell is in the standard form; means nothing for null cells.
        value: SQL over `{cell}`, for cells in the standard form.
        type: DuckDB type of the staged column.
        read: reads any other text.
        ranged: the column is a date and has a second value, its last day.
    """

    name: str
    standard: str
    value: str
    type: str
    read: Callable[[str], Reading]
    ranged: bool = False

    def is_standard(self, cell: str) -> str:
        """SQL: whether a cell (an SQL expression) is in the standard form."""
        return self.standard.replace(_CELL, cell)

    def standard_value(self, cell: str) -> str:
        """SQL: the value of a cell in the standard form."""
        return self.value.replace(_CELL, cell)


def reader_of(table: str, column: Column, source: SourceSettings) -> CellReader:
    """The reader for one column of one table."""
    match column.kind:
        case Kind.ENUM | Kind.BOOLEAN:
            words = column.words or texts.BOOLEAN
            kind = "BOOLEAN" if column.kind is Kind.BOOLEAN else "VARCHAR"
            return CellReader(f"word:{words}", NEVER, "null", kind, partial(texts.read_word, words=words))
        case Kind.DATE:
            iso = (
                "strlen({cell}) = 10 and substr({cell}, 5, 1) = '-' and substr({cell}, 8, 1) = '-'"
                " and coalesce(try_cast({cell} as date) between date '1900-02-01' and date '2199-12-31', false)"
            )
            return CellReader("date", iso, "cast({cell} as date)", "DATE", dates.read_date, ranged=True)
        case Kind.SHARE:
            fraction = source.share_unit == "fraction"
            scale, form = (100, r"(0?\.\d{1,12}|[01])") if fraction else (1, r"(\d{1,2}(\.\d{1,12})?|100)")
            return CellReader(
                "fraction" if fraction else "share",
                "regexp_full_match({cell}, '" + form + "')",
                "cast(cast({cell} as decimal(18, 12)) * " + str(scale) + " as decimal(9, 6))",
                "DECIMAL(9,6)",
                partial(numbers.read_share, fraction=fraction),
            )
        case Kind.AMOUNT:
            return CellReader(
                "amount", r"regexp_full_match({cell}, '-?\d{1,15}(\.\d{1,12})?')", "cast({cell} as decimal(18, 2))", "DECIMAL(18,2)",
                numbers.read_amount,
            )  # fmt: skip
        case Kind.INTEGER:
            return CellReader(
                "integer",
                r"regexp_full_match({cell}, '\d{1,9}')",
                "cast({cell} as bigint)",
                "BIGINT",
                numbers.read_integer,
            )
        case Kind.IDENTIFIER:
            plain = "regexp_full_match({cell}, '[0-9A-Z*]{6,}') and regexp_matches({cell}, '[1-9]')"
            return CellReader("identifier", plain, "{cell}", "VARCHAR", texts.read_identifier)
        case Kind.TEXT | Kind.CODE if table in _VERBATIM_TABLES:
            return CellReader("verbatim", _trimmed(), "{cell}", "VARCHAR", texts.read_verbatim)
        case Kind.CODE:
            plain = r"regexp_full_match({cell}, '[0-9A-Za-z_.\-]*[0-9][0-9A-Za-z_.\-]*')"
            return CellReader("code", plain, "{cell}", "VARCHAR", texts.read_code)
        case Kind.PHONES:
            plain = r"regexp_full_match({cell}, '1[3-9]\d{9}|0[1-9]\d{1,2}-\d{7,8}')"
            return CellReader("phones", plain, "[{cell}]", "VARCHAR[]", lists.read_phones)
        case Kind.ACCOUNTS:
            given = r"regexp_full_match({cell}, '[0-9]{10,}') and not regexp_matches({cell}, '^(000|012|098|111|123|222|333|444|555|666|777|888|987|999)|0{6}$|^[0-9]{15}0{3,}$')"
            return CellReader("accounts", given, "[{cell}]", "VARCHAR[]", lists.read_accounts)
        case Kind.TEXTS if column.name == "email":
            plain = r"regexp_full_match({cell}, '[0-9a-z_.+\-]+@[0-9a-z\-]+(\.[0-9a-z\-]+)+')"
            return CellReader("emails", plain, "[{cell}]", "VARCHAR[]", lists.read_emails)
        case Kind.TEXTS:
            return CellReader(
                "texts",
                _plain_text() + r" and not regexp_matches({cell}, '[;；|｜\n\r]')",
                "[{cell}]",
                "VARCHAR[]",
                lists.read_texts,
            )
        case Kind.FREE if column.required:
            return CellReader("verbatim", _trimmed(), "{cell}", "VARCHAR", texts.read_verbatim)
        case Kind.FREE if column.name == "status":
            return CellReader("status", _plain_text(), "{cell}", "VARCHAR", texts.read_status)
        case Kind.TEXT | Kind.FREE:
            return CellReader("text", _plain_text(), "{cell}", "VARCHAR", texts.read_text)


def _trimmed() -> str:
    return f"not contains('{texts.EDGES}', left({_CELL}, 1)) and not contains('{texts.EDGES}', right({_CELL}, 1))"


@cache
def _plain_text() -> str:
    """Trimmed, and not one of the short texts that may stand for nothing."""
    starts = {word[0] for kind, word in table_rows("placeholders.tsv") if kind == "text"} | set(_SIGNS)
    starts |= {start.upper() for start in starts}
    starts |= {chr(ord(start) + 0xFEE0) for start in starts if "!" <= start <= "~"}  # their full-width forms
    listed = "".join(sorted(starts)).replace("'", "''")
    short = f"length({_CELL}) <= {_LONGEST_PLACEHOLDER} and contains('{listed}', left({_CELL}, 1))"
    return f"{_trimmed()} and not ({short})"
