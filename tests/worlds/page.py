"""docs/accuracy.md and its plot, from the scores of a campaign."""

from __future__ import annotations

from collections.abc import Sequence

from tests.worlds.score import Score

_SIDE = 220
_GAP = 60
_LEFT = 46

_TEXT = """# How good the identities are

Measured on synthetic worlds in which it is known who is who: `python -m tests.worlds.campaign --write` makes them, screens each with the
real command and writes this page. No weight is learned from them; other seeds of the same classes served while building. Seeds: {seeds}; each world holds 150 officers, 600
relatives, 5,000 master records, 20,000 posts and 10,000 holdings. [tests/worlds](../tests/worlds/README.md) describes them.

- **plain**: data as careful systems hold it, one difficulty at a time (a mask, another spelling, a former name).
- **hard**: data as people really write it, several difficulties at once (typing errors beside a mask, titles in the name's cell).
- **platform**: a registry as data platforms export it - names, companies, the platform's own numbers of people, no more.

{table}

*Found*: the planted link is a candidate of any tier. *At its tier*: not below the tier that its evidence deserves. *Precision*: of the pairs
(officer, counterparty) in tier A or B, those that are real. *Look-alikes*: another person or company of the same or a similar name, a filler,
an agency's phone; in A or B they are wrong. *False leads*: pairs in tier C that are not real. *Calibration error*: mean distance between
score and truth over ten bins of the score, weighted by count.

{bounds}

## Does the score mean what it says?

![Share of true pairs by score](accuracy/calibration.svg)

{calibration}

## What is not found, or stays below its tier

{classes}

## Look-alikes that were raised

{traps}
"""


def page(results: Sequence[Score], seeds: Sequence[int]) -> str:
    """The whole page."""
    return _TEXT.format(
        seeds=", ".join(map(str, seeds)), table=_table(results), bounds=_bounds(results), calibration=_calibration(results),
        classes=_classes(results), traps=_traps(results),
    )  # fmt: skip


def _table(results: Sequence[Score]) -> str:
    lines = ["| profile | links | found | at its tier | precision A+B | look-alikes raised | false leads per 1,000 officers | calibration error |",
             "|---|---|---|---|---|---|---|---|"]  # fmt: skip
    lines += [
        f"| {r.profile} | {r.planted} | {r.recall:.3f} | {r.recall_at_tier:.3f} | {r.precision:.3f} ({r.ab - r.ab_true} wrong of {r.ab}) | "
        f"{r.traps_raised} of {r.traps} | {r.false_leads_per_1000:.0f} | {r.ece:.3f} |"
        for r in results
    ]
    return "\n".join(lines)


def _bounds(results: Sequence[Score]) -> str:
    """What the counts allow to say: with no error seen in n pairs the true rate is below 3 / n (95 %)."""
    parts = [f"{r.profile} {1 - _upper(r.ab - r.ab_true, r.ab):.3f}" for r in results if r.ab]
    return f"Counts are finite: with 95 % confidence precision is at least {', '.join(parts)}."


def _upper(errors: int, count: int) -> float:
    """Upper end of the 95 % interval of Wilson (one side) for a rate."""
    z, p = 1.645, errors / count
    centre = p + z * z / (2 * count)
    return float(
        min(1.0, (centre + z * (p * (1 - p) / count + z * z / (4 * count * count)) ** 0.5) / (1 + z * z / count))
    )


def _calibration(results: Sequence[Score]) -> str:
    lines = ["| profile | mean score | true | pairs |", "|---|---|---|---|"]
    lines += [
        f"| {r.profile} | {said:.2f} | {true:.2f} | {count} |" for r in results for said, true, count in r.calibration
    ]
    return "\n".join(lines)


def _classes(results: Sequence[Score]) -> str:
    lines = ["| profile | class | planted | found | at its tier |", "|---|---|---|---|---|"]
    lines += [
        f"| {r.profile} | {name} | {planted} | {found} | {tier} |"
        for r in results
        for name, (planted, found, tier) in r.by_class.items()
        if tier < planted
    ]
    return "\n".join(lines) if len(lines) > 2 else "Nothing."


def _traps(results: Sequence[Score]) -> str:
    lines = [
        f"- {r.profile}, {name}: {raised} of {count}"
        for r in results
        for name, (count, raised) in r.by_trap.items()
        if raised
    ]
    return "\n".join(lines) or "None."


def plot(results: Sequence[Score]) -> str:
    """One small square per profile: score to the right, share of true pairs upwards; a circle's area is its count."""
    width = _LEFT + len(results) * (_SIDE + _GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_SIDE + 70}" width="{width}" font-family="sans-serif" font-size="12" fill="#777">'
    ]
    for place, result in enumerate(results):
        left, top = _LEFT + place * (_SIDE + _GAP), 24
        bottom = top + _SIDE
        parts.append(f'<text x="{left}" y="{top - 8}">{result.profile}: calibration error {result.ece:.3f}</text>')
        parts.append(f'<rect x="{left}" y="{top}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>')
        parts.append(
            f'<line x1="{left}" y1="{bottom}" x2="{left + _SIDE}" y2="{top}" stroke="#bbb" stroke-dasharray="4 4"/>'
        )
        for mark in (0, 0.5, 1):
            parts.append(f'<text x="{left + mark * _SIDE}" y="{bottom + 16}" text-anchor="middle">{mark:g}</text>')
            parts.append(f'<text x="{left - 6}" y="{bottom - mark * _SIDE + 4}" text-anchor="end">{mark:g}</text>')
        parts.append(f'<text x="{left + _SIDE / 2}" y="{bottom + 34}" text-anchor="middle">score</text>')
        for said, true, count in result.calibration:
            radius = max(2.5, min(18.0, count**0.5))
            parts.append(f'<circle cx="{left + said * _SIDE:.1f}" cy="{bottom - true * _SIDE:.1f}" r="{radius:.1f}" fill="#3b7dd8" fill-opacity="0.6">'
                         f"<title>{count} pairs: score {said:.2f}, true {true:.2f}</title></circle>")  # fmt: skip
    parts.append("</svg>")
    return "\n".join(parts) + "\n"
