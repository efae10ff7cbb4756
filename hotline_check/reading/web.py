"""Web addresses, e-mail addresses and social handles: finding them and reading one.

A URL is read as scheme, host in lower case and IDNA form, and path; query and fragment are left
out. A profile page of a social network is read as the handle it shows. Defanged spellings
(`hxxps://`, `coinbase[.]com`, `help (at) kraken.com`) are read as what they stand for.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, unquote

from hotline_check.reading import codes
from hotline_check.reading.models import Assumption, Reading

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_DOT = r"(?:\.|\[\.\]|\(\.\)|\{\.\}|\s?[\[(]dot[\])]\s?)"
_AT = r"(?:@|\s?[\[({](?:at|@)[\])}]\s?)"
_LABEL = r"[^\W_](?:[\w-]{0,62})"
_HOST = rf"{_LABEL}(?:{_DOT}{_LABEL}){{1,8}}"
_SCHEME = r"(?:https?|hxxps?|ftp)(?:\[:\]|:)(?:\\?/\\?/|\[//\])"
_REST = r"(?::\d{1,5}(?!\d))?(?:[/?#][^\s<>\"'`|\\^{}\u3000-\u303f\uff00-\uffef]*)?"
_URL = re.compile(
    rf"(?P<scheme>{_SCHEME})(?P<user>[^\s/@]{{1,64}}@)?(?P<host>{_HOST})(?P<rest>{_REST})",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\w@.\-/=])(?P<host>{_HOST})(?P<rest>{_REST})", re.IGNORECASE)
_EMAIL = re.compile(
    rf"(?<![\w.+%-])(?:mailto:)?(?P<user>[\w.+%'-]{{1,64}})(?P<at>{_AT})(?P<host>{_HOST})",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w.@/&=+-])@(?P<name>(?=\d*_*[A-Za-z])\w[\w.]{1,46}\w)(?![\w@])", re.ASCII
)
_TRAILING = ".,;:!?)]}>*_~'\"”’»"
_DOTTED = re.compile(r"\.(?<=[^\W_]\.)[^\W\d_]{2}|[\[({]\.[\])}]|\s?[\[(]dot[\])]", re.IGNORECASE)
_LONGEST_HOST: Final = 255
_DOTS = re.compile(_DOT, re.IGNORECASE)

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
_COMMON: Final = frozenset({"com", "net", "org"})
_FILES: Final = frozenset({"py", "md", "sh", "rs", "pl", "ps", "so", "zip", "mov", "cc", "gz"})


class WebFind(NamedTuple):
    """A web contact in a text: its span and what it was read as."""

    start: int
    end: int
    reading: Reading


def might_be_web(text: str) -> bool:
    """Whether a typed string can be an address or a handle at all (cheap)."""
    return "@" in text or "://" in text or "." in text or "[" in text or "(" in text


def read_web(text: str) -> Reading | None:
    """The one web contact that the whole string is, or None."""
    stripped = text.strip().strip("<>")
    for found in find_web(stripped, alone=True):
        rest = stripped[: found.start] + stripped[found.end :]
        if not rest.strip(" \t.,;:!?()[]\"'"):
            return found.reading
        return None
    return None


def find_web(text: str, *, alone: bool = False) -> Iterator[WebFind]:
    """Every web contact of a text, in order, without overlaps.

    alone: the text is one contact that a person typed, so a name like `readme.md` is a host.
    """
    found = [*_urls(text), *_emails(text), *_bare(text, alone=alone), *_handles(text)]
    found.sort(key=lambda hit: (hit.start, -hit.end))
    end = 0
    for hit in found:
        if hit.start >= end:
            yield hit
            end = hit.end


def _urls(text: str) -> Iterator[WebFind]:
    if "//" not in text:
        return
    for match in _URL.finditer(text):
        end = _trimmed(text, match.start(), match.end())
        rest = text[match.start("rest") : max(end, match.start("rest"))]
        secure = match["scheme"].lower().replace("xx", "tt")
        scheme = re.match(r"[a-z]+", secure)
        fanged = match["scheme"].lower() == f"{scheme[0] if scheme else ''}://"
        reading = _url(scheme[0] if scheme else "https", match["host"], rest, fanged=fanged)
        if reading:
            yield WebFind(match.start(), max(end, match.end("host")), reading)


def _emails(text: str) -> Iterator[WebFind]:
    if "@" not in text and "at]" not in text.lower() and "at)" not in text.lower():
        return
    for match in _EMAIL.finditer(text):
        host = ascii_host(match["host"])
        if host is None or not known_suffix(host):
            continue
        start, user = match.start(), match["user"]
        plain = match["at"] == "@" and _plain_host(match["host"])
        assumed = () if plain else (Assumption(codes.DEFANGED),)
        name = unicodedata.normalize("NFKC", user).strip(".'")
        if name:
            value = f"{name}@{host}"
            yield WebFind(
                start,
                match.end(),
                Reading(kind="email", value=value, assumed=assumed, disguise=_mixed(match["host"])),
            )


def _bare(text: str, *, alone: bool) -> Iterator[WebFind]:
    for match in _hosts(text):
        raw = match["host"]
        host = ascii_host(raw)
        if host is None or not _is_host(host, raw, match["rest"], alone=alone):
            continue
        end = _trimmed(text, match.start(), match.end())
        if text[end : end + 1] in {"@", "("}:
            continue
        rest = text[match.start("rest") : max(end, match.start("rest"))]
        reading = _url("https", raw, rest, fanged=True)
        if reading:
            yield WebFind(match.start(), max(end, match.end("host")), reading)


def _hosts(text: str) -> Iterator[re.Match[str]]:
    """What looks like a host, sought only around dots and their disguises."""
    end = 0
    dot = _DOTTED.search(text)
    while dot:
        start = end
        for space in " \t\n":
            start = max(
                start, text.rfind(space, max(end, dot.start() - _LONGEST_HOST), dot.start()) + 1
            )
        match = _BARE.search(text, start, min(len(text), dot.end() + _LONGEST_HOST))
        found = match if match and match.start() <= dot.start() else None
        if found:
            yield found
        end = max(dot.end(), found.end() if found else 0)
        dot = _DOTTED.search(text, end)


def _is_host(host: str, raw: str, rest: str, *, alone: bool) -> bool:
    labels = host.split(".")
    last = _DOTS.split(raw)[-1]
    if not re.search("[a-z]", labels[-1]) or not known_suffix(host):
        return False
    if alone:
        return True
    if last[:1].isupper() and last[1:].islower():
        return False
    if len(labels) == 2 and not rest.startswith("/"):
        numeric = labels[0].isdecimal() and labels[1] not in _COMMON
        return not numeric and labels[1] not in _FILES and len(labels[0]) > 1
    return True


def _handles(text: str) -> Iterator[WebFind]:
    if "@" not in text:
        return
    for match in _HANDLE.finditer(text):
        yield WebFind(match.start(), match.end(), Reading(kind="handle", value="@" + match["name"]))


def _url(scheme: str, raw_host: str, rest: str, *, fanged: bool) -> Reading | None:
    host = ascii_host(raw_host)
    if host is None:
        return None
    port = re.match(r":\d+", rest)
    path, mark, _ = re.sub(r"[?#].*", "?", rest[port.end() if port else 0 :]).partition("?")
    assumed = []
    if not fanged or not _plain_host(raw_host):
        assumed.append(Assumption(codes.DEFANGED))
    network = _NETWORKS.get(host.removeprefix("www.").removeprefix("m."))
    profile = _PROFILE.fullmatch(path)
    if network and profile and profile[1].lower() not in _NOT_PROFILES:
        return Reading(
            kind="handle", value="@" + profile[1], network=network, assumed=tuple(assumed)
        )
    if mark:
        assumed.append(Assumption(codes.QUERY_DROPPED))
    path = quote(unquote(path[: _trimmed(path, 0, len(path))]), safe="/:@!$&'()*+,;=~-._%") or "/"
    return Reading(
        kind="url",
        value=f"{scheme}://{host}{port[0] if port else ''}{path}",
        assumed=tuple(assumed),
        disguise=_mixed(raw_host),
    )


def ascii_host(raw: str) -> str | None:
    """A host in lower case and punycode, None when it can't be one."""
    name = unicodedata.normalize("NFKC", _DOTS.sub(".", raw)).lower().strip(".")
    labels = []
    for label in name.split("."):
        if not label or label.startswith("-") or label.endswith("-"):
            return None
        if label.isascii():
            labels.append(label)
            continue
        try:
            labels.append("xn--" + label.encode("punycode").decode("ascii"))
        except UnicodeError:
            return None
    host = ".".join(labels)
    return host if len(labels) > 1 and len(host) <= 253 else None


def known_suffix(host: str) -> bool:
    """Whether a host ends with a suffix of the public suffix list, and isn't one itself."""
    last = host.rpartition(".")[2]
    if last in _COMMON:
        return True
    suffix = _suffixes().publicsuffix(host)
    return suffix is not None and suffix != host


@cache
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # costs more than a whole check

    return PublicSuffixList(accept_unknown=False, only_icann=True)


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
