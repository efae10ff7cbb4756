"""A publisher, a static file host and a client's folders, all in one temporary place."""

import datetime as dt
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner, Key

from hotline_check.registry.storage.installed import Places, installed
from hotline_check.upkeep.signed import trust, update
from hotline_check.upkeep.signed.limits import Limits
from hotline_check.upkeep.signed.publishing import keys
from hotline_check.upkeep.signed.publishing.publish import Published, publish
from hotline_check.upkeep.signed.publishing.repository import NAME_FIELD, Lifetimes, Role
from hotline_check.upkeep.web.fetch import Limits as FetchLimits
from tests.upkeep.signed.server import FileHost

NOW = dt.datetime(2031, 5, 1, 12, tzinfo=dt.UTC)
QUICK = Limits(
    lock=0.2,
    archive=200_000,
    fetch=FetchLimits(connect=2, read=2, total=5, redirects=3, slowest=1_000, patience=1),
)
DOMAINS = {"northbank": "example.com", "southbank": "example.net", "thief": "example.org"}
PLATFORM = """\
id: {id}
name: {name}
kind: exchange
status: active
domains: [{domain}]
phone_policy: published
phone_policy_basis: stated
phone_policy_source:
  url: https://{domain}/help
  seen: 2026-11-22
  how: stored-copy
  source_kind: operator
channels:
- kind: phone
  value: "{number}"
  sightings:
  - url: https://{domain}/contact
    seen: 2026-11-22
    how: stored-copy
    source_kind: operator
"""
REPORTED = """\
platform: {id}
numbers:
- value: "{number}"
  sightings:
  - url: https://example.org/fraud
    seen: 2026-11-22
"""


def signer(name: str) -> CryptoSigner:
    made = CryptoSigner.generate_ed25519()
    made.public_key.unrecognized_fields[NAME_FIELD] = name
    return made


def write_platform(registry: Path, name: str, number: str) -> None:
    path = registry / "platforms" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        PLATFORM.format(id=name, name=name.title(), number=number, domain=DOMAINS[name])
    )


@dataclass
class World:
    """Everything a test of the way from publisher to user needs."""

    base: Path
    host: FileHost
    signers: dict[str, CryptoSigner] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("alice", "bob", "carol", "dave", "snap", "time", "snap2", "time2"):
            self.signers.setdefault(name, signer(name))
        write_platform(self.registry, "northbank", "+12025550101")

    @property
    def registry(self) -> Path:
        return self.base / "registry"

    @property
    def repo(self) -> Path:
        return self.host.folder

    @property
    def places(self) -> Places:
        return Places(config=self.base / "config", data=self.base / "data")

    @property
    def home(self) -> Path:
        return self.places.home("public")

    def use(self, *names: str) -> list[CryptoSigner]:
        return [self.signers[name] for name in names]

    def publics(self, *names: str) -> list[Key]:
        return [self.signers[name].public_key for name in names]

    def start(self, now: dt.datetime = NOW) -> None:
        """A repository whose root is signed, with a first release live."""
        roles: dict[Role, list[Key]] = {
            "root": self.publics("alice", "bob", "carol"),
            "targets": self.publics("alice", "bob", "carol"),
            "snapshot": self.publics("snap"),
            "timestamp": self.publics("time"),
        }
        keys.start(self.repo, roles, now, Lifetimes())
        keys.sign(self.repo, self.use("alice", "bob"))
        self.release(now)

    def release(self, now: dt.datetime = NOW, *names: str, restage: bool = False) -> Published:
        names = names or ("alice", "bob", "snap", "time")
        return publish(self.repo, self.use(*names), now, registry=self.registry, restage=restage)

    def pin(self, name: str = "public") -> None:
        root = self.repo / "metadata" / "1.root.json"
        trust.trust(self.places, root, self.host.url, name)

    def update(self, now: dt.datetime = NOW, **options: Any) -> update.Outcome:
        options.setdefault("limits", QUICK)
        (outcome,) = update.update(self.places, now, **options)
        return outcome

    def installed(self) -> dict[str, str]:
        """The platform files that count for the client, whole."""
        (found,) = installed(self.places)
        if found.folder is None:
            return {}
        assert (found.folder / "snapshot.sqlite").stat().st_size > 1000
        return {p.stem: p.read_text() for p in (found.folder / "platforms").iterdir()}

    def keep(self, name: str) -> Path:
        """A copy of what is served now, to be served again later."""
        copy = self.base / "copies" / name
        shutil.copytree(self.repo, copy)
        return copy

    def serve(self, folder: Path) -> None:
        shutil.rmtree(self.repo)
        shutil.copytree(folder, self.repo)
