"""Labelled synthetic worlds: who is who, hidden in a delivery. See README.md."""

import sys
from pathlib import Path

# The makers of check digits of the sample are used here too; pytest has their folder on the path, `python -m` has not.
_SAMPLES = str(Path(__file__).parents[2] / "data" / "samples")
if _SAMPLES not in sys.path:
    sys.path.append(_SAMPLES)
