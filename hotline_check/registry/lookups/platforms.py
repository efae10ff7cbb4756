"""Find a platform by any of its names."""

import difflib

from hotline_check.errors import HotlineError
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.registry.matching.names import fold, printable
from hotline_check.registry.models import Platform
from hotline_check.registry.storage.snapshot import Snapshot

# The parts around the host in a pasted URL: scheme and www before it; path, query after it.
_HOST = lazy_pattern(r"^https?://(?:www\.)?|^www\.|[/?#].*$")


def find_platform(snapshot: Snapshot, name: str) -> Platform:
    """The platform with this id, name, alias or domain, in any script and spelling.

    Raises HotlineError `no-such-platform` (with near misses when there are any) or
    `ambiguous-platform`.
    """
    name = printable(name)
    exact = snapshot.platform(name) if name == name.strip().lower() else None
    ids = [exact.id] if exact else snapshot.named(name) or _by_domain(snapshot, name)
    if not ids:
        near = near_names(snapshot, name)
        if near:
            raise HotlineError("no-such-platform-near", name=name, near=", ".join(near))
        raise HotlineError("no-such-platform", name=name)
    if len(ids) > 1:
        raise HotlineError("ambiguous-platform", name=name, near=", ".join(ids))
    return exact or snapshot.owner(ids[0])


def _by_domain(snapshot: Snapshot, name: str) -> list[str]:
    """Ids of the platforms whose domain covers a host or page, one with the same name first."""
    host = _HOST.sub("", name.strip().lower()).rstrip(".")
    labels = host.split(".")
    parents = [".".join(labels[i:]) for i in range(len(labels) - 1)]
    found = snapshot.pinned_by(parents) if host.isascii() else []
    if not any(pin == host for pin, _ in found):
        from hotline_check.registry.web.pins import is_own_host  # loads the public suffix list

        found = [(pin, owner) for pin, owner in found if is_own_host((pin,), host)]
    pin = max((pin for pin, _ in found), key=len, default="")
    ids = [owner for domain, owner in found if domain == pin]
    named = [i for i in ids if fold(i) == fold(pin.partition(".")[0])]
    return named or ids


def near_names(snapshot: Snapshot, name: str) -> list[str]:
    """Up to three platform names similar to the text, to suggest."""
    owners = dict(snapshot.names())
    close = difflib.get_close_matches(fold(name), owners, n=6, cutoff=0.72)
    ids = list(dict.fromkeys(owners[spelling] for spelling in close))[:3]
    return [snapshot.owner(i).name for i in ids]


def search(snapshot: Snapshot, query: str) -> list[Platform]:
    """Platforms with the query in a name, alias or id, sorted by name; all for an empty query."""
    part = fold(query)
    ids = {owner for spelling, owner in snapshot.names() if part in spelling}
    return sorted(map(snapshot.owner, ids), key=lambda p: p.name.casefold())
