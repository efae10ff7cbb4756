"""The pages to look up and to check: each is made from the registry's facts and the templates."""

from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

from litestar import get, post
from litestar.datastructures import State
from litestar.response import Redirect

from hotline_check.api.registry import Registry
from hotline_check.errors import HotlineError
from hotline_check.private_keys import taken_out
from hotline_check.registry.models import Platform
from hotline_check.serving.links import Links
from hotline_check.serving.web.answers import Page, linked, page, words_of
from hotline_check.serving.web.forms import AnyRequest, form_of
from hotline_check.serving.web.languages import accepted
from hotline_check.serving.web.settings import MOST_BODY, MOST_TEXT
from hotline_check.verdict.models import Direction, Verdict
from hotline_check.wording.pages.authority import authority_view, countries_view
from hotline_check.wording.pages.check_form import CheckForm, Given, check_form
from hotline_check.wording.pages.page_words import page_words
from hotline_check.wording.pages.platform import platform_view
from hotline_check.wording.pages.platforms import platforms_view
from hotline_check.wording.pages.verdict import answer_view

_MADE_UP: Final = "Example: +1 202 555 0100, help@example.com, https://example.com/help"
# Reasons that name the country as what is missing: the form then shows its field at once.
_COUNTRY_WANTED: Final = frozenset({"no-country", "say-country", "may-be", "may-be-authority"})
_NAMES: Final[WeakKeyDictionary[Registry, tuple[str, ...]]] = WeakKeyDictionary()
# What a person can mend in the form itself.
_IN_FORM: Final = frozenset(
    {"nothing-given", "no-such-platform", "no-such-region", "no-such-region-near"}
)


@get("/", include_in_schema=False)
async def start(request: AnyRequest) -> Redirect:
    """The first page in the reader's language."""
    lang = accepted(request.headers.get("accept-language", ""))
    headers = {"vary": "accept-language", "cache-control": "no-cache"}
    return Redirect(Links(lang).part("check"), status_code=302, headers=headers)


@get("/{tag:str}/", include_in_schema=False)
async def home(tag: str, state: State) -> Page:
    """The form."""
    _ = words_of(tag)
    names = await state.engine.ask(platform_names)
    return page("check.html", linked(tag), form=check_form(names, _))


@post("/{tag:str}/check", include_in_schema=False, request_max_body_size=MOST_BODY)
async def checked(tag: str, request: AnyRequest, state: State) -> Page:
    """The answer about what was typed."""
    _ = words_of(tag)
    form = await form_of(request)
    given = Given(
        text=form.get("text", MOST_TEXT),
        platform=form.get("platform"),
        country=form.get("country"),
        they_called=bool(form.get("they_called")),
    )
    kept = Given() if taken_out(given.text)[1] else given  # a seed phrase is not shown again
    try:
        found, is_whole, names = await state.engine.ask(lambda registry: _judged(registry, given))
    except HotlineError as error:
        if error.code not in _IN_FORM:
            raise
        names = await state.engine.ask(platform_names)
        wrong = check_form(names, _, given=kept, wrong=error)
        return page("check.html", linked(tag), form=wrong, status=400)
    state.metrics.verdicts(found)
    is_country_wanted = any(r.code in _COUNTRY_WANTED for v in found for r in v.reasons)
    again: CheckForm = check_form(names, _, given=kept, is_country_wanted=is_country_wanted)
    return page(
        "verdict.html", linked(tag), view=answer_view(found, _, is_whole=is_whole), form=again
    )


@get("/{tag:str}/check", include_in_schema=False)
async def not_checked(tag: str) -> Redirect:
    """The form, for a reader who opens the address of an answer again."""
    words_of(tag)
    return Redirect(linked(tag).part("check"), status_code=303)


@get("/{tag:str}/platforms", include_in_schema=False)
async def platforms(tag: str, state: State) -> Page:
    """All platforms."""
    _ = words_of(tag)
    view = await state.engine.ask(lambda r: platforms_view(r.platforms(), r.info, _))
    return page("platforms.html", linked(tag, "platforms/"), view=view)


