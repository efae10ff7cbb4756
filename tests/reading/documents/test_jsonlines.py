import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.reading.documents import Block, Skipped, jsonlines
from hotline_check.reading.documents.models import Piece, Place
from hotline_check.reading.documents.strip import Strip
from tests.reading.documents.test_text import read, text_of

ROW = '{"id": 7, "message": {"text": "call +1 202 555 0147", "tags": ["a", {"b": "c"}]}}\n'


def test_every_string_is_read() -> None:
    assert text_of(ROW.encode(), "x.jsonl").split("\n\n") == ["call +1 202 555 0147", "a", "c", ""]


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
    assert [b.opens for b in blocks] == [True] * 3
    assert [b.place(0).line for b in blocks] == [1, 2, 3]


def test_a_record_beyond_all_measure_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "LONGEST", 100)
    (note, block) = read(b'{"a": "' + b"x" * 200 + b'"}\n{"a": "y"}\n', "x.jsonl")
    assert isinstance(note, Skipped)
    assert (note.reason, note.line) == ("line-too-long", 1)
    assert isinstance(block, Block)
    assert block.text.strip() == "y"


def test_nesting_without_end_is_noted() -> None:
    (note,) = read(b"[" * 100_000 + b"]" * 100_000, "x.jsonl")
    assert isinstance(note, Skipped)
    assert note.reason == "not-json"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text('ab\\"', max_size=3), inner),
    max_leaves=12,
)


def strings(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [s for item in value for s in strings(item)]
        case dict():
            return [s for item in value.values() for s in strings(item)]
    return []


@given(JSON, st.booleans())
def test_strings_are_what_a_parser_finds(value: object, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    strip = Strip([Piece(text, Place())])
    found = []
    for one in jsonlines.values(text):
        if one.string:
            assert text[one.start - 1] == text[one.end] == '"'
            found.append("".join(p.text for p in jsonlines.unescaped(strip, one.start, one.end)))
    assert found == strings(msgspec.json.decode(text))


def test_an_escape_knows_its_place() -> None:
    text = r'{"a": "x \u002b1 \ud83d\ude00 y"}'
    (block,) = read(text.encode(), "x.jsonl")
    assert isinstance(block, Block)
    for char, source in (("+", r"\u002b"), ("😀", r"\ud83d\ude00"), ("y", "y")):
        at = block.text.index(char)
        assert text[block.place(at).offset : block.stop(at + 1)] == source
