"""`coi review`: the local review page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from screening.cli.console import reporting
from screening.errors import ScreeningError

Language = Literal["zh", "en"]


def review(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Output folder of the nights.")],
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port on this machine; default a free one.")
    ] = 0,
    by: Annotated[str | None, typer.Option("--by", help="Who decides; default this account.")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only show the address; open no browser.")] = False,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language; default that of the run.")] = None,
) -> None:
    """Review the published candidates in a browser on this machine: evidence, decision, next."""
    from screening.cli.deciding import spoken

    with reporting(lang) as voice:
        voice.language = language = lang or spoken(out)
        from screening.review.serve import serve

        serve(
            out, (by or "").strip() or None, port, lang, not no_browser, _say, lambda fault: _complain(fault, language)
        )
        typer.echo("已停止。" if language == "zh" else "Stopped.")


def _say(address: str, language: Language, by: str) -> None:
    typer.echo(
        f"审阅页面（决定人 {by}）：{address}\n该地址只能打开一次，仅限本机；按 Ctrl-C 停止。"
        if language == "zh"
        else f"Review page (deciding as {by}): {address}\nThe address works once, on this machine only; stop with Ctrl-C."
    )


def _complain(fault: ScreeningError, language: Language) -> None:
    typer.echo(fault.zh if language == "zh" else fault.en, err=True)
