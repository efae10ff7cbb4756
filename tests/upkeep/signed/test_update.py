"""The way a release takes when nothing is wrong."""

from hotline_check.registry.storage.installed import installed
from hotline_check.registry.storage.store import Store
from tests.upkeep.signed.world import NOW, REPORTED, World, write_platform


def test_first_update_installs_the_release(world: World) -> None:
    outcome = world.update()
    assert outcome.status == "updated", outcome.error
    assert outcome.changes is None
    assert list(world.installed()) == ["northbank"]


def test_second_update_changes_nothing_and_moves_little(world: World) -> None:
    world.update()
    before = world.host.sent
    outcome = world.update()
    assert outcome.status == "unchanged"
    assert outcome.received == world.host.sent - before < 10_000


def test_new_numbers_come_first(world: World) -> None:
    world.update()
    write_platform(world.registry, "southbank", "+12025550102")
    world.release(NOW)
    outcome = world.update()
    assert outcome.changes is not None
    assert [c.value for c in outcome.changes.numbers_added] == ["+12025550102"]
    assert outcome.changes.platforms_added == ("southbank",)
    assert sorted(world.installed()) == ["northbank", "southbank"]


def test_signed_but_broken_release_is_refused(world: World) -> None:
    world.update()
    path = world.registry / "platforms" / "northbank.yaml"
    path.write_text(path.read_text().replace("kind: exchange", "kind: bank"))
    world.release()
    outcome = world.update()
    assert outcome.error
    assert outcome.error.code == "broken-registry"
    assert outcome.error.params["source"] == "public"
    assert "kind: exchange" in world.installed()["northbank"]


def test_installed_release_answers_as_a_sealed_registry(world: World) -> None:
    world.update()
    (found,) = installed(world.places)
    assert found.release
    assert found.folder
    store = Store(found.folder, "public", today=NOW.date())
    assert store.ask(lambda snapshot: snapshot.key) == found.release.content
    store.close()


def test_what_went_and_what_was_reported(world: World) -> None:
    write_platform(world.registry, "southbank", "+12025550102")
    world.release()
    world.update()
    (world.registry / "platforms" / "southbank.yaml").unlink()
    reported = world.registry / "reported" / "northbank.yaml"
    reported.parent.mkdir()
    reported.write_text(REPORTED.format(id="northbank", number="+12025550199"))
    write_platform(world.registry, "northbank", "+12025550104")
    world.release()
    changes = world.update().changes
    assert changes
    assert changes.platforms_removed == ("southbank",)
    assert [c.value for c in changes.numbers_added] == ["+12025550104"]
    assert [c.value for c in changes.numbers_removed] == ["+12025550101", "+12025550102"]
    assert [c.value for c in changes.domains_removed] == ["example.net"]
    assert [(c.value, c.url) for c in changes.reported_added] == [
        ("+12025550199", "https://example.org/fraud")
    ]
    assert changes.edited == ("northbank",)
