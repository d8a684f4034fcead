"""data/reference/calibration.tsv, from the scores of a campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from screening import __version__
from tests.worlds.score import BINS, Score

_HEAD = """# What a score of identity is worth, measured on synthetic worlds in which it is known who is who; shown in report.html.
# pairs: of an officer and a counterparty, by their best score; said: mean score; true: share of them that is real.
# Written by `python -m tests.worlds.campaign --write`. Source: our own measurement.
# columns: low high pairs said true worlds version
"""


def table(results: Sequence[Score], seeds: Sequence[int]) -> str:
    """The file's text: one row per filled tenth, over all profiles."""
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for result in results:
        for score, true in result.pairs:
            tenths[min(BINS - 1, int(score * BINS))].append((score, true))
    worlds = f"{', '.join(result.profile for result in results)}: {', '.join(map(str, seeds))}"
    rows = []
    for tenth, pairs in sorted(tenths.items()):
        said, real = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
        rows.append(
            f"{tenth / BINS:.1f}\t{(tenth + 1) / BINS:.1f}\t{len(pairs)}\t{said:.4f}\t{real:.4f}\t{worlds}\t{__version__}\n"
        )
    return _HEAD + "".join(rows)
