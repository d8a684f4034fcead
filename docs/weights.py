"""Prints the weights of identity that a delivery suggests beside those of screening/matching/weights.toml; changes nothing.

python docs/weights.py DELIVERY [--as-of DATE]

docs/matching.md ("Estimating the weights anew") says how to read it.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from screening.errors import ScreeningError
from screening.matching.reestimate import LEAST, Proposal
from screening.pipeline import reestimate_weights


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("delivery", type=Path)
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    arguments = parser.parse_args()
    try:
        proposals = reestimate_weights(arguments.delivery, arguments.as_of)
    except ScreeningError as error:
        print(error)
        return int(error.exit_status)
    print(f"{'figure':<34}{'present':>9}{'proposed':>10}{'m':>10}{'u':>12}{'true pairs':>12}")
    for proposal in proposals:
        print(_line(proposal))
    print(
        f"\nNothing is proposed where fewer than {LEAST:.0f} true pairs speak. Edit screening/matching/weights.toml by hand."
    )
    return 0


def _line(proposal: Proposal) -> str:
    proposed = "-" if proposal.proposed is None else f"{proposal.proposed:+.1f}"
    m = "" if proposal.m is None else f"{proposal.m:.4f}"
    u = "" if proposal.u is None else f"{proposal.u:.2e}"
    return f"{proposal.name:<34}{proposal.present:>+9.1f}{proposed:>10}{m:>10}{u:>12}{proposal.pairs:>12.1f}"


if __name__ == "__main__":
    raise SystemExit(main())
