"""One reading of a URL: the WHATWG standard's, whichever way it is come by."""

import pytest
from ada_url import URL
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hotline_check.reading.web.host import ascii_host
from hotline_check.registry.web.pins import host_of
from hotline_check.upkeep.web.url import target_of
from hotline_check.urls import Url, host_name, parse
from tests.examples import examples

LABELS = st.sampled_from(
    (
        *("example", "EXAMPLE", "a", "xn--strae-oqa", "xn--a", "straße", "ex_ample", "a-", "-a"),
        *("1", "0x7f", "", "exa%6dple", "ｅｘ", "a\u00adb", "a\u200db", "bücher", "a b", "a\tb"),
        *("币", "12345678901"),
    )
)

DOTS = st.sampled_from([".", "。", "．", "%2e", "․"])
SCHEMES = st.sampled_from(["http://", "https://", "HTTPS:", "https:\\\\", "http:///", "ftp://"])
USERS = st.sampled_from(["", "", "", "user@", "a:b@", "a%40b@", "@"])
PORTS = st.sampled_from(["", "", ":443", ":80", ":8443", ":0443", ":", ":99999", ":a"])
RESTS = st.text("ab/.?#%2eE@:\\'\"<|^&=-~ \t", max_size=12)
HOSTS = st.tuples(st.lists(LABELS, min_size=1, max_size=4), DOTS).map(lambda p: p[1].join(p[0]))
URLS = st.tuples(SCHEMES, USERS, HOSTS, PORTS, RESTS).map("".join)


def by_the_standard(url: str) -> Url | None:
    try:
        read = URL(url)
    except ValueError:
        return None
    user = f"{read.username}:{read.password}".removesuffix(":") or None
    rest, fragment, has_fragment = *read.href.partition("#")[::2], "#" in read.href
    return Url(
        scheme=read.protocol[:-1],
        user=user,
        host=read.hostname.removesuffix("."),
        port=read.port or None,
        path=read.pathname,
        query=rest.partition("?")[2] if "?" in rest else None,
        fragment=fragment if has_fragment else None,
    )


@settings(max_examples=examples(200), deadline=None)
@given(URLS)
@example("https://example.com:443/a%2fb?x=1#y")
@example("https://example.com/.%2e/x")
@example("https://a.1")
@example("https://example.com?")
@example("http://example.com./")
def test_an_address_is_read_as_by_the_standard(url: str) -> None:
    read = parse(url)
    if read is not None:  # not every host of the standard is one that the DNS could hold
        assert read == by_the_standard(url)


@settings(max_examples=examples(200), deadline=None)
@given(HOSTS)
@example("straße.de")
@example("faß.de")
def test_every_part_of_the_project_reads_one_host(name: str) -> None:
    url = f"https://{name}/x"
    read = parse(url)
    host = read.host if read else None
    assert host_of(url) in {None, host}
    target = target_of(url)
    assert target is None or target.host == host
    if host and "%" not in name and "\t" not in name and ("." in host):
        assert ascii_host(name) == host
    if host_of(url) and target:
        assert target.host == host_of(url)


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("straße.de", "xn--strae-oqa.de"),
        ("STRASSE.de", "strasse.de"),
        ("STRAẞE.de", "xn--strae-oqa.de"),  # older tables of UTS 46 make it strasse.de
        ("ｅｘａｍｐｌｅ。com", "example.com"),
        ("0x7f.1", "127.0.0.1"),
        ("3221226219", "192.0.2.235"),
        ("[2001:DB8::1]", "[2001:db8::1]"),
        ("a b.com", None),
        ("example.com/x", None),
        ("user@example.com", None),
        ("a" * 64 + ".com", None),
    ],
)
def test_a_host_as_a_browser_asks_for_it(name: str, host: str | None) -> None:
    assert host_name(name) == host


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com\\@evil.example/",
        "https://user@example.com/",
        "https://example.com:8443/",
        "https://exam\nple.com/",
        "https:///example.com/",
        "//example.com/",
        "ftp://example.com/",
    ],
)
def test_what_can_be_read_in_two_ways_is_on_no_pin(url: str) -> None:
    assert host_of(url) is None
