"""The group, its officers and the people near them."""

from __future__ import annotations

from sample_ids import hkid, resident_id, uscc
from sample_world import Company, Person, World

PARENT = Company("岫云控股有限公司", "", "香港", "", "")
GROUP = {
    "E02": Company("岫云（深圳）实业有限公司", uscc("440300", "MA6K0002"), "深圳", "", ""),
    "E03": Company("岫云（苏州）制造有限公司", uscc("320500", "MA6K0003"), "苏州", "", ""),
    "E04": Company("岫云（成都）食品有限公司", uscc("510100", "MA6K0004"), "成都", "", ""),
}
_BUSINESS = {  # scope, class of GB/T 4754
    "E02": ("以自有资金从事投资活动；精密轴承销售；货物进出口；技术服务、技术开发、技术咨询", "C3451"),
    "E03": ("精密轴承制造；传动齿轮制造；货物进出口（依法须经批准的项目，经相关部门批准后方可开展经营活动）", "C3451"),
    "E04": ("速冻面点制造；预包装食品销售；货物进出口", "C1432"),
}
OTHER = Company("石湫实业有限公司", uscc("310104", "MA6K0011"), "上海", "", "")

_OFFICERS = (
    # id, name, birth, sex odd, entity, position, class, since
    ("P01", "祁慕屿", "1969-03-14", 117, "E02", "董事", "", "2020-05-06"),
    ("P02", "卓筠珩", "1974-08-22", 226, "E02", "财务负责人", "", "2021-03-01"),
    ("P03", "鄢澹舟", "1966-12-05", 331, "E03", "监事", "", "2023-06-12"),
    ("P04", "麦霁渊", "1971-01-19", 415, "E02", "非执行董事", "", "2023-06-12"),
    ("P05", "柏蓼溪", "1978-10-30", 548, "E03", "总经理", "", "2023-06-12"),
    ("P06", "蔺檀砚", "1976-04-11", 653, "E04", "副总经理", "senior_manager", "2023-06-12"),
    ("P07", "蘇芷嫣", "1972-07-07", 0, "E01", "执行董事", "director", "2023-06-12"),
    ("P08", "鄺嵩齡", "1958-02-27", 1, "E01", "独立非执行董事", "", "2023-06-12"),
    ("P09", "尹梧桁", "1970-11-16", 771, "E04", "董事", "", "2023-06-12"),
    ("P10", "滕棣昉", "1968-09-09", 819, "E02", "监事会主席", "supervisor", "2023-06-12"),
    ("P11", "邵槿煦", "1980-06-25", 124, "E03", "董事", "", "2023-06-12"),
    ("P12", "骆翊嵘", "1973-05-18", 237, "E04", "财务负责人", "", "2023-06-12"),
    ("P13", "甄琬荻", "1982-03-03", 342, "E02", "董事会秘书", "", "2023-06-12"),
    ("P14", "晏澍曈", "1975-12-21", 455, "E11", "董事", "director", "2023-06-12"),
    ("P15", "张伟", "1977-02-08", 559, "E02", "董事", "", "2024-01-15"),
)

_KIN = (
    # id, officer, name (None: anyone), relation
    ("R01", "P03", None, "配偶"), ("R02", "P03", None, "表弟"), ("R03", "P09", "尹梧嵘", "弟弟"), ("R04", "P10", None, "配偶"),
    ("R05", "P10", None, "紧急联系人"), ("R06", "P13", None, "母亲"), ("R07", "P01", None, "配偶"), ("R08", "P01", None, "女儿"),
    ("R09", "P02", None, "配偶"), ("R10", "P02", None, "父亲"), ("R11", "P04", None, "配偶"), ("R12", "P04", None, "儿子"),
    ("R13", "P05", None, "丈夫"), ("R14", "P05", None, "姐姐"), ("R15", "P06", None, "配偶"), ("R16", "P07", None, "母親"),
    ("R17", "P07", None, "配偶"), ("R18", "P09", None, "配偶"), ("R19", "P11", None, "父亲"), ("R20", "P11", None, "哥哥"),
    ("R21", "P12", None, "配偶"), ("R22", "P12", None, "岳父"), ("R23", "P14", None, "配偶"), ("R24", "P15", None, "配偶"),
    ("R25", "P15", None, "妹妹"),
)  # fmt: skip

