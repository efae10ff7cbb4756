"""Web addresses, e-mail addresses and social handles: finding them and reading one.

A URL is read as scheme, host in lower case and IDNA form, and path; query and fragment are left
out, unless they name another address to go on to. A profile page of a social network is read as
the handle it shows. Defanged spellings (`hxxps://`, `coinbase[.]com`, `help (at) kraken.com`) are
read as what they stand for. A host, address or handle is read whole or not at all.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from urllib.parse import quote, unquote

from hotline_check.reading import codes
from hotline_check.reading.edges import is_all, is_whole
from hotline_check.reading.hosts import (
    COMMON,
    DOTS,
    HIDE,
    Folded,
    ascii_host,
    elsewhere,
    known_suffix,
)
from hotline_check.reading.models import Assumption, Find, Reading
from hotline_check.reading.web_patterns import ALONE, GLUED, HANDLE, TEXT

_TRAILING = ".,;:!?)]}>*_~'\"”’»"
_DOTTED = re.compile(r"\.(?<=[^\W_]\.)[^\W\d_]{2}|[\[({]\.[\])}]|\s?[\[(]dot[\])]", re.IGNORECASE)
_LONGEST_HOST: Final = 255
_OVERRIDES = re.compile("[\u202d\u202e][^\u202c\n]*")
"""Text that is shown in another order than it is written in."""

_NETWORKS: Final = {
    "x.com": "x",
    "twitter.com": "x",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "telegram.dog": "telegram",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "instagram.com": "instagram",
    "youtube.com": "youtube",
    "reddit.com": "reddit",
}
_PROFILE: Final = re.compile(r"/(?:@|s/|u/|user/)?((?=\d*_*[A-Za-z])\w[\w.]{1,46}\w)/?", re.ASCII)
_NOT_PROFILES: Final = frozenset(
    (
        *("about", "addstickers", "c", "channel", "events", "explore", "groups", "hashtag"),
        *("help", "home", "i", "intent", "joinchat", "legal", "login", "pages", "playlist"),
        *("privacy", "proxy", "r", "results", "search", "settings", "share", "signup", "tos"),
        "watch",
    )
)
_FILES: Final = frozenset({"py", "md", "sh", "rs", "pl", "ps", "so", "zip", "mov", "cc", "gz"})


class WebFind(NamedTuple):
    """A web contact in a text: its span and what it was read as."""

    start: int
    end: int
    reading: Reading


def read_web(text: str) -> Reading | None:
    """The one web contact that the whole string is, or None."""
    for found in find_web(text, alone=True):
        before, after = HIDE.sub("", text[: found.start]), HIDE.sub("", text[found.end :])
        if not before.strip(" \t\r\n([{<\"'“‘«「『（【《") and not after.strip(
            " \t\r\n.,;:!?)]}>\"'”’»」』）】》，。；：！？、…"
        ):
            return found.reading
        return None
    return None


def untorn(text: str, finds: Iterable[Find]) -> Iterator[Find]:
    """The finds of what a person pasted, without web contacts that are a part of something.

    A browser would take all that stands between two spaces for one address.
    """
    every = sorted(finds, key=lambda one: one.start)
    torn: set[int] = set()
    first = 0
    for token in re.finditer(r"\S+", text):
        while first < len(every) and every[first].end <= token.start():
            first += 1
        last = first
        while last < len(every) and every[last].start < token.end():
            last += 1
        inside = every[first:last]
        kinds = {one.readings[0].kind if one.readings else "" for one in inside}
        spans = [(one.start - token.start(), one.end - token.start()) for one in inside]
        mail = kinds == {"email"} or "://" in token[0]
        if kinds & {"url", "email", "handle"} and not is_all(token[0], spans, several=mail):
            torn.update(range(first, last))
    for place, one in enumerate(every):
        if place not in torn or not one.readings or one.readings[0].kind == "phone":
            yield one


def find_web(text: str, *, alone: bool = False) -> Iterator[WebFind]:
    """Every web contact of a text, in order, without overlaps.

    alone: the text is one contact that a person typed, so a name like `readme.md` is a host.
    """
    folded = Folded(text, alone=alone)
    plain, looks = folded.text, ALONE if alone else TEXT
    found = [
        *_urls(plain, looks.url),
        *_emails(plain, looks.email),
        *_bare(plain, looks.bare, alone=alone),
        *_handles(plain),
    ]
    found.sort(key=lambda hit: (hit.start, -hit.end))
    turned = [match.span() for match in _OVERRIDES.finditer(plain)]
    end = 0
    for hit in found:
        if hit.start < end:
            continue
        end = hit.end
        if any(start < hit.end and hit.start < stop for start, stop in turned):
            continue
        reading = _tagged(hit.reading) if folded.hides(hit.start, hit.end) else hit.reading
        yield WebFind(*folded.span(hit.start, hit.end), reading)


def _tagged(reading: Reading) -> Reading:
    import msgspec

    return msgspec.structs.replace(reading, disguise=(codes.TAG_HIDDEN, *reading.disguise))


def _urls(text: str, pattern: re.Pattern[str]) -> Iterator[WebFind]:
    if ":" not in text:
        return
    for match in pattern.finditer(text):
        hit = _address(text, match, match["scheme"], match["user"] or "")
        if hit:
            yield hit


def _address(text: str, match: re.Match[str], written: str, user: str) -> WebFind | None:
    """A URL that a match is, if it is whole."""
    place = match.start("rest")
    end = max(_trimmed(text, match.start(), match.end()), place)
    rest = text[place:end]
    if rest[:1] not in {"/", "\\", "?", "#"} and re.match(r":\d", text[end : end + 2]):
        return None
    # What follows a path changes no host.
    edge = len(text) if re.search(r"[/\\?#]", rest) else end
    if not is_whole(text, match.start(), edge, marked=bool(written)):
        return None
    scheme = "http" if written and "s" not in written.lower() else "https"
    fanged = not written or written.lower().startswith(("http:/", "https:/", "http:\\", "https:\\"))
    reading = _url(scheme, user, match["host"], rest, fanged=fanged)
    return WebFind(match.start(), end, reading) if reading else None


def _emails(text: str, pattern: re.Pattern[str]) -> Iterator[WebFind]:
    if "@" not in text and "at]" not in text.lower() and "at)" not in text.lower():
        return
    for match in pattern.finditer(text):
        host = ascii_host(match["host"])
        if host is None or not known_suffix(host):
            continue
        start, end, user, query = match.start(), match.end(), match["user"], match["query"] or ""
        if user[0] in "'*_~" and text[end : end + 1] == user[0]:
            start, user = start + 1, user[1:]
        if not user or user[0] == "." or user[-1] == "." or "@" in unquote(query):
            continue
        end = _trimmed(text, start, end)
        if not is_whole(text, start, end, marked=True, mail=True):
            continue
        assumed = []
        if match["at"] != "@" or not _plain_host(match["host"]):
            assumed.append(Assumption(codes.DEFANGED))
        if query:
            assumed.append(Assumption(codes.QUERY_DROPPED))
        mixed = () if (user + match["host"]).isascii() else (codes.TAG_LOOKALIKE_HOST,)
        value = f"{user}@{host}"
        reading = Reading(kind="email", value=value, assumed=tuple(assumed), disguise=mixed)
        yield WebFind(start, end, reading)


def _bare(text: str, pattern: re.Pattern[str], *, alone: bool) -> Iterator[WebFind]:
    for match in _hosts(text, pattern):
        raw = match["host"]
        host = ascii_host(raw)
        if host is None or GLUED.match(raw) or not _is_host(host, raw, match["rest"], alone=alone):
            continue
        if text[match.end() : match.end() + 1] in {"@", "("} and not match["rest"]:
            continue
        hit = _address(text, match, "", "")
        if hit:
            yield hit


def _hosts(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What looks like a host, sought only around dots and their disguises."""
    end = 0
    dot = _DOTTED.search(text)
    while dot:
        start = end
        for space in " \t\n":
            start = max(
                start, text.rfind(space, max(end, dot.start() - _LONGEST_HOST), dot.start()) + 1
            )
        match = pattern.search(text, start, min(len(text), dot.end() + _LONGEST_HOST))
        found = match if match and match.start() <= dot.start() else None
        if found:
            yield found
        end = max(dot.end(), found.end() if found else 0)
        dot = _DOTTED.search(text, end)


