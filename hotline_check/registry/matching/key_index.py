"""Indexes over what a registry holds, for asking about many contacts."""

from collections.abc import Container, Iterable, Iterator
from typing import Final

# Few places of a host name have the first three characters of a key.
_START: Final = 3
# Characters at both ends of a number, of which an edit changes those at one end at most; a number
# of a dozen characters has one more between.
_HEAD: Final = 7
_TAIL: Final = 4


class KeyIndex:
    """Finds the keys that a text contains, without asking for each of its parts."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys: Container[str] = keys if isinstance(keys, dict) else frozenset(keys)
        sizes: dict[str, set[int]] = {}
        for key in keys:
            if len(key) >= _START:
                sizes.setdefault(key[:_START], set()).add(len(key))
        self._sizes = {start: tuple(sorted(found)) for start, found in sizes.items()}

    def among(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys that the index has."""
        return {key for key in keys if key in self._keys}

    def within(self, text: str) -> Iterator[str]:
        """The keys of three and more characters that are parts of a text.

        >>> list(KeyIndex(["coin", "coinbase", "base", "bas"]).within("coinbasis"))
        ['coin', 'bas']
        """
        sizes, keys = self._sizes, self._keys
        starts = [text[at : at + _START] for at in range(len(text) - _START + 1)]
        if sizes.keys().isdisjoint(starts):  # as in most
            return
        for at, start in enumerate(starts):
            for size in sizes.get(start, ()):
                part = text[at : at + size]
                if part in keys:
                    yield part


class NearNumbers:
    """Checks whether a number may be one edit away from one of many.

    Two numbers of which one has a digit changed, added, dropped or swapped are equal, or become
    equal by dropping a digit of one or of both.
    """

    def __init__(self, numbers: Iterable[str]) -> None:
        numbers = list(numbers)
        self._keys = {key for number in numbers for key in _shorter(number)}
        self._starts = {number[:_HEAD] for number in numbers}
        self._ends = {number[-_TAIL:] for number in numbers}

    def may_have(self, number: str) -> bool:
        """Return False if it is certain that none of the numbers is so near.

        >>> near = NearNumbers(["+12025550123"])
        >>> [near.may_have(n) for n in ("+12025550124", "+1202555012", "+12025559999")]
        [True, True, False]
        """
        # One edit leaves the first digits alone, or else those that follow them.
        is_long = len(number) > _HEAD + _TAIL
        if is_long and number[:_HEAD] not in self._starts and number[-_TAIL:] not in self._ends:
            return False
        return not self._keys.isdisjoint(_shorter(number))


def _shorter(number: str) -> list[str]:
    return [number, *[number[:at] + number[at + 1 :] for at in range(1, len(number))]]
