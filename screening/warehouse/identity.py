"""The identity of a run: a hash over everything that can change its result, and over nothing else."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from screening import CONTRACT_VERSION, __version__
from screening.contract.internal import raw
from screening.contract.tables import TABLES
from screening.refdata.resources import Kind, resource_root
from screening.settings import RunSettings
from screening.warehouse.store import Warehouse, quoted

_KINDS: tuple[Kind, ...] = ("expectations", "policy", "reference")

_NO_DATA = {".py", ".pyc"}


def rows_digest(warehouse: Warehouse, table: str) -> str:
    """SHA-256 over the parsed rows of one delivered table as a multiset: their order does not matter."""
    cells = ", ".join(quoted(name) for name in TABLES[table].names)
    digest = warehouse.one(
        f"select sha256(coalesce(string_agg(h, '' order by h), '')) "
        f"from (select sha256(to_json(list_value({cells}))::varchar) as h from {quoted(raw(table))})"
    )
    return str(digest)


def losses_digest(warehouse: Warehouse) -> str:
    """SHA-256 over what reading lost row by row (records without a place, numbers without their digits), order-free.

    Two deliveries whose rows parse alike are not the same night when one of them lost something on the way.
    """
    digest = warehouse.one(
        "select sha256(coalesce(string_agg(h, '' order by h), '')) from ("
        "select sha256(to_json(list_value(table_name, key, check_id, column_name, message_en))::varchar) as h "
        "from issue where row is not null)"
    )
    return str(digest)


@cache
def resource_digest(kind: Kind) -> str:
    """SHA-256 over the packaged files of one kind: policy, reference data, expectations."""
    return folder_digest(resource_root(kind))


def folder_digest(root: Path) -> str:
    """SHA-256 over the names and contents of the data files below a folder; an absent folder is an empty one.

    Scripts and hidden files do not count: they lie in a checkout and not in the wheel, and a night is the same in both.
    """
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix not in _NO_DATA and not path.name.startswith("."):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def run_id(warehouse: Warehouse, night: RunSettings) -> str:
    """`<as-of date>-<12 hex digits>` as contract.md section 3 defines it.

    Threads, memory, executor and paths of folders are no part of it.
    """
    facts = {
        "rows": {table: rows_digest(warehouse, table) for table in TABLES if warehouse.has(raw(table))},
        "losses": losses_digest(warehouse) if warehouse.has("issue") else None,
        "settings": night.settings.model_dump(mode="json", exclude={"limits": {"memory", "threads"}}),
        "language": night.language,
        "resources": {kind: resource_digest(kind) for kind in _KINDS},
        "own_expectations": folder_digest(night.delivery / "expectations"),
        "program": __version__,
        "contract": CONTRACT_VERSION,
        "decisions": night.decisions.head,
        "baseline": night.baseline.name if night.baseline is not None else None,
    }
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return f"{night.as_of.isoformat()}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
