"""Parser for robots.txt (RFC 9309): groups, longest match, `*` and `$`.

The standard library's parser takes the first rule that matches and has no wildcards.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import msgspec

_ESCAPE = re.compile("%([0-9a-fA-F]{2})")
_UNRESERVED = re.compile("[A-Za-z0-9._~-]")  # RFC 3986, 2.3


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of one host for one crawler.

    patterns: each with True if it allows. delay: Crawl-delay in seconds, 0 for none.
    """

    patterns: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """Return True if the crawler may fetch a URL.

        The longest matching pattern decides; of two equally long ones, the one that allows.
        """
        parts = urlsplit(url)
        path = _normalized((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        matches = [(len(p), allows) for p, allows in self.patterns if _is_match(p, path)]
        return max(matches)[1] if matches else True


def rules_for(text: str, agent: str) -> Rules:
    """The rules in a robots.txt for a crawler: the groups that name it, else those for `*`.

    agent: the crawler's product token, in any case.
    """
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
                patterns.append((_normalized(value), key == "allow"))
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
        # RFC 9309 knows no crawl delay, so a site may write what it likes there.
        return
    if 0 < seconds < float("inf"):
        yield seconds


def _normalized(path: str) -> str:
    """A path or pattern in the form in which RFC 9309, 2.2.2 compares them."""
    # Only unreserved characters are unescaped. `Disallow: /` with `Allow: /a%2Fb` forbids `/a/b`:
    # an escaped slash is another path, and unescaping it would fetch what the site forbids.
    return _ESCAPE.sub(_unescaped, quote(path, safe="%/*$:@!&'()+,;=~-._?"))


def _unescaped(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if _UNRESERVED.fullmatch(character) else escape[0].upper()


def _is_match(pattern: str, path: str) -> bool:
    """Return True if a pattern matches the start of a path."""
    # No regex: a hostile robots.txt with thousands of `*` would backtrack for minutes. Taking the
    # first occurrence of each piece is enough and takes linear time.
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
