"""Web addresses, e-mail addresses and accounts: pins, published contacts, likenesses."""

import datetime as dt
from contextlib import closing
from pathlib import Path

import pytest

from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Status, Verdict
from tests.entries import (
    SEEN,
    TODAY,
    Entry,
    ask,
    channel,
    elsewhere,
    phone,
    platform,
    sighting,
    write,
)

LONG_AGO = TODAY - dt.timedelta(days=181)


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


def impostor(kind: str, value: str, relation: str, **changes: object) -> Entry:
    return {"kind": kind, "value": value, "relation": relation, **changes}


class TestPinnedDomain:
    def test_the_page_that_shows_the_domain(self, tmp_path: Path) -> None:
        page = sighting("https://example.com/our-domains")
        names = ("example.com", "example.org")
        domains = [{"domain": name, "sightings": [page]} for name in names]
        folder = write(tmp_path, platform(domains=domains))
        for name in names:
            verdict = ask(folder, f"https://{name}/")
            assert [seen.url for seen in verdict.sightings] == [page["url"]]

    @pytest.mark.parametrize(
        "text",
        [
            "example.com",
            "https://example.com/",
            "https://www.example.com/fees",
            "http://help.example.com/contact?lang=en#top",
            "hxxps://example[.]com/contact",
            "EXAMPLE.COM",
        ],
    )
    def test_listed(self, tmp_path: Path, text: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        for claim in (None, "example"):
            verdict = ask(folder, text, claim=claim)
            assert (verdict.status, verdict.exit) == (Status.LISTED, Exit.LISTED)
            assert verdict.platform == "example"

    @pytest.mark.parametrize(
        "text",
        [
            "https://example.com.evil.org/",
            "https://example.com@evil.org/",
            "https://evil.org/example.com",
            "https://evil.org/?u=https://example.com/",
            "https://notexample.com/",
            "https://example.com-login.org/",
            "https://еxample.com/",  # a Cyrillic first letter
            "https://xn--xample-2of.com/",
        ],
    )
    def test_hosts_that_only_look_pinned(self, tmp_path: Path, text: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        for claim in (None, "example"):
            verdict = ask(folder, text, claim=claim)
            assert verdict.status is not Status.LISTED
            assert verdict.exit is not Exit.LISTED

    def test_another_platforms_domain(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[phone()]), platform("sample"))
        verdict = ask(folder, "https://example.com/", claim="sample")
        assert verdict.status is Status.OTHER_PLATFORM
        assert (verdict.claim, verdict.platform) == ("sample", "example")

    def test_as_fresh_as_the_newest_page_seen_on_it(self, tmp_path: Path) -> None:
        old = phone(sightings=[sighting(seen=LONG_AGO)])
        verdict = ask(write(tmp_path, platform(channels=[old])), "https://example.com/")
        assert (verdict.status, codes(verdict)) == (Status.STALE, ["seen-too-long-ago"])

    def test_a_domain_on_which_no_page_was_seen(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform()), "https://example.com/")
        assert (verdict.status, codes(verdict)) == (Status.SECONDHAND, ["only-other-pages"])

    @pytest.mark.parametrize(
        "page",
        [
            "/community/t/1",
            "/forum/help",
            "/uploads/contact.html",
            "/search",
            # profiles
            "/$support",
            "/en/@support",
            "/people/support",
            "/u/support",
            "/merchant/support",
            "/en/advertiserDetail?advertiserNo=1",
            # requests for money
            "/paypalme/support",
            "/invoice/p/#XYZ",
            "/donate/?hosted_button_id=X",
            "/ncp/payment/X",
            "/code?user_id=1",
            "/checkout/abc",
            "/i/abc",
            "/us/pay/x",
            "/qrcodes/p2pqrc/X",
            # posts and offers
            "/en/feed/post/1",
            "/t/title/12",
            "/p2p/offer",
            "/post/1",
            "/explore/tokens/ethereum/0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984",
        ],
    )
    def test_where_visitors_write(self, tmp_path: Path, page: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, f"https://example.com{page}")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["visitors-write-here"])

    @pytest.mark.parametrize(
        "address",
        [
            "https://community.example.com/t/1",
            "https://gov.example.com/",
            "https://p2p.example.com/x",
            "https://checkout.example.com/x",
            "https://pay.example.com/?amount=1",
        ],
    )
    def test_hosts_of_visitors(self, tmp_path: Path, address: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        assert codes(ask(folder, address)) == ["visitors-write-here"]

    @pytest.mark.parametrize(
        "address",
        [
            "https://link.example.com/x",
            "https://ablink.mail.example.com/ls/click?upn=x",
            "https://redirect.example.com/x",
            "https://out.example.com/?u=x",
            "https://url1234.example.com/x",
            "https://example.com/en/go/x",
            "https://example.com/click?id=1",
        ],
    )
    def test_short_links_and_click_trackers(self, tmp_path: Path, address: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, address)
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["own-page-leads-on"])

    @pytest.mark.parametrize("page", ["support-desk", "en/support-desk", "coinbase"])
    def test_a_domain_whose_pages_are_names(self, tmp_path: Path, page: str) -> None:
        seen = phone(sightings=[sighting("https://example.me/faq/phone")])
        folder = write(tmp_path, platform(domains=["example.me"], channels=[seen]))
        assert codes(ask(folder, f"https://example.me/{page}")) == ["visitors-write-here"]

    @pytest.mark.parametrize("page", ["", "en", "faq/phone", "en/help", "legal/terms", "download"])
    def test_own_pages_of_such_a_domain(self, tmp_path: Path, page: str) -> None:
        seen = phone(sightings=[sighting("https://example.me/faq/phone")])
        folder = write(tmp_path, platform(domains=["example.me"], channels=[seen]))
        assert ask(folder, f"https://example.me/{page}").status is Status.LISTED

    @pytest.mark.parametrize(
        "page",
        [
            "pay",
            "card",
            "prices",
            "en/p2p",
            "invoice",
            "contact",
            "signin",
            "sign-up?utm_source=mail",
            "settings/security",
            "support/faq/p2p/how-to",
            "zh-CN/support/faq/c2c/detail",
            "help/payments/invoice/intro",
            "hc/en-us/requests/new",
            "hc/en-us/articles/1-pay-links",
            "learn/go/what-is-it",
            "blog/people/our-team",
            "en-us/legal/merchant/terms",
            "us/webapps/mpp/pay/online",
        ],
    )
    def test_ordinary_pages_stay_listed(self, tmp_path: Path, page: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        assert ask(folder, f"https://example.com/{page}").status is Status.LISTED

    def test_a_pinned_host_on_a_help_desk_covers_itself_only(self, tmp_path: Path) -> None:
        page = sighting("https://example.zendesk.com/hc")
        entry = platform(domains=["example.zendesk.com"], channels=[phone(sightings=[page])])
        folder = write(tmp_path, entry)
        assert ask(folder, "https://example.zendesk.com/hc").status is Status.LISTED
        for other in ("help.example.zendesk.com", "zendesk.com", "other.zendesk.com"):
            assert ask(folder, f"https://{other}/").status is not Status.LISTED

    @pytest.mark.parametrize("claim", [None, "example"])
    def test_a_sister_without_a_page_puts_nothing_in_doubt(
        self, tmp_path: Path, claim: str | None
    ) -> None:
        shared = {"shared_with": ["example-a"]}
        box = channel("email", "help@example.com")
        folder = write(
            tmp_path,
            platform(
                channels=[phone(), {**box, **shared}],
                domains=[{"domain": "example.com", **shared}],
            ),
            platform(
                "example-a",
                channels=[
                    {**box, "shared_with": ["example"], "secondhand": True}
                    | {"sightings": [elsewhere()]}
                ],
                domains=[{"domain": "example.com", "shared_with": ["example"]}],
            ),
        )
        for text in ("https://example.com/", "help@example.com"):
            verdict = ask(folder, text, claim=claim)
            assert (verdict.status, verdict.platform) == (Status.LISTED, "example")
        other = ask(folder, "help@example.com", claim="example-a")
        assert other.status is Status.SECONDHAND

    def test_a_domain_shared_by_two_platforms_of_one_company(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(
                channels=[phone()],
                domains=[{"domain": "example.com", "shared_with": ["example-wallet"]}],
            ),
            platform(
                "example-wallet", domains=[{"domain": "example.com", "shared_with": ["example"]}]
            ),
        )
        assert ask(folder, "https://example.com/").platform == "example"
        verdict = ask(folder, "https://example.com/", claim="example-wallet")
        assert verdict.platform == "example-wallet"


class TestPublishedContact:
    @pytest.mark.parametrize("doubt", ["secondhand", "disputed"])
    def test_a_doubtful_chat_at_an_address_of_the_platforms_own(
        self, tmp_path: Path, doubt: str
    ) -> None:
        """Whether a chat is there is in doubt, and not whose address it is."""
        pages = [elsewhere()] if doubt == "secondhand" else [sighting(), elsewhere()]
        doubtful = {doubt: True, "sightings": pages, "note": {"en": "Two pages disagree."}}
        own = channel("chat", "https://example.com", **doubtful)
        rented = channel("chat", "https://chat.sample.org/example", **doubtful)
        folder = write(tmp_path, platform(channels=[phone(), own, rented]))
        for claim in (None, "example"):
            verdict = ask(folder, "https://example.com/", claim=claim)
            assert (verdict.status, codes(verdict)) == (Status.LISTED, ["own-domain"])
            other = ask(folder, "https://chat.sample.org/example", claim=claim)
            assert other.status == doubt

    def test_a_form_on_another_companys_host(self, tmp_path: Path) -> None:
        """A published form is listed though its host is not pinned."""
        form = channel("form", "https://forms.sample.org/example")
        folder = write(tmp_path, platform(channels=[form]))
        assert ask(folder, "https://forms.sample.org/example").status is Status.LISTED
        assert ask(folder, "https://forms.sample.org/other").status is Status.UNKNOWN

    @pytest.mark.parametrize(
        "text", ["help@example.com", "HELP@Example.com", "mailto:help@example.com"]
    )
    def test_an_address(self, tmp_path: Path, text: str) -> None:
        folder = write(tmp_path, platform(channels=[channel("email", "help@example.com")]))
        assert ask(folder, text).status is Status.LISTED

    def test_an_address_that_wrote_to_you_proves_nothing(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[channel("email", "help@example.com")]))
        verdict = ask(folder, "help@example.com", direction="they-called")
        assert verdict.status is Status.CALLER_ID_UNPROVEN

    def test_another_address_of_its_domain_may_be_faked(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(channels=[channel("email", "help@example.com")]))
        verdict = ask(folder, "refund@example.com", claim="example")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["own-domain-sender"])

    @pytest.mark.parametrize("text", ["https://t.me/examplehelp", "t.me/ExampleHelp"])
    def test_an_account(self, tmp_path: Path, text: str) -> None:
        entry = platform(channels=[channel("telegram", "https://t.me/ExampleHelp")])
        assert ask(write(tmp_path, entry), text).status is Status.LISTED

    def test_the_same_name_on_another_network_is_another_account(self, tmp_path: Path) -> None:
        entry = platform(channels=[channel("telegram", "@ExampleHelp")])
        folder = write(tmp_path, entry)
        assert ask(folder, "https://x.com/ExampleHelp").status is not Status.LISTED

    def test_a_retired_address(self, tmp_path: Path) -> None:
        entry = platform(channels=[channel("email", "help@example.com", retired=SEEN)])
        assert ask(write(tmp_path, entry), "help@example.com").status is Status.RETIRED


