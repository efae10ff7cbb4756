"""Phone numbers in the path or query of a web address: `https://example.com/call-1-888-555-0143`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.phone.parse import read_number

_ENCODED: Final = lazy_pattern("%(2[08BD])", re.IGNORECASE)
_HOST: Final = lazy_pattern(r"(?:[^/?#]*?//)?[^/?#]*")
_NUMBER: Final = lazy_pattern(
    r"""
    (?: call | phone | tel | mobile | hotline | helpline | number | whatsapp | toll-?free | dial
      | \u5ba2\u670d | \u7535\u8bdd )
    [^0-9+/?&]{0,16} [/=]? (?P<spoken> \+?\x00* [0-9(] [0-9().\x00 _-]{6,24} [0-9] )  # after a word
    | (?P<plus> \+\x00* [1-9] [0-9().\x00 _-]{7,22} [0-9] )                 # with its country code
    | (?<![0-9]) (?P<free> 1?[-._ ]? 8(?:00|33|44|55|66|77|88) [-._ ] [0-9]{3} [-._ ] [0-9]{4} )
    (?![0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Digits of an address that may hold a number.
_FEWEST: Final = 8


def numbers_in(addresses: Sequence[Find], hints: Hints) -> Iterator[Find]:
    """The numbers that web addresses hold; each is a contact of its own."""
    for address in addresses:
        if address.readings[0].kind == "url" and _digits(address.text) >= _FEWEST:
            yield from _in_address(address, hints)


def _in_address(address: Find, hints: Hints) -> Iterator[Find]:
    host = _HOST.match(address.text)
    shown = _ENCODED.sub(_decoded, address.text)
    for match in _NUMBER.finditer(shown, host.end() if host else 0):
        group = match.lastgroup or 0
        start, end = match.span(group)
        if shown[end : end + 1].isdecimal():
            continue  # a part of something longer
        written = match[group].replace("_", "-").replace("\x00", "")
        read = read_number(written, hints)
        missing = read.problem == Problem.NO_COUNTRY and written[0] in "0("
        if read.readings or missing:
            yield Find(
                start=address.start + start,
                end=address.start + end,
                text=address.text[start:end],
                readings=read.readings,
                problem=read.problem,
            )


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


def _decoded(code: re.Match[str]) -> str:
    """A sign of a number in percent code, in as many characters."""
    return chr(int(code[1], 16)) + "\x00\x00"
