"""The compiled registry: what goes in comes out, and damage is never taken for an answer."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import Registry
from hotline_check.registry.matching.names import fold
from hotline_check.registry.models import (
    Authorities,
    Authority,
    Channel,
    Impostor,
    Note,
    Platform,
    Reported,
    ReportedNumber,
    ReportSighting,
    Sighting,
    Withheld,
)
from hotline_check.registry.storage.build import build
from hotline_check.registry.storage.keys import account_key, contact_key
from hotline_check.registry.storage.snapshot import (
    Snapshot,
    SnapshotError,
)
from hotline_check.registry.storage.store import SEALED_NAME, Store, compile_to
from hotline_check.verdict.models import Status
from tests.entries import (
    AU_LINE,
    GB_FREE,
    GB_LINE,
    TODAY,
    US_LINE,
    US_OTHER,
    ask,
    channel,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
DATES = st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1))
SIGHTINGS = st.builds(Sighting, url=WORDS, seen=DATES, page_date=st.none() | DATES)
PHONES = st.sampled_from([US_LINE, US_OTHER, GB_LINE, AU_LINE, GB_FREE, "2882"])


def tuples(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=3).map(tuple)


CHANNELS = st.builds(
    Channel,
    kind=st.just("phone"),
    value=PHONES,
    regions=tuples(st.sampled_from(["US", "PH"])),
    note=st.none() | st.builds(Note, en=WORDS, zh=st.none() | WORDS),
    sightings=tuples(SIGHTINGS),
) | st.builds(Channel, kind=st.sampled_from(["email", "telegram", "form"]), value=WORDS)
PLATFORMS = st.builds(
    Platform,
    id=st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True),
    name=WORDS,
    aliases=tuples(WORDS),
    domains=tuples(WORDS),
    channels=tuples(CHANNELS),
    withheld=tuples(st.builds(Withheld, value=PHONES)),
    impostors=tuples(st.builds(Impostor, value=WORDS)),
)


def compiled(
    platforms: list[Platform],
    reports: tuple[Reported, ...] = (),
    authorities: tuple[Authorities, ...] = (),
) -> Snapshot:
    connection = build(
        None,
        key="k",
        date="2026-11-22",
        platforms=platforms,
        reported=reports,
        authorities=authorities,
        files={},
    )
    return Snapshot(connection)


class TestRoundTrip:
    @given(st.lists(PLATFORMS, max_size=4, unique_by=lambda p: p.id))
    @settings(deadline=None, max_examples=25)
    def test_every_platform_is_found_by_all_that_is_its(self, platforms: list[Platform]) -> None:
        with closing(compiled(platforms)) as snapshot:
            assert snapshot.ids("platforms") == sorted(p.id for p in platforms)
            domains = set(snapshot.domains())
            for platform in platforms:
                assert snapshot.platform(platform.id) == platform
                for name in (platform.id, platform.name, *platform.aliases):
                    assert platform.id in snapshot.named(name)
                for channel in platform.channels:
                    held = snapshot.holders([channel.value], "published")
                    assert (contact_key(channel.value), platform.id) in held
                for withheld in platform.withheld:
                    assert snapshot.holders([withheld.value], "withheld")
                for domain in platform.pins:
                    assert (domain, platform.id) in snapshot.pinned_by(["other", domain])
                    assert (domain, platform.id) in domains

    def test_reports_and_authorities(self) -> None:
        number = ReportedNumber(
            value=US_LINE, sightings=(ReportSighting(url="https://x.example", seen=TODAY),)
        )
        report = Reported(platform="example", numbers=(number,))
        body = Authorities(
            country="GB", authorities=(Authority(name="Example Police", purpose="report"),)
        )
        with closing(compiled([], (report,), (body,))) as snapshot:
            assert snapshot.reported("example") == report
            assert snapshot.authorities("GB") == snapshot.authorities("gb") == body
            assert snapshot.holders([US_LINE], "reported") == [(US_LINE, "example")]
            assert snapshot.ids("reported") == ["example"]
            assert snapshot.ids("authorities") == ["gb"]
            assert snapshot.reported("sample") is None
            assert snapshot.authorities("IE") is None

    def test_nothing_at_all(self) -> None:
        with closing(compiled([])) as snapshot:
            assert (snapshot.key, snapshot.date) == ("k", "2026-11-22")
            assert snapshot.ids("platforms") == []
            assert (snapshot.names(), snapshot.domains()) == ([], [])
            assert snapshot.platform("example") is None
            assert snapshot.holders([], "published") == []

    def test_the_bundled_registry(self, bundled: Registry) -> None:
        with closing(compiled(list(bundled.platforms), bundled.reported)) as snapshot:
            for platform in bundled.platforms:
                assert snapshot.platform(platform.id) == platform
            for report in bundled.reported:
                assert snapshot.reported(report.platform) == report


def test_little_memory_changes_no_answer(
    bundled_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long scan asks for more slots than are kept."""
    monkeypatch.setattr("hotline_check.registry.storage.snapshot._MOST_KEPT", 0)
    values = ["+18889087930", "+18446131499", "+18889087931"]
    for _ in range(3):
        found = bundled_store.ask(lambda snapshot: snapshot.holders(values, "published"))
        assert found == [("+18446131499", "coinbase"), ("+18889087930", "coinbase")]


