from itertools import combinations

import pytest

from hotline_check.guidance.bodies import in_order, is_weak
from hotline_check.guidance.triage import HAPPENINGS, Happening, steps
from hotline_check.registry.folder import Registry
from hotline_check.wording.screens.called import STEPS, sentence, step_lines
from hotline_check.wording.terms.names import country as country_name
from hotline_check.wording.text.catalogue import words
from tests.entries import TODAY, US_FREE, sighting
from tests.guidance.build import authority, country, phone, platform

_ = words("en")


def codes(*happened: Happening) -> list[str]:
    return [step.code for step in steps(frozenset(happened), None, None, TODAY)]


def test_remote_access_cuts_the_device_off_before_anything_else() -> None:
    plan = codes("remote-access")
    assert plan[:5] == ["hang-up", "cut-off", "other-device", "lock", "bank"]
    assert "clean-device" in plan


def test_codes_lock_the_account_and_throw_everybody_out() -> None:
    plan = codes("codes")
    assert plan[:2] == ["hang-up", "lock"]
    assert {"passwords", "second-factor", "revoke", "move-left"} <= set(plan)
    assert not {"cut-off", "new-wallet", "bank"} & set(plan)


def test_a_seed_phrase_makes_a_new_wallet_first() -> None:
    assert codes("seed-phrase")[:2] == ["hang-up", "new-wallet"]


def test_a_card_goes_to_the_bank_and_leaves_the_account_alone() -> None:
    plan = codes("card")
    assert "bank" in plan
    assert "lock" not in plan


def test_nothing_given_is_watched_all_the_same() -> None:
    assert "watch" in codes()
    assert "watch" not in codes("card")


def test_every_case_starts_by_hanging_up_and_ends_with_the_next_scam() -> None:
    for size in range(len(HAPPENINGS) + 1):
        for happened in combinations(HAPPENINGS, size):
            plan = codes(*happened)
            assert plan[0] == "hang-up"
            assert plan[-4:] == ["evidence", "tell-platform", "tell-bodies", "next-scam"]
            assert len(plan) == len(set(plan))


def test_every_step_has_its_sentence() -> None:
    for step in steps(frozenset(HAPPENINGS), None, None, TODAY):
        assert sentence(step, None, None, _)
    assert set(STEPS) < {*codes(*HAPPENINGS), *codes()}


def test_the_platforms_own_line_and_address_are_used() -> None:
    report_to = {"kind": "email", "value": "fraud@example.com", "sightings": [sighting()]}
    lock = phone(US_FREE, topics=["lock-account"])
    entry = platform(channels=[lock], report_to=report_to)
    plan = steps(frozenset({"codes"}), entry, "US", TODAY)
    shown = "\n".join(line.text for line in step_lines(plan, entry, None, _))
    assert "+1 888-555-0136" in shown
    assert "fraud@example.com" in shown


@pytest.mark.parametrize("domains", [["example.com"], []])
def test_a_platform_without_contacts_is_reached_by_its_own_site_or_app(domains: list[str]) -> None:
    entry = platform(domains=domains)
    (lock,) = [s for s in steps(frozenset({"codes"}), entry, None, TODAY) if s.code == "lock"]
    text = sentence(lock, entry, None, _)
    assert ("example.com" in text) is bool(domains)
    assert "app" in text


def test_bodies_that_may_stop_a_payment_come_first_and_weak_ones_are_known() -> None:
    stop = authority(name="Stop", purpose="emergency-block")
    weak = authority(name="Weak", sightings=[sighting(source_kind="third-party")])
    found = in_order(country("GB", weak, stop))
    assert [body.name for body in found] == ["Stop", "Weak"]
    assert [is_weak(body) for body in found] == [False, True]


def test_every_country_with_bodies_has_a_name(bundled: Registry) -> None:
    assert all(country_name(a.country, _) != a.country for a in bundled.authorities)
