"""Pages are fetched from public addresses only, and from the address that was looked at."""

import socket
from collections.abc import Sequence
from typing import Any

import pytest

from hotline_check.upkeep.web.addresses import PrivateAddressError, public_address
from hotline_check.upkeep.web.fetch import Failure, Fetcher
from tests.upkeep.loopback import Site

PUBLIC = "93.184.215.14"


class Names:
    """Replaces the system's look-up, and counts the calls."""

    def __init__(self, answers: Sequence[Sequence[str]]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, _host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        self.asked += 1
        found = self.answers[min(self.asked, len(self.answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        "0.0.0.0",  # noqa: S104  # nothing is bound to it
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "ff02::1"),
    ],
)
def test_a_name_that_leads_into_a_private_network(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer in ([address], [PUBLIC, address], [address, PUBLIC]):
        monkeypatch.setattr(socket, "getaddrinfo", Names([answer]))
        with pytest.raises(PrivateAddressError):
            public_address("help.example.com", 443)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_a_public_address_is_what_is_connected_to(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names([[address], ["127.0.0.1"]])  # a second answer would be another address
    monkeypatch.setattr(socket, "getaddrinfo", names)
    assert public_address("help.example.com", 443) == (address, 443)
    assert names.asked == 1


def test_a_page_says_why_it_was_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Names([["169.254.169.254"]]))
    got = Fetcher().get("http://help.example.com/", lambda _: True)
    assert isinstance(got, Failure)
    assert (got.code, got.detail) == ("private-address", "help.example.com")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254"])
def test_a_redirect_into_a_private_network(
    address: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is public, and the pinned host it redirects to leads into the network."""
    addresses = {"www.example.com": PUBLIC, "help.example.com": address}
    site.page("www.example.com/", b"", 302, Location="http://help.example.com/")
    site.page("help.example.com/", "the router's own page")
    looked_up = []

    def resolve(host: str, port: int) -> tuple[str, int]:
        with monkeypatch.context() as patch:
            patch.setattr(socket, "getaddrinfo", Names([[addresses[host]]]))
            looked_up.append(public_address(host, port))
        return "127.0.0.1", site.port  # plays the public host

    got = Fetcher(resolve=resolve).get("http://www.example.com/", lambda _: True)
    assert isinstance(got, Failure)
    assert (got.code, got.detail) == ("private-address", "help.example.com")
    assert looked_up == [(PUBLIC, 80)]
    assert site.asked == [("www.example.com", "/")]
