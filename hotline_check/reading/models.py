"""What a messy string was read as: the words of `reading/`, shared with the verdict.

None of these structs can be part of a cycle, so the garbage collector need not look at them
(gc=False): a twentieth of the time of a search that finds many.
"""

from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from hotline_check.origins import Origin
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem

Kind = Literal["phone", "url", "email", "handle"]


class Assumption(msgspec.Struct, frozen=True, gc=False):
    """One thing the reader took for granted; `wording` turns the code into a sentence.

    `args` fills the sentence's places, in order: the letter and its digit, the region, and so on.
    """

    code: str
    args: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One way to understand a string.

    value: E.164 for a phone (or its digits as dialled at home for a short code or a number
        that exists only inside `region`); a canonical URL; an address; a handle with its `@`.
    region: ISO 3166-1 alpha-2 code of the phone's country, None for a number without one.
    network: for a handle, the channel kind it belongs to (`x`, `telegram`, ...), None if unsaid.
    disguise: tags for the tricks found in the rendering (`letters-for-digits`, `emoji`, ...).
    """

    kind: Kind
    value: str
    region: str | None = None
    network: str | None = None
    assumed: tuple[Assumption, ...] = ()
    disguise: tuple[str, ...] = ()

    def assuming(self, *more: Assumption) -> "Reading":
        """The reading with more that was taken for granted."""
        return msgspec.structs.replace(self, assumed=(*self.assumed, *more))

    def rendered(self, assumed: tuple[Assumption, ...], tags: tuple[str, ...]) -> "Reading":
        """The reading with what the characters of its text show added: assumptions, disguises."""
        if not assumed and not tags:
            return self
        return Reading(
            kind=self.kind,
            value=self.value,
            region=self.region,
            network=self.network,
            assumed=(*self.assumed, *assumed),
            disguise=_in_order(self.disguise, tags),
        )


# What digits were read as: every reading, or why there is none.
Answer: TypeAlias = tuple[Reading, ...] | Problem


@lru_cache(maxsize=256)
def _in_order(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Every tag once, in the order in which they are shown."""
    every = {*some, *more}
    return tuple(tag for tag in codes.DISGUISES if tag in every)


class Hints(msgspec.Struct, frozen=True, kw_only=True):
    """Countries a number without a country code may belong to, strongest first.

    A country code or a hint inside the text beats all of these. The first of the three that
    gives a possible number is used; `claim_regions` may give several readings.
    home_regions: where the claimed platform can be reached, when another country is given. Digits
    are not read there, but what they would call there speaks against a guess by their shape.
    """

    region: str | None = None
    claim_regions: tuple[str, ...] = ()
    locale_region: str | None = None
    home_regions: tuple[str, ...] = ()


class Find(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One contact in a text: where it was, and every reading of it.

    start, end: character offsets into the text as given, end exclusive.
    readings: several when the text allows several; empty when nothing can be judged.
    problem: why there is no reading, None when there is one.
    origin: where in its document it was found.
    shown: for the target of a link, the text that a reader sees in its place.
    is_offered: whether the text gives it as the contact of the platform that it is attributed to.
    also_named: the ids of other platforms in its sentence.
    countries: the only ones that its sentence speaks for, where these are not the readings'.
    may_have_called: whether its text leaves open if it called the person or was dialled.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...] = ()
    problem: Problem | None = None
    origin: Origin = "text"
    shown: str = ""
    is_offered: bool = True
    also_named: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    may_have_called: bool = False

    def shifted(self, by: int) -> "Find":
        """The same find in a text where it starts `by` characters later."""
        return msgspec.structs.replace(self, start=self.start + by, end=self.end + by)

    def within(self, text: str) -> "Find":
        """The same find with the characters that `text` has at its place."""
        return msgspec.structs.replace(self, text=text[self.start : self.end])
