import datetime as dt

import pytest

from hotline_check.registry.web.pins import is_own_url
from hotline_check.upkeep.web.encoding import decode_page
from hotline_check.upkeep.web.fetch import Failure, Fetcher
from hotline_check.upkeep.web.page import Page, own_page, read_page
from hotline_check.upkeep.web.page_content import ContactPoint, read_html
from tests.upkeep.loopback import Site

TODAY = dt.date(2031, 5, 6)
URL = "http://example.com/help/contact"
LONG = "<p>" + "How to reach us when something went wrong. " * 10 + "</p>"


def read(fetcher: Fetcher, url: str = URL) -> Page | Failure:
    page = read_page(fetcher, url, lambda u: is_own_url(["example.com"], u), TODAY)
    assert isinstance(page, Page | Failure)
    return page


def test_what_proves_no_entry_is_not_read_either() -> None:
    allowed = own_page(["example.com"])
    assert allowed("https://example.com/help/contact")
    for url in ("example.com/community/t/1", "example.com/redirect/x", "click.example.com/x"):
        assert not allowed(f"https://{url}")


def test_a_page_is_taken_apart(site: Site, fetcher: Fetcher) -> None:
    site.page(
        "example.com/help/contact",
        """<html><head><title>Contact</title><style>p{}</style>
        <script type="application/ld+json">{"@type": "Organization", "contactPoint":
          [{"@type": "ContactPoint", "telephone": "+1-202-555-0100", "contactType": "support",
            "email": "help@example.com"}]}</script></head>
        <body><h1>Reach us</h1><!-- 555-0199 --><script>var x = "+1 202 555 0198"</script>
        <p>Ring <b>+1 202</b> <i>555 0101</i></p><table><tr><td>2025550102</td><td>9</td></tr>
        </table><a href="tel:+12025550103">call</a><a href="mailto:a@example.com?subject=x">m</a>
        <a href="../about#team">about</a><a href="https://x.com/example">x</a>
        <noscript>+1 202 555 0197</noscript><template>+1 202 555 0196</template></body></html>""",
        ETag='"v1"',
        Last_Modified="Mon, 05 May 2031 10:00:00 GMT",
    )
    page = read(fetcher)
    assert isinstance(page, Page)
    assert "Ring +1 202 555 0101\n" in page.text
    assert "2025550102\n9" in page.text
    assert "019" not in page.text
    assert page.tel_links == ("+12025550103",)
    assert page.mail_links == ("a@example.com",)
    assert page.links == ("http://example.com/about", "https://x.com/example")
    assert page.contact_points == (
        ContactPoint(telephone="+1-202-555-0100", contact_type="support"),
        ContactPoint(email="help@example.com", contact_type="support"),
    )
    assert (page.fetched, page.etag, page.partial) == (TODAY, '"v1"', False)
    assert page.last_modified == "Mon, 05 May 2031 10:00:00 GMT"


@pytest.mark.parametrize(
    "block",
    [
        "{not json",
        '{"telephone": 5}',
        "[" * 5_000,
        '{"a":' * 60 + '{"telephone": "1"}' + "}" * 60,
    ],
)
def test_broken_statements_for_programs_are_passed_over(block: str) -> None:
    html = f'<script type="application/ld+json">{block}</script>{LONG}'
    assert read_html(html, URL).contact_points == ()


def test_microdata_and_shielded_addresses_are_read() -> None:
    shielded = bytes([7, *(b ^ 7 for b in b"help@example.com")]).hex()
    html = f"""<span itemprop="telephone" content="+12025550100">ring</span>
        <span data-cfemail="{shielded}">[protected]</span><span data-cfemail="zz">x</span>"""
    content = read_html(html, URL)
    assert content.contact_points == (ContactPoint(telephone="+12025550100"),)
    assert content.mail_links == ("help@example.com",)


def test_numbers_in_neighbouring_links_stay_apart() -> None:
    html = '<a href="/1">+1 202 555 0100</a><a href="/2">+44 7700 900123</a>'
    assert read_html(html, URL).text == "+1 202 555 0100\n+44 7700 900123"


