"""Forms as browsers send them. What is typed is in the body of a request, never in its address."""

from typing import Any, Final
from urllib.parse import parse_qsl

from litestar import Request

from hotline_check.errors import HotlineError

_FORM: Final = "application/x-www-form-urlencoded"
_MOST_FIELDS: Final = 40

AnyRequest = Request[Any, Any, Any]


class Form:
    """The fields of a form."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self._fields = fields

    def get(self, name: str, most: int = 100) -> str:
        """A field's text without spaces around it; empty where the form has none."""
        found = next((value for key, value in self._fields if key == name), "").strip()
        if len(found) > most:
            raise HotlineError("text-too-long", most=most)
        return found

    def all(self, name: str) -> list[str]:
        """Every text of a field, in order."""
        return [value for key, value in self._fields if key == name]


async def form_of(request: AnyRequest) -> Form:
    """The form of a request. Raises HotlineError `bad-request` for what is none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _FORM:
        raise HotlineError("bad-request", why=f"Content-Type: {_FORM}")
    body = (await request.body()).decode("utf-8", "replace")
    try:
        fields = parse_qsl(
            body, keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise HotlineError("bad-request", why=str(error)) from error
    return Form(fields)
