"""Saved filters: OUT/review.json, readable by its owner alone; each reviewer has his own.

They hold names that were searched for, so they lie where the results lie. A browser's store would not do: it is bound to the port,
which differs from start to start.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from screening.errors import RunFailed, UsageError
from screening.review.queue import Filter

NAME = "review.json"
LONGEST = 60
MOST = 50
_VERSION = 1


class SavedFilters:
    """The named filters of one reviewer."""

    def __init__(self, out: Path, account: str) -> None:
        self._path, self._account = out / NAME, account

    def all(self) -> dict[str, Filter]:
        """By name, in the order of their names; none where the file is missing or cannot be read."""
        mine = _read(self._path).get(self._account, {})
        return {name: Filter.parse(query) for name, query in sorted(mine.items())}

    def save(self, name: str, wanted: Filter) -> None:
        """Keeps a filter under a name; one of that name is replaced.

        Raises:
            UsageError: no name, or too long a one, or too many.
            RunFailed: it cannot be written.
        """
        name = " ".join(name.split())
        if not name or len(name) > LONGEST:
            raise UsageError(
                f"筛选的名称须为 1 至 {LONGEST} 个字符。",
                f"A filter needs a name of 1 to {LONGEST} characters.",
                "filter_name",
            )
        with self._changing() as kept:
            mine = kept.setdefault(self._account, {})
            if name not in mine and len(mine) >= MOST:
                raise UsageError(
                    f"最多保存 {MOST} 个筛选，请先删除。",
                    f"At most {MOST} filters are kept; remove one first.",
                    "filter_count",
                )
            mine[name] = wanted.query()

    def remove(self, name: str) -> None:
        """Forgets a filter; one that is not there is no error.

        Raises:
            RunFailed: it cannot be written.
        """
        with self._changing() as kept:
            kept.get(self._account, {}).pop(name, None)

    @contextmanager
    def _changing(self) -> Iterator[dict[str, dict[str, str]]]:
        """The content, to be changed while no other page writes; replaced whole, so that it is never half written."""
        lock, fresh = self._path.with_suffix(".lock"), self._path.with_suffix(".new")
        try:
            with os.fdopen(os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600), "wb") as held:
                fcntl.flock(held, fcntl.LOCK_EX)
                kept = _read(self._path)
                yield kept
                text = json.dumps({"version": _VERSION, "filters": kept}, ensure_ascii=False, sort_keys=True, indent=1)
                fresh.unlink(missing_ok=True)
                with os.fdopen(
                    os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
                ) as file:
                    file.write(text + "\n")
                    file.flush()
                    os.fsync(file.fileno())
                fresh.replace(self._path)
        except OSError:
            raise RunFailed(
                f"无法写入 {NAME}，请检查输出目录的权限与磁盘。",
                f"Cannot write {NAME}; check permissions and disk of the output folder.",
                "cannot_write",
            ) from None


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(account): {str(name): str(query) for name, query in mine.items()}
            for account, mine in told["filters"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
