"""One request: what the reviewer sees at this moment, in his language, and pages made of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from fastapi.responses import HTMLResponse

from screening.reports.words import Language
from screening.review import pages
from screening.review.room import Room, Sight
from screening.review.saved import SavedFilters
from screening.review.session import Session


@dataclass(frozen=True, slots=True)
class Visit:
    """What a route works with."""

    room: Room
    session: Session
    sight: Sight

    @property
    def language(self) -> Language:
        """The language of the pages: as chosen, else that of the run."""
        return self.session.language or ("en" if self.sight.shown.run.language == "en" else "zh")

    @property
    def saved(self) -> SavedFilters:
        """The reviewer's own filters."""
        return SavedFilters(self.room.out, self.sight.shown.by)

    @property
    def restricted(self) -> int:
        """Candidates behind the wall, which the page shows to nobody."""
        try:
            told = json.loads((self.sight.shown.run.folder / "coverage.json").read_text(encoding="utf-8"))
            return int(told["restricted"]["candidates"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A page of a template."""
        text = pages.render(name, self.language, self.sight, notice=self.session.take(), **values)
        return HTMLResponse(text, status_code=status)

    def fragment(self, name: str, **values: Any) -> HTMLResponse:
        """A part of a page, which takes no sentence that was left for the next page."""
        return HTMLResponse(pages.render(name, self.language, self.sight, **values))

    def problem(self, zh: str, en: str, status: int) -> HTMLResponse:
        """A page that says in one sentence why there is none."""
        return self.page("problem", status, why=(zh, en))
