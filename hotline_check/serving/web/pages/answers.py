"""Pages as answers: in which language, with which headers."""

from typing import Any

from litestar import MediaType, Response

from hotline_check.errors import HotlineError
from hotline_check.serving.links import Links
from hotline_check.serving.rendering import render
from hotline_check.serving.web.languages import LANGUAGES
from hotline_check.wording.pages.page_words import PageWords, page_words

Page = Response[str]


def words_of(tag: str) -> PageWords:
    """The sentences of the language in an address; raises HotlineError `no-such-page`."""
    if tag not in LANGUAGES:
        raise HotlineError("no-such-page")
    return page_words(LANGUAGES[tag])


def linked(tag: str, here: str = "") -> Links:
    """The links of a page. here: its own address, for its other languages."""
    return Links(LANGUAGES[tag], here=here)


def page(template: str, links: Links, *, status: int = 200, **values: Any) -> Page:
    """A page. It is not stored: what was typed may be in it, and it is out of date tomorrow."""
    return Response(
        render(template, links, **values),
        status_code=status,
        media_type=MediaType.HTML,
        headers={"cache-control": "no-store"},
    )
