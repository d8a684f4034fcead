"""The commands: words in, one call of the core, words out. Heavy imports are lazy."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from screening.cli.console import check_words, reporting, show_progress, tell, tell_misuse
from screening.cli.papers import template
from screening.cli.questions import investigate
from screening.cli.reviewing import review
from screening.errors import UsageError

app = typer.Typer(
    name="coi",
    help="Conflict-of-interest screening: who stands behind a counterparty, and was it declared?",
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback may quote data
    context_settings={"help_option_names": ["-h", "--help"]},
)


Language = Literal["zh", "en"]


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from screening import CONTRACT_VERSION, __version__

        typer.echo(f"coi-screening {__version__} (contract {CONTRACT_VERSION})")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@app.command()
def run(
    delivery: Annotated[
        Path,
        typer.Argument(metavar="DELIVERY", help="Folder with the tables of one night."),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", help="Output folder; results are published as OUT/latest."),
    ],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Day the run stands for; default today."),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Another coi.toml than the delivery's own."),
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the reports and messages.")] = None,
    executor: Annotated[
        Literal["local", "dask"],
        typer.Option("--executor", help="dask is not available in this version."),
    ] = "local",
    scheduler: Annotated[str | None, typer.Option("--scheduler", help="Address of a Dask scheduler.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Reuse nothing; this version never reuses.")] = False,
    threads: Annotated[
        int | None,
        typer.Option("--threads", min=1, max=64, help="Threads; never changes a result."),
    ] = None,
) -> None:
    """Screen one delivery and publish the result under OUT."""
    with reporting(lang) as voice:
        from screening.cli.arguments import as_of_date, refuse_executor
        from screening.pipeline import Request, read_settings, run_night

        refuse_executor(executor, scheduler)
        settings = read_settings(delivery, config)
        if threads is not None:
            settings = settings.with_threads(threads)
        voice.language = lang or settings.output.language
        request = Request(delivery, out, as_of_date(as_of, settings.output.time_zone), settings, lang)
        with show_progress(request.spoken) as progress:
            result = run_night(request, lambda: datetime.now(UTC), progress.stage, progress.step)
        tell(result, request.spoken)


app.command()(investigate)
app.command()(template)


@app.command()
def dispose(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="An output folder.")],
    finding_id: Annotated[str | None, typer.Argument(metavar="[FINDING_ID]", help="As the reports show it.")] = None,
    decision: Annotated[
        str | None,
        typer.Option(
            "--decision", help="confirmed (the link, never guilt), dismissed, needs_info, asked_subject, declared_late."
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why; always needed.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who decides; default this account.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Last day on which it holds.")] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="The primary record looked at; needed to confirm.")
    ] = None,
    reply: Annotated[
        str | None, typer.Option("--reply", help="The subject's answer, or two dated requests; needed to confirm.")
    ] = None,
    identity: Annotated[
        str | None, typer.Option("--identity", help="same or not_same: whether the records are one person or company.")
    ] = None,
    workbook: Annotated[
        Path | None,
        typer.Option("--from", metavar="report.xlsx", help="Read the decisions written into a workbook instead."),
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language of the messages.")] = None,
) -> None:
    """Record an auditor's decision; it survives every later run."""
    from screening.cli.deciding import dispose_one, dispose_sheet, spoken, tell_outcome

    told = {
        "decision": decision,
        "reason": reason,
        "until": until,
        "source": source,
        "reply": reply,
        "identity": identity,
    }
    with reporting(lang) as voice:
        voice.language = language = lang or spoken(out)
        if (finding_id is None) == (workbook is None) or (workbook is not None and any(told.values())):
            raise UsageError(
                "请给出一个结果编号及其决定，或者用 --from 给出工作簿。",
                "Name one finding and what is decided on it, or give a workbook with --from.",
                "wrong_usage",
            )
        if workbook is not None:
            raise typer.Exit(tell_outcome(dispose_sheet(out, workbook, by), language))
        typer.echo(dispose_one(out, finding_id or "", told, by)[language])


app.command()(review)


@app.command()
def verify(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="An output folder.")],
    lang: Annotated[Language, typer.Option("--lang", help="Language of the message.")] = "zh",
) -> None:
    """Prove that the published files, the decisions and their log are whole and unaltered."""
    with reporting(lang):
        from screening.decisions.verification import verify_decisions
        from screening.warehouse.verification import verify

        run_id, files = verify(out)
        decisions = verify_decisions(out)
        typer.echo(
            f"{files} 个文件、{decisions} 条决定完整无改动；latest 指向 {run_id}。"
            if lang == "zh"
            else f"{files} files and {decisions} decisions are whole and unaltered; latest is {run_id}."
        )


def main() -> NoReturn:
    """Entry point of `coi`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot write Chinese must not end a night
    try:
        check_words(sys.argv[1:])
        sys.exit(app(prog_name="coi", standalone_mode=False))
    except typer.TyperException as misuse:  # wrong words on the command line
        tell_misuse(misuse, sys.argv[1:])
        sys.exit(2)
    except typer.Abort:
        sys.exit(130)
