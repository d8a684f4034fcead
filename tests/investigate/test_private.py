"""Answers are written where they harm nothing, and read by their owner alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from screening.errors import UsageError
from screening.investigate.answer import Question
from screening.investigate.files import write_answer
from screening.investigate.private import write_private
from tests.commands import coi_here, tree_hash


@pytest.fixture
def own(out: Path, tmp_path: Path) -> Path:
    """The run with a log of decisions beside it, and a link to that log elsewhere."""
    copy = shutil.copytree(out, tmp_path / "out", symlinks=True)
    (copy / "decisions.sqlite").touch()  # what a writer who was killed at once leaves
    (copy.parent / "linked.html").symlink_to(copy / "decisions.sqlite")
    return copy


@pytest.mark.parametrize(
    "place",
    ["decisions.sqlite", "journal.jsonl", ".lock", "latest", "latest/x.html", "runs/x.html", "quality/x.html", "../linked.html"],
)  # fmt: skip
def test_nothing_that_must_stay_is_written_over(own: Path, place: str) -> None:
    before = tree_hash(own)

    with pytest.raises(UsageError) as refused:
        write_private(own / place, own, "text")

    assert refused.value.reason == "bad_place"
    assert tree_hash(own) == before


@pytest.mark.parametrize("folder", ["latest", "runs", "runs/answers"])
def test_answers_of_a_file_of_questions_do_not_stand_among_runs(own: Path, folder: str) -> None:
    before = tree_hash(own)

    with pytest.raises(UsageError):
        write_answer(own, Question(officer="P1"), own / folder, 1, None)

    assert tree_hash(own) == before


@pytest.mark.parametrize("place", ["dossier.html", "answers/dossier.html", "../dossier.html"])
def test_a_file_that_others_could_read_is_made_private(own: Path, place: str) -> None:
    path = own / place
    path.parent.mkdir(exist_ok=True)
    path.write_text("older", encoding="utf-8")
    path.chmod(0o644)
    write_private(path, own, "text")

    assert path.read_text(encoding="utf-8") == "text"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_device_keeps_its_mode(own: Path) -> None:
    before = Path(os.devnull).stat().st_mode
    write_private(Path(os.devnull), own, "text")

    assert Path(os.devnull).stat().st_mode == before


def test_a_folder_that_cannot_be_made_is_one_sentence(out: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(UsageError) as refused:
        write_answer(out, Question(officer="P1"), tmp_path / "file" / "answers", 1, None)

    assert refused.value.reason == "cannot_write"


def test_the_command_refuses_with_one_sentence(own: Path) -> None:
    done = coi_here("investigate", own, "--officer", "P2", "--html", own / "decisions.sqlite", "--lang", "en")

    assert done.returncode == 2
    assert "choose another place" in done.stderr
    assert (own / "decisions.sqlite").read_bytes() == b""
