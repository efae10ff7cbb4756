"""Collect what the registry knows about a reading, for the verdict."""

from collections.abc import Iterable, Iterator
from typing import Final
from weakref import WeakKeyDictionary

import msgspec

from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Assumption, Find, Reading
from hotline_check.registry.lookups.facts import Facts, Match, Similar
from hotline_check.registry.matching.likeness import (
    has_other_prefixes,
    phone_neighbours,
    spelled,
)
from hotline_check.registry.models import Authority, Channel, Platform
from hotline_check.registry.storage.snapshot import Snapshot, SnapshotError

# With any calling code before them, fewer digits are a number somewhere.
_FEWEST_DIGITS = 7
# Digits of a number without its country code.
_MOST_DIGITS = 13
# Characters of a short code of six digits, written after a plus and a country code of three.
_LONGEST_CODE = 10
# Calling codes have one to three digits (ITU-T E.164).
_LONGEST_CALLING_CODE = 3


def phone_facts(snapshot: Snapshot, reading: Reading, claim: Platform | None) -> Facts:
    """Facts about a phone reading; similar numbers only if no platform publishes this one."""
    if is_unheard_of(snapshot, reading.value):
        return Facts(claim=claim)
    published = tuple(_published(snapshot, reading))
    reported = tuple(
        (platform, number)
        for platform in _platforms(snapshot, [reading.value], "reported", claim)
        for report in [snapshot.reported(platform.id)]
        for number in (report.numbers if report else ())
        if number.value == reading.value
    )
    withheld = tuple(
        (platform, held)
        for platform in _platforms(snapshot, [reading.value], "withheld", claim)
        for held in platform.withheld
        if held.value == reading.value
    )
    authorities = tuple(_authorities(snapshot, reading))
    similar: Iterable[Similar] = ()
    if not (published or reported or authorities) and reading.value.startswith("+"):
        similar = sorted(_similar_phones(snapshot, reading), key=lambda s: s.platform != claim)
    return Facts(
        claim=claim,
        published=published,
        withheld=withheld,
        reported=reported,
        authorities=authorities,
        similar=tuple(similar),
    )


def is_unheard_of(snapshot: Snapshot, value: str) -> bool:
    """Return True if it is certain that the registry has nothing like an E.164 number.

    One look instead of seven shows it, once the contacts of the registry are held in memory.
    """
    numbers = snapshot.numbers()
    return numbers is not None and numbers.is_unheard_of(value)


def _platforms(
    snapshot: Snapshot, values: list[str], layer: str, claim: Platform | None
) -> list[Platform]:
    """Platforms with one of the values in a layer, the claimed one first."""
    ids = dict.fromkeys(platform for _, platform in snapshot.holders(values, layer))
    return sorted(map(snapshot.owner, ids), key=lambda p: (claim is None or p.id != claim.id, p.id))


def _published(snapshot: Snapshot, reading: Reading) -> Iterator[Match]:
    """Matches verified against the platforms' entries: a wrong index must not list a number."""
    for platform in _platforms(snapshot, [reading.value], "published", None):
        for channel in platform.channels:
            if channel.kind == "phone" and _is_same_phone(channel, reading):
                yield Match(platform, channel)


def _is_same_phone(channel: Channel, reading: Reading) -> bool:
    if channel.value != reading.value:
        return False
    return reading.value.startswith("+") or reading.region in channel.regions


def possible_bodies(snapshot: Snapshot, text: str) -> list[tuple[str, Authority]]:
    """Public bodies, with their country, whose line the digits call there."""
    digits = _digits_of(text)
    return list(_bodies(snapshot, {digits, *_in_every_country(snapshot, digits)}))


# A snapshot never changes, and reading all lines of bodies takes as long as a short check.
_LINES: Final[WeakKeyDictionary[Snapshot, frozenset[str]]] = WeakKeyDictionary()


def lines_of_bodies(snapshot: Snapshot) -> frozenset[str]:
    """What the lines of all public bodies may be in their countries, without zeros before them."""
    lines = _LINES.get(snapshot)
    if lines is None:
        forms = map(national_forms, snapshot.body_lines())
        lines = _LINES[snapshot] = frozenset(form.lstrip("0") for each in forms for form in each)
    return lines


def national_forms(line: str) -> Iterator[str]:
    """What the line of a public body may be in its own country, without a trunk prefix.

    >>> list(national_forms("+443001232040"))
    ['43001232040', '3001232040', '001232040']
    """
    if not line.startswith("+"):
        yield line
        return
    for length in range(1, _LONGEST_CALLING_CODE + 1):
        yield line[1 + length :]


