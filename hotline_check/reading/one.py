"""Reading one string that a person typed or pasted: the whole of it, never a part."""

from functools import lru_cache
from typing import Final

from hotline_check.reading import codes
from hotline_check.reading.characters import LOOKS
from hotline_check.reading.models import Assumption, Find, Hints, Reading
from hotline_check.reading.written import Written, inner_plus

BARE: Final = frozenset("0123456789+-(). \t\xa0")
"""Characters of a number without label, letters or costume: nothing to take apart."""
_KEYPAD: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
_MOST_LETTERS_DROPPED = 4
_FEWEST_WHOLE = 8
"""Digits of a number that is whole without the letters behind it; with a leading 1 one more."""


def read_one(text: str, hints: Hints) -> Find:
    """The Find that the whole string is: a web contact, a number, or a problem."""
    if BARE.issuperset(text):
        return _phone(text, text, _bare(text), hints)
    web = _web(text)
    if web:
        return Find(start=0, end=len(text), text=text, readings=(web,))
    code = text.strip()
    if code[:1] in {"*", "#"} and code[1:].isdecimal() and 4 <= len(code) <= 8:
        return _home_code(text, code, hints)
    from hotline_check.reading.typed import take_apart  # patterns for the rest
    from hotline_check.reading.unmask import unmask

    unmasked = unmask(text)
    return _phone(text, unmasked, take_apart(text, unmasked), hints)


def _bare(text: str) -> Written:
    groups = tuple("".join(char if char.isdecimal() else " " for char in text).split())
    plus = text.lstrip(" \t\xa0(.-").startswith("+")
    return Written("".join(groups), plus, groups, end=len(text), inner=inner_plus(text))


def _web(text: str) -> Reading | None:
    lowered = text.lower()
    if not any(sign in lowered for sign in ("@", ".", "/", "dot", "at)", "at]")):
        return None
    if lowered.startswith("tel:") or not any(map(str.isalpha, text)):
        return None
    from hotline_check.reading.web import read_web  # not for a number

    return read_web(text)


def _home_code(text: str, code: str, hints: Hints) -> Find:
    """A code such as `#9110`, which only a home network knows."""
    regions = [hints.region, *hints.claim_regions, hints.locale_region]
    region = next((region for region in regions if region), None)
    if region is None:
        return Find(start=0, end=len(text), text=text, problem="no-country")
    home = Assumption(codes.HOME_ONLY, (region,))
    reading = Reading(kind="phone", value=code, region=region, assumed=(home,))
    return Find(start=0, end=len(text), text=text, readings=(reading,))


def _phone(text: str, unmasked: str, written: Written, hints: Hints) -> Find:
    if written.odd or not (written.digits or written.head):
        return Find(start=0, end=len(text), text=text, problem="no-number")
    if written.problem:
        return Find(start=0, end=len(text), text=text, problem=written.problem)
    from hotline_check.reading import plan  # loads phonenumbers

    if written.word:
        written = _without_words(written, hints)
    answer = read_vanity(written, hints) if written.word else plan.resolve(written, hints)
    if not isinstance(answer, str) and not written.word and plan.holds_another(written, answer):
        answer = "too-long"
    if isinstance(answer, str):
        return Find(start=0, end=len(text), text=text, problem=answer)
    if BARE.issuperset(text):
        return Find(start=0, end=len(text), text=text, readings=answer)
    from hotline_check.reading import disguise, typed

    number = slice(written.start, written.end)
    seen = disguise.seen(text[number], unmasked[number])
    assumed, tags = seen.assumed, seen.tags
    if written.extension:
        assumed += (Assumption(codes.EXTENSION_LEFT_OUT, (written.extension,)),)
    elif written.carrier:
        assumed += (Assumption(codes.CARRIER_LEFT_OUT, (written.carrier,)),)
    elif letters := typed.glued_letters(unmasked, written.start, written.end):
        assumed += (Assumption(codes.EXTRA_LETTERS_DROPPED, (letters,)),)
    readings = tuple(with_seen(reading, assumed, tags) for reading in answer)
    return Find(start=0, end=len(text), text=text, readings=readings)


