"""`coi.toml`: strict, frozen, and clear about what is wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from screening.errors import UsageError
from screening.settings import Settings, load_settings


def load(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "coi.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_without_a_file_every_default_holds() -> None:
    settings = load_settings(None)

    assert settings == Settings()
    assert settings.policy.stake_exemption_pct == 5
    assert settings.policy.kin_profile == "core"
    assert settings.limits.max_rejected_pct == 5
    assert settings.output.time_zone == "Asia/Shanghai"


def test_an_empty_file_is_no_file(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Settings()


def test_values_are_read(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
        [policy]
        promulgated_on = 2023-03-01
        initial_period = "20 working days"
        stake_exemption_pct = 4.5
        [sources.suppliers]
        columns = {party_id = "LIFNR"}
        share_unit = "fraction"
        [restricted]
        officers = ["P01"]
        """,
    )

    assert settings.policy.promulgated_on == date(2023, 3, 1)
    assert settings.policy.stake_exemption_pct == Decimal("4.5")
    assert settings.source("suppliers").columns == {"party_id": "LIFNR"}
    assert settings.source("customers").columns == {}
    assert settings.restricted.officers == ("P01",)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("polcy = 1", "polcy"),
        ("[policy]\nkin_profil = 'core'", "policy.kin_profil"),
        ("[sources.suppliers]\nshareunit = 'percent'", "sources.suppliers.shareunit"),
        ("[limits]\nmax_rejected = 5", "limits.max_rejected"),
        ("[reviewers.anna]\nrole = 'x'\nname='A'", "reviewers.anna.role"),
    ],
)
def test_an_unknown_key_is_named(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(UsageError) as refusal:
        load(tmp_path, text)

    assert f"{key} is not a configuration key" in refusal.value.en
    assert key in refusal.value.zh
    assert refusal.value.reason == "configuration_unknown_key"
    assert refusal.value.exit_status == 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[policy]\nkin_profile = 'everybody'", "policy.kin_profile"),
        ("[policy]\ninitial_period = 'soon'", "policy.initial_period"),
        ("[policy]\nstake_exemption_pct = -1", "policy.stake_exemption_pct"),
        ("[output]\nlanguage = 'fr'", "output.language"),
        ("[limits]\nmemory = 'lots'", "limits.memory"),
        ("[limits]\nthreads = 0", "limits.threads"),
        ("[thresholds]\ntier_b = 1.5", "thresholds.tier_b"),
        ("[sources.supliers]\nsheet = 'x'", "sources.supliers"),
        ("[sources.suppliers]\ncolumns = {partyid = 'LIFNR'}", "partyid"),
        ("[reviewers.anna]", "reviewers.anna.name"),
    ],
)
def test_an_impossible_value_is_named(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(UsageError) as refusal:
        load(tmp_path, text)

    assert key in refusal.value.en
    assert key in refusal.value.zh
    assert "\n" not in refusal.value.en
    assert refusal.value.exit_status == 2


@pytest.mark.parametrize("content", [b"[policy", b"\xff\xfe\x00", b"a = 1\na = 2"])
def test_what_is_no_toml_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "coi.toml"
    path.write_bytes(content)

    with pytest.raises(UsageError) as refusal:
        load_settings(path)

    assert "coi.toml" in refusal.value.en
    assert refusal.value.reason == "configuration_unreadable"


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load_settings(tmp_path / "none.toml")


def test_settings_do_not_change_after_loading() -> None:
    with pytest.raises(ValidationError):
        Settings().policy.kin_profile = "wide"  # type: ignore[misc]


def test_threads_are_all_that_with_threads_changes() -> None:
    settings = Settings().with_threads(7)

    assert settings.limits.threads == 7
    assert settings.model_dump(exclude={"limits": {"threads"}}) == Settings().model_dump(
        exclude={"limits": {"threads"}}
    )
