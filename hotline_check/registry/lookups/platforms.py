"""Finding a platform by what a person calls it."""

import difflib
import re

from hotline_check.errors import HotlineError
from hotline_check.registry.matching.names import fold, printable
from hotline_check.registry.models import Platform
from hotline_check.registry.storage.snapshot import Snapshot

# What surrounds a host in a pasted address: scheme and www before it, path and the rest after.
_HOST = re.compile(r"^https?://(?:www\.)?|^www\.|[/?#].*$")


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
    """Ids of the platforms whose domain a host or page lies on, one named like it before others."""
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
    """Names of at most three platforms that the person may have meant."""
    owners = dict(snapshot.names())
    close = difflib.get_close_matches(fold(name), owners, n=6, cutoff=0.72)
    ids = list(dict.fromkeys(owners[spelling] for spelling in close))[:3]
    return [snapshot.owner(i).name for i in ids]


def search(snapshot: Snapshot, query: str) -> list[Platform]:
    """Platforms with a name, alias or id that holds the query, by name; all for an empty one."""
    part = fold(query)
    ids = {owner for spelling, owner in snapshot.names() if part in spelling}
    return sorted(map(snapshot.owner, ids), key=lambda p: p.name.casefold())
