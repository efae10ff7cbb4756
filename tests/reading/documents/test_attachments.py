"""Files that are attached to a mail are read by their kind, under the mail's subject."""

import io
import zipfile
from email.message import EmailMessage

import pytest

from hotline_check.documents import Block, Skipped, stream_blocks

NUMBER = "+1 202 555 0123"


def packed(name: str = "note.txt") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f"first\ncall {NUMBER}")
    return out.getvalue()


def mail(*, is_nested: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message["Subject"] = "Your Kraken invoice"
    message.set_content("see the file")
    message.add_attachment(packed(), maintype="application", subtype="zip", filename="a.zip")
    message.add_attachment("after it", filename="b.txt")
    if not is_nested:
        return message.as_bytes()
    outer = EmailMessage()
    outer["Subject"] = "outer"
    outer.set_content("outer text")
    outer.add_attachment(
        message.as_bytes(), maintype="application", subtype="octet-stream", filename="in.eml"
    )
    return outer.as_bytes()


def blocks(data: bytes) -> list[Block]:
    found = list(stream_blocks(io.BytesIO(data), "x.eml"))
    assert not [item for item in found if isinstance(item, Skipped)]
    return [item for item in found if isinstance(item, Block)]


@pytest.mark.parametrize("is_nested", [False, True])
def test_an_archive(is_nested: bool) -> None:
    (block,) = [block for block in blocks(mail(is_nested=is_nested)) if NUMBER in block.text]
    at = block.text.index(NUMBER)
    section = block.source(at).section
    assert section
    assert (section.members, block.place(at).line) == (("a.zip", "note.txt"), 2)


def test_attachments_come_after_the_text_and_the_subject_speaks_for_them() -> None:
    found = blocks(mail())
    order = [["after it" in block.text, NUMBER in block.text] for block in found]
    assert order == [[True, False], [False, True]]
    assert found[-1].title == "Your Kraken invoice"


def test_a_mailbox() -> None:
    box = b"From a@b.example Mon Jan  1 00:00:00 2026\n" + mail() + b"\n"
    found = [b for b in stream_blocks(io.BytesIO(box * 2), "x.mbox") if isinstance(b, Block)]
    assert sum(NUMBER in block.text for block in found) == 2
