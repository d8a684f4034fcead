"""A run whose files cannot be read is said to be so; nothing of what the engine says is repeated."""

from __future__ import annotations

import shutil
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


def test_a_file_the_caller_may_not_read_is_no_damage(out: Path) -> None:
    with pytest.raises(RunFailed) as refused, Index(out).in_own_words():
        raise duckdb.IOException('Cannot open file "x": Permission denied')

    assert refused.value.reason == "cannot_read"
