"""PDF files: pages, links, forms, files in them; what is broken, hidden or hostile is told."""

import io
import time
import zipfile
from collections.abc import Iterator
from typing import Any, cast

import pytest

from tests.extras import needs

pytestmark = pytest.mark.extra
needs("pypdf", "documents")

from pypdf.generic import ArrayObject, NumberObject, TextStringObject

from hotline_check.documents.isolated import worker
from hotline_check.documents.isolated.messages import Ask, End
from hotline_check.documents.models import Piece, Skipped
from hotline_check.documents.readers import Reader
from tests.reading.documents.pdfs import Pdf, dictionary, link, name, text, uri

NUMBER = "+1 202 555 0123"


@pytest.fixture(scope="module", autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    worker.stop()


def read(data: bytes, file: str = "x.pdf") -> tuple[list[Piece], list[Skipped]]:
    found = list(Reader().items(io.BytesIO(data), file))
    return (
        [item for item in found if isinstance(item, Piece)],
        [item for item in found if isinstance(item, Skipped)],
    )


def reasons(notes: list[Skipped]) -> list[str]:
    return [note.reason for note in notes]


def test_pages_have_numbers_and_no_lines() -> None:
    pieces, notes = read(Pdf().page(text("first")).page(text(f"call {NUMBER}")).data())
    (piece,) = [p for p in pieces if NUMBER in p.text]
    assert piece.section
    assert piece.section.page == 2
    assert (piece.place.line, piece.origin) == (0, "pdf")
    assert reasons(notes) == ["pdf"]


def test_a_link_has_its_target_and_the_words_under_it() -> None:
    content = text("see", 50) + text("https://example.com/help", 120) + text("or ask", 400)
    page = link(uri("https://other.example/x"), 118, 695, 290, 715)
    pieces, _ = read(Pdf().page(content, [page]).data())
    (target,) = [p for p in pieces if p.origin == "link"]
    assert (target.text, target.shown) == ("https://other.example/x", "https://example.com/help")


def test_words_without_own_operators_are_found_under_a_link() -> None:
    """Many programs write a line at once, so that the words under a link have no place."""
    line = text("Visit https://example.com/help today or call us tomorrow")
    page = link(uri("https://other.example/"), 78, 695, 222, 715)
    pieces, _ = read(Pdf().page(line, [page]).data())
    (target,) = [p for p in pieces if p.origin == "link"]
    assert "https://example.com/help" in target.shown
    assert "tomorrow" not in target.shown


def test_invisible_text_is_hidden() -> None:
    content = text("seen 1") + text(f"gone {NUMBER}", y=600, before="3 Tr")
    pieces, _ = read(Pdf().page(content).data())
    assert {p.origin for p in pieces if NUMBER in p.text} == {"hidden"}
    assert {p.origin for p in pieces if "seen" in p.text} == {"pdf"}


@pytest.mark.parametrize("color", ["1 1 1 rg", "1 g", "0 0 0 0 k"])
def test_white_text_is_doubted(color: str) -> None:
    _, notes = read(Pdf().page(text(NUMBER, before=color)).data())
    assert reasons(notes) == ["pdf", "pdf-white-text"]
    assert all(note.may_hide for note in notes)


def test_letters_that_are_drawn_are_doubted() -> None:
    _, notes = read(Pdf().page("0 0 m " + "1 2 3 4 5 6 c " * 200 + "f").data())
    assert reasons(notes) == ["pdf", "pdf-drawing"]


def test_forms_remarks_and_actions() -> None:
    remark = dictionary(
        Type="Annot",
        Subtype="Text",
        Rect=ArrayObject(map(NumberObject, (0, 0, 9, 9))),
        Contents=TextStringObject(f"or {NUMBER}"),
    )
    sent = link(dictionary(S="SubmitForm", F=TextStringObject("https://form.example/")))
    script = link(dictionary(S="JavaScript", JS=TextStringObject("app.launchURL(x)")))
    opened = link(dictionary(S="Launch", F=TextStringObject("a.exe")))
    inside = link(dictionary(S="GoTo"))
    pieces, notes = read(Pdf().page("", [remark, sent, script, opened, inside]).data())
    (said,) = [p for p in pieces if NUMBER in p.text]
    assert said.section
    assert (said.section.kind, said.section.page) == ("comment", 1)
    assert [p.text for p in pieces if p.origin == "link"] == ["https://form.example/"]
    assert reasons(notes) == ["pdf", "pdf-script", "pdf-action"]


def test_actions_of_the_file() -> None:
    pdf = Pdf().page("")
    pdf.writer._root_object[name("OpenAction")] = uri("https://open.example/")
    script = dictionary(S="JavaScript", JS=TextStringObject("this.print()"))
    pdf.writer._root_object[name("AA")] = dictionary(WP=script)
    pieces, notes = read(pdf.data())
    assert [p.text for p in pieces if p.origin == "link"] == ["https://open.example/"]
    assert "pdf-script" in reasons(notes)


def test_attachments_are_read_by_their_kind() -> None:
    pdf = Pdf().page("")
    pdf.writer.add_attachment("a.html", b"<p>call <b>+1 202</b> 555 0123</p>")
    pieces, _ = read(pdf.data())
    assert NUMBER in "".join(p.text for p in pieces)
    assert all(p.section and p.section.members == ("a.html",) for p in pieces if "call" in p.text)


def test_properties_are_hidden() -> None:
    pdf = Pdf().page("")
    pdf.writer.add_metadata({"/Title": f"Support {NUMBER}"})
    pieces, _ = read(pdf.data())
    assert {p.origin for p in pieces if NUMBER in p.text} == {"hidden"}


def test_a_password_is_reported() -> None:
    pdf = Pdf().page(text(NUMBER))
    pdf.writer.encrypt("secret")
    _, notes = read(pdf.data())
    assert reasons(notes) == ["member-encrypted"]


def test_only_changes_are_locked() -> None:
    """Without a password to open it, a file is read as every program does."""
    pdf = Pdf().page(text(NUMBER))
    pdf.writer.encrypt("", "owner")
    pieces, _ = read(pdf.data())
    assert any(NUMBER in p.text for p in pieces)


@pytest.mark.parametrize("cut", [40, 200, 400])
def test_broken_files_never_pass_as_read(cut: int) -> None:
    pieces, notes = read(Pdf().page(text(NUMBER)).data()[:-cut])
    assert notes or any(NUMBER in p.text for p in pieces)


def test_a_page_that_is_listed_for_ever() -> None:
    pdf = Pdf().page(text(NUMBER))
    pages = cast(Any, pdf.writer._root_object["/Pages"]).get_object()
    kid = pages["/Kids"][0]
    pages[name("Kids")] = ArrayObject([kid] * 100_000)
    pages[name("Count")] = NumberObject(100_000)
    begun = time.monotonic()
    pieces, notes = read(pdf.data())
    assert time.monotonic() - begun < 60
    assert sum(NUMBER in p.text for p in pieces) == 1
    assert reasons(notes) in (["pdf", "pdf-too-many-pages"], ["pdf"])


def test_a_tree_of_pages_that_holds_itself() -> None:
    pdf = Pdf().page(text(NUMBER))
    pages = cast(Any, pdf.writer._root_object["/Pages"])
    pages.get_object()["/Kids"].append(pdf.writer._root_object.raw_get("/Pages"))
    _, notes = read(pdf.data())
    assert notes


def test_what_takes_too_long_is_killed() -> None:
    slow = Pdf().page(text("x " * 200) * 4_000).data()
    (*_, end) = worker.answers(Ask(task="pdf", data=slow, seconds=1))
    assert end == End("too-slow")
    pieces, _ = read(Pdf().page(text(NUMBER)).data())  # a new process is there
    assert pieces


def test_a_pdf_file_within_an_archive() -> None:
    data = Pdf().page(text(NUMBER)).data()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("in.pdf", data)
    pieces, _ = read(inner.getvalue(), "x.zip")
    (piece,) = [p for p in pieces if NUMBER in p.text]
    assert piece.section
    assert (piece.section.members, piece.section.page) == (("in.pdf",), 1)
