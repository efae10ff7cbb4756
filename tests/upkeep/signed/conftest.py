from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.upkeep.signed.server import FileHost
from tests.upkeep.signed.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A repository with one release, and a client that has pinned it."""
    host = FileHost(tmp_path / "repo")
    made = World(tmp_path, host)
    made.start()
    made.pin()
    yield made
    host.stop()
