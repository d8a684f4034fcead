"""Every error this package raises on purpose, and the exit status each one means.

ScreeningError
+- UsageError          2  wrong usage or configuration
+- DeliveryRejected    3  the delivery broke its contract; nothing was published
+- RunInProgress       4  another run holds the lock
+- RunFailed           5  disk, memory, an unreachable source, a failed expectation, an internal fault
+- IntegrityError      6  published files are not what the manifest says

A message is one sentence that names table, file, row and column and what to do next. It never holds
a value from the data: names of columns, row numbers and record keys only.
"""

from __future__ import annotations

import errno
import traceback
from pathlib import Path


class ScreeningError(Exception):
    """Root of the tree.

    Args:
        zh: the sentence in Chinese.
        en: the same sentence in English.
        reason: a machine-readable code such as `missing_table`.
    """

    exit_status = 5

    def __init__(self, zh: str, en: str, reason: str) -> None:
        super().__init__(zh, en, reason)  # all arguments: survives pickling between processes
        self.zh, self.en, self.reason = zh, en, reason

    def __str__(self) -> str:
        return self.en


class UsageError(ScreeningError):
    """Wrong usage or configuration, no such folder, unknown id."""

    exit_status = 2


class DeliveryRejected(ScreeningError):
    """The delivery broke its contract; the previous publication stands."""

    exit_status = 3


class RunInProgress(ScreeningError):
    """Another run holds the kernel lock of this output folder."""

    exit_status = 4


class RunFailed(ScreeningError):
    """Out of disk or memory, source unreachable, hard expectation failed, internal fault."""

    exit_status = 5


class IntegrityError(ScreeningError):
    """Published files differ from what their manifest says."""

    exit_status = 6


def internal_fault(error: BaseException) -> RunFailed:
    """An unexpected error as one sentence: its kind and our own lines of code, for its text may quote data."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "screening" in Path(frame.filename).parts]
    where = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-2:]) or "?"
    kind = type(error).__name__
    return RunFailed(
        f"内部错误（{kind}，位置 {where}），未发布任何结果，请反馈给维护者。",
        f"Internal fault ({kind} at {where}); nothing was published. Please report it.",
        "internal_fault",
    )


def out_of_memory() -> RunFailed:
    """The engine or the process got no more memory."""
    return RunFailed(
        "内存不足，请在 [limits] memory 中提高上限或换用内存更大的机器；上一次发布的结果未受影响。",
        "Out of memory; raise [limits] memory or use a larger machine. The previous publication is untouched.",
        "out_of_memory",
    )


def failed_write(error: OSError, out: Path) -> RunFailed:
    """An error of the operating system while writing, as one sentence without file contents."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(out)
    why = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return RunFailed(
        f"无法写入输出目录 {out}（{why}），请检查权限与磁盘；上一次发布的结果未受影响。",
        f"Cannot write under {out} ({why}); check permissions and disk. The previous publication is untouched.",
        "cannot_write",
    )


def unreachable(error: OSError) -> ScreeningError:
    """A path that somebody named and that cannot be reached, as one sentence; the system's own would repeat it."""
    why = errno.errorcode.get(error.errno or 0, type(error).__name__)
    kind = UsageError if error.errno in (errno.ENAMETOOLONG, errno.ELOOP) else RunFailed  # there can be no such path
    return kind(
        f"无法访问所给路径（{why}），请检查路径、权限与磁盘后重试。",
        f"A path that was given cannot be reached ({why}); check path, permissions and disk and try again.",
        "cannot_reach",
    )


def disk_full(out: Path) -> RunFailed:
    """No space is left for results or spill files."""
    return RunFailed(
        f"写入 {out} 时磁盘空间不足，请清理空间后重新运行；上一次发布的结果未受影响。",
        f"The disk is full while writing under {out}; free some space and run again. "
        "The previous publication is untouched.",
        "disk_full",
    )
