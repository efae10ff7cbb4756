"""Every rule against a number has a text that only it refuses, and one that it lets through."""

import pytest

from hotline_check.reading import Hints, find
from hotline_check.reading.phone_search import refusal_rules
from hotline_check.reading.phone_search.refusal_rules import RULES, Rule

HINTS = (Hints(), Hints(region="US"), Hints(region="DE"))


def numbers(text: str) -> list[list[str]]:
    """The phone numbers that are found under each of the hints."""
    every = ([each for each in find(text, hints) if _is_phone(each)] for hints in HINTS)
    return [[each.text for each in found] for found in every]


def _is_phone(found: object) -> bool:
    readings = getattr(found, "readings", ())
    return not readings or readings[0].kind == "phone"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_alone_refuses_its_example(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not any(numbers(rule.other))
    monkeypatch.setattr(refusal_rules, "RULES", tuple(each for each in RULES if each != rule))
    assert any(numbers(rule.other))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_lets_a_number_through(rule: Rule) -> None:
    assert any(numbers(rule.number))


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
