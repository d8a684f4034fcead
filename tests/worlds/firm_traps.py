"""Look-alike companies: the officer holds one, another deals with the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.worlds.companies import Company
from tests.worlds.special import Build, Special
from tests.worlds.world import Subject, World

Sister = Callable[[World, Company], Company]


def other_company(sister: Sister, *, with_code: bool = False) -> Build:
    """The officer really holds a company; the one that deals with the group is another."""

    def build(world: World, subject: Subject) -> tuple[str, str, str]:
        while True:
            mine = world.companies.make(rare=True, plain_trade=True)
            try:
                other = sister(world, mine)
                break
            except ValueError:
                continue
        world.register(mine)
        if with_code or world.rng.random() < 0.5:
            world.register(other)
        world.hold(mine, subject.person.name, subject.person.number, "60")
        table = world.table()
        code = world.master(table, other, subject.group, uscc=other.uscc if with_code else "")
        world.deal(table, code, subject.group)
        return table, code, f"holds {mine.name}; master {other.name}"

    return build


def in_another_region(world: World, company: Company) -> Company:
    return world.companies.sister(replace(company, style="front"), **world.companies.elsewhere(company))


def in_another_trade(world: World, company: Company) -> Company:
    trade = world.rng.choice(
        [t for t in ("科技", "贸易", "物流", "建材", "食品") if t[0] not in company.trade and company.trade[0] not in t]
    )
    return world.companies.sister(company, trade=trade)


def brand_one_off(world: World, company: Company) -> Company:
    return world.companies.sister(company, brand=company.brand[:-1] + world.companies.brand(rare=True)[-1])


def the_group_of(world: World, company: Company) -> Company:
    return world.companies.sister(company, form="集团" + company.form)


def numbered(world: World, company: Company) -> Company:
    other = replace(company, brand=company.brand + "二")
    return world.companies.sister(other)


def brand_sounds_alike(world: World, company: Company) -> Company:
    swaps = {
        "华": "桦",
        "盛": "晟",
        "宏": "鸿",
        "鑫": "新",
        "恒": "衡",
        "瑞": "睿",
        "丰": "峰",
        "盈": "莹",
        "信": "欣",
        "源": "元",
        "博": "搏",
        "云": "芸",
        "海": "侅",
    }
    for at, c in enumerate(company.brand):
        if c in swaps:
            return world.companies.sister(company, brand=company.brand[:at] + swaps[c] + company.brand[at + 1 :])
    raise ValueError


TRAPS: tuple[Special, ...] = (
    Special("sister_other_region", "", "", other_company(in_another_region), trap=True),
    Special("sister_other_region_code", "", "", other_company(in_another_region, with_code=True), trap=True),
    Special("sister_other_trade", "", "", other_company(in_another_trade), trap=True),
    Special("sister_brand_one_off", "", "", other_company(brand_one_off), trap=True),
    Special("sister_group", "", "", other_company(the_group_of), trap=True),
    Special("sister_numbered", "", "", other_company(numbered), trap=True),
)
HARD_TRAPS: tuple[Special, ...] = (
    Special("sister_brand_sounds_alike", "", "", other_company(brand_sounds_alike), trap=True),
)
