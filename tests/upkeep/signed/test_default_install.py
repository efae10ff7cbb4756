"""What a default installation does without the extra `maintain`: verify releases, sign none."""

import subprocess
import sys
from pathlib import Path

from tests.upkeep.signed.test_attacks import newest
from tests.upkeep.signed.world import World, write_platform

REPOSITORY = Path(__file__).parents[3]
WITHOUT = "import sys; sys.modules.update(cryptography=None, dns=None)\n"
UPDATE = """
import datetime as dt
from pathlib import Path
from hotline_check.registry.storage.installed import Places
from hotline_check.upkeep.signed import trust, update
places = Places(config=Path({config!r}), data=Path({data!r}))
if not places.config.exists():
    trust.trust(places, Path({root!r}), {url!r}, "public")
(outcome,) = update.update(places, dt.datetime(2031, 5, 1, 12, tzinfo=dt.UTC))
print(outcome.status, outcome.error.code if outcome.error else "")
"""


def run(code: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run code in a process of its own that can import neither package of the extra."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT + code],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
        env={"HOME": str(folder), "PATH": ""},
    )


def command(*words: object) -> str:
    """Code that runs one command."""
    return f"from hotline_check.cli import run; sys.exit(run({[str(word) for word in words]}))"


def test_a_release_is_verified_and_a_forged_one_is_refused(world: World, tmp_path: Path) -> None:
    code = UPDATE.format(
        config=str(tmp_path / "plain-config"),
        data=str(tmp_path / "plain-data"),
        root=str(world.repo / "metadata" / "1.root.json"),
        url=world.host.url,
    )
    first = run(code, tmp_path)
    assert first.stdout == "updated \n", first.stderr
    write_platform(world.registry, "northbank", "+12025550102")
    world.release()
    path = newest(world, "timestamp")
    genuine = path.read_text()
    path.write_text(genuine.replace('"version":2}', '"version":3}'))
    assert path.read_text() != genuine
    assert run(code, tmp_path).stdout == "failed update-unsigned\n"
    path.write_text(genuine)
    assert run(code, tmp_path).stdout == "updated \n"


def test_keys_and_signing_say_what_to_install(world: World, tmp_path: Path) -> None:
    key = tmp_path / "alice.pem"
    public = tmp_path / "alice.pub"
    for words in (
        ("keys", "make", "alice", "--dir", tmp_path / "keys", "--no-passphrase"),
        ("keys", "add", world.repo, "targets", public),
        ("publish", world.repo, "--key", key),
    ):
        done = run(command("registry", *words), tmp_path)
        assert done.returncode == 2, done.stderr
        assert "hotline-check[maintain]" in done.stderr
        assert done.stderr.count("\n") == 1
        assert not done.stdout
    listed = run(command("registry", "keys", "list", world.repo), tmp_path)
    assert listed.returncode == 0, listed.stderr
    assert "alice" in listed.stdout
