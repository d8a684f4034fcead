"""Reads one cell of text: a pure function per kind of column.

Each is asked once per distinct text, and only for texts that are not in the standard form (see `screening.staging.cells`).
"""
