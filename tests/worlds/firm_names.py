"""The officer's company deals with the group under another name than the one in the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.worlds import numbers
from tests.worlds.companies import Company
from tests.worlds.han_names import converter
from tests.worlds.special import Build, Special
from tests.worlds.world import Subject, World

Written = Callable[[World, Company], dict[str, str]]


def company_as(written: Written, *, rare: bool = True, registered: bool = True) -> Build:
    """The officer's company deals with the group under another name; the master has no code."""

    def build(world: World, subject: Subject) -> tuple[str, str, str]:
        company = world.companies.make(rare=rare, plain_trade=True)
        cells = written(world, company)
        if former := cells.pop("registered_former", ""):
            company = replace(company, former=(former,))
        if registered:
            world.register(company)
        table = world.table()
        code = world.master(
            table,
            company,
            subject.group,
            **({"uscc": "", "bank_account_name": cells.get("name", company.name)} | cells),
        )
        world.deal(table, code, subject.group)
        world.hold(company, subject.person.name, subject.person.number, "60")
        return table, code, f"company {company.name}, formerly {company.former}; master {cells}"

    return build


def _name(style: str) -> Written:
    return lambda _, company: {"name": company.written(style)}


def exact(_: World, company: Company) -> dict[str, str]:
    """Same name, no code."""
    return {"name": company.name}


def traditional(_: World, company: Company) -> dict[str, str]:
    """Traditional characters."""
    return {"name": converter("s2hk").convert(company.name)}


def messy(world: World, company: Company) -> dict[str, str]:
    """Brackets in half width, blanks, a note."""
    name = company.written("brackets") if company.style == "brackets" else company.name
    name = name.replace("（", "(").replace("）", ")")
    return {
        "name": world.rng.choice(
            (f" {name}", name[:4] + " " + name[4:], f"{name}（新）", f"{name}-停用", f"{name} *", f"{name}(一般纳税人)")
        )
    }


def former(world: World, company: Company) -> dict[str, str]:
    """The former name, which the register knows."""
    old = replace(company, brand=world.companies.brand(rare=True)).name
    return {"name": old, "registered_former": old}


def short(_: World, company: Company) -> dict[str, str]:
    """Trade name and trade."""
    return {"name": f"{company.city}{company.brand}{company.trade}"}


def shorter(_: World, company: Company) -> dict[str, str]:
    """Without region and form."""
    return {"name": f"{company.brand}{company.trade}"}


def english(_: World, company: Company) -> dict[str, str]:
    """The English name."""
    return {"name": company.english()}


def english_stated(_: World, company: Company) -> dict[str, str]:
    """English in the name, Chinese in other_names."""
    return {"name": company.english().upper(), "other_names": company.name}


def branch(world: World, company: Company) -> dict[str, str]:
    """A branch."""
    return {"name": company.name + world.rng.choice(("上海分公司", "第一分公司", "（深圳）分公司", "北京办事处"))}


def typed_wrong(world: World, company: Company) -> dict[str, str]:
    """One character of the trade typed by sound or left out."""
    name = company.name
    at = name.index(company.trade)
    return {
        "name": name[:at] + name[at + 1 :]
        if world.rng.random() < 0.5
        else name.replace("有限公司", "有限公可").replace("有限责任公司", "有限责仟公司")
    }


def form_otherwise(_: World, company: Company) -> dict[str, str]:
    """有限责任公司 for 有限公司."""
    form = {"有限公司": "有限责任公司", "有限责任公司": "有限公司"}.get(company.form, "股份公司")
    return {"name": replace(company, form=form).name}


def region_moved(_: World, company: Company) -> dict[str, str]:
    """The region at the other end."""
    return {"name": company.written("brackets" if company.style in ("front", "city", "province") else "front")}


def code_with_slip(world: World, company: Company) -> dict[str, str]:
    """The name is right, the credit code has a digit typed wrongly."""
    return {"uscc": numbers.one_digit(world.rng, company.uscc)}


def registration_number(_: World, company: Company) -> dict[str, str]:
    """The code in the wrong column, name shortened."""
    return {"name": f"{company.brand}{company.trade}", "registration_no": company.uscc}


def former_in_brackets(world: World, company: Company) -> dict[str, str]:
    """新名（原旧名）, and the register knows the new name only under the old one."""
    old = replace(company, brand=world.companies.brand(rare=True)).name
    new = replace(company, brand=world.companies.brand(rare=True)).name
    return {"name": f"{new}（{world.rng.choice(('原', '原名：', '曾用名：'))}{old}）", "registered_former": old}


def full_region(_: World, company: Company) -> dict[str, str]:
    """Province and city before the trade name."""
    return {"name": f"{company.province}省{company.city}市{company.brand}{company.trade}{company.form}"}


def form_shortened(_: World, company: Company) -> dict[str, str]:
    """科技公司 for 科技有限公司."""
    return {"name": company.name.replace(company.form, "公司")}


def brackets_first(_: World, company: Company) -> dict[str, str]:
    """（苏州）华盛科技有限公司."""
    return {"name": f"（{company.city}）{company.brand}{company.trade}{company.form}"}


def english_written(world: World, company: Company) -> dict[str, str]:
    """Ltd for Limited, capitals, no full stops."""
    name = company.english()
    return {
        "name": world.rng.choice(
            (
                name.replace("Co., Ltd.", "Company Limited"),
                name.upper().replace(".", ""),
                name.replace("Co., Ltd.", "Co.,Ltd"),
            )
        )
    }


LINKS: tuple[Special, ...] = (
    Special("company_exact_no_code", "easy", "B", company_as(exact)),
    Special("company_traditional", "medium", "B", company_as(traditional)),
    Special("company_messy", "medium", "B", company_as(messy)),
    Special("company_former", "medium", "B", company_as(former)),
    Special("company_short", "medium", "C", company_as(short)),
    Special("company_shorter", "hard", "C", company_as(shorter)),
    Special("company_english", "hard", "C", company_as(english)),
    Special("company_english_stated", "medium", "B", company_as(english_stated)),
    Special("company_branch", "medium", "B", company_as(branch)),
    Special("company_form_otherwise", "medium", "C", company_as(form_otherwise)),
    Special("company_region_moved", "hard", "C", company_as(region_moved)),
)
HARD_LINKS: tuple[Special, ...] = (
    Special("company_typed_wrong", "hard", "C", company_as(typed_wrong)),
    Special("company_region_absent", "hard", "C", company_as(_name("none"))),
    Special("company_code_slip", "hard", "C", company_as(code_with_slip)),
    Special("company_code_in_wrong_column", "hard", "C", company_as(registration_number)),
    Special("company_short_unregistered", "hard", "C", company_as(shorter, registered=False)),
    Special("company_messy_unregistered", "hard", "C", company_as(messy, registered=False)),
    Special("company_former_in_brackets", "hard", "C", company_as(former_in_brackets)),
    Special("company_full_region", "hard", "C", company_as(full_region)),
    Special("company_form_shortened", "hard", "C", company_as(form_shortened)),
    Special("company_brackets_first", "hard", "C", company_as(brackets_first)),
    Special("company_english_written", "hard", "C", company_as(english_written)),
)
