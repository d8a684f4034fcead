"""Suites of expectations as readable YAML: one file per boundary and table, strict, with messages in both languages.

    expectations/<boundary>/<table>.yaml        packaged
    <delivery>/expectations/<boundary>/<table>.yaml   the user's own, the same format but without metrics

A table that people keep is validated as a frame of the columns its expectations name. A table in bulk is not framed:
`metrics` are SQL aggregates over it, and the suite speaks about the one row they make.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from screening.contract.tables import TABLES
from screening.errors import UsageError
from screening.refdata.resources import resource_root
from screening.settings import Strict

Boundary = Literal["delivered", "staged", "findings"]
BOUNDARIES: tuple[Boundary, ...] = ("delivered", "staged", "findings")

_TABLES: Mapping[Boundary, frozenset[str]] = {
    "delivered": frozenset(TABLES),
    "staged": frozenset({*TABLES, "row_account"}),
    "findings": frozenset({"finding", "compliance", "rule_coverage"}),
}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Expectation(Strict):
    """One statement about a whole table.

    Attributes:
        id: names it in quality.parquet.
        expect: a Great Expectations type, e.g. `expect_column_values_to_be_unique`.
        arguments: its keyword arguments.
        severity: hard stops the run before publication, soft is reported.
        zh: what is wrong and what to do next, when it fails.
        en: the same in English.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    expect: str = Field(pattern=r"^expect_[a-z_]+$")
    arguments: dict[str, Any] = Field(default={})
    severity: Literal["hard", "soft"]
    zh: str
    en: str

    @property
    def columns(self) -> frozenset[str]:
        """The columns it speaks about."""
        one = {value for key, value in self.arguments.items() if key in {"column", "column_A", "column_B"}}
        return frozenset(one | set(self.arguments.get("column_list", ())))


class Suite(Strict):
    """The expectations on one table at one boundary."""

    boundary: Boundary
    table: str
    metrics: dict[str, str] = Field(default={}, description="name -> SQL aggregate over the table")
    expectations: tuple[Expectation, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the frame, sorted."""
        return tuple(sorted(frozenset().union(*(expectation.columns for expectation in self.expectations))))


def load_suites(boundary: Boundary, delivery: Path) -> Iterator[Suite]:
    """The packaged suites of a boundary, then the delivery's own.

    Raises:
        UsageError: a file is no YAML, or has an unknown key, an unknown table or one id twice.
    """
    for path in sorted((resource_root("expectations") / boundary).glob("*.yaml")):
        yield _load(path, boundary)
    for path in sorted((delivery / "expectations" / boundary).glob("*.yaml")):
        suite = _load(path, boundary)
        if suite.metrics:
            raise unusable(boundary, path.stem, "metrics")
        yield suite


def unusable(boundary: Boundary, table: str, what: str) -> UsageError:
    """The error for a suite that cannot be used as it is written.

    Args:
        what: the key, column or expectation that is wrong; a word of the file itself, never of the data.
    """
    return UsageError(
        f"数据期望文件 expectations/{boundary}/{table}.yaml 不可用（{what}），请更正后重试。",
        f"The expectations in expectations/{boundary}/{table}.yaml cannot be used ({what}); correct the file and run again.",
        "expectations_unusable",
    )


def _load(path: Path, boundary: Boundary) -> Suite:
    try:
        suite = Suite.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader))  # noqa: S506 - it is safe
    except ValidationError as error:
        raise unusable(boundary, path.stem, ".".join(str(part) for part in error.errors()[0]["loc"])) from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError):
        raise unusable(boundary, path.stem, "YAML") from None
    if suite.boundary != boundary or suite.table != path.stem or suite.table not in _TABLES[boundary]:
        raise unusable(boundary, path.stem, "boundary, table")
    repeated = [name for name, count in Counter(one.id for one in suite.expectations).items() if count > 1]
    if repeated:
        raise unusable(boundary, path.stem, f"id {repeated[0]}")
    return suite
