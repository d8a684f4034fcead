"""Characters that are written for one another in names: variants of one character, and surnames merged by simplification.

Both spellings live on as names of their own, so agreement after unification is worth a little less than agreement.
Sources: list of standard characters of 2013 (堃, 喆 and others restored for names); common knowledge of registries for surnames.
"""

from __future__ import annotations

from typing import Final

_GROUPS: Final = (
    # surnames
    "阎闫", "萧肖", "傅付", "戴代", "於于", "丘邱", "锺钟", "甯宁", "呉吴", "髙高", "谿溪",
    # given names
    "堃坤", "喆哲", "峯峰", "昇升", "陞升", "晧皓", "暠皓", "栢柏", "菓果", "煕熙", "邨村", "囯国", "眀明", "恆恒", "甦苏",
    "瑠琉", "珎珍", "綉绣", "菴庵", "钜巨", "祐佑", "勲勋", "凃涂", "淸清", "靑青", "啓启", "寳宝", "槑梅",
)  # fmt: skip

VARIANTS: Final = "".join(group[0] for group in _GROUPS)
"""Each character that is replaced ..."""
STANDARD: Final = "".join(group[1] for group in _GROUPS)
"""... by the one at the same place here."""
_TABLE: Final = str.maketrans(VARIANTS, STANDARD)


def unify_variants(name_key: str) -> str:
    """The folded name with each variant replaced by its standard character; applying it twice changes nothing."""
    return name_key.translate(_TABLE)
