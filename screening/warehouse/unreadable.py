"""A file of a published run that cannot be read, as one sentence: nothing of what an engine says of it, which may quote data."""

from __future__ import annotations

from screening.errors import IntegrityError, RunFailed, ScreeningError


def unreadable(run_id: str, name: str, *, denied: bool) -> ScreeningError:
    """The error for a file of a run.

    Args:
        name: of the file or folder inside the run.
        denied: whether the caller may not read it; else it is missing or damaged.
    """
    if denied:
        return RunFailed(
            f"没有读取运行 {run_id} 中 {name} 的权限，请以有权限的账号执行。",
            f"You may not read {name} of run {run_id}; use an account that may.",
            "cannot_read",
        )
    return IntegrityError(
        f"运行 {run_id} 的 {name} 缺失或已损坏；请用 coi verify 核对，并从备份恢复。",
        f"{name} of run {run_id} is missing or damaged; check it with coi verify and restore it from a backup.",
        "integrity",
    )
