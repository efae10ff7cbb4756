"""Power cuts, full disks and two at once: the old or the new release is whole, never a mix."""

import errno
import multiprocessing as mp
import shutil
import signal
import threading

import msgspec
import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.storage.installed import installed, pinned
from hotline_check.registry.storage.store import Store
from hotline_check.upkeep.signed import releases, trust, update
from tests.upkeep.signed.faults import Steps, update_until
from tests.upkeep.signed.world import NOW, QUICK, World, write_platform

OLD, NEW = "+12025550101", "+12025550102"


@pytest.fixture
def ready(world: World) -> World:
    """A client with one release, and a newer one waiting; a copy of the client is kept."""
    assert world.update().status == "updated"
    write_platform(world.registry, "northbank", NEW)
    write_platform(world.registry, "southbank", "+12025550103")
    world.release()
    shutil.copytree(world.places.data, world.base / "kept")
    return world


def restore(world: World) -> None:
    shutil.rmtree(world.places.data)
    shutil.copytree(world.base / "kept", world.places.data)


def is_whole(world: World) -> str:
    """Which release counts, having looked that it is whole and can be asked."""
    (found,) = installed(world.places)
    assert found.folder
    store = Store(found.folder, "public", today=NOW.date())
    platform = store.ask(lambda snapshot: snapshot.platform("northbank"))
    also = store.ask(lambda snapshot: snapshot.platform("southbank"))
    store.close()
    assert platform
    assert store.warnings == []
    value = platform.channels[0].value
    assert (also is not None) == (value == NEW)
    return value


# Each run is a process of its own, forked from one that has imported all it needs.
FRESH = mp.get_context("forkserver")
FRESH.set_forkserver_preload(["tests.upkeep.signed.world", "hotline_check.upkeep.signed.update"])


def killed_at(world: World, number: int) -> int | None:
    """The exit code of a process that updates and kills itself at a step."""
    folders = (world.places.config, world.places.data)
    process = FRESH.Process(target=update_until, args=(*folders, number))
    process.start()
    process.join()
    return process.exitcode


def steps_of_an_update(world: World) -> int:
    steps = Steps(world.places.data, lambda _number: None)
    with steps:
        assert world.update().status == "updated"
    return steps.count


SOME = pytest.mark.parametrize(
    "every", [pytest.param(18, id="sample"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)


@SOME
def test_killed_at_every_write(ready: World, every: int) -> None:
    steps = steps_of_an_update(ready)
    assert steps > 30
    seen = []
    for number in {*range(1, steps + 1, every), steps}:
        restore(ready)
        assert killed_at(ready, number) == -signal.SIGKILL
        seen.append((number, is_whole(ready)))
        assert ready.update().error is None
        assert is_whole(ready) == NEW
    counted = [value for _, value in sorted(seen)]
    assert counted == sorted(counted), "once the new release counts, the old one never does again"
    assert set(counted) == {OLD, NEW}


@SOME
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_disk_refuses_at_every_write(ready: World, code: int, every: int) -> None:
    refuse_at = 0

    def at_step(count: int) -> None:
        if refuse_at and count >= refuse_at:
            raise OSError(code, "refused")

    steps = Steps(ready.places.data, at_step)
    with steps:
        ready.update()
    total, statuses = steps.count, set()
    for refuse_at in {*range(1, total + 1, every), total}:  # noqa: B007  # at_step reads it
        restore(ready)
        steps.count = 0
        with steps:
            try:
                outcome = ready.update()
                error, status = outcome.error, outcome.status
            except HotlineError as raised:
                error, status = raised, "failed"
        statuses.add(status)
        value = is_whole(ready)
        if status == "failed":
            assert error
            assert error.code == "update-disk"
            assert error.params["why"] == "refused"
        else:
            assert value == NEW
        assert ready.update().error is None
        assert is_whole(ready) == NEW
    assert statuses == {"failed", "updated"}


def test_two_updates_at_once(ready: World) -> None:
    """The second waits for the first, and finds nothing left to do."""
    patient = msgspec.structs.replace(QUICK, lock=20)
    outcomes: list[str] = []

    def work() -> None:
        outcomes.append(ready.update(limits=patient).status)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["unchanged", "unchanged", "unchanged", "updated"]
    assert is_whole(ready) == NEW


def test_an_update_that_may_not_wait_says_so(ready: World) -> None:
    with trust.lock(ready.places), pytest.raises(HotlineError) as caught:
        update.update(ready.places, NOW, limits=QUICK)
    assert caught.value.code == "update-busy"


@pytest.mark.slow
def test_checks_go_on_during_updates(world: World) -> None:
    """Readers ask all the time while release after release comes in; none sees half of one."""
    world.update()
    done = threading.Event()
    problems: list[BaseException] = []
    asked = 0

    def read() -> None:
        nonlocal asked
        while not done.is_set():
            try:
                (found,) = installed(world.places)
                assert found.folder
                store = Store(found.folder, "public", today=NOW.date())
                assert store.ask(lambda snapshot: snapshot.platform("northbank"))
                store.close()
                assert store.warnings == []
                asked += 1
            except BaseException as error:  # reported by the test's own thread
                problems.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(12):
        write_platform(world.registry, "northbank", f"+120255501{number:02}")
        world.release()
        assert world.update().status == "updated"
    done.set()
    for thread in threads:
        thread.join()
    assert problems == []
    assert asked > 12


def test_the_last_three_stay(world: World) -> None:
    for number in range(6):
        write_platform(world.registry, "northbank", f"+120255501{number:02}")
        world.release()
        world.update()
    assert [r.version for r in releases.kept(world.home)] == [4, 5, 6, 7]


def test_rollback_and_on_again(ready: World) -> None:
    assert ready.update().status == "updated"
    was, now = releases.rollback(ready.home, "public")
    assert (was.version, now.version) == (2, 1)
    assert is_whole(ready) == OLD
    assert ready.update().status == "refused"
    assert is_whole(ready) == OLD
    releases.rollback(ready.home, "public", to=was.id)
    assert is_whole(ready) == NEW
    assert ready.update().status == "unchanged"


def test_a_release_newer_than_the_refused_one_is_taken(ready: World) -> None:
    ready.update()
    releases.rollback(ready.home, "public")
    write_platform(ready.registry, "northbank", "+12025550104")
    ready.release()
    assert ready.update().status == "updated"


def test_nothing_to_roll_back_to(world: World) -> None:
    with pytest.raises(HotlineError, match="rollback-none"):
        releases.rollback(world.home, "public")
    world.update()
    with pytest.raises(HotlineError, match="rollback-none"):
        releases.rollback(world.home, "public")
    with pytest.raises(HotlineError, match="rollback-unknown"):
        releases.rollback(world.home, "public", to="000009-abc")


def test_a_release_folder_that_was_deleted_comes_back(world: World) -> None:
    world.update()
    shutil.rmtree(world.home / "releases")
    with pytest.raises(HotlineError, match="release-unreadable"):
        installed(world.places)
    assert world.update().status == "updated"
    assert is_whole(world) == OLD


def test_untrusted_source_leaves_nothing(world: World) -> None:
    world.update()
    trust.untrust(world.places, "public")
    assert pinned(world.places) == ()
    assert not world.home.exists()
    with pytest.raises(HotlineError, match="update-no-source"):
        world.update()
