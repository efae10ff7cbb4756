"""The public bodies that take scam reports: in which order, and how sure we are of each."""

from hotline_check.registry.models import Authorities, Authority

_FIRST = ("emergency-block", "report", "advice")


def in_order(country: Authorities) -> tuple[Authority, ...]:
    """Those that can stop a payment first, then where to report, then advice; as written else."""
    return tuple(sorted(country.authorities, key=lambda a: _FIRST.index(a.purpose)))


def is_weak(authority: Authority) -> bool:
    """Whether no government page was seen with it."""
    return all(s.source_kind != "government" for s in authority.sightings)
