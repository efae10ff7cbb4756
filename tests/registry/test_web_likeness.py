"""What a host is made to look like, on a few platforms of different names."""

from collections import defaultdict

import pytest

from hotline_check.registry.models import Platform
from hotline_check.registry.web.brand_forms import BrandForm, brand_forms
from hotline_check.registry.web.host_labels import unconfused
from hotline_check.registry.web.likeness import Likeness, host_keys, host_likeness


def brand(name: str, *domains: str, aliases: tuple[str, ...] = ()) -> Platform:
    return Platform(
        id=domains[0].partition(".")[0],
        name=name,
        kind="exchange",
        status="active",
        phone_policy="unknown",
        domains=domains,
        channels=(),
        aliases=aliases,
    )


PLATFORMS = (
    brand("Coinbase", "coinbase.com", aliases=("Coinbase Pro",)),
    brand("Kraken", "kraken.com"),
    brand("OKX", "okx.com"),
    brand("Coinone", "coinone.co.kr"),
    brand("Revolut", "revolut.com"),
    brand("MetaMask", "metamask.io"),
    brand("Trezor", "trezor.io"),
    brand("Bybit", "bybit.com"),
    brand("Trust Wallet", "trustwallet.com"),
    brand("Cash App", "cash.app"),
    brand("Gate", "gate.com", "gate.io"),
    brand("Strike", "strike.me"),
    brand("Ledger", "ledger.com", aliases=("Ledger Live",)),
    brand("Gemini", "gemini.com"),
    brand("Crypto.com", "crypto.com"),
    brand("Bitazza", "bitazzahelp.freshdesk.com"),
    brand("Bitay", "bitay.com", "academy.bitay.com.tr"),
    brand("Trading 212", "trading212.com"),
)


@pytest.fixture(scope="module")
def forms() -> dict[str, list[BrandForm]]:
    found: dict[str, list[BrandForm]] = defaultdict(list)
    for platform in PLATFORMS:
        for form in brand_forms(platform):
            found[form.key].append(form)
    return dict(found)


def alike(host: str, forms: dict[str, list[BrandForm]]) -> list[Likeness]:
    keys = host_keys(host)
    return host_likeness(host, {key: forms[key] for key in keys if key in forms})


STRONG = [
    # letters that look alike
    ("c0inbase.com", "coinbase", "punycode"),
    ("xn--coinbse-6fg.com", "coinbase", "punycode"),
    ("rnetamask.io", "metamask", "punycode"),
    ("lеdger.com", "ledger", "punycode"),  # a Cyrillic letter at the same place
    # one letter off
    ("coinbsae.com", "coinbase", "host-edit"),
    ("re-volut.com", "revolut", "host-edit"),
    ("coinonve.co.kr", "coinone", "host-edit"),
    ("krakem.com", "kraken", "host-edit"),
    ("bybitt.com", "bybit", "host-edit"),  # a short name, with one of its letters doubled
    ("trezorr.net", "trezor", "host-edit"),
    ("trezoor-login.com", "trezor", "host-edit"),
    # with a word that lures
    ("coinbase-help.net", "coinbase", "brand-word"),
    ("mycoinbaseaccount.net", "coinbase", "brand-word"),
    ("coinbase-customer-care-usa.com", "coinbase", "brand-word"),
    ("coinbase-zqxhelp.com", "coinbase", "brand-word"),
    ("airdrop-metamask.org", "metamask", "brand-word"),
    ("kraken-soporte.com", "kraken", "brand-word"),
    ("kefu-okx.com", "okx", "brand-word"),
    ("okx-support.com", "okx", "brand-word"),
    ("trustwalletrecovery.com", "trustwallet", "brand-word"),
    ("cashapp-refund.com", "cash", "brand-word"),
    ("verify-gateio.com", "gate", "brand-word"),
    ("trading212-login.com", "trading212", "brand-word"),
    ("crypto-com.net", "crypto", "brand-word"),
    ("wwwcoinbase.com", "coinbase", "brand-word"),
    ("bitazza-support.com", "bitazzahelp", "brand-word"),
    ("coinbase.support", "coinbase", "luring-suffix"),
    # the name within somebody else's address
    ("coinbase.com.verify.net", "coinbase", "brand-word"),
    ("coinbase.evil.net", "coinbase", "brand-word"),
    ("gate.io.evil.net", "gate", "brand-word"),
    ("ledger.com-id.net", "ledger", "brand-word"),
    ("ledger.com40192.info", "ledger", "brand-word"),
    ("metamask.github.io", "metamask", "brand-word"),
    ("coinbase-login.webflow.io", "coinbase", "brand-word"),
]
WEAK = [
    ("coinbase.org", "coinbase", "other-suffix"),
    ("bybit.club", "bybit", "other-suffix"),
    ("ledger.org", "ledger", "other-suffix"),
    ("coinbasefans.org", "coinbase", "name-inside"),
    ("metamasks.com", "metamask", "word-edit"),  # two words of its own
    ("metatask.io", "metamask", "word-edit"),
    ("ledgerr.com", "ledger", "word-edit"),
    ("ledger-live-app.com", "ledger", "name-inside"),
    ("ledgersupport.pro", "ledger", "name-inside"),
    ("gemini-support.evil.net", "gemini", "name-inside"),
    ("gate-login.com", "gate", "name-inside"),
    ("cash-app.net", "cash", "other-suffix"),
    ("coinbase.statuspage.io", "coinbase", "name-inside"),
    ("metamask.app.link", "metamask", "name-inside"),
]
NONE = [
    "stripe.com",  # one letter from strike
    "striker.com",
    "revolution.com",
    "revolution-support.com",
    "revolt.tv",
    "gates.com",
    "gemini.google.com",
    "trevor.com",
    "khanacademy.org",
    "help.shopify.com",
    "support.google.com",
    "crypto.news",
    "cryptography.io",
    "ledgers.com",
    "knowledger.com",
    "bookx.com",
    "okx.org",
    "verify-o-kx.com",  # hyphens tear a short name apart
    "irrigate-support.com",
    "com",
]


@pytest.mark.parametrize(("host", "platform", "how"), STRONG)
def test_imitations(host: str, platform: str, how: str, forms: dict[str, list[BrandForm]]) -> None:
    first = alike(host.encode("idna").decode(), forms)[0]
    assert (first.form.platform, first.how, first.is_strong) == (platform, how, True)


@pytest.mark.parametrize(("host", "platform", "how"), WEAK)
def test_what_only_resembles_a_brand(
    host: str, platform: str, how: str, forms: dict[str, list[BrandForm]]
) -> None:
    first = alike(host, forms)[0]
    assert (first.form.platform, first.how, first.is_strong) == (platform, how, False)


@pytest.mark.parametrize("host", NONE)
def test_names_of_their_own(host: str, forms: dict[str, list[BrandForm]]) -> None:
    assert alike(host, forms) == []


def test_the_domain_that_has_the_name_is_cited(forms: dict[str, list[BrandForm]]) -> None:
    assert alike("coinonve.co.kr", forms)[0].form.domain == "coinone.co.kr"
    assert alike("cashapp-refund.com", forms)[0].form.domain == "cash.app"


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("c0inba5e", "coinbase"),
        ("xn--coinbse-6fg", "coinbase"),
        ("xn--" + "9" * 60, "xn--" + "9" * 60),
    ],
)
def test_look_alike_letters(label: str, plain: str) -> None:
    assert unconfused(label) == plain
