import datetime as dt
import time
from typing import Any

import pytest

from hotline_check.registry.models import Channel, Platform, Sighting
from hotline_check.registry.terms import ChannelKind
from hotline_check.upkeep.live_lookup import Look, listing_pages, look
from hotline_check.upkeep.web.fetch import Fetcher
from hotline_check.upkeep.web.search_page import Place
from tests.upkeep.conftest import find
from tests.upkeep.loopback import Site

TODAY = dt.date(2031, 5, 6)
PHONE = "+12025550100"
LONG = "<p>" + "How to reach us when something went wrong. " * 10 + "</p>"


def sighting(url: str, **more: str) -> Sighting:
    source: dict[str, Any] = {"source_kind": "operator", **more}
    return Sighting(url=url, seen=dt.date(2026, 11, 22), how="stored-copy", **source)


def channel(kind: ChannelKind, value: str, *urls: str, **more: str) -> Channel:
    seen = tuple(sighting(url, **more) for url in urls)
    return Channel(kind=kind, value=value, sightings=seen)


def platform(*channels: Channel) -> Platform:
    return Platform(
        id="example",
        name="Example",
        kind="exchange",
        status="active",
        phone_policy="published",
        domains=("example.com",),
        channels=channels,
    )


def at(fetcher: Fetcher, where: Platform, value: str = PHONE, kind: str = "phone") -> Look:
    return look(where, kind, value, TODAY, fetcher=fetcher, find=find)


