"""Addresses and handles."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.reading import codes, find, read
from hotline_check.reading.web import contacts


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("https://Example.com/Help?x=1#top", "url", "https://example.com/Help"),
        ("hxxps://example[.]com/x", "url", "https://example.com/x"),
        ("example[.]com", "url", "https://example.com/"),
        ("www.example.co.uk", "url", "https://www.example.co.uk/"),
        ("http://example.com:8080/a%20b", "url", "http://example.com:8080/a%20b"),
        ("соinbase.com", "url", "https://xn--inbase-vqfx.com/"),
        ("ｅｘａｍｐｌｅ.com", "url", "https://example.com/"),
        ("Help@Example.COM", "email", "Help@example.com"),
        ("mailto:help@example.com", "email", "help@example.com"),
        ("help (at) example (dot) com", "email", "help@example.com"),
        ("help[at]example[.]com", "email", "help@example.com"),
        ("@some_name", "handle", "@some_name"),
        ("https://t.me/some_name", "handle", "@some_name"),
        ("t.me/some_name", "handle", "@some_name"),
        ("https://x.com/SomeName", "handle", "@SomeName"),
        ("https://x.com/SomeName/status/1", "url", "https://x.com/SomeName/status/1"),
    ],
)
def test_one_address(text: str, kind: str, value: str) -> None:
    (found,) = read(text)
    assert [(each.kind, each.value) for each in found.readings] == [(kind, value)]


def test_the_network_of_a_profile_is_named() -> None:
    assert read("t.me/some_name")[0].readings[0].network == "telegram"
    assert read("@some_name")[0].readings[0].network is None


def test_defanging_and_mixed_scripts_are_echoed() -> None:
    (found,) = read("hxxps://example[.]com")
    assert [a.code for a in found.readings[0].assumed] == [codes.DEFANGED]
    (found,) = read("соinbase.com")
    assert found.readings[0].disguise == (codes.TAG_LOOKALIKE_HOST,)


def test_addresses_in_a_text_have_their_spans() -> None:
    text = "See https://example.com/a(b). Write to help@example.org, or @some_name; e.g. at 3.14."
    found = [(text[each.start : each.end], each.readings[0].kind) for each in find(text)]
    assert found == [
        ("https://example.com/a(b)", "url"),
        ("help@example.org", "email"),
        ("@some_name", "handle"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "e.g. this",
        "see main.py and readme.md",
        "end.In the next",
        "version 1.2.3",
        "a.b.c",
        "9.am",
        "foo.bar()",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert list(find(f"Please {text} now")) == []


def test_digits_of_an_address_are_no_number() -> None:
    assert [each.readings[0].kind for each in find("https://example.com/12025550143/x")] == ["url"]


@given(st.text(st.sampled_from("a1.@:/\\\t\n ()[]t。＠"), max_size=60))
def test_no_character_is_looked_at_in_two_areas(text: str) -> None:
    """Overlapping areas made `\\t=\\@b.co` many times cost 300 µs a byte instead of 13."""
    from hotline_check.reading.web.prefilter import areas

    found = areas(text)
    assert all(before[1] < after[0] for before, after in pairwise(found))


@given(st.text(st.sampled_from("ab1.[]-/@()\u0969"), max_size=60))
def test_hosts_are_the_same_after_many_dots_without_one(text: str) -> None:
    """Behind a few dots without a host, each place before a dot is tried instead of searched."""
    found = list(find(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contacts, "_FEW", 0)
        assert list(find(text)) == found


@pytest.mark.parametrize("host", ["support.xn--fiqs8s", "evil.xn--p1ai", "Evil.XN--P1AI"])
def test_a_top_level_domain_in_punycode_ends_a_host(host: str) -> None:
    (found,) = find(f"visit {host} now")
    assert found.readings[0].value == f"https://{host.lower()}/"
