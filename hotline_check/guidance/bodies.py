"""Order and evidence of the public bodies that take scam reports."""

from hotline_check.registry.models import Authorities, Authority

_FIRST = ("emergency-block", "report", "advice")


def in_order(country: Authorities) -> tuple[Authority, ...]:
    """Sort: bodies that can stop a payment, then those that take reports, then advice."""
    return tuple(sorted(country.authorities, key=lambda a: _FIRST.index(a.purpose)))


def is_weak(authority: Authority) -> bool:
    """Return True if no government page shows the body."""
    return all(s.source_kind != "government" for s in authority.sightings)
