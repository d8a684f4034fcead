"""`coi investigate`: a question against the published run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from screening.cli.console import reporting

Language = Literal["zh", "en"]


def investigate(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Output folder of the nights.")],
    officer: Annotated[str | None, typer.Option("--officer", metavar="ID", help="An officer by code.")] = None,
    person: Annotated[
        str | None,
        typer.Option(
            "--person",
            metavar="NAME",
            help="Anybody watched: a name in any writing (pinyin, Traditional, Cantonese spelling), or a masked number.",
        ),
    ] = None,
    id_number: Annotated[
        str | None, typer.Option("--id-number", metavar="-", help="Asks for an identity number without showing it.")
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="ID|NAME|USCC", help="A counterparty by code, name or credit code.")
    ] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option("--pair", metavar="OFFICER_ID PARTY_ID", help="How they stand, and why there is no finding."),
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Also write a dossier to print.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language; default that of the run.")] = None,
) -> None:
    """Ask the published run: who this is, every link, every rule's verdict, and why there is no finding."""
    with reporting(lang) as voice:
        from screening.investigate.answer import Question, ask

        question = Question(officer, person, _number(id_number, lang or "zh"), party, pair)
        answer = ask(out, question)
        voice.language = lang or answer.run["language"]
        if html is not None:
            from screening.investigate.dossier import write_dossier

            write_dossier(html, out, answer, voice.language)
        if as_json:
            typer.echo(answer.to_json())
            return
        from screening.investigate.terminal import show

        show(answer, voice.language, sys.stdout)


def _number(given: str | None, language: Language) -> str | None:
    """The identity number, asked for without echo; from a pipe its first line.

    Raises:
        UsageError: it was typed on the command line, where the shell keeps it, or nothing was typed.
    """
    from getpass import getpass

    from screening.cli.console import is_text
    from screening.errors import UsageError

    if given is None:
        return None
    if given != "-":
        raise UsageError(
            "证件号码请勿写在命令行中；请写 --id-number -，程序会另行询问。",
            "Do not type an identity number on the command line; write --id-number - and be asked for it.",
            "number_on_command_line",
        )
    prompt = "证件号码（不显示）：" if language == "zh" else "Identity number (not shown): "
    try:
        number = (getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline()).strip()
    except (EOFError, UnicodeDecodeError):
        number = ""
    if not number or not is_text(number):
        raise UsageError("未输入证件号码，请重试。", "No identity number was entered; try again.", "no_number")
    return number
