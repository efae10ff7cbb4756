"""Regular expressions that are compiled when they are first used.

Some with long lists of words take ten milliseconds each, which a text without contacts never needs.
"""

import re
from typing import Any, cast


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, but an error in the pattern is raised by its first use.

    >>> lazy_pattern("b+").search("abba")
    <re.Match object; span=(1, 3), match='bb'>
    """
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


class _Pattern:
    """A pattern, compiled on first use. From then on its methods are as fast as `re`'s."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        """Is called for what is no attribute yet: a method or value of the pattern."""
        if self._compiled is None:
            self._compiled = re.compile(*self._source)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value
