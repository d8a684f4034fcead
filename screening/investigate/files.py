"""Questions from a file, answers into a folder: for whoever asks in bulk, or through an orchestrator that keeps what it is told.

A file of questions is JSON: a list of {"officer": ID}, {"person": NAME, "number": NUMBER}, {"party": ID_OR_NAME_OR_USCC} or
{"pair": [OFFICER_ID, PARTY_ID]}. The n-th answer is written as `n.json` and, where one subject is meant, `n.html`; no name of a file
tells who is asked about.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from screening.errors import UsageError
from screening.investigate.answer import Question, ask
from screening.reports.words import Language

_KEYS = {field.name for field in fields(Question)}


def read_questions(path: Path) -> list[Question]:
    """The questions of a file, in order.

    Raises:
        UsageError: it cannot be read or holds something else; the message names the entry, never what it says.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise _unreadable(
            "问题文件无法读取或不是有效的 JSON", "The file of questions cannot be read or is no JSON"
        ) from None
    if not isinstance(entries, list) or not entries:
        raise _unreadable("问题文件应为非空的 JSON 列表", "The file of questions must hold a list that is not empty")
    return [_question(number, entry) for number, entry in enumerate(entries, start=1)]


def write_answer(out: Path, question: Question, folder: Path, number: int, language: Language | None) -> str:
    """Asks and writes the answer, readable by its owner alone.

    Returns:
        The kind of the answer.

    Raises:
        UsageError: nobody or nothing is called so, or the answer cannot be written.
    """
    from screening.investigate.dossier import write_dossier

    answer = ask(out, question)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{number:04d}.json"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(answer.to_json() + "\n")
    if answer.kind != "choice":
        write_dossier(folder / f"{number:04d}.html", out, answer, language or answer.run["language"])
    return answer.kind


def _question(number: int, entry: Any) -> Question:
    if (
        not isinstance(entry, Mapping)
        or not set(entry) <= _KEYS
        or not all(_is_word(value) for value in entry.values())
    ):
        raise _unreadable(f"问题文件第 {number} 项无法识别", f"Entry {number} of the file of questions is no question")
    pair = entry.get("pair")
    question = Question(**{**entry, "pair": tuple(pair) if isinstance(pair, list) else pair})
    question.check()
    return question


def _is_word(value: Any) -> bool:
    if isinstance(value, list):
        return len(value) == 2 and all(isinstance(word, str) for word in value)
    return isinstance(value, str)


def _unreadable(zh: str, en: str) -> UsageError:
    return UsageError(
        f"{zh}；格式见 docs/schema/investigate.md。",
        f"{en}; docs/schema/investigate.md shows its format.",
        "bad_questions",
    )
