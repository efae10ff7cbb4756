"""Property tests say of the example that fails which rules decided it."""

import pytest
from hypothesis import note

from hotline_check.reading.phone_search import classify
from hotline_check.reading.phone_search.candidate import Candidate, Search
from hotline_check.reading.phone_search.refusal_rules import Rule, refusal


@pytest.fixture
def rules_in_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note each refusal of digits, with its rule, in the report of a property that fails."""

    def noted(search: Search, candidate: Candidate) -> Rule | None:
        rule = refusal(search, candidate)
        if rule:
            note(f"no phone number by the rule {rule.name!r}: {candidate.digits}")
        return rule

    monkeypatch.setattr(classify, "refusal", noted)


@pytest.fixture(autouse=True)
def _rules_of_a_property(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("hypothesis"):
        request.getfixturevalue("rules_in_notes")
