"""The frozen recipes of ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screening.findings.ids import CASE_KEY, FINDING_KEY, case_id, finding_id

PARTS = st.lists(st.one_of(st.none(), st.text(max_size=8)), min_size=6, max_size=6)


def test_the_recipes_are_frozen() -> None:
    """Computed by hand: printf '["G1","INT-B","P001",null,"suppliers","S001"]' | sha256sum."""
    assert FINDING_KEY == ("group_id", "rule_id", "officer_id", "related_id", "party_table", "party_id")
    assert CASE_KEY == ("group_id", "officer_id", "related_id", "party_table", "party_cluster")
    assert finding_id(["G1", "INT-B", "P001", None, "suppliers", "S001"]) == "Ffb69f2efc2bd0d0d"
    assert finding_id(["集团", "RPT-HK", None, None, "customers", "客1"]) == "Fe276eceff03baf10"
    assert case_id(["G1", "P001", None, "suppliers", "S001"]) == "K43533e76482a"


@given(PARTS, PARTS)
def test_different_keys_have_different_ids(left: list[str | None], right: list[str | None]) -> None:
    assert (finding_id(left) == finding_id(right)) == (left == right)


def test_none_and_the_empty_text_differ() -> None:
    assert finding_id(["", "a"]) != finding_id([None, "a"])
    assert finding_id(["a,b", "c"]) != finding_id(["a", "b,c"])
