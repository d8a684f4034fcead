"""Chinese numerals as people write them in addresses."""

from __future__ import annotations

_DIGIT = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def arabic(written: str) -> int:
    """十二 is 12, 一二〇一 is 1201."""
    if not any(character in "十百" for character in written):
        return int("".join(str(_DIGIT[character]) for character in written))
    total, last = 0, 0
    for character in written:
        if character == "百":
            total, last = total + (last or 1) * 100, 0
        elif character == "十":
            total, last = total + (last or 1) * 10, 0
        else:
            last = _DIGIT[character]
    return total + last
