"""The page and the plot of a campaign, from a score made by hand."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.worlds.page import page, plot
from tests.worlds.score import Score

_SCORE = Score(
    "hard", planted=4, found=3, at_tier=2, ab=2, ab_true=1, traps=5, traps_raised=1, leads=3, leads_true=1, officers=10,
    by_class={"mask": [3, 2, 1], "birth": [1, 1, 1]}, by_trap={"homonym": [5, 1], "crowd": [2, 0]},
    pairs=[(0.95, True), (0.95, False), (0.25, False)],
)  # fmt: skip


def test_the_page_states_what_was_counted() -> None:
    text = page([_SCORE], [11, 12])
    assert "Seeds: 11, 12;" in text
    assert "| hard | 4 | 0.750 | 0.500 | 0.500 (1 wrong of 2) | 1 of 5 | 200 | 0.383 |" in text
    assert "| hard | mask | 3 | 2 | 1 |" in text and "| hard | birth |" not in text
    assert "- hard, homonym: 1 of 5" in text and "crowd: " not in text
    assert (
        "precision is at least hard 0.121." in text
    )  # Wilson, one side: 1 - (0.5 + 2.706 / 4 + 1.645 * sqrt(0.125 + 2.706 / 16)) / 2.353


def test_the_plot_is_a_picture_with_a_circle_per_bin() -> None:
    root = ElementTree.fromstring(plot([_SCORE]))
    circles = root.findall("{http://www.w3.org/2000/svg}circle")
    titles = [circle.findtext("{http://www.w3.org/2000/svg}title") for circle in circles]
    assert titles == ["1 pairs: score 0.25, true 0.00", "2 pairs: score 0.95, true 0.50"]
