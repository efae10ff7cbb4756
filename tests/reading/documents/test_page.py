"""What a page shows, compared with a browser's parser."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hotline_check.documents.html import reader
from hotline_check.documents.html.elements import DEEPEST
from hotline_check.documents.models import Piece, Place, Skipped

_NAMES = ("b", "i", "a", "span", "p", "div", "li", "ul", "h1", "h2", "em", "section", "x-y")
_OPEN = [f"<{name}{kind}>" for name in _NAMES for kind in ("", " hidden")]
_CLOSE = [f"</{name}>" for name in _NAMES]
_OTHER = ["<br>", "<!-- q -->", "<p hidden>", "</p>", "<img hidden>", "<template>", "</template>"]
PARTS = st.one_of(
    st.sampled_from(_OPEN), st.sampled_from(_CLOSE), st.sampled_from(_OTHER), st.just("w")
)


def shown(page: str) -> str:
    return "".join(
        piece.text
        for piece in reader.pieces([Piece(page, Place())])
        if isinstance(piece, Piece) and piece.origin == "text"
    )


def numbered(parts: list[str]) -> str:
    """A page whose every word is another one."""
    return "".join(f" w{at}w " if part == "w" else part for at, part in enumerate(parts))


def by_a_browser(page: str) -> list[str]:
    """The words that a browser would show, by the tree that its parser makes."""
    words: list[str] = []

    def walk(node: LexborNode) -> None:
        if node.tag == "-text":
            words.extend(re.findall(r"w\d+w", node.text_content or ""))
        elif node.tag not in {"template", "-comment", "_comment"} and "hidden" not in (
            node.attributes or {}
        ):
            child = node.child
            while child is not None:
                walk(child)
                child = child.next

    body = LexborHTMLParser(f"<!doctype html><body>{page}").body
    assert body is not None
    walk(body)
    return words


@pytest.mark.slow
@settings(max_examples=2000, deadline=None)
@given(st.lists(PARTS, max_size=14).map(numbered))
@example("<i hidden>w1w<span></i>w2w</span>")
@example("<span hidden>w1w<div></span>w2w</div>w3w")
@example("<p hidden>w1w<div>w2w</div>w3w")
@example("<p><i hidden>w1w</p><p>w2w</i>w3w</p>")
@example("<li hidden>w1w<li>w2w<ul><li>w3w</ul>w4w")
@example("<a hidden>w1w<a>w2w")
@example("<a><span hidden><a> w3w")
@example("<i><section><x-y hidden></i> w4w")
@example("<i><section><x-y hidden><div></i> w4w")
def test_a_page_shows_what_a_browser_shows(page: str) -> None:
    assert sorted(re.findall(r"w\d+w", shown(page))) == sorted(by_a_browser(page))


@pytest.mark.parametrize("unit", ["<b>", "<div>", "<i hidden>", "<span style='opacity:0'>"])
def test_a_page_that_is_nested_too_deeply_says_so(unit: str) -> None:
    page = unit * (DEEPEST + 2) + "+1 202 555 0147"
    notes = [each for each in reader.pieces([Piece(page, Place())]) if isinstance(each, Skipped)]
    assert [(note.reason, note.failed) for note in notes] == [("page-too-deep", True)]
