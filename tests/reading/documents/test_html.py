import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.documents.html import reader
from hotline_check.documents.models import Piece, Place
from hotline_check.documents.source_map import Strip
from tests.reading.documents.test_text import text_of


def seen(page: str, step: int = 10_000) -> Strip:
    place = Place()
    parts = []
    for at in range(0, len(page), step):
        parts.append(Piece(page[at : at + step], place))
        place = place.after(page[at : at + step])
    return Strip(piece for piece in reader.pieces(parts) if isinstance(piece, Piece))


def shown(page: str, step: int = 10_000) -> str:
    """What a page shows and where it leads."""
    strip = seen(page, step)
    return "".join(p.text for p in strip.part(0, len(strip)) if p.origin != "hidden").strip()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<b>12</b>3<i>4</i>", "1234"),
        ("<td>123</td><td>456</td>", "123\n\n456"),
        ("a<script>+1 202 555 0147 </scripty> <b> </SCRIPT >b", "ab"),
        ("a<style>p{}</style>b", "ab"),
        ("a<!-- <b> --> b<!--> c<!---> d<!-- e --!> f", "a b c d f"),
        ("<!DOCTYPE html><?xml x?>a", "a"),
        ("&#43;1&nbsp;&#x32;&lt;&amp;&nosuch;&copy2", "+1\xa02<&&nosuch;©2"),
        ("1 < 2 && a< b", "1 < 2 && a< b"),
        ("<a data-x='>'>x</a>", "x"),
        ("<a title='t'>x</a>", "x\nt"),
        ("<img alt='a picture'>", "a picture"),
        ('<a href="tel:+12025550147">call</a> now', "call now\ntel:+12025550147"),
        ("<a href=tel:%2B1(202)&#53;550147?x>call</a>", "call\ntel:%2B1(202)5550147?x"),
        ('<a href="mailto:a@b.example?cc=x">m</a>', "m\nmailto:a@b.example?cc=x"),
        (
            '<area HREF="https://x.example/?a=1&region=2&amp;b">',
            "https://x.example/?a=1&region=2&b",
        ),
        ("<a href='/relative'>a</a><a href='?q'>b</a><a href=' #x'>c</a>", "abc"),
        ("<a href='/\\x.example'>a</a>", "a\n/\\x.example"),
        ('<form action="https://x.example/go">a</form>', "a\nhttps://x.example/go"),
        ("<title>Example</title><h1>Help</h1>", "Example\n\nHelp"),
        ("text <unclosed attribute='", "text"),
        ("a<!-- never closed", "a"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_what_is_seen(page: str, text: str, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_STEP", 1 if step == 1 else 10_000)
    assert shown(page, step) == text


def hidden(page: str) -> str:
    strip = seen(page)
    return "".join(p.text for p in strip.part(0, len(strip)) if p.origin == "hidden")


def test_addresses_and_entities_know_their_place() -> None:
    page = '<p>Call\n<a href="tel:+12025550147">&#43;1 312</a></p>'
    strip = seen(page)
    for text, source in (("+12025550147", "+12025550147"), ("+1 312", "&#43;1 312")):
        start = strip.text.index(text)
        begin, end = strip.place(start).offset, strip.stop(start + len(text))
        assert page[begin:end] == source
        assert strip.place(start).line == 2
        assert strip.place(start).column == begin - page.index("\n")


PARTS = st.sampled_from(
    [
        "<p>",
        "<b>",
        "</b>",
        "&#49;",
        "&amp;",
        "7",
        "+1 ",
        "text\n",
        "<!-- x -->",
        "<br>",
        "<a href=b>",
        "&",
        "<",
    ]
)


@given(st.lists(PARTS, max_size=40).map("".join))
def test_every_text_span_leads_back_to_it(page: str) -> None:
    strip = seen(page)
    for at, char in enumerate(strip.text):
        source = page[strip.place(at).offset : strip.stop(at + 1)]
        if source:
            assert unescape(source) == char


@given(st.text("<>&;\"'=!-/ap#1\n ", max_size=200), st.integers(1, 20))
def test_any_page_is_read_alike_in_any_chunks(page: str, step: int) -> None:
    before, reader._STEP = reader._STEP, 1
    try:
        assert seen(page, step).text == seen(page).text
    finally:
        reader._STEP = before


@pytest.mark.few(2)
@pytest.mark.parametrize(
    "unit", ["<a ", "<", "<!--", '<a b="', "&", "<a href='tel:1'>", "</", "<p>"]
)
def test_hostile_markup_takes_linear_time(unit: str) -> None:
    page = unit * (400_000 // len(unit))
    assert len(seen(page, 2_048)) <= 2 * len(page)  # and it ends


def test_a_page_names_its_encoding() -> None:
    page = '<html><meta charset="gb2312"><p>电话</p>'
    assert text_of(page.encode("gbk"), "x.html").strip() == "电话"
    assert text_of(page.replace("gb2312", "utf-16").encode(), "x").strip() == "电话"
    assert re.search("电话", text_of(page.encode("utf-16"), "x.html"))
