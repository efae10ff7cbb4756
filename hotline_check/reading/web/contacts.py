"""URLs, e-mail addresses, hosts and handles in a part of a text without hidden characters."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from urllib.parse import unquote

from hotline_check.email_syntax import canonical, quoted_locals
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Reading
from hotline_check.reading.web.boundaries import is_whole
from hotline_check.reading.web.host import (
    COMMON,
    DOTS,
    ascii_host,
    has_known_suffix,
)
from hotline_check.reading.web.patterns import (
    AT,
    GLUED,
    HANDLE,
    USER,
    looks,
)
from hotline_check.reading.web.prefilter import LONGEST_HOST, SCHEME_COLON
from hotline_check.reading.web.url import is_plain_host, read_url, trimmed

_DOTTED = lazy_pattern(
    r"""
    \.(?<=[^\W_]\.)[^\W\d_]{2}                              # `a.co`
    | [\[({]
      (?: (?<=[\w-].)\.[\])}](?=\S)                         # `a[.]co`
        | (?<=[\w\s-][\[(])[dD][oO][tT][\])]                # `a(dot)co`, `a [dot] co`
      )
    """,
    re.VERBOSE,
)
_MAILTO: Final = "mailto:"
_AT_WORD = lazy_pattern(r"[aA][tT][\])}]")
# SMTP allows 64 (RFC 5321, 4.5.3.1.1); a longer one is found whole, and refused.
_LONGEST_USER: Final = 255
# What follows the host of a domain-bound one-time code: `@example.com #483920`.
_BOUND_CODE: Final = lazy_pattern(r" (?:@[\w.-]+ )?#\w")
# Endings of files that are top-level domains, too: `setup.sh` in a text is a file.
_FILES: Final = frozenset({"py", "md", "sh", "rs", "pl", "ps", "so", "zip", "mov", "cc", "gz"})


class WebFind(NamedTuple):
    """A web contact in a text: its span and what it was read as."""

    start: int
    end: int
    reading: Reading


def contacts(text: str, low: int, high: int, *, alone: bool) -> Iterator[WebFind]:
    """What the patterns find between two places of a text; what is around decides, too.

    alone: as for `find_web`.
    """
    # The character before is asked, too, whether it is a letter.
    patterns = looks(alone=alone, is_ascii=text[max(0, low - 1) : high].isascii())
    marked = [
        *_urls(text, low, high, patterns.url),
        *_emails(text, low, high, patterns.email),
        *_quoted_emails(text, low, high, patterns.host),
    ]
    yield from marked
    yield from _bare(text, low, high, patterns.bare, marked, alone=alone)
    yield from _handles(text, low, high)


def _urls(text: str, low: int, high: int, pattern: re.Pattern[str]) -> Iterator[WebFind]:
    if not SCHEME_COLON.search(text, low, high):
        return
    for match in pattern.finditer(text, low, high):
        hit = _address(text, match, match["scheme"], match["user"] or "")
        if hit:
            yield hit


def _address(text: str, match: re.Match[str], written: str, user: str) -> WebFind | None:
    """A URL that a match is, if it is whole."""
    place = match.start("rest")
    end = max(trimmed(text, match.start(), match.end()), place)
    rest = text[place:end]
    if rest[:1] not in {"/", "\\", "?", "#"} and re.match(r":\d", text[end : end + 2]):
        return None
    # What follows a path changes no host.
    edge = len(text) if re.search(r"[/\\?#]", rest) else end
    if not is_whole(text, match.start(), edge, marked=bool(written)):
        return None
    scheme = "http" if written and "s" not in written.lower() else "https"
    fanged = not written or written.lower().startswith(("http:/", "https:/", "http:\\", "https:\\"))
    reading = read_url(scheme, user, match["host"], rest, fanged=fanged)
    return WebFind(match.start(), end, reading) if reading else None


def _emails(text: str, low: int, high: int, pattern: re.Pattern[str]) -> Iterator[WebFind]:
    if text.find("@", low, high) < 0 and not _AT_WORD.search(text, low, high):
        return
    for match in _mailboxes(text, low, high, pattern):
        host = ascii_host(match["host"])
        if host is None or not has_known_suffix(host):
            continue
        start, end, user, query = match.start(), match.end(), match["user"], match["query"] or ""
        if user[0] in "'*_~" and text[end : end + 1] == user[0]:
            start, user = start + 1, user[1:]
        if not user or user[0] == "." or user[-1] == "." or "@" in unquote(query):
            continue
        end = trimmed(text, start, end)
        if not is_whole(text, start, end, marked=True, mail=True):
            continue
        assumed = []
        if match["at"] != "@" or not is_plain_host(match["host"]):
            assumed.append(Assumption(codes.DEFANGED))
        if query:
            assumed.append(Assumption(codes.QUERY_DROPPED))
        mixed = () if (user + match["host"]).isascii() else (codes.TAG_LOOKALIKE_HOST,)
        value = f"{user}@{host}"
        reading = Reading(kind="email", value=value, assumed=tuple(assumed), disguise=mixed)
        yield WebFind(start, end, reading)


def _quoted_emails(text: str, low: int, high: int, pattern: re.Pattern[str]) -> Iterator[WebFind]:
    for start, sign in quoted_locals(text, low, high):
        match = pattern.match(text, sign + 1, high)
        host = ascii_host(match["host"]) if match else None
        if match is None or host is None or not has_known_suffix(host):
            continue
        end = trimmed(text, sign, match.end())
        if is_whole(text, start, end, marked=True, mail=True):
            value = f"{canonical(text[start:sign])}@{host}"
            mixed = () if value.isascii() else (codes.TAG_LOOKALIKE_HOST,)
            yield WebFind(start, end, Reading(kind="email", value=value, disguise=mixed))


def _mailboxes(text: str, low: int, high: int, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What looks like an address, only around `@` and its disguises.

    No sign is a part of a user's name, so each name is looked for after the sign before it.
    """
    end = begin = low
    for sign in AT.finditer(text, low, high):
        begin, passed = sign.end(), max(end, begin)
        user = USER.search(text, max(passed, sign.start() - _LONGEST_USER), sign.start())
        if sign.start() < end or not user:
            continue
        link = text[max(end, user.start() - len(_MAILTO)) : user.start()].lower() == _MAILTO
        match = pattern.match(text, user.start() - len(_MAILTO) * link, high)
        if match:
            yield match
            end = match.end()


