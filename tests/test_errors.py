"""Errors: one root, one exit status each, no data in the sentence of a fault."""

from __future__ import annotations

import errno
import pickle
from pathlib import Path

import pytest

from screening import errors
from screening.errors import ScreeningError, failed_write, internal_fault

STATUS = {
    errors.UsageError: 2, errors.DeliveryRejected: 3, errors.RunInProgress: 4, errors.RunFailed: 5,
    errors.IntegrityError: 6,
}  # fmt: skip


def test_every_kind_has_the_status_of_the_contract() -> None:
    assert {kind: kind.exit_status for kind in ScreeningError.__subclasses__()} == STATUS


@pytest.mark.parametrize("kind", STATUS)
def test_errors_travel_between_processes(kind: type[ScreeningError]) -> None:
    error = pickle.loads(pickle.dumps(kind("中", "en", "why")))

    assert (type(error), error.zh, error.en, error.reason, str(error)) == (kind, "中", "en", "why", "en")


def test_an_internal_fault_tells_kind_and_place_but_not_the_text() -> None:
    try:
        errors.failed_write(None, Path())  # type: ignore[arg-type]
    except AttributeError as error:
        fault = internal_fault(error)
    else:
        pytest.fail("that call cannot succeed")

    assert "AttributeError at errors.py:" in fault.en
    assert "AttributeError" in fault.zh
    assert "NoneType" not in fault.en + fault.zh


def test_an_internal_fault_elsewhere_has_no_place() -> None:
    assert "KeyError at ?" in internal_fault(KeyError("110101199003078515")).en


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EACCES, "cannot_write"), (None, "cannot_write")],
)
def test_a_failed_write_says_what_to_do_and_that_nothing_is_lost(code: int | None, reason: str) -> None:
    error = OSError(code, "secret text") if code is not None else OSError("secret text")

    told = failed_write(error, Path("out"))

    assert told.reason == reason
    assert "out" in told.en
    assert "previous publication is untouched" in told.en
    assert "上一次发布的结果未受影响" in told.zh
    assert "secret" not in told.en
