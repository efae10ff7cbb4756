"""Archives: members of every kind are read in place, hostile ones stop at a limit."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hotline_check.documents import Block, Skipped, stream_blocks
from hotline_check.documents.blocks import cut
from hotline_check.documents.limits import DEEPEST, Limits
from hotline_check.documents.readers import Reader

TEXT = b"first line\nsecond +1 202 555 0123\n"


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(name: str = "dir/a.txt", data: bytes = TEXT, mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]  # any mode
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def read(data: bytes, name: str = "x.zip") -> tuple[list[Block], list[Skipped]]:
    found = list(stream_blocks(io.BytesIO(data), name))
    return [b for b in found if isinstance(b, Block)], [s for s in found if isinstance(s, Skipped)]


def places(blocks: list[Block], text: str) -> list[tuple[tuple[str, ...], int]]:
    """Where a text is: the members, the line."""
    found = []
    for block in blocks:
        at = block.text.find(text)
        if at >= 0:
            section = block.source(at).section
            found.append((section.members if section else (), block.place(at).line))
    return found


def test_members_are_read_by_their_kind() -> None:
    mail = b"From: a@b.example\nTo: c@d.example\nSubject: hi\n\nsecond\n"
    page = b"<p>hidden <b hidden>x</b>second</p>"
    blocks, skipped = read(zipped(**{"a.txt": TEXT, "m/b.eml": mail, "c.html": page}))
    assert places(blocks, "second") == [(("a.txt",), 2), (("m/b.eml",), 5), (("c.html",), 1)]
    assert not skipped


@pytest.mark.parametrize(
    ("name", "data", "members"),
    [
        ("x.tar", tarred(), ("dir/a.txt",)),
        ("x.tgz", tarred(mode="w:gz"), ("x.tar", "dir/a.txt")),
        ("x.tar.bz2", tarred(mode="w:bz2"), ("x.tar", "dir/a.txt")),
        ("x.tar.xz", tarred(mode="w:xz"), ("x.tar", "dir/a.txt")),
        ("a.log.gz", gzip.compress(TEXT), ("a.log",)),
        ("a.log.bz2", bz2.compress(TEXT), ("a.log",)),
        ("a.log.xz", lzma.compress(TEXT), ("a.log",)),
        ("outer.zip", zipped(**{"in.zip": zipped(a=TEXT)}), ("in.zip", "a")),
        ("outer.zip", zipped(**{"in.tar": tarred()}), ("in.tar", "dir/a.txt")),
    ],
    ids=["tar", "tgz", "tar.bz2", "tar.xz", "gz", "bz2", "xz", "zip in zip", "tar in zip"],
)
def test_other_archives(name: str, data: bytes, members: tuple[str, ...]) -> None:
    blocks, skipped = read(data, name)
    assert places(blocks, "second") == [(members, 2)]
    assert {note.reason for note in skipped} <= {"not-a-file"}


def test_a_path_that_leads_out_is_only_a_name(tmp_path: Path) -> None:
    blocks, _ = read(zipped(**{"../../evil.txt": TEXT, "/etc/x": TEXT}))
    assert [members for members, _ in places(blocks, "second")] == [
        ("../../evil.txt",),
        ("/etc/x",),
    ]
    assert not list(tmp_path.iterdir())


def test_the_comment_of_an_archive_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"call +1 202 555 0123"
    blocks, _ = read(out.getvalue())
    assert places(blocks, "+1 202 555 0123") == [((), 1)]


def deep() -> bytes:
    data = TEXT
    for level in range(DEEPEST + 2):
        data = zipped(**{f"{level}.zip": data})
    return data


def encrypted() -> bytes:
    """A member that says that it needs a password."""
    data = bytearray(zipped(a=TEXT))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def corrupted() -> bytes:
    data = bytearray(zipped(a=bytes(range(256)) * 9))
    data[60:90] = bytes(30)
    return bytes(data)


def unlisted() -> bytes:
    """A member that only programs see which read from the beginning."""
    hidden = zipped(secret=b"x" * 2_000 + bytes(range(256)) * 8)
    return hidden[: hidden.index(b"PK\x01\x02")] + zipped(a=TEXT)


@pytest.mark.parametrize(
    ("make", "reason", "members"),
    [
        (lambda: zipped(a=b"0" * 40_000_000), "packed-too-tightly", None),
        (lambda: gzip.compress(b"x"), None, None),
        (encrypted, "member-encrypted", ("a",)),
        (corrupted, "member-broken", ("a",)),
        (unlisted, "archive-gap", None),
        (deep, "too-deep", tuple(f"{level}.zip" for level in range(DEEPEST + 1, 0, -1))),
        (lambda: b"PK\x03\x04" + bytes(100), "archive-broken", None),
        (lambda: tarred()[:700], "archive-broken", None),
        (lambda: gzip.compress(TEXT * 99)[:-20], "archive-broken", None),
    ],
)
def test_what_cannot_be_read_is_reported(
    make: Callable[[], bytes], reason: str | None, members: tuple[str, ...] | None
) -> None:
    _, skipped = read(make(), "x.bin")
    assert [note.reason for note in skipped] == ([reason] if reason else [])
    for note in skipped:
        assert note.failed
        assert note.may_hide
        assert note.file == "x.bin"
        if members:
            assert note.section
            assert note.section.members[: len(members)] == members[: len(note.section.members)]


def test_too_many_members() -> None:
    data = zipped(**{f"{number}.txt": TEXT for number in range(5)})
    found = list(cut(Reader(limits=Limits(most_members=3)).items(io.BytesIO(data), "x.zip")))
    assert [f.reason for f in found if isinstance(f, Skipped)] == ["too-many-members"]
    assert len([f for f in found if isinstance(f, Block)]) == 3


def test_too_many_bytes() -> None:
    data = zipped(a=TEXT, b=TEXT)
    found = list(cut(Reader(limits=Limits(most_bytes=50)).items(io.BytesIO(data), "x.zip")))
    assert [f.reason for f in found if isinstance(f, Skipped)] == ["too-large-unpacked"]


def test_a_list_of_members_that_would_fill_the_memory() -> None:
    end = bytearray(zipped(a=TEXT))
    at = end.index(b"PK\x05\x06")
    end[at + 12 : at + 16] = (1 << 30).to_bytes(4, "little")
    _, skipped = read(bytes(end))
    assert [note.reason for note in skipped] == ["too-many-members"]


def test_a_stream_that_cannot_be_rewound() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.inner = io.BytesIO(zipped(a=TEXT))

        def readable(self) -> bool:
            return True

        def readinto(self, target: memoryview) -> int:  # type: ignore[override]  # narrower
            data = self.inner.read(len(target))
            target[: len(data)] = data
            return len(data)

    found = list(stream_blocks(io.BufferedReader(Pipe()), "-"))
    assert places([b for b in found if isinstance(b, Block)], "second") == [(("a",), 2)]
