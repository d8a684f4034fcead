"""What a rule of a family is: a question to one tie."""

from __future__ import annotations

from collections.abc import Callable

from screening.policy.catalogue import Posts
from screening.policy.facts import Tie

Shows = Callable[[Tie, Posts], bool]
"""Tie and kinds of post -> whether the tie shows the fact the rule asks about."""
