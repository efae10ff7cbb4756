"""Texts of nothing but contacts: what is done faster for them gives what the long way gives."""

import io
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from hotline_check.attribution import documents, rows
from hotline_check.attribution.documents import Brands
from hotline_check.checking import Checker, judging
from hotline_check.reading import find
from hotline_check.reading.models import Find, Hints, Reading
from hotline_check.reading.unread import coverage
from hotline_check.reading.web import search
from hotline_check.reading.web.public_suffixes import icann_suffix, registered_domain
from hotline_check.registry.lookups import web
from hotline_check.registry.lookups.web import web_facts
from hotline_check.registry.storage.shelves import Shelves
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store
from hotline_check.registry.web.likeness import host_keys
from hotline_check.scanning.scanner import Hit, Scanner
from hotline_check.wording.screens.scan import hit_record
from hotline_check.wording.screens.scan_json import ResultsAsJson
from hotline_check.wording.text.catalogue import words
from tests.entries import TODAY

LABELS = st.text("abco1-_X", min_size=1, max_size=6) | st.sampled_from(
    ["www", "help", "coinbase", "c0inbase", "kraken", "xn--80ak6aa92e", "dot", "a" * 70]
)
TOPS = st.sampled_from(
    [
        *("com", "net", "io", "co.uk", "uk", "de", "sh", "zip", "gov", "kobe.jp", "city.kobe.jp"),
        *("www.ck", "x.ck", "za", "invalid", "Com", "COM", "c", "公司.cn", "xn--p1ai"),
    ]
)
HOSTS = st.builds(lambda labels, top: ".".join([*labels, top]), st.lists(LABELS, max_size=3), TOPS)
PATHS = st.sampled_from(
    [
        "",
        "/",
        "/a",
        "/a/b/",
        "/login",
        "/a_",
        "/a_b",
        "/a.b",
        "?q=1",
        "#x",
        ":80",
        "/coinbase/login",
    ]
)
CONTACTS = st.one_of(
    st.builds("{}{}{}".format, st.sampled_from(["", "https://", "http://", "www."]), HOSTS, PATHS),
    st.builds("{}@{}{}".format, LABELS, HOSTS, st.sampled_from(["", ".", ",a@b.co", ")"])),
    st.builds("{}{}".format, st.sampled_from(["t.me/", "x.com/", "https://t.me/", "@"]), LABELS),
)
WORDS = st.sampled_from(
    [
        *("call", "the police", "Coinbase", "support", "from", '"', "(", "<b>", "dot", "a\tb", "|"),
        *("1 202 555 0143", "[.]com", "(at)", "https://a\n", "\u200b", "是", "\x1f", "to: ", ","),
    ]
)
GAPS = st.sampled_from(["", " ", " ", "\n", "\n", "\t", "\n\n", ", ", " . ", "\u3000"])
TEXTS = st.lists(st.builds("{}{}".format, CONTACTS | WORDS, GAPS), max_size=12).map("".join)
US = Hints(region="US")


