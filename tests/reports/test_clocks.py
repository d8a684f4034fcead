"""The lanes of a case's timeline."""

from __future__ import annotations

import re
from pathlib import Path

from screening.reports.clocks import Clocks
from tests.policy.world import put_staged

from .world import finding, view


def test_an_office_whose_company_the_roster_does_not_tell(tmp_path: Path) -> None:
    with view(tmp_path, [finding(1)]) as seen:
        posts = [("董事", None), ("监事", "E01")]
        put_staged(
            seen.warehouse,
            "officers",
            [{"officer_id": "P01", "group_id": "G", "position": post, "entity_id": entity} for post, entity in posts],
        )
        lanes = Clocks(seen).lanes(finding(1))

    assert [lane.label for lane in lanes] == [("监事，E01", "监事, E01"), ("董事", "董事")]


def test_days_on_file_beside_documents_are_not_called_registered_only(sample_out: Path) -> None:
    page = (sample_out / "latest" / "report.html").read_text(encoding="utf-8")
    lanes = set(re.findall(r'"clock":"dealing"[^}]*?"label":\["([^"]+)"', page))

    assert {"发票或付款", "建档期间"} <= lanes
    assert "仅建档" not in lanes
