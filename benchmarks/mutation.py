"""A published contact, a mutation of it, and the classes of mutations by name.

What a text means is said by libphonenumber alone, never by the package that is measured.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final, NamedTuple

import phonenumbers
from phonenumbers import PhoneNumberFormat as Format

REGIONS: Final = sorted(phonenumbers.SUPPORTED_REGIONS)


class Line(NamedTuple):
    """A published contact: whose it is, where that platform can be reached, what it is called."""

    platform: str
    value: str
    home: tuple[str, ...]
    kind: str = "phone"
    names: tuple[str, ...] = ()

    @property
    def number(self) -> phonenumbers.PhoneNumber:
        return phonenumbers.parse(self.value)

    @property
    def region(self) -> str:
        return phonenumbers.region_code_for_number(self.number) or "US"

    def written(self, form: int) -> str:
        return str(phonenumbers.format_number(self.number, form))


class Mutation(NamedTuple):
    """A text to check, and what may be listed for it.

    meant: the values that the text may mean; none where exit 0 is always wrong.
    is_lettered: letters touch the digits, so that an answer must echo them.
    suffix: of the file that is scanned; a string that is checked has none.
    is_claimed: whether the person names the platform.
    is_honest: an ordinary spelling, of which any other exit than 0 is a miss.
    opens: the host that a browser or phone opens for the text, where an answer may name no other.
    """

    text: str
    meant: frozenset[str] = frozenset()
    region: str | None = None
    locale: str | None = None
    is_lettered: bool = False
    suffix: str = ""
    is_claimed: bool = True
    is_honest: bool = False
    opens: str = ""


Mutations = Callable[[Line, random.Random], Iterator[Mutation]]
CLASSES: Final[dict[str, Mutations]] = {}
KINDS: Final[dict[str, frozenset[str]]] = {}


def mutations(name: str, *kinds: str) -> Callable[[Mutations], Mutations]:
    """Register a function as a class of mutations of contacts of some kinds, phones by default."""

    def register(function: Mutations) -> Mutations:
        CLASSES[name] = function
        KINDS[name] = frozenset(kinds or ("phone",))
        return function

    return register


def forms(line: Line) -> tuple[str, ...]:
    """The number as it is written in most places."""
    national = line.written(Format.NATIONAL)
    code = line.number.country_code
    return (
        line.value,
        line.written(Format.INTERNATIONAL),
        line.written(Format.INTERNATIONAL).replace(" ", "-"),
        f"{code} {phonenumbers.national_significant_number(line.number)}",
        national,
        "".join(filter(str.isdecimal, national)),
    )


def plan_reads(text: str, *regions: str | None) -> frozenset[str]:
    """What the world's numbering plans make of a text, by libphonenumber's own parser."""
    found = set()
    for region in (None, *regions):
        for each in (text, "+" + text):
            with suppress(phonenumbers.NumberParseException):
                found.add(phonenumbers.format_number(phonenumbers.parse(each, region), Format.E164))
    return frozenset(found)


def at_home(line: Line) -> tuple[str | None, str]:
    """The regions that a text is checked with."""
    return None, line.region
