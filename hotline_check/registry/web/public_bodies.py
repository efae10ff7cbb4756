"""Hosts of governments, where no one can imitate a platform or speak for it."""

from collections.abc import Iterator
from typing import Final

from hotline_check.reading.web.host import suffix_of
from hotline_check.registry.models import Authorities
from hotline_check.registry.web.pins import (
    SHARED,
    USER_CONTENT,
    host_of,
    registrable,
)

# Endings under which only governments and treaty organizations may register.
_ENDINGS: Final = frozenset({"gov", "mil", "int"})
# Second-level labels of governments before a country's ending; valid where the public suffix list
# has it as one (`gov.uk`, `go.jp`), and not where anyone could register it (`go.com`).
_NATIONAL: Final = frozenset(
    (
        *("fed", "gc", "gob", "gouv", "gov", "govt", "gub", "gv", "go", "judiciary", "law"),
        *("mil", "nat", "police", "admin"),
    )
)
# Governments' own names under an ending that is open to everybody.
_OWN_NAMES: Final = ("admin.ch", "bund.de", "canada.ca", "europa.eu", "gov.ie", "government.ae")
_BELOW_OWN_NAMES: Final = tuple(f".{name}" for name in _OWN_NAMES)


def is_government(host: str) -> bool:
    """Return True if a host is under an ending where only public bodies can register.

    >>> is_government("reportfraud.ftc.gov"), is_government("disney.go.com")
    (True, False)
    """
    ending = suffix_of(host)
    first, _, country = ending.partition(".")
    if ending in _ENDINGS or (first in _NATIONAL and len(country) == 2):
        return True
    return host in _OWN_NAMES or host.endswith(_BELOW_OWN_NAMES)


def own_hosts(country: Authorities) -> Iterator[str]:
    """The hosts of a country's authorities in the registry, except shared hosts."""
    for body in country.authorities:
        pages = (s.url for s in body.sightings if s.source_kind == "government")
        for url in (body.url, *pages):
            host = host_of(url or "")
            name = (registrable(host) or host) if host else None
            if name and name not in SHARED and name not in USER_CONTENT:
                yield name
