"""The routes of the page. Each looks at the room first, so what a reviewer may not see no route knows."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import FastAPI, Form, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from screening.errors import ScreeningError
from screening.reports.page_words import PAGE_TEXTS
from screening.reports.words import code
from screening.review import deciding, history, pages, queue
from screening.review.bulk import preview, result
from screening.review.case import case_page, record_case
from screening.review.guard import ENTRANCE, Guard, refusal
from screening.review.room import Room
from screening.review.session import Session
from screening.review.visit import Visit
from screening.review.words import TEXTS

Text = Annotated[str, Form()]
_LONGEST_IDS = 40


def review_app(room: Room, session: Session, port: int) -> Guard:
    """The page behind its guard."""
    return Guard(routes(room, session), session, port)


def routes(room: Room, session: Session) -> FastAPI:
    """Every route; the guard stands before them."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)

    def visit() -> Visit:
        return Visit(room, session, room.look())

    @app.get(ENTRANCE)
    def enter(token: str = "") -> Response:
        value = session.exchange(token)
        if value is None:
            return refusal(403)
        # A page, not a redirect: where another program's link led here, the browser would keep a strict cookie back from it.
        answer = HTMLResponse(pages.render("enter", session.language or "zh", None))
        answer.set_cookie(session.cookie, value, path="/", httponly=True, samesite="strict")
        return answer

    @app.get("/")
    def show_queue(request: Request, page: int = 1) -> Response:
        here = visit()
        wanted = queue.Filter.of(request.query_params)
        found = queue.matching(here.sight, wanted)
        pages_ = max(1, -(-len(found) // queue.PAGE))
        page = max(1, min(page, pages_))
        return here.page(
            "queue",
            wanted=wanted,
            found=found[(page - 1) * queue.PAGE : page * queue.PAGE],
            cases=len(found),
            findings=sum(len(each.items) for each in found),
            page_number=page,
            pages=pages_,
            counts=queue.counts(here.sight),
            choices=queue.choices(here.sight),
            statuses=queue.STATUSES,
            orders=tuple(queue.ORDERS),
            saved=here.saved.all(),
            restricted=here.restricted,
            **_names(here),
        )

    @app.get("/case/{case_id}")
    def show_case(request: Request, case_id: str) -> Response:
        here = visit()
        case = here.sight.shown.by_id.get(case_id)
        if case is None:
            return here.problem(*TEXTS["not_found"], 404)
        return case_page(here, case, queue.Filter.of(request.query_params))

    @app.post("/case/{case_id}")
    def decide(
        case_id: str,
        run: Text,
        seen: Annotated[int, Form()],
        finding: Annotated[list[str] | None, Form()] = None,
        decision: Text = "",
        reason: Text = "",
        until: Text = "",
        source: Text = "",
        reply: Text = "",
        identity: Text = "",
        wanted: Text = "",
    ) -> Response:
        here = visit()
        case = here.sight.shown.by_id.get(case_id)
        if case is None:
            return here.problem(*TEXTS["not_found"], 404)
        told = (decision, reason, until, source, reply, identity)
        texts = dict(zip(deciding.TEXTS, told, strict=True))
        form = deciding.Form(run, seen, tuple(finding or ()), texts)
        return record_case(here, case, form, queue.Filter.parse(wanted))

    @app.post("/bulk/preview")
    def show_preview(
        scope: Annotated[Literal["picked", "filter"], Form()],
        wanted: Text = "",
        pick: Annotated[list[str] | None, Form()] = None,
    ) -> Response:
        return preview(visit(), queue.Filter.parse(wanted), (pick or ()) if scope == "picked" else None)

    @app.post("/bulk/confirm")
    def confirm(
        run: Text,
        seen: Annotated[int, Form()],
        findings: Text,
        reason: Text = "",
        until: Text = "",
        source: Text = "",
        wanted: Text = "",
    ) -> Response:
        texts = {"reason": reason, "until": until, "source": source, "reply": ""}
        form = deciding.Form(run, seen, tuple(findings.split()), texts)
        return result(visit(), queue.Filter.parse(wanted), form)

    @app.get("/history")
    def show_history(decision: str = "", by: str = "", page: int = 1) -> Response:
        here = Visit(room, session, room.verify())
        lines = [] if here.sight.damage is not None else history.lines(here.sight, decision, by)
        pages_ = max(1, -(-len(lines) // history.PAGE))
        page = max(1, min(page, pages_))
        return here.page(
            "history",
            lines=lines[(page - 1) * history.PAGE : page * history.PAGE],
            head=here.sight.log.head,
            decision=decision,
            by=by,
            reviewers=[] if here.sight.damage is not None else history.reviewers(here.sight),
            page_number=page,
            pages=pages_,
        )

    @app.get("/news")
    def news(run: str = "") -> Response:
        here = visit()
        newest = here.sight.shown.run.run_id
        return here.fragment("news", old=run if run != newest and len(run) <= _LONGEST_IDS else None, newest=newest)

    @app.post("/filters")
    def save_filter(wanted: Text = "", name: Text = "", remove: Text = "") -> Response:
        here = visit()
        kept = queue.Filter.parse(wanted)
        try:
            if remove:
                here.saved.remove(remove)
            else:
                here.saved.save(name, kept)
        except ScreeningError as error:
            session.leave(error.zh, error.en)
        query = kept.query()
        return RedirectResponse(f"/?{query}" if query else "/", status_code=303)

    @app.post("/language")
    def choose_language(language: Annotated[Literal["zh", "en"], Form()], back: Text = "/") -> Response:
        session.language = language
        is_ours = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
        return RedirectResponse(back if is_ours else "/", status_code=303)

    @app.get("/static/{name}")
    def show_file(name: str) -> Response:
        found = pages.file(name)
        if found is None:
            raise HTTPException(404)
        return Response(found[1], media_type=found[0])

    @app.exception_handler(RequestValidationError)
    def bad_form(_request: Request, _error: Exception) -> Response:
        return visit().problem(*TEXTS["bad_form"], 422)

    @app.exception_handler(HTTPException)
    def no_route(_request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        here = visit().problem(*TEXTS["not_found"], status)
        if isinstance(error, HTTPException) and error.headers:
            here.headers.update(error.headers)
        return here

    @app.exception_handler(ScreeningError)
    def refused(_request: Request, error: Exception) -> Response:
        """The newest run cannot be shown, or the log is held: one sentence, without any page of the run."""
        if not isinstance(error, ScreeningError):
            raise error
        text = pages.render("alone", session.language or "zh", None, why=(error.zh, error.en))
        return HTMLResponse(text, status_code=503)

    return app


def _names(here: Visit) -> dict[str, Any]:
    """The words for what a filter can ask for."""
    language, entities = here.language, here.sight.shown.entities
    return {
        "tier_name": lambda tier: code("tier", tier, language),
        "entity_name": lambda entity: f"{entity} {entities.get(entity, '')}".strip(),
        "declared_name": lambda status: (
            PAGE_TEXTS["no_duty"][language == "en"]
            if status == queue.NO_DUTY
            else code("declaration_status", status, language)
        ),
        "life_name": lambda life: code("lifecycle", life, language),
        "order_name": lambda name: PAGE_TEXTS[f"sort_{name}"][language == "en"],
    }