class TestImpostors:
    @pytest.mark.parametrize(
        ("relation", "status", "claimed"),
        [
            ("fake", Status.REPORTED, Status.REPORTED),
            ("lookalike", Status.REPORTED, Status.REPORTED),
            ("mirror", Status.UNKNOWN, Status.UNKNOWN),
            ("other-company", Status.UNKNOWN, Status.NOT_LISTED),
        ],
    )
    def test_a_host(self, tmp_path: Path, relation: str, status: Status, claimed: Status) -> None:
        bad = impostor("host", "example-help.org", relation)
        folder = write(tmp_path, platform(impostors=[bad]))
        for text in ("example-help.org", "https://www.example-help.org/a", "a@example-help.org"):
            assert ask(folder, text).status is status
            verdict = ask(folder, text, claim="example")
            assert (verdict.status, codes(verdict)) == (claimed, [f"impostor-{relation}"])

    def test_says_which_page_named_it(self, tmp_path: Path) -> None:
        bad = impostor("host", "example-help.org", "fake", source=elsewhere())
        folder = write(tmp_path, platform(impostors=[bad]))
        verdict = ask(folder, "example-help.org")
        assert [s.url for s in verdict.sightings] == ["https://news.example.net/story"]

    def test_a_page_on_a_shared_host_says_nothing_of_its_neighbours(self, tmp_path: Path) -> None:
        bad = impostor("host", "sites.google.com/view/example-help", "fake")
        folder = write(tmp_path, platform(impostors=[bad]))
        assert ask(folder, "https://sites.google.com/view/example-help").status is Status.REPORTED
        deep = ask(folder, "https://sites.google.com/view/example-help/login")
        assert deep.status is Status.REPORTED
        assert ask(folder, "https://sites.google.com/view/gardening").status is Status.UNKNOWN

    def test_one_of_many(self, tmp_path: Path) -> None:
        """The right one is named, whatever else is known to be false."""
        bad = [
            impostor("telegram", "@refunds.org", "mirror"),
            impostor("host", "refunds.net", "mirror"),
            impostor("host", "refunds.org", "fake"),
        ]
        folder = write(tmp_path, platform(impostors=bad))
        assert codes(ask(folder, "https://refunds.org/")) == ["impostor-fake"]
        assert codes(ask(folder, "https://t.me/refunds")) == ["nobody-publishes-it"]

    def test_an_account(self, tmp_path: Path) -> None:
        bad = impostor("telegram", "@Example_Desk", "fake")
        folder = write(tmp_path, platform(impostors=[bad]))
        assert ask(folder, "https://t.me/example_desk").status is Status.REPORTED
        assert ask(folder, "https://example_desk.org/").status is not Status.REPORTED

    def test_an_address(self, tmp_path: Path) -> None:
        bad = impostor("email", "example.help@sample.org", "fake")
        folder = write(tmp_path, platform(impostors=[bad]))
        assert ask(folder, "Example.Help@sample.org").status is Status.REPORTED
        assert ask(folder, "someone@sample.org").status is Status.UNKNOWN

    def test_the_claimed_platforms_impostor_comes_first(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(impostors=[impostor("host", "refunds.org", "fake")]),
            platform("sample", impostors=[impostor("host", "refunds.org", "fake")]),
        )
        assert ask(folder, "refunds.org", claim="sample").platform == "sample"
        assert ask(folder, "refunds.org", claim="example").platform == "example"


