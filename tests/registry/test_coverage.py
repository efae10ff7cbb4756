"""How much is known of each platform, what to find next, and the list of the most used."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from hotline_check.registry.folder import load
from hotline_check.registry.models import Platform
from hotline_check.registry.most_used import most_used
from hotline_check.registry.overview.coverage import Coverage, coverage_of, totals
from hotline_check.registry.overview.todo import Todo, todos
from hotline_check.registry.storage.store import Store
from tests.conftest import Program
from tests.entries import (
    AU_LINE,
    GB_LINE,
    SEEN,
    TODAY,
    Entry,
    channel,
    elsewhere,
    phone,
    platform,
    says,
    sighting,
    write,
)

ROOT = Path(__file__).parent.parent.parent
OF_OTHERS = says("none", url="https://news.example.net/a", source_kind="third-party")
EARLIER = SEEN - dt.timedelta(days=30)


def read(tmp_path: Path, *entries: Entry) -> list[Platform]:
    registry, problems = load(write(tmp_path, *entries), TODAY)
    assert problems == []
    return list(registry.platforms)


def known(tmp_path: Path, entry: Entry) -> Coverage:
    (each,) = read(tmp_path, entry)
    return coverage_of(each)


def list_used(folder: Path, *names: str) -> None:
    text = yaml.safe_dump({"date": SEEN, "platforms": list(names)})
    (folder / "most-used.yaml").write_text(text, encoding="utf-8")


class TestCoverage:
    def test_nothing(self, tmp_path: Path) -> None:
        found = known(tmp_path, platform())
        assert (found.policy, found.phone, found.oldest_proof) == (None, False, None)
        assert (found.domains, found.proved_domains) == (1, 0)

    def test_everything(self, tmp_path: Path) -> None:
        entry = platform(
            channels=[
                phone(sightings=[sighting(seen=EARLIER), sighting("https://example.com/a")]),
                channel("help-center", "https://help.example.com"),
                channel("chat", "https://example.com/chat"),
                channel("email", "help@example.com"),
                channel("x", "@Example", sightings=[sighting(seen=EARLIER)]),
                channel("telegram", "@Example"),
            ],
            domains=[{"domain": "example.com", "sightings": [sighting()]}, "example.net"],
            verify_page="https://example.com/verify",
            never_asks=["password"],
            never_asks_source=sighting(),
            **says("published"),
        )
        found = known(tmp_path, entry)
        facts = (found.phone, found.help_page, found.chat, found.email, found.x, found.telegram)
        assert all((*facts, found.verify_page, found.never_asks))
        assert (found.policy, found.domains, found.proved_domains) == ("stated", 2, 1)
        assert found.oldest_proof == EARLIER
        assert set(totals([found]).counts.values()) == {0, 1}

    @pytest.mark.parametrize(
        "changes",
        [
            {"retired": SEEN},
            {"disputed": True},
            {"secondhand": True, "sightings": [elsewhere()]},
        ],
    )
    def test_a_doubtful_line_is_none(self, tmp_path: Path, changes: dict[str, Any]) -> None:
        found = known(tmp_path, platform(channels=[phone(**changes)]))
        assert (found.phone, found.oldest_proof) == (False, None)

    def test_a_policy_for_some_customers_is_known_in_part(self, tmp_path: Path) -> None:
        entry = platform(
            phone_policy="unknown",
            policy_scopes=[
                {"policy": "none", "basis": "stated", "regions": ["DE"], "source": sighting()}
            ],
        )
        found = known(tmp_path, entry)
        assert found.policy == "some-customers"
        assert totals([found]).counts["policy-some-customers"] == 1
        gaps = {todo.gap for todo in todos(read(tmp_path, entry), [], TODAY)}
        assert "policy-some-customers" in gaps
        assert "policy-unknown" not in gaps

    @pytest.mark.parametrize(
        ("said", "policy"),
        [
            (says("none"), "stated"),
            (says("none", "inferred"), "inferred"),
            (
                says("none", url="https://news.example.net/a", source_kind="third-party"),
                "secondhand",
            ),
        ],
    )
    def test_how_well_a_policy_is_known(self, tmp_path: Path, said: Entry, policy: str) -> None:
        found = known(tmp_path, platform(**said))
        assert found.policy == policy
        assert totals([found]).counts[f"policy-{policy}"] == 1


class TestTodo:
    def names(self, found: list[Todo]) -> list[tuple[str, str]]:
        return [(todo.platform, todo.gap) for todo in found]

    def test_the_most_used_come_first_and_their_policy_before_all(self, tmp_path: Path) -> None:
        entries = read(
            tmp_path,
            platform("alpha"),
            platform("bravo", **says("none", url="https://bravo.com/a")),
            platform("charlie"),
            platform("delta", status="closed"),
        )
        found = todos(entries, ["charlie", "bravo"], TODAY)
        assert self.names(found)[:4] == [
            ("charlie", "policy-unknown"),
            ("charlie", "no-way"),
            ("bravo", "no-way"),
            ("charlie", "no-never-asks"),
        ]
        assert {name for name, _ in self.names(found)} == {"alpha", "bravo", "charlie"}
        first_of_the_others = [name for name, _ in self.names(found)].index("alpha")
        assert {name for name, _ in self.names(found)[first_of_the_others:]} == {"alpha"}

    @pytest.mark.parametrize(
        ("said", "gap"),
        [
            (says("none", "inferred"), "policy-inferred"),
            (OF_OTHERS, "policy-secondhand"),
        ],
    )
    def test_a_weak_policy_names_its_page(self, tmp_path: Path, said: Entry, gap: str) -> None:
        found = next(t for t in todos(read(tmp_path, platform(**said)), [], TODAY) if t.gap == gap)
        assert found.page == said["phone_policy_source"]["url"]

    def test_the_page_and_the_query(self, tmp_path: Path) -> None:
        lines = [phone(), channel("help-center", "https://help.example.com")]
        entries = read(tmp_path, platform(channels=lines), platform("nowhere", domains=[]))
        found = {(t.platform, t.gap): t for t in todos(entries, [], TODAY)}
        policy = found["example", "policy-unknown"]
        assert policy.page == "https://help.example.com"
        assert policy.query is not None
        assert policy.query.startswith("site:example.com ")
        elsewhere_ = found["nowhere", "policy-unknown"]
        assert (elsewhere_.page, elsewhere_.query is not None) == (None, True)
        assert elsewhere_.query is not None
        assert elsewhere_.query.startswith('"Nowhere" ')

    def test_ageing_proof_names_the_oldest_page(self, tmp_path: Path) -> None:
        old = sighting("https://example.com/old", seen=TODAY - dt.timedelta(days=121))
        lines = [phone(sightings=[old]), phone(AU_LINE)]
        found = todos(read(tmp_path, platform(channels=lines)), [], TODAY)
        (ageing,) = [t for t in found if t.gap == "proof-ages"]
        assert (ageing.page, ageing.query) == ("https://example.com/old", None)

    def test_no_help_page_is_named_where_there_is_another_way(self, tmp_path: Path) -> None:
        found = self.names(todos(read(tmp_path, platform(channels=[phone()])), [], TODAY))
        assert ("example", "no-help-page") in found
        assert ("example", "no-way") not in found


class TestMostUsed:
    def test_in_order(self, tmp_path: Path) -> None:
        write(tmp_path, platform("alpha"), platform("bravo"))
        list_used(tmp_path, "bravo", "alpha")
        assert most_used(tmp_path) == ("bravo", "alpha")

    def test_a_release_has_none(self, tmp_path: Path) -> None:
        assert most_used(write(tmp_path, platform())) == ()

    def test_its_mistakes_are_found(self, tmp_path: Path) -> None:
        write(tmp_path, platform("alpha"))
        list_used(tmp_path, "alpha", "bravo", "alpha")
        _, problems = load(tmp_path, TODAY)
        assert [(p.file, p.code, p.key) for p in problems] == [
            ("most-used.yaml", "unknown-platform", "platforms[1]"),
            ("most-used.yaml", "repeated-value", "platforms[2]"),
        ]

    def test_one_that_cannot_be_read(self, tmp_path: Path, program: Program) -> None:
        write(tmp_path, platform("alpha"))
        (tmp_path / "most-used.yaml").write_text("platforms: alpha\n")
        assert program("registry", "validate", str(tmp_path)) == 2
        with pytest.raises(Exception, match="broken-registry"):
            most_used(tmp_path)
        (tmp_path / "most-used.yaml").unlink()
        (tmp_path / "most-used.yaml").mkdir()
        with pytest.raises(Exception, match="cannot-read"):
            most_used(tmp_path)

    def test_the_bundled_list_is_whole(self, registry_folder: Path, bundled_store: Store) -> None:
        assert 100 <= len(most_used(registry_folder)) <= 110
        ids = set(bundled_store.ask(lambda s: s.ids("platforms")))
        assert set(most_used(registry_folder)) <= ids


class TestScreens:
    @pytest.fixture
    def folder(self, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        assert program is not None
        remarked = platform(
            "alpha",
            remarks=["The page lost its tables."],
            channels=[phone(GB_LINE, remarks=["Look again."], sightings=[
                sighting("https://alpha.com/a")
            ])],
        )  # fmt: skip
        write(tmp_path, remarked, platform("bravo"))
        monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(tmp_path))
        return tmp_path

    def test_status_of_all_and_of_the_most_used(self, program: Program, folder: Path) -> None:
        program("registry", "status")
        assert "\nwhat is known                            all\n" in program.out
        list_used(folder, "bravo")
        program("registry", "status")
        assert "\nwhat is known                            most used    all\n" in program.out
        assert "\na listed phone                           0            1\n" in program.out
        program("registry", "status", "--format", "json")
        found = json.loads(program.out)["known"]
        assert (found["most_used"]["platforms"], found["all"]["platforms"]) == (1, 2)

    def test_todo(self, program: Program, folder: Path) -> None:
        list_used(folder, "bravo")
        assert program("registry", "todo", "--limit", "1") == 0
        assert program.out.splitlines()[0] == "bravo: its phone policy is not known"
        assert "more: use --limit" in program.out
        assert "remarks" not in program.out.lower()
        program("registry", "todo", "--format", "json", "-n", "2")
        found = json.loads(program.out)
        assert [t["gap"] for t in found["todo"]] == ["policy-unknown", "no-way"]
        assert found["left"] > 0

    @pytest.mark.usefixtures("folder")
    def test_only_the_registry_commands_show_remarks(self, program: Program) -> None:
        program("registry", "todo", "Alpha", "-n", "99")
        assert program.err.startswith("Registry: ")
        assert "alpha: The page lost its tables." in program.out
        assert f"{GB_LINE}: Look again." in program.out
        assert "bravo" not in program.out
        for arguments in (["channels", "alpha"], ["channels", "alpha", "--format", "json"]):
            program(*arguments)
            assert "lost its tables" not in program.out
            assert "Look again" not in program.out

    def test_nothing_to_do(self, program: Program, folder: Path) -> None:
        write(folder, platform("alpha", status="closed"))
        program("registry", "todo", "alpha")
        assert program.out == "Nothing is missing here.\n"


def test_the_published_coverage_is_the_commands_output(program: Program) -> None:
    """Write it again with: hotline-check registry status --format markdown > docs/coverage.md."""
    assert program("registry", "status", "--format", "markdown", "--lang", "zh") == 0
    published = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert published == program.out
