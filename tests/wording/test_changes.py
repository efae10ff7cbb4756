from typing import get_args

import pytest

from hotline_check.upkeep.review.models import (
    Caution,
    Change,
    Code,
    Near,
)
from hotline_check.wording.screens.registry.diff import change_lines, change_markdown
from hotline_check.wording.text.catalogue import words
from tests.entries import US_FREE, US_LINE

EN = words("en")


@pytest.mark.parametrize("code", get_args(Code))
def test_every_change_has_its_words(code: Code) -> None:
    change = Change(code=code, owner="example", danger=True, kind="phone", value=US_LINE)
    title, item, *_ = (line.text for line in change_lines([change], EN))
    assert title.endswith("(1)")
    assert item.startswith("! example")
    assert "{" not in item


def test_every_caution_has_its_words() -> None:
    near = Near(platform="other", value=US_FREE, likeness="one-edit", layer="reported")
    change = Change(
        code="number-added",
        owner="example",
        danger=True,
        kind="phone",
        value=US_LINE,
        near=(near,) * 7,
        cautions=get_args(Caution),
    )
    text = "\n".join(line.text for line in change_lines([change], EN))
    assert text.count("REPORTED as posing as other") == 5
    assert "and close to 2 more" in text
    assert "first seen less than three days ago" in text


def test_values_can_not_act_in_a_pull_request() -> None:
    change = Change(code="domain-added", owner="example", danger=True, value="`@all` <b>")
    assert "- **!** `example: '@all' <b>`" in change_markdown([change], EN)
