"""A real server on 127.0.0.1 that breaks off, lies about lengths, dawdles or points elsewhere."""

import time

import pytest

from tests.upkeep.signed import server
from tests.upkeep.signed.server import Fault
from tests.upkeep.signed.world import World, write_platform

PARTS = ["timestamp.json", "snapshot.json", "targets.json", "registry.tar.gz"]


@pytest.fixture
def ready(world: World) -> World:
    """A client with one release, and a newer one waiting."""
    world.update()
    write_platform(world.registry, "northbank", "+12025550102")
    world.release()
    world.host.requests.clear()
    return world


def fails(world: World, *codes: str) -> None:
    before, started = world.installed(), time.monotonic()
    outcome = world.update()
    assert outcome.error is not None
    assert outcome.error.code in codes
    assert outcome.error.params["source"] == "public"
    assert world.installed() == before
    assert time.monotonic() - started < 8
    world.host.faults.clear()
    world.host.cut_at = -1
    assert world.update().status == "updated"


@pytest.mark.few(6)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    ("fault", "codes"),
    [
        (server.cut, {"update-cut"}),
        (server.hang_up, {"update-cut"}),
        (server.truncated, {"update-altered", "update-damaged"}),
        (server.altered, {"update-altered", "update-damaged", "update-unsigned"}),
        (server.endless, {"update-too-large"}),
        (server.drip, {"update-slow"}),
        (server.drip_headers, {"update-slow"}),
        (server.failing(500), {"update-http"}),
        (server.redirect("http://other.example/"), {"update-redirected"}),
    ],
    ids=[
        "cut",
        "hang-up",
        "truncated",
        "altered",
        "endless",
        "drip",
        "drip-headers",
        "500",
        "away",
    ],
)
def test_fault_at(ready: World, part: str, fault: Fault, codes: set[str]) -> None:
    ready.host.faults[part] = fault
    fails(ready, *codes)


@pytest.mark.parametrize("number", range(1, 6))
def test_connection_cut_at_every_request(ready: World, number: int) -> None:
    ready.host.cut_at = number
    fails(ready, "update-cut")


def test_there_are_no_more_requests_to_cut(ready: World) -> None:
    ready.update()
    assert len(ready.host.requests) == 5


def test_redirect_on_the_same_host_is_followed(ready: World) -> None:
    path = next(p for p in (ready.repo / "metadata").glob("2.targets.json"))
    moved = ready.repo / "moved.bin"
    moved.write_bytes(path.read_bytes())
    ready.host.faults["2.targets.json"] = server.redirect("/moved.bin")
    assert ready.update().status == "updated"


def test_redirect_in_circles(ready: World) -> None:
    ready.host.faults["timestamp.json"] = server.redirect("/metadata/timestamp.json")
    fails(ready, "update-http")


def test_nobody_there(ready: World) -> None:
    before = ready.installed()
    ready.host.stop()
    outcome = ready.update()
    assert outcome.error
    assert outcome.error.code == "update-unreachable"
    assert ready.installed() == before
