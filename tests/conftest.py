"""What every test relies on: nothing reports home, and no test depends on the machine's own Prefect folder."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
os.environ.setdefault("PREFECT_SERVER_LOGGING_LEVEL", "CRITICAL")
_PREFECT_HOME = tempfile.TemporaryDirectory(prefix="coi-prefect-")
os.environ["PREFECT_HOME"] = _PREFECT_HOME.name
