"""The one task, every system on it in a process of its own, in one run: accuracy, seconds, pairs, memory, ratios."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tests.bench.people import CLASSES, Size, write_people
from tests.bench.processes import ROOT, Figure, once
from tests.bench.scoring import Accuracy, Pair, accuracy_at, best_accuracy

PEERS = ROOT / ".venv" / "peers" / "bin" / "python"
"""The environment of the peers, made by `make bench`; without it only what our own environment can run is shown."""
THRESHOLD = 0.9
SAMPLE = 1_000  # watched people for the systems that would need minutes for all of them


@dataclass(frozen=True, slots=True)
class System:
    """One system on the task.

    Attributes:
        name: of its result files.
        label: shown.
        command: with `{folder}`.
        needs_peers: runs in the peers' environment.
        match: phases of its own clock that find and score pairs, cleaned tables being loaded.
        whole: phases that belong to a night; cleaning and loading, which all need, are left out, and companies, which peers do not do.
    """

    name: str
    label: str
    command: tuple[str, ...]
    needs_peers: bool
    match: tuple[str, ...]
    whole: tuple[str, ...]


def systems(sample: int) -> tuple[System, ...]:
    """All of them; ours is first, for it writes the cleaned fields that the others read."""
    here, script = sys.executable, "tests/bench/peers/{}.py".format
    peers = str(PEERS)
    return (
        System("ours", "ours", (here, "-m", "tests.bench.ours", "{folder}"), False, ("link",), ("people",)),
        System("splink", "Splink 5", (peers, script("splink5"), "{folder}"), True, ("predict",), ("train", "predict")),
        System("logicv2", "logic-v2, given candidates", (peers, script("logicv2"), "{folder}", str(sample)), True, ("match of all, extrapolated",), ("match of all, extrapolated",)),
        System("rapidfuzz", "RapidFuzz, all pairs", (here, script("simple"), "rapidfuzz", "{folder}", str(sample)), False, ("match of all, extrapolated",), ("match of all, extrapolated",)),
        System("joins", "exact join + corroboration", (here, script("simple"), "joins", "{folder}"), False, ("match",), ("match",)),
        System("scan", "bare scan", (here, script("simple"), "scan", "{folder}"), False, ("match",), ("match",)),
    )  # fmt: skip


def run_task(size: Size, folder: Path, seed: int = 1, sample: int = SAMPLE) -> None:
    """Writes the world into a folder, unless one is there, runs every system on it, prints the tables."""
    print(
        f"\nThe task: {size.watched:,} watched x {size.registry:,} registry people, {size.planted:,} of them the same;"
        f" name, birth date, phone (seed {seed})"
    )
    if not (folder / "truth.parquet").exists():
        write_people(folder, size, seed)
    truth = {
        (row["officer_id"], row["post"]): row["class"] for row in pq.read_table(folder / "truth.parquet").to_pylist()
    }
    results = [Result.of(system, folder, truth) for system in systems(sample) if can_run(system)]
    _print_accuracy(results)
    _print_classes(results, Counter(truth.values()))
    _print_speed(results)
    _print_phases(results)


def can_run(system: System) -> bool:
    """Whether the environment that a system needs is there; says so where it is not."""
    if system.needs_peers and not PEERS.exists():
        print(f"  {system.label}: left out, the peers' environment is not there (make bench makes it where it can)")
        return False
    return True


@dataclass(frozen=True, slots=True)
class Result:
    """What one system did; `found` is None where it failed or writes no pairs."""

    system: System
    figure: Figure
    said: Mapping[str, Any]
    scores: Mapping[Pair, float] | None
    truth: Set[Pair]
    by_class: Counter[str]
    tiers: tuple[int, int] | None

    @classmethod
    def of(cls, system: System, folder: Path, classes: Mapping[Pair, str]) -> Result:
        """Runs a system; one that fails is shown as failed."""
        try:
            figure = once([word.replace("{folder}", str(folder)) for word in system.command])
        except RuntimeError as error:
            print(f"  {system.label}: failed, {error}")
            return cls(
                system,
                Figure(float("nan"), float("nan")),
                {"seconds": {}, "cpu": {}},
                None,
                frozenset(),
                Counter(),
                None,
            )
        said = json.loads((folder / f"{system.name}.json").read_text(encoding="utf-8"))
        sampled = set(said.get("sample", ()))
        truth = {pair for pair in classes if not sampled or pair[0] in sampled}
        path = folder / f"{system.name}.parquet"
        if not path.exists():
            return cls(system, figure, said, None, truth, Counter(), None)
        rows = pq.read_table(path).to_pylist()
        scores: dict[Pair, float] = {}
        for row in rows:
            pair = (row["officer_id"], row["post"])
            scores[pair] = max(row["score"], scores.get(pair, 0.0))
        raised = {(row["officer_id"], row["post"]) for row in rows if row.get("tier") in ("A", "B")}
        found = Counter(kind for pair, kind in classes.items() if scores.get(pair, 0.0) >= THRESHOLD)
        tiers = (len(raised & truth), len(raised - truth)) if "tier" in rows[0] else None
        return cls(system, figure, said, scores, truth, found, tiers)

    def seconds(self, phases: tuple[str, ...], clock: str = "seconds") -> float:
        """Sum of phases by the wall clock, or `cpu`: seconds of all processors together; NaN where the system failed."""
        spent = self.said[clock]
        return sum(spent[phase] for phase in phases) if spent else float("nan")


def _print_accuracy(results: list[Result]) -> None:
    print(
        f"\n{'accuracy':<28}{'at ' + str(THRESHOLD):>10}{'P':>8}{'R':>8}{'F1':>8}{'best at':>10}{'P':>8}{'R':>8}{'F1':>8}"
    )
    for result in results:
        if result.scores is None:
            continue
        at, best = accuracy_at(result.scores, result.truth, THRESHOLD), best_accuracy(result.scores, result.truth)
        note = f"  (of {len(result.truth)} in a sample)" if result.said.get("sample") else ""
        print(f"{result.system.label:<28}{'':>10}{_shown(at)}{best.threshold:>10.3f}{_shown(best)}{note}")
        if result.tiers is not None:
            right, wrong = result.tiers
            tiers = Accuracy(float("nan"), right, wrong, len(result.truth) - right)
            print(f"{'  tiers A and B':<28}{'':>10}{_shown(tiers)}")


def _shown(accuracy: Accuracy) -> str:
    return f"{accuracy.precision:>8.4f}{accuracy.recall:>8.4f}{accuracy.f1:>8.4f}"


def _print_classes(results: list[Result], planted: Counter[str]) -> None:
    whole = [result for result in results if result.scores is not None and not result.said.get("sample")]
    print(f"\n{f'recall at {THRESHOLD} by class':<28}" + "".join(f"{result.system.name:>10}" for result in whole))
    for kind in CLASSES:
        shares = "".join(f"{result.by_class[kind] / max(planted[kind], 1):>10.3f}" for result in whole)
        print(f"  {kind:<26}{shares}")


def _print_speed(results: list[Result]) -> None:
    """Ratios are to ours: 2.0 took twice as long. Seconds of the processors say more than the clock where others share the machine."""
    ours = results[0]
    clocks = f"{'s':>9}{'ratio':>8}{'cpu s':>9}{'ratio':>8}"
    print(f"\n{'speed':<28}{'match':>34}{'whole':>34}{'pairs scored':>16}{'a second':>12}{'peak MB':>9}")
    print(f"{'':<28}{clocks}{clocks}")
    for result in results:
        line = f"{result.system.label:<28}"
        for mine, phases in ((ours.system.match, result.system.match), (ours.system.whole, result.system.whole)):
            for clock in ("seconds", "cpu"):
                spent = result.seconds(phases, clock)
                line += f"{spent:>9.2f}{spent / ours.seconds(mine, clock):>8.2f}"
        pairs, spent = (
            result.said.get("pairs"),
            result.said["seconds"].get("match", result.seconds(result.system.match)),
        )
        line += f"{pairs:>16,.0f}{pairs / spent:>12,.0f}" if pairs and spent else f"{'':>28}"
        print(line + f"{result.said.get('peak', result.figure.megabytes):>9.0f}")


def _print_phases(results: list[Result]) -> None:
    print("\nseconds by phase")
    for result in results:
        phases = ", ".join(f"{name} {seconds:.2f}" for name, seconds in result.said["seconds"].items())
        print(f"  {result.system.name:<12}{phases}; process {result.figure.seconds:.1f}")
