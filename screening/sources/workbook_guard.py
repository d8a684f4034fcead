"""What a workbook's container must be before its contents are opened: limits against decompression bombs."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from screening.sources.child_serving import Refused

MOST_BYTES = 200 << 20
MOST_MEMBERS = 2_000
MOST_CELLS = 5_000_000
MOST_RATIO = 100
RATIO_FROM_BYTES = 10 << 20  # a short sheet of equal cells may well shrink a hundredfold

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)
"""What the standard library raises on a damaged archive."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds an encrypted .xlsx
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"')


def check_container(data: bytes, extension: str) -> None:
    """Refuses what is no workbook of that extension, or unpacks to more than a table can be.

    Args:
        data: the file.
        extension: `xlsx` or `xls`.

    Raises:
        Refused: with the reason as a code.
    """
    if is_ole(data) and _ENCRYPTED in data:
        raise Refused("password")
    if extension == "xls":
        if not is_ole(data):
            raise Refused("xlsx_inside" if data.startswith(_ZIP) else "not_xls")
        if len(data) > MOST_BYTES:
            raise Refused("too_large")
    elif not is_ole(data):  # an old workbook under a wrong extension is recognised when it is opened
        _check_zip(data)


def is_ole(data: bytes) -> bool:
    """Whether the container is that of old workbooks, and of encrypted ones."""
    return data.startswith(_OLE)


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
                raise Refused("too_large")
            for member in members:
                ratio = member.file_size / max(member.compress_size, 1)
                if member.file_size > RATIO_FROM_BYTES and ratio > MOST_RATIO:
                    raise Refused("too_large")
            if not any(member.filename.lower().startswith("xl/workbook") for member in members):
                raise Refused("no_workbook")
            for member in members:
                if (
                    member.filename.lower().startswith("xl/worksheets/")
                    and _declared_cells(package, member) > MOST_CELLS
                ):
                    raise Refused("too_large")
    except BROKEN_ZIP:
        raise Refused("not_zip") from None


def _declared_cells(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """Cells of the area a sheet says it covers; 0 where it says nothing."""
    with package.open(member) as stream:
        match = _DIMENSION.search(stream.read(4096))
    if match is None:
        return 0
    left, top, right, bottom = match.groups()
    return (_number_of(right) - _number_of(left) + 1) * (int(bottom) - int(top) + 1)


def _number_of(letters: bytes) -> int:
    """Number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
