import gzip
import ssl
import time
from pathlib import Path

import pytest

from hotline_check.registry.web.pins import is_own_url
from hotline_check.upkeep.web.fetch import (
    Answer,
    Failure,
    Fetcher,
    user_agent,
)
from hotline_check.upkeep.web.url import target_of
from tests.upkeep.loopback import Asked, Site, serving

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def pinned(url: str) -> bool:
    return is_own_url(["example.com"], url)


def code(fetcher: Fetcher, url: str = "http://example.com/page") -> str:
    got = fetcher.get(url, pinned)
    assert isinstance(got, Failure), got
    return got.code


def test_a_page_comes_whole_and_is_asked_for_honestly(site: Site, fetcher: Fetcher) -> None:
    site.page("help.example.com/contact", "<p>ring us</p>")
    got = fetcher.get("http://help.example.com/contact", pinned)
    assert isinstance(got, Answer)
    assert got.body == b"<p>ring us</p>"
    assert site.asked == [("help.example.com", "/contact")]
    assert site.headers[0]["user-agent"] == user_agent()
    assert user_agent().startswith("hotline-check")
    assert not {"cookie", "referer", "from"} & site.headers[0].keys()


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user@example.com/",
        "http://example.com/?q=1",
        "http://evil.test\\@example.com/",
        "http://example.com:99999/",
        "http:///x",
        "",
    ],
)
def test_what_is_no_plain_web_address_is_never_asked(
    url: str, site: Site, fetcher: Fetcher
) -> None:
    assert code(fetcher, url) == "bad-url"
    assert site.asked == []


def test_an_unpinned_host_is_never_asked(site: Site, fetcher: Fetcher) -> None:
    assert code(fetcher, "http://example.com.evil.test/") == "not-pinned"
    assert code(fetcher, "http://badexample.com/") == "not-pinned"
    assert site.asked == []


def test_a_redirect_inside_the_pins_is_followed(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/page", "", 301, Location="http://help.example.com/new")
    site.page("help.example.com/new", "here")
    got = fetcher.get("http://example.com/page", pinned)
    assert isinstance(got, Answer)
    assert (got.url, got.final_url, got.body) == (
        "http://example.com/page",
        "http://help.example.com/new",
        b"here",
    )


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://evil.test/", "redirect-outside"),
        ("//evil.test/", "redirect-outside"),
        ("http://example.com@evil.test/", "redirect-outside"),
        ("http://example.com\\.evil.test/", "redirect-outside"),
        ("ftp://example.com/", "redirect-outside"),
        ("/page?session=1", "redirect-query"),
        ("/page", "too-many-redirects"),
    ],
)
def test_where_a_redirect_may_not_lead(
    location: str, expected: str, site: Site, fetcher: Fetcher
) -> None:
    site.page("example.com/page", "", 302, Location=location)
    assert code(fetcher) == expected
    assert {host for host, _ in site.asked} == {"example.com"}


