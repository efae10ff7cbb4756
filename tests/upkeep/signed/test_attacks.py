"""What a hostile server, or a thief of some keys, can try; after each the old release counts."""

import datetime as dt
import json
from pathlib import Path

import pytest
from securesystemslib.signer import SSlibKey
from tuf.api.metadata import Metadata, MetaFile, Root, Targets

from hotline_check.upkeep.signed.publishing import keys
from hotline_check.upkeep.signed.publishing.go_live import renew
from hotline_check.upkeep.signed.publishing.publish import publish
from hotline_check.upkeep.signed.publishing.repository import (
    LONGEST,
    ROLES,
    Lifetimes,
    Repository,
    Role,
)
from tests.upkeep.signed.server import FileHost
from tests.upkeep.signed.world import NOW, World, write_platform

OLD, NEW = "+12025550101", "+12025550102"


@pytest.fixture(
    autouse=True, params=["cryptography", pytest.param("pure Python", marks=pytest.mark.slow)]
)
def verifier(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures are verified by the package of the extra, and as in a default installation."""
    if request.param == "pure Python":
        monkeypatch.setattr(SSlibKey, "_verify", SSlibKey._verify_ed25519_fallback)


def release_new_number(world: World, now: dt.datetime = NOW) -> None:
    write_platform(world.registry, "northbank", NEW)
    world.release(now)


def refused(world: World, code: str, now: dt.datetime = NOW) -> dict[str, object]:
    """Update, and see it refused for one reason while everything stays."""
    before = world.installed()
    outcome = world.update(now)
    assert outcome.status == "failed"
    assert outcome.error is not None
    assert outcome.error.code == code
    assert world.installed() == before
    return outcome.error.params


def test_rollback_to_an_older_release(world: World) -> None:
    old = world.keep("old")
    release_new_number(world)
    world.update()
    world.serve(old)
    assert refused(world, "update-older")["role"] == "timestamp"
    assert NEW in world.installed()["northbank"]


def test_rollback_of_the_release_under_a_new_timestamp(world: World) -> None:
    """The thief has the on-line keys, which alone must not bring an old release back."""
    old = Repository(world.repo).live_targets()
    release_new_number(world)
    world.update()
    repo = Repository(world.repo)
    root = repo.live_root()
    assert root
    assert old
    forged = renew(
        repo, root, old, signers=world.use("snap", "time"), now=NOW, lifetimes=Lifetimes()
    )
    assert forged
    repo.publish("snapshot", forged.snapshot)
    repo.publish("timestamp", forged.timestamp)
    assert refused(world, "update-older")["role"] == "targets"


def test_freeze(world: World) -> None:
    world.update()
    later = NOW + dt.timedelta(days=Lifetimes().timestamp)
    assert refused(world, "update-expired", later)["role"] == "timestamp"


def test_freeze_of_a_client_that_has_nothing_yet(world: World) -> None:
    refused(world, "update-expired", NOW + dt.timedelta(days=400))
    assert world.installed() == {}


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_freeze_behind_a_fresh_timestamp(world: World, role: str) -> None:
    world.update()
    later = NOW + dt.timedelta(days=300)
    path = next((world.repo / "metadata").glob(f"*.{role}.json"))
    stale = path.read_bytes()
    write_platform(world.registry, "northbank", NEW)
    world.release(later)
    newest = max((world.repo / "metadata").glob(f"*.{role}.json"))
    newest.write_bytes(stale)
    refused(world, "update-altered", later)


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_mix_and_match(world: World, role: str) -> None:
    world.update()
    release_new_number(world)
    metadata = world.repo / "metadata"
    (metadata / f"2.{role}.json").write_bytes((metadata / f"1.{role}.json").read_bytes())
    refused(world, "update-altered")


def test_an_older_archive_under_the_new_name(world: World) -> None:
    world.update()
    old = next((world.repo / "targets").iterdir())
    release_new_number(world)
    new = next(p for p in (world.repo / "targets").iterdir() if p != old)
    new.write_bytes(old.read_bytes())
    refused(world, "update-altered")


def test_wrong_keys(world: World, tmp_path: Path) -> None:
    world.update()
    host = FileHost(tmp_path / "other" / "repo")
    stranger = World(tmp_path / "other", host)
    stranger.start()
    stranger.release()
    host.stop()
    world.serve(host.folder)
    refused(world, "update-unsigned")


@pytest.mark.parametrize("twice", [False, True], ids=["one-signature", "one-key-under-two-ids"])
def test_threshold_not_met(world: World, twice: bool) -> None:
    """The thief has the on-line keys and one of the off-line ones."""
    world.update()
    repo = Repository(world.repo)
    root, live = repo.live_root(), repo.live_targets()
    assert root
    assert live
    live.signed.version += 1
    forged = Metadata[Targets](live.signed)
    made = forged.sign(world.signers["alice"])
    if twice:
        other = world.signers["bob"].public_key.keyid
        forged.signatures[other] = type(made)(other, made.signature)
    renewed = renew(
        repo, root, forged, signers=world.use("snap", "time"), now=NOW, lifetimes=Lifetimes()
    )
    assert renewed
    renewed.put_live(repo)
    assert refused(world, "update-unsigned")["role"] == "targets"


def test_new_root_that_the_old_keys_did_not_sign(world: World) -> None:
    world.update()
    root = Repository(world.repo).live_root()
    assert root
    root.signed.version += 1
    for name in ("dave", "time2"):
        root.signed.add_key(world.signers[name].public_key, "root")
    forged = Metadata[Root](root.signed)
    for signer in world.use("alice", "dave", "time2"):
        forged.sign(signer, append=True)
    (world.repo / "metadata" / "2.root.json").write_bytes(forged.to_bytes())
    assert refused(world, "update-unsigned")["role"] == "root"


def test_root_rotation_reaches_a_client_that_slept_through_it(world: World) -> None:
    world.update()
    steps = (("alice", "dave"), ("bob", "snap2"), ("carol", "time2"))
    for version, (out, into) in enumerate(steps, start=2):
        for role in ("root", "targets"):
            keys.change(
                world.repo,
                NOW,
                Lifetimes(),
                add=[(role, world.signers[into].public_key)],
                revoke=[(role, out)],
            )
        everyone = ("alice", "bob", "carol", "dave", "snap2", "time2")
        known = {
            k.name for ring in keys.keyrings(world.repo) for k in ring.keys if k.role == "root"
        }
        keys.sign(world.repo, world.use(*(n for n in everyone if n in known)))
        write_platform(world.registry, "northbank", f"+120255502{version:02}")
        usable = {k.name for ring in keys.keyrings(world.repo) for k in ring.keys}
        world.release(NOW, *(n for n in (*everyone, "snap", "time") if n in usable))
    assert keys.keyrings(world.repo)[-1].version == 4
    outcome = world.update()
    assert outcome.status == "updated", outcome.error
    assert "+12025550204" in world.installed()["northbank"]


def test_revoked_keys_release_nothing(world: World) -> None:
    world.update()
    before = world.keep("before")
    for role in ("root", "targets"):
        keys.change(
            world.repo,
            NOW,
            Lifetimes(),
            add=[(role, world.signers["dave"].public_key)],
            revoke=[(role, "alice")],
        )
    keys.sign(world.repo, world.use("bob", "carol"))
    world.release(NOW, "bob", "carol", "snap", "time")
    world.update()
    rotated = world.keep("rotated")
    world.serve(before)  # the thief of alice's and bob's keys goes on from the root before
    for number in ("+12025550103", "+12025550104"):
        write_platform(world.registry, "thief", number)
        world.release(NOW, "alice", "bob", "snap", "time")
    forged = world.keep("forged")
    world.serve(rotated)
    for path in (forged / "metadata").glob("*.json"):
        target = world.repo / "metadata" / path.name
        target.write_bytes(path.read_bytes())
    assert refused(world, "update-unsigned")["role"] == "targets"


def test_stolen_timestamp_key_is_outlived(world: World) -> None:
    """A thief counts the timestamp up to the sky; a new key gets clients back down."""
    world.update()
    repo = Repository(world.repo)
    stamp = repo.live_timestamp()
    assert stamp
    honest = stamp.to_bytes()
    stamp.signed.version = 2**31
    stamp.sign(world.signers["time"])
    repo.publish("timestamp", stamp)
    world.update()
    (world.repo / "metadata" / "timestamp.json").write_bytes(honest)
    refused(world, "update-older")
    time2 = world.signers["time2"].public_key
    keys.change(
        world.repo, NOW, Lifetimes(), add=[("timestamp", time2)], revoke=[("timestamp", "time")]
    )
    keys.sign(world.repo, world.use("alice", "carol"))
    write_platform(world.registry, "northbank", NEW)
    world.release(NOW, "alice", "bob", "snap", "time2")
    assert world.update().status == "updated"


@pytest.mark.few(4)
@pytest.mark.parametrize("text", [b"", b"{}", b"[" * 5000, b"\xff\xfe", b'{"signed": 1}'])
@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.root.json"])
def test_nonsense_instead_of_metadata(world: World, name: str, text: bytes) -> None:
    world.update()
    release_new_number(world)
    (world.repo / "metadata" / name).write_bytes(text)
    before = world.installed()
    outcome = world.update()
    assert outcome.error
    told = {"update-damaged", "update-altered", "update-unsigned", "update-too-large"}
    assert outcome.error.code in told
    assert world.installed() == before


def test_a_pin_that_was_changed_on_the_disk(world: World) -> None:
    path = world.places.root("public")
    document = json.loads(path.read_bytes())
    document["signed"]["version"] = 7
    path.write_text(json.dumps(document))
    refused(world, "root-damaged")


def test_the_clients_own_files_damaged(world: World) -> None:
    world.update()
    for path in (world.home / "metadata").rglob("*.json"):
        path.write_bytes(b"")
    release_new_number(world)
    assert world.update().status == "updated"


@pytest.mark.parametrize(
    ("custom", "code"),
    [
        ({}, "release-undescribed"),
        ({"content": "../../../x", "date": "2031-05-01", "files": 1}, "release-undescribed"),
        ({"content": "0" * 64, "date": "soon", "files": 1}, "release-undescribed"),
        ({"content": "0" * 64, "date": "2031-05-01", "files": "many"}, "release-undescribed"),
        ({"content": "0" * 64, "date": "2031-05-01", "files": 1}, "archive-damaged"),
    ],
)
def test_signed_but_described_wrongly(world: World, custom: dict[str, object], code: str) -> None:
    world.update()
    repo = Repository(world.repo)
    root, live = repo.live_root(), repo.live_targets()
    assert root
    assert live
    live.signed.version += 1
    live.signed.targets["registry.tar.gz"].unrecognized_fields["custom"] = custom
    live.signatures.clear()
    for signer in world.use("alice", "bob"):
        live.sign(signer, append=True)
    online = world.use("snap", "time")
    renewed = renew(repo, root, live, signers=online, now=NOW, lifetimes=Lifetimes())
    assert renewed
    renewed.put_live(repo)
    refused(world, code)


@pytest.mark.parametrize("role", ROLES)
def test_a_signature_changed_by_one_bit(world: World, role: Role) -> None:
    world.update()
    if role == "root":
        rotate(world)
    release_new_number(world)
    path = newest(world, role)
    text = path.read_text()
    signature = json.loads(text)["signatures"][0]["sig"]
    path.write_text(text.replace(signature, f"{int(signature, 16) ^ 1:0128x}"))
    code = "update-altered" if role in {"snapshot", "targets"} else "update-unsigned"
    refused(world, code)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_signs_for_ever(world: World, role: Role) -> None:
    """A thief of the online keys signs a date in a far year, and would freeze clients till then."""
    world.update()
    lifetimes = Lifetimes(**{role: 9999})
    if role == "root":
        rotate(world, lifetimes)
    write_platform(world.registry, "northbank", NEW)
    signers = world.use("alice", "bob", "snap", "time")
    publish(world.repo, signers, NOW, registry=world.registry, lifetimes=lifetimes)
    assert refused(world, "update-too-long")["role"] == role
    assert refused(world, "update-too-long")["role"] == role  # nothing of it was kept


@pytest.mark.parametrize("role", ROLES)
def test_the_longest_lifetime_is_accepted(world: World, role: Role) -> None:
    world.update()
    lifetimes = Lifetimes(**{role: LONGEST[role]})
    if role == "root":
        rotate(world, lifetimes)
    write_platform(world.registry, "northbank", NEW)
    signers = world.use("alice", "bob", "snap", "time")
    publish(world.repo, signers, NOW, registry=world.registry, lifetimes=lifetimes)
    assert world.update().status == "updated"


@pytest.mark.parametrize("role", ["root", "targets"])
@pytest.mark.parametrize("is_mended", [False, True])
def test_a_root_that_needs_one_signer_is_refused(world: World, role: Role, is_mended: bool) -> None:
    """Two dishonest signers once, one of them ever after."""
    world.update()
    repo = Repository(world.repo)
    root = repo.live_root()
    assert root
    for version, threshold in ((2, 1), (3, 2))[: 1 + is_mended]:
        root.signed.version = version
        root.signed.roles[role].threshold = threshold
        root.signatures.clear()
        for signer in world.use("alice", "bob"):
            root.sign(signer, append=True)
        (world.repo / "metadata" / f"{version}.root.json").write_bytes(root.to_bytes())
    assert refused(world, "root-weak") == {
        "source": "public",
        "role": role,
        "have": 1,
        "need": 2,
    }


@pytest.mark.parametrize("rotated", [["timestamp"], ["snapshot"], ["timestamp", "snapshot"]])
def test_a_snapshot_counted_up_is_outlived(world: World, rotated: list[Role]) -> None:
    """The timestamp states the version of the snapshot, so it is the timestamp's key that helps."""
    world.update()
    honest = world.keep("honest")
    repo = Repository(world.repo)
    stamp, snapshot = repo.live_timestamp(), repo.live_snapshot()
    assert stamp
    assert snapshot
    snapshot.signed.version = 2**31 - 1
    stamp.signed.snapshot_meta = MetaFile(2**31 - 1)
    stamp.signed.version += 1
    snapshot.sign(world.signers["snap"])
    stamp.sign(world.signers["time"])
    repo.publish("snapshot", snapshot)
    repo.publish("timestamp", stamp)
    assert world.update().error is None
    world.serve(honest)
    names = {"snapshot": ("snap", "snap2"), "timestamp": ("time", "time2")}
    keys.change(
        world.repo,
        NOW,
        Lifetimes(),
        add=[(role, world.signers[names[role][1]].public_key) for role in rotated],
        revoke=[(role, names[role][0]) for role in rotated],
    )
    keys.sign(world.repo, world.use("alice", "bob"))
    write_platform(world.registry, "northbank", NEW)
    for _ in range(2):  # the second one's timestamp is newer than the thief's
        world.release(NOW, "alice", "bob", *(names[role][role in rotated] for role in names))
    if "timestamp" in rotated:
        assert world.update().status == "updated"
        assert NEW in world.installed()["northbank"]
    else:
        assert refused(world, "update-older")["role"] == "snapshot"


def rotate(world: World, lifetimes: Lifetimes | None = None) -> None:
    """A second root, with another key of the timestamp role."""
    time2 = world.signers["time2"].public_key
    keys.change(world.repo, NOW, lifetimes or Lifetimes(), add=[("timestamp", time2)], revoke=[])
    keys.sign(world.repo, world.use("alice", "bob"))


def newest(world: World, role: Role) -> Path:
    """The newest published file of a role."""
    metadata = world.repo / "metadata"
    if role == "timestamp":
        return metadata / "timestamp.json"
    return max(metadata.glob(f"*.{role}.json"), key=lambda path: int(path.name.split(".")[0]))
