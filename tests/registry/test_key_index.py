"""What is held in memory for long scans answers as the look-ups of a check do."""

import random
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.reading.models import Reading
from hotline_check.registry.folder import Registry
from hotline_check.registry.lookups.contacts import (
    lines_of_bodies,
    national_forms,
    phone_facts,
    possible_bodies,
)
from hotline_check.registry.lookups.web import web_facts
from hotline_check.registry.matching.key_index import KeyIndex, NearNumbers
from hotline_check.registry.matching.likeness import edits
from hotline_check.registry.matching.number_index import NumberIndex
from hotline_check.registry.matching.phones import national
from hotline_check.registry.storage.shelves import Shelves
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store
from hotline_check.registry.web.likeness import host_keys

DIGITS = "0123456789"


@given(st.text(DIGITS, min_size=3, max_size=14), st.data())
def test_no_near_number_is_overlooked(number: str, data: st.DataObject) -> None:
    near = NearNumbers([f"+{number}"])
    assert near.may_have("+" + data.draw(st.sampled_from(sorted(set(edits(number, DIGITS))))))


def test_most_numbers_are_near_none(bundled: Registry) -> None:
    near = NearNumbers(c.value for p in bundled.platforms for c in p.channels if c.kind == "phone")
    rng = random.Random(1)  # noqa: S311  # a sample
    numbers = [f"+1312555{rng.randrange(10_000):04}" for _ in range(300)]
    assert sum(map(near.may_have, numbers)) < 3


@given(st.text("abc-", max_size=12), st.sets(st.text("abc~", min_size=1, max_size=4)))
def test_the_keys_within_a_text(text: str, keys: set[str]) -> None:
    found = set(KeyIndex(keys).within(text))
    assert found == {key for key in keys if len(key) >= 3 and key in text}


@pytest.mark.parametrize(
    "host",
    [
        *("coinbase-login.example", "c0inbase.example", "www-crypto-com.net", "openset.example"),
        *("krakem.com", "xn--inance-9jf.com", "ledger.com134.info", "support.revolut.help.example"),
        *("docs.python.org", "a.b.c.example", "trust-wallet-support.github.io"),
    ],
)
def test_the_keys_of_a_host_are_those_that_are_known(bundled_store: Store, host: str) -> None:
    every = bundled_store.ask(lambda s: {entry[0] for entry in s.brand_forms(host_keys(host))})
    assert host_keys(host, KeyIndex(every | {"nobody"})) == every


def test_the_lines_of_bodies_are_known_in_their_national_forms(bundled_store: Store) -> None:
    lines = bundled_store.ask(lambda snapshot: set(snapshot.body_lines()))
    forms = {form for line in lines for form in national_forms(line)}
    written = {national(line)[1] if line.startswith("+") else line for line in lines}
    found = {
        digits
        for digits in written
        if bundled_store.ask(partial(possible_bodies, text=digits))  # what a check asks
    }
    assert len(found) > 40
    assert found <= forms
    known = bundled_store.ask(lines_of_bodies)
    assert known == {form.lstrip("0") for form in forms}
    assert bundled_store.ask(lines_of_bodies) is known  # read once


def test_a_long_scan_has_the_facts_of_a_check(
    bundled: Registry, bundled_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(2)  # noqa: S311  # a sample
    values = [c.value for p in bundled.platforms for c in p.channels if c.value[0] == "+"]
    near = [rng.choice(sorted(set(edits(value[1:], DIGITS)))) for value in rng.sample(values, 40)]
    readings = [Reading(kind="phone", value=f"+1{digits[1:]}") for digits in near]
    readings += [Reading(kind="phone", value=f"+1888555{last:04}") for last in range(20)]
    known = [*values, *(n.value for r in bundled.reported for n in r.numbers)]
    known += [body.phone for each in bundled.authorities for body in each.authorities if body.phone]
    known += [held.value for p in bundled.platforms for held in p.withheld]
    known = [value for value in known if value[0] == "+"]
    # The same subscriber in another country, and a brand's name on the keypad.
    known += [f"+372{value[-9:]}" for value in values] + ["+1312262246273", "+13125726736"]
    readings += [Reading(kind="phone", value=value) for value in dict.fromkeys(known)]
    hosts = [pin for p in bundled.platforms[:60] for pin in p.pins[:1]]
    web = [Reading(kind="url", value=f"https://{host[:-1]}x-login.example/") for host in hosts]

    def facts(snapshot: Snapshot) -> list[object]:
        phones = [phone_facts(snapshot, reading, None) for reading in readings]
        return [*phones, *(web_facts(snapshot, reading, None) for reading in web)]

    with monkeypatch.context() as check:
        check.setattr(Shelves, "held", lambda *_: None)
        check.setattr(Shelves, "numbers", lambda *_: None)
        first = bundled_store.ask(facts)
    bundled_store.ask(facts)
    assert bundled_store.ask(facts) == first  # by now all is held


@pytest.mark.parametrize("value", ["5550143", "+1262224627", "+15550143", "+18335550143"])
def test_what_may_be_like_a_number_that_is_held(value: str) -> None:
    """A short code, a brand on the keypad, a line of another country, another toll-free prefix."""
    held = {
        "+18885550143": [("+18885550143", "published", "a")],
        "5550143": [("5550143", "published", "a")],
        "262224627": [("262224627", "spelled", "a")],
    }
    assert not NumberIndex(held).is_unheard_of(value)
    assert NumberIndex(held).is_unheard_of("+442079460000")


def test_a_long_scan_tries_digits_in_no_country_of_which_nothing_is_held(
    bundled_store: Store,
) -> None:
    for last in range(100):
        reading = Reading(kind="phone", value=f"+1202555{last:04}")
        bundled_store.ask(partial(phone_facts, reading=reading, claim=None))
    assert bundled_store.ask(lambda snapshot: snapshot.numbers()) is not None
    assert not bundled_store.ask(partial(possible_bodies, text="2025550143"))


def test_a_handle_with_several_signs_is_looked_up_in_the_file(bundled_store: Store) -> None:
    reading = Reading(kind="handle", value="@@@nobody_of_ours", network="telegram")
    facts = bundled_store.ask(partial(web_facts, reading=reading, claim=None))
    assert facts.is_nothing_known


def test_a_name_of_a_few_letters_has_no_edits() -> None:
    assert host_keys("ab.example", KeyIndex(["ab", "abc"])) <= {"ab"}