def _without_words(written: Written, hints: Hints) -> Written:
    """A number that is whole before the letters: these are words, they stand for no digits."""
    from hotline_check.reading import plan  # loads phonenumbers

    head = written.head
    if written.tail or len(head) < _FEWEST_WHOLE or (len(head) == _FEWEST_WHOLE and head[0] == "1"):
        return written
    number = written._replace(digits=head, groups=(head,), head="", word="")
    answer = plan.resolve(number, hints)
    if isinstance(answer, str):
        return number if answer == "no-country" else written
    return number if plan.in_plan(answer) else written


def with_seen(reading: Reading, assumed: tuple[Assumption, ...], tags: tuple[str, ...]) -> Reading:
    """A reading with what its rendering shows added."""
    if not assumed and not tags:
        return reading
    return Reading(
        kind=reading.kind,
        value=reading.value,
        region=reading.region,
        network=reading.network,
        assumed=(*reading.assumed, *assumed),
        disguise=_in_order(reading.disguise, tags),
    )


@lru_cache(maxsize=256)
def _in_order(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Every tag once, in the order in which they are shown."""
    every = {*some, *more}
    return tuple(tag for tag in codes.DISGUISES if tag in every)


def read_vanity(written: Written, hints: Hints) -> tuple[Reading, ...] | str:
    """Readings of a vanity number; letters beyond its length are dropped, as networks do.

    A valid number beats one of a guessed country, and that a merely possible one; then the fewest
    dropped letters win. Letters that all look like digits may also stand for these: both are given.
    """
    most = 0 if written.tail else min(_MOST_LETTERS_DROPPED, len(written.word) - 3)
    from hotline_check.reading import plan  # loads phonenumbers

    tries = [_vanity(written, hints, dropped) for dropped in range(most + 1)]
    read = [answer for answer in tries if not isinstance(answer, str)]
    if read:
        return (*_in_disguise(written, hints), *min(read, key=plan.doubtfulness))
    problem = tries[0]
    return problem if isinstance(problem, str) else "impossible"


def _in_disguise(written: Written, hints: Hints) -> tuple[Reading, ...]:
    """What the letters read as where each looks like a digit."""
    looks = written.word.translate(LOOKS)
    if not looks.isdecimal():
        return ()
    from hotline_check.reading import plan  # loads phonenumbers

    digits = written.head + looks + written.tail
    answer = plan.resolve(written._replace(digits=digits, groups=(digits,)), hints)
    if isinstance(answer, str):
        return ()
    pairs = dict.fromkeys(zip(written.word, looks, strict=True))
    assumed = tuple(Assumption(codes.LETTER_AS_DIGIT, pair) for pair in pairs)
    return tuple(with_seen(one, assumed, (codes.TAG_LETTERS,)) for one in answer)


def _vanity(written: Written, hints: Hints, dropped: int) -> tuple[Reading, ...] | str:
    from hotline_check.reading import plan  # loads phonenumbers

    word = written.word[: len(written.word) - dropped]
    keys = word.lower().translate(_KEYPAD)
    digits = written.head + keys + written.tail
    answer = plan.resolve(written._replace(digits=digits, groups=(digits,)), hints)
    if isinstance(answer, str):
        return answer
    assumed = [Assumption(codes.VANITY, (word.upper(), keys))]
    if dropped:
        assumed.append(Assumption(codes.EXTRA_LETTERS_DROPPED, (written.word[-dropped:].upper(),)))
    fitting = [
        one for one in answer if one.value.endswith(keys + written.tail) and not plan.guessed(one)
    ]
    tagged = tuple(with_seen(one, tuple(assumed), (codes.TAG_VANITY,)) for one in fitting)
    return tagged or "impossible"
