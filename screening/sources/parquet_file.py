"""Parquet: typed columns as text, read in a process of their own."""

from __future__ import annotations

import pyarrow as pa

from screening.contract.columns import Table
from screening.settings import SourceSettings
from screening.sources.cell_types import NUMBER, TEXT
from screening.sources.child_process import ReaderProcess
from screening.sources.headers import lay_out
from screening.sources.readings import Reading
from screening.sources.rejections import rejected, unreadable
from screening.sources.snapshot import Snapshot

_FLOATS = ("halffloat", "float", "double")


def read_parquet(process: ReaderProcess, snapshot: Snapshot, table: Table, source: SourceSettings) -> Reading:
    """One Parquet file as text; its first record counts as row 2, as under a header.

    Raises:
        DeliveryRejected: unreadable, not the table's columns, a column of lists or structures, or it ended the process.
    """
    opened, _ = process.ask(snapshot.file, {"verb": "open"}, snapshot.data)
    headers, types = opened["headers"], opened["types"]
    layout = lay_out(table, headers, source, snapshot.file)
    wanted = [headers[position] for position in layout.positions.values()]
    answer, payload = process.ask(snapshot.file, {"verb": "read", "headers": wanted})
    if "untyped" in answer:
        name = list(layout.positions)[wanted.index(answer["untyped"])]
        raise rejected(
            "column_type",
            f"表 {table.name}（{table.zh}）的文件 {snapshot.file} 中，列 {name}（{table.column(name).zh}）的类型不能读作文本；"
            "请以文本类型导出该列。",
            f"Table {table.name}, file {snapshot.file}: the column {name} has a type that cannot be read as text;"
            " export it as text.",
        )
    try:
        data = pa.ipc.open_stream(payload).read_all()
        data.validate(full=True)  # it comes from a process that read foreign bytes
    except pa.ArrowException:
        raise unreadable(snapshot.file, "Parquet 内容已损坏", "its Parquet content is damaged") from None
    return Reading(
        layout=layout,
        cells=dict(zip(layout.positions, data.columns, strict=True)),
        rows=pa.array(range(2, data.num_rows + 2), pa.int64()),
        kinds={name: NUMBER if types[at] in _FLOATS else TEXT for name, at in layout.positions.items()},
        width=len(headers),
    )
