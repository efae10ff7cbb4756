"""Patterns that are compiled on first use, and the cheap questions that are asked before."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import hotline_check
from hotline_check.attribution import offers, written_senders
from hotline_check.attribution.vocabulary import BRAND, HERE
from hotline_check.lazy_pattern import _Pattern, lazy_pattern
from hotline_check.reading.normalize import number_words
from hotline_check.reading.normalize.characters import may_hold
from hotline_check.reading.normalize.number_vocabulary import (
    LONGEST_PART,
    is_digit_word,
    latin_parts,
    may_spell,
    spelled_in,
    vocabulary,
)
from hotline_check.reading.normalize.number_words import made_latin_parts
from hotline_check.reading.phone import components
from hotline_check.reading.unread import signals
from hotline_check.reading.web import host_shapes

# What the patterns look for, and what they don't.
PIECES = (
    *("dot", "punkt", "com", "net", "evil", "www", "localhost", "0x12345678", "script:", "data:"),
    *(
        "java",
        "text/html,x",
        "http",
        "://",
        ":",
        ".",
        ",",
        "/",
        "-",
        " ",
        "\t",
        "from",
        "sent",
        "by",
    ),
    *("Von", "Reply-To", "reply to", "u/name", "reddit", "2024-05-31", "12:30", "24/7", "1999"),
    *("a", "b", "12", "1.2.3.4", "::1", "[", "]", '"', "'", ">", "|", "*", "\n", "help", "support"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


def lazy_patterns() -> Iterator[tuple[str, _Pattern[str] | _Pattern[bytes]]]:
    """Every pattern of every module, without those of an extra that is not installed."""
    for module in pkgutil.walk_packages(hotline_check.__path__, "hotline_check."):
        if module.name.split(".")[1] in {"serving", "spark", "__main__"}:
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ModuleNotFoundError:
            continue
        for name, value in vars(loaded).items():
            if isinstance(value, _Pattern):
                yield f"{module.name}.{name}", value


def test_every_pattern_can_be_compiled() -> None:
    found = dict(lazy_patterns())
    assert len(found) > 300
    for name, pattern in found.items():
        assert re.compile(pattern.pattern, pattern._flags), name


def test_a_pattern_is_known_by_its_source_before_it_is_compiled() -> None:
    broken = lazy_pattern("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")


def test_the_parts_of_digit_words_are_those_of_the_file() -> None:
    """Write `latin_parts.txt` again with what `made_latin_parts` returns, sorted."""
    assert latin_parts() == made_latin_parts()
    assert max(map(len, latin_parts())) == LONGEST_PART


def test_every_word_of_the_vocabulary_may_spell_and_is_a_digit_word() -> None:
    for word in vocabulary():
        assert may_spell(word), word
        assert is_digit_word(word), word
        assert spelled_in(word) == (vocabulary()[word],)
    assert not is_digit_word("now")
    assert not is_digit_word("twotwo")


@given(TEXTS)
@example("evil dot com")
@example("javascript:alert(1)")
@example("call 1.2.3.4 or [::1]")
def test_no_question_before_a_pattern_hides_what_it_would_find(text: str) -> None:
    lowered = text.lower()
    if host_shapes._SPELLED_HOST.search(text):
        assert may_hold(text, lowered, host_shapes.SPELLED_DOTS)
    if host_shapes._BROKEN_HOST.search(text):
        assert may_hold(text, lowered, host_shapes._SIGNS)
    assert [m.span() for m in host_shapes._HOST.finditer(text)] == [
        m.span() for m in host_shapes._ASCII_HOST.finditer(text)
    ]
    addresses = {(s.start, s.end) for s in signals._addresses(text, lowered)}
    for pattern in (signals._SCHEME, signals._IP):
        assert {m.span() for m in pattern.finditer(text)} <= addresses
    if signals.HARMLESS.fullmatch(text) and sum(map(str.isdigit, text)) >= 7:
        assert not signals._HARMLESS_SIGNS.isdisjoint(text)
    if written_senders._FIELD.match(text):
        assert written_senders._may_be_field(text)
    if written_senders._LINE.match(text):
        assert may_hold(text, lowered, ("from", "sent"))


@given(
    st.lists(
        st.sampled_from([*sorted(offers._PLAIN_LABELS), "'s", " ", ", ", ":", "\n", "x", "1"]),
        max_size=8,
    )
)
@example(["billing"])
def test_plain_labels_are_a_part_of_what_may_be_between(words: list[str]) -> None:
    between = " ".join(words)
    sentence = f"{BRAND}{between}{HERE}"
    if offers._is_labelled(sentence):
        assert offers._LINKED_AFTER.fullmatch(sentence)


@given(st.text(f"{BRAND}{HERE} \n,:supportcall's", max_size=20).filter(lambda s: s.count(HERE) < 2))
@example(f"{HERE} is the number of {BRAND}")
@example(f"{BRAND}'s support: {HERE}")
@example(f"{BRAND} support: {BRAND} call {HERE}")
def test_a_brand_and_its_contact_are_linked_in_either_order(sentence: str) -> None:
    linked = offers._LINKED_AFTER.search(sentence) or offers._LINKED_BEFORE.search(sentence)
    assert offers._is_linked(sentence) is bool(linked)


def test_a_word_is_seen_however_its_letters_are_written() -> None:
    """Whatever the patterns take for a letter of a word lets them be tried."""
    letters = "".join({char for word in vocabulary() for char in word if char.isalpha()})
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x30000))))
    for match in re.finditer(f"[{letters}]", every, re.IGNORECASE):
        if not match[0].casefold().isascii():
            assert number_words._has_number_word(match[0]), match[0]
    for word in ("ſix", "FıVE", "seven", "plus", "dix-sept"):
        assert number_words._has_number_word(f"a {word}"), word
    for text in ("no digits here", "a b co t.me 支持 #é"):
        assert not number_words._has_number_word(text), text


def test_what_is_looked_for_at_the_end_of_a_number_is_found_from_there() -> None:
    """The same as a search from the beginning finds."""
    ends = (
        *("", " ", ".", ")", " ext. 12", ";ext=12", ", (ext 1234567 )  ", " x12", "#12", "x 5\n"),
        *("   ,  (  then press   :# 12 ) ", "durchwahl12", " 分机 12 ", "ext 12345678", "x1234567"),
        *(",,5", ";55#", "p12,34", " ;;;  12*3 ", ",12345,,,,,,,,,,,,,,,,,,,678", "w" * 30 + "1"),
        *(" call now!", "-call us", "TOLL-FREE", " toll free  ...", "now", "_-_ call _", "recall"),
    )
    patterns = (
        (components._AFTER, components._AFTER_BACKWARDS),
        (components._EXTENSION, components._EXTENSION_BACKWARDS),
        (components._DIALLED_AFTER, components._DIALLED_BACKWARDS),
    )
    for begin, end in product(("", "202 555 0143", "12 . ", "1" * 40 + " " * 40, "a;"), ends):
        for pattern, backwards in patterns:
            expected = pattern.search(begin + end)
            found = components._at_end(pattern, backwards, begin + end)
            assert (expected and expected.span()) == (found and found.span()), (begin, end)
