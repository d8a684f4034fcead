"""What issue 4 asks of worlds like, but not, those we look at: the real command over several seeds of each profile."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.worlds.campaign import SEEDS, campaign
from tests.worlds.score import Score

pytestmark = pytest.mark.campaign


@cache
def _measured(profile: str) -> Score:
    with TemporaryDirectory() as folder:
        return campaign([profile], list(SEEDS), Path(folder))[0]


def test_plain_worlds() -> None:
    result = _measured("plain")
    assert result.recall >= 0.99
    assert result.recall_at_tier >= 0.98
    assert result.precision >= 0.99
    assert result.traps_raised == 0
    assert result.false_leads_per_1000 <= 200
    assert result.ece <= 0.03


def test_a_full_number_that_agrees_is_always_found() -> None:
    classes = {
        name: counts
        for name, counts in _measured("plain").by_class.items()
        if name.startswith(("full_id", "self_supplier_id", "trader_id"))
    }
    assert len(classes) >= 7
    assert {name for name, (planted, found, _) in classes.items() if found < planted} == set()


def test_worlds_as_people_really_write() -> None:
    result = _measured("hard")
    assert result.recall >= 0.95
    assert result.precision >= 0.98
    assert result.traps_raised <= 0.01 * result.traps


def test_a_registry_as_platforms_export_it() -> None:
    result = _measured("platform")
    assert result.ab == result.ab_true
    assert result.recall >= 0.98
    assert result.false_leads_per_1000 <= 300
