"""The warehouse: scripts, rows in and out, and errors that never quote a row."""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from screening.contract.internal import STAGE_TABLES
from screening.errors import RunFailed
from screening.settings import LimitSettings
from screening.warehouse import store
from screening.warehouse.store import Warehouse

CANARY = "110101199003078515"


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    with Warehouse(tmp_path, LimitSettings(threads=2, memory="512MB")) as opened:
        yield opened


def test_a_script_binds_each_parameter_where_it_is_used(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    text = """
        -- a header; with a semicolon
        create table one as select $day::date as day, ';' as mark;
        create table two as select $least::double as least from one where day = $day;
    """
    monkeypatch.setattr(store, "load_sql", lambda package, name: text)

    warehouse.script("screening.matching", "any", day=date(2026, 11, 20), least=0.5, unused=1)

    assert warehouse.rows("select * from one") == [{"day": date(2026, 11, 20), "mark": ";"}]
    assert warehouse.rows("select * from two") == [{"least": 0.5}]


def test_a_script_file_is_found_beside_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stage_of_a_test" / "sql").mkdir(parents=True)
    (tmp_path / "stage_of_a_test" / "__init__.py").touch()
    (tmp_path / "stage_of_a_test" / "sql" / "do.sql").write_text("select 1", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert store.load_sql("stage_of_a_test", "do") == "select 1"


def test_appended_rows_get_the_types_of_the_stage_table(warehouse: Warehouse) -> None:
    warehouse.append("dealing", [{"party_id": "S1", "amount": Decimal("12.50"), "proven_from": date(2026, 1, 2)}])
    warehouse.append("dealing", [{"party_id": "S2"}])
    warehouse.append("dealing", [])

    assert warehouse.rows("select party_id, amount, proven_from, currency from dealing order by party_id") == [
        {"party_id": "S1", "amount": Decimal("12.50"), "proven_from": date(2026, 1, 2), "currency": None},
        {"party_id": "S2", "amount": None, "proven_from": None, "currency": None},
    ]


@pytest.mark.parametrize("table", sorted(STAGE_TABLES))
def test_every_stage_table_can_be_created_empty_and_appended_to(warehouse: Warehouse, table: str) -> None:
    warehouse.append(table, [{}])

    assert warehouse.one(f"select count(*) from {table}") == 1
    assert list(warehouse.rows(f"select * from {table}")[0]) == list(STAGE_TABLES[table].columns)


def test_arrow_is_appended_by_name(warehouse: Warehouse) -> None:
    warehouse.append_arrow("match_count", pa.table({"value": [1.5], "name": ["pairs_considered"]}))

    assert warehouse.rows("select * from match_count") == [{"name": "pairs_considered", "value": 1.5}]


def test_put_replaces(warehouse: Warehouse) -> None:
    warehouse.put("raw_x", pa.table({"a": ["1"]}))
    warehouse.put("raw_x", pa.table({"b": ["2", "3"]}))

    assert warehouse.query("select * from raw_x order by b").to_pydict() == {"b": ["2", "3"]}
    assert warehouse.has("raw_x")
    assert not warehouse.has("raw_y")
    assert warehouse.columns("raw_y") is None


def test_an_odd_name_is_quoted(warehouse: Warehouse) -> None:
    warehouse.put('we"ird', pa.table({"a": [1]}))

    assert warehouse.has('we"ird')
    assert store.quoted('we"ird') == '"we""ird"'


@pytest.mark.parametrize(
    "sql",
    [
        "select id_number::integer from people",
        "select cast(id_number || 'x' as date) from people",
        "select error('row ' || id_number) from people",
        "select id_number::decimal(9,6) from people",
    ],
)
def test_an_error_of_the_engine_never_quotes_a_row(warehouse: Warehouse, sql: str) -> None:
    warehouse.put("people", pa.table({"id_number": [CANARY]}))

    with pytest.raises(RunFailed) as refusal:
        warehouse.run(sql)

    told = "".join(traceback.format_exception(refusal.value)) + refusal.value.zh + refusal.value.en
    assert CANARY not in told
    assert "The database engine could not execute" in refusal.value.en
    assert refusal.value.exit_status == 5


def test_an_error_in_a_script_names_the_file(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "load_sql", lambda package, name: f"select '{CANARY}x'::integer;")

    with pytest.raises(RunFailed) as refusal:
        warehouse.script("screening.staging", "officers")

    assert "screening.staging/sql/officers.sql" in refusal.value.en
    assert CANARY not in str(refusal.value)


def test_running_out_of_memory_says_what_to_do(tmp_path: Path) -> None:
    with Warehouse(tmp_path, LimitSettings(threads=1, memory="20MB")) as small, pytest.raises(RunFailed) as refusal:
        small.run("create table big as select repeat(i::varchar, 5000) as t from range(1_000_000) r(i) order by t desc")

    assert "[limits] memory" in refusal.value.en
    assert "[limits] memory" in refusal.value.zh


def test_no_extension_is_fetched(warehouse: Warehouse) -> None:
    assert warehouse.rows(
        "select name, value from duckdb_settings() where name like 'auto%known_extensions' order by name"
    ) == [
        {"name": "autoinstall_known_extensions", "value": "false"},
        {"name": "autoload_known_extensions", "value": "false"},
    ]
    with pytest.raises(RunFailed):
        warehouse.run("select * from read_csv('https://example.invalid/x.csv')")
    assert warehouse.one("select count(*) from duckdb_extensions() where extension_name = 'httpfs' and loaded") == 0


def test_reading_as_arrow_warns_of_nothing(warehouse: Warehouse, recwarn: pytest.WarningsRecorder) -> None:
    assert warehouse.query("select $a::integer as a", {"a": 1}).to_pydict() == {"a": [1]}
    assert [str(warning.message) for warning in recwarn] == []


def test_results_do_not_depend_on_the_time_zone_of_the_machine(warehouse: Warehouse) -> None:
    assert warehouse.one("select current_setting('TimeZone')") == "UTC"


def test_steps_are_told_to_whoever_listens(tmp_path: Path) -> None:
    heard: list[str] = []
    with Warehouse(tmp_path, LimitSettings(), heard.append) as told:
        told.step("reading officers")

    assert heard == ["reading officers"]


def test_an_interrupt_during_a_statement_stays_an_interrupt(warehouse: Warehouse) -> None:
    """The engine's binding makes a RuntimeError of it, which the command would tell as a fault of its own."""
    long = "select count(*) from range(100_000_000) as a, range(1_000) as b where a.range % 7 = b.range % 5"
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            warehouse.one(long)
    finally:
        timer.join()
        signal.signal(signal.SIGINT, handler)


def test_a_statement_that_was_read_before_meets_the_tables_of_today(tmp_path: Path) -> None:
    """Texts are read once in a process: another warehouse, columns or parameters are none of their business."""
    seen = []
    for number, table in enumerate((pa.table({"a": [1, 2]}), pa.table({"b": ["x", "y"], "a": [3, 4]}))):
        with Warehouse(tmp_path, LimitSettings()) as fresh:
            fresh.put("t", table)
            fresh.run("create temp table u as select * from t where a > $least", {"least": 1 + 2 * number})
            seen.append(fresh.rows("select * from u"))
            fresh.put("t", table.slice(0, 0))
            assert fresh.one("select count(*) from t") == 0

    assert seen == [[{"a": 2}], [{"b": "y", "a": 4}]]


def test_several_statements_in_one_text_are_all_executed(warehouse: Warehouse) -> None:
    for _ in range(2):
        assert warehouse.one("create or replace table t as select 1 as a; select a + 1 from t") == 2


def test_columns_of_tables_and_views_in_order(warehouse: Warehouse) -> None:
    warehouse.run('create table t as select 1 as b, 2 as "a c"')
    warehouse.run("create temp view v as select b + 1 as d from t")
    assert warehouse.columns("t") == ["b", "a c"]
    assert warehouse.columns("v") == ["d"]


def test_a_variable_that_is_called_like_a_table_is_no_table(warehouse: Warehouse) -> None:
    finding = pa.table({"a": [1]})
    assert finding.num_rows == 1
    assert not warehouse.has("finding")
