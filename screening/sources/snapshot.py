"""The bytes of a delivered file, taken once: what is hashed is what is read."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from screening.sources.rejections import rejected, shown, unreadable


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One file as it was when it was read.

    Attributes:
        file: its name, without folders, fit for messages.
        data: all its bytes.
        sha256: of `data`, in hex.
    """

    path: Path
    file: str
    data: bytes
    sha256: str


def take_snapshot(path: Path) -> Snapshot:
    """Reads a file whole.

    Raises:
        DeliveryRejected: no such file, not an ordinary file, empty, or changed while it was read.
    """
    file = shown(path)
    try:
        with open(
            os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb"
        ) as handle:  # a pipe must not block us
            before = os.fstat(handle.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise unreadable(file, "它不是普通文件", "it is not an ordinary file")
            data = handle.read()
        after = os.stat(path)
    except OSError:
        raise unreadable(file, "文件不存在或没有读取权限", "it does not exist or may not be read") from None
    if _mark(before) != _mark(after) or len(data) != before.st_size:
        raise rejected(
            "file_changed",
            f"文件 {file} 在读取过程中发生了变化；请待写入完成后重新交付。",
            f"File {file} changed while it was being read; deliver it again once it is written completely.",
        )
    if not data:
        raise unreadable(file, "文件为空（0 字节）", "it is empty (0 bytes)", "empty_file")
    return Snapshot(path, file, data, hashlib.sha256(data).hexdigest())


def _mark(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
