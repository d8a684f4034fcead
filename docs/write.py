"""Writes the pages that are made from the code: docs/schema/*.md and docs/configuration.md.

python docs/write.py          writes them
python docs/write.py --check  fails when one is stale
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from screening import CONTRACT_VERSION
from screening.contract.index import INDEX_TABLES, INDEX_VERSION
from screening.contract.internal import STAGE_TABLES
from screening.contract.outputs import OUTPUT_TABLES
from screening.contract.tables import TABLES
from screening.contract.words import ENUMERATIONS
from screening.settings import Settings

DOCS = Path(__file__).parent
_NOTE = "<!-- Written by docs/write.py from the code; do not edit. -->\n\n"


def pages() -> dict[str, str]:
    """Path below docs/ -> text, for every page made from the code."""
    made = {f"schema/{name}.md": _output(name, columns) for name, columns in OUTPUT_TABLES.items()}
    made["schema/inputs.md"] = _inputs()
    made["schema/stages.md"] = _stages()
    made["schema/index.md"] = _index()
    made["configuration.md"] = _configuration()
    return {path: _NOTE + text for path, text in made.items()}


def _output(name: str, columns: Mapping[str, str]) -> str:
    rows = "".join(f"| `{column}` | {kind} |\n" for column, kind in columns.items())
    return f"# {name}.parquet\n\nContract version {CONTRACT_VERSION}.\n\n| column | Arrow type |\n|---|---|\n{rows}"


def _inputs() -> str:
    parts = ["# Input tables\n\nRequired columns bear a star. Enumerated cells hold the code or one of its words.\n"]
    for table in TABLES.values():
        parts.append(
            f"\n## `{table.name}` {table.zh}\n\nOne row: {table.grain}.\n\n| column | 表头 | kind |\n|---|---|---|\n"
        )
        for column in table.columns:
            star = "*" if column.required else ""
            words = f" {', '.join(ENUMERATIONS[column.words])}" if column.words is not None else ""
            parts.append(f"| `{column.name}`{star} | {column.zh} | {column.kind.value}{words} |\n")
    parts.append("\n# Words\n\n| enumeration | code | words |\n|---|---|---|\n")
    for name, codes in ENUMERATIONS.items():
        parts.extend(f"| {name} | `{code}` | {'、'.join(words)} |\n" for code, words in codes.items())
    return "".join(parts)


def _stages() -> str:
    parts = ["# Tables between the stages\n\nStages never import each other; they meet in these tables only.\n"]
    for table in STAGE_TABLES.values():
        parts.append(
            f"\n## `{table.name}`\n\n{table.grain}. Written by {table.writer}.\n\n| column | type |\n|---|---|\n"
        )
        parts.extend(f"| `{column}` | {kind} |\n" for column, kind in table.columns.items())
    return "".join(parts)


def _index() -> str:
    parts = [
        f"# index/\n\nIndex version {INDEX_VERSION}, in the metadata of every file. What `coi investigate` and `coi review` read: one Parquet file a table, sorted by "
        "its key (and then by all other columns, where the key does not name a row), mode 0600. No reader of it sees an identity number: `shown` is masked, in `veiled` "
        "a letter stands for each digit so that places can be compared (no encryption; who may read the folder is what protects it).\n\n"
        "Side: *nobody* = in `index/` only; *officer*, *watched* = in `restricted/index/` for people behind the wall, in `index/` for all "
        "others; *name* = in `index/`, but for rows that bear a name of somebody behind the wall.\n"
    ]
    for table in INDEX_TABLES.values():
        parts.append(
            f"\n## `{table.name}`\n\n{table.grain}. Key: {', '.join(f'`{name}`' for name in table.key)}. Side: {table.owner}.\n\n"
            "| column | type |\n|---|---|\n"
        )
        parts.extend(f"| `{column}` | {kind} |\n" for column, kind in table.columns.items())
    return "".join(parts)


def _configuration() -> str:
    parts = ["# Configuration: `coi.toml`\n\nUnknown keys are errors (exit status 2). Every key is optional.\n"]
    for name, field in Settings.model_fields.items():
        model = _section(field.annotation)
        heading = f"[{name}]" if field.annotation is model else f"[{name}.<name>]"
        parts.append(
            f"\n## `{heading}`\n\n{(model.__doc__ or '').strip()}\n\n| key | type | default | meaning |\n|---|---|---|---|\n"
        )
        parts.extend(_keys(model))
    return "".join(parts)


def _section(annotation: Any) -> type[BaseModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return _section(get_args(annotation)[-1])


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield f"| `{name}` | {_type(field.annotation)} | {_default(field)} | {field.description or ''} |\n"


def _type(annotation: Any) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in arguments)
    if origin in {Union, UnionType}:
        return " or ".join(_type(part) for part in arguments if part is not type(None))
    if origin is tuple:
        return f"list of {_type(arguments[0])}"
    if origin is dict:
        return f"table of {_type(arguments[1])}"
    names = {
        "str": "text",
        "int": "whole number",
        "float": "number",
        "Decimal": "number",
        "bool": "true or false",
    }
    return names.get(annotation.__name__, str(annotation.__name__))


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "(required)"
    value = field.default
    if value is None or value in ((), {}):
        return ""
    return f"`{', '.join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else value}`"


def main() -> int:
    """Writes or checks the pages; the exit status."""
    stale = []
    for name, text in pages().items():
        path = DOCS / name
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"docs/{name} is stale: run `make docs`", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
