"""The ordered stages of a night: what each reads and writes. The composition root; nothing else joins stages.

    sources -> decisions so far -> check delivered -> staging -> check staged -> matching -> relationships -> policy -> findings
            -> check findings -> reports -> publish

Stage imports are lazy, so that asking for help costs nothing.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from screening.errors import (
    RunFailed,
    ScreeningError,
    UsageError,
    failed_write,
    internal_fault,
    out_of_memory,
)
from screening.settings import RunSettings, Settings, load_settings
from screening.validation.guard import Guard
from screening.validation.process import ValidationProcess
from screening.validation.suites import Boundary
from screening.warehouse import folder
from screening.warehouse.journal import Clock, Journal
from screening.warehouse.lock import sole_writer
from screening.warehouse.manifest import verify_folder, write_manifest
from screening.warehouse.store import Warehouse

if TYPE_CHECKING:
    from screening.matching.reestimate import Proposal

Run = Callable[[Warehouse, RunSettings], None]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the night.

    Attributes:
        name: used in the journal and as the name of the orchestrator's task.
        zh: shown to people.
        run: does the work.
    """

    name: str
    zh: str
    run: Run


def _sources(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.sources import run

    run(warehouse, night)


def _staging(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.staging import run

    run(warehouse, night)


def _matching(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.matching import run

    run(warehouse, night)


def _relationships(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.relationships import run

    run(warehouse, night)


def _policy(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.policy import run

    run(warehouse, night)


def _findings(warehouse: Warehouse, night: RunSettings) -> None:
    from screening.findings import run

    run(warehouse, night)


Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Request:
    """What a caller asks for.

    Attributes:
        delivery: folder of the delivery.
        out: output folder; made when missing.
        as_of: the day the night stands for.
        settings: from `read_settings`.
        language: of workbook, page and messages; None takes the configuration's.
    """

    delivery: Path
    out: Path
    as_of: date
    settings: Settings
    language: Language | None = None

    @property
    def spoken(self) -> Language:
        """The language people are addressed in."""
        return self.language or self.settings.output.language


def read_settings(delivery: Path, config: Path | None = None) -> Settings:
    """The settings of a delivery: its own `coi.toml`, or the file given, or the defaults.

    Raises:
        UsageError: no such folder or file, or the configuration cannot be used.
    """
    if not delivery.is_dir():
        raise UsageError(
            f"交付目录 {delivery.name} 不存在或不是目录，请检查路径。",
            f"The delivery folder {delivery.name} does not exist or is no folder; check the path.",
            "no_such_folder",
        )
    if config is not None and not config.is_file():
        raise UsageError(
            f"配置文件 {config.name} 不存在，请检查路径。",
            f"The configuration file {config.name} does not exist; check the path.",
            "no_such_file",
        )
    own = delivery / "coi.toml"
    return load_settings(config or (own if own.is_file() else None))


@dataclass(frozen=True, slots=True)
class NightResult:
    """What a night left behind.

    Attributes:
        folder: the published run.
        unchanged: the same run had been published before and still is whole.
        candidates: number of candidates by tier, empty when unchanged.
        cases: number of cases among the candidates.
        not_screened: rule ids without a verdict this night.
    """

    run_id: str
    folder: Path
    unchanged: bool
    candidates: dict[str, int] = field(default_factory=dict)
    cases: int = 0
    not_screened: tuple[str, ...] = ()


LAST_CHECK = "check-findings"
"""After it every verdict of the validation is in; nothing is reported or published before."""

_PUBLISH = "publish"
_WRITING = ("reports", _PUBLISH)
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE)


class Night:
    """One run in the making: perform every stage that `stages` yields, in order, then `conclude`."""

    def __init__(
        self,
        request: Request,
        settings: RunSettings,
        built: Path,
        warehouse: Warehouse,
        guard: Guard,
        journal: Journal,
    ) -> None:
        self.request, self.settings = request, settings
        self._built, self._warehouse, self._guard, self._journal = (
            built,
            warehouse,
            guard,
            journal,
        )
        self._seconds: dict[str, float] = {}
        self._unchanged = False

    def stages(self) -> Iterator[Stage]:
        """The stages still to do; short when this very run has been published already.

        Raises:
            IntegrityError: it was published, and its files are no longer whole.
        """
        yield Stage("sources", "读取交付数据", _sources)
        self._in_own_words("identify", self._identify)
        if self._unchanged:
            return
        yield Stage("check-delivered", "检查交付数据", self._check("delivered"))
        yield Stage("staging", "标准化", _staging)
        yield Stage("check-staged", "检查标准数据", self._check("staged"))
        yield Stage("matching", "身份匹配", _matching)
        yield Stage("relationships", "关系与股权", _relationships)
        yield Stage("policy", "规则与申报", _policy)
        yield Stage("findings", "形成结果", _findings)
        yield Stage("check-findings", "检查结果", self._check("findings"))
        yield Stage("reports", "编写报告", self._write_reports)

    def perform(self, stage: Stage) -> None:
        """Runs one stage and remembers how long it took."""
        began = perf_counter()

        def act() -> None:
            stage.run(self._warehouse, self.settings)
            self._guard.collect(self._warehouse, wait=stage.name == LAST_CHECK)

        self._in_own_words(stage.name, act)
        self._seconds[stage.name] = round(perf_counter() - began, 3)

    def conclude(self) -> NightResult:
        """Publishes what was built; with an unchanged run there is nothing to publish."""
        return self._in_own_words(_PUBLISH, self._republished if self._unchanged else self._published)

    def _published(self) -> NightResult:
        run_id, out = self.settings.run_id, self.request.out
        result = self._summary()
        manifest = write_manifest(self._built, self._facts())
        target = folder.publish(out, self._built, run_id)
        is_latest = folder.point_latest(out) == run_id
        self._journal.write("published", run_id=run_id, manifest=manifest, latest=is_latest, seconds=self._seconds)
        return NightResult(run_id, target, False, *result)

    def _republished(self) -> NightResult:
        run_id, out = self.settings.run_id, self.request.out
        folder.point_latest(out)
        self._journal.write("unchanged", run_id=run_id, seconds=self._seconds)
        return NightResult(run_id, out / "runs" / run_id, unchanged=True)

    def _identify(self) -> None:
        from screening.decisions.night import load_decisions
        from screening.warehouse.identity import run_id

        head = load_decisions(self._warehouse, self.request.out, self.settings.as_of)
        self.settings = self.settings.model_copy(update={"decisions": head})
        name = run_id(self._warehouse, self.settings)
        self.settings = self.settings.model_copy(update={"run_id": name})
        existing = self.request.out / "runs" / name
        if existing.is_dir():
            verify_folder(existing)
            self._unchanged = True

    def _in_own_words(self, step: str, act: Callable[[], Result]) -> Result:
        """Whatever goes wrong leaves as one of our sentences, without the original error, whose text may quote data."""
        try:
            return act()
        except Exception as error:  # noqa: BLE001 - it is explained, never swallowed
            explained = _explain(self._guard.prefer_rejection(self._warehouse, error), step, self.request)
        explained.__context__ = None  # an orchestrator would print it
        raise explained from None  # outside the handler, which would bring it back

    def _check(self, boundary: Boundary) -> Run:
        return lambda warehouse, settings: self._guard.submit(boundary, warehouse, settings)

    def _write_reports(self, warehouse: Warehouse, settings: RunSettings) -> None:
        from screening.reports import run

        run(warehouse, settings, self._built)

    def _facts(self) -> dict[str, Any]:
        from screening.reports.facts import manifest_facts

        return manifest_facts(self._warehouse, self.settings)

    def _summary(self) -> tuple[dict[str, int], int, tuple[str, ...]]:
        tiers = self._warehouse.rows(
            "select tier, count(*) as n from finding where outcome = 'candidate' and lifecycle <> 'closed' "
            "group by tier order by tier"
        )
        cases = self._warehouse.one(
            "select count(distinct case_id) from finding where outcome = 'candidate' and lifecycle <> 'closed'"
        )
        missing = self._warehouse.rows("select rule_id from rule_coverage where not screened order by rule_id")
        return (
            {row["tier"]: row["n"] for row in tiers},
            cases,
            tuple(row["rule_id"] for row in missing),
        )


@contextmanager
def _in_memory(delivery: Path, as_of: date, config: Path | None) -> Iterator[tuple[Warehouse, RunSettings]]:
    """A warehouse of its own and the settings of a night that publishes nothing."""
    settings = read_settings(delivery, config)
    night = RunSettings(settings=settings, as_of=as_of, delivery=delivery, run_id=f"{as_of}-000000000000")
    with tempfile.TemporaryDirectory(prefix="coi-") as spill, Warehouse(Path(spill), settings.limits) as warehouse:
        yield warehouse, night


@contextmanager
def prepare(request: Request, clock: Clock, on_step: Callable[[str], None] = lambda label: None) -> Iterator[Night]:
    """Takes the lock, makes a private folder and a warehouse, and cleans up whatever happens.

    Raises:
        ScreeningError: with the exit status the command line must return.
    """
    settings = request.settings
    try:
        with ExitStack() as stack:
            stack.enter_context(folder.private_umask())
            request.out.mkdir(parents=True, exist_ok=True)
            journal = Journal(request.out, clock)
            stack.enter_context(sole_writer(request.out, journal.now().isoformat(timespec="seconds")))
            swept = folder.sweep(request.out)
            built, spill = (stack.enter_context(folder.building(request.out)) for _ in range(2))
            warehouse = stack.enter_context(Warehouse(spill, settings.limits, on_step))
            guard = Guard(spill, request.delivery, stack.enter_context(ValidationProcess()))
            night = Night(
                request,
                RunSettings(
                    settings=settings,
                    as_of=request.as_of,
                    delivery=request.delivery,
                    baseline=folder.baseline(request.out, request.as_of),
                    language=request.spoken,
                ),
                built,
                warehouse,
                guard,
                journal,
            )
            journal.write("started", as_of=request.as_of.isoformat(), swept=swept)
            try:
                yield night
            except BaseException as error:
                reason = error.reason if isinstance(error, ScreeningError) else type(error).__name__
                journal.write("failed", as_of=request.as_of.isoformat(), reason=reason)
                raise
    except MemoryError:
        raise out_of_memory() from None
    except OSError as error:
        raise failed_write(error, request.out) from None


def run_night(
    request: Request,
    clock: Clock,
    on_stage: Callable[[Stage], None] = lambda stage: None,
    on_step: Callable[[str], None] = lambda label: None,
) -> NightResult:
    """The whole job without an orchestrator: delivery + policy + as-of date -> one immutable run folder.

    Args:
        on_stage: told of each stage as it begins.
        on_step: told a few words when a stage begins a long part.

    Raises:
        ScreeningError: nothing was published.
    """
    with prepare(request, clock, on_step) as night:
        for stage in night.stages():
            on_stage(stage)
            night.perform(stage)
        return night.conclude()


def _explain(error: Exception, step: str, request: Request) -> ScreeningError:
    """Any error of a step as one sentence and its exit status."""
    if isinstance(error, ScreeningError):
        return error
    if isinstance(error, MemoryError):
        return out_of_memory()
    if isinstance(error, OSError) and (step in _WRITING or error.errno in _DISK):
        return failed_write(error, request.out)
    if isinstance(error, OSError) and step == "sources":
        why = errno.errorcode.get(error.errno or 0, type(error).__name__)
        return RunFailed(
            f"无法读取交付目录 {request.delivery.name}（{why}），请检查权限与网络后重新运行；上一次发布的结果未受影响。",
            f"Cannot read the delivery folder {request.delivery.name} ({why}); check permissions and network and run again. "
            "The previous publication is untouched.",
            "source_unreachable",
        )
    return internal_fault(error)


def screen(delivery: Path, as_of: date, config: Path | None = None) -> list[dict[str, Any]]:
    """Runs sources to findings in memory, without Great Expectations, files or publication.

    Returns:
        Findings as dictionaries with the columns of findings.parquet, ordered by finding_id.

    Raises:
        ScreeningError: as the command line would report it.
    """
    return screen_with_calendar(delivery, as_of, config)[0]


def screen_with_calendar(
    delivery: Path, as_of: date, config: Path | None = None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """As `screen`, with the rows of compliance.parquet beside the findings."""
    with _in_memory(delivery, as_of, config) as (warehouse, night):
        for stage in (
            _sources,
            _staging,
            _matching,
            _relationships,
            _policy,
            _findings,
        ):
            stage(warehouse, night)
        findings = warehouse.rows("select * from finding order by finding_id")
        return findings, warehouse.rows("select * from compliance order by all")


def reestimate_weights(delivery: Path, as_of: date, config: Path | None = None) -> list[Proposal]:
    """Weights of identity as a delivery itself suggests them, beside the present ones; nothing is changed or published.

    Raises:
        ScreeningError: as the command line would report it.
    """
    from screening.matching.reestimate import reestimate
    from screening.matching.weights import load_weights

    with _in_memory(delivery, as_of, config) as (warehouse, night):
        _sources(warehouse, night)
        _staging(warehouse, night)
        return reestimate(warehouse, night.settings.thresholds, load_weights())
