import os
import threading
from pathlib import Path

import pytest

from hotline_check.documents import (
    Block,
    Input,
    Skipped,
    blocks,
    inputs,
)
from hotline_check.documents.detect import Kind, kind_of


def names(root: Path) -> list[str]:
    return [
        f"{Path(i.name if isinstance(i, Input) else i.file).relative_to(root)}"
        f"{'' if isinstance(i, Input) else ' ' + i.reason}"
        for i in inputs([str(root)])
    ]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c/x.txt", ".git/config", "c/.hg/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path) == [
        ".git version-control",
        "b.txt",
        "gone unreadable",
        "link.txt",
        "loop link-to-folder",
        "pipe not-a-file",
        "a/z.txt",
        "a/b/c.txt",
        "c/.hg version-control",
        "c/x.txt",
    ]


def test_named_files_keep_their_order() -> None:
    assert list(inputs(["b", "-", "a"])) == [
        Input("b", Path("b")),
        Input("-", None),
        Input("a", Path("a")),
    ]


def test_a_name_of_any_bytes_can_be_printed(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("x")
    (found,) = inputs([str(tmp_path)])
    assert isinstance(found, Input)
    assert found.name.endswith("\ufffd.txt")
    assert len(list(blocks(found))) == 1


def test_what_cannot_be_opened_is_a_failed_note(tmp_path: Path) -> None:
    (note,) = blocks(Input("gone", tmp_path / "gone"))
    assert isinstance(note, Skipped)
    assert (note.reason, note.failed) == ("unreadable", True)
    assert note.args == {"why": "No such file or directory"}


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("x.HTML", b"anything", Kind.HTML),
        ("x", b"\xef\xbb\xbf <!DOCTYPE html>", Kind.HTML),
        ("x.txt", "<html>".encode("utf-16"), Kind.HTML),
        ("x.md", b"<html>", Kind.TEXT),
        ("x.txt", b"<p>a note that shows a tag", Kind.TEXT),
        ("x", b"Received: a\r\n by b\r\nFrom: x\r\nDate: y\r\n", Kind.MAIL),
        ("x", b"From: a note\nthat isn't a mail\n", Kind.TEXT),
        ("x", b"From a@b Mon Nov 23 01:50:29 2026\n", Kind.MAILBOX),
        ("x", b"From here on, 2026 things", Kind.TEXT),
        ("x.jsonl", b"{}", Kind.JSON_LINES),
        ("x.eml", b"\x89PNG\0", Kind.BINARY),
    ],
)
def test_kinds(name: str, head: bytes, kind: Kind) -> None:
    assert kind_of(name, head) is kind


def test_a_field_makes_text_json_lines() -> None:
    assert kind_of("x.log", b"{}", records=True) is Kind.JSON_LINES
    assert kind_of("x.html", b"{}", records=True) is Kind.HTML


class TestNamedPipes:
    def test_one_that_somebody_writes_to_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "pipe"
        os.mkfifo(path)
        writer = threading.Thread(target=path.write_text, args=("Hello",))
        writer.start()
        (block,) = blocks(Input("pipe", path))
        writer.join()
        assert isinstance(block, Block)
        assert block.text == "Hello"

    def test_one_that_nobody_writes_to_is_given_up(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("hotline_check.files._PATIENCE", 0.05)
        path = tmp_path / "pipe"
        os.mkfifo(path)
        (skipped,) = blocks(Input("pipe", path))
        assert isinstance(skipped, Skipped)
        assert (skipped.reason, skipped.failed) == ("unreadable", True)
