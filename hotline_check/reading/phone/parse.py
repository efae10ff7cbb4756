"""One phone number, as it was typed or pasted -> its readings: the whole of it, never a part."""

from typing import Final

from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import (
    Assumption,
    Find,
    Hints,
    Reading,
)
from hotline_check.reading.phone import certainty
from hotline_check.reading.phone.written import Written, inner_plus, signs_between

# Characters of a number without label, letters or disguise: nothing to take apart.
BARE: Final = frozenset("0123456789+-(). \t\xa0")
# Digits of a number that is whole without the letters after it; with a leading 1 one more.
_FEWEST_WHOLE = 8
# Two numbers have more digits: `+290 2123`, and one with its area code.
_MOST_OF_ONE: Final = 13
_BEFORE_PLUS: Final = " \t\xa0(.-"
_TO_BLANKS: Final = str.maketrans({sign: " " for sign in BARE if not sign.isdecimal()})


def read_number(text: str, hints: Hints) -> Find:
    """The Find that the whole string is: a phone number, or a problem."""
    if BARE.issuperset(text):
        return _phone(text, text, _bare(text), hints)
    code = text.strip()
    if code[:1] in {"*", "#"} and code[1:].isdecimal() and 4 <= len(code) <= 8:
        return _home_code(text, code, hints)
    from hotline_check.reading.normalize.pipeline import unmask
    from hotline_check.reading.phone.components import take_apart  # patterns for the rest

    unmasked = unmask(text)
    return _phone(text, unmasked, take_apart(text, unmasked), hints)


def is_final(problem: Problem, text: str, hints: Hints) -> bool:
    """Return True if no part of a bare string can be a number, so that its problem is that of all.

    So it is for digits without anything between, unless they are a national number with some more,
    and for too few after a plus to be two numbers, where no country is known for a second one.
    """
    groups = text.translate(_TO_BLANKS).split()
    is_named = text.count("+") == 1 and text.lstrip(_BEFORE_PLUS)[0] == "+"
    if len(groups) == 1:
        return is_named or problem in {Problem.NO_COUNTRY, Problem.FRAGMENT}
    if not is_named or problem not in {Problem.TOO_LONG, Problem.FRAGMENT}:
        return False
    is_at_hand = hints.region or hints.claim_regions or hints.locale_region
    return not is_at_hand and sum(map(len, groups)) <= _MOST_OF_ONE


def _bare(text: str) -> Written:
    groups = tuple(text.translate(_TO_BLANKS).split())
    plus = text.lstrip(_BEFORE_PLUS)[:1] == "+"
    signs = signs_between(text) if groups and groups[0][0] == "0" else ()  # of a prefix
    digits, inner = "".join(groups), inner_plus(text)
    return Written(digits, plus, groups, end=len(text), inner=inner, signs=signs)


def _home_code(text: str, code: str, hints: Hints) -> Find:
    """A code such as `#9110`, which only a home network knows."""
    regions = [hints.region, *hints.claim_regions, hints.locale_region]
    region = next((region for region in regions if region), None)
    if region is None:
        return Find(start=0, end=len(text), text=text, problem=Problem.NO_COUNTRY)
    home = Assumption(codes.HOME_ONLY, (region,))
    reading = Reading(kind="phone", value=code, region=region, assumed=(home,))
    return Find(start=0, end=len(text), text=text, readings=(reading,))


def _phone(text: str, unmasked: str, written: Written, hints: Hints) -> Find:
    if written.odd or not (written.digits or written.head):
        return Find(start=0, end=len(text), text=text, problem=Problem.NO_NUMBER)
    if written.problem:
        return Find(start=0, end=len(text), text=text, problem=written.problem)
    from hotline_check.reading.phone import numbering_plan  # loads phonenumbers

    if written.word:
        from hotline_check.reading.phone.vanity import read_vanity  # few numbers hold a word

        written = _without_words(written, hints)
    answer = read_vanity(written, hints) if written.word else numbering_plan.resolve(written, hints)
    if (
        not isinstance(answer, Problem)
        and not written.word
        and numbering_plan.has_another(written, answer)
    ):
        answer = Problem.TOO_LONG
    if isinstance(answer, Problem):
        return Find(start=0, end=len(text), text=text, problem=answer)
    if BARE.issuperset(text):
        return Find(start=0, end=len(text), text=text, readings=answer)
    from hotline_check.reading.normalize import disguise_tags

    number = slice(written.start, written.end)
    seen = disguise_tags.seen(text[number], unmasked[number])
    assumed, tags = (*seen.assumed, *_left_out(unmasked, written)), seen.tags
    if written.context:
        assumed += (Assumption(codes.CONTEXT_ADDED, (written.context,)),)
    readings = tuple(reading.rendered(assumed, tags) for reading in answer)
    return Find(start=0, end=len(text), text=text, readings=readings)


def _left_out(unmasked: str, written: Written) -> tuple[Assumption, ...]:
    """What was written with a number and is none of its digits."""
    from hotline_check.reading.phone import components

    if written.extension:
        return (Assumption(codes.EXTENSION_LEFT_OUT, (written.extension,)),)
    if written.carrier:
        return (Assumption(codes.CARRIER_LEFT_OUT, (written.carrier,)),)
    letters = components.glued_letters(unmasked, written.start, written.end)
    return (Assumption(codes.EXTRA_LETTERS_DROPPED, (letters,)),) if letters else ()


def _without_words(written: Written, hints: Hints) -> Written:
    """A number that is whole before the letters: these are words, they spell no digits."""
    from hotline_check.reading.phone import numbering_plan  # loads phonenumbers

    head = written.head
    if written.tail or len(head) < _FEWEST_WHOLE or (len(head) == _FEWEST_WHOLE and head[0] == "1"):
        return written
    number = written._replace(digits=head, groups=(head,), head="", word="")
    answer = numbering_plan.resolve(number, hints)
    if isinstance(answer, Problem):
        return number if answer == Problem.NO_COUNTRY else written
    return number if certainty.is_in_plan(answer) else written