ONE = platform(channel("phone", PHONE, "http://example.com/help"))


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Ring +1 (202) <b>555</b>-0100 now</p>{LONG}",
        f"<p>Ring (202) 555-0100 now</p>{LONG}",
        f'<a href="tel:+1-202-555-0100">Ring us</a>{LONG}',
        '<script type="application/ld+json">{"telephone": "+1 202-555-0100"}</script>' + LONG,
    ],
)
def test_a_number_on_the_page_is_seen(html: str, site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help", html)
    got = at(fetcher, ONE)
    assert (got.state, got.date) == ("seen", TODAY)
    assert got.pages[0].url == "http://example.com/help"
    assert got.pages[0].place is not None


def test_a_number_printed_wrongly_is_known_by_its_print(site: Site, fetcher: Fetcher) -> None:
    value = "+3531800200355"
    odd = platform(channel("phone", value, "http://example.com/help", as_printed="+1 800 200 355"))
    site.page("example.com/help", f"<p>Ireland: +1 800 200 355</p>{LONG}")
    assert at(fetcher, odd, value).state == "seen"
    site.page("example.com/help", f"<p>Ireland: +1 800 200 3556</p>{LONG}")
    assert at(fetcher, odd, value).state == "not-seen"


def test_a_number_that_is_gone_is_not_seen(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help", f"<p>Ring +1 202 555 0199</p>{LONG}")
    assert at(fetcher, ONE).state == "not-seen"


@pytest.mark.parametrize(
    ("html", "status", "code"),
    [
        ("", 404, "status"),
        ("", 500, "status"),
        ("<h1>404</h1>" + LONG, 200, "soft-404"),
        ('<div id="root"></div><script></script>', 200, "javascript-only"),
        (f'<div id="root"></div><script></script>{LONG}', 200, "javascript-only"),
    ],
)
def test_a_page_that_cannot_be_read_confirms_nothing(
    html: str, status: int, code: str, site: Site, fetcher: Fetcher
) -> None:
    site.page("example.com/help", html, status)
    got = at(fetcher, ONE)
    assert got.state == "unconfirmed"
    assert got.pages[0].failure is not None
    assert got.pages[0].failure.code == code


def test_a_number_on_a_page_outside_the_pins_is_never_seen(site: Site, fetcher: Fetcher) -> None:
    site.page("evil.test/help", f"<p>Ring {PHONE}</p>{LONG}")
    site.page("example.com/help", "", 302, Location="http://evil.test/help")
    assert at(fetcher, ONE).state == "unconfirmed"
    stray = platform(channel("phone", PHONE, "http://evil.test/help"))
    assert at(fetcher, stray).state == "unconfirmed"
    assert site.paths("evil.test") == []


def test_no_page_to_look_at(fetcher: Fetcher) -> None:
    third = platform(channel("phone", PHONE, "http://news.test/", source_kind="third-party"))
    assert at(fetcher, third) == Look(state="unconfirmed", date=TODAY, pages=())


def test_one_good_page_is_enough_and_one_bad_page_too_many(site: Site, fetcher: Fetcher) -> None:
    two = platform(channel("phone", PHONE, "http://a.example.com/1", "http://b.example.com/2"))
    site.page("a.example.com/1", f"<p>{PHONE}</p>{LONG}")
    assert at(fetcher, two).state == "seen"
    site.page("a.example.com/1", LONG)
    assert at(fetcher, two).state == "unconfirmed"
    site.page("b.example.com/2", LONG)
    assert at(fetcher, two).state == "not-seen"


def test_other_channels_pages_matter_only_for_a_number_we_do_not_list(
    site: Site, fetcher: Fetcher
) -> None:
    where = platform(
        channel("phone", PHONE, "http://example.com/help"),
        channel("email", "help@example.com", "http://example.com/mail"),
    )
    site.page("example.com/help", LONG)
    assert at(fetcher, where).state == "not-seen"
    assert at(fetcher, where, "+12025550177").state == "unconfirmed"
    site.page("example.com/mail", LONG)
    assert at(fetcher, where, "+12025550177").state == "not-seen"


def test_the_value_never_leaves_the_machine(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help", LONG)
    at(fetcher, ONE, "+12025550177")
    sent = str(site.asked) + str(site.headers)
    assert "0177" not in sent
    assert "0100" not in sent


def test_a_slow_host_does_not_hold_up_a_quick_one(site: Site, fetcher: Fetcher) -> None:
    site.routes["slow.example.com/1"] = lambda asked: asked.raw(b"", pause=1.0)
    site.page("quick.example.com/2", f"<p>{PHONE}</p>{LONG}")
    two = platform(
        channel("phone", PHONE, "http://slow.example.com/1", "http://quick.example.com/2")
    )
    start = time.monotonic()
    assert at(fetcher, two).state == "seen"
    assert time.monotonic() - start < 0.4


def test_addresses_and_handles(site: Site, fetcher: Fetcher) -> None:
    where = platform(
        channel("email", "help@example.com", "http://example.com/help"),
        channel("x", "@example", "http://example.com/help"),
        channel("form", "https://example.com/new-ticket", "http://example.com/help"),
    )
    html = """<a href="mailto:Help@Example.com">m</a><a href="https://twitter.com/Example">x</a>
        <a href="https://www.example.com/new-ticket/?ref=1">form</a>"""
    site.page("example.com/help", html + LONG)
    for kind, value in [(c.kind, c.value) for c in where.channels]:
        assert at(fetcher, where, value, kind).state == "seen"
    assert at(fetcher, where, "elp@example.com", "email").state == "not-seen"
    assert at(fetcher, where, "@exampl", "x").state == "not-seen"
    site.page("example.com/help", "<p>write to help@example.com.evil.test</p>" + LONG)
    assert at(fetcher, where, "help@example.com", "email").state == "not-seen"


def test_the_excerpt_carries_no_control_characters(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help", f"<p>\x1b[31mRing\x07 {PHONE}\u202e\x9b</p>{LONG}")
    place = at(fetcher, ONE).pages[0].place
    assert isinstance(place, Place)
    assert place.excerpt.isprintable()


def test_pages_are_few_and_the_channels_own_come_first() -> None:
    many = platform(
        *[channel("email", f"{i}@example.com", f"http://example.com/{i}") for i in range(20)],
        channel("phone", PHONE, "http://example.com/phone", "http://example.com/phone"),
    )
    pages = listing_pages(many, many.channels[7:8])
    assert pages[:2] == ("http://example.com/7", "http://example.com/phone")
    assert len(pages) == 6
