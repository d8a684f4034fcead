"""The command `coi`."""

from screening.cli.commands import main

__all__ = ["main"]
