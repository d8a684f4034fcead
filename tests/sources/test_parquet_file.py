"""Parquet: types become the text a person would have written."""

# ruff: noqa: DTZ001 - cells know no time zone
from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.errors import DeliveryRejected
from screening.sources.parquet_child import as_text
from tests.sources.conftest import Load
from tests.sources.files import OFFICERS, SUPPLIERS, parquet


def texts(values: list[Any], kind: pa.DataType) -> list[str | None]:
    column: list[str | None] = as_text(pa.chunked_array([pa.array(values, kind)])).to_pylist()
    return column


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        (["a", "", None], pa.string(), ["a", "", None]),
        (["a"], pa.large_string(), ["a"]),
        (["a", "b", "a"], pa.dictionary(pa.int32(), pa.string()), ["a", "b", "a"]),
        ([b"ab"], pa.binary(), ["ab"]),
        ([110101199003070011, None], pa.int64(), ["110101199003070011", None]),
        ([1001.0, 0.1, 1e-7, 1e21, -0.0, None], pa.float64(), ["1001", "0.1", "0.0000001", "1" + "0" * 21, "0", None]),
        ([float("nan"), float("inf")], pa.float64(), [None, None]),
        ([0.1], pa.float32(), ["0.1"]),
        ([Decimal("4.9900"), Decimal("100.0000"), Decimal("0.0001")], pa.decimal128(12, 4), ["4.99", "100", "0.0001"]),
        ([Decimal("0.0000000001")], pa.decimal128(12, 10), ["0.0000000001"]),
        ([date(2026, 3, 1)], pa.date32(), ["2026-03-01"]),
        ([date(2026, 3, 1)], pa.date64(), ["2026-03-01"]),
        (
            [datetime(2026, 3, 1), datetime(2026, 3, 1, 9, 30)],
            pa.timestamp("us"),
            ["2026-03-01", "2026-03-01 09:30:00"],
        ),
        ([datetime(2026, 2, 28, 16, tzinfo=UTC)], pa.timestamp("ns", "Asia/Shanghai"), ["2026-03-01"]),
        ([True, False, None], pa.bool_(), ["true", "false", None]),
        ([time(9, 30)], pa.time64("us"), ["09:30:00.000000"]),
        ([None], pa.null(), [None]),
    ],
)
def test_types_as_text(values: list[Any], kind: pa.DataType, expected: list[str | None]) -> None:
    assert texts(values, kind) == expected


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False)))
def test_a_float_reads_back_as_itself(values: list[float]) -> None:
    written = texts(values, pa.float64())

    assert [float(text or "x") for text in written] == values
    assert not any("e" in str(text) for text in written)


def test_a_float_in_an_identifier_column_is_lost_and_an_integer_is_not(load: Load) -> None:
    loaded = load({
        "officers.parquet": parquet({
            "officer_id": [1, 2], "name": ["甲", "乙"], "position": ["董事", "监事"],
            "id_number": [110101199003070011.0, None], "bank_account": [6222020000000000001, None], "phone": [13800138000.0, None],
        }),
        "suppliers.csv": SUPPLIERS,
    })  # fmt: skip

    assert loaded.cells("officers", "officer_id", "id_number", "bank_account", "phone", "row") == [
        ("1", None, "6222020000000000001", "13800138000", 2),
        ("2", None, None, None, 3),
    ]
    assert loaded.found("check_id", "column_name", "key", "row") == [
        ("identifier_in_numeric_cell", "id_number", "1", 2)
    ]


def test_columns_that_nobody_asks_for_may_have_any_type(load: Load) -> None:
    loaded = load({
        "officers.csv": OFFICERS,
        "suppliers.parquet": parquet({"编码": ["S1"], "名称": ["测试"], "more": [[1, 2]], "long": [timedelta(1)]}),
    })  # fmt: skip

    assert loaded.cells("suppliers", "party_id", "name") == [("S1", "测试")]


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (parquet({"party_id": ["S1"], "name": [["测试"]]}), "column_type", "name"),
        (parquet({"party_id": ["S1"], "name": [timedelta(1)]}), "column_type", "name"),
        (parquet({"party_id": ["S1"], "name": [b"\xff\xff"]}), "column_type", "name"),
        (parquet({"party_id": ["S1"]}), "missing_column", "name (名称)"),
        (parquet({"party_id": ["S1"], "name": ["测试"]})[:-9], "unreadable_file", "suppliers.parquet"),
        (b"PAR1PAR1", "unreadable_file", "suppliers.parquet"),
        (SUPPLIERS.encode(), "unreadable_file", "suppliers.parquet"),
    ],
)
def test_what_cannot_be_a_table_is_rejected(load: Load, data: bytes, reason: str, words: str) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        load({"officers.csv": OFFICERS, "suppliers.parquet": data})

    assert caught.value.reason == reason
    assert words in caught.value.en
