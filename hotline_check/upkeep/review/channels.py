"""Changes of a platform's channels."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.web.pins import is_own_host, is_own_url
from hotline_check.upkeep.review.edits import Edit, edits
from hotline_check.upkeep.review.models import Caution, Change, Code

# A page that was broken into is mostly repaired within days.
COOLING_OFF = dt.timedelta(days=3)

_MARKS = ("retired", "disputed", "secondhand")  # each keeps a number from being listed
_MARKED: dict[str, Code] = {
    "retired": "channel-retired",
    "disputed": "channel-disputed",
    "secondhand": "channel-secondhand",
}
_SHOWN = frozenset({"number-added", "number-restored", "channel-added"})  # with their evidence
_HANDLED = frozenset({*_MARKS, "inbound_only", "sightings", "kind", "value"})
# The page itself was not fetched by us on that day, only a copy of it.
_COPIES = frozenset({"stored-copy", "archived-copy"})
_Key = tuple[str, str, tuple[str, ...]]


def is_listable(channel: Channel) -> bool:
    """Return True if a check may list the channel."""
    return channel.kind == "phone" and not marks(channel)


def marks(channel: Channel) -> list[str]:
    """The marks that keep a channel from being listed."""
    return [mark for mark in _MARKS if getattr(channel, mark)]


def channel_changes(old: Platform | None, new: Platform, today: dt.date) -> Iterator[Change]:
    """The changes of a platform's channels; all that were only seen again become one change."""
    was = {_key(c): c for c in old.channels} if old else {}
    now = {_key(c): c for c in new.channels}
    confirmed = 0
    for key, channel in now.items():
        if key not in was:
            yield _added(new, channel, today)
            continue
        for change in _changed(new, was[key], channel, today):
            if change.code == "confirmed":
                confirmed += 1
            else:
                yield change
    for key in was.keys() - now.keys():
        gone = was[key]
        # Once a retired number is forgotten, a check can no longer warn of it.
        # Without a published one, a check calls an honest number a fraud's.
        danger = bool(marks(gone)) or gone.kind == "phone"
        yield _change("channel-removed", new, gone, danger=danger)
    if confirmed:
        yield Change(code="confirmed", owner=new.id, danger=False, count=confirmed)


def channel_edits(old: Platform, new: Platform) -> Iterator[Edit]:
    """Keys of the channels, and of their pages, that have no change code of their own."""
    now = {_key(c): c for c in new.channels}
    for channel in old.channels:
        if (other := now.get(_key(channel))) is None:
            continue
        yield from edits(channel, other, _HANDLED, channel.value)
        pages = {s.url: s for s in other.sightings}
        for page in channel.sightings:
            if newer := pages.get(page.url):
                # A later look says how it was made: `seen-newer` or `confirmed`.
                handled = {"seen", "how"} if newer.seen > page.seen else {"seen"}
                at = f"{channel.value} {page.url}"
                yield from edits(page, newer, frozenset(handled), at)


def _key(channel: Channel) -> _Key:
    # A short code such as 110 is a different number in each country.
    home = channel.kind == "phone" and not channel.value.startswith("+")
    return channel.kind, channel.value.lower(), channel.regions if home else ()


def _added(platform: Platform, channel: Channel, today: dt.date) -> Change:
    if is_listable(channel):
        cautions = tuple(_cautions(channel, today))
        return _change("number-added", platform, channel, danger=True, cautions=cautions)
    # An own-domain mailbox or form, too: many can make one, and it is where people write.
    return _change("channel-added", platform, channel, danger=True)


def _cautions(channel: Channel, today: dt.date) -> Iterator[Caution]:
    own = channel.own_sightings
    proved = any(s.how == "owner-proof" for s in own)
    if proved:
        yield "owner-proof"
    elif not own or today - min(s.seen for s in own) < COOLING_OFF:
        yield "too-young"
    if own and all(s.how in _COPIES for s in own):
        yield "only-copies"


def is_owned(platform: Platform, kind: str, value: str) -> bool:
    """Return True if a value is on the platform's own domains, where no one else can answer."""
    if kind == "email":
        return is_own_host(platform.pins, value.rpartition("@")[2].lower())
    return bool(urlsplit(value).scheme) and is_own_url(platform.pins, value)


def _changed(platform: Platform, old: Channel, new: Channel, today: dt.date) -> Iterator[Change]:
    lifted = [m for m in marks(old) if m not in marks(new)]
    if lifted and not marks(new):
        cautions = tuple(_cautions(new, today))
        danger = new.kind == "phone" or not is_owned(platform, new.kind, new.value)
        change = _change("number-restored", platform, new, danger=danger, cautions=cautions)
        yield msgspec.structs.replace(change, before=", ".join(lifted))
    for mark in marks(new):
        if mark not in marks(old):
            yield _change(_MARKED[mark], platform, new, danger=is_listable(old))
    if old.inbound_only and not new.inbound_only:
        yield _change("callable-again", platform, new, danger=True)
    if set(old.customers) - set(new.customers):
        change = _change("for-everybody", platform, new, danger=True)
        yield msgspec.structs.replace(change, before=", ".join(old.customers))
    yield from _sightings(platform, old, new)


def _sightings(platform: Platform, old: Channel, new: Channel) -> Iterator[Change]:
    was = {s.url: s for s in old.sightings}
    added = tuple(s for s in new.sightings if s.url not in was)
    if added:
        change = _change("sighting-added", platform, new, danger=False)
        yield msgspec.structs.replace(change, sightings=added)
    now = {s.url for s in new.sightings}
    gone = tuple(s for url, s in was.items() if url not in now)
    if gone:
        change = _change("evidence-gone", platform, new, danger=True)
        yield msgspec.structs.replace(change, sightings=gone)
    newer = [s for s in new.sightings if s.url in was and s.seen > was[s.url].seen]
    copies = tuple(s for s in newer if s.how in _COPIES and _is_same_page(s, was[s.url]))
    if copies:
        change = _change("seen-newer", platform, new, danger=True)
        before = max(was[s.url].seen for s in copies).isoformat()
        yield msgspec.structs.replace(change, sightings=copies, before=before)
    elif newer:
        yield _change("confirmed", platform, new, danger=False)


def _is_same_page(new: msgspec.Struct, old: msgspec.Struct) -> bool:
    """Return True if two sightings differ in nothing but the date."""
    return all(
        getattr(new, key) == getattr(old, key) for key in ("page_date", "as_printed", "archive")
    )


def _change(
    code: Code,
    platform: Platform,
    channel: Channel,
    *,
    danger: bool,
    cautions: tuple[Caution, ...] = (),
) -> Change:
    return Change(
        code=code,
        owner=platform.id,
        danger=danger,
        kind=channel.kind,
        value=channel.value,
        sightings=channel.sightings if code in _SHOWN else (),
        cautions=cautions,
    )
