"""The packaged measurement of what scores are worth."""

from __future__ import annotations

import pytest

from screening.refdata.calibration import Bin, Calibration, calibration


def test_the_table_is_whole() -> None:
    measured = calibration()

    assert measured.worlds
    assert measured.version
    assert [b.low for b in measured.bins] == sorted({b.low for b in measured.bins})
    assert all(b.low <= b.said <= b.high and 0.0 <= b.true <= 1.0 and b.pairs > 0 for b in measured.bins)


def test_the_error_weighs_by_count() -> None:
    bins = (Bin(0.0, 0.1, 10, 0.05, 0.15), Bin(0.9, 1.0, 90, 0.99, 0.99))

    assert Calibration("plain: 1", "0", bins).error == pytest.approx(0.01)
    assert Calibration("", "", ()).error == 0.0
