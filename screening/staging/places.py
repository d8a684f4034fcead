"""Which regions a text begins with, asked of every address and company name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from screening.refdata.companies import Region, regions


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """The first two characters of a region's name -> the lengths of the names that begin so, the longest first."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for name in regions():
        sizes[name[:2]].add(len(name))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in sizes.items()}


def leading_regions(text: str) -> Iterator[tuple[Region, str]]:
    """Every region the text begins with, the longest name first, and what follows it."""
    known = regions()
    for size in _sizes().get(text[:2], ()):
        region = known.get(text[:size])
        if region is not None and len(text) >= size:
            yield region, text[size:]