def test_a_shelf_held_in_memory_changes_no_answer(
    bundled: Registry, bundled_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long scan reads a shelf as a whole; a check reads a few slots of it."""
    values = [channel.value for platform in bundled.platforms for channel in platform.channels]
    questions: list[Callable[[Snapshot], object]] = [
        lambda snapshot: snapshot.holders([*values, "+12025550123"], "published"),
        lambda snapshot: snapshot.holders([], "published"),
        lambda snapshot: sorted(snapshot.pinned_by(["coinbase.com", "kraken.com", "a.example"])),
        lambda snapshot: sorted(snapshot.brand_forms(["coinbase", "~coinbas", "nobody"])),
        lambda snapshot: snapshot.named("Crypto.com"),
        lambda snapshot: snapshot.platform("nobody"),
    ]
    module = "hotline_check.registry.storage.shelves"
    monkeypatch.setattr(f"{module}._MOST_HELD", 0)
    from_slots = [bundled_store.ask(question) for question in questions]
    monkeypatch.setattr(f"{module}._MOST_HELD", 10_000)
    monkeypatch.setattr(f"{module}._LOOK_UPS_OF_A_CHECK", 0)
    monkeypatch.setattr(f"{module}._SLOTS_OF_A_LOOK_UP", 10_000)
    assert [bundled_store.ask(question) for question in questions] == from_slots


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("+Ａ@Example.com", "+ａ@example.com"),
        ("Help@Example.com", "help@example.com"),
        ("https://Example.com/Contact/", "example.com/contact"),
        ("http://example.com", "example.com"),
        ("@ExampleHelp", "examplehelp"),
        ("+12025550123", "+12025550123"),
    ],
)
def test_a_contact_is_looked_up_however_it_is_written(value: str, key: str) -> None:
    assert contact_key(value) == key


def test_an_account_is_looked_up_by_its_bare_name() -> None:
    assert account_key("https://t.me/ExampleHelp/") == account_key("@examplehelp")


# What a person may ask of the registry below, with the claim, and what the right answer is.
QUESTIONS: dict[tuple[str, str | None], tuple[Status, str | None]] = {
    (US_LINE, None): (Status.LISTED, "example"),
    (US_LINE, "Ex"): (Status.LISTED, "example"),
    (US_LINE, "sample"): (Status.OTHER_PLATFORM, "example"),
    ("+12025550124", None): (Status.LOOKALIKE, "example"),
    (US_OTHER, None): (Status.REPORTED, "example"),
    (GB_LINE, "example"): (Status.NOT_LISTED, None),
    (GB_LINE, "sample"): (Status.UNKNOWN, None),
    (AU_LINE, None): (Status.RETIRED, "sample"),
    (GB_FREE, "example"): (Status.WITHHELD, "example"),
    ("1-800-EXAMPLE", None): (Status.LOOKALIKE, "example"),
    ("https://help.example.com/", None): (Status.LISTED, "example"),
    ("https://examp1e.com/", None): (Status.LOOKALIKE, "example"),
    ("https://refunds.org/", "example"): (Status.REPORTED, "example"),
    ("help@example.com", None): (Status.LISTED, "example"),
    ("https://t.me/ExampleHelp", None): (Status.LISTED, "example"),
}


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A registry folder with its own snapshot."""
    retired = phone(AU_LINE, retired=TODAY, sightings=[sighting("https://sample.com/contact")])
    folder = write(
        tmp_path / "registry",
        platform(
            aliases=["Ex"],
            channels=[
                phone(),
                channel("email", "help@example.com"),
                channel("telegram", "@ExampleHelp"),
            ],
            withheld=[{"value": GB_FREE, "why": "unconfirmed"}],
            impostors=[{"kind": "host", "value": "refunds.org", "relation": "fake"}],
            **says("published"),
        ),
        platform("sample", channels=[retired]),
        reports=[reported("example", US_OTHER)],
    )
    compile_to(folder, folder / SEALED_NAME, "sealed", TODAY)
    return folder


def answers(folder: Path) -> dict[tuple[str, str | None], tuple[Status, str | None] | str]:
    out: dict[tuple[str, str | None], tuple[Status, str | None] | str] = {}
    for text, claim in QUESTIONS:
        try:
            verdict = ask(folder, text, claim=claim)
            out[text, claim] = (verdict.status, verdict.platform)
        except HotlineError as error:
            out[text, claim] = error.code
    return out


def damaged(data: bytes, step: int) -> Iterator[bytes]:
    """The file with one byte of every so many changed, each time another."""
    for at in range(0, len(data), step):
        yield data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


class TestDamage:
    def test_none(self, sealed: Path) -> None:
        assert answers(sealed) == QUESTIONS

    @pytest.mark.parametrize("step", [997, pytest.param(97, marks=pytest.mark.slow)])
    def test_any_byte_changed(self, sealed: Path, step: int) -> None:
        """Every answer is the right one: a damaged snapshot is known and built again."""
        path = sealed / SEALED_NAME
        for data in damaged(path.read_bytes(), step):
            path.write_bytes(data)
            assert answers(sealed) == QUESTIONS

    @pytest.mark.parametrize("left", [0, 1, 100, 4096, 12288])
    def test_cut_off(self, sealed: Path, left: int) -> None:
        path = sealed / SEALED_NAME
        path.write_bytes(path.read_bytes()[:left])
        assert answers(sealed) == QUESTIONS

    def test_zeros(self, sealed: Path) -> None:
        path = sealed / SEALED_NAME
        path.write_bytes(bytes(len(path.read_bytes())))
        assert answers(sealed) == QUESTIONS

    def test_half_zeros(self, sealed: Path) -> None:
        """What a power cut leaves of a file that was not synced."""
        path = sealed / SEALED_NAME
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))
        assert answers(sealed) == QUESTIONS

    def test_not_a_database(self, sealed: Path) -> None:
        (sealed / SEALED_NAME).write_text("<html>Not found</html>" * 1000)
        assert answers(sealed) == QUESTIONS

    def test_a_folder_in_its_place(self, sealed: Path) -> None:
        (sealed / SEALED_NAME).unlink()
        (sealed / SEALED_NAME).mkdir()
        assert answers(sealed) == QUESTIONS

    def test_damaged_and_nothing_to_build_it_from(self, sealed: Path) -> None:
        path = sealed / SEALED_NAME
        path.write_bytes(path.read_bytes()[:5000])
        for file in sealed.glob("platforms/*"):
            file.unlink()
        assert set(answers(sealed).values()) == {"no-registry"}

    @pytest.mark.few(8)
    @pytest.mark.parametrize("look_ups", [0, 64], ids=["whole shelves", "slots"])
    @pytest.mark.parametrize(
        "damage",
        [
            "DELETE FROM slot WHERE shelf = 'contact'",
            "DELETE FROM slot WHERE shelf = 'name'",
            "DELETE FROM slot WHERE shelf = 'domain'",
            "DELETE FROM slot WHERE shelf = 'id'",
            "DELETE FROM document WHERE part = 'platforms'",
            "DELETE FROM document WHERE part = 'reported'",
            "DELETE FROM document WHERE part = 'meta'",
            "UPDATE document SET body = 'x' WHERE part = 'platforms'",
            "UPDATE document SET body = x'7b7d' WHERE part = 'meta'",
            "UPDATE document SET id = 'x' WHERE part = 'platforms' AND id = 'example'",
            "UPDATE slot SET number = number + 1000 WHERE shelf = 'contact'",
            "UPDATE slot SET body = x'5b5d'",
            "DROP TABLE slot",
        ],
    )
    def test_rows_gone_or_changed(
        self, sealed: Path, damage: str, look_ups: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        module = "hotline_check.registry.storage.shelves"
        monkeypatch.setattr(f"{module}._LOOK_UPS_OF_A_CHECK", look_ups)
        monkeypatch.setattr(f"{module}._SLOTS_OF_A_LOOK_UP", 10_000)
        with closing(sqlite3.connect(sealed / SEALED_NAME)) as database, database:
            database.execute(damage)
        assert answers(sealed) == QUESTIONS
        store = Store(sealed, "test", today=TODAY)
        assert store.ask(lambda s: s.ids("platforms")) == ["example", "sample"]
        assert store.ask(lambda s: len(s.names())) == 3
        assert store.ask(lambda s: len(s.domains())) == 2
        store.close()

    def test_rows_put_in_each_others_place(self, sealed: Path) -> None:
        """Two whole rows that change places are damage, too."""
        with closing(sqlite3.connect(sealed / SEALED_NAME)) as database, database:
            database.execute("UPDATE document SET id = 'x' WHERE id = 'example'")
            database.execute("UPDATE document SET id = 'example' WHERE id = 'sample'")
            database.execute("UPDATE document SET id = 'sample' WHERE id = 'x'")
        assert answers(sealed) == QUESTIONS

    def test_a_snapshot_of_another_format(
        self, sealed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("hotline_check.registry.storage.snapshot.FORMAT", 1)
        with pytest.raises(SnapshotError):
            Snapshot.open(sealed / SEALED_NAME)

    def test_a_snapshot_of_another_version(self, sealed: Path) -> None:
        with closing(sqlite3.connect(sealed / SEALED_NAME)) as database, database:
            database.execute("DROP TABLE document")
            database.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        with pytest.raises(SnapshotError):
            Snapshot.open(sealed / SEALED_NAME)
        assert answers(sealed) == QUESTIONS


def test_names_are_compared_without_case_marks_and_width() -> None:
    assert fold("Crypto.com") == fold("ＣＲＹＰＴＯ com") == "cryptocom"


def test_a_full_memory_changes_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("_MOST_KEPT", "_MOST_PLATFORMS"):
        monkeypatch.setattr(f"hotline_check.registry.storage.snapshot.{limit}", 0)
    other = phone(GB_LINE, sightings=[sighting("https://sample.com/contact")])
    folder = write(tmp_path, platform(channels=[phone()]), platform("sample", channels=[other]))
    with closing(Store(folder, "test", today=TODAY)) as store:
        for value, name in [(US_LINE, "example"), (GB_LINE, "sample")] * 2:
            snapshot = store.ask(lambda opened: opened)
            assert list(snapshot.holders([value], "published")) == [(value, name)]
            assert snapshot.owner(name).id == name


class TestFork:
    """A forked process opens the snapshot anew; a registry changed meanwhile is noticed."""

    def test_the_answers_stay(self, sealed: Path) -> None:
        store = Store(sealed, "test", today=TODAY)
        store.reconnect()  # not open yet: nothing to do
        before = store.ask(lambda s: s.ids("platforms"))
        store.reconnect()
        assert store.ask(lambda s: s.ids("platforms")) == before

    def test_another_snapshot_in_its_place(self, sealed: Path) -> None:
        store = Store(sealed, "test", today=TODAY)
        assert store.ask(lambda s: s.ids("platforms")) == ["example", "sample"]
        write(sealed, platform("third"))
        compile_to(sealed, sealed / SEALED_NAME, "other", TODAY)
        store.reconnect()
        assert store.ask(lambda s: s.ids("platforms")) == ["example", "sample", "third"]

    def test_one_in_memory_is_each_process_own(self) -> None:
        snapshot = compiled([msgspec.convert(platform(), Platform)])
        snapshot.reconnect()
        assert snapshot.ids("platforms") == ["example"]
