"""What the command line says: progress on standard error, the result on standard output, one sentence per failure."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

if TYPE_CHECKING:
    from rich.status import Status

    from screening.pipeline import Language, NightResult, Stage


@dataclass(slots=True)
class Voice:
    """In which language a failure is told; known for certain once the configuration is read."""

    language: Literal["zh", "en"]


@contextmanager
def reporting(language: Literal["zh", "en"] | None) -> Iterator[Voice]:
    """Turns every error into one sentence and its exit status; no traceback, no value from the data."""
    from screening.errors import ScreeningError, internal_fault, unreachable

    voice = Voice(language or "zh")
    try:
        yield voice
    except (typer.Exit, typer.Abort, KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - its text may quote data
        fault = unreachable(error) if isinstance(error, OSError) else internal_fault(error)
        told = error if isinstance(error, ScreeningError) else fault
        typer.echo(told.en if voice.language == "en" else told.zh, err=True)
        raise SystemExit(told.exit_status) from None


def check_words(words: Sequence[str]) -> None:
    """Refuses words that cannot be meant.

    Raises:
        typer.BadParameter: one is empty (an unset shell variable; as a path it would be this folder), or no text in this terminal's
            encoding, as a name copied from a GBK terminal; only what lies on the disk may be called so.
    """
    for word in words:
        if not word.strip():
            raise typer.BadParameter("an argument is empty (参数为空)")
        if not is_text(word) and not os.path.lexists(word):
            raise typer.BadParameter(
                "an argument is not written in this terminal's encoding (参数编码与本终端不符，请用 UTF-8)"
            )


def is_text(word: str) -> bool:
    """Whether the terminal's bytes were the text of its encoding."""
    return not any("\ud800" <= character <= "\udfff" for character in word)


def tell_misuse(misuse: typer.TyperException, words: Sequence[str]) -> None:
    """One sentence on wrong words; there is no configuration yet, so the language is the one asked for."""
    what = " ".join(misuse.format_message().split()).rstrip(".")
    english = "en" in words[words.index("--lang") + 1 :][:1] if "--lang" in words else "--lang=en" in words
    typer.echo(
        f"Wrong usage: {what}; `coi --help` and `coi run --help` list what can be said."
        if english
        else f"用法有误：{what}；可用的写法见 coi --help 与 coi run --help。",
        err=True,
    )


@dataclass(slots=True)
class Progress:
    """Shows where a night is: a spinner on a terminal, a line a stage elsewhere.

    Progress is a courtesy: a terminal that goes away ends no night.
    """

    language: Language
    spinner: Status | None
    _title: str = ""

    def stage(self, stage: Stage) -> None:
        """A stage begins."""
        self._title = stage.zh if self.language == "zh" else stage.name.replace("-", " ")
        if self.spinner is not None:
            self.spinner.update(self._title)
            return
        with suppress(OSError):
            typer.echo(f"… {self._title}", err=True)

    def step(self, label: str) -> None:
        """A long part of a stage begins."""
        if self.spinner is not None:
            self.spinner.update(f"{self._title}: {label}")


@contextmanager
def show_progress(language: Language) -> Iterator[Progress]:
    """Yields what to tell when stages and steps begin."""
    if not sys.stderr.isatty():
        yield Progress(language, None)
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield Progress(language, status)


def tell(result: NightResult, language: Language) -> None:
    """Prints what a night found and where it is."""
    folder = result.folder
    if result.unchanged:
        typer.echo(
            f"与已发布的运行 {result.run_id} 完全相同，没有变化；文件已核对完整。"
            if language == "zh"
            else f"Nothing changed: this run was published as {result.run_id}, and its files are whole."
        )
    else:
        typer.echo("\n".join(_found(result, language)))
    typer.echo(f"{_shown(folder / 'report.xlsx')}\n{_shown(folder / 'report.html')}")


def _found(result: NightResult, language: Language) -> Iterator[str]:
    tiers = ", ".join(f"{tier} {count}" for tier, count in sorted(result.candidates.items()))
    total = sum(result.candidates.values())
    missing = ", ".join(result.not_screened)
    if language == "zh":
        yield f"运行 {result.run_id} 已发布：候选 {total} 条（{tiers or '无'}），涉及 {result.cases} 个案件。"
        yield f"本次未筛查：{missing or '无'}。"
    else:
        yield f"Run {result.run_id} is published: {total} candidates ({tiers or 'none'}) in {result.cases} cases."
        yield f"Not screened: {missing or 'nothing'}."


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
