"""Regular expressions that are compiled when they are first used.

A check has 300 of them at hand and uses 90: compiling the others took a fifth of its time. Some
with long lists of words take ten milliseconds each.
"""

import re
from typing import Any, AnyStr, Generic, cast


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, but an error in the pattern is raised by its first use.

    >>> lazy_pattern("b+").search("abba")
    <re.Match object; span=(1, 3), match='bb'>
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(pattern, flags))


class LazyPattern(Generic[AnyStr]):
    """A pattern, compiled on first use. From then on its methods are as fast as `re`'s.

    pattern: its source, which other patterns are made of without compiling it.
    """

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags
        self._compiled: re.Pattern[AnyStr] | None = None

    def __getattr__(self, name: str) -> Any:
        """Is called for what is no attribute yet: a method or value of the pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value
