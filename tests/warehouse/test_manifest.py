"""The manifest finds every altered, missing or added file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from screening.errors import IntegrityError
from screening.warehouse.manifest import MANIFEST, dump_json, read_manifest, sha256_of, verify_folder, write_manifest

RUN = "2026-11-20-0123456789ab"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A folder with three files and their manifest."""
    folder = tmp_path / RUN
    (folder / "index").mkdir(parents=True)
    for name in ("report.html", "findings.parquet", "index/watched.parquet"):
        (folder / name).write_text(name)
    write_manifest(folder, {"run_id": RUN})
    return folder


def test_a_whole_run_verifies(run: Path) -> None:
    assert verify_folder(run) == 3


def test_the_manifest_lists_hash_and_size_of_every_file(run: Path) -> None:
    outputs = read_manifest(run)["outputs"]

    assert sorted(outputs) == ["findings.parquet", "index/watched.parquet", "report.html"]
    assert outputs["report.html"] == {"bytes": 11, "sha256": sha256_of(run / "report.html")}


def test_the_digest_of_the_manifest_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")

    assert write_manifest(tmp_path, {"run_id": RUN}) == sha256_of(tmp_path / MANIFEST)


def _alter(run: Path) -> None:
    (run / "report.html").write_text("Report.html")


def _remove(run: Path) -> None:
    (run / "report.html").unlink()


def _add(run: Path) -> None:
    (run / "index" / "report.html").write_text("x")


def _link(run: Path) -> None:
    (run / "kept.html").write_text("report.html")
    (run / "kept.html").rename(run.parent / "kept.html")
    (run / "report.html").unlink()
    (run / "report.html").symlink_to(run.parent / "kept.html")


def _dangling(run: Path) -> None:
    (run / "index" / "report.html").symlink_to("nowhere")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_alter, "report.html was altered"),
        (_remove, "report.html is missing"),
        (_add, "index/report.html is not in the manifest"),
        (_link, "report.html was altered"),
        (_dangling, "index/report.html is not in the manifest"),
    ],
)
def test_a_spoilt_run_is_named(run: Path, spoil: Callable[[Path], None], said: str) -> None:
    spoil(run)

    with pytest.raises(IntegrityError) as refusal:
        verify_folder(run)

    assert said in refusal.value.en
    assert RUN in refusal.value.en
    assert RUN in refusal.value.zh
    assert refusal.value.exit_status == 6


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"run_id": "2026-11-20-0123456789ab"}', '{"run_id": "other", "outputs": {}}',
     '{"run_id": "2026-11-20-0123456789ab", "outputs": {"report.html": "x"}}',
     '{"run_id": "2026-11-20-0123456789ab", "outputs": []}'],
)  # fmt: skip
def test_a_manifest_that_is_none_is_an_integrity_error(run: Path, content: str) -> None:
    (run / MANIFEST).write_text(content)

    with pytest.raises(IntegrityError, match=r"manifest\.json is missing or unreadable"):
        verify_folder(run)


def test_a_run_under_another_name_is_not_that_run(run: Path) -> None:
    """A copied folder is not proof of another night."""
    moved = run.rename(run.with_name("2026-11-21-0123456789ab"))

    with pytest.raises(IntegrityError):
        verify_folder(moved)


def test_json_has_one_form() -> None:
    assert dump_json({"b": 1, "a": ["中"]}) == '{\n "a": [\n  "中"\n ],\n "b": 1\n}\n'
    assert json.loads(dump_json({"b": 1})) == {"b": 1}
