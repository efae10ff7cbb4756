"""Without an extra, a file that needs it is reported with what to install."""

import io

import pytest

from hotline_check.documents import Skipped, stream_blocks
from hotline_check.documents.isolated import reading


@pytest.mark.parametrize(
    ("name", "data", "extra"),
    [
        ("a.pdf", b"%PDF-1.7\n\0", "documents"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "pictures"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "pictures"),
    ],
)
def test_what_to_install_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, extra: str
) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda _: None)
    (note,) = stream_blocks(io.BytesIO(data), name)
    assert isinstance(note, Skipped)
    assert (note.reason, note.args["extra"], note.failed) == ("needs-extra", extra, True)
