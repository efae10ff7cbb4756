"""What an entry must keep: for each rule one entry that breaks it, named after the defect."""

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hotline_check.registry.folder import Registry, load
from hotline_check.registry.problems import Problem
from hotline_check.registry.web.pins import (
    host_of,
    is_own_url,
    pin_problem,
)
from hotline_check.registry.web.user_pages import visitors_write
from hotline_check.wording.terms.problems import PROBLEMS, problem_line
from hotline_check.wording.text.catalogue import words
from tests.entries import (
    AU_LINE,
    GB_FREE,
    GB_LINE,
    GB_PREMIUM,
    SEEN,
    TODAY,
    US_LINE,
    US_OTHER,
    Entry,
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

TOMORROW = TODAY + dt.timedelta(days=1)
OWN = "https://help.example.com/contact"


class Defect(NamedTuple):
    """What a good entry is changed by, and the problem that this makes."""

    code: str
    key: str
    changes: dict[str, Any]


def with_phone(value: str = US_LINE, **changes: Any) -> dict[str, Any]:
    return {"channels": [phone(value, **changes)]}


def seen_at(url: str, **changes: Any) -> dict[str, Any]:
    return with_phone(sightings=[sighting(url, **changes)])


def without(key: str, changes: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in changes.items() if k != key}


PAGE = "https://example.com/terms"
COPY = f"https://web.archive.org/web/20261122101500/{PAGE}"
TERMS = "https://github.com/OpenTermsArchive/contrib-versions/blob/main/Example/Terms.md"


def seen_in_archive(archive: str | None = COPY, **changes: Any) -> Entry:
    page = sighting(PAGE, **{"how": "archived-copy", "archive": archive, **changes})
    return {"sightings": [page]}


def archived(archive: str | None = COPY, **changes: Any) -> Entry:
    return with_phone(**seen_in_archive(archive, **changes))


def domain(name: str, *sightings: Entry, **changes: Any) -> Entry:
    """A domain with its pages."""
    return {"domain": name, "sightings": list(sightings), **changes}


def pinned(*domains: Entry | str) -> dict[str, Any]:
    return {"domains": ["example.com", *domains]}


def scope(policy: str = "published", **whom: Any) -> Entry:
    return {"policy": policy, "basis": "stated", "source": sighting(), **whom}


HELD = {"value": GB_FREE, "why": "unconfirmed"}

DEFECTS = {
    # identity
    "id with capitals": Defect("bad-id", "id", {"id": "Example"}),
    "id with two hyphens": Defect("bad-id", "id", {"id": "exa--mple"}),
    "country of no country": Defect("unknown-region", "country", {"country": "UK"}),
    "fresh for no day": Defect("bad-fresh-days", "fresh_days", {"fresh_days": 0}),
    "fresh for ever": Defect("bad-fresh-days", "fresh_days", {"fresh_days": 367}),
    "alias twice": Defect("repeated-alias", "aliases[1]", {"aliases": ["Ex", "Ex"]}),
    "alias is the name": Defect("repeated-alias", "aliases[0]", {"aliases": ["Example"]}),
    # policies
    "policy without a basis": Defect(
        "policy-without-source",
        "phone_policy_basis",
        without("phone_policy_basis", says("none")),
    ),
    "policy without a source": Defect(
        "policy-without-source",
        "phone_policy_source",
        without("phone_policy_source", says("published")),
    ),
    "calls without a source": Defect("claim-without-source", "calls", {"calls": "never"}),
    "basis of calls without calls": Defect(
        "claim-without-source", "calls", {"calls_basis": "inferred"}
    ),
    "source of calls without calls": Defect(
        "claim-without-source", "calls", {"calls_source": sighting()}
    ),
    "never asks without a source": Defect(
        "claim-without-source", "never_asks", {"never_asks": ["password"]}
    ),
    "policy for nobody": Defect(
        "scope-for-everybody", "policy_scopes[0]", {"policy_scopes": [scope()]}
    ),
    "policy for a country of no country": Defect(
        "unknown-region", "policy_scopes[0].regions[0]", {"policy_scopes": [scope(regions=["UK"])]}
    ),
    "two policies for the same": Defect(
        "repeated-scope",
        "policy_scopes[1]",
        {"policy_scopes": [scope(customers=["card"]), scope("none", customers=["card"])]},
    ),
    "policy for some on somebody else's page": Defect(
        "unpinned-host",
        "policy_scopes[0].source.url",
        {"policy_scopes": [scope(regions=["GB"], source=sighting("https://example.net/a"))]},
    ),
    "lines for card holders, policy for all": Defect(
        "policy-wider-than-lines",
        "phone_policy",
        {**with_phone(customers=["card"]), **says("published")},
    ),
    # copies
    "archived copy without an archive": Defect(
        "archive-without-copy", "channels[0].sightings[0].how", archived(None)
    ),
    "archive of a live page": Defect(
        "archive-without-copy", "channels[0].sightings[0].how", archived(how="live")
    ),
    "copy in anybody's repository": Defect(
        "not-an-archive",
        "channels[0].sightings[0].archive",
        archived("https://github.com/somebody/terms/blob/main/Example.md"),
    ),
    "copy in an archive's name": Defect(
        "not-an-archive",
        "channels[0].sightings[0].archive",
        archived("https://web.archive.org.evil.net/web/20261122101500/https://example.com/terms"),
    ),
    "archive's search page": Defect(
        "not-an-archive",
        "channels[0].sightings[0].archive",
        archived("https://web.archive.org/web/2026*/https://example.com/terms"),
    ),
    "upload to an archive": Defect(
        "not-an-archive",
        "channels[0].sightings[0].archive",
        archived("https://archive.org/details/example-terms"),
    ),
    "archive without a host": Defect(
        "not-an-archive", "channels[0].sightings[0].archive", archived("the archive")
    ),
    "copy of another page": Defect(
        "archive-of-another-page",
        "channels[0].sightings[0].archive",
        archived("https://web.archive.org/web/20261122101500/https://evil.net/terms"),
    ),
    "copy of another day": Defect(
        "archive-of-another-day",
        "channels[0].sightings[0].archive",
        archived("https://web.archive.org/web/20261121235959/https://example.com/terms"),
    ),
    # pins
    "domain shown only by itself": Defect(
        "domain-vouches-for-itself",
        "domains[1]",
        pinned(domain("example.org", sighting("https://www.example.org/about"))),
    ),
    "domain shown by somebody else": Defect(
        "domain-vouches-for-itself",
        "domains[1]",
        pinned(domain("example.org", elsewhere())),
    ),
    "domain pinned twice": Defect(
        "repeated-value", "domains[1]", pinned({"domain": "example.com"})
    ),
    "domain shared with nobody": Defect(
        "unknown-platform", "domains[1]", pinned({"domain": "example.org", "shared_with": ["x"]})
    ),
    "domain's page with a query": Defect(
        "query-in-evidence",
        "domains[1].sightings[0].url",
        pinned(domain("example.org", sighting(OWN + "?q=1"))),
    ),
    "pin with a scheme": Defect(
        "pin-not-a-host", "domains[1]", {"domains": ["example.com", "https://example.org"]}
    ),
    "pin of a top-level domain": Defect(
        "pin-public-suffix", "domains[1]", {"domains": ["example.com", "co.uk"]}
    ),
    "pin of a whole help desk": Defect(
        "pin-shared-host", "domains[1]", {"domains": ["example.com", "zendesk.com"]}
    ),
    "pin of a site where anybody writes": Defect(
        "pin-user-content", "domains[1]", {"domains": ["example.com", "gist.github.com"]}
    ),
    # evidence
    "seen tomorrow": Defect(
        "future-date", "channels[0].sightings[0].seen", seen_at(OWN, seen=TOMORROW)
    ),
    "page younger than its sighting": Defect(
        "page-after-seen", "channels[0].sightings[0].page_date", seen_at(OWN, page_date=TODAY)
    ),
    "page without a host": Defect("bad-url", "channels[0].sightings[0].url", seen_at("contact")),
    "page on a broken host": Defect(
        "bad-url", "channels[0].sightings[0].url", seen_at("https://[example.com/")
    ),
    "page behind a user name": Defect(
        "bad-url", "channels[0].sightings[0].url", seen_at("https://example.com@evil.net/")
    ),
    "page behind a backslash": Defect(
        "bad-url", "channels[0].sightings[0].url", seen_at("https://evil.net\\.example.com/")
    ),
    "page of another scheme": Defect(
        "bad-url", "channels[0].sightings[0].url", seen_at("javascript:alert(1)")
    ),
    "page with a query": Defect(
        "query-in-evidence", "channels[0].sightings[0].url", seen_at(OWN + "?q=555")
    ),
    "page with an empty query": Defect(
        "query-in-evidence", "channels[0].sightings[0].url", seen_at(OWN + "?")
    ),
    "page with a fragment": Defect(
        "query-in-evidence", "channels[0].sightings[0].url", seen_at(OWN + "#:~:text=555")
    ),
    "page on an unpinned host": Defect(
        "unpinned-host",
        "channels[0].sightings[0].url",
        seen_at("https://example.com.evil.net/contact"),
    ),
    "page on a host that ends alike": Defect(
        "unpinned-host", "channels[0].sightings[0].url", seen_at("https://notexample.com/contact")
    ),
    "page below a pinned shared host": Defect(
        "unpinned-host",
        "channels[0].sightings[0].url",
        {
            "domains": ["example.zendesk.com"],
            **seen_at("https://evil.example.zendesk.com/hc"),
        },
    ),
    "page of a forum": Defect(
        "not-evidence", "channels[0].sightings[0].url", seen_at("https://example.com/Forum/t/1")
    ),
    "page of a forum in other letters": Defect(
        "not-evidence", "channels[0].sightings[0].url", seen_at("https://example.com/%66orum/t")
    ),
    "page of a community host": Defect(
        "not-evidence", "channels[0].sightings[0].url", seen_at("https://community.example.com/t")
    ),
    "short link": Defect(
        "not-evidence", "channels[0].sightings[0].url", seen_at("https://link.example.com/t")
    ),
    "page of a customer": Defect(
        "not-evidence", "channels[0].sightings[0].url", seen_at("https://example.com/$example")
    ),
    "uploaded file": Defect(
        "not-evidence",
        "channels[0].sightings[0].url",
        seen_at("https://example.com/hc/attachments/1.pdf"),
    ),
    "policy seen tomorrow": Defect(
        "future-date", "phone_policy_source.seen", says("none", seen=TOMORROW)
    ),
    "policy from an unpinned host": Defect(
        "unpinned-host", "phone_policy_source.url", says("none", url="https://evil.net/")
    ),
    "number withheld on an own page elsewhere": Defect(
        "unpinned-host",
        "withheld[0].sightings[0].url",
        {"withheld": [{**HELD, "sightings": [sighting("https://evil.net/")]}]},
    ),
    "report address seen elsewhere": Defect(
        "unpinned-host",
        "report_to.sightings[0].url",
        {
            "report_to": {
                "kind": "email",
                "value": "abuse@example.com",
                "sightings": [sighting("https://evil.net/")],
            }
        },
    ),
    "impostor named tomorrow": Defect(
        "future-date",
        "impostors[0].source.seen",
        {
            "impostors": [
                {
                    "kind": "host",
                    "value": "evil.net",
                    "relation": "fake",
                    "source": elsewhere(seen=TOMORROW),
                }
            ]
        },
    ),
    "further page seen tomorrow": Defect(
        "future-date",
        "sources[0].seen",
        {"sources": [{**elsewhere(seen=TOMORROW), "about": {"en": "Says it."}}]},
    ),
    "page to verify on elsewhere": Defect(
        "unpinned-host", "verify_page", {"verify_page": "https://evil.net/verify"}
    ),
    "page to verify on with a query": Defect(
        "query-in-evidence", "verify_page", {"verify_page": "https://example.com/v?next=evil.net"}
    ),
    "page to verify on that leads on": Defect(
        "page-leads-on", "verify_page", {"verify_page": "https://example.com/verify//evil.net"}
    ),
    "form that leads on": Defect(
        "page-leads-on",
        "channels[0].value",
        {"channels": [channel("form", "https://example.com/ask?next=//evil.net")]},
    ),
    "name with a character that turns it around": Defect(
        "hidden-character", "name", {"name": "Exa\u202emple"}
    ),
    "note with an escape": Defect(
        "hidden-character", "note.en", {"note": {"en": "Write\x1b[2J to it."}}
    ),
    "page to verify on without a host": Defect("bad-url", "verify_page", {"verify_page": "verify"}),
    # channels
    "channel nobody saw": Defect("no-sighting", "channels[0].sightings", with_phone(sightings=[])),
    "channel known from others only": Defect(
        "third-party-only", "channels[0].sightings", with_phone(sightings=[elsewhere()])
    ),
    "secondhand with an own page": Defect(
        "not-secondhand", "channels[0].secondhand", with_phone(secondhand=True)
    ),
    "retired tomorrow": Defect("future-date", "channels[0].retired", with_phone(retired=TOMORROW)),
    "channel twice": Defect(
        "repeated-value", "channels[1].value", {"channels": [phone(), phone()]}
    ),
    "address twice in other letters": Defect(
        "repeated-value",
        "channels[1].value",
        {"channels": [channel("email", "a@example.com"), channel("email", "A@example.com")]},
    ),
    "number in words": Defect("bad-number", "channels[0].value", with_phone("call us")),
    "number of no plan": Defect("bad-number", "channels[0].value", with_phone("+12015550")),
    "number too short": Defect("bad-number", "channels[0].value", with_phone("+1202555")),
    "number nobody can have": Defect("bad-number", "channels[0].value", with_phone("+11115550123")),
    "number in groups": Defect("not-e164", "channels[0].value", with_phone("+1 202 555 0123")),
    "number with an extension": Defect(
        "not-e164", "channels[0].value", with_phone("+12025550123;ext=5")
    ),
    "number in full-width figures": Defect(
        "not-e164", "channels[0].value", with_phone("＋１２０２５５５０１２３")
    ),
    "number with a trunk zero": Defect(
        "not-e164", "channels[0].value", with_phone("+4401134960123")
    ),
    "premium-rate number": Defect("premium-rate", "channels[0].value", with_phone(GB_PREMIUM)),
    "short number of no country": Defect(
        "short-code-without-region", "channels[0].value", with_phone("2882")
    ),
    "two digits": Defect(
        "short-code-without-region", "channels[0].value", with_phone("28", regions=["PH"])
    ),
    "region of no country": Defect(
        "unknown-region", "channels[0].regions[0]", with_phone(regions=["UK"])
    ),
    "language in words": Defect(
        "unknown-language", "channels[0].languages[0]", with_phone(languages=["English"])
    ),
    "hours without a zone": Defect(
        "hours-without-timezone", "channels[0].hours", with_phone(hours="Mo-Fr 09:00-18:00")
    ),
    "zone without hours": Defect(
        "hours-without-timezone", "channels[0].hours", with_phone(timezone="Europe/Berlin")
    ),
    "zone of nowhere": Defect(
        "unknown-timezone",
        "channels[0].timezone",
        with_phone(hours="Mo-Fr 09:00-18:00", timezone="Europe/Atlantis"),
    ),
    "hours in words": Defect(
        "bad-hours",
        "channels[0].hours",
        with_phone(hours="business hours", timezone="Europe/Berlin"),
    ),
    "address without a host": Defect(
        "bad-email", "channels[0].value", {"channels": [channel("email", "help@example")]}
    ),
    "two addresses in one": Defect(
        "bad-email", "channels[0].value", {"channels": [channel("email", "a@b.com, c@d.com")]}
    ),
    "form without a host": Defect(
        "bad-url", "channels[0].value", {"channels": [channel("form", "contact form")]}
    ),
    "report address without a host": Defect(
        "bad-email", "report_to.value", {"report_to": {"kind": "email", "value": "abuse"}}
    ),
    # what is not the platform's
    "withheld and listed": Defect(
        "withheld-and-listed",
        "withheld[0]",
        {**with_phone(GB_FREE), "withheld": [HELD]},
    ),
    "withheld number as at home": Defect(
        "bad-number", "withheld[0].value", {"withheld": [{**HELD, "value": "0808 157 0123"}]}
    ),
    "impostor on a pinned domain": Defect(
        "impostor-is-pinned",
        "impostors[0]",
        {"impostors": [{"kind": "host", "value": "my.example.com/a", "relation": "fake"}]},
    ),
}


def problems_in(folder: Path) -> list[Problem]:
    _, problems = load(folder, TODAY)
    return problems


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_defect_is_found_and_named(tmp_path: Path, defect: Defect) -> None:
    entry = platform(**defect.changes)
    problems = problems_in(write(tmp_path, entry))
    found = [(p.code, p.key) for p in problems]
    assert (defect.code, defect.key) in found
    assert {code for code, _ in found} <= {defect.code, "id-is-not-file-name"}
    at = next(p for p in problems if p.code == defect.code)
    lines = (tmp_path / at.file).read_text().splitlines()
    last = defect.key.rpartition(".")[2].partition("[")[0]
    near = lines[at.line - 1]
    assert last in near or near.lstrip().startswith("-") or at.line == 1


def test_a_policy_stated_elsewhere_may_be_wider_than_the_lines_we_know(tmp_path: Path) -> None:
    blog = says("published", url="https://blog.example.com/ways-to-reach-us")
    folder = write(tmp_path, platform(**with_phone(customers=["merchants"]), **blog))
    assert load(folder, TODAY)[1] == []


def test_a_good_entry_has_no_problem(tmp_path: Path) -> None:
    lines = [
        phone(
            AU_LINE, hours="Mo-Fr 09:00-18:00", timezone="Europe/Berlin", languages=["en", "zh-TW"]
        ),
        phone("2882", regions=["PH", "EU"]),
        phone(GB_LINE, secondhand=True, sightings=[elsewhere(OWN + "?q=1")]),
        channel("form", "https://forms.example.net/ask"),
        channel("telegram", "@ExampleHelp"),
        phone(GB_FREE, customers=["card"], **seen_in_archive()),
        channel("email", "card@example.com", **seen_in_archive(TERMS)),
    ]
    entry = platform(
        channels=lines,
        domains=[
            domain("example.com", sighting()),
            "example.net",
            domain("example.org", sighting()),
            domain("example.co.uk", sighting("https://gov.example/list", source_kind="regulator")),
        ],
        policy_scopes=[scope("none", regions=["EU"]), scope(regions=["EU"], customers=["card"])],
        remarks=["The page names no country."],
        fresh_days=366,
        calls="never",
        calls_source=sighting(),
        never_asks=["password"],
        never_asks_source=sighting(),
        verify_page="https://example.com/verify",
        report_to={"kind": "email", "value": "abuse@example.com"},
        withheld=[{**HELD, "value": US_LINE}],
        impostors=[{"kind": "host", "value": "example-help.net", "relation": "fake"}],
        **says("published"),
    )
    helper = authority(
        phone="159",
        short_code=True,
        names={"zh": "报案热线", "cy": "Llinell"},
        about={"zh": "银行诈骗"},
        remarks=["Look at the page in spring."],
    )
    helpers = {"country": "GB", "authorities": [helper]}
    folder = write(tmp_path, entry, reports=[reported("example", US_OTHER)], authorities=[helpers])
    assert problems_in(folder) == []


class TestReportedNumbers:
    @pytest.mark.parametrize(
        ("code", "key", "entry"),
        [
            ("unknown-platform", "platform", reported("sample", US_LINE)),
            ("bad-number", "numbers[0].value", reported("example", "call")),
            ("not-e164", "numbers[0].value", reported("example", "+1 202-555-0123")),
            ("short-code-without-region", "numbers[0].value", reported("example", "2882")),
            ("repeated-value", "numbers[1].value", reported("example", US_LINE, US_LINE)),
            (
                "no-sighting",
                "numbers[0].sightings",
                reported("example", numbers=[{"value": US_LINE, "sightings": []}]),
            ),
            (
                "future-date",
                "numbers[0].sightings[0].seen",
                reported(
                    "example",
                    numbers=[
                        {
                            "value": US_LINE,
                            "sightings": [{"url": "https://example.net/", "seen": TOMORROW}],
                        }
                    ],
                ),
            ),
        ],
    )
    def test_a_defect(self, tmp_path: Path, code: str, key: str, entry: Entry) -> None:
        folder = write(tmp_path, platform(), reports=[entry])
        assert [(p.code, p.key) for p in problems_in(folder)] == [(code, key)]

    def test_a_number_nobody_can_have_may_be_reported(self, tmp_path: Path) -> None:
        """Scammers print what they like."""
        folder = write(tmp_path, platform(), reports=[reported("example", "+11115550123")])
        assert problems_in(folder) == []

    def test_the_file_has_the_platforms_name(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(), reports=[reported("example", US_LINE)])
        (folder / "reported" / "example.yaml").rename(folder / "reported" / "sample.yaml")
        assert [p.code for p in problems_in(folder)] == ["id-is-not-file-name"]


class TestAuthorities:
    @pytest.mark.parametrize(
        ("code", "key", "changes"),
        [
            ("bad-number", "phone", {"phone": "police"}),
            ("short-code-without-region", "phone", {"phone": "159"}),
            ("no-sighting", "sightings", {"sightings": []}),
            ("bad-url", "url", {"url": "police.example.org"}),
            ("no-way-to-reach", "", {"url": None}),
            ("hours-without-timezone", "hours", {"hours": "24/7"}),
            ("future-date", "sightings[0].seen", {"sightings": "tomorrow"}),
            ("unknown-language", "names.Welsh", {"names": {"Welsh": "Llinell"}}),
            ("archive-without-copy", "sightings[0].how", {"sightings": "copy"}),
        ],
    )
    def test_a_defect(self, tmp_path: Path, code: str, key: str, changes: Entry) -> None:
        if changes.get("sightings") == "tomorrow":
            page = sighting("https://example.org/", source_kind="government", seen=TOMORROW)
            changes = {"sightings": [page]}
        if changes.get("sightings") == "copy":
            page = sighting(PAGE, source_kind="government", how="archived-copy")
            changes = {"sightings": [page]}
        entry = {"country": "GB", "authorities": [authority(**changes)]}
        folder = write(tmp_path, platform(), authorities=[entry])
        path = f"authorities[0].{key}".rstrip(".")
        assert [(p.code, p.key) for p in problems_in(folder)] == [(code, path)]

    def test_a_country_of_no_country(self, tmp_path: Path) -> None:
        entry = {"country": "UK", "authorities": []}
        folder = write(tmp_path, platform(), authorities=[entry])
        assert [p.code for p in problems_in(folder)] == ["unknown-region"]

    def test_a_file_of_another_country(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(), authorities=[{"country": "GB", "authorities": []}])
        (folder / "authorities" / "gb.yaml").rename(folder / "authorities" / "ie.yaml")
        assert [p.code for p in problems_in(folder)] == ["id-is-not-file-name"]


class TestBetweenFiles:
    def test_number_of_two_platforms(self, tmp_path: Path) -> None:
        page = sighting("https://sample.com/contact")
        folder = write(
            tmp_path,
            platform(channels=[phone()]),
            platform("sample", channels=[phone(sightings=[page])]),
        )
        found = problems_in(folder)
        assert [(p.file, p.code, p.params["owner"]) for p in found] == [
            ("platforms/example.yaml", "two-platforms", "sample"),
            ("platforms/sample.yaml", "two-platforms", "example"),
        ]

    def test_shared_only_by_one_sides_word(self, tmp_path: Path) -> None:
        page = sighting("https://sample.com/contact")
        folder = write(
            tmp_path,
            platform(channels=[phone()]),
            platform("sample", channels=[phone(shared_with=["example"], sightings=[page])]),
        )
        assert [(p.file, p.code) for p in problems_in(folder)] == [
            ("platforms/example.yaml", "two-platforms")
        ]

    def test_shared_with_nobody(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone(shared_with=["sample"])]))
        assert [p.code for p in problems_in(folder)] == ["unknown-platform"]

    def test_published_and_reported(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(channels=[phone()]),
            platform("sample"),
            reports=[reported("sample", US_LINE)],
        )
        (problem,) = problems_in(folder)
        assert (problem.code, problem.file) == ("published-and-reported", "reported/sample.yaml")
        assert problem.params == {"got": US_LINE, "owner": "example"}

    def test_retired_and_reported_is_no_contradiction(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(channels=[phone(retired=SEEN)]),
            reports=[reported("example", US_LINE)],
        )
        assert problems_in(folder) == []

    @pytest.mark.parametrize(
        ("own", "theirs"),
        [
            ("example.com", "example.com"),
            ("example.com", "help.example.com"),
            ("help.example.com", "example.com"),
        ],
    )
    def test_domain_of_another_platform(self, tmp_path: Path, own: str, theirs: str) -> None:
        folder = write(
            tmp_path, platform(domains=[own]), platform("sample", domains=["a.net", theirs])
        )
        assert [(p.file, p.code, p.key, p.params["owner"]) for p in problems_in(folder)] == [
            ("platforms/example.yaml", "two-pins", "domains[0]", "sample"),
            ("platforms/sample.yaml", "two-pins", "domains[1]", "example"),
        ]

    def test_another_platforms_domain_is_nobodys_fake(self, tmp_path: Path) -> None:
        fake = {"kind": "host", "value": "help.sample.com/a", "relation": "fake"}
        folder = write(tmp_path, platform(impostors=[fake]), platform("sample"))
        (problem,) = problems_in(folder)
        assert (problem.code, problem.params["owner"]) == ("impostor-of-another", "sample")
        other = {**fake, "relation": "other-company"}
        folder = write(tmp_path, platform(impostors=[other]), platform("sample"))
        assert problems_in(folder) == []

    def test_two_hosts_of_one_help_desk(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(domains=["example.zendesk.com"]),
            platform("sample", domains=["sample.zendesk.com"]),
        )
        assert problems_in(folder) == []

    def test_domain_shared_only_by_one_sides_word(self, tmp_path: Path) -> None:
        shared = {"domain": "example.com", "shared_with": ["example"]}
        folder = write(tmp_path, platform(), platform("sample", domains=[shared]))
        assert [(p.file, p.code) for p in problems_in(folder)] == [
            ("platforms/example.yaml", "two-pins")
        ]

    def test_domain_of_sister_platforms(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(domains=[{"domain": "example.com", "shared_with": ["sample"]}]),
            platform("sample", domains=[{"domain": "example.com", "shared_with": ["example"]}]),
        )
        assert problems_in(folder) == []

    @pytest.mark.parametrize("alias", ["Example", "EXAMPLE", "ex-ample", "ｅｘａｍｐｌｅ"])
    def test_name_of_another_platform(self, tmp_path: Path, alias: str) -> None:
        folder = write(tmp_path, platform(), platform("sample", aliases=[alias]))
        assert [(p.code, p.key) for p in problems_in(folder)] == [("name-taken", "aliases[0]")]

    def test_file_that_is_no_entry(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform())
        (folder / "platforms" / "notes.txt").write_text("?")
        (folder / "platforms" / ".hidden").write_text("?")
        (folder / "platforms" / "link.yaml").symlink_to(folder / "platforms" / "example.yaml")
        (folder / "platforms" / "folder.yaml").mkdir()
        found = [(p.file, p.code) for p in problems_in(folder)]
        assert found == [
            ("platforms/folder.yaml", "unknown-file"),
            ("platforms/link.yaml", "unknown-file"),
            ("platforms/notes.txt", "unknown-file"),
        ]


