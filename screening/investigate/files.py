"""Questions from a file, answers into a folder: for whoever asks in bulk, or through an orchestrator that keeps what it is told.

A file of questions is JSON: a list of {"officer": ID}, {"person": NAME, "number": NUMBER}, {"party": ID_OR_NAME_OR_USCC} or
{"pair": [OFFICER_ID, PARTY_ID]}. The n-th answer is written as `n.json` and, where one subject is meant, `n.html`; no name of a file
tells who is asked about.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from screening.errors import UsageError
from screening.investigate.answer import Question, ask
from screening.investigate.private import private_folder, write_private
from screening.reports.words import Language

_KEYS = {field.name for field in fields(Question)}


def read_questions(path: Path) -> list[Question]:
    """The questions of a file, in order.

    Raises:
        UsageError: it cannot be read or holds something else; the message names the entry, never what it says.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
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
        UsageError: nobody or nothing is called so, or the answer cannot stand there.
    """
    from screening.investigate.dossier import write_dossier

    answer = ask(out, question)
    private_folder(folder, out)
    write_private(folder / f"{number:04d}.json", out, answer.to_json() + "\n")
    if answer.kind != "choice":
        write_dossier(folder / f"{number:04d}.html", out, answer, language or answer.run["language"])
    return answer.kind


def _question(number: int, entry: Any) -> Question:
    if not isinstance(entry, Mapping) or not all(_is_answerable(key, value) for key, value in entry.items()):
        raise _no_question(number)
    told: dict[str, Any] = {key: tuple(value) if key == "pair" else value for key, value in entry.items()}
    question = Question(**told)
    try:
        question.check()
    except UsageError:
        raise _no_question(number) from None
    return question


def _is_answerable(key: str, value: Any) -> bool:
    """Whether this key takes this value: two codes for a pair, one text for all others."""
    if key == "pair":
        return isinstance(value, list) and len(value) == 2 and all(isinstance(word, str) for word in value)
    return key in _KEYS and isinstance(value, str)


def _no_question(number: int) -> UsageError:
    return _unreadable(f"问题文件第 {number} 项无法识别", f"Entry {number} of the file of questions is no question")


def _unreadable(zh: str, en: str) -> UsageError:
    return UsageError(
        f"{zh}；格式见 docs/schema/investigate.md。",
        f"{en}; docs/schema/investigate.md shows its format.",
        "bad_questions",
    )
