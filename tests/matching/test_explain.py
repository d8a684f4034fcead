"""The particulars of a sentence."""

from __future__ import annotations

import pytest

from screening.matching.explain import how_read, places_said


@pytest.mark.parametrize(
    ("left", "right", "system", "read"),
    [
        ("陈大文", "CHAN Tai Man", "粤语拼法", "chan tai man"),
        ("CHAN Tai Man", "陳大文", "粤语拼法", "chan tai man"),
        ("王海龙", "Hailong Wang", "汉语拼音", "wang hai long"),
        ("许湘燕", "Hsu Hsiang-yen", "威妥玛", "hsu hsiang yen"),
    ],
)
def test_the_spelling_of_a_name_is_named(left: str, right: str, system: str, read: str) -> None:
    said = how_read(left, right)

    assert said is not None
    assert system in said[0]
    assert f"读作 {read}，" in said[0]
    assert f"read as {read} in " in said[1]


@pytest.mark.parametrize(
    ("left", "right"),
    [("王海龙", "李海龙"), ("Anna Maria", "Maria Anna"), ("王海龙", "John Smith"), ("", "Wang"), ("王", "Wang")],
)
def test_what_is_no_spelling_is_not_explained(left: str, right: str) -> None:
    assert how_read(left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "zh", "en"),
    [
        (
            "330101********1234",
            "330101198001011234",
            "双方可见第 1–6, 15–18 位，全部相同",
            "places 1–6, 15–18 are shown by both and agree",
        ),
        (
            "3301…1234",
            "330101198001011234",
            "双方可见第 1–4, 15–18 位，全部相同",
            "places 1–4, 15–18 are shown by both and agree",
        ),
        ("A12***", "A13***", "双方可见第 1–3 位，其中第 3 位不同", "places 1–3 are shown by both; 3 differ"),
    ],
)
def test_the_places_compared_are_named(left: str, right: str, zh: str, en: str) -> None:
    assert places_said(left, right) == (zh, en)


@pytest.mark.parametrize(("left", "right"), [("1*****", "*****1"), ("12345", "123456")])
def test_numbers_without_common_places(left: str, right: str) -> None:
    assert places_said(left, right) is None
