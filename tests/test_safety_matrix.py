"""A sample of `benchmarks/safety_matrix.py`: no mutated contact is listed, each honest form is."""

import sys
from pathlib import Path

import pytest

from hotline_check.registry.folder import Registry
from hotline_check.registry.storage.store import Store
from tests.entries import REGISTRY_DAY

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import phone_mutations
import safety_matrix


@pytest.fixture(scope="module")
def asker(bundled_store: Store) -> safety_matrix.Asker:
    return safety_matrix.Asker(bundled_store, REGISTRY_DAY)


@pytest.mark.parametrize("each", [12, pytest.param(60, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", phone_mutations.CLASSES)
def test_exit_0_for_all_and_only_what_is_published(
    name: str, each: int, bundled: Registry, asker: safety_matrix.Asker
) -> None:
    counts = safety_matrix.tried(name, bundled, asker, each, seed=2)
    assert counts == (each, [], [])
