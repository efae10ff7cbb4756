"""The safety matrix for addresses: no trick around a pinned host or a mailbox is listed."""

import pytest

from hotline_check.checking import Checker
from hotline_check.registry.folder import Registry
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Status
from tests.entries import REGISTRY_DAY

HOSTS = [
    "https://evil.net\\@{0}/login",
    "https://{0}\\@evil.net",
    "https://{0}:443\\@evil.net",
    "https://evil.net#@{0}",
    "http://evil.net?@{0}",
    "https://evil.net@{0}",
    "https://evil.net:80@{0}/",
    "javascript:alert('{0}')",
    "data:text/html,{0}",
    "http://[{0}]/",
    "https://{0}:8443",
    "https://{0}%2eevil.net",
    "https://{0}%00.evil.net",
    "[.]{0}",
    "{0}[.evil.net",
    "{0}{dot}evil.net",
    "<b>{0}</b>.evil.net",
    "evil.<b>{0}</b>",
    "https://www.{0}/redirect?url=https://evil.net",
    "https://{0}/#//evil.net",
    *(f"https://{{0}}/{p}" for p in ("forum.html", "forum;a/x", "forums-old/", "u/x", "users/x")),
    *(f"https://{{0}}/{p}" for p in ("profile/x", "posts/1", "comments/1", "Forum/x")),
    *(f"https://{sub}.{{0}}/" for sub in ("discuss", "boards", "communities", "forum")),
    *(f"https://{{0}}/{p}" for p in ("$support", "@support")),
    *(f"https://{sub}.{{0}}/x" for sub in ("link", "click", "redirect", "pay", "p2p", "gov")),
]
# On a host where only the platform writes, such as its help pages, these are ordinary words.
OUTSIDE_OF_HELP = [
    *(f"https://{{0}}/{p}" for p in ("people/x", "en/feed/post/1", "invoice/p/#X", "donate?id=X")),
    *(f"https://{{0}}/{p}" for p in ("checkout/X", "i/X")),
]
HELP = ("support.", "help.")
INSIDE = "=!$~*'(+,;&}`\"^|\u200b\u00ad\u2060\ufe0f\u034f\u202e\t\n∕╱⟋™›。．｡․／＠？官"
BEFORE = "\u200b\u00ad\u2060\u200d😀₿™‐–·!+&$,~=’•…—−⁄\\"
MAILBOXES = [
    "{0}@evil.net",
    '"{0}"@evil.net',
    "{0}%evil.net",
    *(f"{{0}}{sign}.evil.net" for sign in "=!\u200b\u00ad,;~'"),
    *(f"evil{sign}{{0}}" for sign in "\u200b!#/=$~&\u00ad"),
]


@pytest.fixture(
    scope="module",
    params=[pytest.param(36, id="sample"), pytest.param(12, id="more", marks=pytest.mark.slow)],
)
def hosts(bundled: Registry, request: pytest.FixtureRequest) -> list[str]:
    pins = [pin for platform in bundled.platforms for pin in platform.pins]
    return [*pins[:: request.param], "coinbase.com"]


@pytest.fixture(scope="module")
def mailboxes(bundled: Registry) -> list[str]:
    found = [c.value for p in bundled.platforms for c in p.channels if c.kind == "email"]
    return found[::12]


def listed(store: Store, text: str) -> bool:
    verdicts = Checker(store, today=REGISTRY_DAY).check(text)
    return any(each.status is Status.LISTED for each in verdicts)


def test_hosts(hosts: list[str], bundled_store: Store) -> None:
    tricks = [
        *HOSTS,
        *(f"https://{{0}}{sign}.evil.net" for sign in INSIDE),
        *(f"https://evil{sign}{{0}}" for sign in BEFORE),
        *(f"evil{sign}{{0}}" for sign in BEFORE),
    ]
    texts = [trick.replace("{0}", host) for host in hosts for trick in tricks]
    others = [host for host in hosts if not host.startswith(HELP)]
    texts += [trick.replace("{0}", host) for host in others for trick in OUTSIDE_OF_HELP]
    assert [text for text in texts if listed(bundled_store, text)] == []


def test_mailboxes(mailboxes: list[str], bundled_store: Store) -> None:
    texts = [trick.replace("{0}", box) for box in mailboxes for trick in MAILBOXES]
    assert [text for text in texts if listed(bundled_store, text)] == []


def test_plain_addresses_stay_listed(bundled_store: Store) -> None:
    for text in (
        "https://www.coinbase.com/",
        "coinbase.com",
        "hxxps://coinbase[.]com",
        "Go to https://www.coinbase.com/help.",
        "官网：coinbase.com。",
        "security@coinbase.com",
        "https://www.coinbase.com/?utm_source=mail",
    ):
        assert listed(bundled_store, text), text
