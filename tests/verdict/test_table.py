"""Every row of the verdict table for phone numbers, and that the first row that applies wins."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.origins import Origin
from hotline_check.reading import read
from hotline_check.registry.storage.store import (
    SEALED_NAME,
    Store,
    compile_to,
    content_key,
)
from hotline_check.verdict.models import Status, Verdict
from tests.entries import (
    AU_LINE,
    GB_FREE,
    GB_LINE,
    GB_PREMIUM,
    SEEN,
    TODAY,
    US_FREE,
    US_LINE,
    US_OTHER,
    Entry,
    ask,
    authority,
    channel,
    elsewhere,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)

LONG_AGO = TODAY - dt.timedelta(days=181)


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


class TestListed:
    def test_own_page_fresh_dialling(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform(channels=[phone()])), US_LINE)
        assert verdict.status is Status.LISTED
        assert (verdict.level, verdict.exit) == ("listed", Exit.LISTED)
        assert verdict.platform == "example"
        assert [s.url for s in verdict.sightings] == ["https://help.example.com/contact"]
        assert verdict.instead == ()

    def test_the_newest_page_comes_first(self, tmp_path: Path) -> None:
        pages = [
            sighting("https://example.com/old", seen=SEEN - dt.timedelta(days=9)),
            sighting("https://example.com/new"),
            elsewhere(),
        ]
        folder = write(tmp_path, platform(channels=[phone(sightings=pages)]))
        verdict = ask(folder, US_LINE)
        assert [s.url for s in verdict.sightings] == [
            "https://example.com/new",
            "https://example.com/old",
        ]

    def test_what_the_line_is_for(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(topics=["security", "account"])]))
        assert ask(folder, US_LINE).reasons[-1].args == {"topics": "security, account"}

    def test_whom_the_line_is_for(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform(channels=[phone(customers=["card"])])), US_LINE)
        assert verdict.status is Status.LISTED
        assert codes(verdict) == ["on-own-page", "for-customers"]

    def test_a_short_code_in_its_country(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone("2882", regions=["PH"])]))
        assert ask(folder, "2882", region="PH").status is Status.LISTED
        assert ask(folder, "2882", region="TH").status is not Status.LISTED
        assert ask(folder, "2882").status is Status.AMBIGUOUS

    def test_two_platforms_that_both_say_they_share_it(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(channels=[phone(shared_with=["sample"])]),
            platform(
                "sample",
                channels=[
                    phone(
                        shared_with=["example"], sightings=[sighting("https://sample.com/contact")]
                    )
                ],
            ),
        )
        for claim in ("example", "sample"):
            verdict = ask(folder, US_LINE, claim=claim)
            assert (verdict.status, verdict.platform) == (Status.LISTED, claim)
        assert ask(folder, US_LINE).status is Status.LISTED

    def test_a_closed_platform_is_reported_as_closed(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(status="closed", channels=[phone()]))
        assert "platform-closed" in codes(ask(folder, US_LINE))


class TestNothingToJudge:
    @pytest.mark.parametrize("text", ["", "hello", "555-0123", "+1 202 555", "12"])
    def test_unreadable(self, tmp_path: Path, text: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, text, region="US")
        assert (verdict.status, verdict.exit) == (Status.UNREADABLE, Exit.CANNOT_TELL)
        assert verdict.reading is None

    def test_no_country_is_ambiguous_never_a_default(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, "202 555 0123")
        assert (verdict.status, codes(verdict)) == (Status.AMBIGUOUS, ["no-country"])

    def test_readings_with_different_answers(self, tmp_path: Path) -> None:
        """The claimed platform has lines in two countries, and the digits fit both."""
        lines = [phone("+442079460123", regions=["GB"]), phone(regions=["US"])]
        folder = write(tmp_path, platform(channels=lines))
        verdict = ask(folder, "2079460123", claim="example")
        assert (verdict.status, verdict.exit) == (Status.AMBIGUOUS, Exit.CANNOT_TELL)
        assert verdict.reading is None
        assert [r.value for r in verdict.readings] == ["+442079460123", "+12079460123"]
        assert [r.args.get("region") for r in verdict.reasons] == ["GB", "US", None]
        assert verdict.reasons[-1].args == {"regions": "GB, US"}
        assert codes(verdict) == ["may-be-published", "may-be", "say-country"]

    def test_a_reading_that_was_seen_posing_is_said(self, tmp_path: Path) -> None:
        lines = [phone(GB_LINE, regions=["GB"]), phone(regions=["US"])]
        folder = write(
            tmp_path,
            platform(channels=lines),
            reports=[reported("example", "+12079460123")],
        )
        verdict = ask(folder, "2079460123", claim="example")
        assert verdict.status is Status.NOT_LISTED
        assert codes(verdict) == ["list-is-partial", "may-be", "may-be-reported"]

    def test_a_region_settles_which_reading_counts(self, tmp_path: Path) -> None:
        lines = [phone("+442079460123", regions=["GB"]), phone(regions=["US"])]
        folder = write(tmp_path, platform(channels=lines))
        assert ask(folder, "2079460123", claim="example", region="GB").status is Status.LISTED

    def test_readings_that_are_all_dangerous_are_no_doubt(self, tmp_path: Path) -> None:
        """One is close to a published number, the other is not: neither may be dialled."""
        lines = [phone("+442079460123", regions=["GB"]), phone("+911145678901", regions=["IN"])]
        folder = write(tmp_path, platform(channels=lines, **says("published")))
        verdict = ask(folder, "020 7946 0124", claim="example")
        assert len(verdict.readings) == 2
        assert (verdict.status, verdict.exit) == (Status.NOT_LISTED, Exit.DO_NOT_DIAL)
        assert codes(verdict) == ["list-is-partial", "may-be", "may-be"]

    def test_dangers_of_different_kinds_stay_in_doubt(self, tmp_path: Path) -> None:
        """One reading is a withdrawn number, one a reported one: no one reason covers both."""
        folder = write(
            tmp_path,
            platform(channels=[phone("+442079460123", retired=SEEN, regions=["GB", "US"])]),
            reports=[reported("example", "+12079460123")],
        )
        verdict = ask(folder, "2079460123", claim="example")
        assert [r.value for r in verdict.readings] == ["+442079460123", "+12079460123"]
        assert (verdict.status, codes(verdict)[-1]) == (Status.AMBIGUOUS, "say-country")

    def test_an_unknown_claim_lists_nothing(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform(channels=[phone()])), US_LINE, claim="exampel")
        assert (verdict.status, codes(verdict)[0]) == (Status.UNKNOWN, "claim-near")

    def test_readings_with_the_same_answer(self, tmp_path: Path) -> None:
        lines = [phone(GB_LINE, regions=["GB"]), phone("+911145678901", regions=["IN"])]
        folder = write(tmp_path, platform(channels=lines, **says("published")))
        verdict = ask(folder, "0113 496 0999", claim="example")
        assert len(verdict.readings) == 2
        assert verdict.status is Status.NOT_LISTED


class TestTheyCalled:
    def test_a_line_that_never_calls_out(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(inbound_only=True)]))
        verdict = ask(folder, US_LINE, direction="they-called")
        assert (verdict.status, verdict.exit) == (Status.INBOUND_ONLY, Exit.DO_NOT_DIAL)
        assert ask(folder, US_LINE).status is Status.LISTED

    def test_a_published_line_proves_nothing(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        for claim in (None, "example"):
            verdict = ask(folder, US_LINE, claim=claim, direction="they-called")
            assert verdict.status is Status.CALLER_ID_UNPROVEN
            assert verdict.exit is Exit.CANNOT_TELL

    def test_what_the_platform_says_of_its_calls(self, tmp_path: Path) -> None:
        entry = platform(channels=[phone()], calls="rare", calls_source=sighting())
        folder = write(tmp_path, entry)
        assert "calls-rare" in codes(ask(folder, US_LINE, direction="they-called"))
        assert "calls-rare" not in codes(ask(folder, US_LINE))

    def test_a_platform_that_calls_back_only(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(**says("callback-only")))
        verdict = ask(folder, US_LINE, claim="example", direction="they-called")
        assert verdict.status is Status.CALLER_ID_UNPROVEN
        assert codes(verdict) == ["calls-back-on-request"]

    @pytest.mark.parametrize("number", [US_LINE, US_OTHER, GB_LINE])
    @pytest.mark.parametrize("policy", ["none", "published", "callback-only", "unknown"])
    def test_a_platform_that_never_calls(self, tmp_path: Path, policy: str, number: str) -> None:
        """Whatever number the phone shows, the call is not from it."""
        entry = {} if policy == "unknown" else says(policy)
        folder = write(
            tmp_path,
            platform(channels=[phone()], calls="never", calls_source=sighting(), **entry),
            reports=[reported("example", GB_LINE)],
        )
        verdict = ask(folder, number, claim="example", direction="they-called")
        assert (verdict.status, verdict.exit) == (Status.INBOUND_ONLY, Exit.DO_NOT_DIAL)
        assert codes(verdict)[0] == "calls-never"
        assert [s.url for s in verdict.sightings] == ["https://help.example.com/contact"]
        assert ("seen-posing-as" in codes(verdict)) is (number == GB_LINE)

    def test_that_a_platform_never_calls_may_be_inferred(self, tmp_path: Path) -> None:
        entry = platform(calls="never", calls_basis="inferred", calls_source=sighting())
        verdict = ask(write(tmp_path, entry), GB_LINE, claim="example", direction="they-called")
        assert verdict.status is Status.INBOUND_ONLY
        assert codes(verdict) == ["calls-never-inferred"]

    def test_a_number_of_a_platform_that_never_calls_needs_no_claim(self, tmp_path: Path) -> None:
        entry = platform(channels=[phone()], calls="never", calls_source=sighting())
        verdict = ask(write(tmp_path, entry), US_LINE, direction="they-called")
        assert (verdict.status, verdict.platform) == (Status.INBOUND_ONLY, "example")

    def test_a_message_is_no_call(self, tmp_path: Path) -> None:
        mail = channel("email", "help@example.com")
        entry = platform(channels=[mail], calls="never", calls_source=sighting())
        verdict = ask(
            write(tmp_path, entry), "help@example.com", claim="example", direction="they-called"
        )
        assert verdict.status is Status.CALLER_ID_UNPROVEN

    def test_no_country_is_needed_for_a_call_that_cannot_be(self, tmp_path: Path) -> None:
        entry = platform(channels=[phone()], calls="never", calls_source=sighting())
        folder = write(tmp_path, entry | {"country": None})
        verdict = ask(folder, "555 0123 99", claim="example", direction="they-called")
        assert verdict.status is Status.INBOUND_ONLY

    def test_inbound_only_beats_the_claim_of_another_platform(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(inbound_only=True)]), platform("sample"))
        verdict = ask(folder, US_LINE, claim="sample", direction="they-called")
        assert verdict.status is Status.INBOUND_ONLY

    def test_a_number_of_another_platform(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone()]), platform("sample"))
        verdict = ask(folder, US_LINE, claim="sample", direction="they-called")
        assert verdict.status is Status.OTHER_PLATFORM

    def test_a_retired_line_is_reported_as_retired(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(retired=SEEN, inbound_only=True)]))
        assert ask(folder, US_LINE, direction="they-called").status is Status.RETIRED

    def test_a_reported_number(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(), reports=[reported("example", US_LINE)])
        assert ask(folder, US_LINE, direction="they-called").status is Status.REPORTED

    def test_a_secondhand_number(self, tmp_path: Path) -> None:
        line = phone(secondhand=True, sightings=[elsewhere()])
        folder = write(tmp_path, platform(channels=[line]))
        assert ask(folder, US_LINE, direction="they-called").status is Status.SECONDHAND


class TestNoLongerOrNever:
    def test_retired(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(retired=SEEN)]))
        verdict = ask(folder, US_LINE)
        assert (verdict.status, verdict.exit) == (Status.RETIRED, Exit.DO_NOT_DIAL)
        assert verdict.reasons[0].args["since"] == "2026-11-22"

    def test_retired_comes_before_reported(self, tmp_path: Path) -> None:
        """Scammers take over numbers that were once published."""
        folder = write(
            tmp_path,
            platform(channels=[phone(retired=SEEN)]),
            reports=[reported("example", US_LINE)],
        )
        assert ask(folder, US_LINE).status is Status.RETIRED

    def test_retired_comes_before_other_platform(self, tmp_path: Path) -> None:
        page = sighting("https://sample.com/contact")
        folder = write(
            tmp_path,
            platform(channels=[phone(retired=SEEN, shared_with=["sample"])]),
            platform("sample", channels=[phone(shared_with=["example"], sightings=[page])]),
        )
        assert ask(folder, US_LINE, claim="example").status is Status.RETIRED
        assert ask(folder, US_LINE, claim="sample").status is Status.LISTED

    def test_retired_by_one_and_in_use_by_the_other(self, tmp_path: Path) -> None:
        page = sighting("https://sample.com/contact")
        folder = write(
            tmp_path,
            platform(channels=[phone(retired=SEEN, shared_with=["sample"])]),
            platform("sample", channels=[phone(shared_with=["example"], sightings=[page])]),
        )
        verdict = ask(folder, US_LINE)
        assert (verdict.status, verdict.platform) == (Status.LISTED, "sample")

    def test_retired_by_another_platform_than_the_claimed(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(retired=SEEN)]), platform("sample"))
        assert ask(folder, US_LINE, claim="sample").status is Status.RETIRED

    def test_reported(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(), reports=[reported("example", US_LINE)])
        verdict = ask(folder, US_LINE)
        assert (verdict.status, verdict.exit) == (Status.REPORTED, Exit.DO_NOT_DIAL)
        assert verdict.platform == "example"
        assert verdict.reasons[0].args == {"platform": "Example", "pages": "1"}

    def test_reported_for_several_platforms_the_claimed_one_first(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(),
            platform("sample"),
            reports=[reported("example", US_LINE), reported("sample", US_LINE, US_OTHER)],
        )
        verdict = ask(folder, US_LINE, claim="sample")
        assert verdict.platform == "sample"
        assert verdict.reasons[0].args == {"platform": "Sample, Example", "pages": "2"}

    def test_reported_comes_before_a_likeness(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(channels=[phone()]),
            reports=[reported("example", "+12025550124")],
        )
        assert ask(folder, "+12025550124").status is Status.REPORTED

    def test_other_platform(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path, platform(channels=[phone(topics=["security"])]), platform("sample")
        )
        verdict = ask(folder, US_LINE, claim="sample")
        assert (verdict.status, verdict.exit) == (Status.OTHER_PLATFORM, Exit.DO_NOT_DIAL)
        assert (verdict.claim, verdict.platform) == ("sample", "example")

    def test_other_platform_comes_before_the_state_of_its_evidence(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(disputed=True)]), platform("sample"))
        assert ask(folder, US_LINE, claim="sample").status is Status.OTHER_PLATFORM


class TestEvidenceThatDoesNotHold:
    def test_disputed(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(disputed=True)]))
        verdict = ask(folder, US_LINE)
        assert (verdict.status, verdict.exit) == (Status.DISPUTED, Exit.CANNOT_TELL)

    def test_secondhand(self, tmp_path: Path) -> None:
        line = phone(secondhand=True, sightings=[elsewhere()])
        verdict = ask(write(tmp_path, platform(channels=[line])), US_LINE)
        assert (verdict.status, verdict.exit) == (Status.SECONDHAND, Exit.CANNOT_TELL)
        assert verdict.sightings[0].source_kind == "third-party"

    def test_stale(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(sightings=[sighting(seen=LONG_AGO)])]))
        verdict = ask(folder, US_LINE)
        assert (verdict.status, verdict.exit) == (Status.STALE, Exit.CANNOT_TELL)
        assert verdict.reasons[0].args["days"] == "180"

    @pytest.mark.parametrize(("age", "status"), [(180, "listed"), (181, "stale")])
    def test_fresh_for_180_days(self, tmp_path: Path, age: int, status: str) -> None:
        page = sighting(seen=TODAY - dt.timedelta(days=age))
        folder = write(tmp_path, platform(channels=[phone(sightings=[page])]))
        assert ask(folder, US_LINE).status == status

    @pytest.mark.parametrize(("age", "status"), [(30, "listed"), (31, "stale")])
    def test_fresh_for_as_long_as_the_entry_says(
        self, tmp_path: Path, age: int, status: str
    ) -> None:
        page = sighting(seen=TODAY - dt.timedelta(days=age))
        folder = write(tmp_path, platform(fresh_days=30, channels=[phone(sightings=[page])]))
        assert ask(folder, US_LINE).status == status

    def test_a_fresh_page_of_others_does_not_keep_a_number_fresh(self, tmp_path: Path) -> None:
        pages = [sighting(seen=LONG_AGO), elsewhere()]
        folder = write(tmp_path, platform(channels=[phone(sightings=pages)]))
        assert ask(folder, US_LINE).status is Status.STALE

    def test_one_fresh_own_page_is_enough(self, tmp_path: Path) -> None:
        pages = [sighting(seen=LONG_AGO), sighting("https://example.com/new")]
        folder = write(tmp_path, platform(channels=[phone(sightings=pages)]))
        assert ask(folder, US_LINE).status is Status.LISTED

    @pytest.mark.parametrize(("ahead", "status"), [(1, "listed"), (2, "stale"), (400, "stale")])
    def test_seen_on_a_day_to_come(self, tmp_path: Path, ahead: int, status: str) -> None:
        """A day ahead is another time zone; more is a wrong clock or a trick, and lists nothing."""
        folder = write(tmp_path, platform(channels=[phone()]))
        compile_to(folder, folder / SEALED_NAME, content_key(folder), TODAY)
        early = SEEN - dt.timedelta(days=ahead)
        assert ask(folder, US_LINE, today=early).status == status

    def test_a_shared_number_is_as_good_as_its_worst_evidence(self, tmp_path: Path) -> None:
        page = sighting("https://sample.com/contact")
        folder = write(
            tmp_path,
            platform(channels=[phone(shared_with=["sample"])]),
            platform(
                "sample",
                channels=[phone(shared_with=["example"], disputed=True, sightings=[page])],
            ),
        )
        assert ask(folder, US_LINE).status is Status.DISPUTED
        assert ask(folder, US_LINE, claim="example").status is Status.LISTED
        assert ask(folder, US_LINE, claim="sample").status is Status.DISPUTED


class TestLookalike:
    @pytest.mark.parametrize(
        ("near", "how"),
        [
            ("+12025550124", "one-edit"),  # changed
            ("+12025505123", "one-edit"),  # swapped
            ("+18775550136", "toll-free-prefix"),
            ("+18335550136", "toll-free-prefix"),
            ("+18885550163", "one-edit"),
            ("+442025550123", "country-code"),
        ],
    )
    def test_close_to_a_published_number(self, tmp_path: Path, near: str, how: str) -> None:
        folder = write(tmp_path, platform(channels=[phone(), phone(US_FREE)]))
        verdict = ask(folder, near)
        assert (verdict.status, verdict.exit) == (Status.LOOKALIKE, Exit.DO_NOT_DIAL)
        assert codes(verdict) == [f"close-{how}"]
        assert verdict.reasons[0].args["platform"] == "Example"

    @pytest.mark.parametrize("near", ["+4930346701", "+49303467007", "+493034670"])
    def test_numbers_of_any_length(self, tmp_path: Path, near: str) -> None:
        folder = write(tmp_path, platform(channels=[phone("+4930346700")]))
        assert ask(folder, near).status is Status.LOOKALIKE

    def test_the_name_on_a_keypad(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, "1-800-EXAMPLE")
        assert (verdict.status, codes(verdict)) == (Status.LOOKALIKE, ["close-vanity"])

    def test_the_claimed_platform_comes_first(self, tmp_path: Path) -> None:
        page = sighting("https://sample.com/contact")
        folder = write(
            tmp_path,
            platform(channels=[phone("+12025550123")]),
            platform("sample", channels=[phone("+12025550125", sightings=[page])]),
        )
        verdict = ask(folder, "+12025550124", claim="sample")
        assert (verdict.status, verdict.platform) == (Status.LOOKALIKE, "sample")

    def test_two_edits_away_is_nothing(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        assert ask(folder, "+12025550145").status is Status.UNKNOWN

    def test_close_to_a_retired_number_still_warns(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(retired=SEEN)]))
        assert ask(folder, "+12025550124").status is Status.LOOKALIKE


class TestNobodyPublishesIt:
    def test_no_claim(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform()), AU_LINE)
        assert (verdict.status, verdict.exit) == (Status.UNKNOWN, Exit.CANNOT_TELL)
        assert (verdict.claim, verdict.platform) == (None, None)

    @pytest.mark.parametrize("policy", ["none", "callback-only"])
    @pytest.mark.parametrize("basis", ["stated", "inferred"])
    def test_no_phone_line(self, tmp_path: Path, policy: str, basis: str) -> None:
        folder = write(tmp_path, platform(**says(policy, basis)))
        verdict = ask(folder, AU_LINE, claim="example")
        assert (verdict.status, verdict.exit) == (Status.NO_PHONE_LINE, Exit.DO_NOT_DIAL)
        assert codes(verdict) == [f"policy-{policy}-{basis}"]
        assert [s.url for s in verdict.sightings] == ["https://help.example.com/contact"]

    def test_a_policy_known_from_others_is_worded_so(self, tmp_path: Path) -> None:
        source = {"url": "https://news.example.net/story", "source_kind": "third-party"}
        folder = write(tmp_path, platform(**says("none", **source)))
        assert codes(ask(folder, AU_LINE, claim="example")) == ["policy-none-secondhand"]

    def test_an_old_policy_names_its_date(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(**says("none", page_date=dt.date(2017, 11, 1))))
        verdict = ask(folder, AU_LINE, claim="example")
        assert codes(verdict) == ["policy-none-stated", "policy-dated"]
        assert verdict.reasons[1].args == {"date": "2017-11-01"}

    @pytest.mark.parametrize("policy", ["none", "callback-only"])
    def test_no_phone_line_needs_no_country(self, tmp_path: Path, policy: str) -> None:
        folder = write(tmp_path, platform(country=None, **says(policy)))
        verdict = ask(folder, "113 496 0123", claim="example")
        assert (verdict.status, verdict.readings) == (Status.NO_PHONE_LINE, ())
        assert codes(verdict) == [f"policy-{policy}-stated"]

    @pytest.mark.parametrize("policy", ["published", "unknown"])
    def test_where_there_may_be_a_line_the_country_matters(
        self, tmp_path: Path, policy: str
    ) -> None:
        entry = {} if policy == "unknown" else says(policy)
        folder = write(tmp_path, platform(country=None, **entry))
        assert ask(folder, "113 496 0123", claim="example").status is Status.AMBIGUOUS

    @pytest.mark.parametrize("coverage", ["complete", "partial"])
    def test_not_listed(self, tmp_path: Path, coverage: str) -> None:
        entry = platform(channels=[phone()], coverage=coverage, **says("published"))
        verdict = ask(write(tmp_path, entry), AU_LINE, claim="example")
        assert (verdict.status, verdict.exit) == (Status.NOT_LISTED, Exit.DO_NOT_DIAL)
        assert codes(verdict) == [f"list-is-{coverage}"]
        assert [way.channel.value for way in verdict.instead] == [US_LINE]

    def test_not_listed_when_the_policy_is_unsaid_but_lines_are_known(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        assert ask(folder, AU_LINE, claim="example").status is Status.NOT_LISTED

    def test_unknown_policy(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(retired=SEEN)]))
        verdict = ask(folder, AU_LINE, claim="example")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["policy-unknown"])
        assert verdict.sightings == ()


class TestAuthority:
    """Lines of public bodies that take scam reports."""

    HELPLINE = authority(phone="18222", short_code=True)

    def folder(self, tmp_path: Path, *bodies: Entry, of: str = "HK", **entry: Any) -> Path:
        bodies_of = {"country": of, "authorities": list(bodies)}
        return write(tmp_path, platform(**entry), authorities=[bodies_of])

    def test_dialled_as_what_it_is(self, tmp_path: Path) -> None:
        verdict = ask(self.folder(tmp_path, self.HELPLINE), "18222", region="HK")
        assert (verdict.status, verdict.level, verdict.exit) == (Status.AUTHORITY, "listed", 0)
        assert codes(verdict) == ["authority-line"]
        assert verdict.reasons[0].args["authority"] == "Example Police"
        assert [s.source_kind for s in verdict.sightings] == ["government"]
        assert (verdict.platform, verdict.instead) == (None, ())

    def test_a_short_code_is_a_line_of_its_own_country_only(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, self.HELPLINE)
        assert ask(folder, "18222", region="SG").status is not Status.AUTHORITY

    def test_a_whole_number_counts_from_everywhere(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, authority(phone=GB_LINE), of="GB")
        assert ask(folder, GB_LINE, region="SG").level == "listed"

    @pytest.mark.parametrize("policy", ["none", "published", "unknown"])
    def test_taken_for_a_platforms_line(self, tmp_path: Path, policy: str) -> None:
        entry = {} if policy == "unknown" else says(policy)
        folder = self.folder(tmp_path, self.HELPLINE, **entry)
        verdict = ask(folder, "18222", region="HK", claim="example")
        assert (verdict.status, verdict.exit) == (Status.AUTHORITY, Exit.CANNOT_TELL)
        assert codes(verdict) == ["authority-not-platform"]

    def test_it_may_be_faked_on_an_incoming_call(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, self.HELPLINE)
        verdict = ask(folder, "18222", region="HK", direction="they-called")
        assert (verdict.level, codes(verdict)) == ("warning", ["authority-calling"])

    def test_known_from_pages_of_others_only(self, tmp_path: Path) -> None:
        body = authority(phone="18222", short_code=True, sightings=[elsewhere()])
        verdict = ask(self.folder(tmp_path, body), "18222", region="HK")
        assert (verdict.level, codes(verdict)) == ("warning", ["authority-secondhand"])

    def test_seen_too_long_ago(self, tmp_path: Path) -> None:
        old = sighting("https://police.example.org/", seen=LONG_AGO, source_kind="government")
        fresh_but_weak = elsewhere()
        body = authority(phone="18222", short_code=True, sightings=[old, fresh_but_weak])
        verdict = ask(self.folder(tmp_path, body), "18222", region="HK")
        assert (verdict.level, codes(verdict)) == ("warning", ["authority-stale"])

    def test_of_two_bodies_the_confirmed_one_counts(self, tmp_path: Path) -> None:
        weak = authority(name="Weak", phone="18222", short_code=True, sightings=[elsewhere()])
        verdict = ask(self.folder(tmp_path, weak, self.HELPLINE), "18222", region="HK")
        assert verdict.reasons[0].args["authority"] == "Example Police"

    def test_it_is_no_lookalike_of_a_number_close_to_it(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, authority(phone="+12025550124"), channels=[phone()], of="US")
        assert ask(folder, "+12025550124").status is Status.AUTHORITY

    @pytest.mark.parametrize("policy", ["none", "callback-only", "published"])
    def test_a_short_code_without_a_country_is_no_danger(self, tmp_path: Path, policy: str) -> None:
        folder = self.folder(tmp_path, self.HELPLINE, **says(policy), country=None)
        for claim in (None, "example"):
            verdict = ask(folder, "18222", claim=claim)
            assert verdict.status is Status.AMBIGUOUS
            assert codes(verdict) == ["no-country", "may-be-authority"]
            assert verdict.reasons[1].args["region"] == "HK"

    def test_reported_and_published_come_first(self, tmp_path: Path) -> None:
        body = {"country": "US", "authorities": [authority(phone=US_LINE)]}
        other = platform("sample", channels=[phone(sightings=[sighting("https://sample.com/a")])])
        folder = write(tmp_path, platform(), other, authorities=[body])
        assert ask(folder, US_LINE, claim="example").status is Status.OTHER_PLATFORM

    def test_the_sealed_snapshot_notices_a_changed_file(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, self.HELPLINE)
        compile_to(folder, folder / SEALED_NAME, content_key(folder), TODAY)
        self.folder(tmp_path, authority(name="Another Body", phone="18222", short_code=True))
        verdict = ask(folder, "18222", region="HK")
        assert verdict.reasons[0].args["authority"] == "Another Body"


class TestWithheld:
    @pytest.mark.parametrize(
        ("value", "why"),
        [
            (GB_PREMIUM, "premium-rate"),
            (GB_FREE, "unconfirmed"),
            (GB_FREE, "not-support"),
        ],
    )
    @pytest.mark.parametrize("claim", [None, "example"])
    def test_never_listed_and_says_why(
        self, tmp_path: Path, value: str, why: str, claim: str | None
    ) -> None:
        held = [{"value": value, "why": why, "sightings": [sighting()]}]
        folder = write(tmp_path, platform(withheld=held, channels=[phone()]))
        verdict = ask(folder, value, claim=claim)
        assert (verdict.status, verdict.exit) == (Status.WITHHELD, Exit.CANNOT_TELL)
        assert (codes(verdict), verdict.platform) == ([f"withheld-{why}"], "example")
        assert [s.url for s in verdict.sightings] == ["https://help.example.com/contact"]

    def test_the_reason_beats_a_likeness(self, tmp_path: Path) -> None:
        held = [{"value": "+12025550124", "why": "not-support"}]
        folder = write(tmp_path, platform(withheld=held, channels=[phone()]))
        assert codes(ask(folder, "+12025550124"))[0] == "withheld-not-support"

    def test_it_is_no_news_of_another_platform(self, tmp_path: Path) -> None:
        held = [{"value": US_LINE, "why": "not-support"}]
        other = platform("sample", **says("none", url="https://sample.com/help"))
        verdict = ask(write(tmp_path, platform(withheld=held), other), US_LINE, claim="sample")
        assert verdict.status is Status.NO_PHONE_LINE
        assert codes(verdict) == ["withheld-not-support", "policy-none-stated"]

    def test_withheld_and_reported_is_reported(self, tmp_path: Path) -> None:
        held = [{"value": US_LINE, "why": "unconfirmed"}]
        folder = write(tmp_path, platform(withheld=held), reports=[reported("example", US_LINE)])
        assert ask(folder, US_LINE).status is Status.REPORTED


def test_every_status_has_its_level_and_exit_code() -> None:
    """The table of the design, row by row."""
    table = {
        Status.UNREADABLE: ("warning", 3),
        Status.AMBIGUOUS: ("warning", 3),
        Status.INBOUND_ONLY: ("danger", 1),
        Status.CALLER_ID_UNPROVEN: ("warning", 3),
        Status.RETIRED: ("danger", 1),
        Status.REPORTED: ("danger", 1),
        Status.OTHER_PLATFORM: ("danger", 1),
        Status.AUTHORITY: ("warning", 3),
        Status.WITHHELD: ("warning", 3),
        Status.DISPUTED: ("warning", 3),
        Status.SECONDHAND: ("warning", 3),
        Status.STALE: ("warning", 3),
        Status.LISTED: ("listed", 0),
        Status.LOOKALIKE: ("danger", 1),
        Status.NO_PHONE_LINE: ("danger", 1),
        Status.NOT_LISTED: ("danger", 1),
        Status.UNKNOWN: ("warning", 3),
    }
    assert {s: (s.level, int(s.exit)) for s in Status} == table


class TestWhereItWasFound:
    """A contact that is not shown, and one that says who wrote."""

    @pytest.fixture
    def checker(self, tmp_path: Path) -> Checker:
        folder = write(
            tmp_path,
            platform(
                channels=[phone(), channel("email", "help@example.com"), phone(GB_LINE)],
                **says("published"),
            ),
            platform("sample", **says("none", url="https://sample.com/help")),
            reports=[reported("example", US_OTHER)],
        )
        return Checker(Store(folder, "test", today=TODAY), today=TODAY)

    def judged(
        self, checker: Checker, text: str, origin: Origin, said: str | None = None
    ) -> Verdict:
        (find,) = read(text)
        claim = checker.store.ask(lambda snapshot: snapshot.platform(said)) if said else None
        return checker.judge(msgspec.structs.replace(find, origin=origin), claim)

    def test_what_is_hidden_is_never_listed(self, checker: Checker) -> None:
        verdict = self.judged(checker, US_LINE, "hidden")
        assert (verdict.status, verdict.exit) == (Status.UNKNOWN, Exit.CANNOT_TELL)
        assert codes(verdict) == ["hidden-text", "on-own-page"]

    @pytest.mark.parametrize("said", ["example", "sample"])
    def test_what_is_hidden_is_offered_as_nobodys_contact(
        self, checker: Checker, said: str
    ) -> None:
        verdict = self.judged(checker, AU_LINE, "hidden", said)
        assert (verdict.status, verdict.claim) == (Status.UNKNOWN, None)
        assert codes(verdict) == ["nobody-publishes-it", "hidden-text"]

    def test_what_is_dangerous_by_itself_stays_so(self, checker: Checker) -> None:
        verdict = self.judged(checker, US_OTHER, "hidden", "sample")
        assert (verdict.status, codes(verdict)[-1]) == (Status.REPORTED, "hidden-text")

    @pytest.mark.parametrize("origin", ["picture", "qr-code"])
    @pytest.mark.parametrize("text", [US_LINE, "help@example.com", "https://example.com/"])
    def test_what_a_picture_shows_is_never_listed(
        self, checker: Checker, origin: Origin, text: str
    ) -> None:
        assert self.judged(checker, text, "text").status is Status.LISTED
        verdict = self.judged(checker, text, origin, "example")
        assert (verdict.status, verdict.exit) == (Status.UNKNOWN, Exit.CANNOT_TELL)
        assert codes(verdict)[0] == "from-picture"

    @pytest.mark.parametrize("text", [US_LINE, "help@example.com"])
    def test_the_text_of_a_pdf_file_is_never_listed(self, checker: Checker, text: str) -> None:
        verdict = self.judged(checker, text, "pdf", "example")
        assert (verdict.status, verdict.exit) == (Status.UNKNOWN, Exit.CANNOT_TELL)
        assert codes(verdict)[0] == "from-pdf"

    def test_a_picture_can_warn(self, checker: Checker) -> None:
        verdict = self.judged(checker, US_OTHER, "picture", "sample")
        assert (verdict.status, codes(verdict)[-1]) == (Status.REPORTED, "from-picture")

    def test_a_misread_digit_is_no_imitation(self, checker: Checker) -> None:
        near = US_LINE[:-1] + str((int(US_LINE[-1]) + 1) % 10)
        assert self.judged(checker, near, "text").status is Status.LOOKALIKE
        assert self.judged(checker, near, "qr-code").status is Status.LOOKALIKE
        assert self.judged(checker, near, "picture").status is Status.UNKNOWN

    def test_a_sender_reached_the_person(self, checker: Checker) -> None:
        verdict = self.judged(checker, "help@example.com", "sender")
        assert (verdict.status, verdict.direction) == (Status.CALLER_ID_UNPROVEN, "they-called")
        assert self.judged(checker, "help@example.com", "text").status is Status.LISTED

    def test_a_text_may_link_to_another_platforms_contacts(self, checker: Checker) -> None:
        """A number next to the wrong name is bait; an address that says whose it is is not."""
        assert self.judged(checker, "help@example.com", "text", "sample").status is Status.LISTED
        assert self.judged(checker, US_LINE, "text", "sample").status is Status.OTHER_PLATFORM