class TestPins:
    @pytest.mark.parametrize(
        ("pin", "code"),
        [
            ("example.com", None),
            ("help.example.com", None),
            ("example.zendesk.com", None),
            ("xn--e1afmkfd.com", None),
            ("Example.com", "pin-not-a-host"),
            ("пример.com", "pin-not-a-host"),
            ("*.example.com", "pin-not-a-host"),
            ("example.com.", "pin-not-a-host"),
            ("example.com:443", "pin-not-a-host"),
            ("example.com/help", "pin-not-a-host"),
            (".example.com", "pin-not-a-host"),
            ("localhost", "pin-not-a-host"),
            ("192.0.2.1", "pin-public-suffix"),
            ("co.uk", "pin-public-suffix"),
            ("github.io", "pin-public-suffix"),
            ("zendesk.com", "pin-shared-host"),
            ("freshdesk.com", "pin-shared-host"),
            ("x.com", "pin-user-content"),
            ("raw.githubusercontent.com", "pin-user-content"),
        ],
    )
    def test_what_may_be_pinned(self, pin: str, code: str | None) -> None:
        assert pin_problem(pin) == code

    @pytest.mark.parametrize(
        ("pin", "url", "covered"),
        [
            ("example.com", "https://example.com/", True),
            ("example.com", "https://a.b.example.com/x", True),
            ("example.com", "https://EXAMPLE.com./", True),
            ("example.com", "http://example.com:8080/", False),
            ("example.com", "https://example.com:443/", True),
            ("example.com", "ftp://example.com/", False),
            ("example.com", "https://example.com.net/", False),
            ("example.com", "https://badexample.com/", False),
            ("help.example.com", "https://help.example.com/", True),
            ("help.example.com", "https://x.help.example.com/", False),
            ("example.zendesk.com", "https://example.zendesk.com/", True),
            ("example.zendesk.com", "https://a.example.zendesk.com/", False),
            ("example.github.io", "https://example.github.io/", True),
        ],
    )
    def test_what_a_pin_covers(self, pin: str, url: str, covered: bool) -> None:
        assert is_own_url((pin,), url) is covered

    @pytest.mark.parametrize(
        "url",
        ["", "x", "https://", "https:///x", "mailto:a@b.com", "https://[::1]/", "http://a b.com/"],
    )
    def test_no_host(self, url: str) -> None:
        assert host_of(url) is None

    def test_a_plain_page_is_written_by_its_owner(self) -> None:
        assert visitors_write("https://example.com/help/forums-and-you") == set()

    def test_many_digits_in_a_step_take_no_time(self) -> None:
        """A copy in an archive has the moment of its capture in its address."""
        assert visitors_write(f"https://example.com/{'1' * 60}id_/help") == set()


def test_every_problem_has_its_two_sentences(tmp_path: Path) -> None:
    """One line: where, which key, what is wrong, what to do."""
    folder = write(tmp_path, platform(**DEFECTS["page with a query"].changes))
    (problem,) = problems_in(folder)
    line = problem_line(problem, words("en"))
    assert line.startswith("platforms/example.yaml:")
    assert "channels[0].sightings[0].url: " in line
    assert line.endswith(")")
    told = {defect.code for defect in DEFECTS.values()} | {"too-deep", "yaml-alias", "not-yaml"}
    assert told <= PROBLEMS.keys()


def test_every_bundled_note_is_whole_in_each_language(bundled: Registry) -> None:
    """A note that stops within a sentence tells a frightened person half of what to do."""
    texts = [
        (entry.id, text)
        for entry in bundled.platforms
        for note in (
            entry.note,
            *(c.note for c in entry.channels),
            *(s.about for s in entry.sources),
        )
        if note is not None
        for text in (note.en, note.zh or note.en)
    ]
    assert len(texts) > 500
    assert [
        found for found in texts if not found[1].rstrip().endswith((*".!?)", *"。！？）”"))
    ] == []
