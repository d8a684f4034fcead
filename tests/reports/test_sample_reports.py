"""The sample's published reports speak in words: no code of ours is shown to people, and nothing is called a violation."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screening.reports import evidence
from screening.reports.relations import relation
from tests.canaries import contents

CHINESE = re.compile("[一-鿿]")


@pytest.fixture(scope="module")
def candidates(sample_out: Path) -> list[dict[str, Any]]:
    text = (sample_out / "latest" / "candidates.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_every_item_of_evidence_and_every_relation_has_a_word(candidates: list[dict[str, Any]]) -> None:
    items = [item for row in candidates for item in row["evidence"]]
    steps = [step for row in candidates for step in row["path"]]

    assert items
    assert steps
    assert {item["feature"] for item in items if not CHINESE.search(evidence.feature(item, "zh"))} == set()
    assert {
        item["feature"] for item in items if evidence.feature(item, "en") == item["feature"] and "_" in item["feature"]
    } == set()
    assert {step["relation"] for step in steps if not CHINESE.search(relation(step["relation"])[0])} == set()


def test_every_sentence_is_in_both_languages(candidates: list[dict[str, Any]]) -> None:
    for row in candidates:
        assert CHINESE.search(row["summary_zh"])
        assert re.search("[a-z]{3}", row["summary_en"])
        for item in row["evidence"]:
            assert CHINESE.search(evidence.detail(item, "zh")), item["feature"]
            assert re.search("[a-z]{3}", evidence.detail(item, "en")), item["feature"]


def test_nothing_is_called_a_violation(sample_out: Path) -> None:
    everything = b"".join(contents((sample_out / "latest").resolve()).values()).decode("utf-8", "replace")

    assert re.findall("违规|违法|违反|舞弊|violat|fraud|breach of", everything, re.IGNORECASE) == []


def test_a_candidate_without_a_declaration_says_where_it_was_looked_for(sample_out: Path) -> None:
    sheet = openpyxl.load_workbook(sample_out / "latest" / "report.xlsx")["候选"]
    rows = list(sheet.iter_rows(values_only=True))
    place = rows[0].index("申报情况")

    assert "所提供的登记册中未见相应申报" in {row[place] for row in rows[1:]}
    assert not any("未申报" in str(cell) for row in rows for cell in row)
