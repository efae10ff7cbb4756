"""The guided pages: the call sheet, and what to do after a call."""

from typing import Any, Final, NamedTuple, get_args

from litestar import get, post
from litestar.datastructures import State

from hotline_check.api.registry import Registry
from hotline_check.clock import local
from hotline_check.errors import HotlineError
from hotline_check.guidance import sheet as call_sheet
from hotline_check.guidance.triage import HAPPENINGS, Happening, steps
from hotline_check.registry.matching.regions import known_region
from hotline_check.registry.terms import Topic
from hotline_check.serving.web.pages.answers import Page, linked, page, words_of
from hotline_check.serving.web.pages.forms import AnyRequest, Form, form_of
from hotline_check.serving.web.pages.lookups import by_id, platform_names
from hotline_check.serving.web.settings import MOST_BODY
from hotline_check.wording.pages.called import PlanView, called_view, plan_view
from hotline_check.wording.pages.page_words import PageWords
from hotline_check.wording.pages.sheet import SheetView, sheet_view
from hotline_check.wording.terms.problems import error_line

_ANSWERS: Final = frozenset({"yes", "no", "unsure"})


@get("/{tag:str}/platforms/{platform_id:str}/sheet", include_in_schema=False)
async def sheet(tag: str, platform_id: str, state: State) -> Page:
    """The call sheet of a platform."""
    _ = words_of(tag)
    view = await state.engine.ask(lambda r: _sheet(r, platform_id, Form([]), _))
    return page("sheet.html", linked(tag, f"platforms/{platform_id}/sheet/"), view=view)


@post(
    "/{tag:str}/platforms/{platform_id:str}/sheet",
    include_in_schema=False,
    request_max_body_size=MOST_BODY,
)
async def sheet_about(tag: str, platform_id: str, request: AnyRequest, state: State) -> Page:
    """The call sheet for a topic and a country."""
    _ = words_of(tag)
    form = await form_of(request)
    view = await state.engine.ask(lambda r: _sheet(r, platform_id, form, _))
    return page("sheet.html", linked(tag, f"platforms/{platform_id}/sheet/"), view=view)


@get("/{tag:str}/called", include_in_schema=False)
async def called(tag: str) -> Page:
    """The first question."""
    view = called_view(0, words_of(tag))
    return page("called.html", linked(tag, "called/"), view=view, answers=[])


@post("/{tag:str}/called", include_in_schema=False, request_max_body_size=MOST_BODY)
async def called_on(tag: str, request: AnyRequest, state: State) -> Page:
    """The next question, or the steps when all are answered."""
    _ = words_of(tag)
    form = await form_of(request)
    answers = [answer for answer in form.all("answer") if answer in _ANSWERS][: len(HAPPENINGS)]
    go, links = form.get("go"), linked(tag, "called/")
    given = _Facts(form.get("whom"), form.get("country"))
    if go == "back":
        answers = answers[:-1]
    if go == "all" or (go == "show" and len(answers) == len(HAPPENINGS)):
        happened = None if go == "all" else _happened(answers)
        found = await state.engine.ask(lambda r: _plan(r, happened, given, _))
        if isinstance(found, PlanView):
            return page("plan.html", links, view=found)
        wrong, status = error_line(found, _), 400
    else:
        wrong, status = None, 200
    view = called_view(len(answers), _)
    names = await state.engine.ask(platform_names) if not view.question else ()
    return page(
        "called.html",
        links,
        view=view,
        answers=answers,
        names=names,
        whom=given.platform,
        country=given.country,
        wrong=wrong,
        status=status,
    )


FLOWS: Final = (sheet, sheet_about, called, called_on)


class _Facts(NamedTuple):
    """Whom they posed as and where the person is, as typed; each may be empty."""

    platform: str
    country: str


def _happened(answers: list[str]) -> frozenset[Happening]:
    """What happened; a "not sure" counts as a yes."""
    pairs = zip(HAPPENINGS, answers, strict=True)
    return frozenset(name for name, answer in pairs if answer != "no")


def _plan(
    registry: Registry, happened: frozenset[Happening] | None, given: _Facts, _: PageWords
) -> PlanView | HotlineError:
    """The steps, or what is wrong with the facts."""
    try:
        platform = registry.platform(given.platform) if given.platform else None
        bodies = registry.authorities(given.country) if given.country else None
    except HotlineError as error:
        return error
    plan = steps(
        frozenset(HAPPENINGS) if happened is None else happened,
        platform,
        bodies.country if bodies else None,
        registry.today,
    )
    found = bodies.found if bodies else None
    return plan_view(plan, happened, platform, found, registry.info, _)


def _sheet(registry: Registry, platform_id: str, form: Form, _: PageWords) -> SheetView:
    entry = by_id(registry, platform_id)
    chosen, country = form.get("topic"), form.get("country")
    topics: tuple[Any, ...] = get_args(Topic)
    topic: Topic | None = next((t for t in topics if t == chosen), None)
    where, wrong = None, None
    try:
        where = known_region(country) if country else None
    except HotlineError as error:
        wrong = error
    made = call_sheet.prepare(entry, topic, where, local(), registry.info)
    return sheet_view(made, _, country=country, wrong=wrong)
