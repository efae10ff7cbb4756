"""Lines of public bodies in a text that names them: `Report to Action Fraud 0300 123 2040`.

Few such lines have a country code, and short codes look like no number at all. The body that the
sentence names, the country that it names or its language says whose they are.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hotline_check.attribution.documents import Brands
from hotline_check.attribution.other_owners import last_other
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import COUNTRY_FROM_LANGUAGE, COUNTRY_FROM_TEXT
from hotline_check.reading.models import Assumption, Find, Reading
from hotline_check.reading.normalize.characters import from_digits
from hotline_check.reading.phone_search.evidence import phoning
from hotline_check.reading.phone_search.evidence.languages import named_in, spoken_in
from hotline_check.registry.models import Authority

_RUN: Final = lazy_pattern(
    r"[0-9](?<![\w.,:/+#*$€£¥-].)(?:[ ()-]{0,2}[0-9]){2,13}(?![\w%$€£¥]|[.,:/-][0-9])", re.ASCII
)
# A full stop in `1300.CYBER1` or `e.g.` ends no sentence.
_ENDS: Final = lazy_pattern(r"(?<=[\w)])[.!?]+\s+(?=[^\W\d_])|[\u3002\uff01\uff1f\n]")
_SIGNS: Final = lazy_pattern("[^0-9]+")
_LONG: Final = 1_024
# A body is named in the number's own sentence, which in a list or a log may have no end.
_REACH: Final = 160
# Characters in which a name of a body without blanks may follow its number.
_RIGHT_AFTER: Final = 4
_PARTS_OF_NAME: Final = lazy_pattern(r"[(),/;]|called | until ")
_SHORTEST_NAME: Final = 6


def with_public_bodies(
    brands: Brands, text: str, finds: Sequence[Find], *, has_more: bool = False
) -> Sequence[Find]:
    """The finds of a text, with the lines of public bodies that it names.

    has_more: other texts follow, for which reading the lines of all bodies once is worth its time.
    """
    read = [find for find in finds if find.readings]
    # A long text may hold thousands of runs of digits.
    knows_lines = has_more or len(text) > _LONG
    bodies = list(_bodies(text, read, brands, knows_lines=knows_lines))
    if not bodies:
        return finds
    kept = [
        find
        for find in finds
        if not any(body.start < find.end and find.start < body.end for body in bodies)
    ]
    return sorted((*kept, *bodies), key=lambda find: find.start)


def _bodies(
    text: str, read: Sequence[Find], brands: Brands, *, knows_lines: bool
) -> Iterator[Find]:
    known = brands.body_lines if knows_lines else None
    for match in from_digits(_RUN, text):
        written = match[0]
        digits = written if written.isdigit() else _SIGNS.sub("", written)
        if known is not None and digits.lstrip("0") not in known:
            continue
        start, end = match.span()
        if any(find.start < end and start < find.end for find in read):
            continue
        before = _ENDS.split(text[max(0, start - _REACH) : start])[-1]
        after = _ENDS.split(text[end : end + _REACH], maxsplit=1)[0]
        named_before = last_other(before, 0, len(before)) is not None
        if not named_before and last_other(after, 0, _RIGHT_AFTER) is None:
            continue
        found = [
            (country, body)
            for country, body in brands.bodies(match[0])
            if not body.short_code or not named_before or phoning.is_spoken_of(before, after)
        ]
        reading = _only_line(found, before, after)
        if reading:
            yield Find(start=start, end=end, text=match[0], readings=(reading,))


def _only_line(found: Sequence[tuple[str, Authority]], before: str, after: str) -> Reading | None:
    """The line of the only body that a sentence speaks for."""
    sentence = f"{before} {after}"
    countries = named_in(sentence)
    spoken = [each for each in found if each[0] in countries] if countries else []
    source = COUNTRY_FROM_TEXT
    if not countries:
        spoken = [each for each in found if _is_named(each[1], sentence)]
    if not countries and not spoken:
        source, home = COUNTRY_FROM_LANGUAGE, spoken_in(sentence)
        # A language of several countries leaves open which of them is meant.
        spoken = [each for each in found if home == (each[0],)]
    lines = {(country, body.phone) for country, body in spoken if body.phone}
    if len(lines) != 1:
        return None
    ((country, phone),) = lines
    assumed = Assumption(source, (country,))
    return Reading(kind="phone", value=phone, region=country, assumed=(assumed,))


def _is_named(body: Authority, sentence: str) -> bool:
    """Whether a sentence holds a part of a body's name that no other body has."""
    folded = sentence.casefold()
    parts = (part.strip() for part in _PARTS_OF_NAME.split(body.name))
    return any(
        " " in part and len(part) >= _SHORTEST_NAME and part.casefold() in folded for part in parts
    )
