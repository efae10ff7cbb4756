"""Owner proofs: channels that a domain's owner lists in DNS or in a well-known file.

`docs/owner-proof.md` describes both for owners. A proof confirms channels; it adds none.
"""

import re
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING, get_args

import msgspec

from hotline_check.broken_json import BROKEN_JSON
from hotline_check.registry.terms import ChannelKind
from hotline_check.registry.web.pins import is_whole_host
from hotline_check.upkeep.confirm.models import Key
from hotline_check.upkeep.web.fetch import (
    Allowed,
    Before,
    Failure,
    Fetcher,
)

if TYPE_CHECKING:
    from dns.resolver import Resolver

# A name of its own below the domain, as RFC 8552 asks for, apart from other TXT records.
LABEL = "_hotline-check"
# As RFC 8615 has it; only who runs the site can write there.
WELL_KNOWN = "/.well-known/hotline-check.json"
Lookup = Callable[[str], list[str]]

_VERSION = "v=hotline-check1"
_KINDS = frozenset(get_args(ChannelKind))
_MOST = 200  # channels in one proof
_DNS_SECONDS = 5.0


class _Named(msgspec.Struct, frozen=True):
    kind: str
    value: str


class _File(msgspec.Struct, frozen=True):
    version: int
    channels: list[_Named]


def proving_domains(pins: Iterable[str]) -> list[str]:
    """The platform's pins that can carry a proof: a tenant of a shared host owns no domain."""
    return [pin for pin in pins if not is_whole_host(pin)]


def file_url(domain: str) -> str:
    """The URL of a domain's well-known file."""
    return f"https://{domain}{WELL_KNOWN}"


def record_name(domain: str) -> str:
    """The name of a domain's TXT records; a sighting names them as `https://<name>/`."""
    return f"{LABEL}.{domain}"


def in_dns(name: str, lookup: Lookup) -> tuple[Key, ...]:
    """The channels that the TXT records of a name list."""
    named: dict[Key, None] = {}
    for record in lookup(name):
        # The same format as DKIM and DMARC records: a version tag, then `key=value` pairs.
        version, *fields = (field.strip() for field in record.split(";"))
        if version.replace(" ", "") != _VERSION:
            continue
        for field in fields:
            kind, _, value = field.partition("=")
            named.update(_key(kind.strip(), value.strip()))
    return tuple(named)[:_MOST]


def in_file(
    url: str, fetcher: Fetcher, allowed: Allowed, before: Before
) -> tuple[Key, ...] | Failure:
    """The channels that a well-known file names; none when there is no such file.

    A Failure (`bad-proof`) is a file that is there and can't be understood.
    """
    answer = fetcher.get(url, allowed, accept="application/json", before=before)
    if isinstance(answer, Failure):
        # No proof is the normal case and no problem of the platform.
        return ()
    if answer.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return ()  # many sites answer any path with a page and status 200
    try:
        data = msgspec.json.decode(answer.body, type=_File)
    except BROKEN_JSON as error:
        return Failure(url=url, code="bad-proof", detail=str(error)[:80])
    if data.version != 1:
        return Failure(url=url, code="bad-proof", detail=f"version {data.version}")
    named: dict[Key, None] = {}
    for channel in data.channels:
        named.update(_key(channel.kind, channel.value))
    return tuple(named)[:_MOST]


def can_ask_dns() -> bool:
    """Return True if the package that asks for TXT records is installed (extra `maintain`)."""
    return find_spec("dns") is not None


def ask_dns(name: str, *, resolver: "Resolver | None" = None) -> list[str]:
    """The TXT records of a name from the system's resolvers; empty on any failure."""
    from dns.exception import DNSException
    from dns.resolver import Resolver

    try:
        answer = (resolver or Resolver()).resolve(name, "TXT", lifetime=_DNS_SECONDS)
    except (DNSException, OSError):
        # A resolver that fails proves nothing for or against a channel.
        return []
    return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]


def _key(kind: str, value: str) -> dict[Key, None]:
    """A named channel as the registry writes it; nothing when it is none."""
    if kind not in _KINDS or not value or not value.isprintable() or len(value) > 200:
        return {}
    if kind == "phone":
        value = re.sub(r"[\s().\-]", "", value)
        if not re.fullmatch(r"\+?[0-9]{3,15}", value):
            return {}
    return {(kind, value.lower() if kind == "email" else value): None}
