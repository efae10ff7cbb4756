"""Look-ups: platforms, and where to report. Each page is made from the registry's facts."""

from typing import Any, Final
from weakref import WeakKeyDictionary

from litestar import get, post
from litestar.datastructures import State
from litestar.response import Redirect

from hotline_check.api.registry import Registry
from hotline_check.errors import HotlineError
from hotline_check.registry.models import Platform
from hotline_check.serving.web.pages.answers import Page, linked, page, words_of
from hotline_check.serving.web.pages.forms import AnyRequest, form_of
from hotline_check.serving.web.settings import MOST_BODY
from hotline_check.wording.pages.authority import authority_view, countries_view
from hotline_check.wording.pages.platform import platform_view
from hotline_check.wording.pages.platforms import platforms_view

# Collected once for each registry, for the list that a browser completes names from.
_NAMES: Final[WeakKeyDictionary[Registry, tuple[str, ...]]] = WeakKeyDictionary()
# What a person can mend in the form itself.
_IN_FORM: Final = frozenset(
    {"nothing-given", "no-such-platform", "no-such-region", "no-such-region-near"}
)


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


LOOK_UPS: Final = (platforms, named_platform, platform, countries, authorities)


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
