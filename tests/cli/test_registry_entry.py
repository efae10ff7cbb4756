"""`registry policy | add-domain | impostor | remark`, and the options for copies and customers."""

import json
from pathlib import Path

import pytest

from hotline_check.registry.folder import load
from hotline_check.registry.models import Platform
from tests.conftest import Program
from tests.entries import REGISTRY_DAY, US_LINE, US_OTHER, phone, platform, write

PAGE = "https://help.example.com/contact"
CARDS = "https://help.example.com/cards"
COPY = f"https://web.archive.org/web/20261120101500/{PAGE}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(
        tmp_path / "registry",
        platform(domains=["example.com", "example.net"], channels=[phone()]),
        platform("other", domains=["other.com"]),
    )


@pytest.fixture
def registry(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.delenv("HOTLINE_CHECK_REGISTRY")
    assert folder.is_dir()
    return program


def entry(folder: Path) -> Platform:
    """The example platform, in a registry that keeps all rules."""
    entries, problems = load(folder, REGISTRY_DAY)
    assert problems == []
    return entries.platforms[0]


class TestPolicy:
    def test_for_everybody(self, registry: Program, folder: Path) -> None:
        told = ("registry", "policy", "example")
        assert registry(*told, "none", "--basis", "inferred", "--url", PAGE) == 0, registry.err
        found = entry(folder)
        assert (found.phone_policy, found.phone_policy_basis) == ("none", "inferred")
        assert found.phone_policy_source is not None
        assert (found.phone_policy_source.url, found.phone_policy_source.how) == (PAGE, "live")
        assert registry(*told, "unknown") == 0
        found = entry(folder)
        assert (found.phone_policy, found.phone_policy_source) == ("unknown", None)

    def test_for_some_customers_and_again(self, registry: Program, folder: Path) -> None:
        told = ("registry", "policy", "example", "published", "--basis")
        whom = ("--customers", "card", "-r", "AU")
        assert registry(*told, "inferred", "--url", PAGE, *whom) == 0, registry.err
        assert registry(*told, "stated", "--url", CARDS, *whom) == 0
        assert registry(*told, "stated", "--url", CARDS, "-r", "NZ") == 0
        scopes = entry(folder).policy_scopes
        assert [(s.customers, s.regions, s.basis) for s in scopes] == [
            (("card",), ("AU",), "stated"),
            ((), ("NZ",), "stated"),
        ]
        assert entry(folder).phone_policy == "unknown"

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("none", "--url", PAGE), "--basis is missing"),
            (("none", "--basis", "stated"), "--url is missing"),
            (("rumour",), "does not know rumour"),
            (("unknown", "--customers", "card"), "does not know unknown"),
            (("none", "--basis", "stated", "--url", PAGE, "--customers", "rich"), "know rich"),
            (("none", "--basis", "stated", "--url", "https://example.org/"), "nothing was written"),
        ],
    )
    def test_refused(
        self, registry: Program, folder: Path, arguments: tuple[str, ...], told: str
    ) -> None:
        assert registry("registry", "policy", "example", *arguments) == 2
        assert told in registry.err
        assert entry(folder).policy_scopes == ()


class TestDomains:
    def test_new_known_and_seen_again(self, registry: Program, folder: Path) -> None:
        def pin(name: str, page: str) -> None:
            assert registry("registry", "add-domain", "example", name, "--url", page) == 0

        pin("example.com", PAGE)
        pin("example.com", CARDS)
        pin("example-status.com", PAGE)
        found = entry(folder)
        assert found.pins == ("example.com", "example.net", "example-status.com")
        first, last = found.described_domains
        assert [s.url for s in first.sightings] == [PAGE, CARDS]
        assert [s.url for s in last.sightings] == [PAGE]

    def test_two_platforms_of_one_company_both_say_so(
        self, registry: Program, folder: Path
    ) -> None:
        mine = ("registry", "add-domain", "example", "example.com", "--url", PAGE)
        theirs = ("registry", "add-domain", "other", "example.com", "--url", "https://other.com/a")
        assert registry(*mine) == 0
        assert registry(*theirs) == 2
        assert registry(*mine, "--shared-with", "other") == 0
        assert registry(*theirs) == 2
        assert registry(*theirs, "--shared-with", "example") == 0, registry.err
        assert entry(folder).described_domains[0].shared_with == ("other",)

    def test_another_platforms_domain(self, registry: Program, folder: Path) -> None:
        assert registry("registry", "add-domain", "example", "other.com", "--url", PAGE) == 2
        assert "other.com" in registry.err
        assert entry(folder).described_domains == ()


class TestImpostors:
    def test_a_mirror(self, registry: Program, folder: Path) -> None:
        told = ("registry", "impostor", "example", "host", "examp1e.org", "--relation", "mirror")
        assert registry(*told, "--url", "https://news.example.org/a") == 0, registry.err
        assert registry("registry", "impostor", "example", "x", "@Exampie", "--relation", "fake",
                        "--format", "json") == 0  # fmt: skip
        assert json.loads(registry.out)["written"]
        first, second = entry(folder).impostors
        assert (first.value, first.relation, second.source) == ("examp1e.org", "mirror", None)
        assert first.source is not None
        assert first.source.source_kind == "third-party"
        assert registry(*told) == 2
        assert "names examp1e.org" in registry.err


class TestRemarks:
    def test_on_the_entry_and_on_a_channel(self, registry: Program, folder: Path) -> None:
        assert registry("registry", "remark", "example", "The copy lost its dates.") == 0
        assert registry("registry", "remark", "example", "Page: see the footer.") == 0
        on = ("--on", "+1 202 555 0123")
        assert registry("registry", "remark", "example", "Older page.", *on) == 0, registry.err
        found = entry(folder)
        assert found.remarks == ("The copy lost its dates.", "Page: see the footer.")
        assert found.channels[0].remarks == ("Older page.",)
        assert registry("registry", "remark", "example", "No.", "--on", US_OTHER) == 2


class TestCopiesAndCustomers:
    def test_a_line_for_card_holders_seen_in_an_archive(
        self, registry: Program, folder: Path
    ) -> None:
        told = ("registry", "add-channel", "example", "phone", "+1 312 555 0147", "--url", PAGE)
        assert (
            registry(*told, "--seen", "2026-11-20", "--archive", COPY, "--customers", "card") == 0
        )
        added = entry(folder).channels[1]
        assert (added.value, added.customers) == (US_OTHER, ("card",))
        assert (added.sightings[0].how, added.sightings[0].archive) == ("archived-copy", COPY)
        assert registry(*told[:4], "+1 312 555 0148", "--url", PAGE, "--customers", "rich") == 2

    def test_an_archives_day_must_be_the_day_it_was_seen(
        self, registry: Program, folder: Path
    ) -> None:
        told = ("registry", "sight", "example", US_LINE, "--url", PAGE, "--archive", COPY)
        assert registry(*told) == 2
        assert "20" in registry.err
        assert entry(folder).channels[0].sightings[0].archive is None
        elsewhere = COPY.replace("/contact", "/cards")
        day = ("--url", CARDS, "--seen", "2026-11-20")
        assert registry("registry", "sight", "example", US_LINE, "--archive", elsewhere, *day) == 0
        assert entry(folder).channels[0].sightings[1].how == "archived-copy"
