"""A way in which people write a fact: it takes a record and changes what it says.

Writers know the person, never the product. They stand in `han_names` (names in characters), `latin_names`, `facts` (numbers, dates,
phones, addresses) and `odd` (what no textbook knows).
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.worlds.people import Record

Writer = Callable[[random.Random, Record], None]


class CannotWriteError(Exception):
    """The name or number does not lend itself to this."""
