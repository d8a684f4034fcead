"""index/: what questions against a published run need, as sorted Parquet (mode 0600). It holds no identity number."""

from __future__ import annotations

from pathlib import Path

from screening.reports.arrow import write_parquet
from screening.reports.view import View
from screening.warehouse.store import quoted

_OF_NOBODY = ("party", "company", "company_link")
_BY_OFFICER = ("watched", "tie", "kin", "match_contradiction")
_BY_WATCHED = ("person_link", "attribute_link", "company_watch")


def write_index(view: View, folder: Path) -> None:
    """Writes staged identities and edges of one side of the wall, each table sorted by all its columns."""
    folder.mkdir(mode=0o700)
    tables = {name: view.warehouse.query(f"select * from {quoted(name)} order by all") for name in _OF_NOBODY}
    tables |= {name: view.officers_rows(name) for name in _BY_OFFICER}
    tables |= {name: view.watched_rows(name) for name in _BY_WATCHED}
    tables["company_mention"] = view.mentions()
    for name, rows in tables.items():
        write_parquet(folder / f"{name}.parquet", rows)
