"""Where a reviewer sits: the newest run, the decision log as it is now, and what stands on each finding. Looked at anew on every request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from screening.decisions.anchors import anchored_log
from screening.decisions.entry import Entry
from screening.decisions.log import NAME, Log
from screening.decisions.record import open_desk
from screening.decisions.verification import verify_decisions
from screening.errors import IntegrityError
from screening.review.shown import Item, Shown
from screening.warehouse.folder import latest, published
from screening.warehouse.journal import Clock

_COUNTER = slice(24, 28)
"""Where SQLite counts the changes of a file, in its first bytes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What was decided on a finding and still holds.

    Attributes:
        decision: of the last entry; None where there is none or it has lapsed.
        entry: the last entry and its number, whether it holds or not.
        is_new: whether it was made after the run.
    """

    decision: str | None = None
    entry: tuple[int, Entry] | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """What the reviewer sees at one moment.

    Attributes:
        damage: what is wrong with the log; nothing is decided then.
        standings: by finding.
    """

    shown: Shown
    log: Log
    damage: IntegrityError | None
    standings: Mapping[str, Standing]

    def standing(self, item: Item) -> Standing:
        """What stands on a finding; one the run knew as dismissed is, though the log cannot be read."""
        return self.standings.get(item.finding_id) or Standing("dismissed" if item.is_dismissed else None)


class Room:
    """Opens the newest run for one reviewer and keeps what has not changed since the last look.

    Args:
        by: who decides; None is the account of the operating system.
        account: of the operating system; None asks it.

    Raises:
        UsageError: nothing is published there, or this is no reviewer.
    """

    def __init__(self, out: Path, by: str | None, clock: Clock, account: str | None = None) -> None:
        self.out = out
        self._by, self._clock, self._account = by, clock, account
        self._lock = Lock()
        self._shown: Shown | None = None
        self._seen: tuple[Any, Sight] | None = None
        self._verified: tuple[Any, IntegrityError | None] | None = None
        self.look()

    def look(self) -> Sight:
        """The newest run and the log as they are now.

        Raises:
            UsageError: the reviewer is no longer listed, or the newest run cannot be reviewed.
            RunFailed: another process holds the log for too long.
        """
        with self._lock:
            shown = self._newest()
            mark = (shown.run.run_id, shown.desk.today, self._mark())
            if self._seen is None or self._seen[0] != mark:
                self._seen = (mark, self._sight(shown))
            sight = self._seen[1]
            if self._verified is not None and self._verified[0] == mark and self._verified[1] is not None:
                return Sight(sight.shown, sight.log, self._verified[1], {})
            return sight

    def verify(self) -> Sight:
        """The same, with the log held against the runs it speaks of, as `coi verify` does."""
        self.look()
        with self._lock:
            mark = self._seen[0] if self._seen is not None else None
            if self._verified is None or self._verified[0] != mark:
                self._verified = (mark, _damage(self.out))
        return self.look()

    def is_newest(self, run_id: str) -> bool:
        """Whether no other run was published since."""
        folder = latest(self.out)
        return folder is not None and folder.name == run_id

    def _newest(self) -> Shown:
        folder = latest(self.out)
        if self._shown is None or folder is None or folder.name != self._shown.run.run_id:
            desk = open_desk(self.out, self._clock, self._account)
            self._shown = Shown(desk, desk.reviewers.admit(self._by or desk.account))
        return self._shown

    def _sight(self, shown: Shown) -> Sight:
        try:
            log = anchored_log(self.out)
        except IntegrityError as damage:
            return Sight(shown, Log(), damage, {})
        return Sight(shown, log, None, standings(shown, log))

    def _mark(self) -> tuple[Any, ...]:
        """What is different after every change of the log or of what it is held against."""
        return (_file_mark(self.out / NAME), _file_mark(self.out / "journal.jsonl"), tuple(published(self.out)))


def standings(shown: Shown, log: Log) -> dict[str, Standing]:
    """What stands on each finding that was ever decided on."""
    last = {entry.finding_id: (number, entry) for number, entry in enumerate(log.entries, start=1)}
    known, today = shown.run.head.entries, shown.desk.today
    found = {}
    for finding_id, (number, entry) in last.items():
        basis = shown.run.basis.get(finding_id)
        holds = (
            basis is not None and basis.fingerprint == entry.fingerprint and not (entry.until and entry.until < today)
        )
        found[finding_id] = Standing(entry.decision if holds else None, (number, entry), number > known)
    return found


def _damage(out: Path) -> IntegrityError | None:
    try:
        verify_decisions(out)
    except IntegrityError as damage:
        return damage
    return None


def _file_mark(path: Path) -> tuple[Any, ...]:
    try:
        facts = path.stat()
        with path.open("rb") as file:
            return (facts.st_ino, facts.st_size, facts.st_mtime_ns, file.read(_COUNTER.stop)[_COUNTER])
    except OSError:
        return ()
