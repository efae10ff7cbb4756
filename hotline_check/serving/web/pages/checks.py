"""The form that checks a contact, and its answer."""

from typing import Any, Final, NamedTuple, TypedDict

from litestar import get, post
from litestar.datastructures import State
from litestar.response import Redirect

from hotline_check.api.registry import Registry
from hotline_check.errors import HotlineError
from hotline_check.private_keys import taken_out
from hotline_check.reading.plain_text import LONGEST
from hotline_check.serving.links import Links
from hotline_check.serving.web.languages import accepted
from hotline_check.serving.web.pages.answers import Page, linked, page, words_of
from hotline_check.serving.web.pages.forms import AnyRequest, form_of
from hotline_check.serving.web.pages.lookups import platform_names
from hotline_check.serving.web.pages.uploads import is_picture, takes_pictures
from hotline_check.serving.web.settings import MOST_DRAINED, MOST_TEXT
from hotline_check.verdict.models import Direction, Verdict
from hotline_check.wording.pages.check_form import CheckForm, Given, check_form
from hotline_check.wording.pages.page_words import PageWords, page_words
from hotline_check.wording.pages.verdict import answer_view

# Numbers and names that are reserved for examples, so that nobody dials one.
_MADE_UP: Final = "Example: +1 202 555 0100, help@example.com, https://example.com/help"
# Reasons that name the country as what is missing: the form then shows its field at once.
_COUNTRY_WANTED: Final = frozenset({"no-country", "say-country", "may-be", "may-be-authority"})
# What a person can mend in the form itself.
_IN_FORM: Final = frozenset(
    {
        *("nothing-given", "no-such-platform", "no-such-region", "no-such-region-near"),
        *("not-a-picture", "picture-empty", "picture-unread"),
    }
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
    return page("check.html", linked(tag), form=_form(names, _))


@post("/{tag:str}/check", include_in_schema=False, request_max_body_size=MOST_DRAINED)
async def checked(tag: str, request: AnyRequest, state: State) -> Page:
    """The answer about what was typed and shown."""
    _ = words_of(tag)
    async with state.uploads.room(request):
        form = await form_of(request, takes_picture=takes_pictures())
        given = Given(
            text=form.get("text", MOST_TEXT),
            platform=form.get("platform"),
            country=form.get("country"),
            they_called=bool(form.get("they_called")),
        )
        kept = Given() if taken_out(given.text)[1] else given  # a seed phrase is not shown again
        try:
            async with state.uploads.turn(form.picture):
                (found, is_whole), names = await state.engine.ask(
                    lambda registry: (
                        _judged(registry, given, form.picture),
                        platform_names(registry),
                    ),
                    is_slow=bool(form.picture) or len(given.text) > LONGEST,
                )
        except HotlineError as error:
            if error.code not in _IN_FORM:
                raise
            names = await state.engine.ask(platform_names)
            wrong = _form(names, _, given=kept, wrong=error)
            return page("check.html", linked(tag), form=wrong, status=400)
    state.metrics.verdicts(found)
    is_country_wanted = any(r.code in _COUNTRY_WANTED for v in found for r in v.reasons)
    again = _form(names, _, given=kept, is_country_wanted=is_country_wanted)
    return page(
        "verdict.html", linked(tag), view=answer_view(found, _, is_whole=is_whole), form=again
    )


@get("/{tag:str}/check", include_in_schema=False)
async def not_checked(tag: str) -> Redirect:
    """The form, for a reader who opens the address of an answer again."""
    words_of(tag)
    return Redirect(linked(tag).part("check"), status_code=303)


CHECKS: Final = (start, home, checked, not_checked)


def first_answer(registry: Registry) -> None:
    """Answer a made-up question as a page does, which loads what such an answer needs."""
    _ = page_words("en")
    view = answer_view(_judged(registry, Given(text=_MADE_UP)).verdicts, _)
    page("verdict.html", Links("en"), view=view, form=_form(platform_names(registry), _))


def _form(names: tuple[str, ...], _: PageWords, **given: Any) -> CheckForm:
    return check_form(names, _, takes_picture=takes_pictures(), **given)


class _Question(TypedDict):
    """What is asked about everything that was given."""

    platform: str | None
    region: str | None
    direction: Direction


class _Found(NamedTuple):
    """Verdicts. is_whole: nothing was left unread."""

    verdicts: list[Verdict]
    is_whole: bool


def _judged(registry: Registry, given: Given, picture: bytes = b"") -> _Found:
    if not (given.text or given.they_called or picture):
        raise HotlineError("nothing-given")
    question = _Question(
        platform=given.platform or None,
        region=given.country or None,
        direction="they-called" if given.they_called else "dialling",
    )
    is_asked = bool(given.text or given.they_called)
    found = _typed(registry, given.text, question) if is_asked else _Found([], True)
    if picture:
        shown = _shown(registry, picture, question, is_alone=not is_asked)
        typed = found.verdicts if given.text or not shown.verdicts else []
        return _Found([*typed, *shown.verdicts], False)
    return found


def _typed(registry: Registry, text: str, question: _Question) -> _Found:
    found = registry.check(text, **question)
    if not any(reason.code == "whole-text" for verdict in found for reason in verdict.reasons):
        return _Found(found, True)
    # A long message, which the program would scan.
    scan = registry.scan_text(text, **question)
    return _Found([hit.verdict for hit in scan.hits] or found, scan.tally.is_whole)


def _shown(registry: Registry, picture: bytes, question: _Question, *, is_alone: bool) -> _Found:
    """The verdicts about a picture, none of which is good.

    is_alone: nothing else was given, so that there is no answer where nothing could be read.
    """
    if not is_picture(picture):
        raise HotlineError("not-a-picture")
    scan = registry.scan_bytes(picture, **question)
    if is_alone and not scan.hits:
        raise HotlineError("picture-unread" if scan.tally.failed else "picture-empty")
    return _Found([hit.verdict for hit in scan.hits], False)
