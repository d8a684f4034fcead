"""Published runs as the review page reads them, written by the reports themselves but for workbook and page; and a client that has come in by the token."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any
from unittest import mock

import httpx

from screening.decisions.log import read_log
from screening.findings.substance import fingerprint
from screening.reports import run as write_reports
from screening.reports.view import View
from screening.review.app import review_app
from screening.review.room import Room
from screening.review.session import Session
from screening.settings import ReviewerSettings
from screening.warehouse import folder
from screening.warehouse.journal import Journal
from screening.warehouse.manifest import write_manifest
from tests.policy.world import put_staged
from tests.reports.world import finding as plain_finding
from tests.reports.world import hostile, view

from .inside import Inside

MONDAY = "2026-11-20-aaaaaaaaaaaa"
TUESDAY = "2026-11-21-bbbbbbbbbbbb"
PORT = 8765
HERE = f"http://127.0.0.1:{PORT}"
FROM_HERE = {"sec-fetch-site": "same-origin", "origin": HERE}
LINK = {
    "subject": "person", "officer_id": "P01", "watched_key": "0123456789abcdef", "table_name": "holdings",
    "company_id": "C1", "mention_key": "冯砚秋", "mention_number": None, "other_company_id": None,
}  # fmt: skip

__all__ = ["HERE", "MONDAY", "PORT", "TUESDAY", "Client", "clock", "finding", "hostile", "publish"]


def clock() -> datetime:
    return datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


def finding(number: int, **changed: Any) -> dict[str, Any]:
    return plain_finding(number, **changed)


def basis(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row of finding_basis of a finding; its share stands for all its facts."""
    facts = {"outcome": "candidate", "share_pct": str(row["share_pct"]), "officer_identity": row["officer_name"]}
    links = [LINK] if row["rule_id"] == "INT-B" else []
    return {
        "finding_id": row["finding_id"], "officer_id": row["officer_id"], "fingerprint": fingerprint(facts),
        "facts": json.dumps(facts, ensure_ascii=False), "rulings": json.dumps(links, ensure_ascii=False),
    }  # fmt: skip


def _empty(path: Path, seen: View) -> None:
    """In place of what people read and the review page does not: most of the time of a small run, and of a large one."""
    path.touch()


def publish(
    out: Path,
    run_id: str,
    findings: Sequence[Mapping[str, Any]],
    *,
    restricted: tuple[str, ...] = (),
    reviewers: Mapping[str, tuple[str, str | None]] | None = None,
    relatives: Mapping[str, str] | None = None,
    language: str = "zh",
) -> Path:
    """Publishes a run that read the decision log as it is now.

    Args:
        reviewers: account -> name and officer_id.
        relatives: officer -> another one whom he names among his related parties.
    """
    out.mkdir(exist_ok=True)
    rows = [dict(row) for row in findings]
    ids = sorted({row["officer_id"] for row in rows if row["officer_id"]})
    watched = [{"watched_id": f"officer:{each}", "officer_id": each, "name": f"名{each}"} for each in ids]
    tables = {"finding_basis": [basis(row) for row in rows], "watched": watched}
    with (
        folder.building(out) as built,
        view(out, rows, restricted=restricted, language=language, tables=tables) as seen,
    ):
        named = {
            account: ReviewerSettings(name=name, officer_id=own) for account, (name, own) in (reviewers or {}).items()
        }
        settings = seen.night.settings.model_copy(update={"reviewers": named})
        night = seen.night.model_copy(
            update={"run_id": run_id, "as_of": date.fromisoformat(run_id[:10]), "settings": settings}
        )
        posts = [{"officer_id": each, "name": f"名{each}", "entity_id": "E01", "group_id": "G"} for each in ids]
        put_staged(seen.warehouse, "officers", posts)
        kin = [
            {"related_id": "R1", "officer_id": one, "name": f"名{other}"} for one, other in (relatives or {}).items()
        ]
        put_staged(seen.warehouse, "related_parties", kin)
        with (
            mock.patch("screening.reports.workbook.write_workbook", _empty),
            mock.patch("screening.reports.page.write_page", _empty),
        ):
            write_reports(seen.warehouse, night, built)
        told = {
            "run_id": run_id, "decisions": read_log(out).head.model_dump(),
            "parameters": {"language": language, "settings": {"output": {"time_zone": "Asia/Shanghai", "language": language}}},
        }  # fmt: skip
        manifest = write_manifest(built, told)
        published = folder.publish(out, built, run_id)
    folder.point_latest(out)
    Journal(out, clock).write("published", run_id=run_id, manifest=manifest)
    return published


class Client:
    """The page as a browser's requests see it, already inside; answers are not followed."""

    def __init__(self, out: Path, by: str | None = None, account: str = "lin", **options: Any) -> None:
        self.session = Session(PORT, **options)
        self.room = Room(out, by, clock, account)
        self.raw = httpx.Client(transport=Inside(review_app(self.room, self.session, PORT)), base_url=HERE)
        self.raw.get("/enter", params={"token": self.session.token})

    def get(self, path: str, **params: str | int) -> httpx.Response:
        return self.raw.get(path, params=params or None, headers={"sec-fetch-site": "same-origin"})

    def post(self, path: str, **data: Any) -> httpx.Response:
        return self.raw.post(path, data=data, headers=FROM_HERE)

    def page(self, path: str = "/", **params: str | int) -> str:
        answer = self.get(path, **params)
        assert answer.status_code == 200, answer.text
        return answer.text

    def form(self, case_id: str) -> dict[str, Any]:
        """What the form of a case holds before anybody types."""
        return fields(self.page(f"/case/{case_id}"))

    def decide(self, case_id: str, form: Mapping[str, Any] | None = None, **typed: Any) -> httpx.Response:
        told = {"decision": "dismissed", "reason": "已核对"} | typed
        return self.post(f"/case/{case_id}", **{**(form or self.form(case_id)), **told})

    @property
    def listed(self) -> list[str]:
        """The cases of the plain queue."""
        return re.findall(r'name="pick" value="([^"]*)"', self.page())


def fields(page: str) -> dict[str, Any]:
    """Hidden fields and ticked findings of the form to decide."""
    form = page[page.index('id="decide"') :]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    ticked = re.findall(r'name="finding" value="([^"]*)" checked', form)
    return {name: unescape(value) for name, value in hidden.items()} | {"finding": ticked}


def texts(page: str) -> str:
    """A page without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", page))
