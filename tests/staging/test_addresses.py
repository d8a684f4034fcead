"""Addresses: one form per place, and whether it reaches a house or a unit."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.staging.addresses import read_addresses

# Each line is one place in several writings; no two lines are one place.
PLACES = """
浙江省杭州市滨江区野渡路12号楼3单元1201室 | 杭州市滨江区野渡路12号楼3单元1201 | 滨江区野渡路12-3-1201 | 滨江区野渡路 12幢 3单元 1201 | 浙江杭州市滨江区野渡路十二号楼三单元1201室 | 滨江區野渡路１２號樓３單元１２０１室 | 滨江区野渡路12#3-1201 | 滨江区野渡路012号楼03单元1201号 | 野渡路12栋3单元1201房 | 杭州市野渡路12-3-1201 | 滨江区野渡路12座3单元十二层1201室 | 中国浙江省杭州市滨江区野渡路12号楼3单元1201室
滨江区野渡路12号楼3单元1202室 | 杭州市滨江区野渡路12幢3单元1202
滨江区野渡路12号楼2单元1201室 | 滨江区野渡路12-2-1201
滨江区野渡路1号楼23单元1201室
滨江区野渡路12号楼31单元201室
滨江区野渡路12号 | 野渡路12号（自主申报） | 滨江区长河街道野渡路12号 | 滨江区野渡路十二号 | 滨江区高新技术开发区野渡路12号
滨江区野渡路12号A座1201 | 滨江区野渡路12号座A1201室 | 滨江区野渡路12号A-1201 | 滨江区野渡路12号Ａ座12层1201 | 滨江区野渡路12号野渡大厦A座1201室 | 滨江区野渡路12号A座12楼1201室 | 滨江区野渡路12号a1201
滨江区野渡路12号B座1201
滨江区野渡路12号A座12楼 | 滨江区野渡路12号A座12层 | 滨江区野渡路12号A座12F | 滨江区野渡路12号A座12/F
滨江区野渡路12号南塔1201
滨江区野渡路12号北塔1201 | 滨江区野渡路12号北塔12楼1201
滨江区野渡路12号附1号
滨江区野渡路12号对面
上海市黄浦区野渡路12号
滨江区古渡路12号
滨江区野渡路121号
滨江区野渡路112号
滨江区野渡弄12号
北京市朝阳区朝阳路5号 | 北京朝阳区朝阳路5号
长春市朝阳区朝阳路5号 | 吉林省长春市朝阳区朝阳路5号
安吉县递铺镇合兴村3组12号 | 浙江省湖州市安吉县递铺镇合兴村3组12号
安吉县孝丰镇合兴村3组12号
安吉县递铺镇合兴村5组12号
江苏省徐州市邳州市团结路79号5号楼 | 江苏省邳州市团结路79号5栋 | 邳州市团结路79号05幢
深圳市南山区望海工业园3栋2楼 | 南山区望海工业园3栋二层 | 广东省深圳市南山区望海工业园3号楼2层
深圳市南山区望海工业园3栋3楼
香港九龍彌敦道12號快樂花園3座12樓A室 | 香港彌敦道12號3座12樓A室 | 香港特别行政区九龙弥敦道12号快乐花园3座12/F A室
Flat A, 12/F, Block 3, Happy Garden, 12 Nathan Road, Kowloon, Hong Kong | Flat A 12th Floor Blk. 3 Happy Garden No.12 Nathan Rd, Kln | FLAT A, FLOOR 12, BLOCK 3, HAPPY GARDEN, 12 NATHAN ROAD, KOWLOON
Flat B, 12/F, Block 3, Happy Garden, 12 Nathan Road, Kowloon, Hong Kong
Flat A, 12/F, Block 3, Happy Garden, 21 Nathan Road, Kowloon, Hong Kong
Room 1201, 12/F, Harbour Ctr., 25 Dock St., H.K. | Rm 1201, 12th Fl, Harbour Centre, 25 Dock Street, Hong Kong
""".strip().split("\n")

WRITINGS = [[writing.strip() for writing in line.split("|")] for line in PLACES]


def norm(value: str) -> str | None:
    found: str | None = read_addresses([value]).to_pylist()[0]["norm"]
    return found


def pair(left: str, right: str) -> tuple[str | None, str | None]:
    """The forms of two addresses in one delivery."""
    one, two = read_addresses([left, right]).column("norm").to_pylist()
    return one, two


@pytest.mark.parametrize("line", WRITINGS, ids=lambda line: line[0])
def test_one_place_in_several_writings(line: list[str]) -> None:
    for writing in line[1:]:
        one, two = pair(line[0], writing)
        assert one == two, writing


def test_other_places_have_other_forms() -> None:
    for i, line in enumerate(WRITINGS):
        for other in WRITINGS[i + 1 :]:
            one, two = pair(line[0], other[0])
            assert one != two, (line[0], other[0])
    assert sum(map(len, WRITINGS)) > 60


def test_a_delivery_is_read_together_in_any_order() -> None:
    values = [writing for line in WRITINGS for writing in line]
    forms = dict(zip(values, read_addresses(values).column("norm").to_pylist(), strict=True))
    random.Random(5).shuffle(values)
    assert dict(zip(values, read_addresses(values).column("norm").to_pylist(), strict=True)) == forms


def test_a_region_left_out_is_filled_in_only_where_one_fits() -> None:
    values = ["杭州市滨江区野渡路12号3室", "杭州市野渡路12号3室", "野渡路12号3室"]
    assert len(set(read_addresses(values).column("norm").to_pylist())) == 1
    values += ["上海市黄浦区野渡路12号3室"]
    first, second, bare, other = read_addresses(values).column("norm").to_pylist()
    assert first == second
    assert len({first, bare, other}) == 3, "the bare road may be either"


def test_roads_named_after_regions_stay_roads() -> None:
    assert norm("北京市长安街5号") == "北京市长安街5"
    assert norm("杭州市滨江区南京路5号") == "滨江区南京路5"


@pytest.mark.parametrize(
    ("value", "usable"),
    [
        ("滨江区野渡路12号", True), ("滨江区野渡大厦A座1201", True), ("滨江区野渡路", False), ("浙江省杭州市滨江区", False),
        ("野渡工业园区", False), ("12号", False), ("——", False), ("野渡路12号", False), ("野渡路12号3室", True), ("", False), ("1201", False),
        ("前海一路1号A栋201室（入驻深圳市前海商务秘书有限公司）", False), ("滨江区野渡路12号集群注册001", False), ("滨江区野渡路12号3室-工位15", False),
        ("滨江区野渡路12号职工食堂", False), ("P.O. Box 12, Harbour Road, Hong Kong", False), ("Harbour Centre, Hong Kong", False),
        ("25 Dock Street, Wan Chai", True), ("滨江区野渡工业区A区", False), ("滨江区野渡村3组", False), ("滨江区野渡新村3区12号", True),
    ],
)  # fmt: skip
def test_only_a_house_or_unit_ties_two_records(value: str, usable: bool) -> None:
    (row,) = read_addresses([value]).to_pylist()
    assert row["usable"] is usable


@settings(deadline=None)
@given(st.lists(st.text("滨江区杭州市野渡路号楼室单元一二十百〇0129AB-#（） ", max_size=20), max_size=6))
def test_addresses_of_other_roads_change_nothing(values: list[str]) -> None:
    apart = ["上海市黄浦区古渡街7号", *values]
    assert read_addresses(values).column("usable") == read_addresses(apart).column("usable").slice(1)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read_and_usable_only_with_a_form(value: str) -> None:
    (row,) = read_addresses([value]).to_pylist()
    assert not row["usable"] or row["norm"]


@pytest.mark.parametrize("added", [
    " 张三 13*******46", "（收件人：张三 13*******46）", ",139-*****0846", " 139 *****0846", " 1101**********2113", "电话 0571-65001234", "，联系电话：0571 65001234",
    " 13*******46 张三", " +86 1******0846",
])  # fmt: skip
def test_a_phone_behind_an_address_is_no_number_of_a_house(added: str) -> None:
    """Staging masks mobiles and identity numbers before an address is read (typed_numbers)."""
    for place in ("杭州市滨江区野渡路12号3幢501室", "杭州市滨江区野渡路12-3-501"):
        assert norm(place + added) == norm(place)


def test_a_phone_behind_a_latin_address_is_no_number_of_a_house() -> None:
    place = "Flat A, 12/F, Block 3, 12 Nathan Road, Kowloon, Hong Kong"

    assert norm(f"{place} Tel: 13*******46") == norm(place)
