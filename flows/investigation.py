"""The investigation flow: questions of a file asked to the published run, each answer a JSON file and a dossier in a folder.

The orchestrator keeps parameters, results and errors in clear, so they hold folders, counts and reason codes only: who is asked about
stands in the file of questions, what is known of him in the answers, both readable by their owner alone.

    python -m flows.investigation OUT --questions FILE --answers FOLDER [--lang zh|en]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from flows.environment import prepare_environment

prepare_environment(one_sentence=__name__ == "__main__")

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from screening.errors import RunFailed, ScreeningError, UsageError, internal_fault
from screening.investigate.answer import Question
from screening.investigate.files import read_questions, write_answer
from screening.warehouse.folder import latest

if TYPE_CHECKING:
    from prefect.tasks import Task

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Investigated:
    """What became of a file of questions.

    Attributes:
        run_id: the run that answered.
        kinds: how many answers are of each kind.
        refused: how many questions had no answer, by reason code.
    """

    run_id: str
    kinds: dict[str, int]
    refused: dict[str, int]


@flow(name="coi-investigation", validate_parameters=False, persist_result=False)
def investigation(out: str, questions: str, answers: str, lang: Language | None = None) -> Investigated:
    """Asks every question of a file.

    Args:
        out: output folder of the nights.
        questions: file of questions (docs/schema/investigate.md).
        answers: folder for the answers; made when missing.
        lang: of the dossiers; None is that of the run.

    Returns:
        Counts; they are all that the orchestrator learns.

    Raises:
        UsageError: nothing is published, or the file cannot be used.
    """
    run = latest(Path(out))
    if run is None:
        raise UsageError(
            f"目录 {out} 中没有已发布的运行，请检查路径。",
            f"Nothing was published under {out}; check the path.",
            "nothing_published",
        )
    result = ask_all(run.name, Path(out), read_questions(Path(questions)), Path(answers), lang)
    create_markdown_artifact(summary(result), key="coi-investigation", description=f"run {result.run_id}")
    return result


def ask_all(run_id: str, out: Path, asked: Sequence[Question], folder: Path, lang: Language | None) -> Investigated:
    """Asks one question after the other as tasks of the current flow run; one without an answer stops no other."""
    kinds: dict[str, int] = {}
    refused: dict[str, int] = {}
    for number, question in enumerate(asked, start=1):
        kind, reason = as_task(out, question, folder, number, lang)()
        counts, name = (kinds, kind) if reason is None else (refused, reason)
        counts[name] = counts.get(name, 0) + 1
    return Investigated(run_id, kinds, refused)


def as_task(
    out: Path, question: Question, folder: Path, number: int, lang: Language | None
) -> Task[[], tuple[str, str | None]]:
    """One question as a task without parameters: its result is a kind, or the code of a reason, and its errors say no more."""

    def perform() -> tuple[str, str | None]:
        try:
            return write_answer(out, question, folder, number, lang), None
        except UsageError as refusal:  # its sentence repeats what was asked
            return "", refusal.reason
        except ScreeningError as error:
            failure: ScreeningError = error
        except Exception as error:  # noqa: BLE001 - its text may quote data
            failure = internal_fault(error)
        raise RunFailed(
            f"第 {number} 个问题未能回答（{failure.reason}）。",
            f"Question {number} could not be answered ({failure.reason}).",
            failure.reason,
        )

    return task(name=f"question-{number:04d}", cache_policy=NO_CACHE, persist_result=False)(perform)


def summary(result: Investigated) -> str:
    """Counts for the orchestrator's page; no names."""
    lines = [f"| {kind} | {count} |" for kind, count in sorted(result.kinds.items())]
    lines += [f"| refused: {reason} | {count} |" for reason, count in sorted(result.refused.items())]
    table = "\n".join(lines)
    return f"Run `{result.run_id}`\n\n| answers | |\n|---|---|\n{table}\n"


def main(words: Sequence[str]) -> None:
    """The flow from a shell; prints counts and where the answers are."""
    from screening.cli.console import reporting

    parser = argparse.ArgumentParser(prog="python -m flows.investigation", description=__doc__)
    parser.add_argument("out", help="output folder of the nights")
    parser.add_argument("--questions", required=True, help="file of questions")
    parser.add_argument("--answers", required=True, help="folder for the answers")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the dossiers")
    given = parser.parse_args(words)
    with reporting(given.lang):
        read_questions(Path(given.questions))  # wrong words need no orchestrator
        result = investigation(given.out, given.questions, given.answers, given.lang)
        sys.stdout.write(summary(result) + f"{given.answers}\n")
        if result.refused:
            sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1:])
