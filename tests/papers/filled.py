"""Rows for every table of the contract, and how somebody fills them into the workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from sample_ids import resident_id, uscc

from screening.contract.tables import TABLES
from screening.papers.books import offered
from screening.papers.language import Language

FENG = resident_id("110105", "1970-03-04", 211)
CHU = resident_id("320506", "1972-10-02", 220)
S1, S2, K1 = uscc("610113", "MA000001"), uscc("350203", "MA000002"), uscc("440305", "MA000003")

ROWS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "group_entities": [{"entity_id": "E1", "name": "岫云控股股份有限公司", "uscc": uscc("110105", "MA001111"), "group_id": "001"}],
    "officers": [
        {"officer_id": "007", "name": "冯砚秋", "entity_id": "E1", "position": "董事", "position_class": "director", "id_number": FENG,
         "gender": "male", "term_start": "2020-01-01", "phone": "13900000001；010-88880000"},
        {"officer_id": "008", "name": "褚望舒", "entity_id": "E1", "position": "监事", "position_class": "supervisor", "term_start": "2020"},
    ],
    "related_parties": [
        {"related_id": "R1", "officer_id": "007", "name": "储沅砚", "kind": "person", "relationship": "配偶", "id_number": CHU, "lawful_basis": "consent"},
    ],
    "suppliers": [
        {"party_id": "0001", "name": "西安藕花深食品有限公司", "uscc": S1, "entity_id": "E1", "is_financial_institution": False, "party_kind": "company",
         "bank_account": "6222020000000000013"},
        {"party_id": "0002", "name": "成都桃叶津建材有限公司", "party_kind": "company"},
    ],
    "customers": [{"party_id": "C1", "name": "厦门棠梨里建材有限公司", "uscc": S2, "entity_id": "E1", "party_kind": "company"}],
    "competitors": [{"party_id": "K1", "name": "深圳垂虹亭印务有限公司", "uscc": K1, "dealing_from": "2020-01-01"}],
    "registry_companies": [{"name": "西安藕花深食品有限公司", "uscc": S1, "founded_on": "2010-05-06", "status": "存续"}],
    "appointments": [{"company_name": "西安藕花深食品有限公司", "company_uscc": S1, "person_name": "储沅砚", "role": "董事", "id_number": CHU, "valid_from": "2021-01-01"}],
    "holdings": [
        {"holder_name": "冯砚秋", "holder_kind": "person", "holder_id": FENG, "company_name": "厦门棠梨里建材有限公司", "company_uscc": S2, "share_pct": "0.5",
         "partner_role": "limited", "acquired_via": "other", "valid_from": "2021-01-01"},
    ],
    "transactions": [
        {"transaction_id": "T1", "entity_id": "E1", "party_id": "0001", "kind": "purchase", "amount": 12345.67, "transacted_on": "2026-05-06",
         "document_type": "invoice", "party_table": "suppliers"},
    ],
    "financing": [{"financing_id": "F1", "officer_id": "007", "counterparty_name": "成都桃叶津建材有限公司", "kind": "loan_in", "amount": 5000, "is_financial_institution": False, "valid_from": "2024-02-03"}],
    "declarations": [
        {"declaration_id": "D1", "officer_id": "007", "kind": "ad_hoc", "submitted_on": "2026-01-05", "signed": True, "nil_return": False,
         "item": "position", "counterparty_name": "西安藕花深食品有限公司", "related_party_name": "储沅砚", "relationship": "配偶", "decision": "eliminate", "cure_days": 30},
    ],
    "gifts": [{"gift_id": "G1", "officer_id": "008", "counterparty_name": "西安藕花深食品有限公司", "direction": "received", "form": "in_kind", "value": 300, "occurred_on": "2026-02-03"}],
    "tips": [{"tip_id": "W1", "received_on": "2026-03-04", "officer_id": "008", "counterparty_name": "深圳垂虹亭印务有限公司", "category": "conflict", "text": "略"}],
    "approvals": [{"approval_id": "A1", "officer_id": "007", "kind": "consultation", "dated_on": "2026-03-04"}],
    "user_accounts": [{"user_id": "feng", "officer_id": "007", "name": "冯砚秋"}],
    "corrections": [{"table": "suppliers", "key": "0002", "column": "电话", "value": "010-66660000", "reason": "核对", "by": "审计"}],
    "exclusions": [{"table": "customers", "key": "C9", "reason": "重复", "by": "审计"}],
}  # fmt: skip
"""Coded cells hold the contract's codes here; in a Chinese workbook its word is chosen."""


def fill(folder: Path, language: Language) -> None:
    """Types the rows into the workbooks under the headers they have, coded cells as their lists offer them."""
    for name, rows in ROWS.items():
        table = TABLES[name]
        book = openpyxl.load_workbook(folder / f"{name}.xlsx")
        sheet = book.worksheets[0]
        places = {cell.value: cell.column for cell in sheet[1]}
        for number, row in enumerate(rows, start=2):
            for column_name, value in row.items():
                column = table.column(column_name)
                words, codes = offered(table, column, language), offered(table, column, "en")
                if words:
                    code = {True: "Y", False: "N"}.get(value, value)
                    value = words[list(codes).index(code)]
                header = column.zh if language == "zh" else column.name
                sheet.cell(number, places[header], value)
        book.save(folder / f"{name}.xlsx")