def test_a_redirect_loop_over_two_pages_ends(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/page", "", 302, Location="/other")
    site.page("example.com/other", "", 302, Location="/page")
    assert code(fetcher) == "too-many-redirects"


@pytest.mark.parametrize("status", [201, 204, 400, 401, 403, 404, 410, 500, 502, 503])
def test_any_status_but_200_is_a_failure(status: int, site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/page", "" if status == 204 else "+1 202 555 0100", status)
    got = fetcher.get("http://example.com/page", pinned)
    assert got == Failure(url="http://example.com/page", code="status", detail=str(status))


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_for_patience_is_heard(
    status: int, site: Site, fetcher: Fetcher
) -> None:
    site.page("example.com/page", "", status, Retry_After="120")
    got = fetcher.get("http://example.com/page", pinned)
    assert isinstance(got, Failure)
    assert (got.code, got.retry_after) == ("rate-limited", "120")


@pytest.mark.slow
def test_a_slow_drip_ends_at_the_total_limit(site: Site, fetcher: Fetcher) -> None:
    site.routes["example.com/page"] = lambda asked: asked.raw(
        OK + b"\r\n", *[b"<p>" for _ in range(100)], pause=0.1
    )
    start = time.monotonic()
    assert code(fetcher) == "timed-out"
    assert time.monotonic() - start < 1.6


@pytest.mark.slow
def test_slowly_dripping_headers_end_at_the_total_limit(site: Site, fetcher: Fetcher) -> None:
    site.routes["example.com/page"] = lambda asked: asked.raw(
        OK, *[b"X-%d: y\r\n" % i for i in range(90)], pause=0.1
    )
    start = time.monotonic()
    assert code(fetcher) == "timed-out"
    assert time.monotonic() - start < 1.6


def test_a_silent_server_ends_at_the_read_limit(site: Site, fetcher: Fetcher) -> None:
    site.routes["example.com/page"] = lambda asked: asked.raw(b"", pause=1)
    assert code(fetcher) == "timed-out"


def test_an_endless_page_ends_at_the_size_limit(site: Site, fetcher: Fetcher) -> None:
    def endless(asked: Asked) -> None:
        asked.raw(OK + b"\r\n", *[b"x" * 10_000] * 1_000)

    site.routes["example.com/page"] = endless
    assert code(fetcher) == "too-large"


def test_a_gzip_bomb_ends_at_the_size_limit(site: Site, fetcher: Fetcher) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 100_000
    site.page("example.com/page", bomb, Content_Encoding="gzip")
    assert code(fetcher) == "too-large"


def test_gzip_is_read(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/page", gzip.compress(b"plain"), Content_Encoding="gzip")
    got = fetcher.get("http://example.com/page", pinned)
    assert isinstance(got, Answer)
    assert got.body == b"plain"


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: 100\r\n\r\nshort",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\nhello",
        OK + b"Content-Encoding: gzip\r\n\r\nnot gzip at all",
        b"this is not HTTP\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"",
    ],
    ids=["truncated", "bad-chunk", "cut-chunk", "bad-gzip", "not-http", "headers", "nothing"],
)
def test_a_broken_answer_is_cut_off(answer: bytes, site: Site, fetcher: Fetcher) -> None:
    site.routes["example.com/page"] = lambda asked: asked.raw(answer)
    assert code(fetcher) == "cut-off"


def test_an_encoding_nobody_asked_for_is_refused(site: Site, fetcher: Fetcher) -> None:
    site.page("example.com/page", b"\x8b", Content_Encoding="br")
    assert code(fetcher) == "content-type"


def test_nobody_listening(fetcher: Fetcher) -> None:
    nobody = Fetcher(limits=fetcher.limits, resolve=lambda *_: ("127.0.0.1", 9))
    assert code(nobody) == "unreachable"


def test_a_host_without_an_address(fetcher: Fetcher) -> None:
    nowhere = Fetcher(limits=fetcher.limits, resolve=lambda *_: ("host.invalid", 80))
    assert code(nowhere) == "unreachable"


def test_certificates_are_checked_against_the_name_asked_for(
    certificate: Path, fetcher: Fetcher
) -> None:
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(certificate)
    trusting = ssl.create_default_context(cafile=str(certificate))
    with serving(server_side) as site:
        site.page("example.com/page", "", 302, Location="http://example.com/plain")
        site.page("example.com/ok", "fine")
        fetch = Fetcher(limits=fetcher.limits, resolve=site.resolve, tls=trusting)
        assert isinstance(fetch.get("https://example.com/ok", pinned), Answer)
        assert code(fetch, "https://example.com/page") == "insecure-redirect"
        assert code(fetch, "https://help.example.com/ok") == "bad-certificate"
        stranger = Fetcher(limits=fetcher.limits, resolve=site.resolve)
        assert code(stranger, "https://example.com/ok") == "bad-certificate"
        assert site.paths("help.example.com") == []


def test_urls_have_one_reading() -> None:
    target = target_of("HTTPS://Help.Example.COM.:443/a b?x#y")
    assert target is None
    target = target_of("HTTPS://Help.Example.COM.:443/ä/b")
    assert target is not None
    assert target.url == "https://help.example.com/%C3%A4/b"
    target = target_of("https://bücher.example/")
    assert target is not None
    assert target.host == "xn--bcher-kva.example"
