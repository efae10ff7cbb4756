"""Counts for Prometheus: of requests and verdicts, never of what was asked."""

from collections.abc import Iterable
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from hotline_check.verdict.models import RegistryInfo, Verdict

# Of Prometheus' text format.
CONTENT_TYPE: Final = "text/plain; version=0.0.4"
# A sender can make up any other name, and each would be a count of its own.
_METHODS: Final = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
# Made-up methods must not make a series each.
_OTHER: Final = "other"
# Bounds of the histogram: a check takes 6 ms, a text up to seconds.
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Metrics:
    """The counts of one server."""

    def __init__(self) -> None:
        own = self._registry = CollectorRegistry()
        self._requests = Counter(
            "hotline_requests", "Requests.", ("route", "method", "status"), registry=own
        )
        self._seconds = Histogram(
            "hotline_request_seconds",
            "Time from request to answer.",
            ("route",),
            buckets=_SECONDS,
            registry=own,
        )
        self._verdicts = Counter("hotline_verdicts", "Verdicts.", ("status",), registry=own)
        self._waiting = Gauge(
            "hotline_checks_waiting", "Questions being answered or waiting.", registry=own
        )
        self._age = Gauge("hotline_registry_age_days", "Age of the registry.", registry=own)

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request. route: the pattern of its address, not the address."""
        known = method if method in _METHODS else _OTHER
        self._requests.labels(route, known, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def verdicts(self, found: Iterable[Verdict]) -> None:
        """Count verdicts."""
        for verdict in found:
            self._verdicts.labels(str(verdict.status)).inc()

    def text(self, waiting: int, registry: RegistryInfo | None) -> bytes:
        """The counts in Prometheus' text format."""
        self._waiting.set(waiting)
        if registry:
            self._age.set(registry.age_days)
        return generate_latest(self._registry)
