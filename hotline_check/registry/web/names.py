"""Detect imitated names in a web contact's user part, path, mailbox or account name.

A user name before an `@`, the page on a host where anybody can publish, the mailbox of an
address and the name of an account are read as if they were labels of a host.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Reading
from hotline_check.registry.web.brand_forms import BrandForm
from hotline_check.registry.web.likeness import Likeness, host_keys, host_likeness
from hotline_check.registry.web.one_letter import Forms

if TYPE_CHECKING:
    from hotline_check.registry.matching.key_index import KeyIndex

# Keys -> the fields of every brand form that has one of them.
LookUp = Callable[[Iterable[str]], Iterable[tuple[str, ...]]]

# Hosts on which anybody can publish a page under a path of their choice.
_BUILDERS: Final = frozenset(
    (
        *("about.me", "carrd.co", "docs.google.com", "facebook.com", "linkedin.com", "linktr.ee"),
        *("medium.com", "notion.site", "notion.so", "pastebin.com", "quora.com", "reddit.com"),
        *("sites.google.com", "telegra.ph", "tumblr.com", "youtube.com"),
    )
)
# An ending that no host has (RFC 2606).
_NOBODY: Final = ".invalid"
_PLAIN_HOST: Final = lazy_pattern(r"[a-z0-9_-]+(\.[a-z0-9_-]+)+")
# An address that needs no reader of URLs: without codes, a user name or a query.
_PLAIN_URL: Final = lazy_pattern(
    rf"https?://(?P<host>{_PLAIN_HOST.pattern})(?P<path>/[a-zA-Z0-9_/.~-]*)"
)
# Words for which a stolen page's path has the brand: `/coinbase/login`. Others are honest there.
_DOORS: Final = lazy_pattern(
    r"""
    (?:log|sign)-?in  # the stolen page itself
  | verif(?:y|ication) | validat(?:e|ion) | unlock | restore | recover(?:y)?  # a pretext
  | airdrop  # a bait
    """,
    re.VERBOSE,
)


def shown_host(reading: Reading) -> str | None:
    """The host of a URL or e-mail address; for an account, its name if that is a host."""
    if reading.kind == "email":
        return reading.value.rpartition("@")[2].lower()
    if reading.kind == "handle":
        name = reading.value.removeprefix("@").lower()
        return name if _PLAIN_HOST.fullmatch(name) else None
    plain = _PLAIN_URL.fullmatch(reading.value)
    if plain:
        return plain["host"]
    if "\\" in reading.value:  # programs disagree on where such a host ends
        return None
    try:
        host = urlsplit(reading.value).hostname or ""
    except ValueError:
        # An address in brackets that is none (`https://[::x]/`) has no host to compare.
        return None
    host = host.rstrip(".")
    return host if _PLAIN_HOST.fullmatch(host) else None


def names_in(
    reading: Reading, host: str | None, look_up: LookUp, index: "KeyIndex | None" = None
) -> list[Likeness]:
    """The platforms that an unpublished contact imitates: a likeness for each.

    host: its `shown_host`. index: all keys that `look_up` has something for, if they are at hand.
    """
    likenesses_of = _likenesses if index is None else _held_likenesses
    best: dict[str, Likeness] = {}
    for place, as_what in _places(reading, host):
        for likeness in likenesses_of(look_up, index, place):
            meant = _meant(likeness, as_what)
            known = best.get(likeness.form.platform)
            if meant and (known is None or (meant.is_strong and not known.is_strong)):
                best[likeness.form.platform] = meant
    return sorted(best.values(), key=lambda match: not match.is_strong)


def _likenesses(look_up: LookUp, index: "KeyIndex | None", place: str) -> Sequence[Likeness]:
    keys = frozenset(host_keys(place, index))
    forms_of = _forms if index is None else _held_forms
    return host_likeness(place, forms_of(look_up, keys)) if keys else ()


# The addresses and pages that a text links to are on a few hosts.
_held_likenesses = lru_cache(maxsize=4096)(_likenesses)


def _forms(look_up: LookUp, keys: frozenset[str]) -> Forms:
    found: dict[str, list[BrandForm]] = {}
    for row in look_up(keys):
        found.setdefault(row[0], []).append(BrandForm._make(row))
    return found


# The hosts of impostors hold the same few names.
_held_forms = lru_cache(maxsize=256)(_forms)


def _places(reading: Reading, host: str | None) -> Iterable[tuple[str, str]]:
    """Hosts, and texts to read as hosts, with their kind: `host`, `user`, `page` or `name`."""
    if reading.kind == "handle":
        yield _as_label(reading.value), "name"
        return
    if host:
        yield host, "host"
    if reading.kind == "email":
        yield _as_label(reading.value.rpartition("@")[0]), "name"
        return
    plain = _PLAIN_URL.fullmatch(reading.value)
    if plain:
        yield from _pages(host, plain["path"])
        return
    try:
        parts = urlsplit(reading.value)
    except ValueError:  # such as an address in brackets that do not close
        return
    if parts.username:
        yield parts.username.lower().strip(".") + _NOBODY, "user"
    yield from _pages(host, unquote(parts.path))


def _pages(host: str | None, path: str) -> Iterator[tuple[str, str]]:
    """The steps of a path that say whose page it is, where anybody can publish or sign in."""
    steps = [step for step in path.lower().split("/") if step]
    if not steps:
        return
    labels = (host or "").split(".")
    if any(".".join(labels[i:]) in _BUILDERS for i in range(len(labels))):
        for step in steps:
            yield _as_label(step), "page"
    elif len(steps) > 1 and _DOORS.fullmatch(steps[1]):
        yield _as_label(steps[0].removeprefix("www.") + "-login"), "page"


def _as_label(name: str) -> str:
    """A name as a host label, its parts separated by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") + _NOBODY


def _meant(likeness: Likeness, as_what: str) -> Likeness | None:
    """Translate a likeness of a host to the place where the name really is."""
    if as_what == "host":
        return likeness
    # The page `how-i-lost-my-coinbase-account` is about the platform and imitates nothing.
    if as_what == "page" and likeness.is_strong:
        return likeness if likeness.is_whole else None
    # An account or a page with the bare name can be about the platform.
    if likeness.how == "other-suffix":
        return likeness._replace(how="name-inside") if as_what == "page" else None
    return likeness