class TestLookalikes:
    """On the bundled registry, with the kinds of names that the evidence shows."""

    @pytest.mark.parametrize(
        ("text", "brand", "how"),
        [
            ("c0inbase.com", "coinbase", "punycode"),
            ("https://coinbаse.com/", "coinbase", "punycode"),  # a Cyrillic a
            ("xn--coinbse-6fg.com", "coinbase", "punycode"),
            ("xn--coinbas-hya.com", "coinbase", "punycode"),  # é
            ("xn--coinbse-vn7e.com", "coinbase", "punycode"),  # younger than Unicode 3.2
            ("coinbsae.com", "coinbase", "host-edit"),
            ("coinbasse.com", "coinbase", "host-edit"),
            ("krakem.com", "kraken", "host-edit"),
            ("coinbase.support", "coinbase", "luring-suffix"),
            ("kraken.help", "kraken", "luring-suffix"),
            ("coinbase-support.com", "coinbase", "brand-word"),
            ("login-kraken.com", "kraken", "brand-word"),
            ("coinbase.com.verify-account.net", "coinbase", "brand-word"),
            ("secure-binance-login.org", "binance", "brand-word"),
            ("help@coinbase-support.com", "coinbase", "brand-word"),
        ],
    )
    def test_hosts(self, bundled_store: Store, text: str, brand: str, how: str) -> None:
        verdict = ask_bundled(bundled_store, text)
        assert (verdict.status, verdict.exit) == (Status.LOOKALIKE, Exit.DO_NOT_DIAL)
        assert (verdict.platform, codes(verdict)) == (brand, [f"close-{how}"])

    @pytest.mark.parametrize(
        "text",
        [
            "https://www.wikipedia.org/wiki/Coinbase",
            "https://www.bbc.co.uk/news",
            "https://github.com/",
            "someone@gmail.com",
            "@garden_club",
            "https://www.basecamp.com/",
        ],
    )
    def test_honest_names_are_left_alone(self, bundled_store: Store, text: str) -> None:
        assert ask_bundled(bundled_store, text).status is Status.UNKNOWN

    @pytest.mark.parametrize("text", ["@coinbase_help_desk", "@c0inbasesupport", "@krakken"])
    def test_accounts_on_a_network_that_is_not_said(self, bundled_store: Store, text: str) -> None:
        verdict = ask_bundled(bundled_store, text)
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["account-not-known"])

    def test_the_claimed_platform_comes_first(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path, platform(domains=["zorplex.com"]), platform("sample", domains=["zorpley.com"])
        )
        assert ask(folder, "zorplez.com", claim="sample").platform == "sample"
        assert ask(folder, "zorplez.com", claim="example").platform == "example"


