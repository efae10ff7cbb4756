"""Pinning: which source, in which order, and never a weak or broken one."""

import subprocess
import sys
from pathlib import Path

import pytest
from securesystemslib.signer import Signature, SSlibKey

from hotline_check.errors import HotlineError
from hotline_check.registry.storage.installed import pinned
from hotline_check.upkeep.signed import sources, trust, update
from hotline_check.upkeep.signed.publishing.repository import Repository
from tests.upkeep.signed.server import FileHost
from tests.upkeep.signed.world import NOW, QUICK, World, write_platform


def names(world: World) -> list[str]:
    return [source.name for source in pinned(world.places)]


def test_pin_shows_whose_signatures_count(world: World) -> None:
    root = world.repo / "metadata" / "1.root.json"
    pin = trust.trust(world.places, root, "https://data.example.com/registry", "company")
    assert pin.position == 2
    assert pin.source.url == "https://data.example.com/registry/"
    assert [k.name for k in pin.keys if k.role == "targets"] == ["alice", "bob", "carol"]
    assert names(world) == ["public", "company"]


def test_name_is_made_from_the_host(world: World) -> None:
    root = world.repo / "metadata" / "1.root.json"
    pin = trust.trust(world.places, root, "https://data.example.com/")
    assert pin.source.name == "data-example-com"


def test_order_is_what_the_person_says(world: World) -> None:
    root = world.repo / "metadata" / "1.root.json"
    trust.trust(world.places, root, "https://a.example.com", "first", position=1)
    trust.trust(world.places, root, "https://b.example.com", "second", position=2)
    assert names(world) == ["first", "second", "public"]
    sources.reorder(world.places, ("public", "second", "first"))
    assert names(world) == ["public", "second", "first"]
    with pytest.raises(HotlineError, match="sources-order"):
        sources.reorder(world.places, ("public", "public", "first"))


def test_a_source_is_pinned_once(world: World) -> None:
    with pytest.raises(HotlineError, match="source-exists"):
        world.pin()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://data.example.com/", "source-url-http"),
        ("https://me:secret@data.example.com/", "source-url-secret"),
        ("https://data.example.com/?token=1", "source-url"),
        ("https://data.example.com/#a", "source-url"),
        ("ftp://data.example.com/", "source-url"),
        ("data.example.com", "source-url"),
        ("https://", "source-url"),
        ("https://data.example.com:port/", "source-url"),
    ],
)
def test_addresses_that_are_refused(url: str, code: str) -> None:
    with pytest.raises(HotlineError) as caught:
        sources.check_url(url)
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["", "A", "a/b", "..", "-a", "a" * 41])
def test_names_that_are_no_file_names(name: str) -> None:
    with pytest.raises(HotlineError, match="source-name"):
        sources.check_name(name)


def test_a_root_below_the_thresholds_is_not_pinned(world: World, tmp_path: Path) -> None:
    root = Repository(world.repo).live_root()
    assert root
    root.signed.roles["targets"].threshold = 1
    root.signatures.clear()
    for signer in world.use("alice", "bob"):
        root.sign(signer, append=True)
    path = tmp_path / "root.json"
    path.write_bytes(root.to_bytes())
    with pytest.raises(HotlineError, match="root-weak"):
        trust.trust(world.places, path, "https://data.example.com", "weak")


def test_one_key_under_two_ids_is_one_key(world: World, tmp_path: Path) -> None:
    root = Repository(world.repo).live_root()
    assert root
    alice = world.signers["alice"].public_key
    twin = SSlibKey("ab" * 32, alice.keytype, alice.scheme, alice.keyval)
    for name in ("bob", "carol"):
        root.signed.revoke_key(world.signers[name].public_key.keyid, "root")
    root.signed.add_key(twin, "root")
    made = root.sign(world.signers["alice"])
    root.signatures[twin.keyid] = Signature(twin.keyid, made.signature)
    path = tmp_path / "root.json"
    path.write_bytes(root.to_bytes())
    with pytest.raises(HotlineError, match="root-weak"):
        trust.trust(world.places, path, "https://data.example.com", "weak")


def test_a_root_without_its_signatures_is_not_pinned(world: World, tmp_path: Path) -> None:
    root = Repository(world.repo).live_root()
    assert root
    root.signatures.popitem()
    path = tmp_path / "root.json"
    path.write_bytes(root.to_bytes())
    with pytest.raises(HotlineError, match="root-unsigned"):
        trust.trust(world.places, path, "https://data.example.com", "weak")


@pytest.mark.parametrize("name", ["timestamp.json", "1.targets.json", "missing.json"])
def test_what_is_no_root_is_not_pinned(world: World, name: str) -> None:
    with pytest.raises(HotlineError, match="root-unreadable"):
        trust.trust(world.places, world.repo / "metadata" / name, "https://a.example.com", "x")


def test_a_list_of_sources_that_was_damaged_is_not_taken_for_empty(world: World) -> None:
    world.places.pins.write_text("{")
    with pytest.raises(HotlineError, match="sources-unreadable"):
        world.update()


def test_one_failing_source_does_not_stop_the_others(world: World, tmp_path: Path) -> None:
    host = FileHost(tmp_path / "other" / "repo")
    other = World(tmp_path / "other", host)
    write_platform(other.registry, "southbank", "+12025550103")
    other.start()
    root = host.folder / "metadata" / "1.root.json"
    trust.trust(world.places, root, host.url, "company", position=1)
    host.stop()
    company, public = update.update(world.places, NOW, limits=QUICK)
    assert (company.status, public.status) == ("failed", "updated")
    assert company.error
    assert company.error.params["source"] == "company"
    found = update.status(world.places, company.source)
    assert found
    assert (found.checked, found.problem) == (NOW, "update-unreachable")


def test_unknown_source_is_not_removed(world: World) -> None:
    with pytest.raises(HotlineError, match="source-unknown"):
        trust.untrust(world.places, "nobody")


def test_asking_which_releases_are_installed_loads_no_signing_library() -> None:
    code = (
        "import sys, hotline_check.registry.storage.installed;"
        "bad = {'tuf', 'securesystemslib', 'cryptography', 'filelock', 'urllib3', 'yaml'};"
        "print(sorted(bad & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == "[]"
