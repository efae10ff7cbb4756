"""The publisher's side: who must sign, what is refused, what stays the same."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed.publishing import keys
from hotline_check.upkeep.signed.publishing.publish import publish
from hotline_check.upkeep.signed.publishing.repository import Lifetimes, Repository
from tests.upkeep.signed.world import NOW, World, write_platform

NUMBER = "+12025550102"


def everything(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_one_of_two_signatures_puts_nothing_live(world: World) -> None:
    before = everything(world.repo / "metadata")
    write_platform(world.registry, "northbank", NUMBER)
    done = world.release(NOW, "alice")
    assert done.live == {}
    assert [(w.role, w.have, w.need, w.missing) for w in done.waiting] == [
        ("targets", 1, 2, ("bob", "carol"))
    ]
    assert done.changes
    assert [c.value for c in done.changes.numbers_added] == [NUMBER]
    assert everything(world.repo / "metadata") == before


def test_second_signer_finishes_with_the_same_content(world: World) -> None:
    write_platform(world.registry, "northbank", NUMBER)
    world.release(NOW, "alice")
    assert world.release(NOW, "bob").live == {}
    done = publish(world.repo, world.use("snap", "time"), NOW)
    assert done.live == {"targets": 2, "snapshot": 2, "timestamp": 2}
    assert done.waiting == ()


def test_second_signer_with_other_content_signs_nothing(world: World) -> None:
    write_platform(world.registry, "northbank", NUMBER)
    world.release(NOW, "alice")
    write_platform(world.registry, "northbank", "+12025550103")
    with pytest.raises(HotlineError, match="staged-differs"):
        world.release(NOW, "bob", "snap", "time")
    assert world.release(NOW, "bob", restage=True).waiting[0].have == 1


def test_second_signer_notices_a_swapped_archive(world: World) -> None:
    write_platform(world.registry, "northbank", NUMBER)
    world.release(NOW, "alice")
    live = next((world.repo / "targets").iterdir())
    (world.repo / "staged" / "registry.tar.gz").write_bytes(live.read_bytes())
    with pytest.raises(HotlineError, match="staged-damaged"):
        world.release(NOW, "bob", "snap", "time")


def test_a_release_is_not_signed_unseen(world: World) -> None:
    with pytest.raises(HotlineError, match="registry-needed"):
        publish(world.repo, world.use("alice"), NOW)


def test_a_stranger_signs_nothing(world: World) -> None:
    with pytest.raises(HotlineError, match="key-not-in-role"):
        world.release(NOW, "dave")


def test_same_registry_gives_no_new_release(world: World) -> None:
    done = world.release(NOW)
    assert done.live == {"timestamp": 2}
    assert len(list((world.repo / "targets").iterdir())) == 1


def test_same_input_gives_the_same_bytes(world: World) -> None:
    start = world.keep("start")
    write_platform(world.registry, "northbank", NUMBER)
    world.release()
    first = everything(world.repo)
    world.serve(start)
    world.release()
    assert everything(world.repo) == first


def test_old_targets_are_renewed_with_the_same_archive(world: World) -> None:
    later = NOW + dt.timedelta(days=100)
    done = world.release(later)
    assert done.live == {"targets": 2, "snapshot": 2, "timestamp": 2}
    assert len(list((world.repo / "targets").iterdir())) == 1
    world.update(later)
    assert world.update(later).status == "unchanged"


def test_online_keys_alone_keep_it_alive(world: World) -> None:
    for week in range(1, 12):
        now = NOW + dt.timedelta(weeks=week)
        assert publish(world.repo, world.use("snap", "time"), now).live["timestamp"] == week + 1
        assert world.update(now).error is None


def test_a_run_cut_off_before_the_timestamp_is_finished_by_the_next(world: World) -> None:
    write_platform(world.registry, "northbank", NUMBER)
    timestamp = world.repo / "metadata" / "timestamp.json"
    old = timestamp.read_bytes()
    before = world.keep("before")
    world.release()
    released = everything(world.repo)
    timestamp.write_bytes(old)
    assert world.update().release is not None
    world.serve(before)
    world.release()
    assert everything(world.repo) == released


def test_nothing_there_to_publish_to(world: World, tmp_path: Path) -> None:
    with pytest.raises(HotlineError, match="repository-missing"):
        publish(tmp_path / "empty", world.use("snap"), NOW)


def test_repository_is_started_once(world: World) -> None:
    with pytest.raises(HotlineError, match="repository-exists"):
        world.start()


def test_first_root_needs_two_signatures(world: World, tmp_path: Path) -> None:
    world.host.folder = tmp_path / "fresh"
    change = keys.start(
        world.repo,
        {
            "root": world.publics("alice", "bob"),
            "targets": world.publics("alice", "bob"),
            "snapshot": world.publics("snap"),
            "timestamp": world.publics("time"),
        },
        NOW,
        Lifetimes(),
    )
    assert change.waiting[0].missing == ("alice", "bob")
    assert keys.sign(world.repo, world.use("alice")).waiting[0].missing == ("bob",)
    assert world.release().live == {}
    assert keys.sign(world.repo, world.use("bob")).waiting == ()
    assert set(world.release().live) == {"root", "targets", "snapshot", "timestamp"}


def test_too_few_keys_are_refused(world: World) -> None:
    with pytest.raises(HotlineError, match="keys-too-few"):
        keys.change(world.repo, NOW, Lifetimes(), revoke=[("targets", "alice"), ("targets", "bob")])
    assert Repository(world.repo).staged_root() is None


def test_an_online_key_is_no_offline_key(world: World) -> None:
    snap = world.signers["snap"].public_key
    with pytest.raises(HotlineError, match="key-on-and-offline"):
        keys.change(world.repo, NOW, Lifetimes(), add=[("root", snap)])


def test_unknown_key_is_not_revoked(world: World) -> None:
    with pytest.raises(HotlineError, match="key-unknown"):
        keys.change(world.repo, NOW, Lifetimes(), revoke=[("root", "nobody")])


def test_waiting_root_does_not_stop_the_renewals(world: World) -> None:
    keys.change(world.repo, NOW, Lifetimes(), add=[("root", world.signers["dave"].public_key)])
    done = publish(world.repo, world.use("snap", "time"), NOW)
    assert done.live == {"timestamp": 2}
    assert [(w.role, w.former) for w in done.waiting] == [("root", False), ("root", True)]


def test_root_that_takes_the_releases_signers_away_waits_for_new_ones(world: World) -> None:
    keys.change(
        world.repo,
        NOW,
        Lifetimes(),
        add=[("targets", world.signers["dave"].public_key)],
        revoke=[("targets", "alice")],
    )
    keys.sign(world.repo, world.use("alice", "bob"))
    done = publish(world.repo, world.use("snap", "time"), NOW)
    assert done.live == {"timestamp": 2}, "the live root goes on"
    done = world.release(NOW, "carol", "dave", "snap", "time")
    assert done.live == {"root": 2, "targets": 2, "snapshot": 2, "timestamp": 3}
    assert world.update().status == "updated"


def test_key_list_names_holders_and_what_waits(world: World) -> None:
    keys.change(world.repo, NOW, Lifetimes(), add=[("root", world.signers["dave"].public_key)])
    live, staged = keys.keyrings(world.repo)
    assert [k.name for k in live.keys if k.role == "root"] == ["alice", "bob", "carol"]
    assert live.thresholds == {"root": 2, "targets": 2, "snapshot": 1, "timestamp": 1}
    assert staged.staged
    assert staged.version == 2
    assert keys.staged_change(world.repo).added[0].name == "dave"
