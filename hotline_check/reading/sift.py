"""Sifting whole texts: every contact in order, with its place in the original."""

from collections.abc import Iterator

from hotline_check.reading.gate import FEWEST, LEAST, Stretch, stretches
from hotline_check.reading.models import Find, Hints


def find(text: str, hints: Hints) -> Iterator[Find]:
    """Every phone number, web address, e-mail address and handle of a text, in order."""
    for stretch in stretches(text, _fewest(hints), _least(hints)):
        part = text[stretch.start : stretch.end]
        found = _in_part(part, stretch, hints)
        if stretch.start:
            found = [_moved(one, stretch.start) for one in found]
        yield from found


def _moved(find: Find, by: int) -> Find:
    return Find(
        start=find.start + by,
        end=find.end + by,
        text=find.text,
        readings=find.readings,
        problem=find.problem,
    )


def _fewest(hints: Hints) -> int:
    """The digits of the shortest number worth a look: fewer where a country has short ones."""
    if hints.region is None:
        return FEWEST
    from hotline_check.reading.numbers import shortest

    return min(FEWEST, shortest(hints.region.upper()))


def _least(hints: Hints) -> int:
    """The digits of the shortest number written without a plus or a zero before it."""
    regions = [hints.region, *hints.claim_regions, hints.locale_region]
    if not any(regions):
        return LEAST
    from hotline_check.reading.numbers import lengths

    return min(LEAST, *(min(lengths(one.upper()), default=LEAST) for one in regions if one))


def _in_part(part: str, stretch: Stretch, hints: Hints) -> list[Find]:
    found: list[Find] = []
    web = []
    if stretch.web:
        from hotline_check.reading.web import find_web  # loaded for texts with addresses only

        web = list(find_web(part))
        found += [
            Find(
                start=hit.start,
                end=hit.end,
                text=part[hit.start : hit.end],
                readings=(hit.reading,),
            )
            for hit in web
        ]
    if stretch.phones or stretch.spelled:
        from hotline_check.reading.phones import phones
        from hotline_check.reading.unmask import unmask

        unmasked = unmask(part, words=stretch.spelled)
        for hit in web:
            unmasked = unmasked[: hit.start] + "x" * (hit.end - hit.start) + unmasked[hit.end :]
        numbers = list(phones(part, unmasked, hints, _fewest(hints)))
        if numbers and not part.isascii():
            from hotline_check.reading.doubts import doubted  # ASCII plays no such tricks

            numbers = doubted(numbers, part, unmasked, hints)
        if "8" in unmasked:
            from hotline_check.reading.vanity import vanities

            spelled = list(vanities(part, unmasked))
            others = [*found, *numbers] if spelled else []
            taken = {place for one in others for place in (one.start, one.end - 1)}
            found += [one for one in spelled if taken.isdisjoint(range(one.start, one.end))]
        found += numbers
        if len(found) > len(numbers):
            found.sort(key=lambda one: one.start)
    return found
