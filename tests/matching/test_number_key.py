"""The search for numbers in SQL against the comparison of every number with every other."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pyarrow as pa
import pytest

from screening.matching.compare.mask_keys import key_table
from screening.matching.compare.masks import compare_numbers
from screening.matching.kinds import PACKAGE
from screening.matching.weights import load_weights
from screening.settings import Settings
from screening.warehouse.store import Warehouse

WEIGHTS = load_weights().identifier
REGIONS, DAYS = ("110101", "310104"), ("19700102", "19710203")
SCHEMES = ("resident_id", "passport", "unknown")


def number(chance: random.Random) -> tuple[str, str]:
    """Scheme and canonical form; few seeds, so that equal parts occur in every way of masking."""
    scheme = chance.choice(SCHEMES)
    if scheme == "passport":
        full = "E" + str(chance.choice((10203040, 10203050, 99203040)))
    else:
        full = chance.choice(REGIONS) + chance.choice(DAYS) + chance.choice(("0012", "0030", "013X"))
    head, tail = chance.choice((0, 3, 4, 6)), chance.choice((0, 2, 4))
    hidden = len(full) - head - tail
    gap = chance.choice(("", "…", "*" * hidden))
    if not gap or hidden < 1:
        return scheme, full
    if chance.random() < 0.2:  # two gaps
        return scheme, full[:6] + "*" * 4 + full[10:12] + "*" * (len(full) - 12) if len(full) == 18 else full
    return scheme, full[:head] + gap + full[len(full) - tail :]


def rows(chance: random.Random, size: int) -> pa.Table:
    found = sorted({number(chance) for _ in range(size)})
    kinds = {"scheme": [scheme for scheme, _ in found], "number": [text for _, text in found]}
    return pa.table(kinds).append_column("w", pa.array(range(len(found))))


def worth(left: str, right: str) -> tuple[bool, float]:
    """Whether two numbers agree in all they both show, and the worth of that."""
    same_length = len(left) == len(right) == 18 or "…" in left + right and max(len(left), len(right)) == 18
    weights = WEIGHTS.resident_places if same_length or {*left, *right} >= {"…"} else (WEIGHTS.other_place,)
    found = compare_numbers([left], [right], weights)
    return bool(found.agrees[0]), float(found.bits[0])


@pytest.mark.parametrize("seed", range(4))
def test_the_search_finds_what_comparing_everything_finds(seed: int) -> None:
    chance = random.Random(seed)
    watched, said = rows(chance, 60), rows(chance, 120)
    with Warehouse(Path(tempfile.gettempdir()), Settings().limits) as warehouse:
        warehouse.put("m_watched_number", watched)
        warehouse.put("m_said_number", said)
        warehouse.script(PACKAGE, "number_shape")
        shapes = [
            [row["shape"] for row in warehouse.rows(f"select distinct shape from {side}")]
            for side in ("m_watched_shape", "m_said_shape")
        ]
        warehouse.put("m_mask_pair", key_table(shapes[0], shapes[1], WEIGHTS))
        warehouse.script(PACKAGE, "number_key")
        found = {(row["left_number"], row["right_number"]) for row in warehouse.rows("select * from m_number_match")}

    assert len(found) > 50
    for one in watched.to_pylist():
        for other in said.to_pylist():
            left, right = one["number"], other["number"]
            comparable = one["scheme"] == other["scheme"] or "unknown" in (one["scheme"], other["scheme"])
            agrees, bits = worth(left, right)
            if comparable and agrees and bits >= WEIGHTS.key_bits:
                assert (left, right) in found
            if (left, right) in found:
                assert agrees, "with at most three runs of places a key is the whole of what both show"
