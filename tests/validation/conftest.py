"""One validation process for all tests of a worker: importing Great Expectations takes seconds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from screening.validation.process import PATIENCE, ValidationProcess


class SharedProcess(ValidationProcess):
    """Knows how many answers are still to come, so that no test reads those of another."""

    pending = 0

    def send(self, task: Mapping[str, Any]) -> None:
        super().send(task)
        self.pending += 1

    def receive(self, timeout: float) -> dict[str, Any] | None:
        answer = super().receive(timeout)
        self.pending -= answer is not None
        return answer


@pytest.fixture(scope="session")
def _shared() -> Iterator[SharedProcess]:
    with SharedProcess() as opened:
        yield opened


@pytest.fixture
def process(_shared: SharedProcess) -> Iterator[ValidationProcess]:
    yield _shared
    while _shared.pending:
        assert _shared.receive(PATIENCE) is not None
