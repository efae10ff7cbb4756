"""Errors as answers: problem details (RFC 9457) for programs, a page for people."""

from http import HTTPStatus
from typing import Any, Final

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.serving.links import Links
from hotline_check.serving.rendering import render
from hotline_check.serving.web.languages import accepted, of_path
from hotline_check.wording.pages.error import error_view
from hotline_check.wording.pages.page_words import page_words
from hotline_check.wording.terms.problems import error_line

# RFC 9457.
PROBLEM_TYPE: Final = "application/problem+json"
_HTML_TYPE: Final = "text/html; charset=utf-8"
_STATUSES: Final[dict[str, HTTPStatus]] = {
    "no-such-page": HTTPStatus.NOT_FOUND,
    "no-such-method": HTTPStatus.METHOD_NOT_ALLOWED,
    "too-slow": HTTPStatus.REQUEST_TIMEOUT,
    "text-too-long": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "picture-too-long": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "wrong-host": HTTPStatus.MISDIRECTED_REQUEST,
    "too-many-requests": HTTPStatus.TOO_MANY_REQUESTS,
    "server-failed": HTTPStatus.INTERNAL_SERVER_ERROR,
    "busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "check-too-long": HTTPStatus.SERVICE_UNAVAILABLE,
    "registry-unusable": HTTPStatus.SERVICE_UNAVAILABLE,
}


# Names that are in the address of a GET, and in the body of a POST.
_NAMES: Final = frozenset({"no-such-platform", "no-such-platform-near", "no-such-region"})


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Problem details. code: names the problem for programs; detail: what to do, in English."""

    type: str
    title: str
    status: int
    detail: str
    code: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer, ready to be sent."""

    status: int
    headers: dict[str, str]
    body: bytes


def status_of(error: HotlineError, method: str) -> HTTPStatus:
    """The HTTP status for an error in answer to a request."""
    if error.code in _NAMES and method == "GET":
        return HTTPStatus.NOT_FOUND
    return _STATUSES.get(error.code, HTTPStatus.BAD_REQUEST)


def answer(error: HotlineError, scope: Any) -> Answer:
    """The answer for an error: of the API a problem, else a page in the reader's language."""
    code = status_of(error, scope["method"])
    headers = {"cache-control": "no-store"}
    if "seconds" in error.params:
        headers["retry-after"] = str(error.params["seconds"])
    if error.code == "too-slow":
        headers["connection"] = "close"
    path = scope["path"]
    if path.startswith("/v1/"):
        headers["content-type"] = PROBLEM_TYPE
        return Answer(status=code, headers=headers, body=msgspec.json.encode(problem(error, code)))
    lang = of_path(path) or accepted(header(scope, b"accept-language"))
    page = render("error.html", Links(lang), view=error_view(error, page_words(lang)))
    headers["content-type"] = _HTML_TYPE
    return Answer(status=code, headers=headers, body=page.encode())


def problem(error: HotlineError, status: HTTPStatus) -> Problem:
    """The problem details of an error."""
    return Problem(
        type=f"urn:hotline-check:problem:{error.code}",
        title=status.phrase,
        status=status,
        detail=error_line(error, page_words("en")),
        code=error.code,
    )


def header(scope: Any, name: bytes) -> str:
    """A header of a request, empty where it has none."""
    for key, value in scope["headers"]:
        if key == name:
            text: str = value.decode("latin-1")
            return text
    return ""