@contextmanager
def replaced(*pairs: tuple[Any, str, Callable[..., Any]]) -> Iterator[None]:
    """For a block, other functions in place of those of some modules."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name, function in pairs:
            patch.setattr(owner, name, function)
        yield


def nothing(*_: object, **__: object) -> None:
    """What a faster way says where it leaves all to the long one."""


def always(*_: object, **__: object) -> bool:
    return True


@given(HOSTS | st.sampled_from(["", ".", "com", "a..com", ".com", "com.", "XN--a.com"]))
def test_the_suffix_of_a_host_is_that_of_the_library(host: str) -> None:
    for name in (host, host.upper()):
        assert icann_suffix(name) == _library(only_icann=True).publicsuffix(name)
        assert registered_domain(name) == _library(only_icann=False).privatesuffix(name)


@pytest.mark.slow
def test_every_rule_of_the_list_is_followed() -> None:
    icann, every = _library(only_icann=True), _library(only_icann=False)
    for rule in every._publicsuffix:  # no other way to all of them
        name = rule.lstrip("!*.")
        for host in (name, f"a.{name}", f"b.a.{name}", name.partition(".")[2]):
            assert icann_suffix(host) == icann.publicsuffix(host), host
            assert registered_domain(host) == every.privatesuffix(host), host


@cache
def _library(*, only_icann: bool) -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False, only_icann=only_icann)


@given(TEXTS)
def test_a_plain_token_is_read_as_a_search_would_find_it(text: str) -> None:
    found = list(find(text, US))
    with replaced((search, "plain_token", nothing)):
        assert found == list(find(text, US))


@given(TEXTS)
def test_a_pasted_text_has_the_verdicts_of_the_long_way(bundled_store: Store, text: str) -> None:
    found = Checker(bundled_store, today=TODAY).check(text)
    with replaced(
        (search, "plain_token", nothing),
        (search, "_is_several_words", nothing),
        (documents, "may_be_in_row", always),
        (judging, "_what_decides", nothing),
        (web, "_is_unheard_of", nothing),
    ):
        assert found == Checker(bundled_store, today=TODAY).check(text)


@given(st.text("aB1.-+@/ ", max_size=30), st.text("ab1.-@", min_size=1, max_size=4))
def test_a_name_accounts_for_itself_and_no_part_of_a_longer_one(text: str, name: str) -> None:
    pattern = re.compile(rf"(?<![\w.+-]){re.escape(name)}(?![\w-]|\.\w)", re.IGNORECASE)
    assert coverage._places(text, name) == tuple(m.span() for m in pattern.finditer(text))


@given(st.text("a,;\n\r", max_size=40), st.data(), st.sampled_from([1, 3, 7, 2000]))
def test_the_rows_of_a_table_are_counted_line_by_line(
    text: str, data: st.DataObject, reach: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    count = text.count(",", start, end)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "_REACH", reach)
        found = rows.row_of(text.replace(";", "."), start, end)
    low, high = (
        _row_by_row(text, start - 1, count, -reach),
        _row_by_row(text, end + 1, count, reach),
    )
    is_table = count > 1 and (low < start - 1 or high > end + 1)
    expected = rows.Rows(low + 1 if low > 0 else 0, min(high, len(text)), ",")
    assert found == (expected if is_table else None)


def _row_by_row(text: str, place: int, count: int, reach: int) -> int:
    """How far the lines before or after a place have so many commas."""
    limit = place + reach
    while 0 < place < len(text) and (place > limit if reach < 0 else place < limit):
        before, after = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        line = (
            text[before:place] if reach < 0 else text[place:after] if after >= 0 else text[place:]
        )
        if line.count(",") != count:
            break
        place = before - 1 if reach < 0 else (after if after >= 0 else len(text)) + 1
    return place


@given(st.lists(st.tuples(CONTACTS, st.sampled_from([None, "coinbase", "kraken"])), max_size=8))
def test_verdicts_about_contacts_of_nobody_differ_in_them_only(
    bundled_store: Store, given: list[tuple[str, str | None]]
) -> None:
    finds = [(found, claim) for text, claim in given for found in find(text, US)]
    finds += [(msgspec.structs.replace(f, is_offered=False), claim) for f, claim in finds]
    finds += [(msgspec.structs.replace(f, origin="hidden"), claim) for f, claim in finds]
    assert _verdicts(bundled_store, finds, is_shared=True) == _verdicts(
        bundled_store, finds, is_shared=False
    )


def _verdicts(
    store: Store, finds: list[tuple[Find, str | None]], *, is_shared: bool
) -> list[object]:
    checker = Checker(store, today=TODAY)
    out: list[object] = []
    for found, claim in finds:
        said = Brands(store).platform(claim) if claim else None
        fresh = checker if is_shared else Checker(store, today=TODAY)
        out.append(fresh.judge(found, said))
    return out


def test_what_is_held_in_memory_answers_as_the_file_does(
    bundled_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known contacts of every kind and layer, changed ones, and those that nobody knows."""
    rng = random.Random(3)  # noqa: S311  # a sample
    known = bundled_store.ask(_known_contacts)
    near = [Reading(kind=r.kind, value=_changed(r.value, rng), network=r.network) for r in known]
    readings = [*rng.sample(known, 300), *rng.sample(near, 300)]
    readings += [Reading(kind="handle", value=value) for value in ("@@x", "@x.com", "@", "@a/b")]

    def facts(snapshot: Snapshot) -> list[object]:
        return [web_facts(snapshot, reading, None) for reading in readings]

    with monkeypatch.context() as check:
        check.setattr(Shelves, "held", nothing)
        check.setattr(Shelves, "brand_keys", nothing)
        first = bundled_store.ask(facts)
    bundled_store.ask(facts)
    assert bundled_store.ask(facts) == first  # by now all is held


def _known_contacts(snapshot: Snapshot) -> list[Reading]:
    platforms = [snapshot.owner(name) for name in snapshot.ids("platforms")]
    found = [
        Reading(kind="email" if channel.kind == "email" else "url", value=channel.value)
        for platform in platforms
        for channel in platform.channels
        if "://" in channel.value or channel.kind == "email"
    ]
    found += [
        Reading(kind="handle", value=channel.value, network=channel.kind)
        for platform in platforms
        for channel in platform.channels
        if channel.value.startswith("@")
    ]
    impostors = [impostor.value for platform in platforms for impostor in platform.impostors]
    hosts = [*(pin for platform in platforms for pin in platform.pins), *impostors]
    for host in hosts:
        name = host.removeprefix("@")
        found += [
            Reading(kind="url", value=f"https://www.{name}/a/b"),
            Reading(kind="email", value=f"x@{name}"),
            Reading(kind="handle", value=f"@{name}"),
        ]
    return found


def _changed(value: str, rng: random.Random) -> str:
    place = rng.randrange(len(value))
    return value[:place] + rng.choice("abcz-/.@1") + value[place + rng.randrange(2) :]


@given(HOSTS)
def test_a_host_has_the_keys_that_the_registry_knows(bundled_store: Store, host: str) -> None:
    def keys(snapshot: Snapshot) -> tuple[set[str], set[str]]:
        every = host_keys(host)
        held = {entry[0] for entry in snapshot.brand_forms(every)}
        index = snapshot.brand_keys()
        return held, host_keys(host, index) if index else held

    held, found = bundled_store.ask(keys)
    assert found == held


@given(TEXTS)
def test_the_json_of_a_result_does_not_depend_on_those_before_it(
    bundled_store: Store, text: str
) -> None:
    scanner = Scanner(Checker(bundled_store, today=TODAY, region="US"))
    results = list(scanner.scan_stream(io.BufferedReader(io.BytesIO(text.encode())), "a.txt"))
    _ = words("en")
    together = ResultsAsJson(_)
    for result in results:
        written = together(result)
        assert written == ResultsAsJson(_)(result)
        if isinstance(result, Hit):
            hit = msgspec.json.decode(msgspec.json.encode(hit_record(result, _)))
            assert msgspec.json.decode(written) == hit
