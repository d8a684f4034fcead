"""A run whose files cannot be read is said to be so; nothing of what the engine says is repeated."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from screening.errors import RunFailed
from screening.investigate.index import Index
from tests.commands import coi_here, complaint


@pytest.mark.parametrize("name", ["watched", "frozen_weight", "recusal", "tie"])
@pytest.mark.parametrize("harm", ["cut", "removed", "other"])
def test_a_damaged_index_is_status_6(out: Path, tmp_path: Path, name: str, harm: str) -> None:
    copy = shutil.copytree(out, tmp_path / "out", symlinks=True)
    path = (copy / "latest").resolve() / "index" / f"{name}.parquet"
    content = path.read_bytes()
    path.unlink()
    if harm != "removed":
        path.write_bytes(content[: len(content) // 2] if harm == "cut" else b"no parquet")
    done = coi_here("investigate", copy, "--officer", "P1", "--lang", "en")

    if (name, harm) == ("frozen_weight", "removed"):  # a version before the index wrote none
        assert done.returncode == 2
    else:
        assert done.returncode == 6
        assert "missing or damaged" in complaint(done)


@pytest.mark.parametrize(
    "name", ["identity_name", "shared_value", "mention_name", "pair_kind", "person_link", "upstream"]
)
@pytest.mark.parametrize("harm", ["cut", "removed"])
def test_what_compares_a_pair_again_is_damaged(out: Path, tmp_path: Path, name: str, harm: str) -> None:
    copy = shutil.copytree(out, tmp_path / "out", symlinks=True)
    path = (copy / "latest").resolve() / "index" / f"{name}.parquet"
    content = path.read_bytes()
    path.unlink()
    if harm == "cut":
        path.write_bytes(content[: len(content) // 2])
    done = coi_here("investigate", copy, "--pair", "P1", "S2", "--lang", "en")

    assert done.returncode == 6
    assert "missing or damaged" in complaint(done)
    assert str(copy) not in done.stderr


@pytest.mark.parametrize("name", ["manifest.json", "coverage.json"])
@pytest.mark.parametrize(
    "content", ["{}", "[]", "3", '{"rules": 1, "restricted": [], "program": "x", "parameters": null}']
)
def test_a_json_file_of_another_shape_is_status_6(out: Path, tmp_path: Path, name: str, content: str) -> None:
    copy = shutil.copytree(out, tmp_path / "out", symlinks=True)
    (copy / "latest" / name).write_text(content, encoding="utf-8")
    done = coi_here("investigate", copy, "--officer", "P1", "--lang", "en")

    assert done.returncode == 6
    assert f"{name} of run" in complaint(done)


def test_a_process_that_ends_at_once_waits_for_what_it_began_to_load() -> None:
    """The engine's libraries abort a process that ends amid their loading (status 134)."""
    program = (
        "import atexit, sys\n"
        "from screening.investigate.why import load_beside\n"
        "atexit.register(lambda: print(hasattr(sys.modules.get('screening.matching.replay'), 'replay')))\n"
        "load_beside()\n"
        "sys.exit(6)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (6, "True\n")


def test_a_file_the_caller_may_not_read_is_no_damage(out: Path) -> None:
    with pytest.raises(RunFailed) as refused, Index(out).in_own_words():
        raise duckdb.IOException('Cannot open file "x": Permission denied')

    assert refused.value.reason == "cannot_read"
