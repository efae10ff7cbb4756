"""Banks, telephone companies, public bodies and a firm's own computer people in a text.

They speak of platforms, too: "HSBC: you paid Coinbase. Not you? Call ...". The number is theirs.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from hotline_check.attribution.vocabulary import LABELS, SERVICE_UNSPACED
from hotline_check.files import data_lines
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.dictionary import is_word
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.normalize.characters import WORD, lowered_once, small, words_in

# Characters before a contact in which its owner is named.
_REACH: Final = 120
_LONGEST_OPENING: Final = 60
# Characters of a message of one line; in a longer line nobody speaks to the end.
_LONGEST_LINE: Final = 640
# After the words with which a message opens: a colon, a dash, the bracket of `[Chase] ...`.
_COLON: Final = lazy_pattern(r"[:\uff1a\]\u3011]|[ ][-\u2013\u2014][ ]")
_OPENING: Final = lazy_pattern(rf"[^\w\n]*+([^\n:\uff1a\]\u3011]{{2,60}}?)\s*(?:{_COLON.pattern})")
# After a company's name: its country, its department. Words that go on otherwise are a sentence.
_MOST_WORDS_AFTER: Final = 3
_CUSTOMERS: Final = frozenset(
    ("customer", "customers", "client", "clients", "user", "users", "member", "members")
)
_DEPARTMENT: Final = frozenset(("care", "service", "services", "support"))
# Only words that label a contact.
_LABELS: Final = lazy_pattern(
    rf"""
    (?:['\u2019]s\b)?
    (?: (?:{LABELS}|ext|x|answers|staff)(?!\w)
      | (?:{SERVICE_UNSPACED})
      | \b[^\W_]*\d[^\W_]*      # an extension
      | [^\w\n]
    )*+
    """,
    re.VERBOSE,
)
_CALLS: Final = lazy_pattern(
    r"\b(?:call|dial|ring|phone|contact|reach|ask|llam\w+|ligue|appele[rz]|rufen)\b"
    r"|致电|致電|拨打|撥打|联系|聯繫|[?!\u3002]"
)
# A company to which money goes labels no number: "payment to HSBC, call ...".
_PAID: Final = lazy_pattern(
    r"""
    \b(?:payment|transfer|withdrawal|deposit|purchase|transaction|wire|debit|charge)s?\b
        [^.!?\n:]{0,40}\b(?:to|from|at|with|via|by|through|into|in)[ ](?:the[ ]|your[ ])?$
    """,
    re.VERBOSE,
)


class _Known(NamedTuple):
    """The names of `data/companies.txt`.

    by_word: by their first word. joined: as a host spells them. unspaced: those in scripts that set
    no spaces.
    """

    by_word: dict[str, tuple[tuple[str, ...], ...]]
    joined: dict[str, tuple[str, ...]]
    unspaced: re.Pattern[str]


def line_of_company(text: str, at: int, mentions: Sequence[Mention]) -> int | None:
    """Where the line of a place begins if a company opens it to speak: "HSBC UK: ..."."""
    line = text.rfind("\n", max(0, at - _LONGEST_LINE), at) + 1
    end = min(at, line + _LONGEST_OPENING)
    if at - line >= _LONGEST_LINE or not _COLON.search(text, line, end):
        return None
    opening = _OPENING.match(text, line, end)
    if opening is None:
        return None
    start, end = opening.span(1)
    if not _is_speaker(small(text[start:end])):
        return None
    if any(mention.start < end and start < mention.end for mention in mentions):
        return None
    return line


def _is_speaker(opening: str) -> bool:
    """Return True for a company, with its country or department at most."""
    if _known().unspaced.match(opening):
        return True
    words = words_in(opening.removeprefix("the "))
    size = _size(words, 0)
    after = words[size:]
    is_addressed = _CUSTOMERS.intersection(after) and _DEPARTMENT.isdisjoint(after)
    return bool(size and len(after) <= _MOST_WORDS_AFTER and not is_addressed)


def last_company(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the last name of a company in a stretch is.

    >>> last_company("Chase customer service 800-555-0199", 0, 23)
    (0, 5)
    """
    lowered = small(text[start:end])
    found = _last_spaced(text, start, lowered)
    for match in () if lowered.isascii() else _known().unspaced.finditer(lowered):
        if found is None or start + match.start() > found[0]:
            found = start + match.start(), start + match.end()
    return found


def _last_spaced(text: str, start: int, lowered: str) -> tuple[int, int] | None:
    """The same for names in scripts that set spaces. lowered: the stretch in small letters."""
    words = words_in(lowered)
    # Few texts hold even the first word of one.
    names = _known().by_word
    if not any(_size(words, at) for at, word in enumerate(words) if word in names):
        return None
    spans = [match.span() for match in WORD.finditer(text, start, start + len(lowered))]
    found = None
    at = 0
    while at < len(words):
        size = _size(words, at)
        # An ordinary word, such as `orange`, is a company's name only with a capital.
        if size == 1 and is_word(words[at]) and not text[spans[at][0]].isupper():
            size = 0
        if size:
            found = spans[at][0], spans[at + size - 1][1]
        at += size or 1
    return found


def company_of_host(label: str) -> tuple[str, ...] | None:
    """The words of the company whose host has a label, if any.

    >>> company_of_host("wellsfargo")
    ('wells', 'fargo')
    """
    return _known().joined.get(label)


def is_labelled_by_company(text: str, start: int, at: int, mentions: Sequence[Mention]) -> bool:
    """Return True where only labels are between a company's name and a contact.

    start: where the sentence begins. at: where the contact does. In `Coinbase and Chase support`
    and `Coinbase support with Chase` the contact is no less the platform's.
    """
    start = max(start, at - _REACH)
    company = last_company(text, start, at)
    if company is None:
        return False
    lowered = lowered_once(text)
    if any(company[1] <= mention.start < at for mention in mentions):
        return False
    if not _LABELS.fullmatch(lowered, company[1], at) or is_paid(text, start, company):
        return False
    return not is_joined(text, company, mentions)


def is_paid(text: str, start: int, company: tuple[int, int]) -> bool:
    """Return True where money goes to a company or comes from it."""
    return _PAID.search(small(text[start : company[0]])) is not None


def is_joined(text: str, company: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Return True for a company that is named in one breath with a platform before it."""
    before = [mention.end for mention in mentions if mention.end <= company[0]]
    if not before:
        return False
    between = small(text[before[-1] : company[0]])
    return _LABELS.fullmatch(between) is not None and not _CALLS.search(between)


def _size(words: Sequence[str], at: int) -> int:
    """Words of the longest company's name that begins at a place, 0 without one."""
    for name in _known().by_word.get(words[at], ()) if at < len(words) else ():
        if tuple(words[at : at + len(name)]) == name:
            return len(name)
    return 0


@cache
def _known() -> _Known:
    names = data_lines(__package__, "companies.txt")
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(words_in(name))
        by_word.setdefault(words[0], []).append(words)
    unspaced = [name for name in names if " " not in name and _is_unspaced(name)]
    return _Known(
        {word: tuple(sorted(found, key=len, reverse=True)) for word, found in by_word.items()},
        {"".join(words): words for found in by_word.values() for words in found},
        lazy_pattern("|".join(map(re.escape, sorted(unspaced, key=len, reverse=True)))),
    )


def _is_unspaced(name: str) -> bool:
    return any("\u3040" <= char <= "\ud7ff" for char in name)
