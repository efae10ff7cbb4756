"""Finding a platform by what a person calls it."""

import difflib

from hotline_check.errors import HotlineError
from hotline_check.registry.models import Platform
from hotline_check.registry.names import fold, printable
from hotline_check.registry.snapshot import Snapshot


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
    """Ids of the platforms that a domain belongs to, the one named like it before the others."""
    domain = name.strip().lower().removeprefix("https://").removeprefix("www.").rstrip("/")
    ids = [owner for _, owner in snapshot.pinned_by([domain])]
    named = [i for i in ids if fold(i) == fold(domain.partition(".")[0])]
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