class TestNobodysContact:
    def test_not_the_claimed_platforms_domain(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform()), "https://refunds.org/", claim="example")
        assert (verdict.status, codes(verdict)) == (Status.NOT_LISTED, ["not-own-domain"])

    def test_not_the_claimed_platforms_address(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform()), "a@refunds.org", claim="example")
        assert (verdict.status, codes(verdict)) == (Status.NOT_LISTED, ["not-own-contact"])

    def test_a_platform_whose_domains_are_not_known(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform(domains=[]))
        assert ask(folder, "https://refunds.org/", claim="example").status is Status.UNKNOWN

    def test_an_account_where_we_know_its_accounts(self, tmp_path: Path) -> None:
        entry = platform(channels=[channel("telegram", "@ExampleHelp")])
        folder = write(tmp_path, entry)
        other = "https://t.me/gardeners"
        assert ask(folder, other, claim="example").status is Status.NOT_LISTED
        assert ask(folder, "https://x.com/gardeners", claim="example").status is Status.UNKNOWN

    def test_no_claim(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform()), "https://refunds.org/")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["nobody-publishes-it"])


def ask_bundled(store: Store, text: str) -> Verdict:
    from hotline_check.checking import Checker

    (verdict,) = Checker(store, today=TODAY).check(text)
    return verdict


