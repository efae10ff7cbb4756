"""Sentences as they are asked about: one character for a brand, one for the contact, one digit."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from operator import attrgetter
from typing import Final, NamedTuple

from hotline_check.attribution.borders import sentence
from hotline_check.attribution.vocabulary import BRAND, HERE
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.models import Find
from hotline_check.reading.normalize.characters import plain, words_in
from hotline_check.reading.phone_search.evidence.phoning import humps

# The only word of the patterns that has a digit.
_DIGIT_WORD: Final = "2fa"
_OTHER_SCRIPT: Final = lazy_pattern(
    r"(?<![^\W\d_])[\u0370-\u052f]{2,}(?![^\W\d_])|[\u3040-\u30ff]+"
)
_OTHER_LETTER: Final = lazy_pattern(r"[\u0370-\u052f\u3040-\u30ff]")
# Characters of a text that are made plain together.
_STEP: Final = 512


def masked(
    text: str, start: int, end: int, mentions: Iterable[Mention], found: Find | None = None
) -> str:
    """A sentence with one character in place of each mention and one in place of the contact.

    It goes on up to a contact that follows it.
    """
    marks = [
        (mention.start, mention.end, BRAND) for mention in mentions if start <= mention.start < end
    ]
    if found:
        marks.append((found.start, found.end, HERE))
        end = max(end, found.start)
    own, is_ready = _stretch(text, start, end)
    parts, at = [], start
    for low, high, mark in sorted(marks):
        if low >= at:
            parts += [own[at - start : low - start], mark]
            at = high
    sentence = "".join((*parts, own[at - start :]))
    if not is_ready:
        sentence = _with_equal_numbers(_plain_words(sentence))
    return humps(sentence).replace("_", " ")


@lru_cache(maxsize=8)  # each contact of a long sentence asks for it
def _stretch(text: str, start: int, end: int) -> tuple[str, bool]:
    """A stretch of a text, and whether it is as sentences are asked about, whatever is masked.

    It is not where words of other scripts or that with a digit may begin or end in what is masked.
    """
    own = _without_marks(text[start:end])
    first = start // _STEP
    # The sentence of the next contact begins elsewhere in a long line, and has the same pieces.
    pieces = [_piece(text, number) for number in range(first, -(-end // _STEP))]
    shown = "".join(piece.shown for piece in pieces)[start - first * _STEP :][: len(own)]
    has_others = any(piece.has_others for piece in pieces) and _OTHER_LETTER.search(own)
    if has_others or _DIGIT_WORD in shown.lower():
        return own, False
    return with_equal_digits(shown), True


class _Piece(NamedTuple):
    """A part of a text in plain characters; has_others: whether it has letters of other scripts."""

    shown: str
    has_others: bool


@lru_cache(maxsize=32)  # contacts on one line are within reach of the same parts
def _piece(text: str, number: int) -> _Piece:
    part = _without_marks(text[number * _STEP : (number + 1) * _STEP])
    return _Piece(plain(part), not part.isascii() and _OTHER_LETTER.search(part) is not None)


def _with_equal_numbers(sentence: str) -> str:
    """A sentence with one digit for all, as its words are asked about and not its numbers.

    With other numbers it is the same sentence, of which was asked before.
    """
    return sentence if _DIGIT_WORD in sentence.lower() else with_equal_digits(sentence)


@lru_cache(maxsize=4)  # a sentence is asked for words of several kinds
def words_of(sentence: str) -> frozenset[str]:
    """The words of a sentence, each once."""
    return frozenset(words_in(sentence))


def naming(mentions: Sequence[Mention], text: str) -> Sequence[str]:
    """The different sentences of some mentions, with one character in place of each.

    mentions: in order.
    """
    return _sentences_of(text).naming(tuple(mentions))


_START: Final = attrgetter("start")


class _Named(NamedTuple):
    """A mention, where its sentence is, and that sentence with this mention alone masked."""

    mention: Mention
    span: tuple[int, int]
    alone: str


class _Sentences:
    """The sentences of a text that name a platform: each of its contacts asks about all of them.

    So a line of contacts that name it asks for all lines around, of which one has changed: each
    mention is passed in a third of a microsecond.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._named: dict[int, _Named] = {}
        self._masked: dict[tuple[int, int, tuple[Mention, ...]], str] = {}
        self._last: tuple[tuple[Mention, ...], Sequence[str]] = (), ()

    def naming(self, mentions: tuple[Mention, ...]) -> Sequence[str]:
        """The masked sentences of some mentions; contacts of a paragraph have the same ones."""
        if mentions != self._last[0]:
            self._last = mentions, tuple(dict.fromkeys(self._sentences(mentions)))
        return self._last[1]

    def _sentences(self, mentions: tuple[Mention, ...]) -> Iterator[str]:
        last = before = None
        for mention, after in zip_longest(mentions, mentions[1:]):
            named = self._named.get(mention[0])
            if named is None or named.mention is not mention:
                named = self._named[mention[0]] = self._name(mention)
            span = named.span
            if span != last:
                last = span
                is_first = before is None or before[0] < span[0]
                if is_first and (after is None or after[0] >= span[1]):
                    yield named.alone
                else:
                    yield self._of(*span, _within(mentions, *span))
            before = mention

    def _name(self, mention: Mention) -> _Named:
        span = sentence(self._text, mention.start, mention.end)
        return _Named(mention, span, self._of(*span, (mention,)))

    def _of(self, start: int, end: int, inside: tuple[Mention, ...]) -> str:
        key = (start, end, inside)
        if key not in self._masked:
            self._masked[key] = masked(self._text, start, end, inside)
        return self._masked[key]


def _within(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    first = bisect_left(mentions, start, key=_START)
    return tuple(mentions[first : bisect_left(mentions, end, lo=first, key=_START)])


@lru_cache(maxsize=2)
def _sentences_of(text: str) -> _Sentences:
    return _Sentences(text)


def with_equal_digits(text: str) -> str:
    """The text with one digit for all. `translate` asks a table for each character of most texts.

    >>> with_equal_digits("call 202 555 0143")
    'call 000 000 0000'
    """
    for digit in "123456789":
        text = text.replace(digit, "0")
    return text


def _without_marks(text: str) -> str:
    """The text without the characters that replace brands and contacts."""
    return text.replace(BRAND, " ").replace(HERE, " ")


def _plain_words(text: str) -> str:
    """The text in plain characters, but for words that are written in one other script.

    Half of a Cyrillic word looks like Latin letters, and Japanese length marks like dashes: made
    plain, it would be no word at all.
    """
    if text.isascii() or not _OTHER_LETTER.search(text):
        return plain(text)
    parts, end = [], 0
    for word in _OTHER_SCRIPT.finditer(text):
        parts += [plain(text[end : word.start()]), word[0]]
        end = word.end()
    return "".join((*parts, plain(text[end:])))
