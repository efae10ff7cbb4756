"""Values similar to a given one, from which an impostor's contact may be derived.

A similarity alone is never a verdict; it only says what to look up. All functions are pure.
"""

from collections.abc import Iterator

TOLL_FREE = ("800", "888", "877", "866", "855", "844", "833")  # North American prefixes
_DIGITS = "0123456789"
_KEYPAD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
SUBSCRIBER_DIGITS = 7  # digits of a North American number; phones ignore the rest of a longer word
SHORTEST_SPELLED = 6  # letters of a brand; numbers spell shorter words by chance
_SPELLED = range(SHORTEST_SPELLED, 11)


def edits(word: str, alphabet: str) -> Iterator[str]:
    """Every string one edit away: one character changed, dropped, added or swapped.

    >>> sorted(edits("12", "12"))[:4]
    ['1', '11', '112', '12']
    """
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]
        if i + 1 < len(word):
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        for letter in alphabet:
            yield word[:i] + letter + word[i + 1 :]
    for i in range(len(word) + 1):
        for letter in alphabet:
            yield word[:i] + letter + word[i:]


def phone_neighbours(calling_code: str, national: str) -> dict[str, str]:
    """E.164 values close to a number -> how: `one-edit` or `toll-free-prefix`.

    The number is given as its calling code and national significant number, digits only.
    """
    value = f"+{calling_code}{national}"
    near = {f"+{calling_code}{edit}": "one-edit" for edit in edits(national, _DIGITS)}
    if has_other_prefixes(calling_code, national):
        near.update({f"+1{p}{national[3:]}": "toll-free-prefix" for p in TOLL_FREE})
    near.pop(value, None)
    return near


def has_other_prefixes(calling_code: str, national: str) -> bool:
    """Return True for a toll-free number, which is imitated under the other prefixes."""
    return calling_code == "1" and national[:3] in TOLL_FREE


def spelled(national: str) -> list[str]:
    """The endings of a number that could spell a brand's full name on a keypad."""
    return [national[-n:] for n in _SPELLED if n < len(national)]


def keypad(folded_name: str) -> str | None:
    """The keypad digits of a folded name; None if it is too short or not in Latin letters."""
    if not folded_name.isascii() or len(folded_name) < SHORTEST_SPELLED:
        return None
    return folded_name.translate(_KEYPAD)