def _bare(
    text: str,
    low: int,
    high: int,
    pattern: re.Pattern[str],
    marked: Sequence[WebFind],
    *,
    alone: bool,
) -> Iterator[WebFind]:
    for match in _hosts(text, low, high, pattern, marked):
        raw = match["host"]
        host = ascii_host(raw)
        if host is None or _is_glued(raw) or not _is_host(host, raw, match["rest"], alone=alone):
            continue
        if text[match.end() : match.end() + 1] in {"@", "("} and not match["rest"]:
            continue
        hit = _address(text, match, "", "")
        if hit:
            yield hit


def _is_glued(host: str) -> bool:
    return not host.isascii() and GLUED.match(host) is not None


# Dots of an area around which nothing looks like a host; most areas have one dot or two.
_FEW: Final = 4


def _hosts(
    text: str, low: int, high: int, pattern: re.Pattern[str], marked: Sequence[WebFind]
) -> Iterator[re.Match[str]]:
    """What looks like a host, only around dots and their disguises.

    marked: the addresses found by their own signs, whose dots need no second look.
    """
    spans = sorted((hit.start, hit.end) for hit in marked)
    passed, reach = 0, low  # how many spans begin before the dot, and where the last of them ends
    end, failed = low, 0
    dot = _DOTTED.search(text, low, high)
    while dot:
        while passed < len(spans) and spans[passed][0] <= dot.start():
            reach = max(reach, spans[passed][1])
            passed += 1
        if reach > dot.start():
            end = reach
            dot = _DOTTED.search(text, end, high)
            continue
        start = end
        for space in " \t\n":
            start = max(
                start, text.rfind(space, max(end, dot.start() - LONGEST_HOST), dot.start()) + 1
            )
        last = min(high, dot.end() + LONGEST_HOST)
        if failed < _FEW:
            match = pattern.search(text, start, last)
        else:  # a search goes on behind the dot, where nothing that it finds is of use
            matches = (pattern.match(text, first, last) for first in range(start, dot.start() + 1))
            match = next(filter(None, matches), None)
        found = match if match and match.start() <= dot.start() else None
        failed += found is None
        if found:
            yield found
        end = max(dot.end(), found.end() if found else 0)
        dot = _DOTTED.search(text, end, high)


def _is_host(host: str, raw: str, rest: str, *, alone: bool) -> bool:
    labels = host.split(".")
    if not re.search("[a-z]", labels[-1]):
        return False
    if not alone:
        last = DOTS.split(raw)[-1]
        if last[:1].isupper() and last[1:].islower():
            return False
        if not rest.startswith("/") and is_seldom_host(labels):
            return False
    return has_known_suffix(host)


def is_seldom_host(labels: Sequence[str]) -> bool:
    """Return True for what more often is a number, a file or initials: `12.de`, `a.sh`, `i.e`."""
    if len(labels) != 2:
        return False
    is_number = labels[0].replace("-", "").isdecimal() and labels[1] not in COMMON
    return is_number or labels[1] in _FILES or len(labels[0]) == 1


def _handles(text: str, low: int, high: int) -> Iterator[WebFind]:
    if text.find("@", low, high) < 0:
        return
    for match in HANDLE.finditer(text, low, high):
        if "." in match["name"] and _BOUND_CODE.match(text, match.end()):
            continue
        if is_whole(text, match.start(), match.end(), marked=True):
            reading = Reading(kind="handle", value="@" + match["name"])
            yield WebFind(match.start(), match.end(), reading)
