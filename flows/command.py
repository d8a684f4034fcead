"""`python -m flows.nightly`: the flow from a shell, once or on a schedule."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screening.cli.arguments import as_of_date
from screening.cli.console import reporting, tell
from screening.pipeline import read_settings
from screening.refdata.resources import resource_path

if TYPE_CHECKING:
    from prefect import Flow

    from screening.pipeline import NightResult

_DEMO_AS_OF = "2026-11-20"
_DEMO_OUT = "demo-out"


def main(nightly: Flow[..., NightResult]) -> None:
    """Runs the flow and prints what was found and where workbook and page are."""
    arguments = _parse(sys.argv[1:])
    with reporting(arguments.lang) as voice:
        if arguments.demo:
            arguments.delivery = str(resource_path("samples", "delivery"))
            arguments.out, arguments.as_of = _DEMO_OUT, _DEMO_AS_OF
        parameters = {name: getattr(arguments, name) for name in ("delivery", "out", "as_of", "config", "lang")}
        if arguments.serve is not None:
            nightly.serve(name="coi-nightly", cron=arguments.serve, parameters=parameters)
            return
        config = Path(arguments.config) if arguments.config is not None else None
        output = read_settings(Path(arguments.delivery), config).output  # wrong words need no orchestrator
        voice.language = arguments.lang or output.language
        as_of_date(arguments.as_of, output.time_zone)
        tell(nightly(**parameters), voice.language)


def _parse(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m flows.nightly", description=__doc__)
    parser.add_argument("delivery", nargs="?", help="folder with the tables of one night")
    parser.add_argument("--out", help="output folder")
    parser.add_argument("--as-of", help="day the run stands for, ISO; default today")
    parser.add_argument("--config", help="another coi.toml than the delivery's own")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the reports")
    parser.add_argument("--serve", metavar="CRON", help="stay and run on this schedule")
    parser.add_argument(
        "--demo",
        action="store_true",
        help=f"screen the packaged sample into {_DEMO_OUT}",
    )
    arguments = parser.parse_args(words)
    if not arguments.demo and (arguments.delivery is None or arguments.out is None):
        parser.error("DELIVERY and --out are needed (or --demo)")
    return arguments
