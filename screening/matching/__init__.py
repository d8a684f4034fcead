"""Matching: which records are one company, which are one person, and how sure that is."""

from screening.matching.stage import run

__all__ = ["run"]
