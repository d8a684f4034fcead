"""The 826 labelled name pairs of nomenklatura's own benchmark (MIT) through our comparators, one rule for all: bits > 0.

Their best matcher reaches F1 0.79. Their labels are about names that look confusable, ours about evidence that two records show
one person: Korean names that differ in one syllable count as one for them and as two people for us.
"""

from __future__ import annotations

import csv
from functools import cache

from tests.peers.verdicts import PEERS, Counts, company_bits, needs_peers, person_bits

pytestmark = needs_peers


@cache
def rows() -> tuple[tuple[dict[str, str], bool, bool], ...]:
    """Each case with what is expected and what we find."""
    with (PEERS / "name_bench_cases.csv").open(encoding="utf-8", newline="") as handle:
        cases = list(csv.DictReader(handle))
    found = [False] * len(cases)
    for compare, is_person in ((person_bits, True), (company_bits, False)):
        chosen = [i for i, case in enumerate(cases) if (case["schema"] == "Person") == is_person]
        bits = compare([cases[i]["name1"] for i in chosen], [cases[i]["name2"] for i in chosen])
        for i, value in zip(chosen, bits.tolist(), strict=True):
            found[i] = value > 0
    return tuple((case, case["is_match"] == "true", said) for case, said in zip(cases, found, strict=True))


def counts(column: str | None = None, value: str | None = None) -> Counts:
    """The confusion matrix of the cases with this value."""
    return Counts.of((expected, said) for case, expected, said in rows() if column is None or case[column] == value)


def test_all_cases() -> None:
    report = [counts().line("all")]
    report += [
        counts(c, v).line(v) for c in ("schema", "case_group") for v in sorted({case[c] for case, _, _ in rows()})
    ]
    print("\n".join(report))

    assert counts().f1 >= 0.85
    assert counts().precision >= 0.9


def test_no_group_of_cases_collapses() -> None:
    for group in ("nk_checks", "nk_unit_tests", "synth_people", "synth_companies"):
        found = counts("case_group", group)
        assert found.f1 >= 0.75, found.line(group)
        assert found.precision >= 0.85, found.line(group)


def test_neither_kind_of_name_collapses() -> None:
    for schema in ("Person", "Company", "Organization"):
        found = counts("schema", schema)
        assert found.f1 >= 0.8, found.line(schema)


def test_strong_cases() -> None:
    """What the authors call strong is what their matcher must not miss; neither must ours."""
    strong = counts("quality", "STRONG")
    assert strong.recall >= 0.9, strong.line("strong")
    assert strong.precision >= 0.9, strong.line("strong")
