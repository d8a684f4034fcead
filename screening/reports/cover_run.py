"""What stands on the cover about the run itself: its scope, its inputs with their hashes, and how it compares with the last run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from screening import __version__
from screening.reports.cover_line import Line, table_words
from screening.reports.titles import policy_version
from screening.reports.view import View
from screening.reports.words import Language, code, text


def scope(view: View, language: Language) -> Iterator[Line]:
    """Who was screened against whom, and under which settings; counts only, so that they hold on both sides of the wall."""
    people = {
        row["kind"]: row["n"]
        for row in view.warehouse.rows(
            "select kind, count(distinct coalesce(related_id, officer_id)) as n from watched group by kind order by kind"
        )
    }
    parties = view.warehouse.rows(
        "select party_table, count(*) as n from party where excluded_as is null group by party_table order by party_table desc"
    )
    policy = view.night.settings.policy
    related = people.get("related_person", 0) + people.get("related_organisation", 0)
    told = text("people_counts", language).format(officers=people.get("officer", 0), related=related)
    yield Line("line", "run", text("people", language), told)
    masters = [
        text(f"count_{row['party_table']}", language).format(n=row["n"]) for row in parties if row["party_table"]
    ]
    yield Line("line", "run", text("counterparties", language), text("comma", language).join(masters))
    how = text("how_counts", language).format(
        lookback=policy.dealing_look_back_months,
        leaver=policy.leaver_months,
        kin=code("kin_profile", policy.kin_profile, language),
        stake=f"{policy.stake_exemption_pct.normalize():f}",
    )
    yield Line("line", "run", text("how", language), how)
    yield Line(
        "line",
        "run",
        text("versions", language),
        f"coi-screening {__version__}{text('semicolon', language)}{policy_version()}",
    )


def since(view: View, language: Language) -> Iterator[Line]:
    """Counts against the baseline; a line that says so where there is none."""
    yield Line("head", "since", text("since", language))
    if view.night.baseline is None:
        yield Line("note", "since", text("no_baseline", language))
        return
    yield Line("line", "since", text("last_run", language), view.night.baseline.name)
    before = next((point for point in view.trend if point["run_id"] == view.night.baseline.name), None)
    if before is not None:
        tiers = [f"{tier} {before[tier]} → {view.trend[-1][tier]}" for tier in ("A", "B", "C")]
        yield Line("line", "since", text("candidates_then", language), text("comma", language).join(tiers))
    lives = Counter(row["lifecycle"] for row in view.candidates)
    gone = [row for row in view.cleared if _was_candidate(row, view)]
    lives["closed"] = sum(row["lifecycle"] == "closed" for row in gone)
    for life in ("new", "reopened", "changed", "open", "closed"):
        yield Line("line", "since", code("lifecycle", life, language), str(lives[life]))
    yield Line("line", "since", text("left", language), str(len(gone) - lives["closed"]))


def _was_candidate(row: Mapping[str, Any], view: View) -> bool:
    """Whether the baseline listed as a candidate what is none tonight."""
    return view.before.get(row["finding_id"], {}).get("outcome") == "candidate"


def inputs(view: View, language: Language) -> Iterator[Line]:
    """Every file that was read, with its hash: a year later it tells whether a file at hand is the one."""
    rows = view.warehouse.rows("select table_name, file, rows, sha256 from delivered order by table_name, file")
    if rows:
        yield Line("head", "inputs", text("inputs", language))
    for row in rows:
        told = text("input", language).format(rows=row["rows"], sha256=row["sha256"])
        left = f"{table_words(row['table_name'], language)} · {row['file']}"
        yield Line("line", "inputs", left, told)
