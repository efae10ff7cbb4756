"""The language of robots.txt (RFC 9309): groups, longest match, `*` and `$`.

The standard library's parser takes the first rule that fits and reads `*` and `$` as characters.
"""

from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

import msgspec


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What one host asks of one crawler: patterns with whether they allow, and its delay."""

    patterns: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """Whether a URL may be asked for: the longest pattern decides, for a tie the friendlier."""
        parts = urlsplit(url)
        path = _even(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        fitting = [(len(p), allows) for p, allows in self.patterns if _is_match(p, path)]
        return max(fitting)[1] if fitting else True


def rules_for(text: str, agent: str) -> Rules:
    """Read the rules for a crawler's name: those that call it by name, else those for all."""
    groups: dict[str, tuple[list[tuple[str, bool]], list[float]]] = {}
    names: list[str] = []
    in_rules = False
    for key, value in _lines(text):
        if key == "user-agent":
            names = [] if in_rules else names
            in_rules = False
            names.append(value.split("/")[0].strip().lower())
            groups.setdefault(names[-1], ([], []))
            continue
        in_rules = True
        for name in names:
            patterns, delays = groups[name]
            if key == "crawl-delay":
                delays.extend(_seconds(value))
            elif value:  # an empty rule forbids nothing
                patterns.append((_even(value), key == "allow"))
    patterns, delays = groups.get(agent.lower()) or groups.get("*") or ([], [])
    return Rules(patterns=tuple(patterns), delay=max(delays, default=0.0))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key = key.strip().lower()
        if colon and key in {"user-agent", "allow", "disallow", "crawl-delay"}:
            yield key, value.strip()


def _seconds(value: str) -> Iterator[float]:
    try:
        seconds = float(value)
    except ValueError:
        return
    if 0 < seconds < float("inf"):
        yield seconds


def _even(path: str) -> str:
    """A path or pattern with the same characters escaped as in any other."""
    return quote(unquote(path), safe="/*$%:@!&'()+,;=~-._?")


def _is_match(pattern: str, path: str) -> bool:
    """Whether a pattern fits the start of a path; in linear time, whatever the pattern."""
    ends = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not ends or at == len(path)
    *middle, last = rest
    for piece in middle:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if ends:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
