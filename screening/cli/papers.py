"""`coi template`: papers to fill in, to sign and to send."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from screening.cli.console import reporting

Language = Literal["zh", "en"]


def template(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or an empty folder.")],
    lang: Annotated[Language, typer.Option("--lang", help="Language of the papers and messages.")] = "zh",
) -> None:
    """Write empty input workbooks and the policy's declaration form and statement, ready to fill in."""
    with reporting(lang):
        from screening.papers.blank import write_blank

        books = write_blank(folder, lang)
        typer.echo(
            f"已写入 {folder}：空白数据表 {books} 个、利益冲突申报表与声明各一份。填好后以 coi run {folder} 筛查。"
            if lang == "zh"
            else f"Written to {folder}: {books} empty workbooks, the declaration form and the statement. "
            f"Filled in, the folder is what `coi run` screens."
        )
