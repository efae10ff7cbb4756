"""Regular expressions that are compiled when they are first used.

A check has 300 of them at hand and uses 90: compiling the others took a fifth of its time. Some
with long lists of words take ten milliseconds each.
"""

import re
from typing import Any, AnyStr, Final, Generic, cast

_TAKEN: Final = (
    *("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner"),
    *("flags", "groups", "groupindex"),
)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, but an error in the pattern is raised by its first use.

    >>> lazy_pattern("b+").search("abba")
    <re.Match object; span=(1, 3), match='bb'>
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(pattern, flags))


class _Pattern(Generic[AnyStr]):
    """A pattern by its source and, once it is compiled, with the methods of the compiled one.

    pattern: its source, which other patterns are made of without compiling it.
    """

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags


class LazyPattern(_Pattern[AnyStr]):
    """A pattern that is not compiled yet."""

    def __getattr__(self, name: str) -> Any:
        """Is called for what is no attribute yet: a method or value of the pattern."""
        compiled = re.compile(self.pattern, self._flags)
        for each in _TAKEN:
            setattr(self, each, getattr(compiled, each))
        # Without this method, which makes Python look attributes up the slow way.
        self.__class__ = _Pattern  # type: ignore[assignment]  # has the same layout
        return getattr(compiled, name)
