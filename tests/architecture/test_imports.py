"""The layers of the design hold, and asking for help stays cheap."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("great_expectations", "pandas", "prefect", "scipy")


def test_import_contracts_hold() -> None:
    script = Path(sys.executable).with_name("lint-imports")
    environment = os.environ | {"COLUMNS": "200"}
    answer = subprocess.run(
        [script, "--no-cache", "--no-logo"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_command_line_starts_without_heavy_packages() -> None:
    code = f"import sys, screening.cli; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []
