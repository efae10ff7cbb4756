"""Everything the registry knows about a web address, an e-mail address or an account."""

from collections.abc import Iterator

from hotline_check.reading.models import Reading
from hotline_check.registry.facts import Facts, Match, Similar
from hotline_check.registry.models import Channel, Impostor, Platform
from hotline_check.registry.pins import covers_host, host_of
from hotline_check.registry.snapshot import Snapshot, account_key, contact_key
from hotline_check.registry.terms import ACCOUNTS
from hotline_check.registry.web_likeness import handle_likeness, host_likeness, unconfused


def web_facts(snapshot: Snapshot, reading: Reading, claim: Platform | None) -> Facts:
    """Facts about a URL, e-mail or handle reading; similar names only where nothing matches."""
    key = account_key(reading.value) if reading.kind == "handle" else contact_key(reading.value)
    named = tuple(
        Match(platform, channel)
        for platform in _holders(snapshot, [key], "published")
        for channel in platform.channels
        if _same(channel, reading, key)
    )
    # Anybody may take a platform's account name on a network that the platform doesn't use.
    here = reading.kind != "handle"
    published = tuple(m for m in named if here or m.channel.kind == reading.network)
    elsewhere = tuple(m for m in named if m not in published)
    host = _host(reading)
    parents = _parents(host) if host else []
    pinned = tuple(
        (snapshot.owner(owner), pin)
        for pin, owner in sorted(snapshot.pinned_by(parents), key=_named_like_it_last, reverse=True)
        if covers_host((pin,), host or "")
    )
    impostors = tuple(_impostors(snapshot, reading, key, parents))
    similar: list[Similar] = []
    if not (named or pinned or impostors):
        similar = list(_similar(snapshot, reading, host))
        similar.sort(key=lambda s: claim is None or s.platform.id != claim.id)
    return Facts(
        claim=claim,
        published=published,
        elsewhere=() if published else elsewhere,
        impostors=_claimed_first(impostors, claim),
        pinned=pinned,
        similar=tuple(similar),
    )


def same_owner(snapshot: Snapshot, host: str, other: str) -> bool:
    """Return True where one platform has pinned two hosts."""
    owners = [
        {owner for pin, owner in snapshot.pinned_by(_parents(name)) if covers_host((pin,), name)}
        for name in (host, other)
    ]
    return not owners[0].isdisjoint(owners[1])


def _claimed_first(
    impostors: tuple[tuple[Platform, Impostor], ...], claim: Platform | None
) -> tuple[tuple[Platform, Impostor], ...]:
    return tuple(sorted(impostors, key=lambda pair: claim is None or pair[0].id != claim.id))


def _host(reading: Reading) -> str | None:
    if reading.kind == "url":
        return host_of(reading.value)
    if reading.kind == "email":
        return reading.value.rpartition("@")[2].lower()
    return None


def _parents(host: str) -> list[str]:
    """A host name and the names above it, longest first."""
    labels = host.split(".")
    return [".".join(labels[i:]) for i in range(len(labels) - 1)]


def _holders(snapshot: Snapshot, keys: list[str], layer: str) -> list[Platform]:
    ids = dict.fromkeys(owner for _, owner in snapshot.holders(keys, layer))
    return [snapshot.owner(i) for i in ids]


def _same(channel: Channel, reading: Reading, key: str) -> bool:
    if reading.kind == "email":
        return channel.kind == "email" and contact_key(channel.value) == key
    if reading.kind == "handle":
        return channel.kind in ACCOUNTS and account_key(channel.value) == key
    return channel.kind not in {"phone", "email"} and contact_key(channel.value) == key


def _impostors(
    snapshot: Snapshot, reading: Reading, key: str, parents: list[str]
) -> Iterator[tuple[Platform, Impostor]]:
    steps = key.split("/")
    keys = {key, *parents, *("/".join(steps[: i + 1]) for i in range(len(steps)))}
    for platform in _holders(snapshot, sorted(keys), "impostor"):
        for impostor in platform.impostors:
            is_account = impostor.kind in ACCOUNTS
            if is_account is (reading.kind == "handle"):
                own = account_key(impostor.value) if is_account else contact_key(impostor.value)
                if own in keys:
                    yield platform, impostor


def _named_like_it_last(pin: tuple[str, str]) -> tuple[str, bool, str]:
    """Several platforms of one company share a domain; the one that bears its name counts."""
    domain, owner = pin
    return domain, owner == domain.partition(".")[0], owner


def _similar(snapshot: Snapshot, reading: Reading, host: str | None) -> Iterator[Similar]:
    owners: dict[str, str] = {}
    brands: dict[str, str] = {}
    for domain, owner in sorted(snapshot.domains(), key=_named_like_it_last):
        owners[domain] = owner
        if domain.count(".") == 1 or len(domain.split(".")[-2]) <= 3:
            brands.setdefault(unconfused(domain.partition(".")[0]), domain)
    if host:
        found = list(host_likeness(host, brands))
    else:
        names = {unconfused(name): name for name, _ in snapshot.names() if name.isascii()}
        owners |= dict(snapshot.names())
        found = list(handle_likeness(reading.value, names))
    for value, how in dict.fromkeys(found):
        platform = snapshot.owner(owners[value])
        yield Similar(platform, value if host else platform.name, how)
