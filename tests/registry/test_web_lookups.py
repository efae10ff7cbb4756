"""What the registry knows about an address or an account, asked as a verdict asks it."""

from collections.abc import Iterator

import pytest

from hotline_check.reading.models import Reading
from hotline_check.registry.lookups import web
from hotline_check.registry.lookups.facts import Facts, Similar
from hotline_check.registry.lookups.web import has_same_owner, web_facts
from hotline_check.registry.storage.store import Store
from hotline_check.registry.web.luring import explained, has_luring_word
from hotline_check.registry.web.names import shown_host
from hotline_check.registry.web.public_bodies import is_government
from tests.entries import SEEN, TODAY, authority, channel, platform, sighting, write

PAGE = sighting("https://examplepay.com/contact")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = write(
        tmp_path_factory.mktemp("registry"),
        platform(
            "examplepay",
            domains=["examplepay.com", "examplepay.io"],
            channels=[
                channel("x", "@ExamplePay", sightings=[PAGE]),
                channel("x", "@ExamplePayHelp", sightings=[PAGE], retired=SEEN),
                channel("email", "help@examplepay.com", sightings=[PAGE]),
                channel("form", "https://examplepay.com/contact", sightings=[PAGE]),
            ],
            impostors=[
                {"kind": "host", "value": "examplepayz.net", "relation": "fake"},
                {"kind": "x", "value": "@PayHelpers", "relation": "fake"},
                {"kind": "email", "value": "joe@mail.example", "relation": "fake"},
                {"kind": "host", "value": "sites.google.com/view/pay", "relation": "fake"},
            ],
        ),
        platform(
            "quietcoin",
            impostors=[
                {"kind": "host", "value": "examplepayz.net", "relation": "lookalike"},
            ],
        ),
        authorities=[{"country": "GB", "authorities": [authority()]}],
    )
    store = Store(folder, "test", today=TODAY)
    yield store
    store.close()


def url(value: str) -> Reading:
    return Reading(kind="url", value=value)


def account(name: str, network: str | None = "x") -> Reading:
    return Reading(kind="handle", value=name, network=network)


def facts(store: Store, reading: Reading, claim: str | None = None) -> Facts:
    return store.ask(lambda s: web_facts(s, reading, s.owner(claim) if claim else None))


def alike(store: Store, reading: Reading) -> list[tuple[str, str, bool]]:
    """Platform, kind and strength of each likeness."""
    similar: tuple[Similar, ...] = facts(store, reading).similar
    return [(s.platform.id, s.likeness, s.is_strong) for s in similar]


def test_an_account_is_published_on_its_own_network_only(store: Store) -> None:
    assert [m.channel.value for m in facts(store, account("@ExamplePay")).published] == [
        "@ExamplePay"
    ]
    found = facts(store, account("@ExamplePay", "telegram"))
    assert (found.published, len(found.elsewhere)) == ((), 1)


def test_a_page_and_a_mailbox_are_published_as_they_are(store: Store) -> None:
    for reading in (
        url("https://examplepay.com/contact/"),
        Reading(kind="email", value="Help@ExamplePay.com"),
    ):
        assert len(facts(store, reading).published) == 1
    assert facts(store, url("https://examplepay.com/help")).published == ()


def test_the_claimed_platforms_impostors_come_first(store: Store) -> None:
    for claim, order in (("quietcoin", ["quietcoin", "examplepay"]), ("examplepay", None)):
        found = facts(store, url("https://www.examplepayz.net/help"), claim)
        names = [p.id for p, _ in found.impostors]
        assert names == (order or ["examplepay", "quietcoin"])
        assert found.similar == ()


def test_an_impostor_account_is_no_impostor_host(store: Store) -> None:
    assert [i.value for _, i in facts(store, account("@PayHelpers")).impostors] == ["@PayHelpers"]
    assert facts(store, account("@examplepayz.net")).impostors == ()
    mail = Reading(kind="email", value="joe@mail.example")
    assert [i.value for _, i in facts(store, mail).impostors] == ["joe@mail.example"]
    other = Reading(kind="email", value="ann@mail.example")
    assert facts(store, other).impostors == ()


