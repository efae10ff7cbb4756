"""What a registry is asked for by value, held in memory once it was asked for many."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from hotline_check.registry.matching.key_index import KeyIndex
    from hotline_check.registry.matching.number_index import NumberIndex

# What is looked up: (value, layer, platform) of a contact, (folded name, platform),
# (name as it is spelled, platform), (pinned domain, platform), the fields of a `BrandForm`,
# (part/id of a document, id).
Entry = tuple[str, ...]
Shelf = Literal["contact", "name", "spelling", "domain", "likeness", "id"]

# No check of one contact asks a shelf more often.
_LOOK_UPS_OF_A_CHECK: Final = 64
# Slots of a shelf that can be held in the time of one look-up in the file.
_SLOTS_OF_A_LOOK_UP: Final = 16
# Slots of a shelf that is held in memory: some 500,000 entries.
_MOST_HELD: Final = 32_768


class Shelves:
    """The shelves of a snapshot that are held in memory, each by value.

    A look-up in them takes 10 µs for the hundred neighbours of a number, in the file 300 µs. A
    check never gets that far.
    """

    def __init__(
        self, slots: Mapping[Shelf, int], whole: Callable[[Shelf], Iterator[Entry]]
    ) -> None:
        """slots: how many each shelf has. whole: reads every entry of one."""
        self._slots = slots
        self._whole = whole
        self._look_ups = Counter[Shelf]()
        self._held: dict[Shelf, dict[str, list[Entry]]] = {}
        self._brand_keys: KeyIndex | None = None
        self._numbers: NumberIndex | None = None

    def held(self, shelf: Shelf) -> dict[str, list[Entry]] | None:
        """A shelf by value; None while it is asked so rarely that the file answers sooner."""
        held = self._held.get(shelf)
        if held is None and self._slots[shelf] <= _MOST_HELD:
            self._look_ups[shelf] += 1
            least = max(_LOOK_UPS_OF_A_CHECK, self._slots[shelf] // _SLOTS_OF_A_LOOK_UP)
            if self._look_ups[shelf] > least:
                held = {}
                for value, *fields in self._whole(shelf):
                    entry = (value, *map(sys.intern, fields))  # the same few again and again
                    held.setdefault(value, []).append(entry)
                self._held[shelf] = held
        return held

    def brand_keys(self) -> "KeyIndex | None":
        """The keys of brand names, if they are held."""
        held = self._held.get("likeness")
        if held is not None and self._brand_keys is None:
            from hotline_check.registry.matching.key_index import KeyIndex  # not for a check

            self._brand_keys = KeyIndex(held)
        return self._brand_keys

    def numbers(self) -> "NumberIndex | None":
        """The index of the numbers, if the contacts are held."""
        held = self._held.get("contact")
        if held is not None and self._numbers is None:
            from hotline_check.registry.matching.number_index import NumberIndex  # not for a check

            self._numbers = NumberIndex(held)
        return self._numbers
