"""SELL-C: businesses of officers and relatives in a line of the group, and what is none (3-4(二), statement 3(2)).

What a scope is read as, and that two rare lines, or an equal class with one, are enough, stands in docs/rules/SELL-C.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.worlds.policy.links import Link, Maker
from tests.worlds.policy.records import Company, Officer, Party, Person, share
from tests.worlds.policy.trades import COMMON, EVERYBODYS, STYLES, WIDE, line, outsider, registered, rival, trade
from tests.worlds.policy.truth import verdicts
from tests.worlds.policy.world import PolicyWorld

_SINCE = "2021-05-06"


def sell_own(world: PolicyWorld) -> Link:
    """A company of one's own in the group's line; in no master."""
    officer, percent = world.officer(), f"{world.rng.choice((30.0, 51.0, 66.67, 100.0)):.2f}"
    company, party = rival(world, officer, code=world.rng.choice(("", None)))
    row = world.hold(officer.person, company, percent)
    return _link(officer, party, percent, row)


def sell_of_relative(world: PolicyWorld) -> Link:
    """The same of a relative: 30 % for a spouse, more than half for others."""
    relation = world.rng.choice(("配偶", "弟弟", "父亲"))
    percent = f"{world.rng.choice((30.0, 45.0, 80.0) if relation == '配偶' else (50.01, 80.0, 100.0)):.2f}"
    officer = world.officer()
    related_id, person = world.relative(officer, relation)
    company, party = rival(world, officer, code=world.rng.choice(("", None)))
    row = world.hold(person, company, percent)
    return _link(officer, party, percent, row, related_id=related_id, relative=person, relation=relation)


def _link(officer: Officer, party: Party, percent: str, row: Mapping[str, str], **who: Any) -> Link:
    """No dealing is asked for, so that control seen in the extract and office of that day coincide."""
    rules = {"SELL-C": {"exemption": "none", "share_pct": share(percent)}}
    return Link(officer, party, rules, "competing_business", "business_interest", "same_line", None, percent=float(percent), lead=True,
                dated="valid_from" in row, stake=percent, more={"overlap": "proven"}, **who)  # fmt: skip


MAKERS: Mapping[str, Maker] = {"SELL-C": sell_own, "SELL-C of a relative": sell_of_relative}


def _expect(world: PolicyWorld, officer: Officer, party: Party, percent: str | None, *, related: str | None = None,
            outcome: str = "candidate", **more: Any) -> None:  # fmt: skip
    want: dict[str, Any] = {
        "outcome": outcome, "tier": "C", "exemption": "none", "declaration_status": "not_declared",
        "overlap": None if outcome == "no_overlap" else "proven", "share_pct": None if percent is None else share(percent),
    }  # fmt: skip
    world.expect("SELL-C", officer, related, party, **{**want, **more})


def _owner(world: PolicyWorld, officer: Officer, company: Company, percent: str = "60", **cells: object) -> None:
    world.hold(officer.person, company, percent, **{"valid_from": _SINCE, **cells})


def in_other_words(world: PolicyWorld) -> None:
    """Every way in which the group's scope is written meets every way in which the other's is, lines being the same."""
    for number, ours in enumerate(STYLES[:-1]):
        for theirs in (STYLES[(number + 1) % len(STYLES)], STYLES[(number + 5) % len(STYLES)]):
            officer = world.officer()
            lines = trade(world, officer.entity, ours, coded=False).lines
            company = world.company()
            registered(world, company, theirs.format(a=lines[0], b=lines[1]))
            _owner(world, officer, company)
            _expect(world, officer, outsider(company, officer.entity), "60", regimes=verdicts(
                officer, outsider(company, officer.entity), "same_line"
            ))  # fmt: skip


def by_class(world: PolicyWorld) -> None:
    """An equal class with one line, however the code is written; a class alone only where there is no scope to compare."""
    for pattern, scope, found in (
        ("{}", "{a}销售", True), ("C{}", "{a}制造；服装销售", True), ("c {}", "{b}的研发", True), ("{}", "", True), ("C{}", "货物进出口", True),
        ("{}", "焊接夹具制造", False), ("", "{a}销售", False), ("D9999", "{b}销售", False),
    ):  # fmt: skip
        officer = world.officer()
        ours = trade(world, officer.entity)
        company = world.company()
        registered(world, company, scope.format(a=ours.lines[0], b=ours.lines[1]), pattern.format(ours.code))
        _owner(world, officer, company)
        party = outsider(company, officer.entity)
        if found:
            _expect(world, officer, party, "60")
        else:
            world.nothing(officer, party)


def excluded_by_the_scope(world: PolicyWorld) -> None:
    """What a scope says it does not do is no business, in brackets or behind a comma; what stands before it is."""
    for scope, sells in (
        ("办公家具销售（不含{a}、{b}）", False), ("办公家具销售，不含{a}和{b}", False), ("办公家具批发（{a}、{b}除外）", False),
        ("办公家具制造；五金零售（不包括{a}；{b}）", False), ("除{a}、{b}外的办公家具销售", False), ("办公家具批发、零售（除{a}、{b}外）", False),
        ("办公家具销售（国家禁止经营的{a}及{b}除外）", False), ("Office furniture (except {a}, {b})", False), ("办公家具销售，但{a}、{b}除外", False),
        ("{a}销售（不含危险化学品）；{b}制造", True), ("{a}、{b}销售，不含医疗器械", True), ("{a}、{b}批发（许可类除外）", True),
        ("除许可业务外，可自主依法经营法律法规非禁止或限制的项目；{a}销售；{b}销售", True),
    ):  # fmt: skip
        officer = world.officer()
        company, party = rival(world, officer, scope)
        _owner(world, officer, company)
        if sells:
            _expect(world, officer, party, "60")
        else:
            world.nothing(officer, party)


def nothing_in_common(world: PolicyWorld) -> None:
    """Phrases of everybody, wide goods, what every fourth trader registers, stock phrases of registrars, and one line alone."""
    stock = (
        "自营和代理各类商品和技术的进出口业务（国家限定公司经营或禁止进出口的商品和技术除外）",
        "自营和代理各类商品和技术的进出口，但国家限定公司经营或禁止进出口的商品和技术除外",
        "经营本企业自产产品及技术的出口业务和本企业所需的机械设备、零配件、原辅材料及技术的进口业务，但国家限定公司经营或禁止进出口的商品及技术除外",
        "投资兴办实业（具体项目另行申报）；国内贸易（不含专营、专控、专卖商品）；经营进出口业务（法律、行政法规、国务院决定禁止的项目除外，限制的项目须取得许可后方可经营）",
        "法律、法规、国务院决定规定禁止的不得经营；法律、法规、国务院决定规定应当许可（审批）的，经审批机关批准后凭许可（审批）文件经营；法律、法规、国务院决定规定无需许可（审批）的，市场主体自主选择经营",
        "除许可业务外，可自主依法经营法律法规非禁止或限制的项目；依托实体店销售，不得从事国家和本市产业政策禁止和限制类项目的经营活动",
        "道路普通货物运输；供应链管理服务；会议及展览服务；企业形象策划；市场营销策划；组织文化艺术交流活动",
    )  # fmt: skip
    for shared in (
        "；".join(EVERYBODYS),
        "；".join(f"{each}销售" for each in WIDE),
        "；".join(f"{each}销售" for each in COMMON[:2]),
        *stock,
    ):
        officer = world.officer()
        trade(world, officer.entity, f"{{a}}制造；{shared}；{{b}}销售", coded=False)
        company = world.company()
        registered(world, company, f"{line(world)}制造；{shared}；{line(world)}销售")
        _owner(world, officer, company)
        world.nothing(officer, outsider(company, officer.entity))
    officer = world.officer()
    company, party = rival(world, officer, "{a}销售；家用电器维修")
    _owner(world, officer, company)
    world.nothing(officer, party)


def who_controls(world: PolicyWorld) -> None:
    """30 % of the votes, through companies or as general partner; less, a namesake or a mere name is no control of his."""
    for percent, voting, controls in (
        ("30", "", True),
        ("29.99", "", False),
        ("10", "30", True),
        ("60", "29.99", False),
    ):
        officer = world.officer()
        company, party = rival(world, officer)
        _owner(world, officer, company, percent, voting_pct=voting)
        _either(world, officer, party, percent, controls=controls)
    for first, second, total, controls in (
        ("60", "51", "30.6", True),
        ("100", "50", "50", False),
        ("29.99", "100", "29.99", False),
    ):
        officer, middle = world.officer(), world.company()
        company, party = rival(world, officer)
        _owner(world, officer, middle, first)
        world.hold(middle, company, second, valid_from=_SINCE)
        _either(world, officer, party, total, controls=controls)
    officer = world.officer()
    company, party = rival(world, officer)
    other = world.person()
    world.hold(other, company, "90", holder_name=officer.person.name, valid_from=_SINCE)
    world.nothing(officer, party)
    officer = world.officer()
    company, party = rival(world, officer)
    world.tables["officers"][-1]["name"] = "王秀英"
    world.hold(officer.person, company, "90", holder_name="王秀英", holder_id="", valid_from=_SINCE)
    world.nothing(officer, party)
    officer = world.officer()
    company, party = rival(world, officer)
    world.post(officer.person, company, "董事", valid_from=_SINCE)
    world.nothing(officer, party)


def _either(world: PolicyWorld, officer: Officer, party: Party, percent: str, *, controls: bool) -> None:
    if controls:
        _expect(world, officer, party, percent)
    else:
        world.nothing(officer, party)


def relatives_and_their_companies(world: PolicyWorld) -> None:
    """Sums with the family decide; in-laws under the wide profile; companies that the roster says are theirs or his."""
    for relation, percent, controls in (
        ("配偶", "30", True),
        ("配偶", "29.99", False),
        ("弟弟", "50.01", True),
        ("弟弟", "50", False),
    ):
        officer = world.officer()
        related_id, person = world.relative(officer, relation)
        company, party = rival(world, officer)
        world.hold(person, company, percent, valid_from=_SINCE)
        if controls:
            _expect(world, officer, party, percent, related=related_id)
        else:
            world.nothing(officer, party)
    for term, core in (("岳父", False), ("嫂子", False), ("表哥", False)):
        officer = world.officer()
        related_id, person = world.relative(officer, term)
        company, party = rival(world, officer)
        world.hold(person, company, "80", valid_from=_SINCE)
        inside = core or world.kin_profile == "wide"
        _expect(world, officer, party, "80", related=related_id, outcome="candidate" if inside else "out_of_scope")
    for relation in ("本人控制的公司", "配偶控制的公司"):
        officer = world.officer()
        company, party = rival(world, officer)
        related_id = world.organisation(officer, relation, company)
        world.expect("SELL-C", officer, related_id, party, outcome="candidate", tier="C", exemption="none", overlap="proven",
                     declaration_status="not_declared")  # fmt: skip


def who_is_asked(world: PolicyWorld) -> None:
    """Independent directors and staff are out; control that ended before the office, or began after it, does not coincide."""
    for standing, outcome in (
        ("independent_director", "out_of_scope"),
        ("employee", "out_of_scope"),
        ("supervisor", "candidate"),
    ):
        officer = world.officer(standing, written=True)
        company, party = rival(world, officer)
        _owner(world, officer, company)
        _expect(world, officer, party, "60", outcome=outcome)
    for start, end, cells in (
        ("2023-06-01", "", {"valid_from": "2019-01-01", "valid_to": world.until("2023-06-01")}),
        ("2019-01-01", "2023-06-01", {"valid_from": "2024-06-02"}),
    ):
        officer = world.officer("director", start=start, end=end)
        company, party = rival(world, officer)
        _owner(world, officer, company, **cells)
        _expect(world, officer, party, "60", outcome="no_overlap", declaration_status=("not_declared", "unknown"))
    officer = world.officer("director", start="2023-06-01")
    company, party = rival(world, officer)
    _owner(world, officer, company, valid_from="2019-01-01", valid_to="2023-06-02")
    _expect(world, officer, party, "60", declaration_status=("not_declared", "unknown"))


def dissolved(world: PolicyWorld) -> None:
    """Struck off when the registry was read: on which day is unknown, so that nothing after the entry proves a business."""
    for status in ("注销", "吊销，未注销", "已注销"):
        officer = world.officer()
        company, party = rival(world, officer, status=status)
        _owner(world, officer, company)
        _expect(world, officer, party, "60", overlap="possible")


def of_another_group(world: PolicyWorld) -> None:
    """In the line of another client's group: nobody's business here."""
    officer = world.officer(entity=world.entity("cn"))
    stranger = world.officer(entity=world.entity("hk"))
    company, party = rival(world, stranger)
    _owner(world, officer, company)
    world.nothing(officer, party)


def on_a_list(world: PolicyWorld) -> None:
    """The company is a supplier or a competitor, too: the scope stands in the master or in the registry; other rules stay."""
    for table, listed in (("suppliers", True), ("suppliers", False), ("competitors", True)):
        officer = world.officer()
        ours = trade(world, officer.entity)
        scope = f"{ours.lines[0]}销售；{ours.lines[1]}的研发"
        company = world.company()
        if not listed:
            registered(world, company, scope)
        party = world.party(table, officer.entity, company, business_scope=scope if listed else "")
        if table == "suppliers":
            world.deal(party)
        _owner(world, officer, company)
        _expect(world, officer, party, "60")
        plain = {"outcome": "candidate", "overlap": "proven", "tier": "A", "share_pct": share("60")}
        if table == "suppliers":
            world.expect("INT-B", officer, None, party, exemption="not_met", **plain)
            world.expect("RPT-SELF", officer, None, party, exemption="none", **plain)
        else:
            world.expect("INT-C", officer, None, party, exemption="not_met", **plain)


def sole_trader(world: PolicyWorld) -> None:
    """An individual business of his own, and of his wife."""
    for of_wife in (False, True):
        officer = world.officer()
        related_id, person = world.relative(officer, "妻子") if of_wife else (None, officer.person)
        _shop(world, officer, person, related_id)


def _shop(world: PolicyWorld, officer: Officer, owner: Person, related_id: str | None) -> None:
    ours = trade(world, officer.entity)
    shop = world.company("经营部")
    registered(
        world,
        shop,
        f"{ours.lines[0]}零售；{ours.lines[1]}维修",
        ours.code,
        company_type="个体工商户",
        legal_representative=owner.name,
    )
    world.post(owner, shop, "经营者", valid_from=_SINCE)
    world.expect("SELL-C", officer, related_id, outsider(shop, officer.entity), outcome="candidate", tier="C", exemption="none",
                 declaration_status="not_declared", overlap="proven")  # fmt: skip


CASES = (
    in_other_words, by_class, excluded_by_the_scope, nothing_in_common, who_controls, relatives_and_their_companies, who_is_asked,
    dissolved, of_another_group, on_a_list, sole_trader,
)  # fmt: skip
