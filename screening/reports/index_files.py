"""index/: what questions against a published run need, as sorted Parquet (mode 0600). It holds no identity number."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from screening.reports.arrow import write_parquet
from screening.reports.view import View
from screening.reports.wall import with_relatives
from screening.warehouse.store import quoted

_OF_NOBODY = ("party", "company", "company_link")
_BY_OFFICER = ("watched", "tie", "kin", "match_contradiction", "finding_basis")
_BY_WATCHED = ("person_link", "attribute_link", "company_watch")


def write_index(view: View, folder: Path) -> None:
    """Writes staged identities and edges of one side of the wall, each table sorted by all its columns."""
    folder.mkdir(mode=0o700)
    tables = {name: view.warehouse.query(f"select * from {quoted(name)} order by all") for name in _OF_NOBODY}
    tables |= {name: view.officers_rows(name) for name in _BY_OFFICER}
    tables |= {name: view.watched_rows(name) for name in _BY_WATCHED}
    tables["company_mention"] = view.mentions()
    if not view.restricted:
        tables["recusal"] = _recusals(view)
    for name, rows in tables.items():
        write_parquet(folder / f"{name}.parquet", rows)


def _recusals(view: View) -> pa.Table:
    """[reviewers] with the officers each of them is barred from: himself and his relatives; one row of nobody where none."""
    rows = []
    for account, reviewer in sorted(view.night.settings.reviewers.items()):
        own = () if reviewer.officer_id is None else with_relatives(view.warehouse, [reviewer.officer_id])
        rows += [(account, reviewer.name, officer) for officer in own or (None,)]
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    arrays = [pa.array(column, pa.string()) for column in columns]
    return pa.table(arrays, names=["account", "name", "officer_id"])
