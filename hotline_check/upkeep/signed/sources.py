"""Change the list of pinned sources and its order."""

import hashlib
import re
from urllib.parse import urlsplit

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.files import write_atomically
from hotline_check.registry.storage.installed import (
    Pinned,
    Places,
    Source,
    pinned,
)

# It becomes the name of a folder.
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def find(places: Places, name: str) -> Source:
    """A pinned source by name; raises HotlineError `source-unknown`."""
    for source in pinned(places):
        if source.name == name:
            return source
    raise HotlineError("source-unknown", name=name)


def check_name(name: str) -> str:
    """The name, if it is safe as a file name; raises HotlineError `source-name` otherwise."""
    if not _NAME.fullmatch(name):
        raise HotlineError("source-name", name=name)
    return name


def check_url(url: str) -> str:
    """The base URL, if it is https without credentials; HotlineError `source-url...` otherwise.

    Plain http is allowed for the same machine only: elsewhere it would show every listener who
    updates, and when.
    """
    try:
        parts = urlsplit(url)
        host, secret = parts.hostname, parts.username or parts.password
        _ = parts.port
    except ValueError as error:
        raise HotlineError("source-url") from error
    if secret:
        raise HotlineError("source-url-secret")
    if parts.scheme == "http" and host not in _LOOPBACK:
        raise HotlineError("source-url-http")
    if parts.scheme not in ("https", "http") or not host or parts.query or parts.fragment:
        raise HotlineError("source-url")
    return url.rstrip("/") + "/"


def pin(places: Places, source: Source, root: bytes, *, position: int | None = None) -> None:
    """Add a source at `position` (1 is strongest; None: last). The root is written first."""
    others = pinned(places)
    if any(other.name == source.name for other in others):
        raise HotlineError("source-exists", name=source.name)
    if hashlib.sha256(root).hexdigest() != source.root:
        raise HotlineError("root-damaged", name=source.name)
    at = len(others) if position is None else max(position - 1, 0)
    write_atomically(places.root(source.name), root)
    _save(places, (*others[:at], source, *others[at:]))


def unpin(places: Places, name: str) -> None:
    """Remove a source from the list; its releases are no longer used."""
    find(places, name)
    _save(places, tuple(s for s in pinned(places) if s.name != name))
    places.root(name).unlink(missing_ok=True)


def pinned_root(places: Places, source: Source) -> bytes:
    """The pinned root metadata of a source, verified against its recorded hash."""
    try:
        root = places.root(source.name).read_bytes()
    except OSError as error:
        raise HotlineError("root-damaged", name=source.name) from error
    if hashlib.sha256(root).hexdigest() != source.root:
        raise HotlineError("root-damaged", name=source.name)
    return root


def reorder(places: Places, names: tuple[str, ...]) -> tuple[Source, ...]:
    """Put the sources in the order of `names`, which names each exactly once."""
    by_name = {source.name: source for source in pinned(places)}
    if sorted(names) != sorted(by_name):
        raise HotlineError("sources-order", names=", ".join(by_name))
    ordered = tuple(by_name[name] for name in names)
    _save(places, ordered)
    return ordered


def _save(places: Places, sources: tuple[Source, ...]) -> None:
    data = msgspec.json.encode(Pinned(sources=sources))
    write_atomically(places.pins, msgspec.json.format(data, indent=2) + b"\n")
