"""Sifting whole texts: every contact in order, with its place in the original."""

from collections.abc import Iterator, Sequence

from hotline_check.reading.gate import FEWEST, LEAST, blocks, windows
from hotline_check.reading.gate_rows import Sizes
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.spots import areas


def find(text: str, hints: Hints) -> Iterator[Find]:
    """Every phone number, web address, e-mail address and handle of a text, in order."""
    size = Sizes(_fewest(hints), _least(hints))
    for start, end in blocks(text):
        found = _in_block(text[start:end], hints, size)
        yield from _moved(found, start) if start else found


def _moved(found: Sequence[Find], by: int) -> list[Find]:
    return [
        Find(
            start=one.start + by,
            end=one.end + by,
            text=one.text,
            readings=one.readings,
            problem=one.problem,
        )
        for one in found
    ]


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


def _in_block(block: str, hints: Hints, size: Sizes) -> list[Find]:
    around = areas(block)
    web = _web(block, around) if around else []
    found: list[Find] = []
    for start, end, spelled in windows(block, size):
        inside = [(one.start - start, one.end - start) for one in web]
        numbers = _numbers(block[start:end], inside, hints, size, spelled=spelled)
        found += _moved(numbers, start) if start else numbers
    if found and not block.isascii():
        from hotline_check.reading.doubts import doubted  # ASCII plays no such tricks

        found = doubted(found, block, hints)
    return sorted((*web, *found), key=lambda one: one.start) if web else found


def _web(block: str, around: Sequence[tuple[int, int]]) -> list[Find]:
    from hotline_check.reading.web import find_web  # loaded for texts with addresses only

    return [
        Find(start=hit.start, end=hit.end, text=block[hit.start : hit.end], readings=(hit.reading,))
        for hit in find_web(block, around)
    ]


def _numbers(
    part: str, web: Sequence[tuple[int, int]], hints: Hints, size: Sizes, *, spelled: bool
) -> list[Find]:
    """The phone numbers of a part of a block; `web` is where its other contacts stand."""
    from hotline_check.reading.phones import phones
    from hotline_check.reading.unmask import unmask

    unmasked = unmask(part, words=spelled)
    for start, end in web:
        if end > 0 and start < len(part):
            low, high = max(0, start), min(end, len(part))
            unmasked = unmasked[:low] + "x" * (high - low) + unmasked[high:]
    numbers = list(phones(part, unmasked, hints, size.fewest))
    if "8" not in unmasked:
        return numbers
    from hotline_check.reading.vanity import vanities

    named = list(vanities(part, unmasked))
    if not named:
        return numbers
    taken = {place for one in numbers for place in (one.start, one.end - 1)}
    free = [one for one in named if taken.isdisjoint(range(one.start, one.end))]
    return sorted((*numbers, *free), key=lambda one: one.start)
