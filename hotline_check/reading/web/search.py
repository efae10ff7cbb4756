"""Web addresses, e-mail addresses and social handles: finding them and reading one.

A URL is read as scheme, host in lower case and IDNA form, and path; query and fragment are left
out, unless they name another address to go on to. A profile page of a social network is read as
the handle it shows. Defanged spellings (`hxxps://`, `coinbase[.]com`, `help (at) kraken.com`) are
read as what they mean. A host, address or handle is read whole or not at all.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Reading
from hotline_check.reading.web.contacts import WebFind, contacts
from hotline_check.reading.web.host import HIDE, Folded, folds
from hotline_check.reading.web.plain_tokens import plain_token
from hotline_check.reading.web.spelled_words import spelled

# Characters around an area that say whether a contact is whole.
_AROUND: Final = 400
# What may be around a string that is one contact.
_BEFORE: Final = " \t\r\n([{<\"'“‘«「『（【《"
_AFTER: Final = " \t\r\n.,;:!?)]}>\"'”’»」』）】》，。；：！？、…"
_BETWEEN_WORDS: Final = lazy_pattern(r"(?<![\s\])}])\s+(?![\s\[({])")
# Text that is shown in another order than it is written in.
_OVERRIDES = lazy_pattern("[\u202d\u202e][^\u202c\n]*")


def read_web(text: str) -> Reading | None:
    """The one web contact that the whole string is, or None."""
    if _is_several_words(text):
        return None
    is_spelled = " dot " in text.lower()
    for found in find_web(text, [(0, len(text))], is_spelled=is_spelled, alone=True):
        before, after = HIDE.sub("", text[: found.start]), HIDE.sub("", text[found.end :])
        if not before.strip(_BEFORE) and not after.strip(_AFTER):
            return found.reading
        return None
    return None


def _is_several_words(text: str) -> bool:
    """Return True if it is certain that a string is no single contact.

    Within a contact white space is only next to a sign in brackets, in quotes and between words.
    """
    inner = text.lstrip(_BEFORE).rstrip(_AFTER)
    if not _BETWEEN_WORDS.search(inner) or not text.isascii() or '"' in text:
        return False
    return " dot " not in text.lower()


def find_web(
    text: str, around: Sequence[tuple[int, int]], *, is_spelled: bool, alone: bool = False
) -> Iterator[WebFind]:
    """Every web contact of a text, in order, without overlaps.

    around: the parts of the text in which they may be, as `prefilter.areas` gives them.
    is_spelled: whether it may hold some that are spelled with words (`spelled_words.may_spell`).
    alone: the text is one contact that a person typed, so a name like `readme.md` is a host.
    """
    found: list[WebFind] = []
    folded: list[tuple[int, int]] = []
    for area in around:
        if not alone and (token := plain_token(text, *area)):
            found.append(token)
        elif folds(text, *area):
            folded.append(area)
        else:
            found += contacts(text, *area, alone=alone)
    found += _in_folded(text, folded, alone=alone)
    if is_spelled:
        found += _in_words(text)
    found.sort(key=lambda hit: (hit.start, -hit.end))
    turned = [match.span() for match in _OVERRIDES.finditer(text)] if _turns(text) else []
    end = 0
    for hit in found:
        if hit.start < end:
            continue
        end = hit.end
        if not any(start < hit.end and hit.start < stop for start, stop in turned):
            yield hit


def _in_words(text: str) -> Iterator[WebFind]:
    assumed = (Assumption(codes.DEFANGED),)
    for start, end, user, host in spelled(text):
        if user is None:
            reading = Reading(kind="url", value=f"https://{host}/", assumed=assumed)
        else:
            reading = Reading(kind="email", value=f"{user}@{host}", assumed=assumed)
        yield WebFind(start, end, reading)


def _turns(text: str) -> bool:
    return "\u202d" in text or "\u202e" in text


def _in_folded(text: str, areas: Sequence[tuple[int, int]], *, alone: bool) -> Iterator[WebFind]:
    """The web contacts of areas with hidden or full-width characters.

    The text around an area shows whether its contacts are whole. Areas near one another share it,
    so that no character is folded once for each of them.
    """
    for group in _groups(areas):
        start, stop = max(0, group[0][0] - _AROUND), group[-1][1] + _AROUND
        folded = Folded(text[start:stop], alone=alone)
        for area in group:
            low, high = (folded.at(place - start) for place in area)
            for hit in contacts(folded.text, low, high, alone=alone):
                hidden = folded.hides(hit.start, hit.end)
                reading = _tagged(hit.reading) if hidden else hit.reading
                begin, end = folded.span(hit.start, hit.end)
                yield WebFind(begin + start, end + start, reading)


def _groups(areas: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Areas, in order, with those together that have some of the text around them in common."""
    groups: list[list[tuple[int, int]]] = []
    for area in areas:
        if groups and area[0] - _AROUND <= groups[-1][-1][1] + _AROUND:
            groups[-1].append(area)
        else:
            groups.append([area])
    return groups


def _tagged(reading: Reading) -> Reading:
    import msgspec

    return msgspec.structs.replace(reading, disguise=(codes.TAG_HIDDEN, *reading.disguise))
