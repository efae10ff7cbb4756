"""From a text to verdicts: claims, countries, several contacts, the public API."""

import datetime as dt
import socket
from pathlib import Path
from typing import NoReturn

import pytest

import hotline_check
from hotline_check.checking import Checker
from hotline_check.errors import HotlineError
from hotline_check.registry.folder import load
from hotline_check.registry.matching.regions import known_region
from hotline_check.registry.storage.home import home_regions
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Direction, Status
from tests.entries import (
    AU_LINE,
    GB_LINE,
    TODAY,
    US_LINE,
    ask,
    channel,
    phone,
    platform,
    sighting,
    write,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    page = sighting("https://sample.com/contact")
    return write(
        tmp_path,
        platform(channels=[phone(regions=["US"]), phone(GB_LINE, regions=["GB"])]),
        platform(
            "sample",
            channels=[phone(AU_LINE, regions=["AU"], sightings=[page])],
        ),
    )


@pytest.fixture
def store(folder: Path) -> Store:
    return Store(folder, "test", today=TODAY)


class TestClaim:
    @pytest.mark.parametrize("name", ["nobody", "exampel", "samples", "\x1b[2J", "x" * 1000])
    def test_an_unknown_name_hides_no_answer(self, folder: Path, name: str) -> None:
        """Nothing becomes good by it, and what is bad stays bad."""
        good = ask(folder, US_LINE, claim=name)
        assert (good.status, good.exit, good.platform) == (Status.UNKNOWN, 3, "example")
        assert good.reasons[0].code in {"claim-unknown", "claim-near"}
        close = ask(folder, "+12025550124", claim=name)
        assert (close.status, close.exit) == (Status.LOOKALIKE, 1)
        assert close.reasons[-1] == good.reasons[0]
        nobodys = ask(folder, "+13055550177", claim=name)
        assert (nobodys.status, nobodys.reasons[-1]) == (Status.UNKNOWN, good.reasons[0])

    def test_did_you_mean(self, folder: Path) -> None:
        (reason, *_) = ask(folder, US_LINE, claim="exampel").reasons
        assert (reason.code, reason.args) == ("claim-near", {"name": "exampel", "near": "Example"})

    def test_an_empty_claim_is_no_silent_absence_of_one(self, store: Store) -> None:
        with pytest.raises(HotlineError):
            Checker(store, today=TODAY, claim="")
        with pytest.raises(HotlineError):
            Checker(store, today=TODAY, region="")

    @pytest.mark.parametrize("word", ["they_called", "called", "", None])
    def test_a_misspelt_direction_is_no_dialling(self, store: Store, word: Direction) -> None:
        with pytest.raises(HotlineError) as refusal:
            Checker(store, today=TODAY, direction=word)
        assert refusal.value.code == "bad-choice"

    def test_a_trade_mark_sign_is_no_part_of_a_name(self, store: Store) -> None:
        claimed = Checker(store, today=TODAY, claim="Example™").claim
        assert claimed is not None
        assert claimed.id == "example"

    def test_uk_is_what_people_call_gb(self) -> None:
        assert known_region("uk") == "GB"

    def test_a_claim_from_the_text_counts_where_the_person_made_none(self, store: Store) -> None:
        sample = store.ask(lambda snapshot: snapshot.platform("sample"))
        assert sample is not None
        checker = Checker(store, today=TODAY)
        (find,) = hotline_check.read(US_LINE)
        verdict = checker.judge(find, claim=sample)
        assert (verdict.status, verdict.claim) == (Status.OTHER_PLATFORM, "sample")

    def test_the_persons_own_claim_beats_the_texts(self, store: Store) -> None:
        sample = store.ask(lambda snapshot: snapshot.platform("sample"))
        assert sample is not None
        (find,) = hotline_check.read(US_LINE)
        verdict = Checker(store, today=TODAY, claim="example").judge(find, claim=sample)
        assert (verdict.status, verdict.claim) == (Status.LISTED, "example")


class TestCountry:
    def test_the_claimed_platforms_countries(self, folder: Path) -> None:
        registry, _ = load(folder, TODAY)
        example, sample = registry.platforms
        assert (home_regions(example), home_regions(sample)) == (("US", "GB"), ("AU",))

    @pytest.mark.parametrize(
        ("entry", "regions"),
        [
            (platform(country="IE"), ("IE",)),
            (platform(country=None), ()),
            (platform(channels=[channel("email", "a@example.com", regions=["HK"])]), ("HK",)),
            (platform(country="NO", channels=[phone()]), ("NO",)),
            (platform(channels=[phone(regions=["EU", "FR"])]), ("FR",)),
        ],
        ids=["its own", "none", "of other channels", "lines without one", "not a Union"],
    )
    def test_where_its_lines_name_none(
        self, tmp_path: Path, entry: dict[str, object], regions: tuple[str, ...]
    ) -> None:
        registry, _ = load(write(tmp_path, entry), TODAY)
        assert home_regions(registry.platforms[0]) == regions

    def test_what_the_person_says_beats_the_claim(self, store: Store) -> None:
        checker = Checker(store, today=TODAY, claim="example", region="AU")
        (verdict,) = checker.check("02 5550 1234")
        assert verdict.reading is not None
        assert verdict.reading.value == AU_LINE

    @pytest.mark.parametrize("region", ["us", " US ", "gb"])
    def test_codes_in_any_case(self, region: str) -> None:
        assert known_region(region) == region.strip().upper()

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("USA", "US"),
            ("GBR", "GB"),
            ("england", "GB"),
            ("South Korea", "KR"),
            ("韩国", "KR"),
            ("대한민국", "KR"),
            ("美国", "US"),
            ("香港", "HK"),
            ("台灣", "TW"),
            ("Deutschland", "DE"),
            ("Türkiye", "TR"),
            ("Georgia", "GE"),
        ],
    )
    def test_names_and_three_letters(self, name: str, code: str) -> None:
        assert known_region(name) == code

    def test_a_mistyped_name_gets_a_suggestion(self) -> None:
        with pytest.raises(HotlineError) as refusal:
            known_region("Germny")
        assert refusal.value.params["near"] == "DE"

    @pytest.mark.parametrize("region", ["XXX", "", "U", "国", "00", "EUR"])
    def test_no_country(self, region: str) -> None:
        with pytest.raises(HotlineError) as refusal:
            known_region(region)
        assert refusal.value.code == "no-such-region"

    def test_the_country_that_was_said_is_not_overruled_by_the_claim(self, store: Store) -> None:
        national = US_LINE.removeprefix("+1")
        (verdict,) = Checker(store, today=TODAY, claim="example").check(national)
        assert verdict.platform == "example"
        (verdict,) = Checker(store, today=TODAY, claim="example", region="AU").check(national)
        assert verdict.status is not Status.LISTED


