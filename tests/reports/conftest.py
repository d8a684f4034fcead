"""Debian's LibreOffice."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def soffice() -> str:
    """The program that opens and saves workbooks without a screen."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing: apt-get install libreoffice-calc-nogui")
        pytest.skip("needs Debian's LibreOffice: apt-get install libreoffice-calc-nogui")
    return found