class TestAccountsOnOtherNetworks:
    """Anybody may take a platform's account name on a network that the platform doesn't use."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        return write(tmp_path, platform(channels=[channel("x", "@ExampleHelp")]))

    def test_listed_on_its_own_network(self, folder: Path) -> None:
        assert ask(folder, "https://x.com/ExampleHelp").status is Status.LISTED

    def test_a_bare_name_is_never_listed(self, folder: Path) -> None:
        verdict = ask(folder, "@ExampleHelp", claim="example")
        assert verdict.status is Status.UNKNOWN
        assert codes(verdict) == ["account-network-unsaid"]

    @pytest.mark.parametrize("name", ["ExampleHelp", "Example_Support", "ExampIeSupport"])
    def test_its_account_there_may_be_this_one(self, folder: Path, name: str) -> None:
        for claim in (None, "example"):
            verdict = ask(folder, f"https://t.me/{name}", claim=claim)
            assert verdict.status is Status.UNKNOWN

    def test_the_same_name_where_it_has_another_account(self, tmp_path: Path) -> None:
        entry = platform(channels=[channel("x", "@ExampleHelp"), channel("telegram", "@ExampleX")])
        verdict = ask(write(tmp_path, entry), "https://t.me/ExampleHelp", claim="example")
        assert verdict.status is Status.LOOKALIKE
        assert codes(verdict) == ["account-elsewhere"]

    @pytest.mark.parametrize("name", ["Example_Support", "example-help-desk", "ExampleRefunds1"])
    def test_an_imitation_on_its_own_network(self, folder: Path, name: str) -> None:
        verdict = ask(folder, f"https://x.com/{name.replace('-', '_')}")
        assert verdict.status is Status.LOOKALIKE

    def test_a_retired_account_is_none(self, tmp_path: Path) -> None:
        entry = platform(channels=[channel("x", "@ExampleHelp", retired=SEEN)])
        verdict = ask(write(tmp_path, entry), "https://x.com/Example_Support")
        assert verdict.status is Status.UNKNOWN


def test_a_link_that_was_sent_is_never_listed(tmp_path: Path) -> None:
    folder = write(tmp_path, platform(channels=[phone()]))
    verdict = ask(folder, "https://example.com/login", direction="they-called")
    assert verdict.status is Status.CALLER_ID_UNPROVEN
    assert codes(verdict) == ["link-was-sent"]


class TestOwnHosts:
    """An address on a platform's own host is no imitation, but it need not be a proof."""

    @pytest.mark.parametrize(
        "text",
        [
            "https://www.example.com:8443/login",
            "http://example.com:8080/",
            "https://help@example.com/",
            "https://evil.net:443@example.com/",
            "https://mailhub.net\u2215.example.com/",
            "https://help\u2571.example.com/",
        ],
    )
    def test_another_port_a_user_name_or_a_sign_like_a_slash(
        self, tmp_path: Path, text: str
    ) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        for claim in (None, "example"):
            verdict = ask(folder, text, claim=claim)
            assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["own-address-unusual"])

    @pytest.mark.parametrize(
        "rest",
        [
            "/?next=/%09/evil.net",
            "/?u=http:evil.net",
            "/?u=1.2.3.4",
            "/login?next=%2525252fevil.net",
            "/login?continue=evil",
            "/go?x=aHR0cHM6Ly9ldmlsLm5ldA==",
            "/go?x=ZXZpbC5uZXQ",
            "//evil.net",
            "/%2f%2fevil.net",
            "/%5cevil.net",
            "/%255c%255cevil.net",
            "/r/https://evil.net",
            "/r/evil.net",
            "/redirect//evil.net",
            "/out/aHR0cHM6Ly9ldmlsLm5ldA",
        ],
    )
    def test_what_may_lead_elsewhere(self, tmp_path: Path, rest: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, f"https://www.example.com{rest}", claim="example")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["own-page-leads-on"])

    @pytest.mark.parametrize(
        "rest",
        [
            "/search?q=call+1-312-555-0147",
            "/search?q=%2B13125550147",
            "/help#312.555.0147",
            "/help/call-3125550147",
            "/help/312-555-O147",
            "/help#\u0662\u0660\u0662-\u0665\u0665\u0665-\u0660\u0661\u0664\u0663",
            "/+13125550147",
            "/help3\u20e31\u20e32\u20e35\u20e35\u20e35\u20e30\u20e31\u20e34\u20e37\u20e3",
            "#3-1-2*5-5-5*0-1-4-7",
            "/203.0.113.7/help",
            "/.[2001:db8::7]",
        ],
    )
    def test_a_contact_that_is_written_into_the_address(self, tmp_path: Path, rest: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        with closing(Store(folder, "test", today=TODAY)) as store:
            checker = Checker(store, today=TODAY, claim="example")
            address, *numbers = checker.check(f"https://www.example.com{rest}")
        assert (address.status, codes(address)) == (Status.UNKNOWN, ["own-page-shows-contact"])
        assert {number.status for number in numbers} <= {Status.NOT_LISTED}

    @pytest.mark.parametrize(
        "rest",
        [
            "#evil.net",
            "/help/x@evil.net",
            "/x(at)evil.net",
            "#x%40evil(.)net",
            "#evil.net/login",
            "?mailto:x@evil.net",
            "#203.0.113.7",
            "#www.evil.net:81",
        ],
    )
    def test_an_address_in_a_fragment_may_lead_there(self, tmp_path: Path, rest: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, f"https://www.example.com{rest}", claim="example")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["own-page-leads-on"])

    @pytest.mark.parametrize(
        "rest",
        [
            "/hc/en-us/articles/360012345678-How-to-reach-us",
            "/articles/9000123456",
            "/blog/2026-11-29-new-fees",
            "/blog/2026/11/29/12345678",
            "/legal/550e8400-e29b-41d4-a716-446655440000",
            "/fees?id=123456789012&lang=en#h_01HX2Y3Z4567890",
            "/contact?utm_source=mail&utm_campaign=20261129#phone",
            "/download/app-10.2.3",
            "/trade/BTC-USD?from=1700000000&to=1700003600",
        ],
    )
    def test_ids_and_dates_are_no_contacts(self, tmp_path: Path, rest: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, f"https://www.example.com{rest}", claim="example")
        assert verdict.status is Status.LISTED

    @pytest.mark.parametrize(
        "rest",
        [
            "/oauth/authorize",
            "/oauth2/auth?client_id=1",
            "/login/oauth",
            "/authorise",
            "/consent",
            "/device",
            "/connect-wallet",
            "/connect?client_id=1",
            "/link-device",
            "/sessions/approve",
            "/pair",
            "/security/trust_new_device",
        ],
    )
    def test_a_page_that_grants_access(self, tmp_path: Path, rest: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        verdict = ask(folder, f"https://example.com{rest}")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["own-page-grants-access"])

    @pytest.mark.parametrize(
        "rest",
        [
            "/?utm_source=mail&utm_campaign=spring_24",
            "/login?next=/account/settings",
            "/en-us/help/article-12.html",
            "/learn/what-is-a-wallet?lang=en#top",
            "/price/BTC-USD",
            "/auth/login",
        ],
    )
    def test_plain_pages_stay_listed(self, tmp_path: Path, rest: str) -> None:
        folder = write(tmp_path, platform(channels=[phone()]))
        assert ask(folder, f"https://example.com{rest}").status is Status.LISTED

    def test_a_domain_as_an_account(self, tmp_path: Path) -> None:
        verdict = ask(write(tmp_path, platform(channels=[phone()])), "@example.com")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["own-domain-as-account"])


