"""Every row is accounted for: staged, rejected, duplicate or excluded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from screening.errors import DeliveryRejected
from tests.staging.delivered import account, issues, officer, stage, supplier

LENIENT = {"limits": {"max_rejected_pct": 60}}


def test_typed_values_stand_under_the_contracts_columns() -> None:
    with stage({
        "officers": [officer(birth_date="1975年3月", term_start="2024", phone="13947561820；无", gender="女")],
        "suppliers": [supplier(created_on="2020/1/2", is_financial_institution="否", other_names="岑野|CENYE|岑野", bank_account="622848 0402564 890018")],
        "holdings": [{"holder_name": "岑一舟", "company_name": "岑野有限公司", "share_pct": "4.99%", "acquired_via": "证券市场"}],
    }) as warehouse:  # fmt: skip
        (person,) = warehouse.rows("select * from std_officers")
        assert (person["birth_date"], person["birth_date_hi"]) == (date(1975, 3, 1), date(1975, 3, 31))
        assert (person["term_start"], person["term_start_hi"]) == (date(2024, 1, 1), date(2024, 12, 31))
        assert (person["phone"], person["gender"], person["term_end"]) == (["13947561820"], "female", None)
        (party,) = warehouse.rows("select * from std_suppliers")
        assert (party["created_on"], party["is_financial_institution"]) == (date(2020, 1, 2), False)
        assert (party["other_names"], party["bank_account"]) == (["CENYE", "岑野"], ["6228480402564890018"])
        (holding,) = warehouse.rows("select * from std_holdings")
        assert (holding["share_pct"], holding["acquired_via"]) == (Decimal("4.990000"), "market")


def test_staged_columns_are_the_contracts_in_order() -> None:
    with stage({"officers": [officer()], "suppliers": [supplier()]}) as warehouse:
        columns = [row["column_name"] for row in warehouse.rows("describe std_officers")]
        assert columns[:5] == ["officer_id", "name", "other_names", "entity_id", "position"]
        assert columns[-4:] == ["group_id", "record_id", "file", "row"]
        kinds = {row["column_name"]: row["column_type"] for row in warehouse.rows("describe std_suppliers")}
        assert (kinds["phone"], kinds["created_on_hi"], kinds["uscc"]) == ("VARCHAR[]", "DATE", "VARCHAR")
        assert {"malformed", "missing"}.isdisjoint(kinds)


def test_a_malformed_optional_cell_is_emptied_and_the_row_stays() -> None:
    with stage(
        {"officers": [officer()], "suppliers": [supplier(created_on="2026-02-30", email="见附件", party_kind="伙伴")]}
    ) as warehouse:
        (row,) = warehouse.rows("select created_on, email, party_kind from std_suppliers")
        assert set(row.values()) == {None}
        assert issues(warehouse, "malformed_cell") == [("suppliers", "S1", "error", "email, created_on, party_kind")]
        assert account(warehouse, "suppliers") == {
            "read": 1,
            "staged": 1,
            "rejected": 0,
            "duplicate": 0,
            "excluded": 0,
            "corrected": 0,
        }


def test_an_empty_or_malformed_required_cell_rejects_the_row() -> None:
    payment = {"kind": "采购", "transacted_on": "2026-01-01"}
    rows = [
        payment | {"transaction_id": "T1"},
        payment | {"transaction_id": "T2", "kind": "转让"},
        payment | {"transaction_id": "T3", "transacted_on": "2026-13-01"},
        payment | {"transaction_id": "T4", "transacted_on": "无"},
    ]
    with stage(
        {"officers": [officer()], "suppliers": [supplier()], "transactions": rows}, {"limits": {"max_rejected_pct": 80}}
    ) as warehouse:
        assert warehouse.rows("select transaction_id from std_transactions") == [{"transaction_id": "T1"}]
        assert issues(warehouse, "required_cell_malformed") == [
            ("transactions", "T2", "error", "kind"),
            ("transactions", "T3", "error", "transacted_on"),
        ]
        assert issues(warehouse, "required_cell_empty") == [("transactions", "T4", "error", "transacted_on")]
        assert account(warehouse, "transactions")["rejected"] == 3


def test_only_rows_equal_in_every_column_are_duplicates() -> None:
    rows = [supplier("S1"), supplier("S1"), supplier("S1", phone="13947561820"), supplier("S1")]
    with stage({"officers": [officer()], "suppliers": rows}) as warehouse:
        assert account(warehouse, "suppliers") == {
            "read": 4,
            "staged": 2,
            "rejected": 0,
            "duplicate": 2,
            "excluded": 0,
            "corrected": 0,
        }
        kept = warehouse.rows('select phone, "row" from std_suppliers order by "row"')
        assert kept == [{"phone": None, "row": 2}, {"phone": ["13947561820"], "row": 4}]
        assert issues(warehouse, "duplicate_row") == [("suppliers", "S1", "info", None)]


def test_a_null_cell_and_its_neighbour_are_told_apart() -> None:
    rows = [supplier("S1", legal_representative="岑一舟"), supplier("S1", contact_name="岑一舟")]
    with stage({"officers": [officer()], "suppliers": rows}) as warehouse:
        assert account(warehouse, "suppliers")["duplicate"] == 0
        assert warehouse.one("select count(distinct record_id) from std_suppliers") == 2


def test_rows_the_reader_could_not_cut_count_as_rejected() -> None:
    with stage({"officers": [officer()], "suppliers": [supplier()]}, LENIENT, lost={"suppliers": 1}) as warehouse:
        assert account(warehouse, "suppliers") == {
            "read": 2,
            "staged": 1,
            "rejected": 1,
            "duplicate": 0,
            "excluded": 0,
            "corrected": 0,
        }


def test_too_many_rejected_rows_refuse_the_delivery_and_name_the_reason() -> None:
    rows = [supplier(f"S{n}") for n in range(18)] + [{"party_id": "S18"}, {"party_id": "S19", "name": "无"}]
    with pytest.raises(DeliveryRejected) as caught:
        stage({"officers": [officer()], "suppliers": rows})
    assert caught.value.reason == "too_many_rejected"
    assert "suppliers" in caught.value.en
    assert "2 of 20 rows" in caught.value.en
    assert "name" in caught.value.en
    assert "[limits] max_rejected_pct" in caught.value.zh


def test_exactly_the_limit_is_still_accepted() -> None:
    rows = [supplier(f"S{n}") for n in range(19)] + [{"party_id": "S19"}]
    with stage({"officers": [officer()], "suppliers": rows}) as warehouse:
        assert account(warehouse, "suppliers")["rejected"] == 1


@pytest.mark.parametrize(("inclusive", "last"), [(False, date(2026, 1, 31)), (True, date(2026, 2, 1))])
def test_inclusive_ends_gain_a_day(inclusive: bool, last: date) -> None:
    settings = {"sources": {"suppliers": {"end_inclusive": inclusive}}}
    with stage(
        {"officers": [officer()], "suppliers": [supplier(dealing_from="2026-01-01", dealing_to="2026年1月31日")]},
        settings,
    ) as warehouse:
        (row,) = warehouse.rows("select dealing_from, dealing_to, dealing_to_hi from std_suppliers")
        assert row == {"dealing_from": date(2026, 1, 1), "dealing_to": last, "dealing_to_hi": last}


def test_fractions_become_percentages() -> None:
    rows = [
        {"holder_name": "岑一舟", "company_name": f"岑野{n}有限公司", "share_pct": cell}
        for n, cell in enumerate(["0.0499", "1", "4.99%"])
    ]
    with stage(
        {"officers": [officer()], "suppliers": [supplier()], "holdings": rows},
        {"sources": {"holdings": {"share_unit": "fraction"}}},
    ) as warehouse:
        shares = [
            row["share_pct"] for row in warehouse.rows("select share_pct from std_holdings order by company_name")
        ]
        assert shares == [Decimal("4.990000"), Decimal("100.000000"), Decimal("4.990000")]


def test_the_text_of_a_report_never_leaves_staging() -> None:
    tip = {"tip_id": "X1", "received_on": "2026-05-01", "text": "某人的事"}
    with stage({"officers": [officer()], "suppliers": [supplier()], "tips": [tip]}) as warehouse:
        assert warehouse.rows("select tip_id, text from std_tips") == [{"tip_id": "X1", "text": None}]
