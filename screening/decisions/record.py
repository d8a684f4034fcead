"""Records a decision: checks it against the latest run, the reviewers and what others decided, then appends it to the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

from screening.decisions.anchors import check_anchors, record_anchor, states_of
from screening.decisions.entry import Entry
from screening.decisions.log import Log, append
from screening.decisions.published import Basis, PublishedRun, latest_run
from screening.decisions.request import Request, check
from screening.decisions.reviewers import Reviewers, system_account
from screening.errors import UsageError
from screening.settings import LogHead
from screening.warehouse.journal import Clock


@dataclass(frozen=True)
class Desk:
    """Where decisions on one output folder are taken: the latest run, its reviewers, and who sits here.

    Attributes:
        account: of the operating system.
    """

    out: Path
    run: PublishedRun
    reviewers: Reviewers
    account: str
    clock: Clock

    @property
    def today(self) -> date:
        """The day in the time zone of the run."""
        return self.clock().astimezone(ZoneInfo(self.run.output["time_zone"])).date()


def open_desk(out: Path, clock: Clock, account: str | None = None) -> Desk:
    """The desk of an output folder.

    Raises:
        UsageError: nothing was published there, or by a version without decisions.
    """
    run = latest_run(out)
    return Desk(out, run, Reviewers.of(run.recusals), account or system_account(), clock)


def record(desk: Desk, request: Request) -> LogHead:
    """Records one decision on the latest run.

    Returns:
        The head of the log, once the entry is on disk; its number is that of the entry.

    Raises:
        UsageError: refused; nothing was recorded.
        IntegrityError: the log is not whole; nothing was recorded.
        RunFailed: the log is locked or cannot be written; nothing was recorded.
    """
    check(request, desk.today)
    request = replace(request, by=desk.reviewers.admit(request.by))
    return record_all(desk, lambda log: [entry_of(desk, request, log)])


def record_all(desk: Desk, make: Callable[[Log], Sequence[Entry]]) -> LogHead:
    """Appends what `make` makes of the log, all or none, and names the new head in the journal.

    Raises:
        ScreeningError: as for `record`.
    """
    states = states_of(desk.out)

    def whole(log: Log) -> Sequence[Entry]:
        check_anchors(log, states)
        return make(log)

    head = append(desk.out, whole)
    record_anchor(desk.out, head, desk.clock)
    return head


def entry_of(desk: Desk, request: Request, log: Log) -> Entry:
    """The entry of a checked request of an admitted reviewer.

    Raises:
        UsageError: no such finding, or none this reviewer may know of: the sentence is the same.
    """
    basis = basis_of(desk, request, log)
    if request.identity is not None and not basis.rulings:
        raise UsageError(
            "未记录：该结果并非依据人员或企业的比对得出，无法作身份认定（--identity）。",
            "Nothing was recorded: this finding rests on no comparison of people or companies; leave out --identity.",
            "decision_identity",
        )
    return _entry(desk, request, basis)


def basis_of(desk: Desk, request: Request, log: Log) -> Basis:
    """What the finding is made of; one that is gone from the latest run can still be decided on as it was last decided.

    Raises:
        UsageError: no such finding, or none this reviewer may know of: the sentence is the same.
    """
    basis = desk.run.basis.get(request.finding_id) or _last_decided(request.finding_id, log)
    if basis is None or desk.reviewers.is_barred((request.by, desk.account), basis.officer_id):
        raise UsageError(
            "未记录：最新运行中没有该编号的结果，或您须回避该案件。",
            "Nothing was recorded: the latest run has no finding of that id, or you must stand aside from its case.",
            "unknown_finding",
        )
    return basis


def _last_decided(finding_id: str, log: Log) -> Basis | None:
    """The finding as it stood when it was last decided on: a ruling may have made it disappear, and may be taken back."""
    for entry in reversed(log.entries):
        if entry.finding_id == finding_id:
            return Basis(finding_id, entry.officer_id, entry.fingerprint, entry.facts, entry.basis)
    return None


def _entry(desk: Desk, request: Request, basis: Basis) -> Entry:
    if request.decision is None or request.reason is None:
        raise ValueError("an unchecked request")
    return Entry(
        at=desk.clock().astimezone(UTC).isoformat(timespec="seconds"),
        finding_id=basis.finding_id,
        officer_id=basis.officer_id,
        run_id=desk.run.run_id,
        fingerprint=basis.fingerprint,
        facts=basis.facts,
        basis=basis.rulings,
        decision=request.decision,
        reason=request.reason,
        by=request.by,
        account=desk.account,
        until=request.until,
        source=request.source,
        reply=request.reply,
        identity=request.identity,
    )