class TestOtherPartsOfAnAddress:
    """The name of a brand is imitated in more places than the host."""

    @pytest.mark.parametrize(
        "text",
        [
            "https://coinbase.com@evil.net/",
            "https://sites.google.com/view/coinbase-login",
            "https://medium.com/@metamask-support",
            "https://www.quora.com/Coinbase-customer-service-number",
            "https://kq81.top/coinbase/login",
            "https://kq81.top/www.kraken.com/verify/id",
            "coinbase-support@gmail.com",
            "kraken.helpdesk@outlook.com",
        ],
    )
    def test_imitations(self, bundled_store: Store, text: str) -> None:
        assert ask_bundled(bundled_store, text).status is Status.LOOKALIKE

    @pytest.mark.parametrize(
        "text",
        [
            "https://en.wikipedia.org/wiki/Coinbase",
            "https://github.com/MetaMask/metamask-mobile",
            "https://medium.com/@bob/how-i-lost-my-coinbase-account-access",
            "https://www.trustpilot.com/review/coinbase.com",
            "https://web.archive.org/web/2020/https://www.coinbase.com/login",
            "https://apps.apple.com/us/app/coinbase-wallet/id1278383455",
            "john+coinbase@gmail.com",
            "coinbase@mydomain.net",
            "ledger.bookkeeping@gmail.com",
        ],
    )
    def test_what_is_about_a_brand(self, bundled_store: Store, text: str) -> None:
        assert ask_bundled(bundled_store, text).status is Status.UNKNOWN


