"""Whether an address on a trusted host leads to, or shows, a contact that is not the host's.

An open redirect makes a platform's own address lead anywhere, so what looks like a target in a
path or a query is taken for one, however it is encoded. A page that repeats a part of its address
shows whatever was written into it: `/search?q=call+1-202-555-0143` is a known fraud on honest
hosts.
"""

import re
import unicodedata
from base64 import urlsafe_b64decode
from itertools import pairwise
from typing import Final
from urllib.parse import unquote

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.normalize.pipeline import digits_for_letters
from hotline_check.reading.web.host import DOTS, has_known_suffix

# Layers of percent codes that are undone; no honest address has a seventh.
_DECODINGS: Final = 6
# What a browser deletes from an address, or trims.
_DROPPED: Final = lazy_pattern(r"[\x00-\x20]+")
# In the name of a parameter: it holds where to go.
_GOES_ON: Final = lazy_pattern("url|uri|next|redir|return|continue|dest|goto|target|forward|jump")
# Names of parameters that often hold it.
_MAY_GO_ON: Final = frozenset(
    (
        *("back", "callback", "exit", "go", "href", "link", "location", "open", "out", "path"),
        *("r", "ref", "referer", "relaystate", "service", "site", "to", "u", "view"),
    )
)
# Steps of a path after which a target comes: `/r/evil.com`.
_STEPS: Final = frozenset(
    (
        *("away", "exit", "external", "goto", "jump", "leave", "leaving", "link", "out"),
        *("outbound", "r", "redir", "redirect", "redirector", "redirects", "url"),
    )
)
# A place on the same host, such as `/account/settings`.
_LOCAL: Final = lazy_pattern(r"(?:/[\w-]{1,40}){1,6}/?|/", re.ASCII)
_WORD: Final = lazy_pattern(r"[\w-]{1,40}", re.ASCII)
_HOST: Final = lazy_pattern(r"(?:[\w-]+\.)+[a-z]{2,}(?=[/&#:?;,]|$)", re.IGNORECASE)
_ADDRESS: Final = lazy_pattern(
    r"(?:\d{1,3}\.){3}\d{1,3}|\b0x[0-9a-f]{6,8}\b|\[[0-9a-f]*:[0-9a-f:.]+", re.IGNORECASE
)
_SCHEME: Final = lazy_pattern(r"(?<![a-z])(?:https?|javascript|data|intent):", re.IGNORECASE)
# Trackers and mail gateways hide the target of a link in it.
_BASE64: Final = lazy_pattern(r"[A-Za-z0-9+/_-]{8,}={0,2}")
_NO_NUMBER: Final = lazy_pattern(
    r"""
    \b [0-9a-f]{8} (?:-[0-9a-f]{4}){3} -[0-9a-f]{12} \b     # a UUID
    | \b (?:19|20)[0-9]{2} ([-_.]?) [01][0-9] \1 [0-3][0-9] \b  # a date
    """,
    re.VERBOSE | re.IGNORECASE,
)
# As many digits as a phone number may have, with what may separate its groups.
_DIGITS: Final = lazy_pattern(r"\+?\(?[0-9](?:[\s().*_~+-]{0,3}[0-9]){7,18}(?![0-9])")
# An account after a sign that separates it from the address: `/help,@name`, `/help·@name`.
_ACCOUNT: Final = lazy_pattern(r"[^\w/.:#?&=-]@[a-z]\w{2,}", re.IGNORECASE)
# Before digits: what is between two contacts in a sentence, as in `/help,202...`, `/或202...`.
_PARTED: Final = lazy_pattern(r"[^\w/.:#?&=@-]\Z", re.ASCII)
_PHONING: Final = lazy_pattern(
    r"""
    (?:call|phone|tel|dial|hotline|helpline|number|whatsapp|toll-?free
      |\u7535\u8bdd|\u5ba2\u670d)    # the Chinese for telephone and customer service
    [^0-9/]{0,16}\Z                  # soon before the digits: `/call-us-`
    """,
    re.VERBOSE | re.IGNORECASE,
)