def _is_host(host: str, raw: str, rest: str, *, alone: bool) -> bool:
    labels = host.split(".")
    last = DOTS.split(raw)[-1]
    if not re.search("[a-z]", labels[-1]) or not known_suffix(host):
        return False
    if alone:
        return True
    if last[:1].isupper() and last[1:].islower():
        return False
    if len(labels) == 2 and not rest.startswith("/"):
        numeric = labels[0].isdecimal() and labels[1] not in COMMON
        return not numeric and labels[1] not in _FILES and len(labels[0]) > 1
    return True


def _handles(text: str) -> Iterator[WebFind]:
    if "@" not in text:
        return
    for match in HANDLE.finditer(text):
        if is_whole(text, match.start(), match.end(), marked=True):
            reading = Reading(kind="handle", value="@" + match["name"])
            yield WebFind(match.start(), match.end(), reading)


def _url(scheme: str, user: str, raw_host: str, rest: str, *, fanged: bool) -> Reading | None:
    host = ascii_host(raw_host)
    if host is None:
        return None
    port = re.match(r":\d+", rest)
    path, mark, query = re.sub(r"[?#]", "\0", rest[port.end() if port else 0 :], count=1).partition(
        "\0"
    )
    apart = re.match(r":?\d*\\(?!/)", rest) is not None  # programs differ where this host ends
    path = path.replace("\\/", "/").replace("\\", "/")
    assumed = []
    if not fanged or not _plain_host(raw_host):
        assumed.append(Assumption(codes.DEFANGED))
    network = _NETWORKS.get(host.removeprefix("www.").removeprefix("m."))
    profile = _PROFILE.fullmatch(path)
    onward = bool(mark) and elsewhere(query)
    odd = onward or apart or bool(user or port)
    if mark and not onward:
        assumed.append(Assumption(codes.QUERY_DROPPED))
    if network and profile and profile[1].lower() not in _NOT_PROFILES and not odd:
        return Reading(
            kind="handle", value="@" + profile[1], network=network, assumed=tuple(assumed)
        )
    path = quote(unquote(path[: _trimmed(path, 0, len(path))]), safe="/:@!$&'()*+,;=~-._%") or "/"
    if apart:
        path = "\\" + path.removeprefix("/")
    if onward:
        path += "?" + quote(query, safe="/:@!$&'()*+,;=~-._%?")
    return Reading(
        kind="url",
        value=f"{scheme}://{user}{host}{port[0] if port else ''}{path}",
        assumed=tuple(assumed),
        disguise=_mixed(raw_host),
    )


def _plain_host(raw: str) -> bool:
    return not re.search(r"[\[({]|\s", raw)


def _mixed(raw: str) -> tuple[str, ...]:
    return () if raw.isascii() else (codes.TAG_LOOKALIKE_HOST,)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the sentence's punctuation behind it."""
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end
