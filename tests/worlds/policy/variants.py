"""Every way in which the register can speak of a link, by name."""

from __future__ import annotations

from collections.abc import Mapping

from tests.worlds.policy.declared import STATUSES
from tests.worlds.policy.forms import Variant
from tests.worlds.policy.named import NAMINGS

VARIANTS: Mapping[str, Variant] = {each.__name__: each for each in (*STATUSES, *NAMINGS)}
