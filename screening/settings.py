"""Settings of a run: `coi.toml` (contract.md section 4) as strict, frozen models. Unknown keys are errors."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from screening.contract.tables import TABLES
from screening.errors import UsageError


class Strict(BaseModel):
    """A section that refuses unknown keys and cannot be changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PolicySettings(Strict):
    """What the policy leaves open, or the group decides."""

    promulgated_on: date | None = Field(default=None, description="day the policy was promulgated")
    initial_period: str | None = Field(
        default=None,
        pattern=r"^\d+ (days|working days|month|months)$",
        description='time for declaring what existed before, e.g. "30 days", "20 working days", "1 month"',
    )
    register_from: date | None = Field(default=None, description="first day the declaration register covers")
    extended_population: bool = Field(default=False, description="screen employees too")
    kin_profile: Literal["core", "wide"] = Field(default="core", description="wide adds in-laws and other relatives")
    stake_exemption_pct: Decimal = Field(
        default=Decimal(5), gt=0, le=100, description="market stakes below this are exempt"
    )
    dealing_look_back_months: int = Field(
        default=24, ge=0, le=240, description="a dealing counts if it ends within these months"
    )
    leaver_months: int = Field(default=12, ge=0, le=120, description="how long a former officer stays covered")
    regimes: tuple[Literal["POLICY", "HK14A", "SSE", "CCL"], ...] = Field(
        default=("POLICY", "HK14A", "SSE", "CCL"), description="regimes for which verdicts are given"
    )
    entity_regimes: dict[str, tuple[Literal["HK14A", "SSE", "CCL"], ...]] = Field(
        default={},
        description="of these, the ones that ask about offices in a group entity, by entity_id; all where it is not named",
    )


class CalendarSettings(Strict):
    """Working days."""

    jurisdiction: dict[str, Literal["CN", "HK"]] = Field(
        default={}, description="calendar of a group entity, by entity_id"
    )
    extra_working_days: tuple[date, ...] = Field(
        default=(), description="days worked although the calendar says otherwise"
    )
    extra_holidays: tuple[date, ...] = Field(default=(), description="days off although the calendar says otherwise")


class ThresholdSettings(Strict):
    """Where the tiers begin. Scores are probabilities of identity."""

    tier_b: float = Field(default=0.90, gt=0, lt=1, description="least probability of tier B")
    tier_c: float = Field(
        default=0.05, gt=0, lt=1, description="least probability of a lead; below it a pair is only counted"
    )
    tier_a: float = Field(
        default=0.99, gt=0, lt=1, description="least probability of tier A (identifier-grade evidence)"
    )
    expected_false_pairs: float = Field(default=0.1, gt=0, description="budget of chance matches per alert")


class SourceSettings(Strict):
    """Where one table comes from and how it is written."""

    path: str | None = Field(default=None, description="file, relative to the delivery directory")
    sql: str | None = Field(default=None, description="query on the connection")
    connection: str | None = Field(default=None, description="environment variable that holds the connection string")
    encoding: str | None = Field(default=None, description="needed for Big5")
    sheet: str | None = Field(default=None, description="name of the sheet")
    header_row: int = Field(default=1, ge=1, description="row that holds the headers")
    password_env: str | None = Field(
        default=None, description="environment variable that holds the workbook's password (not read yet)"
    )
    as_of: date | None = Field(default=None, description="day on which rows without their own as_of were true")
    share_unit: Literal["percent", "fraction"] | None = Field(default=None, description="unit of share columns")
    end_inclusive: bool = Field(default=False, description="intervals include their last day")
    columns: dict[str, str] = Field(default={}, description='column names of this source, e.g. {party_id = "LIFNR"}')


class ReviewerSettings(Strict):
    """One account that may record decisions; where any is configured, nobody else may."""

    name: str = Field(description="the reviewer's name")
    officer_id: str | None = Field(
        default=None,
        description="who this is in the roster; nobody sees or decides a case of their own or their relatives",
    )


