"""Numbers that form fields and folded parts interrupt, and pictures inside a page."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner, Tally
from tests.entries import TODAY

LISTED = "+1 888 908 7930"


def scan(store: Store, page: str) -> tuple[list[str], Tally]:
    tally, found = Tally(), []
    scanner = Scanner(Checker(store, today=TODAY))
    for result in scanner.scan_stream(io.BytesIO(page.encode()), "a.html"):
        tally.add(result)
        found += [result.text] if isinstance(result, Hit) else [result.reason]
    return found, tally


def test_a_text_field_in_a_number_is_read_as_it_is_shown(bundled_store: Store) -> None:
    found, _ = scan(bundled_store, "<p>Call +1 888 <textarea>908</textarea> 7930</p>")
    assert found == [LISTED]


@pytest.mark.parametrize(
    "number",
    [
        "+1 888 <select><option>908</select> 7930",
        "+1 888 <details open><summary>908</summary></details> 7930",
        "+1 888 908 <details open>7930</details>",
    ],
)
def test_a_field_that_cuts_a_number_is_reported(bundled_store: Store, number: str) -> None:
    found, tally = scan(bundled_store, f"<p>Call {number}</p><p>Coinbase: {LISTED}</p>")
    assert "page-styles" in found
    assert tally.exit is Exit.CANNOT_TELL


def test_an_ordinary_form_is_read(bundled_store: Store) -> None:
    page = f"<p>Country <select><option>US<option>GB</select> Coinbase: {LISTED}</p>"
    assert scan(bundled_store, page)[1].exit is Exit.LISTED


@pytest.mark.parametrize("source", ["data:image/png;base64,AA==", "data:," + "A" * 20_000])
def test_a_picture_inside_the_page_is_reported(bundled_store: Store, source: str) -> None:
    found, tally = scan(bundled_store, f"<p>Coinbase: {LISTED}</p><img src='{source}'>")
    assert sorted(found) == [LISTED, "page-picture"]
    assert tally.exit is Exit.CANNOT_TELL


@pytest.mark.parametrize("image", ["<img src='logo.png'>", "<img hidden src='data:,x'>"])
def test_other_pictures_are_not(bundled_store: Store, image: str) -> None:
    assert scan(bundled_store, f"<p>Coinbase: {LISTED}</p>{image}")[1].exit is Exit.LISTED


def test_the_number_behind_a_chat_link_is_the_only_contact(bundled_store: Store) -> None:
    page = "<p>Coinbase: <a href='https://wa.me/18889087930'>chat</a></p>"
    found, tally = scan(bundled_store, page)
    assert found == ["https://wa.me/18889087930"]
    assert tally.unread == 0
