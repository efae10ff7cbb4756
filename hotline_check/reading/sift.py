"""Sifting whole texts: every contact in order, with its place in the original."""

from collections.abc import Iterator, Sequence

from hotline_check.reading.gate import FEWEST, LEAST, Window, blocks, windows
from hotline_check.reading.gate_rows import Sizes
from hotline_check.reading.models import Find, Hints
from hotline_check.reading.spots import areas


def find(text: str, hints: Hints) -> Iterator[Find]:
    """Every phone number, web address, e-mail address and handle of a text, in order."""
    size = _sizes(hints)
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


def _sizes(hints: Hints) -> Sizes:
    """What a number without a plus looks like in the countries at hand."""
    named = (hints.region, *hints.claim_regions, hints.locale_region)
    regions = [one.upper() for one in named if one]
    if not regions:
        return Sizes(FEWEST, LEAST, north=True)
    from hotline_check.reading.numbers import is_north_american, lengths, shortest

    return Sizes(
        fewest=min(FEWEST, shortest(hints.region.upper())) if hints.region else FEWEST,
        least=min(LEAST, *(min(lengths(one), default=LEAST) for one in regions)),
        north=all(map(is_north_american, regions)),
    )


def _in_block(block: str, hints: Hints, size: Sizes) -> list[Find]:
    around = areas(block)
    web = _web(block, around) if around else []
    found: list[Find] = []
    for window in windows(block, size):
        numbers = _numbers(block, window, web, hints, size)
        found += _moved(numbers, window.start) if window.start else numbers
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
    block: str, window: Window, web: Sequence[Find], hints: Hints, size: Sizes
) -> list[Find]:
    """The phone numbers of a part of a block; `web` are the block's other contacts."""
    from hotline_check.reading.phones import phones
    from hotline_check.reading.unmask import unmask

    part = block[window.start : window.end]
    unmasked = unmask(part, words=window.spelled)
    for one in web:
        low, high = max(0, one.start - window.start), min(one.end - window.start, len(part))
        if low < high:
            unmasked = unmasked[:low] + "x" * (high - low) + unmasked[high:]
    spans = [(start - window.start, end - window.start) for start, end in window.rows]
    numbers = list(phones(part, unmasked, hints, size.fewest, None if window.spelled else spans))
    if "8" not in unmasked:
        return numbers
    from hotline_check.reading.vanity import vanities

    named = list(vanities(part, unmasked))
    if not named:
        return numbers
    taken = {place for one in numbers for place in (one.start, one.end - 1)}
    free = [one for one in named if taken.isdisjoint(range(one.start, one.end))]
    return sorted((*numbers, *free), key=lambda one: one.start)
