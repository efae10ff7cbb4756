"""The HTTP API: questions as JSON, answers as the program's own JSON objects."""

from http import HTTPStatus
from typing import Annotated, Any, Final, TypeVar

import msgspec
from litestar import get, post
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter

from hotline_check.api.records import record
from hotline_check.api.registry import Registry
from hotline_check.api.results import Scan
from hotline_check.errors import BY_ALARM, HotlineError
from hotline_check.serving.web.models import (
    AuthoritiesAnswer,
    CheckAnswer,
    CheckRequest,
    PlatformAnswer,
    PlatformsAnswer,
    PlatformSummary,
    ScanAnswer,
    ScanRequest,
    VerdictModel,
)
from hotline_check.serving.web.problems import PROBLEM_TYPE, Problem
from hotline_check.serving.web.settings import MOST_BODY, MOST_SCAN
from hotline_check.verdict.models import Verdict
from hotline_check.wording.screens.check_json import VERSION
from hotline_check.wording.text.catalogue import known_language

T = TypeVar("T")

# The only path whose body may be large.
SCAN_PATH: Final = "/v1/scan"


def _problems(*statuses: HTTPStatus) -> dict[int, ResponseSpec]:
    return {
        status: ResponseSpec(
            Problem, description=status.phrase, media_type=PROBLEM_TYPE, generate_examples=False
        )
        for status in (
            *statuses,
            HTTPStatus.TOO_MANY_REQUESTS,
            HTTPStatus.MISDIRECTED_REQUEST,
            HTTPStatus.SERVICE_UNAVAILABLE,
        )
    }


_ASKED: Final = _problems(
    HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE
)
_FOUND: Final = _problems(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)


@post(
    "/v1/check",
    status_code=HTTPStatus.OK,
    request_max_body_size=MOST_BODY,
    responses=_ASKED,
    operation_id="check",
    summary="Check a contact",
)
async def check(data: CheckRequest, state: State) -> CheckAnswer:
    """Verdicts about a contact: a number, an address, an account, or those of a message."""
    lang = known_language(data.lang)
    if not data.text.strip() and data.direction == "dialling":
        raise HotlineError("nothing-given")

    def judged(registry: Registry) -> list[Verdict]:
        return registry.check(
            data.text, platform=data.platform, region=data.region, direction=data.direction
        )

    found = await state.engine.ask(judged)
    state.metrics.verdicts(found)
    codes = {verdict.exit for verdict in found}
    return CheckAnswer(
        version=VERSION,
        exit=next(code for code in BY_ALARM if code in codes),
        verdicts=[_as(VerdictModel, record(verdict, lang)) for verdict in found],
    )


@post(
    SCAN_PATH,
    status_code=HTTPStatus.OK,
    request_max_body_size=MOST_SCAN,
    responses=_ASKED,
    operation_id="scan",
    summary="Scan a document",
)
async def scan(data: ScanRequest, state: State) -> ScanAnswer:
    """Every contact of a document with its verdict, and what was not read."""
    lang = known_language(data.lang)

    def judged(registry: Registry) -> tuple[Scan, dict[str, Any]]:
        found = registry.scan_text(
            data.text, platform=data.platform, region=data.region, direction=data.direction
        )
        return found, record(found, lang)

    found, plain = await state.engine.ask(judged, is_slow=True)
    state.metrics.verdicts(hit.verdict for hit in found.hits)
    return _as(ScanAnswer, plain)


@get(
    "/v1/platforms",
    responses=_problems(),
    operation_id="platforms",
    summary="All platforms",
)
async def platforms(state: State) -> PlatformsAnswer:
    """Every platform of the registry, by name."""

    def listed(registry: Registry) -> PlatformsAnswer:
        return PlatformsAnswer(
            version=VERSION,
            platforms=[
                PlatformSummary(
                    id=p.id,
                    name=p.name,
                    aliases=list(p.aliases),
                    kind=p.kind,
                    status=p.status,
                    country=p.country,
                    domains=list(p.pins),
                    phone_policy=p.phone_policy,
                )
                for p in registry.platforms()
            ],
            registry=registry.info,
        )

    found: PlatformsAnswer = await state.engine.ask(listed)
    return found


@get(
    "/v1/platforms/{platform_id:str}",
    responses=_FOUND,
    operation_id="platform",
    summary="A platform",
)
async def platform(
    platform_id: Annotated[str, Parameter(description="Its id.", max_length=100)], state: State
) -> PlatformAnswer:
    """A platform with its channels, each with the page that shows it."""

    def found(registry: Registry) -> dict[str, Any]:
        channels = registry.channels(platform_id)
        if channels.platform.id != platform_id:  # other names are for people
            raise HotlineError("no-such-platform", name=platform_id)
        return record(channels)

    return _as(PlatformAnswer, await state.engine.ask(found))


@get(
    "/v1/authorities/{country:str}",
    responses=_FOUND,
    operation_id="authorities",
    summary="Where to report",
)
async def authorities(
    country: Annotated[str, Parameter(description="ISO 3166-1 code.", max_length=2, min_length=2)],
    state: State,
) -> AuthoritiesAnswer:
    """The public bodies of a country that take scam reports."""
    plain = await state.engine.ask(lambda registry: record(registry.authorities(country)))
    return _as(AuthoritiesAnswer, plain)


API: Final = (check, scan, platforms, platform, authorities)


def _as(kind: type[T], plain: dict[str, Any]) -> T:
    return msgspec.convert(plain, kind)
