"""A sample of `benchmarks/safety_matrix.py`: mutated contacts of which none may be listed."""

import sys
from pathlib import Path

import pytest

from hotline_check.registry.folder import Registry
from hotline_check.registry.storage.store import Store
from tests.entries import TODAY

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import phone_mutations
import safety_matrix

EACH = 150


@pytest.mark.parametrize("name", phone_mutations.CLASSES)
def test_exit_0_only_for_what_was_published(
    name: str, bundled: Registry, bundled_store: Store
) -> None:
    asker = safety_matrix.Asker(bundled_store, TODAY)
    tried, wrong = safety_matrix.wrong_answers(name, bundled, asker, EACH, seed=2)
    assert tried == EACH
    assert wrong == []
