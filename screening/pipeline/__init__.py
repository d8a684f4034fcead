"""The ordered stages of a night: what each reads and writes. The composition root; nothing else joins stages.

sources -> decisions so far -> check delivered -> staging -> check staged -> matching -> relationships -> policy -> findings
        -> check findings -> reports -> publish
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from screening.errors import ScreeningError, failed_write, out_of_memory
from screening.pipeline import stages
from screening.pipeline.failures import PUBLISH, explain
from screening.pipeline.request import Language, NightResult, Request, read_settings
from screening.pipeline.stages import Run, Stage
from screening.pipeline.trial import reestimate_weights, screen, screen_with_calendar
from screening.settings import RunSettings
from screening.validation.guard import Guard
from screening.validation.process import ValidationProcess
from screening.validation.suites import Boundary
from screening.warehouse import folder
from screening.warehouse.journal import Clock, Journal
from screening.warehouse.lock import sole_writer
from screening.warehouse.manifest import verify_folder, write_manifest
from screening.warehouse.store import Warehouse

__all__ = [
    "LAST_CHECK", "Language", "Night", "NightResult", "Request", "Run", "Stage", "prepare", "read_settings", "reestimate_weights",
    "run_night", "screen", "screen_with_calendar",
]  # fmt: skip

Result = TypeVar("Result")

LAST_CHECK = "check-findings"
"""After it every verdict of the validation is in; nothing is reported or published before."""


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
        yield Stage("sources", "读取交付数据", stages.sources)
        self._in_own_words("identify", self._identify)
        if self._unchanged:
            return
        yield Stage("check-delivered", "检查交付数据", self._check("delivered"))
        yield Stage("staging", "标准化", stages.staging)
        yield Stage("check-staged", "检查标准数据", self._check("staged"))
        yield Stage("matching", "身份匹配", stages.matching)
        yield Stage("relationships", "关系与股权", stages.relationships)
        yield Stage("policy", "规则与申报", stages.policy)
        yield Stage("findings", "形成结果", stages.findings)
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
        return self._in_own_words(PUBLISH, self._republished if self._unchanged else self._published)

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
            explained = explain(self._guard.prefer_rejection(self._warehouse, error), step, self.request)
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
