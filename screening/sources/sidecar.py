"""`delivery.json`: what the sender says was sent. Where present it must match, for a cut file is seldom visible."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screening.contract.columns import Table
from screening.errors import DeliveryRejected
from screening.sources.headers import table_named
from screening.sources.rejections import rejected, shown
from screening.sources.snapshot import Snapshot, take_snapshot

NAME = "delivery.json"
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")


@dataclass(frozen=True, slots=True)
class Claim:
    """What the sidecar says of one table; null where it says nothing.

    Attributes:
        file: as written there; null when the table has one file only.
    """

    table: Table
    file: str | None
    rows: int | None
    bytes: int | None
    sha256: str | None


def read_sidecar(folder: Path) -> tuple[Claim, ...]:
    """The claims of the sidecar, none without one.

    Raises:
        DeliveryRejected: it is unreadable or not of the contract's form.
    """
    path = folder / NAME
    if not path.exists():
        return ()
    try:
        tables = json.loads(take_snapshot(path).data.decode("utf-8-sig"))["tables"]
        return tuple(
            _claim(name, entry)
            for name, entries in tables.items()
            for entry in (entries if isinstance(entries, list) else [entries])  # a list: one entry a part
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise rejected(
            "sidecar_malformed",
            f"{NAME} 无法读取或格式不符；请按约定更正，或删除该文件后重新交付。",
            f"{NAME} cannot be read or is not of the agreed form; correct it, or remove it, and deliver again.",
        ) from None


def find_files(
    claims: Sequence[Claim], files: Mapping[str, Sequence[Path]], folder: Path
) -> tuple[tuple[Claim, Path], ...]:
    """Each claim with the delivered file it speaks of.

    Args:
        claims: of the sidecar.
        files: table name -> its delivered files.
        folder: the delivery.

    Raises:
        DeliveryRejected: a listed table or file was not delivered.
    """
    found = []
    for claim in claims:
        paths = files.get(claim.table.name, ())
        if claim.file is not None:
            paths = [path for path in paths if path.resolve() == (folder / claim.file).resolve()]
        if len(paths) != 1:
            raise not_delivered(claim)
        found.append((claim, paths[0]))
    return tuple(found)


def not_delivered(claim: Claim) -> DeliveryRejected:
    """The rejection for a claim that no delivered file answers to."""
    return rejected(
        "sidecar_mismatch",
        f"{NAME} 所列表 {claim.table.name}（{claim.table.zh}）的文件未交付，或未逐一写明；请补齐文件或更正 {NAME}。",
        f"{NAME} lists table {claim.table.name} ({claim.table.zh}), whose file was not delivered or is not named for each"
        f" part; deliver it or correct {NAME}.",
    )


def check_bytes(claim: Claim, snapshot: Snapshot) -> None:
    """Compares size and hash, before the file is opened.

    Raises:
        DeliveryRejected: they differ.
    """
    if claim.bytes is not None and claim.bytes != len(snapshot.data):
        raise _mismatch(claim, snapshot.file, "字节数（bytes）", "size in bytes")
    if claim.sha256 is not None and claim.sha256.lower() != snapshot.sha256:
        raise _mismatch(claim, snapshot.file, "校验值（sha256）", "sha256")


def check_rows(claim: Claim, file: str, rows: int) -> None:
    """Compares the number of records read from one file for one table.

    Raises:
        DeliveryRejected: they differ.
    """
    if claim.rows is not None and claim.rows != rows:
        zh, en = f"行数（实读 {rows}，所列 {claim.rows}）", f"number of rows ({rows} read, {claim.rows} listed)"
        raise _mismatch(claim, file, zh, en)


def _mismatch(claim: Claim, file: str, zh: str, en: str) -> DeliveryRejected:
    return rejected(
        "sidecar_mismatch",
        f"表 {claim.table.name}（{claim.table.zh}）的文件 {file} 与 {NAME} 所列{zh}不符，文件可能不完整；请重新交付。",
        f"Table {claim.table.name}, file {file}: its {en} differs from {NAME}, so it may be incomplete; deliver it again.",
    )


def _claim(name: str, entry: dict[str, Any]) -> Claim:
    table = table_named(name)
    if table is None:
        raise rejected(
            "sidecar_malformed",
            f"{NAME} 所列的 {shown(name)} 不是约定的表；请更正 {NAME}。",
            f"{NAME} lists {shown(name)}, which is no table of the contract; correct {NAME}.",
        )
    file, rows, size, sha256 = (entry.get(key) for key in ("file", "rows", "bytes", "sha256"))
    if not (
        (file is None or (isinstance(file, str) and "\0" not in file))
        and all(number is None or type(number) is int for number in (rows, size))
        and (sha256 is None or (isinstance(sha256, str) and _SHA256.fullmatch(sha256)))
    ):
        raise ValueError("wrong type")
    return Claim(table, file, rows, size, sha256)