def known_body(snapshot: Snapshot, find: Find) -> Find:
    """Digits whose country is only guessed, without it where they are a public body's at home.

    `0 805 805 817` is a French line for victims, though Germany has the platform's phones. What a
    guess makes a published or a reported number stays that.
    """
    bodies = possible_bodies(snapshot, find.text)
    values = {reading.value for reading in find.readings}
    if not bodies or not values.isdisjoint(body.phone for _, body in bodies):
        return find
    if any(snapshot.holders(values, part) for part in ("published", "reported")):
        return find
    return msgspec.structs.replace(find, readings=(), problem=Problem.NO_COUNTRY)


def _digits_of(text: str) -> str:
    if text.isascii():
        return "".join(filter(str.isdigit, text))
    return "".join(str(int(char)) for char in text if char.isdecimal())


def _in_every_country(snapshot: Snapshot, digits: str) -> dict[str, int]:
    """The numbers that national digits are in each country, with its calling code.

    None of them where it is certain that the registry has none of them.
    """
    bare = digits.lstrip("0")
    numbers = snapshot.numbers()
    if not _FEWEST_DIGITS <= len(bare) <= _MOST_DIGITS:
        return {}
    if numbers is not None and not numbers.may_have_national(bare):
        return {}
    from hotline_check.registry.matching.phones import calling_codes  # loads phonenumbers

    # No national number in North America begins with a zero.
    return {f"+{code}{bare}": code for code in calling_codes() if bare == digits or code != 1}


def known_impostor(snapshot: Snapshot, find: Find) -> Find:
    """Read digits without a country code as a reported number that they match in some country.

    Returns the find unchanged without a match, or if any country makes them a published number.
    """
    if any(map(str.isalpha, find.text)):
        return find
    values = _in_every_country(snapshot, _digits_of(find.text))
    if not values:
        return find
    reported = dict.fromkeys(value for value, _ in snapshot.holders(values, "reported"))
    if not reported or snapshot.holders(values, "published"):
        return find
    readings = tuple(
        Reading(
            kind="phone",
            value=value,
            assumed=(Assumption(codes.COUNTRY_FROM_REPORT, (str(values[value]),)),),
        )
        for value in reported
    )
    return msgspec.structs.replace(find, readings=readings, problem=None)


def _authorities(snapshot: Snapshot, reading: Reading) -> Iterator[tuple[str, Authority]]:
    """Public bodies with this number; a short code is theirs only inside their country."""
    for country, body in _bodies(snapshot, {reading.value, *_short_codes(reading)}):
        if reading.region == country or not body.short_code:
            yield country, body


def _bodies(snapshot: Snapshot, values: set[str]) -> Iterator[tuple[str, Authority]]:
    for _, name in snapshot.holders(values, "authority"):
        found = snapshot.authorities(name)
        if found is None:
            raise SnapshotError(f"authorities/{name}")
        for body in found.authorities:
            if body.phone in values:
                yield found.country, body


def _short_codes(reading: Reading) -> Iterator[str]:
    """Digits that are too short for a full number: libphonenumber lacks some short codes."""
    if reading.value[0] == "+" and len(reading.value) <= _LONGEST_CODE:
        from hotline_check.registry.matching.phones import national  # loads phonenumbers

        yield national(reading.value)[1]


def _is_doubtful(reading: Reading) -> bool:
    """Return True for digits in no numbering plan, or assigned to a country by grouping only."""
    shape = Assumption(codes.COUNTRY_FROM_SHAPE, ("1",))
    doubts = {codes.NOT_IN_PLAN, codes.COUNTRY_FROM_SHAPE}
    return any(assumption.code in doubts and assumption != shape for assumption in reading.assumed)


def _similar_phones(snapshot: Snapshot, reading: Reading) -> Iterator[Similar]:
    from hotline_check.registry.matching.phones import national  # loads phonenumbers

    code, number = national(reading.value)
    # Most numbers of a long text are near none, which is seen by a tenth of the look-ups.
    numbers = snapshot.numbers()
    may_be_near = numbers is None or numbers.may_be_near(reading.value)
    if may_be_near or has_other_prefixes(code, number):
        near = phone_neighbours(code, number)
        for value, owner in snapshot.number_holders(near, "published"):
            yield Similar(snapshot.owner(owner), value, near[value])
    for _, owner in snapshot.holders([number], "subscriber"):
        platform = snapshot.owner(owner)
        for channel in platform.channels:
            is_whole = channel.kind == "phone" and channel.value.startswith("+")
            if is_whole and national(channel.value)[1] == number:
                yield Similar(platform, channel.value, "country-code")
    if _is_doubtful(reading):
        return  # whoever spells a brand's name wants to be called
    for _, owner in snapshot.holders(spelled(number), "spelled"):
        platform = snapshot.owner(owner)
        yield Similar(platform, platform.name, "vanity")
