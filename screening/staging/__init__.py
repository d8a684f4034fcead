"""Raw tables -> standard values: typed columns, one dictionary per kind of value, every row accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screening.settings import RunSettings
    from screening.warehouse.store import Warehouse


def run(warehouse: Warehouse, night: RunSettings) -> None:
    """Writes `std_<table>` for each delivered table, the dictionaries, `row_account`, and adds to `issue`.

    Reads `raw_<table>` and `delivered`; the shapes stand in `screening.contract.internal`.

    Raises:
        DeliveryRejected: more rows of a table than `[limits] max_rejected_pct` allows could not be used.
    """
    from screening.staging.stage import stage_delivery

    stage_delivery(warehouse, night)
