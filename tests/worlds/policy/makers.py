"""Every plain link, by name: rules that a register proves, and leads."""

from __future__ import annotations

from collections.abc import Mapping

from tests.worlds.policy import competing, links, reports, ventures
from tests.worlds.policy.links import Maker

MAKERS: Mapping[str, Maker] = {**links.PLAIN, **ventures.MAKERS, **competing.MAKERS, **reports.MAKERS}
