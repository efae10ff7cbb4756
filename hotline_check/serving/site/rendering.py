"""Fill the site's templates, which extend those of the local page."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from markupsafe import Markup

from hotline_check.serving.rendering import FOLDER as SHARED
from hotline_check.serving.rendering import environment, hashed_name
from hotline_check.serving.site.links import SiteLinks
from hotline_check.wording.pages.frame import Frame, frame
from hotline_check.wording.pages.page_words import page_words
from hotline_check.wording.pages.site import COPY, PARTS, REMOVAL
from hotline_check.wording.text.catalogue import Words

_OWN: Final = Path(__file__).parent / "templates"
SCRIPT: Final = "site.js"


def render(template: str, links: SiteLinks, title: str, description: str, **page: Any) -> str:
    """One page of the site as HTML.

    title, description: what a search engine shows. page: the template's other values; `view` is
    given to it by that name.
    """
    words = page_words(links.lang)
    around = {
        "title": title,
        "description": description,
        "script": f"assets/{script_name()}",
        "foot": words(COPY),
        "removal": words(REMOVAL),
        "data": None,
        "picture": None,
        "last": None,
        **page,
    }
    return (
        _environment()
        .get_template(template)
        .render(frame=_frame(words), links=links, page=around, view=page.get("view"))
    )


def script() -> bytes:
    """The site's own script."""
    return (_OWN / SCRIPT).read_bytes()


@cache
def script_name() -> str:
    """Its name, which changes with its content."""
    return hashed_name(SCRIPT, script())


def data_block(value: Any) -> Markup:
    """JSON for a data block of a page: nothing in it can end the block."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704  # no character is left that HTML could read


@cache
def _frame(words: Words) -> Frame:
    """The frame of the local pages with the site's own menu."""
    return frame(words, PARTS)


@cache
def _environment() -> Environment:
    shared = FileSystemLoader(SHARED)
    own = FileSystemLoader(_OWN)
    return environment(ChoiceLoader([own, shared, PrefixLoader({"shared": shared})]))
