"""Pictures that are sent to the page: whether they can be read, and how many at a time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any, Final

from litestar import Request

from hotline_check.documents.detect import HEAD, Kind, kind_of
from hotline_check.documents.isolated.reading import is_installed
from hotline_check.errors import HotlineError
from hotline_check.serving.web.settings import CHECK_SECONDS, MOST_BODY

_MOST_AT_ONCE: Final = 4  # of some megabytes each


class Uploads:
    """Few requests may send a picture at a time, and one picture is read after the other.

    Reading one takes a processor for seconds; questions without a picture do not wait for it.
    """

    def __init__(self) -> None:
        self._count = 0
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def room(self, request: Request[Any, Any, Any]) -> AsyncIterator[None]:
        """Room for the body of a request; one without a picture always has it.

        Raises HotlineError `busy`.
        """
        length = request.headers.get("content-length", "")
        if length.isdecimal() and int(length) <= MOST_BODY:
            yield
            return
        if self._count >= _MOST_AT_ONCE:
            raise HotlineError("busy")
        self._count += 1
        try:
            yield
        finally:
            self._count -= 1

    @asynccontextmanager
    async def turn(self, picture: bytes) -> AsyncIterator[None]:
        """Wait until the pictures before this one were read. Raises HotlineError `busy`."""
        if not picture:
            yield
            return
        try:
            await asyncio.wait_for(self._turn.acquire(), CHECK_SECONDS)
        except TimeoutError as error:
            raise HotlineError("busy") from error
        try:
            yield
        finally:
            self._turn.release()


@cache
def takes_pictures() -> bool:
    """Return True where the extra that reads pictures is installed."""
    return is_installed("picture")


def is_picture(data: bytes) -> bool:
    """Return True for a picture of a kind that is read, by its first bytes."""
    return kind_of("", data[:HEAD]) is Kind.PICTURE
