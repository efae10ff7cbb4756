"""Every rule against a number has a text that only it refuses, and one that it lets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.usefixtures("rules_in_notes")
def test_a_property_that_fails_names_the_rule() -> None:
    @given(st.just("call before 20241128"))
    def every_text_has_a_number(text: str) -> None:
        assert all(numbers(text))

    with pytest.raises(AssertionError) as failure:
        every_text_has_a_number()
    assert "no phone number by the rule 'date': 20241128" in failure.value.__notes__
