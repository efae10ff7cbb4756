"""Searching whole texts: every contact in order, with its place in the original."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from hotline_check.reading.models import Find, Hints
from hotline_check.reading.normalize.characters import small_bytes
from hotline_check.reading.phone_search.numbers_in_urls import numbers_in
from hotline_check.reading.phone_search.prefilter.pieces import Sizes
from hotline_check.reading.phone_search.prefilter.windows import (
    FEWEST,
    LEAST,
    Window,
    blocks,
    windows,
)
from hotline_check.reading.struck_out import with_struck_out
from hotline_check.reading.web.accounts.labelled import labelled_accounts
from hotline_check.reading.web.prefilter import areas
from hotline_check.reading.web.spelled_words import may_spell

# Says whether a sentence names a platform.
Claims = Callable[[str], bool]


def find(text: str, hints: Hints, claims: Claims | None = None) -> Iterator[Find]:
    """Every phone number, web address, e-mail address and handle of a text, in order.

    A number in a web address follows the address, inside of its place.
    """
    size = _sizes(hints)
    for start, end in blocks(text):
        block = text[start:end]
        raw = block.encode("utf-8", "surrogatepass")
        around = areas(block)
        lowered = small_bytes(block, raw)
        is_spelled = may_spell(lowered)
        web = _web(block, around, is_spelled=is_spelled) if around or is_spelled else []
        web = _with_accounts(block, lowered, web)
        found = _phones(block, raw, web, hints, size, claims)
        if found and not text.isascii():
            found = _doubted(found, text, start, end, hints)
        if web:
            found = [*web, *numbers_in(web, hints), *found]
            found.sort(key=lambda find: find.start)
        if found:
            found = with_struck_out(block, found)
        yield from _moved(found, start) if start else found


def _with_accounts(block: str, lowered: bytes, web: list[Find]) -> list[Find]:
    """The web contacts of a block and the accounts that no other of them holds."""
    accounts = list(labelled_accounts(block, lowered))
    if not accounts:
        return web
    # A handle gets the network that its label names.
    others = [
        each for each in web if not (_is_bare_handle(each) and _is_overlapping(each, accounts))
    ]
    free = [each for each in accounts if not _is_overlapping(each, others)]
    return sorted((*others, *free), key=lambda find: find.start)


def _is_bare_handle(find: Find) -> bool:
    return find.readings[0].kind == "handle" and find.readings[0].network is None


def _is_overlapping(find: Find, others: Sequence[Find]) -> bool:
    return any(each.start < find.end and find.start < each.end for each in others)


def _moved(found: Sequence[Find], by: int) -> list[Find]:
    return [find.shifted(by) for find in found]


@lru_cache(maxsize=64)
def _sizes(hints: Hints) -> Sizes:
    """What a number without a plus looks like in the countries at hand."""
    named = (hints.region, *hints.claim_regions, hints.locale_region)
    regions = [region.upper() for region in named if region]
    if not regions:
        return Sizes(FEWEST, LEAST, north=True)
    from hotline_check.reading.phone.metadata import is_north_american, lengths, shortest

    return Sizes(
        fewest=min(FEWEST, shortest(hints.region.upper())) if hints.region else FEWEST,
        least=min(LEAST, *(min(lengths(region), default=LEAST) for region in regions)),
        north=all(map(is_north_american, regions)),
    )


def _phones(
    block: str,
    raw: bytes,
    web: Sequence[Find],
    hints: Hints,
    size: Sizes,
    claims: Claims | None,
) -> list[Find]:
    """The phone numbers of a block; `raw` is it in UTF-8, `web` are its other contacts."""
    found: list[Find] = []
    for window in windows(block, raw, size):
        numbers = _numbers(block, window, web, hints, size, claims)
        found += _moved(numbers, window.start) if window.start else numbers
    return found


def _doubted(found: list[Find], text: str, start: int, end: int, hints: Hints) -> list[Find]:
    """The numbers of a block that other characters on their line may turn or disguise."""
    from hotline_check.reading.spoofing import REACH, doubted  # ASCII plays no such tricks

    before = min(start, REACH)
    return doubted(found, text[start - before : end], before, hints)


def _web(block: str, around: Sequence[tuple[int, int]], *, is_spelled: bool) -> list[Find]:
    from hotline_check.reading.web.search import find_web  # loaded for texts with addresses only

    return [
        Find(start=hit.start, end=hit.end, text=block[hit.start : hit.end], readings=(hit.reading,))
        for hit in find_web(block, around, is_spelled=is_spelled)
    ]


def _masked(web: str) -> str:
    """A web contact as long as before, without what could be read as a part of a number.

    Words about phoning stay where they may be a sentence of their own: "Need help.Call 202-…".
    (`.call`, `.phone` and `.help` are real endings, so such a name is a web address too.)
    """
    if not web.replace(".", "").isalnum():
        return "x" * len(web)
    from hotline_check.reading.phone_search.evidence import phoning

    labels = web.split(".")
    return ".".join(
        label if label.isalpha() and phoning.is_spoken_of(label, "") else "x" * len(label)
        for label in labels
    )


def _without_web(unmasked: str, window: Window, web: Sequence[Find]) -> str:
    """A part of a block with its web contacts masked; they are in order, without overlaps."""
    parts: list[str] = []
    end = window.start
    for found in islice(web, bisect_right(web, end, key=attrgetter("end")), None):
        if found.start >= window.end:
            break
        low, high = max(window.start, found.start), min(found.end, window.end)
        parts += [
            unmasked[end - window.start : low - window.start],
            _masked(found.text)[low - found.start : high - found.start],
        ]
        end = high
    return "".join((*parts, unmasked[end - window.start :])) if parts else unmasked


def _numbers(
    block: str,
    window: Window,
    web: Sequence[Find],
    hints: Hints,
    size: Sizes,
    claims: Claims | None,
) -> list[Find]:
    """The phone numbers of a part of a block; `web` are the block's other contacts."""
    from hotline_check.reading.normalize.pipeline import unmask
    from hotline_check.reading.phone_search.search import phones

    part = block[window.start : window.end]
    unmasked = _without_web(unmask(part, words=window.spelled), window, web)
    spans = [(start - window.start, end - window.start) for start, end in window.rows]
    places = None if window.spelled else spans
    numbers = list(phones(part, unmasked, hints, size.fewest, places, claims))
    if numbers and ("*" in unmasked or "#" in unmasked):
        from hotline_check.reading.phone.mmi_codes import without_codes  # few texts hold such signs

        numbers = list(without_codes(numbers, part, unmasked))
    if "8" not in unmasked:
        return numbers
    from hotline_check.reading.phone_search.vanity import vanities

    named = list(vanities(part, unmasked))
    if not named:
        return numbers
    taken = {place for found in numbers for place in (found.start, found.end - 1)}
    free = [found for found in named if taken.isdisjoint(range(found.start, found.end))]
    return sorted((*numbers, *free), key=lambda found: found.start)
