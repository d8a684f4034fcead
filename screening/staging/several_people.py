"""Cells for one name that hold several: 张伟、李娜; 张伟 李娜; 张伟（董事长）/李娜. Each is a mention of its own.

What else the row says (a number, a date of birth, a phone) belongs to neither of them for certain. The rules are strict, for one
name wrongly cut in two is two wrong people: every part has to be a name by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

import pyarrow as pa

from screening.refdata.names import HAN, name_tables, split_name
from screening.refdata.text import tidy_text, to_simplified
from screening.staging.name_cells import LABEL, LONGEST, read_name_cell

_NAME = re.compile(f"[{HAN}][{HAN}*]{{1,3}}|[{HAN}]{{1,9}}·[{HAN}·]{{1,14}}")
_MARKS = "、,;/|&+"
_WIDE_MARKS = "".join(chr(c) for c in range(0xFE10, 0xFFF0) if normalize("NFKC", chr(c)) in tuple(_MARKS))
SUSPECT = re.compile(f"[{_MARKS}{_WIDE_MARKS}\\s]|..[和与及]..")
"""What every such cell shows; few others do."""
_LISTED = re.compile(f"[{_MARKS}]+")
_JOINED = re.compile(f"[{_MARKS}]+|(?<=[{HAN}]{{2}}) ?[和与及] ?(?=[{HAN}]{{2}})")
_APART = re.compile(f"{_JOINED.pattern}| ")
_COMMON = 1e-4
"""Share of people that bears a surname which cuts a cell at a mere blank or at 和; a comma may stand before a rarer one."""
_LATIN = re.compile(r"[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){1,4}")


def several_people(values: Iterable[str]) -> pa.Table:
    """The cells that name several people.

    Returns:
        value, name: one row per cell and person, in the order of the values.
    """
    found = [(value, name) for value in values for name in split_people(value)]
    return pa.table({
        "value": pa.array([value for value, _ in found], pa.string()),
        "name": pa.array([name for _, name in found], pa.string()),
    })  # fmt: skip


def split_people(value: str) -> tuple[str, ...]:
    """The names in a cell that holds several; none where it holds one, or anything but names."""
    if len(value) > LONGEST:
        return ()
    text = LABEL.sub("", tidy_text(value.replace("\n", "、")))
    for separator, least in ((_APART, _COMMON), (_LISTED, 0.0), (_JOINED, _COMMON)):
        names = [read_name_cell(part).name for part in separator.split(text) if part.strip()]
        if len(names) > 1 and all(_is_name(name, least) for name in names):
            people = {
                to_simplified(name): name for name in reversed(names)
            }  # 陳大文/陈大文 is one person in two writings
            return tuple(reversed(people.values())) if len(people) > 1 else ()
    if re.search(f"[{HAN}]", text):  # 陈 大文/CHAN Tai Man is one person in two scripts
        return ()
    # a comma stands inside one Latin name: CHAN, Tai Man
    latin = [part.strip() for part in re.split(r"[、;/|&+]+", text) if part.strip()]
    return tuple(latin) if len(latin) > 1 and all(_LATIN.fullmatch(part) for part in latin) else ()


def _is_name(text: str, least: float) -> bool:
    """Two to four characters behind a surname that enough people bear, or a name with a middle dot."""
    if _NAME.fullmatch(text) is None:
        return False
    if "·" in text:
        return True
    key = to_simplified(text)
    parts = split_name(key)
    surnames = name_tables().surname
    return parts is not None and bool(parts[1]) and key not in surnames and surnames.get(parts[0], 0.0) > least