_AGES = {  # relation -> years younger than the officer, female (None: by the officer's sex)
    "配偶": (1, None), "丈夫": (-2, False), "表弟": (3, False), "弟弟": (4, False), "哥哥": (-4, False), "姐姐": (-3, True),
    "妹妹": (3, True), "父亲": (-27, False), "岳父": (-25, False), "母亲": (-26, True), "母親": (-26, True), "女儿": (28, True),
    "儿子": (29, False), "紧急联系人": (1, None),
}  # fmt: skip


def group(world: World) -> None:
    """Four entities of one group, one of another."""
    world.add(
        "group_entities", entity_id="E01", name=PARENT.name, jurisdiction="HK", listed_code="08799.HK", group_id="G1"
    )
    for entity, parent, share in (("E02", "E01", "100"), ("E03", "E02", "80"), ("E04", "E02", "51")):
        company = GROUP[entity]
        world.add(
            "group_entities", entity_id=entity, name=company.name, uscc=company.uscc, parent_entity_id=parent,
            share_pct=share, jurisdiction="CN", group_id="G1", valid_from="2012-04-01",
            business_scope=_BUSINESS[entity][0], industry_code=_BUSINESS[entity][1],
        )  # fmt: skip
    world.add("group_entities", entity_id="E11", name=OTHER.name, uscc=OTHER.uscc, jurisdiction="CN", group_id="G2")


def officers(world: World) -> None:
    """Fifteen people; the first sits on two boards of the group."""
    for officer, name, birth, sequence, entity, position, position_class, since in _OFFICERS:
        hong_kong = entity == "E01"
        number = hkid("Y", f"48{sequence}736"[:6]) if hong_kong else resident_id("440305", birth, sequence)
        world.people[officer] = Person(name, number, birth)
        world.used.add(name)
        row = world.add(
            "officers", officer_id=officer, name=name, entity_id=entity, position=position,
            position_class=position_class or None, id_type="香港身份证" if hong_kong else "居民身份证", id_number=number,
            birth_date=birth, phone=world.phone(), bank_account=world.card(), term_start=since, source="人事系统",
        )  # fmt: skip
        if officer == "P01":
            world.add("officers", **(row | {"entity_id": "E01", "term_start": "2022-09-01"}))


def related_parties(world: World) -> None:
    """Twenty-five people the officers have named; few of them have identity numbers."""
    for number, (related, officer, name, relation) in enumerate(_KIN):
        years, female = _AGES[relation]
        married_to_a_man = next(row[3] % 2 == 1 for row in _OFFICERS if row[0] == officer)
        born = int(world.people[officer].birth[:4]) + years
        person = world.person(name, born=born, female=married_to_a_man if female is None else female)
        world.people[related] = person
        known = number < 10 and relation != "紧急联系人"
        world.add(
            "related_parties", related_id=related, officer_id=officer, name=person.name, kind="person",
            relationship=relation, id_type="居民身份证" if known else None, id_number=person.id_number if known else None,
            phone=world.phone() if number < 8 else None, source="员工申报", lawful_basis="consent",
        )  # fmt: skip


def accounts(world: World) -> None:
    """Accounts of the purchasing system; two belong to officers."""
    world.add("user_accounts", user_id="U001", officer_id="P02", name=world.people["P02"].name)
    world.add("user_accounts", user_id="U002", officer_id="P12", name=world.people["P12"].name)
    for number in range(3, 9):
        world.add("user_accounts", user_id=f"U{number:03d}", name=world.person().name)


def column(world: World, table: str, key: str, code: str, name: str) -> str:
    """The cell of one record, for a value that two records are to share."""
    return next(row[name] for row in world.tables[table] if row[key] == code)
