"""Fill the templates, which the local page and the static site share."""

import hashlib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hotline_check.serving.codes import dial_svg
from hotline_check.serving.links import Links
from hotline_check.wording.pages.frame import Frame, frame
from hotline_check.wording.pages.page_words import page_words

FOLDER: Final = Path(__file__).parent / "templates"
# All files that a page loads: no font, script or picture is from elsewhere.
ASSETS: Final = {"style.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}


def render(template: str, links: Links, **values: Any) -> str:
    """One page as HTML.

    values: what the template shows, as plain values from `hotline_check.wording.pages`.
    """
    around = _frame(links.lang)
    return _environment().get_template(template).render(frame=around, links=links, **values)


@cache
def _frame(lang: str) -> Frame:
    return frame(page_words(lang))


@lru_cache(maxsize=8)
def name_options(names: tuple[str, ...]) -> Markup:
    """Names to choose from as the options of a list, made once for many pages."""
    return Markup().join(Markup('<option value="{}">').format(name) for name in names)


def asset(name: str) -> bytes:
    """The content of a style sheet or script."""
    return (FOLDER / name).read_bytes()


@cache
def asset_name(name: str) -> str:
    """A name that changes with the content, so that browsers may keep the file forever."""
    return hashed_name(name, asset(name))


def hashed_name(name: str, data: bytes) -> str:
    """A file name that changes with the content."""
    stem, _dot, suffix = name.partition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"


def environment(loader: BaseLoader) -> Environment:
    """How templates are filled: what they show is escaped, and a missing value is an error."""
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(dial_svg=dial_svg, name_options=name_options)
    return made


@cache
def _environment() -> Environment:
    return environment(FileSystemLoader(FOLDER))
