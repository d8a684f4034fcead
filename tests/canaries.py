"""Numbers that must never be seen: every identifier of a delivery, and the forms in which it could hide."""

from __future__ import annotations

import base64
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import pyarrow.parquet as pq

_PERSONAL = {
    "id_number",
    "证件号码",
    "holder_id",
    "股东证件号码",
    "phone",
    "手机",
    "电话",
    "bank_account",
    "银行账号",
    "收款账号",
}


def numbers(header: list[str], rows: Iterable[list[str]]) -> set[str]:
    """Identity numbers, phones and accounts in the columns that hold them; masked ones and codes of companies left out."""
    places = [place for place, name in enumerate(header) if name in _PERSONAL]
    cells = {cell for row in rows for place in places for cell in re.split("[;；|\\n]", row[place])}
    return {cell.strip() for cell in cells if re.fullmatch(r"[0-9]{11,19}|[0-9]{17}[Xx]", cell.strip())}


def forms(canary: str) -> list[bytes]:
    """The encodings in which a file or database may hold a number, all of which `leaks` sees through."""
    return [
        canary.encode(),
        canary.encode("utf-16-le"),
        canary.encode("utf-16-be"),
        "".join(f"\\u{ord(character):04x}" for character in canary).encode(),
        *(base64.b64encode(b"\0" * shift + canary.encode() + b"\0" * 3) for shift in range(3)),
        " ".join(canary[start : start + 4] for start in range(0, len(canary), 4)).encode(),
    ]


def leaks(texts: Mapping[str, bytes], canaries: Collection[str]) -> list[str]:
    """Where a canary was seen, masked, so that a failing test does not print it."""
    wanted = {canary.upper().encode(): canary for canary in canaries}
    lengths = sorted({len(canary) for canary in canaries})
    found = set()
    for name, text in texts.items():
        for reading in _readings(text):
            for run in _DIGITS.findall(reading.upper()):
                for size in lengths:
                    for start in range(len(run) - size + 1):
                        canary = wanted.get(run[start : start + size])
                        if canary is not None:
                            found.add(f"{name}: {canary[:3]}…{canary[-2:]}")
    return sorted(found)


_DIGITS = re.compile(rb"[0-9]{10,}X?")
_ESCAPED = re.compile(rb"\\u00(3[0-9]|58|78)")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{16,}")


def _readings(text: bytes) -> Iterator[bytes]:
    """A content as it is, and with each encoding undone."""
    yield text
    yield text.replace(b"\0", b"")
    yield re.sub(rb"(?<=[0-9])[ \-](?=[0-9Xx])", b"", text)
    if b"\\u00" in text:
        yield _ESCAPED.sub(lambda match: bytes.fromhex(match[1].decode()), text)
    for packed in _BASE64.findall(text):
        for shift in range(4):
            part = packed[shift:]
            decoded = base64.b64decode(part[: len(part) // 4 * 4])
            yield decoded
            yield decoded.replace(b"\0", b"")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: as it is, and what is packed in it. Its name is looked at too."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not path.is_file():
            continue
        found[name] = name.encode() + b"\n" + path.read_bytes()
        if path.suffix == ".parquet":
            found[f"{name}: rows"] = str(pq.read_table(path).to_pylist()).encode()
        elif path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                found |= {f"{name}: {part}": archive.read(part) for part in archive.namelist()}
    return found
