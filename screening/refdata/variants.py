"""Characters that are written for one another in names: variants of one character, and surnames merged by simplification.

Both spellings live on as names of their own, so agreement after unification is worth a little less than agreement.
The table `variant_characters.tsv` names its sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from screening.refdata.resources import table_rows


@cache
def variant_table() -> Mapping[int, str]:
    """Code point of a variant -> its standard character; for `str.translate`."""
    return {ord(variant): standard for variant, standard in table_rows("variant_characters.tsv")}


def unify_variants(name_key: str) -> str:
    """The folded name with each variant replaced by its standard character; applying it twice changes nothing."""
    return name_key.translate(variant_table())
