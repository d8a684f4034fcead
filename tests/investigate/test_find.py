"""People and counterparties are found in any writing; several are listed, none is one sentence that proposes near ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.errors import UsageError
from screening.investigate.answer import Question, ask
from screening.investigate.people import agree
from tests.investigate.conftest import CHU, DELIVERY, FENG, WEI


@pytest.mark.parametrize(
    ("asked", "code", "how"),
    [
        ("P3", "P3", "code"),
        ("陳大文", "P3", "name"),
        ("陈大文", "P3", "folded"),
        ("CHAN Tai Man", "P3", "reading"),
        ("Chen Dawen", "P3", "reading"),
        ("张大伟", "P2", "name"),
        ("歐陽硯舟", "P5", "folded"),
        ("馮硯秋", "P1", "folded"),
        ("冯*秋", "P1", "masked"),
        (f"{FENG[:6]}********{FENG[-4:]}", "P1", "number"),
        (f"{WEI[:4]}…{WEI[-4:]}", "P2", "number"),
    ],
)
def test_a_person_in_any_writing(out: Path, asked: str, code: str, how: str) -> None:
    subject = ask(out, Question(person=asked)).subject

    assert subject is not None
    assert (subject["officer_id"], subject["found_by"]["how"]) == (code, how)


def test_a_related_party_is_found_with_whose_he_is(out: Path) -> None:
    answer = ask(out, Question(person="儲沅硯"))

    assert answer.subject is not None
    assert (answer.subject["officer_id"], answer.subject["related_id"], answer.subject["name"]) == (
        "P1",
        "R1",
        "储沅砚",
    )
    assert [identity["kin"]["label_en"] for identity in answer.subject["identities"]] == ["spouse"]
    assert {finding["related_id"] for finding in answer.findings} == {"R1"}


@pytest.mark.parametrize("number", [CHU, CHU.lower(), f"{CHU[:6]}********{CHU[-4:]}"])
def test_a_number_alone_or_beside_a_name(out: Path, number: str) -> None:
    for question in (Question(number=number), Question(person="储沅砚", number=number)):
        answer = ask(out, question)
        assert answer.subject is not None and answer.subject["name"] == "储沅砚"
        assert CHU not in answer.to_json() and CHU[6:14] not in answer.to_json().replace("-", "")
    with pytest.raises(UsageError) as refused:
        ask(out, Question(person="冯砚秋", number=number))
    assert refused.value.reason == "unknown_id"


def test_a_full_number_is_not_taken_from_the_command_line(out: Path) -> None:
    with pytest.raises(UsageError) as refused:
        ask(out, Question(person=FENG))

    assert refused.value.reason == "number_on_command_line"
    assert FENG not in refused.value.zh + refused.value.en


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("1101**********1234", "110105197003041234", True),
        ("1101**********1235", "110105197003041234", False),
        ("1101…1234", "110105197003041234", True),
        ("11****************", "110105197003041234", False),
        ("A123456", "110105197003041234", False),
    ],
)
def test_numbers_agree_in_four_places_at_least(left: str, right: str, same: bool) -> None:
    assert agree(left, right) is same


@pytest.mark.parametrize(
    ("asked", "code", "how"),
    [
        ("S2", "S2", "code"),
        (DELIVERY["suppliers"][1]["uscc"], "C2", "uscc"),
        (DELIVERY["suppliers"][1]["uscc"].lower(), "C2", "uscc"),
        ("厦门棠梨里建材有限公司", "C2", "name"),
        ("厦門棠梨里建材有限公司", "C2", "name"),
        ("厦门棠梨旧建材有限公司", "S2", "former_names"),
        ("Xiamen Tangli Building Materials Co., Ltd.", "S2", "other_names"),
        ("xiamen tangli", "S2", "part"),
        ("桃叶津", "S3", "part"),
        ("大白鹭印", "S4", "short"),
    ],
)
def test_a_counterparty_in_any_writing(out: Path, asked: str, code: str, how: str) -> None:
    party = ask(out, Question(party=asked)).counterparty

    assert party is not None
    assert (party["records"][0]["party_id"], party["found_by"]["how"]) == (code, how)


def test_records_of_one_company_are_one_counterparty(out: Path) -> None:
    party = ask(out, Question(party="S2")).counterparty

    assert party is not None
    assert [(row["party_table"], row["party_id"]) for row in party["records"]] == [
        ("suppliers", "S2"),
        ("customers", "C2"),
    ]
    assert [(person["name"], person["role"]) for person in party["people"]] == [("蔚梧桁", "post")]


def test_several_are_listed_the_likeliest_first(out: Path) -> None:
    answer = ask(out, Question(party="建材有限公司"))

    assert answer.kind == "choice"
    assert sorted(choice["name"] for choice in answer.choices) == [
        "厦门棠梨里建材有限公司", "成都桃叶津建材有限公司", "武汉蒹葭渚建材有限公司",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "near"),
    [
        (Question(officer="P11"), "P1"),
        (Question(person="冯砚春"), "冯砚秋"),
        (Question(party="S10"), "S1"),
        (Question(pair=("P1", "西安藕花浅食品有限公司")), "西安藕花深食品有限公司"),
    ],
)
def test_nothing_is_called_so(out: Path, question: Question, near: str) -> None:
    with pytest.raises(UsageError) as refused:
        ask(out, question)

    assert refused.value.exit_status == 2
    assert near in refused.value.en and near in refused.value.zh


def test_somebody_known_only_behind_counterparties_is_counted(out: Path) -> None:
    with pytest.raises(UsageError, match="1 records of people behind counterparties"):
        ask(out, Question(person="蔚梧桁"))


@pytest.mark.parametrize(
    "question", [Question(), Question(officer="P1", party="S1"), Question(officer=" "), Question(pair=("P1", ""))]
)
def test_one_thing_is_asked(out: Path, question: Question) -> None:
    with pytest.raises(UsageError) as refused:
        ask(out, question)

    assert refused.value.reason == "one_question"


@pytest.mark.parametrize("number", ["110101 19900307 0134", "１１０１０１１９９００３０７０１３４"])
@pytest.mark.parametrize("kind", ["officer", "person", "party"])
def test_a_number_typed_by_mistake_is_not_repeated(out: Path, kind: str, number: str) -> None:
    with pytest.raises(UsageError) as refused:
        ask(out, Question(**{kind: number}))

    assert number not in refused.value.zh + refused.value.en
