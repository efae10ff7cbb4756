"""The templates: valid HTML, no words of the terminal, only the registry's values dialable."""

import datetime as dt
import re
from functools import partial
from pathlib import Path

import pytest

from hotline_check.checking import Checker, info
from hotline_check.guidance.desks import quickest
from hotline_check.guidance.hours import authority_openings, openings
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Direction
from hotline_check.wording.pages.authority import authority_view, countries_view
from hotline_check.wording.pages.page_words import ON_PAGES, page_words
from hotline_check.wording.pages.platform import platform_view
from hotline_check.wording.pages.verdict import answer_view
from hotline_check.wording.text.catalogue import languages
from tests.entries import (
    GB_LINE,
    REGISTRY_DAY,
    US_LINE,
    US_OTHER,
    Entry,
    channel,
    phone,
    platform,
    sighting,
    write,
)
from tests.extras import needs

needs("jinja2", "serve")
needs("html5lib", "serve")

import html5lib

from hotline_check.serving.links import Links
from hotline_check.serving.rendering import ASSETS, asset, render

pytestmark = pytest.mark.extra

NOON = dt.datetime.combine(REGISTRY_DAY, dt.time(12), dt.UTC)


def made(folder: Path, *entries: Entry) -> Store:
    return Store(write(folder, *entries), "test", today=REGISTRY_DAY)


def parsed(page: str) -> None:
    """Fail on the first fault that a browser would silently mend."""
    html5lib.HTMLParser(strict=True).parse(page)


def test_every_platform_has_a_small_page(bundled_store: Store) -> None:
    """With all that it loads, below 50 kB."""
    registry = bundled_store.ask(lambda s: info(bundled_store.source, s, REGISTRY_DAY))
    own = sum(len(asset(name)) for name in ASSETS)
    for name in bundled_store.ask(lambda s: s.ids("platforms")):
        found = bundled_store.ask(partial(Snapshot.owner, name=name))
        view = platform_view(
            found,
            REGISTRY_DAY,
            registry,
            page_words("en"),
            openings=openings(found, found.channels, NOON),
            quickest=quickest(found, None, REGISTRY_DAY),
        )
        page = render("platform.html", Links("en"), view=view)
        assert len(page.encode()) + own < 50_000, name


def card(store: Store, text: str, lang: str = "en", direction: Direction = "dialling") -> str:
    checker = Checker(store, today=REGISTRY_DAY, claim="example", direction=direction)
    view = answer_view(checker.check(text), page_words(lang))
    return render("verdict.html", Links(lang), view=view)


@pytest.fixture
def example(tmp_path: Path) -> Store:
    return made(tmp_path, platform(channels=[phone(US_LINE), channel("email", "help@example.com")]))


@pytest.mark.parametrize("lang", languages())
def test_pages_of_the_bundled_registry_are_valid_html(lang: str, bundled_store: Store) -> None:
    words, links = page_words(lang), Links(lang)
    registry = bundled_store.ask(lambda s: info(bundled_store.source, s, REGISTRY_DAY))
    for name in ("coinbase", "binance", "kraken"):
        found = bundled_store.ask(partial(Snapshot.owner, name=name))
        view = platform_view(
            found,
            REGISTRY_DAY,
            registry,
            words,
            openings=openings(found, found.channels, NOON),
            quickest=quickest(found, None, REGISTRY_DAY),
        )
        page = render("platform.html", links, view=view)
        parsed(page)
        assert found.name in page
    bodies = bundled_store.ask(lambda s: s.authorities("US"))
    assert bodies
    states = authority_openings("US", bodies.authorities, NOON)
    parsed(render("authority.html", links, view=authority_view(bodies, states, registry, words)))
    codes = bundled_store.ask(lambda s: s.ids("authorities"))
    parsed(render("countries.html", links, view=countries_view(codes, words)))


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("text", [US_LINE, US_OTHER, "12", "example.com", "it's <b>nobody</b>'s"])
@pytest.mark.parametrize("direction", ["dialling", "they-called"])
def test_a_card_is_valid_html(text: str, direction: Direction, lang: str, example: Store) -> None:
    page = card(example, text, lang, direction)
    parsed(page)
    assert "<b>" not in page


def test_a_sign_has_its_size_without_the_style_sheet(example: Store) -> None:
    for text in (US_LINE, US_OTHER, "12"):
        (sign,) = re.findall("<svg[^>]*>", card(example, text))
        assert 'width="36" height="36"' in sign


def test_only_values_of_the_registry_can_be_dialled(example: Store) -> None:
    page = card(example, f"Call {US_OTHER} or {GB_LINE}, or write to evil@example.net")
    assert {US_LINE} == set(re.findall(r'href="tel:([^"]*)"', page))
    assert {"help@example.com"} == set(re.findall(r'href="mailto:([^"]*)"', page))
    assert not re.findall(r'href="https?://[^"]*example\.net', page)


def test_a_stale_line_of_a_platform_cannot_be_dialled(tmp_path: Path) -> None:
    old = phone(US_LINE, sightings=[sighting(seen=REGISTRY_DAY - dt.timedelta(days=400))])
    store = made(tmp_path, platform(channels=[old]))
    found = store.ask(lambda s: s.owner("example"))
    reg = store.ask(lambda s: info(store.source, s, REGISTRY_DAY))
    view = platform_view(found, REGISTRY_DAY, reg, page_words("en"), openings={}, quickest=())
    page = render("platform.html", Links("en"), view=view)
    assert "tel:" not in page
    assert "our proof is old" in page


@pytest.mark.parametrize(
    ("lang", "remark"),
    [
        ("en", "<p>Toll-free.</p>"),
        ("zh", "<p>免费电话。</p>"),
        ("es", '<p lang="en">Toll-free.</p>'),
        ("zh_TW", '<p lang="zh-Hans">免费电话。</p>'),
    ],
)
def test_a_remark_in_another_language_is_marked(lang: str, remark: str, tmp_path: Path) -> None:
    line = phone(US_LINE, note={"en": "Toll-free.", "zh": "免费电话。"})
    store = made(tmp_path, platform(channels=[line]))
    found = store.ask(lambda s: s.owner("example"))
    reg = store.ask(lambda s: info(store.source, s, REGISTRY_DAY))
    view = platform_view(found, REGISTRY_DAY, reg, page_words(lang), openings={}, quickest=())
    page = render("platform.html", Links(lang), view=view)
    parsed(page)
    assert remark in page


def test_pages_name_no_command() -> None:
    for sentence in ON_PAGES.values():
        assert "hotline-check" not in sentence
        assert "--" not in sentence
