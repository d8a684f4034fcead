"""Finds packaged files: `data/` and `expectations/` in a checkout, `screening/_resources/` in an installed wheel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

Kind = Literal["reference", "policy", "samples", "expectations"]


@cache
def resource_root(kind: Kind) -> Path:
    """The folder of one kind of resource.

    Raises:
        FileNotFoundError: neither the wheel's nor the checkout's folder is there; the installation is broken.
    """
    package = Path(str(files("screening")))
    packaged = package / "_resources" / kind
    if packaged.is_dir():
        return packaged
    checkout = package.parent / kind if kind == "expectations" else package.parent / "data" / kind
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError(f"no {kind} resources at {packaged} or {checkout}: reinstall coi-screening")


def resource_path(kind: Kind, name: str = "") -> Path:
    """The file or folder `name` (may hold slashes) among the resources of this kind.

    Raises:
        FileNotFoundError: there is no such file; `name` may not climb out of the folder.
    """
    root = resource_root(kind)
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()) or not path.exists():
        raise FileNotFoundError(f"no {kind} resource named {name!r}")
    return path


def table_rows(name: str) -> Iterator[list[str]]:
    """The rows of `data/reference/<name>`: tab-separated, lines beginning with `#` and empty lines left out."""
    for line in resource_path("reference", name).read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")
