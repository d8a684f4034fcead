"""Bytes of a text file -> UTF-8, decoded strictly and in a fixed order; what is ambiguous is asked, never guessed."""

from __future__ import annotations

import codecs
import re

from screening.errors import DeliveryRejected, UsageError
from screening.sources.rejections import rejected, unreadable

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SUPERSETS = {
    "big5": ("big5", "big5hkscs", "cp950"),  # Hong Kong names need the supplements
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
}
_MOJIBAKE = tuple(sign.encode() for sign in ("\ufffd", "锟斤拷"))
_SAMPLE = 1 << 16
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"PAR1", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"SQLite format")
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - {9, 10, 13}) + b"\x7f"
_MOST_CONTROL = 0.1  # of the first bytes; text has none, a damaged cell has few
_NO_CHANCE = 8
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")


def to_utf8(data: bytes, declared: str | None, file: str) -> tuple[bytes, str]:
    """The text as UTF-8 without byte order mark, and the encoding it came in.

    Order: byte order mark, the encoding declared in `coi.toml`, UTF-16 by its pattern of zero bytes, UTF-8, GB18030.
    Big5 is never guessed, for nearly all of it is valid GB18030 as well.

    Args:
        data: the file.
        declared: `[sources.<table>] encoding`.
        file: its name, for messages.

    Raises:
        UsageError: the declared encoding does not exist.
        DeliveryRejected: no text, no encoding fits, two fit, or the text was damaged by an earlier conversion.
    """
    if data.startswith(_BINARY) or _MARKUP.match(data):
        raise unreadable(
            file,
            "其内容是工作簿、压缩包、网页等，而不是 CSV 文本",
            "it holds a workbook, an archive, a web page or the like instead of CSV text",
        )
    text, encoding = _decode(data, declared, file)
    sample = text[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL)) > _MOST_CONTROL * len(sample):
        raise unreadable(file, "其内容不是文本", "its content is not text")
    if any(sign in text for sign in _MOJIBAKE) or _converted_twice(sample):
        raise rejected(
            "damaged_text",
            f"文件 {file} 的文字是乱码（如替换字符 U+FFFD 或“锟斤拷”），已在此前的编码转换中损坏；请从原系统以 UTF-8 重新导出。",
            f"The text of file {file} was damaged by an earlier conversion (replacement characters, or read in a wrong"
            " encoding); export it again from the source system as UTF-8.",
        )
    return text, encoding


def _decode(data: bytes, declared: str | None, file: str) -> tuple[bytes, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                raise _undecodable(file)
            return text, encoding
    if declared is not None:
        return _as_declared(data, declared, file), declared.lower()
    for encoding in (*_utf16_by_zeros(data), "utf-8", "gb18030"):
        text = _strictly(data, encoding)
        if text is None:
            continue
        if encoding == "gb18030" and _looks_like_big5(data):
            raise rejected(
                "encoding_ambiguous",
                f"文件 {file} 的编码可能是 Big5，也可能是 GB18030，无法判定；"
                '请在 coi.toml 的 [sources.<表>] 中设置 encoding = "big5" 或 "gb18030"，或改以 UTF-8 导出。',
                f"File {file} may be Big5 or GB18030;"
                ' set encoding = "big5" or "gb18030" in [sources.<table>] of coi.toml, or export it as UTF-8.',
            )
        return text, encoding
    raise _undecodable(file)


def _as_declared(data: bytes, declared: str, file: str) -> bytes:
    try:
        for encoding in _SUPERSETS.get(codecs.lookup(declared).name, (declared,)):
            text = _strictly(data, encoding)
            if text is not None:
                return text
    except LookupError:  # also for codecs that are no encodings of text
        raise UsageError(
            f"[sources] encoding 所指的编码 {declared} 不存在；请更正（如 utf-8、gb18030、big5）。",
            f"[sources] encoding names {declared}, which is no encoding of text; correct it (utf-8, gb18030, big5 ...).",
            "unknown_encoding",
        ) from None
    raise unreadable(
        file,
        f"其文字编码不是 [sources] encoding 所声明的 {declared}",
        f"its text is not in {declared}, the encoding declared in [sources]",
        "undecodable",
    )


def _undecodable(file: str) -> DeliveryRejected:
    return unreadable(
        file,
        "其文字编码既不是 UTF-8、UTF-16，也不是 GB18030（Big5 须在 [sources] encoding 中声明）",
        "its text is neither UTF-8, UTF-16 nor GB18030 (Big5 must be declared in [sources] encoding)",
        "undecodable",
    )


def _strictly(data: bytes, encoding: str) -> bytes | None:
    """The text as UTF-8, or none where a single byte does not fit."""
    try:
        text = data.decode(encoding)
        return data if encoding == "utf-8" else text.encode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None


def _utf16_by_zeros(data: bytes) -> tuple[str, ...]:
    """UTF-16 without byte order mark: zeros only as halves of characters, and line ends in their place."""
    if len(data) % 2 or b"\0" not in data[:_SAMPLE]:
        return ()
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            sample = codecs.getincrementaldecoder(encoding)().decode(data[:_SAMPLE])
        except UnicodeDecodeError:
            continue
        if "\0" not in sample and ("\n" in sample or "\r" in sample):
            return (encoding,)
    return ()


def _converted_twice(sample: bytes) -> bool:
    """Whether the text is UTF-8 that someone read as GBK or Latin-1 and saved again: turned back, it is UTF-8 once more.

    Of a few characters that may be chance (two of them make 联通 in GBK valid UTF-8); of eight it is not.
    """
    whole_lines = sample[: sample.rfind(b"\n") + 1] or sample
    text = whole_lines.decode("utf-8", "ignore")
    for encoding in ("gb18030", "cp1252", "latin-1"):
        try:
            back = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if sum(character > "\x7f" for character in back) >= _NO_CHANCE:
            return True
    return False


def _looks_like_big5(data: bytes) -> bool:
    """Whether double-byte text is more likely Big5 than GB18030.

    Second bytes of Big5 are never 0x80-0xA0 and often 0x40-0x7E. In GB18030, Simplified Chinese rarely has either, and
    text rich in the Traditional characters it holds outside GB 2312 has both.
    """
    seconds = [pair[1] for pair in _PAIR.findall(data[:_SAMPLE])]
    low = sum(second <= 0x7E for second in seconds)
    middle = sum(0x80 <= second <= 0xA0 for second in seconds)
    return low >= 5 and low > len(seconds) // 6 and middle == 0 and _strictly(data, "big5hkscs") is not None
