"""What HK14A, SSE and Company Law say of the same facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screening.policy.facts import Coincidence, Entity, Kin, Tie
from screening.policy.regime_verdicts import of_officer, of_shareholder, outcome_of_shareholder
from screening.policy.regimes import read_regimes, regimes
from screening.refdata.resources import resource_path

from .make import kin, office, tie

ENTITIES = {
    "E1": Entity("E1", "CN", a_listed=False),
    "L1": Entity("L1", "CN", a_listed=True),
    "H1": Entity("H1", "HK", a_listed=False),
}
AS_OF = date(2026, 11, 20)
CONTROLLED = tie(share="60", control="hk30_alone")


def said(name: str, link: Tie = CONTROLLED, by: Kin | None = None, **place: Any) -> str:
    """The verdict for one appointment; by default a director of E1, which deals itself."""
    return judged(name, link, [office(**place)], by)


def judged(name: str, link: Tie, offices: list[Coincidence], by: Kin | None = None) -> str:
    return of_officer(name, link, by, offices, ENTITIES, regimes(), AS_OF).verdict


INDEPENDENT = {"position_class": "independent_director", "standing": "out"}
FINANCE_HEAD = {"position_class": "senior_manager", "position": "财务负责人"}


@pytest.mark.parametrize(
    ("place", "hk", "sse", "ccl"),
    [
        ({}, "live", "out_of_scope", "live"),
        ({"entity_id": "L1"}, "live", "live", "live"),
        ({"entity_id": "H1"}, "live", "out_of_scope", "out_of_scope"),
        ({"entity_deals": False}, "live", "out_of_scope", "out_of_scope"),
        ({"entity_deals": None}, "live", "out_of_scope", "unknown"),
        ({"entity_id": None}, "live", "unknown", "unknown"),
        ({"entity_id": "L1", **INDEPENDENT}, "live", "live", "live"),
        ({"entity_id": "L1", **FINANCE_HEAD}, "out_of_scope", "live", "live"),
        ({**FINANCE_HEAD, "position": "总经理"}, "live", "out_of_scope", "live"),
        ({**FINANCE_HEAD, "position": "副总经理"}, "out_of_scope", "out_of_scope", "live"),
        ({**FINANCE_HEAD, "position": "总裁兼财务负责人"}, "live", "out_of_scope", "live"),
        ({"position_class": None, "standing": "unknown"}, "unknown", "out_of_scope", "unknown"),
        ({"position_class": "employee", "standing": "out"}, "out_of_scope", "out_of_scope", "out_of_scope"),
        ({"level": None}, "no_overlap", "out_of_scope", "no_overlap"),
        ({"level": "possible", "entity_id": "L1"}, "unknown", "unknown", "unknown"),
    ],
)
def test_offices(place: dict[str, Any], hk: str, sse: str, ccl: str) -> None:
    assert (said("HK14A", **place), said("SSE", **place), said("CCL", **place)) == (hk, sse, ccl)


def until(day: str, **more: Any) -> Coincidence:
    """An appointment whose dealings ended on a day."""
    return office(span=(date(2019, 1, 1), date.fromisoformat(day)), **more)


SUPERVISOR = {"position_class": "supervisor", "position": "监事", "entity_id": "L1"}


@pytest.mark.parametrize(
    ("last", "sse", "ccl"),
    [
        ("2024-06-30", "live", "out_of_scope"),  # the law of 2018 knows no supervisors
        ("2024-07-01", "live", "live"),
        ("2025-04-24", "live", "live"),
        ("2025-04-25", "out_of_scope", "live"),  # the revised rules of the exchange know none
        ("2026-11-20", "out_of_scope", "live"),
    ],
)
def test_a_supervisor_under_the_version_in_force_on_the_day(last: str, sse: str, ccl: str) -> None:
    link = tie("self")

    assert [judged(name, link, [until(last, **SUPERVISOR)]) for name in ("HK14A", "SSE", "CCL")] == ["live", sse, ccl]


def test_the_law_of_2018_speaks_of_the_director_himself() -> None:
    before, after = until("2024-06-30"), until("2024-07-01")
    relative = tie("self", related="R1")

    assert [judged("CCL", tie("self"), [each]) for each in (before, after)] == ["live", "live"]
    assert [judged("CCL", relative, [each], kin()) for each in (before, after)] == ["out_of_scope", "live"]
    assert [judged("CCL", CONTROLLED, [each]) for each in (before, after)] == ["unknown", "live"]


def test_the_verdict_names_the_article_of_its_version() -> None:
    def article(last: str, link: Tie) -> str | None:
        return of_officer("CCL", link, None, [until(last)], ENTITIES, regimes(), AS_OF).article

    competitor = tie("self", side="competitor")
    assert [article(day, CONTROLLED) for day in ("2024-06-30", "2024-07-01")] == ["148(4)", "182"]
    assert [article(day, competitor) for day in ("2024-06-30", "2024-07-01")] == ["148(5)", "184"]


def test_each_appointment_is_judged_by_the_law_of_its_days() -> None:
    offices = [until("2024-06-30", **SUPERVISOR), office(level=None, span=None)]

    assert judged("CCL", tie("self"), offices) == "no_overlap"
    assert judged("CCL", tie("self"), [until("2024-06-30"), office(level=None, span=None)]) == "live"


def test_officers_above_the_listed_company_are_related_too() -> None:
    entities = {**ENTITIES, "E1": Entity("E1", "CN", a_listed=False, controls_listed=True)}

    assert of_officer("SSE", CONTROLLED, None, [office()], entities, regimes(), AS_OF).verdict == "live"


def test_an_uncle_or_a_husbands_brother_is_told_apart_by_no_word() -> None:
    link, relation = tie("self", related="R1"), kin("uncle_or_in_law", "wide", "relative")

    assert [said(name, link, relation, entity_id="L1") for name in ("HK14A", "SSE", "CCL")] == [
        "live",
        "unknown",
        "out_of_scope",
    ]


def test_one_appointment_that_counts_is_enough() -> None:
    offices = [office(entity_id="L1", **FINANCE_HEAD), office()]

    assert judged("HK14A", CONTROLLED, offices) == "live"
    assert judged("SSE", CONTROLLED, offices) == "live"


@pytest.mark.parametrize(
    ("facts", "hk", "sse"),
    [
        ({"share": "60", "control": "hk30_alone"}, "live", "live"),
        ({"share": "29.99"}, "out_of_scope", "out_of_scope"),
        ({"share": "35", "control": "hk30_alone"}, "live", "unknown"),
        ({"share": "20", "control": "hk30_family"}, "live", "unknown"),
        ({}, "unknown", "unknown"),
        ({"kind": "self"}, "live", "live"),
        ({"kind": "post", "detail": "director"}, "out_of_scope", "live"),
        ({"kind": "post", "detail": "supervisor"}, "out_of_scope", "out_of_scope"),
        ({"kind": "financing", "detail": "loan_in"}, "out_of_scope", "out_of_scope"),
        ({"kind": "attribute", "detail": "phone"}, "unknown", "unknown"),
        ({"share": "60", "control": "hk30_alone", "side": "competitor"}, "out_of_scope", "out_of_scope"),
    ],
)
def test_links(facts: dict[str, Any], hk: str, sse: str) -> None:
    link = tie(**facts)

    assert (said("HK14A", link, entity_id="L1"), said("SSE", link, entity_id="L1")) == (hk, sse)


@pytest.mark.parametrize(
    ("relation", "hk", "sse", "ccl"),
    [
        (kin(), "live", "live", "live"),
        (kin("sibling", "core", "family_member"), "live", "live", "live"),
        (kin("parent.parent", "core", "relative"), "live", "out_of_scope", "live"),
        (kin("spouse.parent", "wide", "relative"), "live", "live", "out_of_scope"),
        (kin("parent.sibling.child", "wide", "relative"), "live", "out_of_scope", "out_of_scope"),
        (kin("former_spouse", "none", "none"), "out_of_scope", "out_of_scope", "out_of_scope"),
        (kin(None, "wide", "none"), "unknown", "unknown", "unknown"),
    ],
)
def test_relatives(relation: Kin, hk: str, sse: str, ccl: str) -> None:
    link = tie("self", related="R1")

    assert [said(name, link, relation, entity_id="L1") for name in ("HK14A", "SSE", "CCL")] == [hk, sse, ccl]


def test_company_law_asks_about_posts_at_competitors() -> None:
    at_competitor = tie("post", detail="director", side="competitor")

    assert said("CCL", at_competitor, entity_deals=None) == "live"
    assert said("SSE", at_competitor, entity_id="L1") == "out_of_scope"


def test_without_group_entities_nothing_is_known_of_listings() -> None:
    assert of_officer("SSE", CONTROLLED, None, [office()], {}, regimes(), AS_OF).verdict == "unknown"


@pytest.mark.parametrize(
    ("entity", "detail", "share", "hk", "sse"),
    [
        ("E1", "direct", "10", "live", "out_of_scope"),
        ("E1", "direct", "9.99", "out_of_scope", "out_of_scope"),
        ("L1", "direct", "9.99", "out_of_scope", "live"),
        ("L1", "direct", "4.99", "out_of_scope", "out_of_scope"),
        ("L1", "associate", "15", "live", "out_of_scope"),
        ("L1", "associate", "56.61", "live", "live"),
        ("L1", "direct", None, "unknown", "unknown"),
        (None, "direct", "15", "live", "unknown"),
    ],
)
def test_shareholders(entity: str | None, detail: str, share: str | None, hk: str, sse: str) -> None:
    link = tie("shareholder", who="shareholder", detail=detail, entity_id=entity, **({"share": share} if share else {}))
    verdicts = {name: of_shareholder(name, link, ENTITIES, regimes(), deals=True) for name in ("HK14A", "SSE", "CCL")}

    assert (verdicts["HK14A"].verdict, verdicts["SSE"].verdict, verdicts["CCL"].verdict) == (hk, sse, "out_of_scope")


def test_a_shareholder_without_dealings() -> None:
    link = tie("shareholder", who="shareholder", detail="direct", entity_id="E1", share="15")

    assert of_shareholder("HK14A", link, ENTITIES, regimes(), deals=False).verdict == "no_overlap"


def test_the_outcome_of_a_shareholder_is_the_best_of_the_configured_regimes() -> None:
    small = tie("shareholder", who="shareholder", detail="direct", entity_id="E1", share="3")
    unknown = tie("shareholder", who="shareholder", detail="direct", entity_id="E1")

    def outcome(link: Tie) -> object:
        names = ("HK14A", "SSE")
        return outcome_of_shareholder({n: of_shareholder(n, link, ENTITIES, regimes(), deals=True) for n in names})[0]

    assert (outcome(small), outcome(unknown)) == ("out_of_scope", "scope_unknown")
    assert outcome_of_shareholder({}) == ("out_of_scope", "no_regime")


@pytest.mark.parametrize(
    ("code", "is_a"),
    [
        ("600000", True),
        ("688001.SH", True),
        ("sz000001", True),
        ("300001.SZ", True),
        ("920001.BJ", True),
        ("830001", True),
        ("900901", False),
        ("200002", False),
        ("00700.HK", False),
        ("08799.HK", False),
        ("600000.HK", False),
        (None, False),
    ],
)
def test_codes_of_a_shares(code: str | None, is_a: bool) -> None:
    assert regimes().is_a_share(code) is is_a


def test_an_unknown_key_or_a_missing_regime_is_an_error() -> None:
    text = resource_path("policy", "regimes.toml").read_text(encoding="utf-8")

    with pytest.raises(ValueError, match="extra"):
        read_regimes(text.replace("associates = true", "associates = true\nlook_back = 12"))
    with pytest.raises(ValueError, match="regimes are"):
        read_regimes(text.replace("regimes.SSE", "regimes.NYSE"))
