import pytest

from hotline_check.documents import Block, Skipped
from hotline_check.documents.json import records
from tests.reading.documents.test_text import read, text_of

ROW = '{"id": 7, "message": {"text": "call +1 202 555 0147", "tags": ["a", {"b": "c"}]}}\n'


def test_every_string_is_read() -> None:
    wanted = ["message", "text: call +1 202 555 0147", "tags", "tags: a", "b: c", ""]
    assert text_of(ROW.encode(), "x.jsonl").split("\n\n") == wanted


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("message.text", "call +1 202 555 0147"),
        ("message.tags", "a"),
        ("message.tags.b", "c"),
        ("id", "7"),
    ],
)
def test_a_field_is_read(field: str, text: str) -> None:
    assert text_of(ROW.encode(), "x.log", field).strip() == text


def test_lines_that_cannot_be_used_are_noted_in_runs() -> None:
    data = 'no\n[1\n{"a": "x"}\n{"b": "y"}\n\nno\n'
    notes = [n for n in read(data.encode(), "x.jsonl", "a") if isinstance(n, Skipped)]
    seen = [(n.reason, n.line, n.args["count"], n.args["last"], n.failed) for n in notes]
    assert seen == [
        ("not-json", 1, "2", "2", True),
        ("no-such-field", 4, "1", "4", False),
        ("not-json", 6, "1", "6", True),
    ]


def test_a_record_is_a_document() -> None:
    blocks = [b for b in read(ROW.encode() * 3, "x.ndjson") if isinstance(b, Block)]
    assert [b.opens for b in blocks] == [True] * 6  # and the object in its list
    assert [b.place(0).line for b in blocks] == [1, 1, 2, 2, 3, 3]


def test_a_record_beyond_all_measure_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST", 100)
    (note, block) = read(b'{"a": "' + b"x" * 200 + b'"}\n{"a": "y"}\n', "x.jsonl")
    assert isinstance(note, Skipped)
    assert (note.reason, note.line) == ("line-too-long", 1)
    assert isinstance(block, Block)
    assert block.text.strip() == "a: y"


def test_nesting_without_end_is_noted() -> None:
    data = b"[" * 100_000 + b"]" * 100_000
    (note,) = [n for n in read(data, "x.jsonl") if isinstance(n, Skipped)]
    assert note.reason == "json-line-broken"


def test_a_line_that_is_no_json_is_read_as_text() -> None:
    data = b'{"a": "x"}\n{"a": "call +1 202 555 0147\\nnow"\n{"a": "y"}\n'
    note, *_ = [n for n in read(data, "x.jsonl") if isinstance(n, Skipped)]
    assert (note.reason, note.line, note.failed) == ("json-line-broken", 2, True)
    assert "call +1 202 555 0147\nnow" in text_of(data, "x.jsonl")
