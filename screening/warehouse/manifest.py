"""The manifest of a published run, and the proof that the files are still what it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from screening.errors import IntegrityError

MANIFEST = "manifest.json"


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def dump_json(value: Any) -> str:
    """JSON for files: sorted keys, readable, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def files_of(folder: Path) -> Iterator[Path]:
    """Every file of a run but its manifest, sorted by path; also a link that somebody put there."""
    for path in sorted(folder.rglob("*")):
        if (path.is_symlink() or not path.is_dir()) and path != folder / MANIFEST:
            yield path


def write_manifest(folder: Path, facts: Mapping[str, Any]) -> str:
    """Writes `manifest.json` over the files that lie in `folder`.

    Returns:
        SHA-256 of the manifest itself, for the journal.
    """
    outputs = {
        path.relative_to(folder).as_posix(): {"sha256": sha256_of(path), "bytes": path.stat().st_size}
        for path in files_of(folder)
    }
    path = folder / MANIFEST
    path.write_text(dump_json({**facts, "outputs": outputs}), encoding="utf-8")
    return sha256_of(path)


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a published run.

    Raises:
        IntegrityError: it is missing or no JSON.
    """
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        outputs = data["outputs"]
        if data["run_id"] != folder.name or not all(facts["sha256"] for facts in outputs.values()):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise _broken(folder, MANIFEST, "缺失或无法读取", "is missing or unreadable") from None
    return dict(data)


def verify_folder(folder: Path) -> int:
    """Checks every file of a published run against its manifest.

    Returns:
        How many files were checked.

    Raises:
        IntegrityError: a file is missing, altered, or was added; the message names the first one.
    """
    expected: Mapping[str, Mapping[str, Any]] = read_manifest(folder)["outputs"]
    actual = {path.relative_to(folder).as_posix(): path for path in files_of(folder)}
    for name in sorted(expected.keys() | actual.keys()):
        if name not in actual:
            raise _broken(folder, name, "缺失", "is missing")
        if name not in expected:
            raise _broken(folder, name, "不在清单中", "is not in the manifest")
        if _digest(actual[name]) != expected[name]["sha256"]:
            raise _broken(folder, name, "内容已被改动", "was altered")
    return len(actual)


def _digest(path: Path) -> str | None:
    """SHA-256, or None for what is no file of ours or cannot be read."""
    try:
        return None if path.is_symlink() or not path.is_file() else sha256_of(path)
    except OSError:
        return None


def _broken(folder: Path, name: str, zh: str, en: str) -> IntegrityError:
    return IntegrityError(
        f"已发布的运行 {folder.name} 中的文件 {name} {zh}；请从备份恢复该目录，或删除后重新运行。",
        f"In the published run {folder.name} the file {name} {en}; restore the folder from a backup, "
        "or remove it and run again.",
        "integrity",
    )