def query_goes_on(query: str) -> bool:
    """Whether the part of an address after `?` or `#` names another address to go on to.

    >>> query_goes_on("utm_source=mail"), query_goes_on("next=/%09/evil.net")
    (False, True)
    """
    decoded = _decoded(query)
    if _is_target(decoded):
        return True
    for pair in re.split(r"[&;?#]", decoded):
        name, _, value = pair.partition("=")
        if value and not _LOCAL.fullmatch(value):
            name = name.lower()
            if _GOES_ON.search(name) or (name in _MAY_GO_ON and not _WORD.fullmatch(value)):
                return True
        if "=" not in pair:
            value = "" if pair.startswith("@") else pair  # an account's name leads nowhere
        if _has_host(value) or _ADDRESS.search(value) or _hides_target(value):
            return True
    return False


def path_goes_on(path: str) -> bool:
    """Whether a path, as the reader gives it, may name another address.

    >>> path_goes_on("/help/article"), path_goes_on("//evil.net"), path_goes_on("/r/evil.net")
    (False, True, True)
    """
    decoded = _decoded(path)
    if _is_target(decoded) or re.search(r"%(?:2f|5c)", path, re.IGNORECASE):
        return True
    steps = decoded.lower().split("/")
    if any(map(_has_host, steps)):
        return True
    if any(query_goes_on(step.partition(";")[2]) for step in decoded.split("/") if ";" in step):
        return True  # RFC 3986, section 3.3: parameters of a segment, `/logout;out=evil.net`
    for step, after in pairwise(steps):
        if step in _STEPS and _ADDRESS.search(after):
            return True
    return any(_hides_target(step) for step in decoded.split("/"))


def shows_contact(part: str) -> bool:
    """Whether a part of an address after its host shows an IP address, an account or a number.

    Digits that no sign parts are an id (`/articles/360012345678`), unless a word of phoning, a
    plus or a sign that parts sentences is before them.

    >>> shows_contact("/help/2026-11-29/360012345678"), shows_contact("q=help+1-202-555-0143")
    (False, True)
    """
    shown = _unquoted(part)
    digits = digits_for_letters(plain(_NO_NUMBER.sub(" ", shown))).replace("\0", "")
    for found in _DIGITS.finditer(digits):
        before = digits[: found.start()]
        is_id = found[0].isdecimal() and found[0] in shown  # no signs, no digits in disguise
        if not is_id or _PHONING.search(before) or _PARTED.search(before):
            return True
    return bool(_ADDRESS.search(shown) or _ACCOUNT.search(shown))


def _decoded(text: str) -> str:
    """A text without percent codes, however often it was encoded, as a browser would read it."""
    return _DROPPED.sub("", _unquoted(text))


def _unquoted(text: str) -> str:
    """A text without percent codes, with plain characters and dots for those in disguise."""
    for _ in range(_DECODINGS):
        shown = unquote(text, errors="replace")
        if shown == text:
            break
        text = shown
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\u3002", ".")
    return DOTS.sub(".", text)


def _is_target(decoded: str) -> bool:
    """Whether a decoded text has what only another address has: `//`, a backslash, a scheme."""
    return "//" in decoded or "\\" in decoded or _SCHEME.search(decoded) is not None


def _has_host(text: str) -> bool:
    return any(has_known_suffix(found[0].lower()) for found in _HOST.finditer(text))


def _hides_target(text: str) -> bool:
    """Whether a part of a text is an address in base64."""
    for found in _BASE64.finditer(text):
        padded = found[0].rstrip("=").replace("+", "-").replace("/", "_")
        try:
            hidden = urlsafe_b64decode(padded + "=" * (-len(padded) % 4)).decode("ascii")
        except (ValueError, UnicodeDecodeError):
            # Most words of a path are no base64, or decode to bytes that are no address.
            continue
        if hidden.isprintable() and (_is_target(hidden) or _has_host(hidden)):
            return True
    return False
