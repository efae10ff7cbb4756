"""A link whose text shows one contact and whose target is another."""

from collections.abc import Callable, Sequence

from hotline_check.networks import NETWORKS
from hotline_check.reading.models import Find, Reading
from hotline_check.registry.web.pins import host_of, registrable
from hotline_check.verdict.models import Reason, Status, Verdict

# Return True where two hosts are known to belong to one platform.
SameOwner = Callable[[str, str], bool]


def shown_instead(
    shown: Sequence[Find], target: Sequence[Reading], same_owner: SameOwner
) -> Reading | None:
    """The contact that a link shows, None where its target is that contact or none is shown.

    shown: the contacts in the text of the link; a mere label ("click here") has none.
    target: the readings of the place that it leads to.
    same_owner: asked for two hosts that don't share a registrable domain.
    """
    readings = [reading for find in shown for reading in find.readings]
    comparable = [
        reading for reading in readings if any(_can_compare(reading, goal) for goal in target)
    ]
    same = any(_is_same(text, goal, same_owner) for text in comparable for goal in target)
    return comparable[0] if comparable and not same else None


def with_shown(verdict: Verdict, shown: Reading, target: Reading) -> Verdict:
    """The verdict about the target of a link that shows something else: never better than danger.

    A verdict that warns already of the target itself keeps its status and says this, too.
    """
    from msgspec.structs import replace

    reason = Reason("link-shows-other", {"shown": shown.value, "value": target.value})
    reasons = (reason, *(r for r in verdict.reasons if verdict.level != "listed"))
    status = verdict.status if verdict.level == "danger" else Status.LOOKALIKE
    return replace(verdict, status=status, reasons=reasons)


def _can_compare(shown: Reading, target: Reading) -> bool:
    """A number or an account may well lead to a page about it; that page is judged by itself."""
    return target.kind != "url" or shown.kind in {"url", "email"}


def _is_same(shown: Reading, target: Reading, same_owner: SameOwner) -> bool:
    if shown.kind == target.kind and shown.kind in {"phone", "handle"}:
        return shown.value.casefold() == target.value.casefold()
    if target.kind == "handle":
        host = _host(shown) or ""
        network = NETWORKS.get(target.network or "")
        return network is not None and (registrable(host) or host) in network.hosts
    seen, led_to = _host(shown), _host(target)
    if seen is None or led_to is None:
        return False
    if shown.kind == target.kind == "email" and shown.value.casefold() != target.value.casefold():
        return False
    same = (registrable(seen) or seen) == (registrable(led_to) or led_to)
    return same or same_owner(seen, led_to)


def _host(reading: Reading) -> str | None:
    if reading.kind == "email":
        return reading.value.rpartition("@")[2].lower()
    return host_of(reading.value) if reading.kind == "url" else None
