"""JSON of any shape: its strings are read as their characters, each message for itself."""

import json
import resource
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check.documents import Block, Skipped
from hotline_check.documents.blocks import cut
from hotline_check.documents.json import string_parser
from hotline_check.documents.models import Piece, Place
from hotline_check.reading.models import Hints
from hotline_check.scanning.contacts import Contacts
from tests.reading.documents.test_text import read, text_of


def documents(data: str, name: str = "x.json", field: str | None = None) -> list[tuple[str, ...]]:
    """The paragraphs of each document."""
    blocks = [b for b in read(data.encode(), name, field) if isinstance(b, Block)]
    return [tuple(part for part in b.text.split("\n\n") if part) for b in blocks]


def notes(data: str, field: str | None = None) -> list[tuple[str, int | None]]:
    found = read(data.encode(), "x.json", field)
    return [(each.reason, each.line) for each in found if isinstance(each, Skipped)]


def test_escapes_are_the_characters_that_they_stand_for() -> None:
    data = r'{"text":"Mail us: help@evil.net\nThanks, \u0043oin\/\ud83d\ude00 \x"}'
    assert documents(data) == [("text: Mail us: help@evil.net\nThanks, Coin/😀 x",)]


@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize("name", ["x.json", "-"])
def test_a_message_of_a_list_is_a_document(indent: int | None, name: str) -> None:
    messages = [{"from": "Zebra", "text": "hi"}, {"from": "Bob", "text": "call +1 202 555 0147"}]
    data = json.dumps(messages, indent=indent)
    assert documents(data, name) == [
        ("from: Zebra", "text: hi"),
        ("from: Bob", "text: call +1 202 555 0147"),
    ]


def test_the_name_of_a_chat_is_the_title_of_its_messages() -> None:
    data = json.dumps({"chats": {"list": [{"name": "Zebra", "messages": [{"text": "a"}]}]}})
    blocks = [b for b in read(data.encode(), "result.json") if isinstance(b, Block)]
    assert [(b.title, b.text.strip()) for b in blocks][-1] == ("Zebra\n\n", "text: a")


@pytest.mark.parametrize(
    "text",
    [
        "Call +1 202 555 0147",  # Telegram, a message without formats
        ["Call ", {"type": "phone", "text": "+1 202 555 0147"}, ""],
        ["Call +1 202 ", {"type": "bold", "text": "555"}, " 0147"],
        [{"type": "plain", "text": "Call +1 202 "}, {"type": "bold", "text": "555 0147"}],
    ],
)
def test_a_text_in_parts_is_one(text: object) -> None:
    data = json.dumps({"messages": [{"id": 1, "text": text, "text_entities": text}]})
    assert "text: Call +1 202 555 0147" in documents(data)[-1]
    found = [each for each in Contacts(Hints()).of(_last(data)) if each.readings]
    assert [each.readings[0].value for each in found][:1] == ["+12025550147"]


def _last(data: str) -> Block:
    return [b for b in read(data.encode(), "x.json") if isinstance(b, Block)][-1]


def test_strings_of_a_list_are_no_text_in_parts() -> None:
    data = json.dumps({"text": ["+1 202 555 0147", "+1 202 555 0148"]})
    assert documents(data)[-1] == ("text: +1 202 555 0147", "text: +1 202 555 0148")


def test_slack_writes_a_text_in_elements() -> None:
    parts = [{"type": "text", "text": "Call +1 202 "}, {"type": "text", "text": "555 0147"}]
    link = {"type": "link", "url": "https://evil.net", "text": "here"}
    section = {"type": "rich_text_section", "elements": [*parts, link]}
    data = json.dumps([{"text": "x", "blocks": [{"type": "rich_text", "elements": [section]}]}])
    texts = documents(data)[-1]
    assert "elements: Call +1 202 555 0147here" in texts
    assert "url: https://evil.net" in texts


def test_keys_are_text_and_so_are_long_numbers() -> None:
    data = '{"zebra": {"phone": 12025550147, "age": 7, "+1 202 555 0148": true, "a@evil.net": {}}}'
    assert documents(data) == [
        ("zebra", "phone: 12025550147", "+1 202 555 0148", "a@evil.net"),
    ]


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("messages.text", ["call +1 202 555 0147", "b"]),
        ("messages.from", ["Zebra"]),
        ("name", ["Chat"]),
        ("messages.id", ["7"]),
    ],
)
def test_a_field_is_read_alone(field: str, found: list[str]) -> None:
    messages = [
        {"id": 7, "from": "Zebra", "text": ["call +1 202 ", {"text": "555 0147"}]},
        {"text": "b"},
    ]
    data = json.dumps({"name": "Chat", "messages": messages}, indent=1)
    assert [text for each in documents(data, field=field) for text in each] == found


