"""An index of the numbers that a registry holds, for asking about many of which it has nothing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hotline_check.registry.matching.key_index import NearNumbers
from hotline_check.registry.matching.likeness import (
    SHORTEST_SPELLED,
    TOLL_FREE,
    has_other_prefixes,
)
from hotline_check.registry.matching.phones import national

# Digits of calling codes (ITU-T E.164).
_CODE_SIZES: Final = (1, 2, 3)


class NumberIndex:
    """Says which numbers a registry has nothing of, nor anything like.

    held: the contacts of the registry by their look-up form, each as (form, layer, platform).
    """

    def __init__(self, held: Mapping[str, Iterable[Sequence[str]]]) -> None:
        self._held = held
        numbers = [value for value in held if value[:1] == "+"]
        layers = {value: {entry[1] for entry in entries} for value, entries in held.items()}
        self._published = NearNumbers(n for n in numbers if "published" in layers[n])
        self._ends = {value[-SHORTEST_SPELLED:] for value, of in layers.items() if "spelled" in of}
        free = tuple(f"+1{prefix}" for prefix in TOLL_FREE)
        self._toll_free = {number[len(free[0]) :] for number in numbers if number.startswith(free)}
        self._nationals = {number[1 + size :] for number in numbers for size in _CODE_SIZES}

    def is_unheard_of(self, value: str) -> bool:
        """Return True if it is certain that the registry has nothing like an E.164 number."""
        held = self._held
        if value[0] != "+" or value in held:
            return False
        code, number = national(value)
        if number in held or number[-SHORTEST_SPELLED:] in self._ends:
            return False  # a short code, a line of another country, a brand on the keypad
        if has_other_prefixes(code, number) and number[3:] in self._toll_free:
            return False
        return not self._published.may_have(value)

    def may_be_near(self, value: str) -> bool:
        """Return False if it is certain that no published number is one edit from an E.164 one."""
        return self._published.may_have(value)

    def may_have_national(self, digits: str) -> bool:
        """Return False if it is certain that no contact is some digits after a calling code."""
        return digits in self._nationals
