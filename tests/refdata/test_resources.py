"""Where packaged files are found, and that every reference table tells its fields and its source."""

from __future__ import annotations

import subprocess
import sys

import pytest

from screening.refdata.resources import resource_path, resource_root, table_rows

TABLES = sorted(path.name for path in resource_root("reference").glob("*.tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_table_says_what_it_holds_and_where_it_is_from(name: str) -> None:
    header = [
        line for line in resource_path("reference", name).read_text(encoding="utf-8").splitlines() if line[:1] == "#"
    ]
    text = " ".join(header)
    columns = text.rpartition("columns: ")[2].split()

    assert "Source" in text
    assert all(len(row) == len(columns) for row in table_rows(name))


@pytest.mark.parametrize("name", ["../policy", "no_such_file.tsv"])
def test_other_paths_are_refused(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        resource_path("reference", name)


def test_imports_are_light() -> None:
    """No heavy package is loaded before a function needs it."""
    code = (
        "import sys, screening.refdata.names, screening.refdata.companies, screening.refdata.kinship, "
        "screening.refdata.positions, screening.refdata.placeholders, screening.refdata.calendar, "
        "screening.refdata.text;"
        "print(sorted({'opencc', 'pypinyin', 'holidays', 'pandas', 'yaml', 'numpy'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
