"""Comparators: one question per file. Each says what both sides show, never how likely the pair is."""
