"""Titles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.positions import position_class, post_kind, post_kinds

CLASSES = {
    "director": "董事 董事长 副董事长 执行董事 非执行董事 外部董事 职工董事 "
    "董事、总经理 执行董事兼总经理 董事总经理 Director Chairman 董事局主席 非独立董事 董事(非执行) NED 董事、战略委员会委员 "
    "党委书记、董事长 轮值董事长 员工代表董事 董事（分管财务）",
    "independent_director": "独立董事 独立董事(历任) 独立董事（歷任） 独董 INED 独立非執行董事 "
    "独立董事、审计委员会主任 independent_director 董事(独立) 非执行董事（独立） Director(Independent)",
    "supervisor": "监事 監事會主席 职工代表监事 Supervisor supervisor",
    "senior_manager": "总经理 副总经理 常务副总经理 总裁 行政总裁 CEO 首席执行官 "
    "财务总监 财务负责人 首席财务官 总会计师 董事会秘书 副总经理兼董事会秘书 高管 董秘 生产副总 轮值CEO 常务副总 "
    "執行總裁 总经理（主持工作） 副行政總裁",
    "employee": "员工 采购专员 工程师 会计 employee",
}
NOT_GUESSED = (
    "总监 采购总监 总经理助理 经理 采购部经理 采购部总经理 分公司总经理 董事长助理 "
    "总工程师 审计委员会委员 董事候选人 顾问 副总工程师 副总经济师 副总监 总裁办主任 总经办主任 董事会审计委员会主席 "
    "候任董事 董事(候任) 副财务总监 财务副总监 总经理（深圳分公司） 总经理（财务部） 合规负责人 首席合规官 总法律顾问 党委书记 "
    "工会主席 公司秘书 证券事务代表 首席技术官 主席 执行总监"
)
POSTS = {
    "legal_representative": "法定代表人 法定代表人、执行董事 董事长兼法定代表人",
    "director": "董事 執行董事兼總經理 董事长 Director",
    "independent_director": "独立董事 独立董事(历任)",
    "supervisor": "监事 监事会主席 Supervisor",
    "manager": "经理 总经理 副总经理 總經理 Manager",
    "finance_head": "财务负责人 财务总监 CFO",
    "board_secretary": "董事会秘书",
    "proprietor": "经营者 投资人",
    "branch_head": "负责人",
    "partner": "执行事务合伙人 执行事务合伙人委派代表 合伙人",
    "consultant": "顾问 法律顾问 Consultant",
    "liaison": "联络员 联系人 聯絡員 Liaison",
    "employee": "职员 總經理助理",
}


@pytest.mark.parametrize(("title", "expected"), [(t, c) for c, titles in CLASSES.items() for t in titles.split()])
def test_position_class(title: str, expected: str) -> None:
    assert position_class(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Independent Non-Executive Director", "independent_director"),
        ("Non-executive Director", "director"),
        ("Managing Director", "director"),
        ("General Manager", "senior_manager"),
        ("Board Secretary", "senior_manager"),
        ("Finance Director", "senior_manager"),
        ("Sales Director", None),
        ("Vice President", None),
        ("Company Secretary", None),
        ("Assistant General Manager", None),
        ("Director and General Manager", "director"),
        ("Deputy Managing Director", "director"),
        ("Executive Director & CEO", "director"),
        ("Non-Independent Director", "director"),
        ("Director of the Company", "director"),
        ("Senior Independent Director", "independent_director"),
        ("Chairman of the Supervisory Committee", "supervisor"),
        ("Group CFO", "senior_manager"),
        ("Deputy CEO", "senior_manager"),
        ("Deputy CFO", None),
        ("Chief Compliance Officer", None),
        ("General Counsel", None),
        ("Chairman of the Audit Committee", None),
        ("Senior Director", None),
        ("Deputy Director", None),
        ("Director, Human Resources", None),
        ("Director, Finance", None),
        ("Director Designate", None),
        ("senior manager", "senior_manager"),
    ],
)
def test_english_titles(title: str, expected: str | None) -> None:
    assert position_class(title) == expected


@pytest.mark.parametrize("title", NOT_GUESSED.split())
def test_titles_that_do_not_tell(title: str) -> None:
    assert position_class(title) is None


@pytest.mark.parametrize(("role", "expected"), [(r, k) for k, roles in POSTS.items() for r in roles.split()])
def test_post_kind(role: str, expected: str) -> None:
    assert post_kind(role) == expected


def test_a_shareholder_holds_no_post_and_a_combined_role_holds_several() -> None:
    assert post_kind("股东") is None
    assert post_kinds("执行董事兼总经理,财务负责人") == ("director", "manager", "finance_head")


@settings(deadline=None)  # the first call loads tables and packages
@given(st.text(max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    position_class(text)
    post_kinds(text)
