"""`coi investigate` as people type it: exit status, one sentence, JSON, and what is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT, coi, coi_here, complaint
from tests.investigate.conftest import CHU

LIGHT = ("great_expectations", "pandas", "prefect", "scipy", "opencc", "pypinyin", "xlsxwriter", "jinja2")
LIGHTER = (*LIGHT, "pyarrow", "numpy", "rapidfuzz")
LOADED = """
import sys
from screening.cli import main
words, names = {words!r}, {names!r}
sys.argv = ["coi", *words]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(sorted(set(names) & set(sys.modules)), file=sys.stderr)
"""


def test_an_answer_on_the_terminal_and_as_json(out: Path, tmp_path: Path) -> None:
    shown = coi_here("investigate", out, "--officer", "P1")
    as_json = coi_here(
        "investigate", out, "--pair", "P1", "S2", "--json", "--html", tmp_path / "d.html", "--lang", "en"
    )

    assert (shown.returncode, shown.stderr) == (0, "")
    assert "冯砚秋 · P1" in shown.stdout and "各项规则" in shown.stdout
    answer = json.loads(as_json.stdout)
    assert (answer["schema"], answer["kind"], answer["why"]["reason"]) == (1, "pair", "no_shared_key")
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--officer", "P11"], "The run knows no officer P11; near it are"),
        (["--person", CHU], "Do not type a full identity number"),
        (["--id-number", CHU], "Do not type an identity number"),
        ([], "Give one of --officer"),
        (["--officer", "P1", "--party", "S1"], "Give one of --officer"),
    ],
)
def test_a_refusal_is_one_sentence(out: Path, words: list[str], said: str) -> None:
    done = coi_here("investigate", out, *words, "--lang", "en")

    assert (done.returncode, done.stdout) == (2, "")
    assert said in complaint(done)
    assert CHU not in done.stderr


def test_nothing_published_is_one_sentence(tmp_path: Path) -> None:
    done = coi_here("investigate", tmp_path, "--officer", "P1", "--lang", "en")

    assert done.returncode == 2
    assert "Nothing was published" in complaint(done)


def test_a_number_is_asked_for(out: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "screening", "investigate", str(out), "--id-number", "-", "--json"],
        input=f"{CHU}\n", capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["subject"]["name"] == "储沅砚"
    assert CHU not in done.stdout


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["--officer", "P1"], LIGHTER),
        (["--party", "S2", "--json"], LIGHTER),
        (["--pair", "P1", "S1"], LIGHTER),
        (["--pair", "P1", "S3"], LIGHT),
        (["--pair", "P2", "S5", "--json"], LIGHT),
    ],
    ids=" ".join,
)
def test_a_question_loads_no_more_than_it_needs(out: Path, words: list[str], names: tuple[str, ...]) -> None:
    code = LOADED.format(words=["investigate", str(out), *words], names=names)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)

    assert done.stderr.splitlines()[-1] == "[]", done.stderr


def test_an_index_of_another_version_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.investigate.index.INDEX_VERSION", 99)
    done = coi_here("investigate", out, "--officer", "P1", "--lang", "en")

    assert done.returncode == 2
    assert "published by another version" in complaint(done)


def test_asking_changes_nothing(out: Path) -> None:
    coi_here("investigate", out, "--pair", "P1", "S3")

    assert coi("verify", out).returncode == 0
