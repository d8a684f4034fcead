"""The lock files are whole: every pin is hashed, they agree, and they satisfy pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
MACHINES = [{"python_full_version": f"{minor}.5", "python_version": minor} for minor in ("3.11", "3.12")]


def read_pins(lock: str) -> dict[str, list[Requirement]]:
    pins: dict[str, list[Requirement]] = {}
    for line in (ROOT / lock).read_text().splitlines():
        if not line.startswith(" "):
            pin = Requirement(line.removesuffix("\\"))
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_exact_and_hashed(lock: str) -> None:
    text = (ROOT / lock).read_text()
    unhashed = [line for line in text.splitlines() if not line.startswith(" ") and not line.endswith("\\")]
    assert unhashed == []
    assert set(re.findall(r"--[a-z-]+", text)) == {"--hash"}
    loose = [str(pin) for pins in read_pins(lock).values() for pin in pins if not str(pin.specifier).startswith("==")]
    assert loose == []


def test_the_two_locks_agree() -> None:
    runtime, development = (read_pins(lock) for lock in LOCKS)
    differing = [name for name, pins in runtime.items() if development.get(name) != pins]
    assert differing == []


@pytest.mark.parametrize(
    ("lock", "extras"), [("requirements.lock", {"flows"}), ("requirements-dev.lock", {"flows", "dev"})]
)
@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: f"python{machine['python_version']}")
def test_a_lock_satisfies_the_project(lock: str, extras: set[str], machine: dict[str, str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"]]
    wanted += [line for extra in extras for line in project["optional-dependencies"][extra]]
    pins = read_pins(lock)
    unmet = []
    for requirement in map(Requirement, wanted):
        found = [pin for pin in pins.get(canonicalize_name(requirement.name), []) if applies(pin.marker, machine)]
        if len(found) != 1 or not requirement.specifier.contains(next(iter(found[0].specifier)).version):
            unmet.append(str(requirement))
    assert unmet == [], "run 'make lock'"


def applies(marker: Marker | None, machine: dict[str, str]) -> bool:
    return marker is None or marker.evaluate({"sys_platform": "linux", **machine})
