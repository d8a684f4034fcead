"""One published night over a small delivery with a case of every kind that papers treat apart; tests only read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from sample_ids import resident_id, uscc

from tests.commands import night_here
from tests.deliveries import write_csv

FENG = resident_id("110105", "1970-03-04", 211)
CHU = resident_id("320506", "1972-10-02", 220)
TAN = resident_id("310104", "1975-05-06", 123)
YOU = resident_id("440305", "1968-07-08", 155)
CODE_LIKE_A_NUMBER = resident_id("420106", "1966-01-02", 377)
PHONE, ACCOUNT = "13987340265", "6222020000000000013"
HOSTILE = "=cmd|'/c calc'!A0 <w:t>x</w:t> ]]> ‮{{7*7}} {who} %s ../../x"
NUMBERS = (FENG, CHU, TAN, YOU, CODE_LIKE_A_NUMBER, PHONE, ACCOUNT)

S1, S3, S5, C2, K1 = (
    "西安藕花深食品有限公司",
    "成都桃叶津建材有限公司",
    "宁波揽月湾软件有限公司",
    "厦门棠梨里建材有限公司",
    "深圳垂虹亭印务有限公司",
)
DELIVERY: dict[str, Sequence[dict[str, Any]]] = {
    "group_entities": [{"entity_id": "E1", "name": "岫云控股股份有限公司", "uscc": uscc("110105", "MA001111"), "group_id": "G1"}],
    "officers": [
        {"officer_id": "P1", "name": "冯砚秋", "position": "董事", "id_number": FENG, "phone": PHONE, "bank_account": ACCOUNT},
        {"officer_id": "P2", "name": "张伟", "position": "监事"},
        {"officer_id": "P3", "name": "陈独立", "position": "独立董事"},
        {"officer_id": "P4", "name": "尤听松", "position": "监事", "id_number": YOU},
        {"officer_id": "P5", "name": "谭疏影", "position": "董事", "id_number": TAN, "term_end": "2026-06-30"},
        {"officer_id": "../P6", "name": HOSTILE, "position": "董事"},
        {"officer_id": "P7", "name": "卓筠珩", "position": "董事"},
        {"officer_id": CODE_LIKE_A_NUMBER, "name": "骆翊嵘", "position": "董事"},
    ],
    "related_parties": [
        {"related_id": "R1", "officer_id": "P1", "name": "储沅砚", "kind": "person", "relationship": "配偶", "id_number": CHU},
    ],
    "suppliers": [
        {"party_id": "S1", "name": S1, "uscc": uscc("610113", "MA000001"), "entity_id": "E1"},
        {"party_id": "S3", "name": S3, "uscc": uscc("510107", "MA000003"), "entity_id": "E1"},
        {"party_id": "S5", "name": S5, "uscc": uscc("330206", "MA000005"), "entity_id": "E1"},
        {"party_id": "S9", "name": HOSTILE, "uscc": "", "entity_id": "E1"},
    ],
    "customers": [{"party_id": "C2", "name": C2, "uscc": uscc("350203", "MA000002"), "entity_id": "E1"}],
    "competitors": [{"party_id": "K1", "name": K1, "uscc": uscc("440305", "MA000007"), "phone": PHONE}],
    "appointments": [
        {"company_name": S1, "person_name": "储沅砚", "role": "董事", "id_number": CHU, "valid_from": "2021-01-01"},
        {"company_name": S5, "person_name": "张伟", "role": "董事", "id_number": "", "valid_from": "2021-01-01"},
        {"company_name": S1, "person_name": "尤听松", "role": "监事", "id_number": YOU, "valid_from": "2021-01-01"},
    ],
    "holdings": [
        {"holder_name": "冯砚秋", "holder_id": FENG, "company_name": C2, "share_pct": "31.7", "valid_from": "2021-01-01"},
        {"holder_name": "储沅砚", "holder_id": CHU, "company_name": S3, "share_pct": "12", "valid_from": "2021-01-01"},
        {"holder_name": "谭疏影", "holder_id": TAN, "company_name": S3, "share_pct": "22", "valid_from": "2021-01-01"},
    ],
    "financing": [
        {"financing_id": "F1", "officer_id": "../P6", "counterparty_name": HOSTILE, "kind": "loan_in", "amount": "5000", "valid_from": "2024-01-01"},
    ],
    "tips": [{"tip_id": "W1", "received_on": "2026-03-04", "officer_id": "P7", "counterparty_name": S5, "category": "conflict", "text": "举报原文不得外传"}],
    "declarations": [
        {"declaration_id": "D1", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2026-01-05", "signed": "是", "item": "position",
         "counterparty_name": S1, "related_party_name": "储沅砚", "relationship": "配偶", "decision": "accept", "decided_on": "2026-01-20"},
        {"declaration_id": "D2", "officer_id": "P1", "kind": "annual", "submitted_on": "2025-12-29", "signed": "是", "item": "position",
         "counterparty_name": S1, "related_party_name": "储沅砚", "relationship": "配偶"},
        {"declaration_id": "D3", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2025-03-05", "signed": "是", "item": "business_interest",
         "counterparty_name": "福州旧事已消除有限公司", "decision": "eliminate", "cured_on": "2025-05-01"},
        {"declaration_id": "D4", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2025-03-05", "signed": "是", "item": "business_interest",
         "counterparty_name": "福州旧事已撤回有限公司", "withdrawn_on": "2025-05-01"},
        {"declaration_id": "D5", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2025-03-05", "signed": "否", "item": "business_interest",
         "counterparty_name": "福州旧事未签字有限公司"},
        {"declaration_id": "D6", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2025-03-05", "signed": "是", "item": "gift", "counterparty_name": "福州旧事礼品有限公司"},
        {"declaration_id": "D7", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2027-03-05", "signed": "是", "item": "business_interest",
         "counterparty_name": "福州来日有限公司"},
        {"declaration_id": "D8", "officer_id": "P2", "kind": "ad_hoc", "submitted_on": "2026-03-05", "signed": "是", "item": "business_interest",
         "counterparty_name": S1, "related_party_name": "尤听松", "relationship": "朋友"},
        {"declaration_id": "D9", "officer_id": "P2", "kind": "annual", "submitted_on": "2025-12-29", "signed": "是", "nil_return": "是"},
    ],
}  # fmt: skip
CONFIG = '[policy]\nregister_from = 2023-01-01\n[thresholds]\ntier_c = 0.85\n[restricted]\nofficers = ["P4"]\n'


def write_delivery(folder: Path, config: str = CONFIG) -> Path:
    folder.mkdir(parents=True)
    for table, rows in DELIVERY.items():
        rows = [{"entity_id": "E1", "term_start": "2020-01-01", **row} for row in rows] if table == "officers" else rows
        names = list(dict.fromkeys(name for row in rows for name in row))
        write_csv(folder / f"{table}.csv", [{name: row.get(name, "") for name in names} for row in rows])
    (folder / "coi.toml").write_text(config, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def papers_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder."""
    base = tmp_path_factory.mktemp("papers")
    night_here(write_delivery(base / "delivery"), base / "out")
    return base / "out"


def text_of(document: Document | Path) -> str:
    """Everything that is printed, in order, the line on top of the page first."""
    if isinstance(document, Path):
        document = docx.Document(str(document))
    lines = [paragraph.text for paragraph in document.sections[0].header.paragraphs]
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += ["|".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)