@pytest.mark.parametrize(
    ("body", "header", "text"),
    [
        ("电话".encode("gbk"), "text/html; charset=GB2312", "电话"),
        ('<meta charset="shift_jis">電話'.encode("cp932"), "text/html", "電話"),
        ("전화".encode("cp949"), 'text/html; charset="euc-kr"', "전화"),
        ("téléphone".encode(), "text/html", "téléphone"),
        ("téléphone".encode("latin-1"), "text/html", "téléphone"),
        ("\ufefftel".encode("utf-16"), "text/html; charset=utf-8", "tel"),
        ("\ufefftel".encode(), "text/html; charset=big5", "tel"),
        (b"tel \xff\xfe 555", "text/html; charset=utf-8", "tel \ufffd\ufffd 555"),
        (b"tel", "text/html; charset=unicode_escape", "tel"),
        (b'<meta charset="utf-16">tel', "text/html", '<meta charset="utf-16">tel'),
    ],
)
def test_charsets(body: bytes, header: str, text: str) -> None:
    decoded = decode_page(body, header)
    assert decoded is not None
    assert text in decoded


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"\x89PNG\0\0\0\0", "not-text"),
        ("<title>404 | Example</title>" + LONG, "soft-404"),
        ("<h1>Page not found</h1>" + LONG, "soft-404"),
        ("<h1>Oops! This page can't be found</h1>" + LONG, "soft-404"),
        ("<h1>Page introuvable</h1>" + LONG, "soft-404"),
        ("<title>页面不存在</title>" + LONG, "soft-404"),
        ("<title>Just a moment...</title><script></script>", "challenge"),
        ('<div id="root"></div><script src="/a.js"></script>', "javascript-only"),
        ("<script>render()</script><p>Loading</p>", "javascript-only"),
        ("<noscript>Please enable JavaScript</noscript><script></script>", "javascript-only"),
        ("<p>Hello</p>", "no-text"),
        ("", "no-text"),
    ],
)
def test_a_page_that_is_none(body: str | bytes, code: str, site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help/contact", body)
    page = read(fetcher)
    assert isinstance(page, Failure)
    assert page.code == code


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Transaction not found: what now?</h1>" + LONG,
        "<p>Ring 202 555 0100</p><script></script>",
        "<p>help@example.com</p>",
        "<h1>Contact</h1>" + LONG,
    ],
)
def test_a_page_that_is_one(body: str, site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help/contact", body)
    page = read(fetcher)
    assert isinstance(page, Page)
    assert not page.partial


def test_a_shell_that_scripts_fill_in_is_partial(site: Site, fetcher: Fetcher) -> None:
    body = '<a href="tel:+12025550100">x</a><div id="app">Loading</div><script></script>'
    site.page("example.com/help/contact", body)
    page = read(fetcher)
    assert isinstance(page, Page)
    assert page.partial


@pytest.mark.parametrize(
    ("asked", "landed", "lost"),
    [
        ("/help/contact", "/", True),
        ("/help/contact", "/en-us/", True),
        ("/help/contact", "/login", True),
        ("/help/contact", "/help/contact/", False),
        ("/help/contact", "/en/help/contact", False),
        ("/", "/en", False),
        ("/hc/en-us", "/hc/en-gb", False),
    ],
)
def test_a_redirect_to_the_front_door_is_a_lost_page(
    asked: str, landed: str, lost: bool, site: Site, fetcher: Fetcher
) -> None:
    site.page("example.com" + landed, LONG)
    site.page("example.com" + asked, "", 302, Location=landed)
    page = read(fetcher, "http://example.com" + asked)
    assert isinstance(page, Failure) is lost
    assert not isinstance(page, Failure) or page.code == "soft-404"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json"])
def test_only_text_is_read(kind: str, site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help/contact", LONG, Content_Type=kind)
    assert read(fetcher) == Failure(url=URL, code="content-type", detail=kind)


def test_plain_text_is_a_page(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help/contact", "Ring <+1 202 555 0100>", Content_Type="text/plain")
    page = read(fetcher)
    assert isinstance(page, Page)
    assert page.text == "Ring <+1 202 555 0100>"


def test_a_304_that_nobody_asked_for_is_no_page(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help/contact", "", 304)
    assert read(fetcher) == Failure(url=URL, code="status", detail="304")


@pytest.mark.parametrize("unit", ["<div>", "<DIV class=a>", "<b><i>", "<table><tr><td>", "<x-y>"])
def test_elements_nested_without_end_are_not_parsed(
    site: Site, fetcher: Fetcher, unit: str
) -> None:
    """80,000 nested elements would take the parser 12 seconds, which no deadline stops."""
    site.page("example.com/help/contact", unit * 5_000 + LONG)
    page = read(fetcher)
    assert isinstance(page, Failure)
    assert page.code == "too-deep"


def test_many_elements_side_by_side_are_parsed(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/help/contact", ("<p><li><b>a</b><br>" * 3_000) + LONG)
    assert isinstance(read(fetcher), Page)
