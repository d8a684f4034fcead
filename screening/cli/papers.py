"""`coi template`: papers to fill in, to sign and to send."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from screening.cli.console import reporting

if TYPE_CHECKING:
    from screening.papers.filled import Written

Language = Literal["zh", "en"]


def template(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or an empty folder.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="OUT",
            help="Instead: December forms with what OUT/latest knows, and a letter of inquiry for each open case.",
        ),
    ] = None,
    officer: Annotated[str | None, typer.Option("--officer", metavar="ID", help="With --from: of one officer.")] = None,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="Language of the papers; default that of the run, else Chinese.")
    ] = None,
) -> None:
    """Write empty input workbooks and the policy's declaration form and statement, ready to fill in."""
    with reporting(lang) as voice:
        from screening.errors import UsageError

        if out is not None:
            from screening.cli.deciding import spoken
            from screening.papers.filled import write_filled

            voice.language = lang or spoken(out)
            written = write_filled(folder, out, officer, lang)
            typer.echo("\n".join(_told(written, folder)))
            return
        if officer is not None:
            raise UsageError(
                "--officer 须与 --from 同用，请一并给出输出目录。",
                "--officer goes with --from; name the output folder, too.",
                "wrong_usage",
            )
        from screening.papers.blank import write_blank

        books = write_blank(folder, voice.language)
        typer.echo(
            f"已写入 {folder}：空白数据表 {books} 个、利益冲突申报表与声明各一份。填好后以 coi run {folder} 筛查。"
            if voice.language == "zh"
            else f"Written to {folder}: {books} empty workbooks, the declaration form and the statement. "
            "Filled in, the folder is what `coi run` screens."
        )


def _told(written: Written, folder: Path) -> Iterator[str]:
    """What was written, and what was not."""
    chinese = written.language == "zh"
    yield (
        f"已写入 {folder}：预填申报表 {written.forms} 份，询问函 {written.letters} 份。发出前请逐份审阅。"
        if chinese
        else f"Written to {folder}; forms filled in before: {written.forms}, letters of inquiry: {written.letters}. Read each before it is sent."
    )
    if written.hidden is not None:
        count = written.hidden["findings"]
        yield (
            f"另有 {count} 条结果涉及受限人员，未生成文书。"
            if chinese
            else f"{count} more findings concern restricted people; no papers were made on them."
        )
    if written.stands_aside:
        yield (
            "您须回避的人员（[reviewers]）未生成文书。"
            if chinese
            else "No papers were made on people from whose matters you must stand aside ([reviewers])."
        )
