"""Whether a text that a person typed shows a number in full that must not be kept or repeated.

Identity numbers of the mainland and Hong Kong, mobile phones and bank cards of the mainland, however grouped and in whatever width.
A passport's number looks like any document's, so it is not told from one.
"""

from __future__ import annotations

import re
from unicodedata import normalize

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]"  # resident id, or permit of a foreigner
    r"|[1-8]\d{5}\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}"  # of the first generation
    r"|(?:\+?86)?1[3-9]\d{9}|62\d{14,17}|(?:4367|9558)\d{15}"  # mobile phone, bank cards
    r")(?![0-9A-Za-z])|(?<![0-9A-Za-z])[A-Za-z]{1,2}\d{6}\([\dAa]\)"  # identity card of Hong Kong
)
_BETWEEN = re.compile(r"(?<=\d)[\s\u2010-\u2015-]+(?=[\dXx])")
"""What people write between groups of digits."""


def shows_number(text: str) -> bool:
    """Whether such a number stands anywhere in it."""
    return _NUMBER.search(_BETWEEN.sub("", normalize("NFKC", text))) is not None
