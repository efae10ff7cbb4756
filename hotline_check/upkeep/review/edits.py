"""Changed keys of an entry, and which of them a reviewer must look at.

A key is dangerous unless it is named here as harmless, so that a key added to the models later
is looked at until somebody decides otherwise.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import msgspec

from hotline_check.registry.models import Note
from hotline_check.upkeep.review.models import Change

# Keys that can neither make a wrong contact look right nor take a warning away.
_HARMLESS: Final = frozenset(
    {
        *("remarks", "sources", "page_date"),  # for maintainers
        *("languages", "hours", "timezone", "cost", "slow"),  # when and how, not who answers
        *("country", "kind"),  # of the platform; nothing is decided by them
    }
)
# Lists in which only a missing entry takes something away from the reader.
_MAY_GROW: Final = frozenset({"never_asks", "topics", "shared_with"})


class Edit(NamedTuple):
    """A changed key: its dotted path below the entry, and its values as short texts."""

    key: str
    before: str
    after: str
    danger: bool

    def change(self, owner: str) -> Change:
        """The edit as a difference of the report."""
        return Change(
            code="edited",
            owner=owner,
            danger=self.danger,
            kind=self.key,
            before=self.before,
            after=self.after,
        )


def edits(
    old: msgspec.Struct, new: msgspec.Struct, handled: frozenset[str], at: str = ""
) -> list[Edit]:
    """The keys that differ between two states of a part, notes excepted.

    handled: keys that have a change of their own. at: path of the part.
    """
    return list(_edits(old, new, handled, at))


def _edits(old: Any, new: Any, handled: frozenset[str], at: str) -> Iterator[Edit]:
    for field in msgspec.structs.fields(type(new)):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was == now or field.name in handled or isinstance(was or now, Note):
            continue
        key = f"{at}.{field.name}" if at else field.name
        if isinstance(was, msgspec.Struct) and isinstance(now, msgspec.Struct):
            yield from _edits(was, now, handled, key)
        else:
            yield Edit(key, as_text(was), as_text(now), _is_dangerous(field.name, was, now))


def _is_dangerous(name: str, was: Any, now: Any) -> bool:
    if name in _HARMLESS:
        return False
    if name in _MAY_GROW:
        return bool(set(was) - set(now))
    if name == "coverage":  # an incomplete list convicts fewer numbers than a complete one
        return bool(now == "complete")
    return True


def as_text(value: Any) -> str:
    """A value of an entry on one line."""
    if isinstance(value, msgspec.Struct):
        return " ".join(as_text(v) for v in msgspec.structs.astuple(value) if v)
    if isinstance(value, tuple | list):
        return ", ".join(map(as_text, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {as_text(v)}" for key, v in value.items())
    return "" if value is None else str(value)
