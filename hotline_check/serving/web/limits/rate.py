"""How many requests one address may send."""

import ipaddress
import time
from collections import OrderedDict
from typing import Final

_MOST_KNOWN: Final = 50_000  # addresses remembered; the one that was quiet longest is forgotten
_BURST: Final = 0.5  # of a minute's requests may come at once


class Limiter:
    """A token bucket for each address; of IPv6 for each /64, which one household has."""

    def __init__(self, per_minute: int | None) -> None:
        self._per_second = (per_minute or 0) / 60
        self._most = max((per_minute or 0) * _BURST, 1.0)
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str, now: float | None = None) -> int:
        """Seconds until the address may send a request; 0 counts as one sent now."""
        if not self._per_second:
            return 0
        moment = time.monotonic() if now is None else now
        key = _household(address)
        tokens, then = self._buckets.pop(key, (self._most, moment))
        tokens = min(tokens + (moment - then) * self._per_second, self._most)
        is_allowed = tokens >= 1
        self._buckets[key] = (tokens - is_allowed, moment)
        if len(self._buckets) > _MOST_KNOWN:
            self._buckets.popitem(last=False)
        return 0 if is_allowed else int((1 - tokens) / self._per_second) + 1


def _household(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        # A proxy may name its client by a word, which then is counted as one client.
        return address
    if found.version == 4:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False))
