"""Talks to the process that runs Great Expectations: sends suites, takes verdicts, notices when it dies or hangs."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from screening.errors import RunFailed

PATIENCE = 600.0
"""Seconds without a verdict after which the process is taken to hang; the slowest suite needs a few."""


class ValidationProcess:
    """One child process for all suites of a night; it starts at once and imports while the delivery is read."""

    def __init__(self) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "screening.validation.worker"],  # -P: nothing from the folder we are called in
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's words may quote values
            bufsize=0,
        )
        self._received = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._child.pid

    def kill(self) -> None:
        """Ends it, whatever it is doing."""
        self._child.kill()
        self._child.communicate()

    def send(self, task: Mapping[str, Any]) -> None:
        """Hands it one suite.

        Raises:
            RunFailed: it has ended.
        """
        try:
            _open(self._child.stdin).write(json.dumps(task).encode() + b"\n")
        except (BrokenPipeError, ValueError):
            raise broken() from None

    def receive(self, timeout: float) -> dict[str, Any] | None:
        """The next answer, or None when there is none within `timeout` seconds.

        Raises:
            RunFailed: it has ended.
        """
        answers = _open(self._child.stdout)
        while b"\n" not in self._received:
            if not select.select([answers], [], [], timeout)[0]:
                return None
            part = os.read(answers.fileno(), 1 << 16)
            if not part:
                raise broken()
            self._received += part
        line, _, self._received = self._received.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _open(pipe: Any) -> Any:
    """The pipe, unless the process has been killed."""
    if pipe is None or pipe.closed:
        raise broken()
    return pipe


def broken() -> RunFailed:
    """The process ended, or hangs."""
    return RunFailed(
        "数据质量检查进程意外结束，未发布任何结果；请重新运行，若仍失败请反馈给维护者。",
        "The data-quality process ended unexpectedly and nothing was published; run again, and report it if it persists.",
        "validation_broken",
    )
