"""What a caller asks of a night, with which settings, and what a night left behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from screening.errors import UsageError
from screening.settings import Settings, load_settings

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Request:
    """What a caller asks for.

    Attributes:
        delivery: folder of the delivery.
        out: output folder; made when missing.
        as_of: the day the night stands for.
        settings: from `read_settings`.
        language: of workbook, page and messages; None takes the configuration's.
    """

    delivery: Path
    out: Path
    as_of: date
    settings: Settings
    language: Language | None = None

    @property
    def spoken(self) -> Language:
        """The language people are addressed in."""
        return self.language or self.settings.output.language


def read_settings(delivery: Path, config: Path | None = None) -> Settings:
    """The settings of a delivery: its own `coi.toml`, or the file given, or the defaults.

    Raises:
        UsageError: no such folder or file, or the configuration cannot be used.
    """
    if not delivery.is_dir():
        raise UsageError(
            f"交付目录 {delivery.name} 不存在或不是目录，请检查路径。",
            f"The delivery folder {delivery.name} does not exist or is no folder; check the path.",
            "no_such_folder",
        )
    if config is not None and not config.is_file():
        raise UsageError(
            f"配置文件 {config.name} 不存在，请检查路径。",
            f"The configuration file {config.name} does not exist; check the path.",
            "no_such_file",
        )
    own = delivery / "coi.toml"
    return load_settings(config or (own if own.is_file() else None))


@dataclass(frozen=True, slots=True)
class NightResult:
    """What a night left behind.

    Attributes:
        folder: the published run.
        unchanged: the same run had been published before and still is whole.
        candidates: number of candidates by tier, empty when unchanged.
        cases: number of cases among the candidates.
        not_screened: rule ids without a verdict this night.
    """

    run_id: str
    folder: Path
    unchanged: bool
    candidates: dict[str, int] = field(default_factory=dict)
    cases: int = 0
    not_screened: tuple[str, ...] = ()
