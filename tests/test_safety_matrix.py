"""A sample of `benchmarks/safety_matrix.py`: no mutated contact is listed, each honest form is."""

import sys
from pathlib import Path

import pytest

from hotline_check.reading.models import Reading
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Status, Verdict
from tests.entries import REGISTRY_DAY

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import mutation
import published
import safety_matrix


@pytest.fixture(scope="module")
def facts() -> published.Published:
    return published.read()


@pytest.fixture(scope="module")
def asker(bundled_store: Store, facts: published.Published) -> safety_matrix.Asker:
    return safety_matrix.Asker(bundled_store, facts.today)


@pytest.mark.few(3)
@pytest.mark.parametrize("each", [12, pytest.param(60, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", mutation.CLASSES)
def test_exit_0_for_all_and_only_what_is_published(
    name: str, each: int, facts: published.Published, asker: safety_matrix.Asker
) -> None:
    counts = safety_matrix.tried(name, facts, asker, each, seed=2)
    assert counts == (each, [], [])


@pytest.mark.parametrize(
    ("text", "meant", "reading", "platform", "is_wrong"),
    [
        ("+12025550123", "+12025550123", "+12025550123", "example", False),
        ("+12025550123", "+12025550123", "+12025550123", "other", True),
        ("+12025550123", "+12025550199", "+12025550123", "example", True),
        ("+120255501234", "+12025550123", "+12025550123", "example", True),
        ("+12025550199", "+12025550199", "+12025550199", "example", True),
    ],
)
def test_the_oracle_finds_a_wrong_all_clear(
    text: str, meant: str, reading: str, platform: str, is_wrong: bool
) -> None:
    facts = published.Published(
        {"+12025550123": frozenset({"example"})}, frozenset(), (), REGISTRY_DAY
    )
    verdict = Verdict(
        input=text,
        status=Status.LISTED,
        direction="dialling",
        reading=Reading(kind="phone", value=reading, region="US"),
        platform=platform,
    )
    answer = safety_matrix.Answer(0, [verdict])
    change = mutation.Mutation(text, frozenset({meant}))
    assert safety_matrix.is_wrong(change, answer, facts) is is_wrong
    assert safety_matrix.is_wrong(change, safety_matrix.Answer(0, []), facts)
    assert not safety_matrix.is_wrong(change, safety_matrix.Answer(3, [verdict]), facts)