@post("/{tag:str}/platforms", include_in_schema=False, request_max_body_size=MOST_BODY)
async def named_platform(tag: str, request: AnyRequest, state: State) -> Page | Redirect:
    """The platform of a name that was typed, by its own address."""
    _ = words_of(tag)
    name = (await form_of(request)).get("name")
    try:
        found: Platform = await state.engine.ask(lambda r: r.platform(name))
    except HotlineError as error:
        wrong = error
        view = await state.engine.ask(
            lambda r: platforms_view(r.platforms(), r.info, _, given=name, wrong=wrong)
        )
        return page("platforms.html", linked(tag, "platforms/"), view=view, status=404)
    return Redirect(linked(tag).platform(found.id), status_code=303)


@get("/{tag:str}/platforms/{platform_id:str}", include_in_schema=False)
async def platform(tag: str, platform_id: str, state: State) -> Page:
    """How a platform can be reached."""
    _ = words_of(tag)

    def viewed(registry: Registry) -> Any:
        by_id(registry, platform_id)
        found = registry.channels(platform_id)
        return platform_view(
            found.platform,
            found.today,
            found.registry,
            _,
            openings=found.openings,
            quickest=found.quickest,
        )

    view = await state.engine.ask(viewed)
    return page("platform.html", linked(tag, f"platforms/{platform_id}/"), view=view)


@get("/{tag:str}/report", include_in_schema=False)
async def countries(tag: str, state: State) -> Page:
    """The countries whose public bodies take reports."""
    _ = words_of(tag)
    view = await state.engine.ask(lambda r: countries_view(r.countries(), _))
    return page("countries.html", linked(tag, "report/"), view=view)


@get("/{tag:str}/report/{country:str}", include_in_schema=False)
async def authorities(tag: str, country: str, state: State) -> Page:
    """The public bodies of a country."""
    _ = words_of(tag)

    def viewed(registry: Registry) -> Any:
        if country.upper() not in registry.countries():
            raise HotlineError("no-such-page")
        bodies = registry.authorities(country)
        assert bodies.found  # noqa: S101  # a country of the list has bodies
        return authority_view(bodies.found, bodies.openings, bodies.registry, _)

    view = await state.engine.ask(viewed)
    return page("authority.html", linked(tag, f"report/{country.lower()}/"), view=view)


PAGES: Final = (
    *(start, home, checked, not_checked, platforms, named_platform, platform),
    *(countries, authorities),
)


def by_id(registry: Registry, platform_id: str) -> Platform:
    """The platform with an id; raises HotlineError `no-such-page` for any other name."""
    try:
        found = registry.platform(platform_id)
    except HotlineError as error:
        raise HotlineError("no-such-page") from error
    if found.id != platform_id:
        raise HotlineError("no-such-page")
    return found


def platform_names(registry: Registry) -> tuple[str, ...]:
    """The names to choose from; an updated registry is another object."""
    found = _NAMES.get(registry)
    if found is None:
        found = _NAMES[registry] = tuple(platform.name for platform in registry.platforms())
    return found


def first_answer(registry: Registry) -> None:
    """Answer a made-up question as a page does, which loads what such an answer needs."""
    judged = _judged(registry, Given(text=_MADE_UP))
    _ = page_words("en")
    form = check_form(judged.names, _)
    page("verdict.html", Links("en"), view=answer_view(judged.verdicts, _), form=form)


class _Judged(NamedTuple):
    """The verdicts about what was given. is_whole: nothing in it was left unread."""

    verdicts: list[Verdict]
    is_whole: bool
    names: tuple[str, ...]


def _judged(registry: Registry, given: Given) -> _Judged:
    """The verdicts, with the names for the form under them."""
    if not given.text and not given.they_called:
        raise HotlineError("nothing-given")
    names = platform_names(registry)
    platform, region = given.platform or None, given.country or None
    direction: Direction = "they-called" if given.they_called else "dialling"
    found = registry.check(given.text, platform=platform, region=region, direction=direction)
    if not any(reason.code == "whole-text" for verdict in found for reason in verdict.reasons):
        return _Judged(found, True, names)
    # A long message, which the program would scan.
    scan = registry.scan_text(given.text, platform=platform, region=region, direction=direction)
    return _Judged([hit.verdict for hit in scan.hits] or found, scan.tally.is_whole, names)
