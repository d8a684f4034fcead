"""Relatives in free text, under both profiles; what the words mean stands in domain.md B1, not in our table of words."""

from __future__ import annotations

from datetime import date

from tests.worlds.policy.records import share
from tests.worlds.policy.world import PolicyWorld

CORE = (
    "配偶", "妻子", "老公", "太太", "父亲", "妈妈", "养父", "继母", "儿子", "小女儿", "继子", "哥哥", "妹妹", "胞弟", "爷爷", "外婆",
    "孙女", "外孙", "同居伴侣", "弟弟（亲）", "spouse", "younger brother", "Father",
)  # fmt: skip
WIDE = (
    "岳父", "丈母娘", "外父", "婆婆", "大舅子", "小姨子", "老婆的哥哥", "妻子的妹妹", "配偶之父", "女婿", "儿媳", "嫂子", "姐夫",
    "弟媳", "舅舅", "姑妈", "叔叔", "姨父", "表哥", "堂妹", "侄子", "外甥女", "亲家公", "儿子的岳父", "mother-in-law", "cousin",
    "哥哥的妻子", "父亲的弟弟",
)  # fmt: skip
OUTSIDE = ("前妻", "未婚夫", "表姐夫", "侄媳")
STRANGERS = ("紧急联系人", "Emergency contact")


def words(world: PolicyWorld) -> None:
    """Every word: inside the profile a finding, outside it out_of_scope, emergency contacts nothing."""
    for terms, in_core, in_wide in ((CORE, True, True), (WIDE, False, True), (OUTSIDE, False, False)):
        for term in terms:
            officer = world.officer()
            related_id, person = world.relative(officer, term)
            party = world.party("suppliers", officer.entity)
            world.deal(party)
            world.hold(person, party.company, "20", valid_from="2021-05-06")
            inside = in_wide if world.kin_profile == "wide" else in_core
            world.expect("INT-RP", officer, related_id, party, outcome="candidate" if inside else "out_of_scope", overlap="proven",
                         share_pct=share("20"), exemption="not_met", declaration_status="not_declared")  # fmt: skip


def emergency_contacts(world: PolicyWorld) -> None:
    for term in STRANGERS:
        officer = world.officer()
        _, person = world.relative(officer, term)
        party = world.party("suppliers", officer.entity)
        world.deal(party)
        world.hold(person, party.company, "80", valid_from="2021-05-06")
        world.nothing(officer, party)


def minors(world: PolicyWorld) -> None:
    """A child counts as immediate family (30 %) under 18, as a family member (more than half) from then on."""
    for born, controls in ((date(2015, 4, 5), True), (date(1996, 4, 5), False)):
        officer = world.officer()
        related_id, person = world.relative(officer, "女儿", world.person(born), birth_date=born)
        party = world.party("suppliers", officer.entity)
        world.deal(party)
        world.hold(person, party.company, "30", valid_from="2021-05-06")
        world.expect(
            "INT-RP", officer, related_id, party, outcome="candidate", share_pct=share("30"), exemption="not_met"
        )
        if controls:
            world.expect(
                "RPT-RP", officer, related_id, party, outcome="candidate", share_pct=share("30"), exemption="none"
            )


def companies_of_relatives(world: PolicyWorld) -> None:
    """A related company that is the supplier, or that holds it; said to be one's own, a relative's, or a place of work."""
    for relation, rule_ids in (
        ("本人控制的公司", ("INT-B", "RPT-SELF")), ("配偶控制的公司", ("RPT-RP",)), ("本人任职的公司", ("POS-B",)),
        ("弟弟控股的企业", ("RPT-RP",)),
    ):  # fmt: skip
        officer = world.officer()
        party = world.party("suppliers", officer.entity)
        world.deal(party)
        related_id = world.organisation(officer, relation, party.company)
        for rule_id in rule_ids:
            world.expect(
                rule_id,
                officer,
                related_id,
                party,
                outcome="candidate",
                declaration_status="not_declared",
                overlap="proven",
            )
    officer = world.officer()
    company = world.company()
    related_id = world.organisation(officer, "配偶控制的公司", company)
    party = world.party("suppliers", officer.entity)
    world.deal(party)
    world.hold(company, party.company, "40", valid_from="2021-05-06")
    world.expect("INT-RP", officer, related_id, party, outcome="candidate", share_pct=share("40"), exemption="not_met")


def dated_kinship(world: PolicyWorld) -> None:
    """Divorced before the dealings: no overlap; married since: proven."""
    for cells, outcome, overlap in (
        ({"valid_to": "2025-06-01"}, "no_overlap", None), ({"valid_from": "2024-01-01"}, "candidate", "proven"),
    ):  # fmt: skip
        officer = world.officer()
        related_id, person = world.relative(officer, "配偶", **cells)
        party = world.party("suppliers", officer.entity, dealing_from="2026-01-01", created_on="")
        world.deal(party)
        world.hold(person, party.company, "20", valid_from="2021-05-06")
        world.expect("INT-RP", officer, related_id, party, outcome=outcome, overlap=overlap, share_pct=share("20"))


def relative_of_two(world: PolicyWorld) -> None:
    """Husband and wife are both officers: each has the other's stake as a relative's."""
    wife, husband = world.officer(entity=world.entity("cn")), world.officer(entity=world.entity("cn"))
    her_id, _ = world.relative(husband, "妻子", wife.person)
    world.relative(wife, "丈夫", husband.person)
    party = world.party("suppliers", wife.entity)
    world.deal(party)
    world.hold(wife.person, party.company, "20", valid_from="2021-05-06")
    world.expect("INT-B", wife, None, party, outcome="candidate", share_pct=share("20"))
    world.expect("INT-RP", husband, her_id, party, outcome="candidate", share_pct=share("20"))


CASES = (words, emergency_contacts, minors, companies_of_relatives, dated_kinship, relative_of_two)
