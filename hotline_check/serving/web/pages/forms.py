"""Forms as browsers send them. What is typed is in the body of a request, never in its address.

Bodies stay in memory: a framework's own parser would write a picture to a temporary file.
"""

from collections.abc import AsyncIterator
from typing import Any, Final
from urllib.parse import parse_qsl

from litestar import Request
from multipart import (  # type: ignore[import-untyped]  # ships no types
    MultipartError,
    MultipartSegment,
    PushMultipartParser,
    parse_options_header,
)

from hotline_check.errors import HotlineError
from hotline_check.serving.web.settings import MOST_BODY, MOST_DRAINED, MOST_PICTURE

_FORM: Final = "application/x-www-form-urlencoded"
_WITH_FILES: Final = "multipart/form-data"
_PICTURE: Final = "picture"
# Far more than any form of ours has; a body of a megabyte can hold a hundred thousand.
_MOST_FIELDS: Final = 40

AnyRequest = Request[Any, Any, Any]


class Form:
    """The fields of a form. picture: the content of the file that was chosen, empty for none."""

    def __init__(self, fields: list[tuple[str, str]], picture: bytes = b"") -> None:
        self._fields = fields
        self.picture = picture

    def get(self, name: str, most: int = 100) -> str:
        """A field's text without spaces around it; empty where the form has none."""
        found = next((value for key, value in self._fields if key == name), "").strip()
        if len(found) > most:
            raise HotlineError("text-too-long", most=most)
        return found

    def all(self, name: str) -> list[str]:
        """Every text of a field, in order."""
        return [value for key, value in self._fields if key == name]


async def form_of(request: AnyRequest, *, takes_picture: bool = False) -> Form:
    """The form of a request.

    Raises HotlineError `bad-request` for what is none, `text-too-long`, `picture-too-long`.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if takes_picture and kind == _WITH_FILES:
        try:
            return await _with_picture(request, options.get("boundary", ""))
        except MultipartError as error:
            raise HotlineError("bad-request", why=_WITH_FILES) from error
    if kind != _FORM:
        raise HotlineError("bad-request", why=f"Content-Type: {_FORM}")
    body = b"".join([chunk async for chunk in _chunks(request, MOST_BODY)])
    try:
        fields = parse_qsl(
            body.decode("utf-8", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError as error:
        raise HotlineError("bad-request", why=str(error)) from error
    return Form(fields)


async def _chunks(request: AnyRequest, most: int) -> AsyncIterator[bytes]:
    """A body as it arrives. One that is too long is read to its end within limits.

    A browser shows the answer only after it has sent everything.
    """
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= most:
            yield chunk
        elif size > MOST_DRAINED:
            break
    if size > most:
        raise _too_long(most)


def _too_long(most: int) -> HotlineError:
    if most == MOST_BODY:
        return HotlineError("text-too-long", most=most)
    return HotlineError("picture-too-long", most=MOST_PICTURE // 1_000_000)


async def _with_picture(request: AnyRequest, boundary: str) -> Form:
    fields: list[tuple[str, str]] = []
    picture, text = bytearray(), bytearray()
    left, is_file, name = MOST_BODY, False, ""
    with PushMultipartParser(boundary, max_segment_count=_MOST_FIELDS, strict=True) as parser:
        async for chunk in _chunks(request, MOST_BODY + MOST_PICTURE):
            for part in parser.parse(chunk):
                if isinstance(part, MultipartSegment):
                    name, is_file = part.name, part.filename is not None
                elif is_file and name == _PICTURE:
                    picture += part or b""
                elif part:
                    left -= len(part)
                    if left < 0:
                        raise HotlineError("text-too-long", most=MOST_BODY)
                    text += part
                elif part is None:
                    fields.append((name, text.decode("utf-8", "replace")))
                    text.clear()
    return Form(fields, bytes(picture))
