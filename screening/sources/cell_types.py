"""Letters for the type of a spreadsheet cell, shared by the reading processes and by us. Text where nothing is typed."""

from __future__ import annotations

TEXT = "s"
NUMBER = "n"
LONG_NUMBER = "w"  # a whole number of more than 15 digits: a spreadsheet keeps no more
DATE = "d"
BOOLEAN = "b"
ERROR = "e"  # #N/A, #REF! and the like
NO_VALUE = "f"  # a formula saved without its result

NUMBERS = NUMBER + LONG_NUMBER
NOT_TEXT = NUMBER + LONG_NUMBER + DATE + BOOLEAN
"""What an identifier may not be stored as."""

UNIT_SEPARATOR = "\x1f"
"""Between the cells of a column on its way between processes."""
