"""Calls whose number is not shown: only what the platform says of its calls counts."""

from pathlib import Path

import pytest

from hotline_check.verdict.models import Status
from tests.entries import Entry, ask, phone, platform, says, sighting, write

NEVER: Entry = {"calls": "never", "calls_basis": "stated", "calls_source": sighting()}


@pytest.mark.parametrize(
    ("entry", "status", "codes"),
    [
        (platform(**NEVER), Status.INBOUND_ONLY, ["calls-never", "caller-hidden"]),
        (
            platform(**says("callback-only")),
            Status.CALLER_ID_UNPROVEN,
            ["caller-hidden", "calls-back-on-request"],
        ),
        (platform(channels=[phone()]), Status.CALLER_ID_UNPROVEN, ["caller-hidden"]),
    ],
)
def test_what_the_claimed_platform_says(
    tmp_path: Path, entry: Entry, status: Status, codes: list[str]
) -> None:
    verdict = ask(write(tmp_path, entry), "No Caller ID", claim="example", direction="they-called")
    assert verdict.status is status
    assert [reason.code for reason in verdict.reasons] == codes


def test_nobody_is_claimed(tmp_path: Path) -> None:
    folder = write(tmp_path, platform(**NEVER))
    verdict = ask(folder, "Private number", direction="they-called")
    assert (verdict.status, verdict.level) == (Status.UNKNOWN, "warning")
    assert [reason.code for reason in verdict.reasons] == ["caller-hidden"]


@pytest.mark.parametrize("policy", ["none", "callback-only", "published"])
def test_a_text_that_gives_its_number_to_somebody_else(tmp_path: Path, policy: str) -> None:
    channels = [phone()] if policy == "published" else []
    folder = write(tmp_path, platform(**says(policy), channels=channels))
    text = "He works at Example and his number is +1 202 555 0178"
    verdict = ask(folder, text)
    assert (verdict.claim, verdict.status) == ("example", Status.UNKNOWN)
    assert verdict.reasons[0].code == "only-mentioned"


def test_a_caller_that_is_said_to_call_back(tmp_path: Path) -> None:
    folder = write(tmp_path, platform(**says("callback-only")))
    verdict = ask(folder, "+1 202 555 0178", claim="example", direction="they-called")
    assert verdict.status is Status.CALLER_ID_UNPROVEN
    assert verdict.reasons[0].code == "calls-back-on-request"
