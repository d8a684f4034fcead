"""Great Expectations at three boundaries: delivered tables, staged tables, findings."""

from screening.validation.guard import Guard

__all__ = ["Guard"]
