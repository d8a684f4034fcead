"""The sheet that says what the probabilities of identity were worth where the truth is known."""

from __future__ import annotations

from screening.refdata.calibration import calibration
from screening.reports.book.sheet import Plot, Sheet
from screening.reports.view import View
from screening.reports.words import text

_COLUMNS = {"probability_from": 14, "probability_to": 14, "said": 16, "true": 16, "pairs": 12}


def calibration_sheet(view: View) -> Sheet:
    """One row per tenth of the scale, the explanation below, and the picture beside it."""
    language, measured = view.night.language, calibration()
    rows = (
        {
            "probability_from": b.low,
            "probability_to": b.high,
            "said": round(b.said, 3),
            "true": round(b.true, 3),
            "pairs": b.pairs,
        }
        for b in measured.bins
    )
    notes = (
        text("calibration_table_note", language),
        text("calibration_error", language).format(
            error=f"{measured.error:.3f}",
            pairs=sum(b.pairs for b in measured.bins),
            worlds=measured.worlds,
            version=measured.version,
        ),
    )
    return Sheet("calibration", _COLUMNS, rows, notes=notes, plot=Plot("said", "true"))
