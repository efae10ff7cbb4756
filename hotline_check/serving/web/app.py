"""The application: routes, errors, and the guard around both."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from http import HTTPStatus
from typing import Any, Final

import msgspec
from litestar import Litestar, MediaType, Request, Response, get
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig

from hotline_check.errors import HotlineError
from hotline_check.serving.rendering import ASSETS, asset, asset_name
from hotline_check.serving.web.api import API, SCAN_PATH
from hotline_check.serving.web.engine import Engine
from hotline_check.serving.web.limits.guard import Guard
from hotline_check.serving.web.log import report
from hotline_check.serving.web.metrics import CONTENT_TYPE, Metrics
from hotline_check.serving.web.models import CheckRequest, ScanRequest
from hotline_check.serving.web.pages.checks import CHECKS, first_answer
from hotline_check.serving.web.pages.flows import FLOWS
from hotline_check.serving.web.pages.lookups import LOOK_UPS
from hotline_check.serving.web.pages.uploads import Uploads
from hotline_check.serving.web.problems import answer
from hotline_check.serving.web.settings import MOST_BODY, MOST_SCAN, Settings

_ASSETS: Final = {asset_name(name): (asset(name), kind) for name, kind in ASSETS.items()}
# The names of assets change with their content.
_FOR_EVER: Final = {"cache-control": "public, max-age=31536000, immutable"}


def make_app(settings: Settings) -> Guard:
    """The whole application for one server."""
    engine, metrics = Engine(), Metrics()

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        with suppress(HotlineError):  # an unusable registry is said to those who ask
            await engine.ask(first_answer)
        gc.collect()
        gc.freeze()  # what was loaded until now stays, so no collection has to look at it again
        yield
        engine.close()

    app = Litestar(
        [*CHECKS, *LOOK_UPS, *FLOWS, *API, description, one_asset, health, counts],
        state=State({"engine": engine, "metrics": metrics, "uploads": Uploads()}),
        lifespan=[lifespan],
        exception_handlers={
            HotlineError: _response,
            HTTPException: _http_error,
            Exception: _failed,
        },
        request_max_body_size=MOST_BODY,
        logging_config=None,
        openapi_config=None,  # its routes would answer below /v1 with pages of their own
    )
    return Guard(app, settings, metrics)


@get("/v1/openapi.json", include_in_schema=False)
async def description() -> Response[bytes]:
    """The API's description."""
    return Response(_openapi(), media_type="application/vnd.oai.openapi+json; version=3.1")


@cache
def _openapi() -> bytes:
    config = OpenAPIConfig(title="hotline-check", version="1", use_handler_docstrings=True)
    described = Litestar([*API], openapi_config=config).openapi_schema.to_schema()
    for question in (CheckRequest, ScanRequest):  # Litestar leaves out that they forbid other keys
        described["components"]["schemas"][question.__name__]["additionalProperties"] = False
    return msgspec.json.encode(described)


@get("/assets/{name:str}", include_in_schema=False)
async def one_asset(name: str) -> Response[bytes]:
    """A style sheet or script, under a name that changes with its content."""
    if name not in _ASSETS:
        raise HotlineError("no-such-page")
    content, kind = _ASSETS[name]
    return Response(content, media_type=kind, headers=_FOR_EVER)


@get("/health", include_in_schema=False)
async def health(state: State) -> dict[str, Any]:
    """Whether the registry can be asked, and how old it is."""
    info = await state.engine.ask(lambda registry: registry.info)
    return {"status": "ok", "registry": info}


@get("/metrics", include_in_schema=False)
async def counts(state: State) -> Response[bytes]:
    """Counts in Prometheus' text format."""
    try:
        info = await state.engine.ask(lambda registry: registry.info)
    except HotlineError:
        info = None  # the counts matter most while something is wrong
    text = state.metrics.text(state.engine.waiting, info)
    return Response(text, media_type=CONTENT_TYPE)


def _failed(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    # What msgspec says of JSON that is nested too deep; Litestar expects only its other errors.
    if isinstance(error, RecursionError) and "deserializing" in str(error):
        return _response(request, HotlineError("bad-request", why="nested too deep"))
    report(error)
    return _response(request, HotlineError("server-failed"))


def _http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """An error of the framework in this program's own words."""
    status = HTTPStatus(error.status_code)
    match status:
        case HTTPStatus.NOT_FOUND:
            found = HotlineError("no-such-page")
        case HTTPStatus.METHOD_NOT_ALLOWED:
            found = HotlineError("no-such-method")
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            is_scan = request.scope["path"] == SCAN_PATH
            found = HotlineError("text-too-long", most=MOST_SCAN if is_scan else MOST_BODY)
        case _ if status < HTTPStatus.INTERNAL_SERVER_ERROR:
            found = HotlineError("bad-request", why=_why(error))
        case _:
            report(error)
            found = HotlineError("server-failed")
    return _response(request, found, dict(error.headers or {}))


def _why(error: HTTPException) -> str:
    extra = error.extra if isinstance(error.extra, list) else []
    places = [f"{e['key']}: {e['message']}" for e in extra if "key" in e and "message" in e]
    return "; ".join(places) or error.detail


def _response(
    request: Request[Any, Any, Any], error: HotlineError, headers: dict[str, str] | None = None
) -> Response[bytes]:
    made = answer(error, request.scope)
    # Litestar adds the charset of a text.
    kind = made.headers.pop("content-type", MediaType.TEXT).partition(";")[0]
    return Response(
        made.body,
        status_code=made.status,
        media_type=kind,
        headers={**(headers or {}), **made.headers},
    )
