"""Lines of business for the companies of a world, and how registers write them.

Every line is a thing with what kind it is (船用减速器), so that no line is part of another; each belongs to one company of the group.
The industry codes have the shape of GB/T 4754 and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from tests.worlds.policy.records import EXTRACT, Company, Entity, Officer, Party
from tests.worlds.policy.world import PolicyWorld

_KINDS = [
    "谐波",
    "行星",
    "蜗轮",
    "磁力",
    "真空",
    "船用",
    "矿用",
    "风电",
    "深海",
    "高温",
    "低温",
    "航空",
    "轨道",
    "车载",
    "医用",
    "桥梁",
    "隧道",
    "核级",
    "铝制",
    "铜制",
    "陶瓷",
    "石墨",
    "碳纤",
    "柔性",
    "微型",
    "重载",
    "防爆",
    "耐酸",
    "光伏",
    "锅炉",
]
_THINGS = [
    "减速器",
    "联轴器",
    "密封环",
    "传感器",
    "连接器",
    "滤芯",
    "轴承座",
    "液压阀",
    "喷嘴",
    "线束",
    "铆钉",
    "绝缘子",
    "导轨",
    "弹簧片",
    "垫圈",
    "跳线",
    "探伤仪",
    "硒鼓",
    "滤波器",
    "端子排",
    "瓷套",
    "碳刷",
    "阻尼器",
    "膜片",
    "离合器",
    "换热器",
    "除尘器",
    "卷扬机",
    "称重仪",
    "编码器",
]
WIDE = ("电子产品", "机械设备", "日用百货", "五金交电", "建筑材料", "化工产品")
"""Goods that traders of every kind register."""
EVERYBODYS = (
    "货物进出口",
    "技术进出口",
    "技术咨询",
    "技术服务、技术开发",
    "企业管理咨询",
    "国内贸易代理",
    "信息咨询服务",
)
"""Phrases without a trade in them."""
COMMON = ("不锈钢门窗", "汽车装饰用品", "竹木工艺制品", "建筑劳务分包")
"""Lines that every fourth company of these worlds registers."""
STYLES = (
    "{a}制造；{b}销售",
    "一般项目：{a}研发；{b}制造；货物进出口；技术进出口（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）",
    "{a}、{b}的研发、生产和销售",
    "从事{a}、{b}的批发、零售",
    "生产、加工、销售：{a}，{b}；技术咨询服务",
    "主营：{a}；兼营：{b}的安装、维修及技术服务",
    "设计、制造{a}及{b}；国内贸易代理",
    "许可项目：道路货物运输。一般项目：{a}批发；{b}零售",
    "{a}制造（不含特种设备制造）；{b}批发、零售、网上销售",
    "1、{a}的技术开发、技术转让；2、{b}的租赁。",
    "【一般项目】{a}加工;{b}回收",
    "销售{a}和{b}（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
    "高精度{a}生产；进口{b}经销",
)
"""What is done with the things differs, and so does everything around them; the last one is narrower than what it competes with."""


@dataclass(frozen=True)
class Trade:
    """What a company of the group does."""

    lines: tuple[str, ...]
    code: str


def trade(world: PolicyWorld, entity: Entity, scope: str = "", *, coded: bool = True) -> Trade:
    """Gives the entity's group a subsidiary with a trade of its own: two lines and a class.

    Args:
        scope: how it is written, `{a}` and `{b}` being the lines; any style but the narrower one when empty.
    """
    a, b = line(world), line(world)
    company, code = world.company(), class_code(world)
    written = (scope or world.rng.choice(STYLES[:-1])).format(a=a, b=b)
    world.add(
        "group_entities", entity_id=world.number("ES"), name=company.name, uscc=company.uscc, parent_entity_id=entity.entity_id,
        share_pct="100", jurisdiction="CN", group_id=entity.group_id, business_scope=written,
        industry_code=code if coded else "",
    )  # fmt: skip
    return Trade((a, b), code)


def line(world: PolicyWorld) -> str:
    """A line of business that nobody has yet."""
    return world.unused(lambda: world.rng.choice(_KINDS) + world.rng.choice(_THINGS))


def class_code(world: PolicyWorld) -> str:
    """A class nobody has yet: four digits."""
    return world.unused(lambda: f"{world.rng.randint(13, 43)}{world.rng.randint(1, 9)}{world.rng.randint(1, 9)}")


def written(world: PolicyWorld, lines: Sequence[str]) -> str:
    """Two lines in any style; in Traditional characters now and then."""
    text = world.rng.choice(STYLES).format(a=lines[0], b=lines[1])
    return traditional(text) if world.rng.random() < 0.15 else text


def registered(world: PolicyWorld, company: Company, scope: str, code: str = "", **cells: object) -> dict[str, str]:
    """The company's row in the registry."""
    return world.add(
        "registry_companies", name=company.name, uscc=company.uscc, business_scope=scope, industry_code=code,
        **{"company_type": "有限责任公司", "status": "存续", "as_of": EXTRACT, **cells},
    )  # fmt: skip


def outsider(company: Company, entity: Entity) -> Party:
    """A company that is in no master, as findings name it (contract.md section 3): the name here needs no folding."""
    return Party(None, f"name:{sha256(company.name.encode()).hexdigest()[:16]}", company, entity)


def rival(
    world: PolicyWorld, officer: Officer, scope: str = "", code: str | None = "", **cells: object
) -> tuple[Company, Party]:
    """A company in the line of a subsidiary of the officer's group; nobody holds it yet.

    Args:
        scope: `{a}` and `{b}` are the lines; any style when empty.
        code: None where it has the group's class.
    """
    ours = trade(world, officer.entity)
    text = scope.format(a=ours.lines[0], b=ours.lines[1]) if scope else written(world, ours.lines)
    company = world.company()
    registered(world, company, text, ours.code if code is None else code, **cells)
    return company, outsider(company, officer.entity)


def crowd(world: PolicyWorld) -> None:
    """Companies that nobody is tied to, without which no line would be rare: traders of this and that."""
    rng = world.rng
    for _ in range(400):
        lines = [line for line in (*WIDE, *EVERYBODYS, *COMMON) if rng.random() < 0.25]
        named = [f"{rng.choice(_KINDS)}{rng.choice('钻锯锉泵')}{rng.choice('床架机具')}" for _ in range(3)]
        scope = "；".join(f"{each}{rng.choice(('销售', '制造', '的研发', ''))}" for each in (*lines, *named))
        registered(world, world.company(), scope, str(rng.randint(1300, 4399)) if rng.random() < 0.7 else "")


@cache
def _to_traditional() -> Any:
    from opencc import OpenCC

    return OpenCC("s2t")


def traditional(text: str) -> str:
    """The text in Traditional characters."""
    return str(_to_traditional().convert(text))