def test_a_field_that_is_nowhere_is_noted() -> None:
    assert notes('[{"a": "b"}]', "text") == [("no-such-field", 1)]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ('{"a": "x",\noops: "call +1 202 555 0147\\nnow"}', 2),
        ("{'a': 'call +1 202 555 0147'}", 1),
        ('["x"\n}] call +1 202 555 0147', 2),
        ('// a comment\n{"a": "call +1 202 555 0147"}', 1),
        ('{"a": "he said "call +1 202 555 0147" and left"}', 1),
        ("[" * 2_000 + '"+1 202 555 0147"', 1),
        ("<html>call +1 202 555 0147", 1),
    ],
)
def test_what_is_no_json_is_noted_and_read_as_text(data: str, line: int) -> None:
    assert notes(data) == [("json-broken", line)]
    blocks = [b for b in read(data.encode(), "x.json") if isinstance(b, Block)]
    found = [each.text for b in blocks for each in Contacts(Hints()).of(b)]
    assert found == ["+1 202 555 0147"]


@pytest.mark.parametrize("data", ['{"a": "call +1 202 555 0147', '[{"a": "call +1 202 555 0147"}'])
def test_json_that_ends_too_early_is_noted(data: str) -> None:
    assert notes(data) == [("json-cut-short", 1)]
    assert "call +1 202 555 0147" in text_of(data.encode(), "x.json")


def test_several_values_may_follow_one_another() -> None:
    assert documents('{"a":"x"}\n{"b":"y"}\n"z"') == [("a: x", "b: y", "z")]
    assert notes('{"a":"x"}\n{"b":"y"}') == []


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


def pieces(text: str, size: int) -> Iterator[Piece]:
    place = Place()
    for at in range(0, len(text), size):
        part = text[at : at + size]
        yield Piece(part, place)
        place = place.after(part)


@settings(deadline=None)
@given(JSON, st.booleans(), st.sampled_from([1, 7, 1_000]))
def test_strings_are_what_a_parser_finds(value: object, ascii_only: bool, size: int) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    found = "".join(
        item.text for item in string_parser.items(pieces(text, size)) if isinstance(item, Piece)
    )
    at = 0
    for each in strings(value):
        at = found.index(each, at) + len(each)


@settings(deadline=None)
@given(JSON)
def test_every_character_knows_its_place(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False)
    for block in cut(string_parser.items(pieces(text, 50))):
        assert isinstance(block, Block)
        for at, char in enumerate(block.text):
            if block.source(at).size is None:
                assert text[block.place(at).offset] == char


@settings(deadline=None)
@given(st.text('{}[]",:\\u1a \n', max_size=60), st.sampled_from([1, 5, 100]))
def test_no_text_breaks_it(text: str, size: int) -> None:
    list(string_parser.items(pieces(text, size)))


@pytest.mark.few(4)
@pytest.mark.parametrize(
    "part", ['"', "[", "{", '{"a":', '["a"],', '"a', "1 ", "\\", '[{"text":["a",{"b":1}', "x"]
)
@pytest.mark.parametrize("opened", ["", '["', '{"text":["'])
def test_long_texts_take_linear_time_and_little_memory(part: str, opened: str) -> None:
    text = opened + part * (100_000 // len(part))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in string_parser.items(pieces(text, 2_048)):
        pass
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000


def test_an_escape_knows_its_place() -> None:
    text = r'{"a": "x \u002b1 \ud83d\ude00 y"}'
    (block,) = read(text.encode(), "x.json")
    assert isinstance(block, Block)
    for char, source in (("+", r"\u002b"), ("😀", r"\ud83d\ude00"), ("y", "y")):
        at = block.text.index(char)
        assert text[block.place(at).offset : block.stop(at + 1)] == source


@pytest.mark.parametrize("text", ['{"call +1 202 555 0147" }', '{"a": 1, "+1 202 555 0147"}'])
def test_a_key_without_a_value_is_read(text: str) -> None:
    assert "+1 202 555 0147" in text_of(text.encode(), "x.json")
