"""Quick starts: pyarrow asks for pandas when it first makes an array of a list, and pandas takes as long to load as an answer may."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from types import ModuleType
from typing import Any


class _NoPandas(MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Says that there is no pandas; knows nothing of any other module."""
        if name == "pandas":
            raise ModuleNotFoundError(name)


@contextmanager
def without_pandas() -> Iterator[None]:
    """Keeps pandas out while pyarrow decides whether it is there, which it does once per process; no effect where it is loaded."""
    finder: Any = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
