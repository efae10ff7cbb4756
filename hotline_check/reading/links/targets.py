"""The target of a link -> the contacts that it opens, dials, or writes to.

A target is read as the program that follows it would: browsers drop tabs and line breaks, take
backslashes for slashes and a bare number for an IP address; mail programs open a target without a
scheme as a host. What can't be read is a contact with the problem `link-unreadable`, so that it is
never passed over; what leads nowhere else (a place on the same page or site) is no contact unless
the text of the link shows one.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, unquote

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.links.labels import has_contact
from hotline_check.reading.models import Find, Hints, Reading
from hotline_check.reading.struck_out import is_struck_out, struck_out
from hotline_check.reading.web.chat import Account, Named, scheme_of
from hotline_check.reading.web.host import has_known_suffix
from hotline_check.urls import host_name, parse

CHATS: Final = frozenset(
    (
        *("fb-messenger", "kakaolink", "kakaoplus", "line", "sgnl", "skype", "tg", "viber"),
        *("wechat", "weixin", "whatsapp", "zalo"),
    )
)
DIALS: Final = frozenset(
    (
        *("callto", "facetime", "facetime-audio", "facetime-prompt", "mms", "mmsto", "sms"),
        *("smsto", "tel", "telprompt", "imessage", "sip", "sips", "dial", "phone"),
    )
)
_SEVERAL: Final = frozenset({"sms", "smsto", "mms", "mmsto"})
_NOTHING: Final = frozenset({"about", "blob", "cid", "mid", "urn", "xmlns"})
_DROPPED: Final = lazy_pattern(r"[\t\r\n]")
_EDGES: Final = "".join(map(chr, range(1, 33)))
_SCHEME: Final = lazy_pattern(r"([a-z][a-z0-9+.-]*):(.*)", re.IGNORECASE | re.DOTALL)
_HOSTLIKE: Final = lazy_pattern(
    r"""
    (?P<user>[^\s/\\?#@]{1,200}@)?
    (?P<host>[^\s/\\?#@:]+\.[^\s/\\?#@:.]{2,63})\.?
    (?P<port>:\d{1,5})?
    (?P<rest>[/\\?#].*)?
    """,
    re.VERBOSE | re.DOTALL,
)
_FILES: Final = frozenset({"py", "md", "sh", "rs", "pl", "ps", "so", "zip", "mov", "cc", "gz"})
# Scripts that lead nowhere: `javascript:void(0)`, `history.back()`.
_IDLE_SCRIPT: Final = lazy_pattern(
    r"""
    \s* (?: (?:return\s+)? (?: void\s*\(?\s*0?\s*\)? | undefined | null | true | false | \#?
          | (?:window\.)?(?:history\.\w+|print|close|alert|scrollTo)\([^"'`]*\)
        ) \s* ;? \s* )*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED: Final = lazy_pattern(r"""(["'`])((?:\\.|(?!\1).){1,2000})\1""", re.DOTALL)
_WRAPPED: Final = lazy_pattern(
    r"""
    (?: view-source | microsoft-edge | x-safari-https? | googlechromes?   # `view-source:https://...`
      | firefox://open-url\?url=                                         # the address as a value
    )
    """,
    re.VERBOSE,
)
# Begins a target that a mail program should have filled in: `{{url}}`, `%%link%%`, `*|URL|*`.
_TEMPLATE: Final = lazy_pattern(r"\{\{|%%|\$\{|<%|\[\[|\*\|", re.ASCII)
# After a label, which looks like a scheme: `WeChat: binance_kf88`, `QQ:123456789`.
_LABELLED: Final = lazy_pattern(r"\s*[\w.-]{3,40}\s*")
_BROWSER: Final = "com.android.chrome"
# Redirects can be nested without end.
_DEEPEST: Final = 3


def read_target(target: str, hints: Hints, shown: str = "") -> tuple[Find, ...]:
    """The contacts of a link's target, each as a find of the whole target.

    shown: the text of the link. Under a text that shows a contact, a target without one
    (`login.php`, `#`, `about:blank`) is unreadable: where it leads is not known.
    """
    found = list(_read(target, hints, 0))
    if shown and not found and has_contact(shown, target, hints):
        found = [_unreadable()]
    is_struck = "~~" in shown and is_struck_out(shown)
    return tuple(
        Find(
            start=0,
            end=len(target),
            text=target,
            readings=tuple(map(struck_out, each.readings)) if is_struck else each.readings,
            problem=each.problem,
            origin="link",
            shown=shown,
        )
        for each in found
    )


def has_scheme(text: str) -> bool:
    """Return True for a string that is the target of a link which dials, chats or writes."""
    found = _SCHEME.match(text.strip(_EDGES))
    if found is None or _LABELLED.fullmatch(found[2]):
        return False
    return found[1].lower() in CHATS | DIALS - {"tel", "sms", "callto"} | {
        "javascript",
        "intent",
    } or (found[1].lower() == "mailto" and "?" in found[2])


def _read(target: str, hints: Hints, depth: int) -> Iterator[Find]:
    text = _DROPPED.sub("", target).strip(_EDGES)
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    if "\0" in text or depth > _DEEPEST or _TEMPLATE.match(text):
        yield _unreadable()
    elif found is None or ("." in scheme and _HOSTLIKE.fullmatch(text)):
        yield from _without_scheme(text)
    elif scheme in {"http", "https"}:
        yield _address(text)
    elif scheme in _NOTHING or text.lower().startswith("data:image/"):
        return
    elif scheme in _READERS:
        yield from _READERS[scheme](found[2], hints, depth)
    elif scheme in DIALS:
        yield from _dialled(scheme, found[2], hints)
    elif scheme in CHATS:
        yield _named(scheme_of(scheme, found[2]))
    elif _WRAPPED.match(scheme):
        wrapped = found[2].removeprefix("https:").removeprefix("http:")
        yield _address("https:" + wrapped)
    else:
        yield _unreadable()


def _unreadable() -> Find:
    return Find(start=0, end=0, text="", problem=Problem.LINK_UNREADABLE)


def _whole_target(*readings: Reading) -> Find:
    return Find(start=0, end=0, text="", readings=readings)


def _address(url: str) -> Find:
    from hotline_check.reading.web.url import reading_of  # patterns for addresses only

    found = parse(url)
    reading = reading_of(found, url) if found else None
    return _whole_target(reading) if reading else _unreadable()


def _without_scheme(text: str) -> Iterator[Find]:
    """A host, as a mail program would open it; a place on the same site is none."""
    if re.match(r"[/\\]{2}", text):
        yield _address("https:" + text)
        return
    found = _HOSTLIKE.fullmatch(text)
    if found is None:
        return
    host = host_name(found["host"])
    if host is None or not has_known_suffix(host):
        return
    if found["user"] and not found["rest"] and not found["port"]:
        yield _mailbox(text)
    elif found["rest"] or host.rpartition(".")[2] not in _FILES:
        yield _address("https://" + text)


def _mailbox(text: str) -> Find:
    from hotline_check.reading.web.search import read_web  # patterns for addresses only

    reading = read_web(text)
    return _whole_target(reading) if reading and reading.kind == "email" else _unreadable()


def _mail(rest: str, _hints: Hints, _depth: int) -> Iterator[Find]:
    """Everybody that a `mailto:` writes to."""
    to, _, query = rest.partition("#")[0].partition("?")
    fields = [to.removeprefix("//")]
    for name, value in parse_qsl(query.replace("+", "%2B")):
        if name.lower() in {"to", "cc", "bcc"}:
            fields.append(value)
    for field in fields:
        for box in re.split(r"[,;](?=[^,;]*@)", unquote(field)):
            if box.strip():
                yield _mailbox(box.strip())


def _dialled(scheme: str, rest: str, hints: Hints) -> Iterator[Find]:
    path, _, query = rest.partition("?")
    path = unquote(path).strip().removeprefix("//").strip("/")
    given = dict(parse_qsl(query.replace("+", "%2B")))
    if path in {"", "open", "compose"}:
        path = given.get("addresses") or given.get("recipients") or given.get("number") or ""
    if scheme in {"sip", "sips"} and "@" in path:
        user, _, host = path.partition("@")
        if re.fullmatch(r"\+?[\d().-]{6,20}", user):
            yield from _number(user, hints)
        yield _mailbox(f"{user}@{host.partition(';')[0].partition(':')[0]}")
        return
    for number in path.split(",") if scheme in _SEVERAL else [path]:
        if not number.strip():
            continue
        if "@" in number:
            yield _mailbox(number)
        elif scheme == "callto" and re.fullmatch(r"[A-Za-z][\w.,-]{5,31}", number):
            yield _named(Account("skype", number))
        else:
            yield from _number(number, hints)


# The links of a page repeat, and each asks what else is in it.
@lru_cache(maxsize=256)
def _number(number: str, hints: Hints) -> tuple[Find, ...]:
    from hotline_check.reading.plain_text import read_plain
    from hotline_check.reading.unread.coverage import unread  # few targets dial

    text = "tel:" + number
    found = read_plain(text, hints)
    return (*found, *unread(text, found))


def _named(named: Named | None) -> Find:
    from hotline_check.reading.web.url import reading_for

    reading = reading_for(named) if named else None
    return _whole_target(reading) if reading else _unreadable()


def _intent(rest: str, hints: Hints, depth: int) -> Iterator[Find]:
    """Android's `intent:`, which wraps a link of another scheme and one to fall back to.

    One that names an app opens that app with the link, and what the app does is not known.
    """
    link, mark, extras = rest.partition("#Intent;")
    fields = dict(part.partition("=")[::2] for part in extras.split(";"))
    if fields.keys() & {"component", "SEL"} or fields.get("package", _BROWSER) != _BROWSER:
        yield _unreadable()
    fallback = unquote(fields.get("S.browser_fallback_url", ""))
    scheme = fields.get("scheme", "")
    if fallback:
        yield from _read(fallback, hints, depth + 1)
    if scheme and scheme != "intent":
        yield from _read(f"{scheme}:{link}", hints, depth + 1)
    elif _SCHEME.match(link):
        yield from _read(link, hints, depth + 1)
    elif not (mark and fallback):
        yield _unreadable()


def _script(rest: str, hints: Hints, depth: int) -> Iterator[Find]:
    """The addresses in the strings of a script, which is unreadable unless it leads nowhere."""
    script = unquote(rest)
    if _IDLE_SCRIPT.fullmatch(script):
        return
    found: list[Find] = []
    for quoted in _QUOTED.finditer(script):
        text = re.sub(r"\\(.)", r"\1", quoted[2])
        if _SCHEME.match(text) or text.startswith(("//", "\\\\")):
            found += _read(text, hints, depth + 1)
    # Strings may be put together to an address that none of them is, or go to one relative to
    # the page: `location="//coinbase.com"` opens nothing that anybody can vouch for.
    yield from (*found, _unreadable())


_READERS: Final[dict[str, Callable[[str, Hints, int], Iterator[Find]]]] = {
    "mailto": _mail,
    "intent": _intent,
    "javascript": _script,
}
