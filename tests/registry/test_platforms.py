"""Finding a platform by whatever a person calls it."""

from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import Registry
from hotline_check.registry.lookups.platforms import find_platform, near_names, search
from hotline_check.registry.overview.census import census
from hotline_check.registry.storage.snapshot import SnapshotError
from hotline_check.registry.storage.store import Store
from hotline_check.registry.web.pins import is_own_url
from hotline_check.registry.web.user_pages import forwards, visitors_write
from tests.entries import TODAY, elsewhere, phone, platform, reported, sighting, write


def found(store: Store, name: str) -> str:
    return store.ask(lambda snapshot: find_platform(snapshot, name)).id


def refused(store: Store, name: str) -> HotlineError:
    with pytest.raises(HotlineError) as refusal:
        found(store, name)
    return refusal.value


@pytest.mark.parametrize(
    ("name", "platform_id"),
    [
        ("coinbase", "coinbase"),
        ("Coinbase", "coinbase"),
        (" COINBASE ", "coinbase"),
        ("ＣＯＩＮＢＡＳＥ", "coinbase"),
        ("Coinbase Pro", "coinbase"),
        ("crypto.com", "crypto-com"),
        ("Crypto com", "crypto-com"),
        ("coinbase.com", "coinbase"),
        ("https://www.coinbase.com/", "coinbase"),
        ("binance-us", "binance-us"),
    ],
)
def test_by_any_spelling(bundled_store: Store, name: str, platform_id: str) -> None:
    assert found(bundled_store, name) == platform_id


@pytest.mark.parametrize("name", ["Coinbas", "conbase", "coinbse"])
def test_did_you_mean(bundled_store: Store, name: str) -> None:
    refusal = refused(bundled_store, name)
    assert refusal.code == "no-such-platform-near"
    assert "Coinbase" in str(refusal.params["near"])


@pytest.mark.parametrize("name", ["", "?", "zzzzzzzzzzzz", "\udcff"])
def test_nothing_like_it(bundled_store: Store, name: str) -> None:
    assert refused(bundled_store, name).code == "no-such-platform"


def shared(domain: str, other: str) -> list[dict[str, object]]:
    return [{"domain": domain, "shared_with": [other]}]


def test_a_domain_of_several(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        platform("alpha", domains=shared("group.com", "bravo")),
        platform("bravo", domains=shared("group.com", "alpha")),
        platform("example", domains=shared("example.com", "example-wallet")),
        platform("example-wallet", domains=shared("example.com", "example")),
    )
    store = Store(folder, "test", today=TODAY)
    assert found(store, "example.com") == "example"
    refusal = refused(store, "group.com")
    assert (refusal.code, refusal.params["near"]) == ("ambiguous-platform", "alpha, bravo")


def test_search_looks_for_a_part_of_any_name(bundled_store: Store) -> None:
    def ids(query: str) -> list[str]:
        return [p.id for p in bundled_store.ask(lambda s: search(s, query))]

    assert {"coinbase", "coinbase-wallet"} <= set(ids("COIN base"))
    assert ids("zzzzzz") == []
    assert len(ids("")) > 200
    names = [p.name.casefold() for p in bundled_store.ask(lambda s: search(s, ""))]
    assert names == sorted(names)


def test_own_pages_are_nobody_elses(bundled: Registry) -> None:
    """No rule about pages of visitors takes a published page for such a page."""
    pages = [
        (url, platform.id)
        for platform in bundled.platforms
        for channel in platform.channels
        for url in (channel.value, *(sighting.url for sighting in channel.own_sightings))
        if not channel.secondhand and is_own_url(platform.pins, url)
    ]
    assert len(pages) > 800
    assert [page for page in pages if visitors_write(page[0]) or forwards(page[0])] == []


def test_at_most_three_near_names(bundled_store: Store) -> None:
    assert 1 <= len(bundled_store.ask(lambda s: near_names(s, "bitbay"))) <= 3


def test_a_platform_that_the_snapshot_lost_is_damage(bundled_store: Store) -> None:
    snapshot = bundled_store.ask(lambda s: s)
    with pytest.raises(SnapshotError):
        snapshot.owner("nobody")


def test_census(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        platform(
            channels=[
                phone(regions=["US"]),
                phone("+12025550124", sightings=[sighting(seen=TODAY.replace(year=2025))]),
                phone("+12025550125", retired=TODAY),
                phone("+12025550126", secondhand=True, sightings=[elsewhere()]),
            ]
        ),
        platform("sample", country=None, kind="wallet"),
        reports=[reported("example", "+12025550199", "+12025550198")],
        authorities=[{"country": "GB", "authorities": []}],
    )
    store = Store(folder, "test", today=TODAY)
    counted = store.ask(lambda snapshot: census(snapshot, TODAY))
    assert counted["platforms"] == 2
    assert counted["channels"] == counted["phones"] == 3
    assert counted["listable_phones"] == 1
    assert counted["reported_numbers"] == 2
    assert counted["countries_with_authorities"] == 1
    assert (counted["oldest_sighting"], counted["newest_sighting"]) == ("2025-11-23", "2026-11-22")
    assert counted["kinds"] == {"exchange": 1, "wallet": 1}
    assert counted["countries"] == {"US": 1, "?": 1}
    assert counted["phone_regions"] == {"*": 2, "US": 1}


def test_census_of_nothing_seen(tmp_path: Path) -> None:
    store = Store(write(tmp_path, platform()), "test", today=TODAY)
    counted = store.ask(lambda snapshot: census(snapshot, TODAY))
    assert (counted["oldest_sighting"], counted["newest_sighting"]) == (None, None)
    assert store.ask(lambda snapshot: snapshot.date) == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("help.example.com", "example"),
        ("https://help.example.com/en/contact?a=b#c", "example"),
        ("example.zendesk.com", "desk"),
        ("badexample.com", None),
        ("https://other.zendesk.com/", None),
        ("x.example.zendesk.com", None),
        ("example.com.evil.net", None),
        ("com", None),
    ],
)
def test_a_page_names_the_platform_whose_domain_it_lies_on(
    tmp_path: Path, typed: str, name: str | None
) -> None:
    folder = write(tmp_path, platform(), platform("desk", domains=["example.zendesk.com"]))
    store = Store(folder, "test", today=TODAY)
    if name is None:
        assert refused(store, typed).code.startswith("no-such-platform")
    else:
        assert found(store, typed) == name