class TestPublicBodies:
    @pytest.mark.parametrize(
        "text",
        [
            "https://reportfraud.ftc.gov/",
            "https://www.gov.uk/coinbase-login",
            "https://www.fsa.go.jp/",
            "coinbase.consumer.gov.au",
            "help@condusef.gob.mx",
            "https://www.bafin.de/",
            "https://www.fca.org.uk/scamsmart",
        ],
    )
    def test_are_nobodys_imitation(self, bundled_store: Store, text: str) -> None:
        from hotline_check.checking import Checker

        for claim in (None, "coinbase"):
            (verdict,) = Checker(bundled_store, today=TODAY, claim=claim).check(text)
            assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["public-body"])

    @pytest.mark.parametrize("text", ["coinbase-gov.com", "coinbase.gov.evil.net", "kraken.go.com"])
    def test_only_where_nobody_else_can_register(self, bundled_store: Store, text: str) -> None:
        assert codes(ask_bundled(bundled_store, text)) != ["public-body"]


class TestAppStores:
    @pytest.mark.parametrize(
        "text",
        [
            "https://apps.apple.com/us/app/example/id1",
            "https://play.google.com/store/apps/details?id=com.example",
            "https://chromewebstore.google.com/detail/example-wallet/abc",
        ],
    )
    def test_a_page_of_an_app_store(self, tmp_path: Path, text: str) -> None:
        verdict = ask(write(tmp_path, platform()), text, claim="example")
        assert (verdict.status, codes(verdict)) == (Status.UNKNOWN, ["app-store"])

    def test_not_any_page_of_its_owner(self, tmp_path: Path) -> None:
        folder = write(tmp_path, platform())
        verdict = ask(folder, "https://sites.google.com/view/app", claim="example")
        assert verdict.status is Status.NOT_LISTED
