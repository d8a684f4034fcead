"""One published night over a small delivery in which a question of every kind has its answer; tests only read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sample_ids import resident_id, uscc

from screening.investigate.answer import Answer, Question, ask
from screening.investigate.words import WHY
from tests.commands import night_here
from tests.deliveries import write_csv

FENG = resident_id("110105", "1970-03-04", 211)
OTHER_FENG = resident_id("110105", "1983-08-09", 213)
CHU = resident_id("320506", "1972-10-02", 220)
WEI = resident_id("310104", "1975-05-06", 123)
HOSTILE = "<script>alert(1)</script>{{7*7}}[bold]\x1b[31m‮x=cmd|' /c"
DELIVERY: dict[str, Sequence[dict[str, Any]]] = {
    "group_entities": [
        {"entity_id": "E1", "name": "岫云控股股份有限公司", "uscc": uscc("110105", "MA001111"), "group_id": "G1"},
        {"entity_id": "E9", "name": "远岫实业有限公司", "uscc": uscc("110105", "MA009999"), "group_id": "G2"},
    ],
    "officers": [
        {"officer_id": "P1", "name": "冯砚秋", "other_names": "", "entity_id": "E1", "position": "董事", "id_number": FENG, "term_start": "2020-01-01"},
        {"officer_id": "P2", "name": "张伟", "other_names": "张大伟", "entity_id": "E1", "position": "监事", "id_number": WEI, "term_start": "2020-01-01"},
        {"officer_id": "P3", "name": "陳大文", "other_names": "", "entity_id": "E1", "position": "董事", "id_number": "", "term_start": "2020-01-01"},
        {"officer_id": "P4", "name": "尤听松", "other_names": "尤又名", "entity_id": "E1", "position": "监事", "id_number": "", "term_start": "2020-01-01"},
        {"officer_id": "P5", "name": "欧阳砚舟", "other_names": "", "entity_id": "E9", "position": "董事", "id_number": "", "term_start": "2020-01-01"},
        {"officer_id": "P6", "name": HOSTILE, "other_names": "", "entity_id": "E1", "position": HOSTILE, "id_number": "", "term_start": "2020-01-01"},
    ],
    "related_parties": [
        {"related_id": "R1", "officer_id": "P1", "name": "储沅砚", "kind": "person", "relationship": "配偶", "id_number": CHU},
        {"related_id": "R2", "officer_id": "P2", "name": "苏州扶摇新商贸有限公司", "kind": "organisation", "relationship": "控制的企业", "id_number": uscc("320506", "MA00AA22")},
    ],
    "suppliers": [
        {"party_id": "S1", "name": "西安藕花深食品有限公司", "uscc": uscc("610113", "MA000001"), "entity_id": "E1"},
        {"party_id": "S2", "name": "厦门棠梨里建材有限公司", "uscc": uscc("350203", "MA000002"), "entity_id": "E1",
         "former_names": "厦门棠梨旧建材有限公司", "other_names": "Xiamen Tangli Building Materials Co., Ltd."},
        {"party_id": "S3", "name": "成都桃叶津建材有限公司", "uscc": uscc("510107", "MA000003"), "entity_id": "E1"},
        {"party_id": "S4", "name": "大连白鹭洲印务有限公司", "uscc": uscc("210202", "MA000004"), "entity_id": "E1"},
        {"party_id": "S5", "name": "宁波揽月湾软件有限公司", "uscc": uscc("330206", "MA000005"), "entity_id": "E1"},
        {"party_id": "S6", "name": "岫云控股股份有限公司", "uscc": uscc("110105", "MA001111"), "entity_id": "E1"},
        {"party_id": "S7", "name": "李小四", "uscc": "", "entity_id": "E1", "account_group": "员工报销"},
        {"party_id": "S8", "name": "长沙青溪渡检测有限公司", "uscc": uscc("430102", "MA000008"), "entity_id": "E9"},
        {"party_id": "S9", "name": "武汉蒹葭渚建材有限公司", "uscc": uscc("420106", "MA000009"), "entity_id": "E1"},
        {"party_id": HOSTILE[:40], "name": HOSTILE, "uscc": "", "entity_id": "E1"},
    ],
    "customers": [{"party_id": "C2", "name": "厦门棠梨里建材有限公司", "uscc": uscc("350203", "MA000002"), "entity_id": "E1"}],
    "appointments": [
        {"company_name": "西安藕花深食品有限公司", "person_name": "储沅砚", "role": "董事", "id_number": CHU, "valid_from": "2021-01-01"},
        {"company_name": "厦门棠梨里建材有限公司", "person_name": "蔚梧桁", "role": "董事", "id_number": "", "valid_from": "2021-01-01"},
        {"company_name": "成都桃叶津建材有限公司", "person_name": "冯砚秋", "role": "董事", "id_number": OTHER_FENG, "valid_from": "2021-01-01"},
        {"company_name": "武汉蒹葭渚建材有限公司", "person_name": "张丽", "role": "董事", "id_number": f"**************{WEI[-4:]}", "valid_from": "2021-01-01"},
        {"company_name": "宁波揽月湾软件有限公司", "person_name": "张伟", "role": "董事", "id_number": "", "valid_from": "2021-01-01"},
        {"company_name": "长沙青溪渡检测有限公司", "person_name": "欧阳砚舟", "role": "董事", "id_number": "", "valid_from": "2021-01-01"},
        {"company_name": "西安藕花深食品有限公司", "person_name": "尤听松", "role": "监事", "id_number": "", "valid_from": "2021-01-01"},
        *(
            {"company_name": "武汉蒹葭渚建材有限公司", "person_name": f"{a}{b}{c}", "role": "监事", "id_number": "", "valid_from": "2021-01-01"}
            for a in "赵钱孙李周吴郑王" for b in "梧桁棠梨松柏枫桂" for c in "屿汀砚舟蓼芷岚渊澍煦映樵溪澜峤荻筠霁"
        ),
    ],
    "holdings": [
        {"holder_name": "苏州扶摇新商贸有限公司", "holder_kind": "organisation", "holder_id": uscc("320506", "MA00AA22"),
         "company_name": "大连白鹭洲印务有限公司", "share_pct": "20"},
    ],
    "declarations": [
        {"declaration_id": "D1", "officer_id": "P1", "kind": "ad_hoc", "submitted_on": "2026-01-05", "signed": "是", "nil_return": "否",
         "item": "position", "counterparty_name": "西安藕花深食品有限公司", "related_party_name": "储沅砚", "relationship": "配偶"},
        {"declaration_id": "D2", "officer_id": "P2", "kind": "annual", "submitted_on": "2025-12-29", "signed": "是", "nil_return": "是",
         "item": "", "counterparty_name": "", "related_party_name": "", "relationship": ""},
    ],
}  # fmt: skip
CONFIG = '[policy]\nregister_from = 2023-01-01\n[thresholds]\ntier_c = 0.85\n[restricted]\nofficers = ["P4"]\n'


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder."""
    base = tmp_path_factory.mktemp("investigate")
    delivery = base / "delivery"
    delivery.mkdir()
    for table, rows in DELIVERY.items():
        names = list(dict.fromkeys(name for row in rows for name in row))
        write_csv(delivery / f"{table}.csv", [{name: row.get(name, "") for name in names} for row in rows])
    (delivery / "coi.toml").write_text(CONFIG, encoding="utf-8")
    night_here(delivery, base / "out")
    return base / "out"


def pair(out: Path, officer: str, party: str) -> Answer:
    """What is said of a pair; that a sentence is there for it is checked on the way."""
    answer = ask(out, Question(pair=(officer, party)))
    assert answer.why is not None
    status, reason = answer.why["status"], answer.why["reason"]
    assert {f"{status}:{reason}", status} & set(WHY), answer.why
    return answer