class RestrictedSettings(Strict):
    """People whose findings stand in restricted/ only."""

    officers: tuple[str, ...] = Field(
        default=(), description="officer_id of audit committee, internal audit and operators of this system"
    )


class OutputSettings(Strict):
    """How results are written."""

    language: Literal["zh", "en"] = Field(default="zh", description="language of workbook and messages")
    masking: bool = Field(
        default=True, description="identifiers are masked wherever people look (this version always masks)"
    )
    retention_days: int | None = Field(
        default=None, ge=1, description="days run folders are kept; empty: for ever (nothing is removed yet)"
    )
    time_zone: str = Field(default="Asia/Shanghai", description="decides what today is")


class LimitSettings(Strict):
    """What a run may use."""

    memory: str = Field(default="4GB", pattern=r"^\d+(MB|GB)$", description="memory of the database engine")
    threads: int = Field(default=2, ge=1, le=64, description="threads of the database engine")
    max_rejected_pct: float = Field(
        default=5, ge=0, le=100, description="more rejected rows than this reject the delivery"
    )


class Settings(Strict):
    """Everything `coi.toml` may say."""

    policy: PolicySettings = PolicySettings()
    calendar: CalendarSettings = CalendarSettings()
    thresholds: ThresholdSettings = ThresholdSettings()
    sources: dict[str, SourceSettings] = {}
    reviewers: dict[str, ReviewerSettings] = {}
    restricted: RestrictedSettings = RestrictedSettings()
    output: OutputSettings = OutputSettings()
    limits: LimitSettings = LimitSettings()

    @field_validator("sources")
    @classmethod
    def _known_tables(cls, value: dict[str, SourceSettings]) -> dict[str, SourceSettings]:
        for table, source in value.items():
            if table not in TABLES:
                raise ValueError(f"[sources.{table}] is no table of the contract")
            unknown = set(source.columns) - set(TABLES[table].names)
            if unknown:
                raise ValueError(f"[sources.{table}] columns: unknown column {min(unknown)}")
        return value

    def source(self, table: str) -> SourceSettings:
        """Settings of one table, defaults where nothing is said."""
        return self.sources.get(table, SourceSettings())

    def with_threads(self, threads: int) -> Settings:
        """The same settings on another number of threads, which never changes a result."""
        return self.model_copy(update={"limits": self.limits.model_copy(update={"threads": threads})})


class LogHead(Strict):
    """A state of the decision log: how many entries it holds and the hash of the last one."""

    entries: int = 0
    head: str = "none"


class RunSettings(Strict):
    """Settings plus what the caller decides for this one run."""

    settings: Settings
    as_of: date
    delivery: Path
    run_id: str = ""  # known once the rows are read
    baseline: Path | None = None  # folder of the published run with the greatest as-of date strictly before this one
    decisions: LogHead = LogHead()  # what auditors had decided when the night began
    language: Literal["zh", "en"] = "zh"


def load_settings(path: Path | None) -> Settings:
    """Reads `coi.toml`; without a file every default holds.

    Raises:
        UsageError: the file is unreadable, not TOML, or has an unknown key or an impossible value.
    """
    if path is None:
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = getattr(error, "lineno", None)
        where = f" (line {line})" if line else ""
        raise UsageError(
            f"配置文件 {path.name}{where} 无法读取或不是有效的 TOML，请更正后重试。",
            f"The configuration file {path.name}{where} cannot be read or is not valid TOML; correct it and run again.",
            "configuration_unreadable",
        ) from None
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise UsageError(
                f"配置文件 {path.name} 中的 {key} 不是可用的配置项，请更正或删除（见 docs/configuration.md）。",
                f"{path.name}: {key} is not a configuration key; correct or remove it (see docs/configuration.md).",
                "configuration_unknown_key",
            ) from None
        raise UsageError(
            f"配置文件 {path.name} 中 {key} 的值不可用：{first['msg']}（见 docs/configuration.md）。",
            f"{path.name}: the value of {key} cannot be used: {first['msg']} (see docs/configuration.md).",
            "configuration_bad_value",
        ) from None
