"""docs/policy-accuracy.md, from the results of a campaign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.worlds.policy.score import Result

_TEXT = """# How good the judgements are

Measured on synthetic worlds in which every planted pair has a stated outcome, written from the text of the policy and not with the
product's code: `python -m tests.worlds.policy.campaign --write` makes them, screens each and writes this page. Seeds: {seeds}.
Identity is easy in them (full numbers), so that an error here is one of relationships or policy; [accuracy.md](accuracy.md) measures identity.
[tests/worlds](../tests/worlds/README.md) describes both kinds of world.

The figures of ACT-C, SELL-C, GEN and RES speak of what the policy calls them, leads. Business scopes are written in thirteen styles of our own and
reports name people and companies in some twenty ways; how often life writes otherwise is not measured.

*core*, *wide*: the two perimeters of relatives. *recent register*: it begins in June 2025; *no register*: none is delivered. *end days included*:
`end_inclusive` everywhere. *45 % undated*: that share of posts and holdings has no start, and no dealing is open, so nothing may be proven of them.

{worlds}

*Nothing may stand*: pairs that only look alike, on which no rule applies. *Not called for*: findings of any outcome on a pair that no rule speaks of, by a rule that does not apply to the pair, or between strangers.

## Found, by rule

{rules}

*Positives*: candidates and declared links. *Others*: exempt, outside the policy, without a common day; they must be found and said to be so.

## Right, by column of the finding

{columns}

## Calendar

{calendar}

*False*: lines said to be certain that nobody expects.

## Every disagreement

{differences}
"""


def page(results: Mapping[str, Result], seeds: Sequence[int]) -> str:
    """The whole page."""
    total = Result()
    for result in results.values():
        total.add(result)
    return _TEXT.format(
        seeds=", ".join(map(str, seeds)),
        worlds=_table(("worlds", "pairs", "nothing may stand", "findings expected", "found", "not called for"), (
            (name, r.pairs, r.quiet, sum(n for n, _ in r.found.values()), sum(n for _, n in r.found.values()), r.extra)
            for name, r in results.items()
        )),
        rules=_table(("rule", "positives", "found", "recall", "others expected", "found"), (
            (rule, *total.positives[rule], _share(total.positives[rule]), *_others(counts, total.positives[rule]))
            for rule, counts in sorted(total.found.items())
        )),
        columns=_table(("column", "looked at", "right"), ((name, *counts) for name, counts in sorted(total.columns.items()))),
        calendar=_table(("duty", "expected", "found", "false"), ((duty, *counts) for duty, counts in sorted(total.calendar.items()))),
        differences="\n".join(f"- {line}" for line in total.differences[:40]) or "None.",
    )  # fmt: skip


def _share(counts: Sequence[int]) -> str:
    return f"{counts[1] / counts[0]:.3f}" if counts[0] else "-"


def _others(all_of_them: Sequence[int], positives: Sequence[int]) -> tuple[int, ...]:
    return tuple(n - of_them for n, of_them in zip(all_of_them, positives, strict=True))


def _table(head: Sequence[str], rows: object) -> str:
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    lines += [f"| {' | '.join(map(str, row))} |" for row in rows]  # type: ignore[attr-defined]
    return "\n".join(lines)
