"""Switches that must be set before Prefect is imported; whatever the environment says already wins.

Nothing leaves the machine, results are JSON and not kept, and the orchestrator's own files are private.
"""

from __future__ import annotations

import os

_DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
}


def prepare_environment(*, one_sentence: bool = False) -> None:
    """Sets the switches and a private umask.

    Args:
        one_sentence: a failure is told by us; the orchestrator keeps its log but does not print it.
    """
    os.umask(0o077)
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    if one_sentence:
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
