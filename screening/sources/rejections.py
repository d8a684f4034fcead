"""How a rejection is put into words: one sentence in each language, with the next step; never a value of the data."""

from __future__ import annotations

from pathlib import Path

from screening.errors import DeliveryRejected


def rejected(reason: str, zh: str, en: str) -> DeliveryRejected:
    """A rejection with its reason code first, so that call sites read as a list of reasons."""
    return DeliveryRejected(zh, en, reason)


def unreadable(file: str, zh: str, en: str, reason: str = "unreadable_file") -> DeliveryRejected:
    """A file that is not what its name says.

    Args:
        file: name of the file.
        zh: what is wrong, a clause in Chinese.
        en: the same clause in English.
        reason: reason code.
    """
    return rejected(
        reason,
        f"文件 {file} 无法读取：{zh}；请更正或重新导出后再交付。",
        f"File {file} cannot be read: {en}; correct it or export it again, then deliver once more.",
    )


def shown(path: Path | str) -> str:
    """The last part of a path as it may stand in messages and logs: one line of printable text."""
    name = Path(path).name.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else "?" for c in name)
