"""The address of a host name; addresses that no public page has are refused.

A name that resolves to the reader's own network would let a page's owner (or whoever runs its
DNS) send requests to routers and machines that trust that network.
"""

import ipaddress
import socket
from typing import Final

# IPv4 addresses written as IPv6 ones by translators (RFC 6052).
_TRANSLATED: Final = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddressError(OSError):
    """A name or an address leads into a private network, or to this machine."""


def public_address(host: str, port: int) -> tuple[str, int]:
    """The address to connect to, from one look-up, so that it can't change after the check.

    Raises PrivateAddressError when any address of the name is not a public one, and what the
    look-up raises.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(place[4][0]) for place in found]
    if not all(map(_is_public, addresses)):
        raise PrivateAddressError(host)
    return addresses[0], port


def as_given(host: str, port: int) -> tuple[str, int]:
    """Any address: for hosts that the user has named."""
    return host, port


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            found = found.ipv4_mapped
        elif found in _TRANSLATED:
            found = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    return found.is_global and not found.is_multicast
