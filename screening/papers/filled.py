"""`coi template DIR --from OUT`: a December form for everybody in office, and a letter for every open case.

What is about people behind the wall stands in restricted/, as in a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from screening.papers.folder import paper_folder
from screening.papers.form import Declarant, form
from screening.papers.known import known_rows
from screening.papers.language import Language
from screening.papers.letter import Case, letter
from screening.papers.names import file_stems
from screening.papers.published import NO_LETTER, Officer, Published, Row, nothing_to_write, read_published

FORMS, LETTERS, RESTRICTED = "forms", "letters", "restricted"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and for whom nothing could be.

    Attributes:
        language: in which the papers speak.
        hidden: findings and candidates behind the wall that the caller may not see; None where there are none to hide.
        stands_aside: whether people were left out from whose matters the caller stands aside.
    """

    language: Language
    forms: int
    letters: int
    hidden: Mapping[str, int] | None
    stands_aside: bool


def write_filled(path: Path, out: Path, officer_id: str | None, language: Language | None) -> Written:
    """Writes forms/ and letters/ into a new or empty folder, all or none.

    Args:
        path: the folder.
        out: an output folder; its latest run is read.
        officer_id: one officer, whose form is written even where he is out of office; None is everybody.
        language: None is that of the run.

    Raises:
        ScreeningError: nothing was written.
    """
    run = read_published(out, officer_id)
    spoken = language or run.language
    made_on = datetime.fromisoformat(run.as_of)
    declarants = [each for each in run.officers if each.is_in_office or officer_id is not None]
    cases = [case for each in run.officers for case in open_cases(each)]
    if not declarants and not cases:
        raise nothing_to_write()
    stems = file_stems(each.officer_id for each in run.officers)
    with paper_folder(path, out) as folder:
        for each in declarants:
            paper = form(spoken, declarant(each, stems[each.officer_id], run, spoken), made_on)
            paper.save(_place(folder, each, FORMS) / f"{stems[each.officer_id]}.docx")
        for case in cases:
            name = f"{stems[case.officer.officer_id]}-{case.case_id}.docx"
            letter(case, run.kinship, spoken, made_on).save(_place(folder, case.officer, LETTERS) / name)
    return Written(spoken, len(declarants), len(cases), run.hidden, run.stands_aside)


def declarant(officer: Officer, code: str, run: Published, language: Language) -> Declarant:
    """Whose form it is, with the rows that may be filled in; `code` stands for him as in the file's name."""
    posts = list(dict.fromkeys(" ".join(filter(None, (_company(post), post["position"]))) for post in officer.posts))
    known = known_rows(officer, run.as_of, run.kinship, language)
    return Declarant(code, officer.name, posts, run.as_of, known)


def open_cases(officer: Officer) -> Iterator[Case]:
    """His cases with something to ask about, as the reports group them."""
    cases: dict[str, list[Row]] = {}
    for link in officer.links:
        if link["outcome"] == "candidate" and link["rule_id"] not in NO_LETTER:
            cases.setdefault(link["case_id"], []).append(link)
    for case_id, links in sorted(cases.items()):
        yield Case(case_id, officer, links)


def _place(folder: Path, officer: Officer, kind: str) -> Path:
    place = (folder / RESTRICTED if officer.is_restricted else folder) / kind
    place.mkdir(parents=True, exist_ok=True)
    return place


def _company(post: Row) -> str:
    return str(post["entity_name"] or post["entity_id"] or "")
