"""Saved pages: WARC files are read page by page, MHTML as the mail that it is."""

import gzip
import io

import pytest

from tests.extras import needs

pytestmark = [
    pytest.mark.extra,
    # warcio leaves the files open that it keeps long records in
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
needs("warcio", "documents")

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from hotline_check.documents.models import Piece, Skipped
from hotline_check.documents.readers import Reader

PAGE = b'<p>call <b>+1 202</b> 555 0123 <a href="https://other.example/">example.org</a></p>'


def warc(*, packed: bool = True, kind: str = "text/html") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
    for address in ("https://a.example/", "https://b.example/x?y=1"):
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(PAGE), http_headers=headers
        )
        writer.write_record(record)
    return out.getvalue()


def read(data: bytes, name: str) -> tuple[list[Piece], list[Skipped]]:
    found = list(Reader().items(io.BytesIO(data), name))
    return (
        [item for item in found if isinstance(item, Piece)],
        [item for item in found if isinstance(item, Skipped)],
    )


@pytest.mark.parametrize(("packed", "name"), [(False, "x.warc"), (True, "x.warc.gz"), (True, "x")])
def test_each_page_is_read_under_its_address(packed: bool, name: str) -> None:
    pieces, notes = read(warc(packed=packed), name)
    links = [piece for piece in pieces if piece.origin == "link"]
    assert [(link.text, link.shown) for link in links] == [
        ("https://other.example/", "example.org")
    ] * 2
    addresses = [link.section.members[-1] for link in links if link.section]
    assert addresses == ["https://a.example/", "https://b.example/x?y=1"]
    assert not notes


def test_a_broken_file_is_reported() -> None:
    plain = warc(packed=False)
    for data in (plain[:100], gzip.compress(plain)[:-30], plain.replace(b"WARC/1", b"WXRC/1", 3)):
        pieces, notes = read(data, "x.warc")
        assert notes or pieces


def test_what_is_no_text_is_reported() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    record = writer.create_warc_record(
        "https://a.example/a.bin", "resource", payload=io.BytesIO(b"\0\1\2" * 50)
    )
    writer.write_record(record)
    _, notes = read(out.getvalue(), "x.warc")
    assert [note.reason for note in notes] == ["binary"]
