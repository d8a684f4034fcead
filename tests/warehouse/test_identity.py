"""run_id: everything that can change a result is in it, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from screening.contract.internal import raw
from screening.contract.tables import TABLES
from screening.settings import LimitSettings, OutputSettings, PolicySettings, RunSettings, Settings
from screening.warehouse import identity
from screening.warehouse.identity import folder_digest, run_id
from screening.warehouse.store import Warehouse

NIGHT = RunSettings(settings=Settings(), as_of=date(2026, 11, 20), delivery=Path("/nowhere"))
ROWS: list[dict[str, str | None]] = [
    {"officer_id": "P01", "name": "冯砚秋", "position": "董事"},
    {"officer_id": "P02", "name": "褚望舒", "position": None},
    {"officer_id": "P03", "name": "卫长庚", "position": "监事"},
    {"officer_id": "P03", "name": "卫长庚", "position": "监事"},
]


def identify(
    tmp_path: Path,
    rows: list[dict[str, str | None]] = ROWS,
    night: RunSettings = NIGHT,
    *,
    table: str = "officers",
    first_row: int = 2,
    limits: LimitSettings | None = None,
    issues: list[Mapping[str, Any]] = [],  # noqa: B006 - never changed
) -> str:
    """The run id of one delivered table."""
    columns = {name: pa.array([row.get(name) for row in rows], pa.string()) for name in TABLES[table].names}
    numbers = pa.array(range(first_row, first_row + len(rows)))
    with Warehouse(tmp_path, limits or LimitSettings()) as warehouse:
        warehouse.put(raw(table), pa.table({**columns, "file": pa.array(["f.csv"] * len(rows)), "row": numbers}))
        warehouse.append("issue", issues)
        return run_id(warehouse, night)


def test_it_is_the_date_and_twelve_digits(tmp_path: Path) -> None:
    name = identify(tmp_path)

    assert name.startswith("2026-11-20-")
    assert len(name) == 23
    assert set(name[11:]) <= set("0123456789abcdef")


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(tmp_path: Path, seed: int) -> None:
    shuffled = random.Random(seed).sample(ROWS, len(ROWS))

    assert identify(tmp_path, shuffled, first_row=900) == identify(tmp_path)


def test_threads_memory_and_the_folder_do_not_matter(tmp_path: Path) -> None:
    plain = identify(tmp_path)
    night = NIGHT.model_copy(update={"delivery": Path("/elsewhere"), "settings": Settings().with_threads(7)})

    assert identify(tmp_path, night=night, limits=LimitSettings(threads=1, memory="300MB")) == plain


def test_how_often_a_row_comes_does_matter(tmp_path: Path) -> None:
    assert identify(tmp_path, ROWS[:-1]) != identify(tmp_path)


@pytest.mark.parametrize("column", ["officer_id", "name", "position", "gender"])
def test_one_cell_matters(tmp_path: Path, column: str) -> None:
    changed = [ROWS[0] | {column: "x"}, *ROWS[1:]]

    assert identify(tmp_path, changed) != identify(tmp_path)


def test_an_empty_cell_is_not_the_word_null_and_cells_do_not_run_together(tmp_path: Path) -> None:
    def told(name: str | None, other: str | None) -> str:
        return identify(tmp_path, [{"officer_id": "P", "name": name, "other_names": other, "position": "董事"}])

    assert len({told("ab", "c"), told("a", "bc"), told("abc", None), told("abc", "null"), told(None, "abc")}) == 5


def test_the_table_matters(tmp_path: Path) -> None:
    rows: list[dict[str, str | None]] = [{"party_id": "S1", "name": "甲有限公司"}]

    assert identify(tmp_path, rows, table="suppliers") != identify(tmp_path, rows, table="customers")


def test_an_empty_table_is_not_a_missing_one(tmp_path: Path) -> None:
    with Warehouse(tmp_path, LimitSettings()) as warehouse:
        missing = run_id(warehouse, NIGHT)

    assert identify(tmp_path, []) != missing


@pytest.mark.parametrize(
    "change",
    [
        {"as_of": date(2026, 11, 21)},
        {"language": "en"},
        {"baseline": Path("/out/runs/2026-11-19-aaaaaaaaaaaa")},
        {"settings": Settings(policy=PolicySettings(kin_profile="wide"))},
        {"settings": Settings(limits=LimitSettings(max_rejected_pct=50))},
        {"settings": Settings(output=OutputSettings(language="en"))},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_changes_a_result_changes_the_id(tmp_path: Path, change: dict[str, Any]) -> None:
    assert identify(tmp_path, night=NIGHT.model_copy(update=change))[11:] != identify(tmp_path)[11:] or (
        "as_of" in change
    )
    assert identify(tmp_path, night=NIGHT.model_copy(update=change)) != identify(tmp_path)


def test_the_baseline_is_known_by_its_id_alone(tmp_path: Path) -> None:
    one, two = (
        identify(tmp_path, night=NIGHT.model_copy(update={"baseline": Path(where) / "2026-11-19-aaaaaaaaaaaa"}))
        for where in ("/a", "/b")
    )

    assert one == two


@pytest.mark.parametrize("kind", ["policy", "reference", "expectations"])
def test_packaged_resources_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    plain = identify(tmp_path)
    known = identity.resource_digest
    monkeypatch.setattr(identity, "resource_digest", lambda name: "other" if name == kind else known(name))

    assert identify(tmp_path) != plain


def test_expectations_of_the_delivery_matter(tmp_path: Path) -> None:
    delivery = tmp_path / "delivery"
    night = NIGHT.model_copy(update={"delivery": delivery})
    plain = identify(tmp_path, night=night)
    (delivery / "expectations" / "delivered").mkdir(parents=True)
    (delivery / "expectations" / "delivered" / "officers.yaml").write_text("x")

    assert identify(tmp_path, night=night) != plain


def test_the_program_version_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = identify(tmp_path)
    monkeypatch.setattr(identity, "__version__", "9.9.9")

    assert identify(tmp_path) != plain


def test_a_cell_lost_in_reading_is_not_an_empty_cell(tmp_path: Path) -> None:
    """Both are null in the raw table, but only one of the two nights has it in its quality report."""
    issue = {"table_name": "officers", "row": 2, "key": "P01", "check_id": "identifier_in_numeric_cell"}

    assert identify(tmp_path, issues=[issue]) != identify(tmp_path)
    assert identify(tmp_path, issues=[issue]) == identify(tmp_path, issues=[issue | {"row": 77}])


def test_an_ignored_file_does_not_matter(tmp_path: Path) -> None:
    """The rows are the same, so is the night: a stray file in the folder does not publish it twice."""
    assert identify(tmp_path, issues=[{"check_id": "ignored_file", "message_en": "notes.txt"}]) == identify(tmp_path)


def test_a_digest_of_a_folder_sees_names_and_contents_but_no_caches(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = folder_digest(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("1")
    assert folder_digest(tmp_path) == first

    (tmp_path / "a").rename(tmp_path / "b")
    second = folder_digest(tmp_path)
    (tmp_path / "b").write_text("2")

    assert len({first, second, folder_digest(tmp_path)}) == 3


def test_a_checkout_and_a_wheel_have_the_same_digest(tmp_path: Path) -> None:
    wheel, checkout = tmp_path / "wheel", tmp_path / "checkout"
    for root in (wheel, checkout):
        root.mkdir()
        (root / "surnames.tsv").write_text("王\t1", encoding="utf-8")
    (checkout / ".gitkeep").touch()
    (checkout / "derive.py").touch()

    assert folder_digest(wheel) == folder_digest(checkout)
