"""Make the whole site: pages, data, maps, assets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hotline_check.api.registry import Registry
from hotline_check.serving.rendering import ASSETS, asset, asset_name, hashed_name
from hotline_check.serving.site.data import data_files, names_file
from hotline_check.serving.site.facts import PICTURE, Facts, facts
from hotline_check.serving.site.maps import llms, robots, sitemap
from hotline_check.serving.site.pages import Pages
from hotline_check.serving.site.picture import picture
from hotline_check.serving.site.rendering import script, script_name
from hotline_check.serving.site.writing import Written, write_site
from hotline_check.wording.pages.frame import tag_of

_NAMES: Final = "names.json"
# A host without content negotiation shows this: the languages, each in its own words.
_START: Final = "en"


def build(
    registry: Registry, folder: Path, *, base: str | None = None, contact: str | None = None
) -> Written:
    """Bring the site in a folder up to date with a registry.

    base: the site's address, for canonical links, pictures and the sitemap. contact: whom people
    write to who want a number removed. The same registry on the same day gives the same bytes.
    """
    return write_site(folder, site_files(facts(registry, base, contact)))


def site_files(found: Facts) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file."""
    names = names_file(found)
    names_path = f"assets/{hashed_name(_NAMES, names)}"
    mapped = []
    for lang in found.languages:
        for here, html, day in Pages(found, lang, names_path).all():
            yield f"{tag_of(lang)}/{here}index.html", html.encode()
            if lang == _START:
                mapped.append((here, day))
    yield "index.html", _start()
    yield names_path, names
    for name in ASSETS:
        yield f"assets/{asset_name(name)}", asset(name)
    yield f"assets/{script_name()}", script()
    yield PICTURE, picture()
    yield from data_files(found)
    yield "robots.txt", robots(found)
    yield "llms.txt", llms(found)
    if found.base:
        yield "sitemap.xml", sitemap(mapped, found)


def _start() -> bytes:
    """The first address leads to the English pages, where every other language is one step away."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url={_START}/">\n<title>hotline-check</title>\n'
        f'</head>\n<body>\n<p><a href="{_START}/">hotline-check</a></p>\n</body>\n</html>\n'
    ).encode()
