"""The auditors' decisions in the words of the reports: the whole log, and what stands on one finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from screening.reports import evidence
from screening.reports.view import View
from screening.reports.words import Language, code

_ENTERED = ("reason", "until", "source", "reply")


def read_decisions(view: View) -> list[dict[str, Any]]:
    """Entries of the log on this side of the wall, the latest first, with the finding each is about and its standing.

    Standing: in_force, replaced by a later entry, lapsed since the finding changed or the day ran out, gone with the finding.
    """
    return view.warehouse.rows(
        f"""select d.*, f.officer_name, f.party_name, f.rule_id,
                case when d.entry <> max(d.entry) over (partition by d.finding_id) then 'replaced'
                     when f.finding_id is null then 'gone'
                     when b.fingerprint is distinct from d.fingerprint or d.until < $as_of then 'lapsed'
                     else 'in_force' end as standing
            from (select * from decision where {view.mine}) as d
            left join (select * from finding where lifecycle <> 'closed') as f using (finding_id)
            left join finding_basis as b using (finding_id)
            order by d.entry desc""",
        {"as_of": view.night.as_of},
    )


def decision_rows(view: View, language: Language) -> Iterator[dict[str, Any]]:
    """The same with codes put into words, by the columns of the workbook."""
    for row in read_decisions(view):
        yield {
            **{
                name: row[name]
                for name in ("entry", "by", "officer_name", "party_name", "rule_id", "finding_id", "run_id")
            },
            "ruled_on": row["at"][:10],
            "decided_as": code("auditor", row["decision"], language),
            "enter_identity": code("identity", row["identity"], language),
            "standing": code("standing", row["standing"], language),
            **{f"enter_{name}": row[name] for name in _ENTERED},
        }


def decided_lines(row: Mapping[str, Any], language: Language) -> list[str]:
    """The last decision on a finding, then each fact that has changed since, as its evidence tells."""
    items = [item for item in row["evidence"] or () if evidence.is_decided(item)]
    last = [item for item in items if item["feature"] == "decision"][:1]
    return [
        evidence.detail(item, language) for item in (*last, *(item for item in items if item["feature"] != "decision"))
    ]


def since_lines(row: Mapping[str, Any], language: Language) -> list[str]:
    """Each fact that has changed since the last decision."""
    return [evidence.detail(item, language) for item in row["evidence"] or () if item["feature"] == "since_decision"]
