"""Words in a number that spell digits, as a phone's keypad has them: `1-800-FLOWERS`."""

from typing import Final

from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer, Assumption, Hints, Reading
from hotline_check.reading.normalize.characters import LOOKS
from hotline_check.reading.phone import certainty
from hotline_check.reading.phone.written import Written

_KEYPAD: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
# Networks ignore what is dialled after the last digit: `1-800-FLOWERSNOW`.
_MOST_LETTERS_DROPPED = 4


def read_vanity(written: Written, hints: Hints) -> Answer:
    """Readings of a vanity number; letters beyond its length are dropped, as networks do.

    A valid number beats one of a guessed country, and that a merely possible one; then the fewest
    dropped letters win. Letters that all look like digits may also be these: both are given.
    """
    most = 0 if written.tail else min(_MOST_LETTERS_DROPPED, len(written.word) - 3)
    tries = [_vanity(written, hints, dropped) for dropped in range(most + 1)]
    read = [answer for answer in tries if not isinstance(answer, Problem)]
    if read:
        return (*_in_disguise(written, hints), *min(read, key=certainty.doubtfulness))
    problem = tries[0]
    return problem if isinstance(problem, Problem) else Problem.IMPOSSIBLE


def _in_disguise(written: Written, hints: Hints) -> tuple[Reading, ...]:
    """What the letters read as where each looks like a digit."""
    looks = written.word.translate(LOOKS)
    if not looks.isdecimal():
        return ()
    from hotline_check.reading.phone import numbering_plan  # loads phonenumbers

    digits = written.head + looks + written.tail
    answer = numbering_plan.resolve(written._replace(digits=digits, groups=(digits,)), hints)
    if isinstance(answer, Problem):
        return ()
    pairs = dict.fromkeys(zip(written.word, looks, strict=True))
    assumed = tuple(Assumption(codes.LETTER_AS_DIGIT, pair) for pair in pairs)
    return tuple(reading.rendered(assumed, (codes.TAG_LETTERS,)) for reading in answer)


def _vanity(written: Written, hints: Hints, dropped: int) -> Answer:
    from hotline_check.reading.phone import numbering_plan  # loads phonenumbers

    word = written.word[: len(written.word) - dropped]
    keys = word.lower().translate(_KEYPAD)
    digits = written.head + keys + written.tail
    answer = numbering_plan.resolve(written._replace(digits=digits, groups=(digits,)), hints)
    if isinstance(answer, Problem):
        return answer
    assumed = [Assumption(codes.VANITY, (word.upper(), keys))]
    if dropped:
        assumed.append(Assumption(codes.EXTRA_LETTERS_DROPPED, (written.word[-dropped:].upper(),)))
    fitting = [
        reading
        for reading in answer
        if reading.value.endswith(keys + written.tail) and not certainty.is_guessed(reading)
    ]
    tagged = tuple(reading.rendered(tuple(assumed), (codes.TAG_VANITY,)) for reading in fitting)
    return tagged or Problem.IMPOSSIBLE
