"""Files -> raw tables: strict, every row accounted for. What a cell means is the staging stage's affair."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screening.settings import RunSettings
    from screening.warehouse.store import Warehouse


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """Reads the delivery into `raw_<table>`, `delivered` and `issue`.

    Raises:
        UsageError: the delivery folder is missing, or the configuration asks for what this version cannot read.
        DeliveryRejected: a file breaks the contract; nothing is to be published.
    """
    from screening.sources.delivery import read_delivery

    read_delivery(warehouse, night)
