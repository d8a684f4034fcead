"""The gist of the articles a rule rests on."""

from __future__ import annotations

import pytest

from screening.contract.rules import COMPLIANCE_IDS, RULE_IDS
from screening.investigate.articles import gist
from screening.reports.titles import rule_article


@pytest.mark.parametrize("rule", [*RULE_IDS, *COMPLIANCE_IDS])
def test_every_rule_tells_its_article_and_leads_rest_on_none(rule: str) -> None:
    zh, en = (gist(rule_article(rule, language), language) for language in ("zh", "en"))

    assert bool(zh) == bool(en) == (not rule.startswith("ATTR"))


def test_an_article_is_not_taken_for_a_part_of_it() -> None:
    assert gist("3-2(一)", "zh") not in ("", gist("3-2", "zh"))
