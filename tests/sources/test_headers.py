"""Headers: both languages, any order, any width; what is missing is named with what comes near."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from screening.contract.tables import TABLES
from screening.errors import DeliveryRejected
from screening.settings import SourceSettings
from screening.sources.headers import fold_header, lay_out, table_named

SUPPLIERS = TABLES["suppliers"]


def refuse(
    headers: Sequence[str], below: Sequence[tuple[int, Sequence[str]]] = (), **source: object
) -> DeliveryRejected:
    with pytest.raises(DeliveryRejected) as caught:
        lay_out(SUPPLIERS, headers, SourceSettings.model_validate(source), "suppliers.csv", below)
    return caught.value


def test_columns_come_in_the_order_of_the_contract() -> None:
    layout = lay_out(SUPPLIERS, ["电话", "NAME", " 编 码 ", "x", ""], SourceSettings(), "suppliers.csv")

    assert list(layout.positions.items()) == [("party_id", 2), ("name", 1), ("phone", 0)]
    assert layout.unknown == ("x",)


@pytest.mark.parametrize(
    "header",
    ["party_id", "PARTY_ID", "Party ID", "ｐａｒｔｙ＿ｉｄ", "\ufeffparty_id", "编码", "编　码", "编\u200b码\n"],
)
def test_spellings_of_one_header(header: str) -> None:
    assert lay_out(SUPPLIERS, [header, "name"], SourceSettings(), "f").positions["party_id"] == 0


def test_no_two_columns_of_a_table_fold_alike() -> None:
    for table in TABLES.values():
        folded = [fold_header(name) for column in table.columns for name in {column.name, column.zh}]
        assert len(set(folded)) == len(folded), table.name


def test_tables_are_named_in_both_languages() -> None:
    for table in TABLES.values():
        assert table_named(table.name.upper()) is table
        assert table_named(f" {table.zh} ") is table
    assert table_named("expected_hits") is None


def test_a_mapping_names_the_headers_of_the_source() -> None:
    source = SourceSettings(columns={"party_id": "LIFNR", "name": "NAME1"})
    layout = lay_out(SUPPLIERS, ["name1", "lifnr", "name"], source, "f")

    assert dict(layout.positions) == {"party_id": 1, "name": 0}
    assert layout.unknown == ("name",)


def test_one_column_under_two_headers() -> None:
    rejection = refuse(["编码", "name", "名称"])

    assert rejection.reason == "duplicate_column"
    assert "name (名称)" in rejection.en and "suppliers.csv" in rejection.en


@pytest.mark.parametrize(
    ("headers", "column", "near"),
    [
        (["party_id", "nmae"], "name (名称)", '"nmae"'),
        (["name", "编码号"], "party_id (编码)", '"编码号"'),
        (["name", "partyid2"], "party_id (编码)", '"partyid2"'),
    ],
)
def test_a_missing_column_is_named_with_the_nearest_header(headers: list[str], column: str, near: str) -> None:
    rejection = refuse(headers)

    assert rejection.reason == "missing_column"
    assert column in rejection.en and f"did you mean {near}" in rejection.en


def test_the_first_row_of_data_is_never_quoted() -> None:
    rejection = refuse(["110101199003070000", "测试贸易有限公司"])

    assert "1101" not in str(rejection.args) and "测试贸易" not in str(rejection.args)


def test_a_title_above_the_headers_is_recognised() -> None:
    rejection = refuse(["供应商清单", ""], [(2, ["", ""]), (3, ["编码", "名称", "电话"]), (4, ["S1", "x", ""])])

    assert "header_row = 3 in [sources.suppliers]" in rejection.en
