"""The stage: facts in, tables `verdict`, `duty` and `rule_coverage` out."""

from __future__ import annotations

from dataclasses import asdict

from screening.contract.internal import std
from screening.policy.catalogue import catalogue
from screening.policy.coverage import Delivered, coverage
from screening.policy.duties.read import read_calendar
from screening.policy.duties.write import duty_rows
from screening.policy.judge import Judge
from screening.policy.read import read_facts
from screening.policy.regimes import regimes
from screening.policy.row import row_of
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted

_READ = ("tie", "dealing", "kin", "declared_item", "watched", "party", "company_mention", "delivered")


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """Judges every tie by every rule that the delivered tables let screen.

    Rules whose tables are missing are switched off and said so; a tie that only they would show gives no finding.
    """
    for table in _READ:
        warehouse.create(table)
    covered = coverage(catalogue(), _delivered(warehouse))
    warehouse.append("rule_coverage", [asdict(each) for each in covered])
    screened = {each.rule_id for each in covered if each.screened}
    facts = read_facts(warehouse, night, catalogue(), regimes())
    judge = Judge(facts, night, catalogue(), regimes())
    policy_is_asked = "POLICY" in night.settings.policy.regimes
    judgements = list(judge.judgements(screened))
    warehouse.append("verdict", (row_of(judgement, policy_is_asked=policy_is_asked) for judgement in judgements))
    calendar = read_calendar(warehouse, night, judge.calendar_of)
    warehouse.append("duty", duty_rows(judge, judgements, calendar, screened))


def _delivered(warehouse: Warehouse) -> dict[str, Delivered]:
    rows = warehouse.rows(
        """
        select table_name, list(distinct column_name) as columns
        from (select table_name, unnest(columns) as column_name from delivered)
        group by table_name
        """
    )
    found = {}
    for row in rows:
        table = row["table_name"]
        count = warehouse.one(f"select count(*) from {quoted(std(table))}") if warehouse.has(std(table)) else 0
        found[table] = Delivered(count, frozenset(row["columns"]))
    return found
