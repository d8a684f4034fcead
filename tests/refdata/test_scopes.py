"""Business scopes as lines of business; industry codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.refdata.scopes import industry_code, is_wide, scope_lines, shared_lines


@pytest.mark.parametrize(
    ("scope", "lines"),
    [
        (
            "包装材料及制品销售；纸制品制造；货物进出口（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
            {"包装材料", "纸制品"},
        ),
        ("一般项目：锂离子电池制造；技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广", {"锂离子电池"}),
        ("机械密封件的研发、生产和销售", {"机械密封件"}),
        ("从事塑料包装材料的批发、零售", {"塑料包装材料"}),
        ("工業機器人製造(不含電池)", {"工业机器人"}),
        ("Ａ型起重机维修", {"a型起重机"}),
        ("货物进出口；技术服务；企业管理咨询；国内贸易", set()),
        ("许可项目：道路货物运输（不含危险货物）一般项目：普通货物仓储服务", {"道路货物运输"}),
        ("", set()),
    ],
)
def test_the_lines_of_a_scope(scope: str, lines: set[str]) -> None:
    assert scope_lines(scope) == lines


@pytest.mark.parametrize(
    ("scope", "lines"),
    [
        ("办公家具销售，不含密封件和联轴器", {"办公家具"}),
        ("办公家具销售，不包括密封件、联轴器；滤芯制造", {"办公家具", "滤芯"}),
        ("办公家具、滤芯批发，但密封件、联轴器除外；线束加工", {"办公家具", "滤芯", "线束"}),
        ("除密封件、联轴器外的办公家具销售", {"办公家具"}),
        ("辦公家具銷售，密封件除外", {"办公家具"}),
        ("Office furniture; pumps except gear pumps, vane pumps", {"officefurniture", "pumps"}),
        (
            "除尘器制造、户外家具销售；除湿机、海外仓建设，除草剂",
            {"除尘器", "户外家具", "除湿机", "海外仓建设", "除草剂"},
        ),
        ("密封件、但丁纪念品销售", {"密封件", "但丁纪念品"}),
    ],
)
def test_what_a_scope_leaves_out_is_no_line(scope: str, lines: set[str]) -> None:
    assert scope_lines(scope) == lines


@pytest.mark.parametrize(
    "phrase",
    [
        "自营和代理各类商品和技术的进出口，但国家限定公司经营或禁止进出口的商品和技术除外",
        "法律、法规、国务院决定规定禁止的不得经营；法律、法规、国务院决定规定应当许可（审批）的，经审批机关批准后凭许可（审批）文件经营",
        "除许可业务外，可自主依法经营法律法规非禁止或限制的项目；依托实体店销售，不得从事国家和本市产业政策禁止和限制类项目的经营活动",
        "经营进出口业务（法律、行政法规、国务院决定禁止的项目除外，限制的项目须取得许可后方可经营）",
    ],
)
def test_what_registrars_print_is_no_line(phrase: str) -> None:
    assert scope_lines(phrase) == set()
    assert scope_lines(f"密封件销售；{phrase}；联轴器制造") == {"密封件", "联轴器"}


def test_what_is_done_with_a_thing_does_not_matter() -> None:
    for done in ("制造", "销售", "批发零售", "研发", "的技术开发", "租赁", "安装、调试、维修"):
        assert "密封件" in scope_lines(f"密封件{done}"), done


def test_a_line_is_shared_as_it_is_or_narrower_but_never_wider() -> None:
    assert shared_lines({"包装材料"}, {"塑料包装材料"}) == {"包装材料"}
    assert shared_lines({"塑料包装材料"}, {"包装材料"}) == frozenset()
    assert shared_lines({"电池"}, {"电池回收箱"}) == frozenset()
    assert is_wide("食品")
    assert shared_lines({"电子产品"}, {"消费电子产品"}) == frozenset()


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("C3940", "3940"), ("3940", "3940"), ("c39", "39"), ("Ｃ３９４", "394"), ("C 39", "39"),
        ("C", None), ("39401", None), ("V12", None), ("SIC 1234", None), ("制造业", None), ("", None),
    ],
)  # fmt: skip
def test_industry_codes(written: str, digits: str | None) -> None:
    assert industry_code(written) == digits


@given(st.text(alphabet="（(；;、：:及和的包装材料制造销售ab[]【】 \n", max_size=60))
def test_any_text_is_read_and_saying_it_twice_changes_nothing(scope: str) -> None:
    lines = scope_lines(scope)

    assert all(len(line) >= 2 for line in lines)
    if not any(mark in scope for mark in "(（[【"):  # a bracket that is never closed takes everything behind it along
        assert scope_lines(f"{scope}；{scope}") == lines
