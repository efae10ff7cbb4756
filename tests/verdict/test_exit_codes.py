"""The exit code of a verdict, where it is not the one of its status."""

import pytest

from hotline_check.errors import Exit
from hotline_check.verdict.models import LOOK_FAILED, Reason, Status, Verdict


@pytest.mark.parametrize("code", sorted(LOOK_FAILED))
def test_a_look_that_failed_is_no_proof(code: str) -> None:
    """`--live` was asked for: a person who reads the exit code only must not think it was done."""
    on_page = Reason("on-own-page")
    verdict = Verdict(input="x", status=Status.LISTED, direction="dialling", reasons=(on_page,))
    assert verdict.exit is Exit.LISTED
    failed = Verdict(
        input="x", status=Status.LISTED, direction="dialling", reasons=(on_page, Reason(code))
    )
    assert (failed.level, failed.exit) == ("listed", Exit.CANNOT_TELL)


def test_a_look_that_failed_makes_no_danger_less() -> None:
    reasons = tuple(map(Reason, sorted(LOOK_FAILED)))
    verdict = Verdict(input="x", status=Status.REPORTED, direction="dialling", reasons=reasons)
    assert verdict.exit is Exit.DO_NOT_DIAL
