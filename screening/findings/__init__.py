"""Findings: verdicts with stable ids, case ids and their life since the baseline."""

from screening.findings.stage import run

__all__ = ["run"]
