"""The policy: rule families by article, exemptions, scope, declarations; other regimes as data."""

from screening.policy.stage import run

__all__ = ["run"]
