"""Where answers may be written: never over what nights and auditors left behind, and readable by their owner alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from screening.errors import UsageError

_KEPT = ("runs", "quality")
"""Folders of OUT that hold published files."""
_OURS = (".html", ".htm", ".json")
"""What a file directly in OUT may end with: the log of decisions, the journal and the lock do not."""


def write_private(path: Path, out: Path, text: str) -> None:
    """Writes a file that nobody but its owner may read, whoever could read it before.

    Args:
        out: the output folder of the run that was asked.

    Raises:
        UsageError: it would lie among published files, take the place of a file of OUT, or cannot be written.
    """
    check_place(path, out)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):  # never a device
                os.fchmod(descriptor, 0o600)
            file.write(text)
    except OSError:
        raise _not_writable(path) from None


def private_folder(path: Path, out: Path) -> None:
    """Makes a folder for answers where there is none.

    Raises:
        UsageError: it would lie among published files, or cannot be made.
    """
    check_place(path / "answer.json", out)
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise _not_writable(path) from None


def check_place(path: Path, out: Path) -> None:
    """Refuses a place where something else must stay as it is.

    Raises:
        UsageError: this is one.
    """
    place, base = path.resolve(), out.resolve()
    among = any(place.is_relative_to(base / name) for name in _KEPT)
    if among or (place.parent == base and place.suffix.lower() not in _OURS):
        raise UsageError(
            "底稿不能写入已发布的目录，也不能覆盖决定日志等文件，请另选位置。",
            "An answer can neither stand among published files nor take the place of the decision log; choose another place.",
            "bad_place",
        )


def _not_writable(path: Path) -> UsageError:
    return UsageError(
        f"无法写入 {path}，请检查目录与权限。", f"Cannot write {path}; check folder and permissions.", "cannot_write"
    )