class TestSeveral:
    def test_every_contact_of_a_text(self, store: Store) -> None:
        verdicts = Checker(store, today=TODAY).check(f"{US_LINE} or {AU_LINE}")
        assert [v.platform for v in verdicts] == ["example", "sample"]

    def test_never_none(self, store: Store) -> None:
        for text in ("", " ", "hello", "\x00", "12", "\udcff", "+" * 1000):
            (verdict,) = Checker(store, today=TODAY).check(text)
            assert verdict.status is Status.UNREADABLE

    @pytest.mark.parametrize("text", ["Example 2025550143", "Example support 12025550143"])
    def test_a_name_speaks_for_digits_as_in_a_scan(self, store: Store, text: str) -> None:
        (verdict,) = Checker(store, today=TODAY).check(text)
        assert verdict.level == "danger"
        assert verdict.reading is not None
        assert verdict.reading.value == "+12025550143"

    @pytest.mark.parametrize(
        "text",
        [
            f"Example {US_LINE[1:]} dann 55",
            f"Example <span hidden>{US_LINE[1:]}</span>",
            f"Example {US_LINE[1:]} 55",
            f"Example {US_LINE[1:]}x",
        ],
    )
    def test_a_name_lists_no_part_of_what_is_there(self, store: Store, text: str) -> None:
        verdicts = Checker(store, today=TODAY).check(text)
        assert any(verdict.status is not Status.LISTED for verdict in verdicts)

    def test_a_name_speaks_for_no_order(self, store: Store) -> None:
        (verdict,) = Checker(store, today=TODAY).check("Example order 2025550143")
        assert verdict.status is Status.UNREADABLE

    def test_a_platforms_name_is_no_contact(self, store: Store) -> None:
        (verdict,) = Checker(store, today=TODAY).check("Example")
        assert verdict.status is Status.UNREADABLE
        assert verdict.reasons[-1].args == {"platform": "Example", "id": "example"}


class TestPublicApi:
    def test_check(self, folder: Path) -> None:
        (verdict,) = hotline_check.check(US_LINE, platform="Example", today=TODAY, registry=folder)
        assert verdict.status is hotline_check.Status.LISTED
        assert hotline_check.record(verdict)["status"] == "listed"

    def test_the_machines_day_is_used_when_none_is_given(self, folder: Path) -> None:
        (verdict,) = hotline_check.check(US_LINE, registry=folder)
        age = dt.datetime.now().astimezone().date() - (TODAY - dt.timedelta(days=1))
        assert verdict.registry is not None
        assert abs(verdict.registry.age_days - max(age.days, 0)) <= 1

    def test_every_name_of_it(self) -> None:
        for name in hotline_check.__all__:
            assert getattr(hotline_check, name) is not None
        with pytest.raises(AttributeError):
            _ = hotline_check.nothing_of_the_kind

    def test_the_network_is_never_touched(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> NoReturn:
            raise AssertionError("the network was touched")

        monkeypatch.setattr(socket, "socket", refuse)
        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        for text in (US_LINE, "+12025550199", "https://example.com/", "a@example.com", "@Example"):
            hotline_check.check(text, platform="example", today=TODAY, registry=folder)