def test_only_the_page_of_a_builder_is_an_impostor(store: Store) -> None:
    fake = facts(store, url("https://sites.google.com/view/pay/start"))
    honest = facts(store, url("https://sites.google.com/view/paper"))
    assert (len(fake.impostors), honest.impostors) == (1, ())


def test_hosts_of_one_owner(store: Store) -> None:
    def are_one(host: str, other: str) -> bool:
        return store.ask(lambda s: has_same_owner(s, host, other))

    assert are_one("www.examplepay.com", "help.examplepay.io")
    assert not are_one("examplepay.com", "quietcoin.com")
    assert not are_one("nobody.example", "nobody.example")


def test_a_public_bodys_host_imitates_nobody(store: Store) -> None:
    for host in ("https://police.example.org/examplepay-login", "https://examplepay.gov.uk/"):
        found = facts(store, url(host))
        assert (found.is_public_body, found.similar) == (True, ())


@pytest.mark.parametrize(
    ("host", "expected"),
    [("fca.gov.uk", True), ("ftc.gov", True), ("www.bund.de", True), ("go.com", False)],
)
def test_where_only_governments_can_register(host: str, expected: bool) -> None:
    assert is_government(host) is expected


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (url("https://examplepay-support.com/"), [("examplepay", "brand-word", True)]),
        (url("https://examplepay.com@evil.net/"), [("examplepay", "brand-word", True)]),
        (url("https://evil.net/examplepay/login"), [("examplepay", "brand-word", True)]),
        (url("https://evil.net/examplepay/prices"), []),
        (url("https://evil.net/login"), []),
        (url("https://sites.google.com/view/examplepay-login"),
         [("examplepay", "brand-word", True)]),
        (url("https://sites.google.com/view/my-examplepay-story"),
         [("examplepay", "name-inside", False)]),
        (url("https://sites.google.com/view/examplepay"), [("examplepay", "name-inside", False)]),
        (url("https://sites.google.com/examplepay-login/examplepay"),
         [("examplepay", "brand-word", True)]),
        (Reading(kind="email", value="examplepay-support@mail.example"),
         [("examplepay", "brand-word", True)]),
        (Reading(kind="email", value="examplepay@mail.example"), []),
        (account("@examplepay_support"), [("examplepay", "brand-word", True)]),
        (account("@examplepay_support", "telegram"), [("examplepay", "brand-word", False)]),
        (url("https://evil\\.examplepay-login.com/"), []),
        (url("https://[::1/"), []),
    ],
)  # fmt: skip
def test_where_a_name_is_imitated(
    store: Store, reading: Reading, expected: list[tuple[str, str, bool]]
) -> None:
    assert alike(store, reading) == expected


def test_an_imitated_account_is_shown_with_the_real_one(store: Store) -> None:
    (on_x,) = facts(store, account("@examplepay_support")).similar
    (on_telegram,) = facts(store, account("@examplepay_support", "telegram")).similar
    assert (on_x.value, on_telegram.value) == ("@ExamplePay", "examplepay.com")


@pytest.mark.parametrize(
    ("reading", "host"),
    [
        (url("https://Example.com.:8443/a"), "example.com"),
        (url("https://a\\b.example.com/"), None),
        (url("https://[::1/"), None),
        (url("https://localhost/"), None),
        (Reading(kind="email", value="joe@Example.com"), "example.com"),
        (account("@example.com"), "example.com"),
        (account("@example"), None),
    ],
)
def test_the_host_that_a_person_sees(reading: Reading, host: str | None) -> None:
    assert shown_host(reading) == host


def test_digits_in_a_piece_of_a_name_mean_nothing() -> None:
    assert explained("24help7") == frozenset({"help"})
    assert explained("") == frozenset()
    assert explained("hexagon") is None


@pytest.mark.parametrize(
    ("piece", "expected"),
    [("help24", True), ("pro", False), ("helpzone", True), ("zonehelp", True), ("zone", False)],
)
def test_a_piece_that_lures(piece: str, expected: bool) -> None:
    assert has_luring_word(piece) is expected


def test_few_of_the_pages_above_a_long_address_are_looked_up() -> None:
    """A row of slashes has a page at each; all of them are quadratic in its length."""
    keys = web._own_keys("a.example" + "/x" * 5_000, ["a.example"])
    assert "a.example/x/x" in keys
    assert sum(map(len, keys)) < 20_000
