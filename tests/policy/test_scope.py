"""Who is covered."""

from __future__ import annotations

import pytest

from screening.policy.facts import Coincidence
from screening.policy.scope import scope_of, standing_of
from screening.settings import PolicySettings

from .make import kin, office, tie

CORE, WIDE = PolicySettings(), PolicySettings(kin_profile="wide")


def independent(**more: object) -> Coincidence:
    return office(position_class="independent_director", standing="out", **more)


def unmapped(**more: object) -> Coincidence:
    return office(position_class=None, standing="unknown", **more)


@pytest.mark.parametrize(
    ("position_class", "standing"),
    [
        ("director", "in"),
        ("supervisor", "in"),
        ("senior_manager", "in"),
        ("independent_director", "out"),
        ("employee", "out"),
        (None, "unknown"),
    ],
)
def test_classes_of_office(position_class: str | None, standing: str) -> None:
    assert standing_of(position_class, CORE) == standing


def test_employees_are_covered_where_the_group_says_so() -> None:
    assert standing_of("employee", PolicySettings(extended_population=True)) == "in"


@pytest.mark.parametrize(
    ("offices", "outside", "level"),
    [
        ([office()], None, "proven"),
        ([office(level=None)], None, None),
        ([independent()], "out_of_scope", "proven"),
        ([unmapped()], "scope_unknown", "proven"),
        ([independent(), office(level="possible")], None, "possible"),
        ([independent(), office(level=None)], "out_of_scope", "proven"),
        ([unmapped(), office(level=None)], "scope_unknown", "proven"),
        ([independent(level=None), office(level=None)], None, None),
        ([unmapped(level=None), independent(level=None)], "scope_unknown", None),
        ([independent(), unmapped()], "scope_unknown", "proven"),
        ([office(level="possible"), office(level="proven")], None, "proven"),
    ],
)
def test_the_appointment_that_coincides_decides(
    offices: list[Coincidence], outside: str | None, level: str | None
) -> None:
    scope = scope_of(tie(), None, offices, CORE)

    assert (scope.outside, scope.level) == (outside, level)


def test_relatives_by_perimeter() -> None:
    cousin = kin("parent.sibling.child", "wide", "relative")
    related = tie(related="R1")

    assert scope_of(related, kin(), [office()], CORE).outside is None
    assert scope_of(related, cousin, [office()], CORE).why == "relative_outside_core"
    assert scope_of(related, cousin, [office()], WIDE).outside is None
    assert scope_of(related, kin("former_spouse", "none", "none"), [office()], WIDE).outside == "out_of_scope"


@pytest.mark.parametrize("perimeter", ["wide", "organisation"])
def test_a_relation_nobody_understands_is_unknown_under_every_profile(perimeter: str) -> None:
    strange = kin(None, perimeter, "none")

    assert scope_of(tie(related="R1"), strange, [office()], CORE).outside == "scope_unknown"
    assert scope_of(tie(related="R1"), strange, [office()], WIDE).outside == "scope_unknown"


def test_out_of_scope_applies_before_scope_unknown() -> None:
    cousin, strange = kin("parent.sibling.child", "wide", "relative"), kin(None, "wide", "none")

    assert scope_of(tie(related="R1"), cousin, [unmapped()], CORE).outside == "out_of_scope"
    assert scope_of(tie(related="R1"), strange, [independent()], CORE).outside == "out_of_scope"


def test_without_any_appointment_in_the_group_nothing_is_known() -> None:
    assert scope_of(tie(), None, [], CORE).outside == "scope_unknown"
