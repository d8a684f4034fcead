"""Auditors' decisions: an append-only, chained log beside the runs, who may write to it, and what a night reads from it."""
