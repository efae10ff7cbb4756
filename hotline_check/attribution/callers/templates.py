"""Phrases with alternatives, found at a place of a text without writing each of them out."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple


class _Step(NamedTuple):
    """One place of a phrase: what may be there, longest first, and if it may be missing."""

    alternatives: Sequence[Sequence[str]]
    is_optional: bool


_Template = tuple[_Step, ...]


class Templates:
    """Phrases by what they may begin with.

    >>> found = Templates(["is/was calling -/me"], split=lambda word: [word])
    >>> found.end(["is", "calling", "us"], 0), found.end(["call", "me"], 0)
    (2, None)
    """

    def __init__(
        self,
        phrases: Iterable[str],
        *,
        split: Callable[[str], Sequence[str]],
        is_reversed: bool = False,
    ) -> None:
        """split: a word of a phrase as it is compared. is_reversed: texts are read backwards."""
        self._by_start: dict[str, list[_Template]] = {}
        turn: Final = -1 if is_reversed else 1
        for phrase in phrases:
            template = tuple(
                _Step(
                    sorted((split(word)[::turn] for word in words if word != "-"), key=len)[::-1],
                    "-" in words,
                )
                for words in (part.split("/") for part in phrase.split()[::turn])
            )
            for start in _starts(template):
                self._by_start.setdefault(start, []).append(template)
        self.starts: Final = frozenset(self._by_start)

    def end(self, text: Sequence[str], at: int) -> int | None:
        """Where a phrase that begins at a place of a text ends, None where none does."""
        if at >= len(text):
            return None
        for template in self._by_start.get(text[at], ()):
            if (end := _end(template, 0, text, at)) is not None:
                return end
        return None


def _starts(template: _Template) -> set[str]:
    found: set[str] = set()
    for step in template:
        found |= {words[0] for words in step.alternatives}
        if not step.is_optional:
            break
    return found


def _end(template: _Template, index: int, text: Sequence[str], at: int) -> int | None:
    if index == len(template):
        return at
    step = template[index]
    for words in step.alternatives:
        if text[at : at + len(words)] == words:
            end = _end(template, index + 1, text, at + len(words))
            if end is not None:
                return end
    return _end(template, index + 1, text, at) if step.is_optional else None
