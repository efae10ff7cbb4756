"""Collect what the registry knows about a URL, an e-mail address or an account."""

from collections.abc import Iterable, Iterator
from typing import Final

from hotline_check.reading.models import Reading
from hotline_check.registry.lookups.facts import Facts, Match, Similar
from hotline_check.registry.models import Channel, Impostor, Platform
from hotline_check.registry.storage.keys import account_key, contact_key
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.terms import ACCOUNTS
from hotline_check.registry.web.likeness import Likeness
from hotline_check.registry.web.names import names_in, shown_host
from hotline_check.registry.web.pins import is_own_host
from hotline_check.registry.web.public_bodies import is_government

# Pages above a page that are looked up. A row of slashes has thousands, each as long as all before.
_MOST_STEPS: Final = 32


def web_facts(snapshot: Snapshot, reading: Reading, claim: Platform | None) -> Facts:
    """Facts about a URL, e-mail or handle reading; similar names only if nothing matches."""
    key = account_key(reading.value) if reading.kind == "handle" else contact_key(reading.value)
    host = shown_host(reading)
    parents = _parents(host) if host else []
    own = _own_keys(key, parents)
    if _is_unheard_of(snapshot, key, own, parents):
        is_public = host is not None and is_government(host)
        similar = () if is_public else _similar(snapshot, reading, host, claim)
        return Facts(claim=claim, is_public_body=is_public, similar=similar)
    named = tuple(
        Match(platform, channel)
        for platform in _holders(snapshot, [key], "published")
        for channel in platform.channels
        if _is_same(channel, reading, key)
    )
    # Anyone can register a platform's account name on a network that it doesn't use.
    here = reading.kind != "handle"
    published = tuple(m for m in named if here or m.channel.kind == reading.network)
    elsewhere = tuple(m for m in named if m not in published)
    pinned = tuple(
        (snapshot.owner(owner), pin)
        for pin, owner in sorted(snapshot.pinned_by(parents), key=_named_like_it_last, reverse=True)
        if is_own_host((pin,), host or "")
    )
    impostors = tuple(_impostors(snapshot, reading, own))
    is_public = bool(host) and (
        is_government(host or "") or bool(snapshot.holders(parents, "public-body"))
    )
    is_known = named or pinned or impostors or is_public
    return Facts(
        claim=claim,
        published=published,
        elsewhere=() if published else elsewhere,
        impostors=_claimed_first(impostors, claim),
        pinned=pinned,
        similar=() if is_known else _similar(snapshot, reading, host, claim),
        is_public_body=is_public,
    )


def _is_unheard_of(snapshot: Snapshot, key: str, own: set[str], parents: list[str]) -> bool:
    """Return True if it is certain that the registry has nothing of a contact.

    Most contacts of a long text are such, which two looks show instead of five.
    """
    if contact_key(key) != key:  # `@@name`: its look-ups leave out another sign
        return False
    return snapshot.holds_none_of(own) and snapshot.holds_none_of(parents, "domain")


def has_same_owner(snapshot: Snapshot, host: str, other: str) -> bool:
    """Return True if one platform pins both hosts."""
    owners = [
        {owner for pin, owner in snapshot.pinned_by(_parents(name)) if is_own_host((pin,), name)}
        for name in (host, other)
    ]
    return not owners[0].isdisjoint(owners[1])


def _claimed_first(
    impostors: tuple[tuple[Platform, Impostor], ...], claim: Platform | None
) -> tuple[tuple[Platform, Impostor], ...]:
    return tuple(sorted(impostors, key=lambda pair: claim is None or pair[0].id != claim.id))


def _parents(host: str) -> list[str]:
    """A host name and its parent domains, longest first."""
    labels = host.split(".")
    return [".".join(labels[i:]) for i in range(len(labels) - 1)]


def _holders(snapshot: Snapshot, keys: list[str], layer: str) -> list[Platform]:
    ids = dict.fromkeys(owner for _, owner in snapshot.holders(keys, layer))
    return [snapshot.owner(i) for i in ids]


def _is_same(channel: Channel, reading: Reading, key: str) -> bool:
    if reading.kind == "email":
        return channel.kind == "email" and contact_key(channel.value) == key
    if reading.kind == "handle":
        return channel.kind in ACCOUNTS and account_key(channel.value) == key
    return channel.kind not in {"phone", "email"} and contact_key(channel.value) == key


def _own_keys(key: str, parents: list[str]) -> set[str]:
    """The keys of a contact, of its host's domains and of the pages above it."""
    steps = key.split("/", _MOST_STEPS)
    return {key, *parents, *("/".join(steps[:i]) for i in range(1, len(steps)))}


def _impostors(
    snapshot: Snapshot, reading: Reading, keys: set[str]
) -> Iterator[tuple[Platform, Impostor]]:
    for platform in _holders(snapshot, sorted(keys), "impostor"):
        for impostor in platform.impostors:
            is_account = impostor.kind in ACCOUNTS
            if is_account is (reading.kind == "handle"):
                own = account_key(impostor.value) if is_account else contact_key(impostor.value)
                if own in keys:
                    yield platform, impostor


def _named_like_it_last(pin: tuple[str, str]) -> tuple[str, bool, str]:
    """Sort key: of a company's platforms that share a domain, the one named like it comes last."""
    domain, owner = pin
    return domain, owner == domain.partition(".")[0], owner


def _similar(
    snapshot: Snapshot, reading: Reading, host: str | None, claim: Platform | None
) -> tuple[Similar, ...]:
    """The platforms that a contact resembles: the closest first, the claimed one before others."""
    names = names_in(reading, host, snapshot.brand_forms, snapshot.brand_keys())
    if not names:
        return ()
    found = list(_alike(snapshot, reading, names))
    found.sort(key=lambda s: (not s.is_strong, claim is None or s.platform.id != claim.id))
    return tuple(found)


def _alike(snapshot: Snapshot, reading: Reading, found: Iterable[Likeness]) -> Iterator[Similar]:
    """The same, those with exactly its name first."""
    for likeness in sorted(found, key=lambda match: not _is_its_name(match)):
        platform = snapshot.owner(likeness.form.platform)
        value, is_strong = likeness.form.domain or platform.name, likeness.is_strong
        if reading.kind == "handle":
            accounts = [
                channel.value
                for channel in platform.channels
                if channel.kind == reading.network and channel.retired is None
            ]
            value = accounts[0] if accounts else value
            is_strong = is_strong and bool(accounts)
        yield Similar(platform, value, likeness.how, is_strong)


def _is_its_name(likeness: Likeness) -> bool:
    """Return True if the name is a platform's full name (a company's platforms can share one)."""
    return likeness.form.platform.replace("-", "") == likeness.form.form
