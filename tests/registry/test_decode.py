"""YAML -> models: every misfit of shape is named with file, line, column and key."""

from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import msgspec
import pytest

from hotline_check.registry import decode as decoding
from hotline_check.registry.decode import decode, dotted
from hotline_check.registry.folder import load
from hotline_check.registry.models import Authorities, Platform
from hotline_check.registry.problems import Problem
from tests.entries import TODAY, phone, platform, write

HEAD = """\
id: example
name: Example
kind: exchange
status: active
phone_policy: unknown
domains: []
channels: []
"""
FILE = "platforms/example.yaml"


def problems_of(text: str | bytes) -> list[Problem]:
    data = text.encode() if isinstance(text, str) else text
    model, problems, _ = decode(data, Platform, FILE)
    assert (model is None) is bool(problems)
    return problems


class Misfit(NamedTuple):
    """A line added to a good entry, and the one problem that it makes."""

    added: str
    code: str
    at: tuple[int, int]
    key: str


MISFITS = [
    Misfit("county: US", "unknown-key", (8, 1), "county"),
    Misfit("name: Twice", "duplicate-key", (8, 1), "name"),
    Misfit("country: ''", "no-value", (8, 1), "country"),
    Misfit("country: ' '", "no-value", (8, 1), "country"),
    Misfit("country: [US]", "not-a-value", (8, 1), "country"),
    Misfit("country: {a: b}", "not-a-value", (8, 1), "country"),
    Misfit("coverage: whole", "unknown-word", (8, 1), "coverage"),
    Misfit("coverage: Partial", "unknown-word", (8, 1), "coverage"),
    Misfit("fresh_days: soon", "not-a-int", (8, 1), "fresh_days"),
    Misfit("fresh_days: 1.5", "not-a-int", (8, 1), "fresh_days"),
    Misfit("aliases: Ex", "not-a-list", (8, 1), "aliases"),
    Misfit("aliases: {a: b}", "not-a-list", (8, 1), "aliases"),
    Misfit("aliases: [Ex, ]\nnote: words", "not-a-mapping", (9, 1), "note"),
    Misfit("aliases: [[Ex]]", "not-a-value", (8, 11), "aliases[0]"),
    Misfit("note: {zh: 中文}", "missing-key", (8, 1), "note.en"),
    Misfit("? [a, b]\n: c", "unknown-key", (8, 3), "…"),
    Misfit("<<: {country: US}", "unknown-key", (8, 1), "<<"),
]


class TestMisfits:
    @pytest.mark.parametrize("misfit", MISFITS, ids=lambda m: m.added.replace("\n", " "))
    def test_named_with_its_place(self, misfit: Misfit) -> None:
        (problem,) = problems_of(HEAD + misfit.added + "\n")
        assert (problem.code, problem.file) == (misfit.code, FILE)
        assert (problem.line, problem.column) == misfit.at
        assert problem.key == misfit.key

    def test_a_key_that_must_be_there_has_no_value(self) -> None:
        (problem,) = problems_of(HEAD.replace("name: Example", "name:"))
        assert (problem.code, problem.line, problem.key) == ("no-value", 2, "name")

    @pytest.mark.parametrize(
        ("key", "value", "code"),
        [
            ("retired", "yesterday", "not-a-date"),
            ("retired", "22.11.2026", "not-a-date"),
            ("retired", "2026-1-2", "not-a-date"),
            ("retired", "2026-02-30", "not-a-date"),
            ("retired", "2026-11-22T00:00:00Z", "not-a-date"),
            ("disputed", "yes", "not-a-bool"),
            ("disputed", "maybe", "not-a-bool"),
            ("disputed", "[]", "not-a-value"),
        ],
    )
    def test_dates_and_truths(self, key: str, value: str, code: str) -> None:
        text = HEAD.replace(
            "channels: []", f"channels:\n- kind: phone\n  value: '+12025550123'\n  {key}: {value}"
        )
        (problem,) = problems_of(text)
        assert (problem.code, problem.line) == (code, 10)
        assert problem.key == f"channels[0].{key}"

    def test_a_missing_key_is_reported_where_its_mapping_starts(self) -> None:
        text = HEAD.replace("channels: []", "channels:\n- value: '+12025550123'")
        (problem,) = problems_of(text)
        assert (problem.code, problem.line, problem.column) == ("missing-key", 8, 3)
        assert problem.params == {"name": "kind"}

    def test_all_of_a_file_at_once(self) -> None:
        text = HEAD.replace("kind: exchange", "kind: bank") + "county: US\nfresh_days: x\n"
        assert [p.code for p in problems_of(text)] == ["unknown-word", "unknown-key", "not-a-int"]

    def test_all_of_all_files_at_once_in_order(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            platform(county="US"),
            platform("sample", kind="bank", fresh_days="x"),
            authorities=[{"country": "GB", "authorities": "none"}],
        )
        _, problems = load(folder, TODAY)
        assert [(p.file, p.code) for p in problems] == [
            ("authorities/gb.yaml", "not-a-list"),
            ("platforms/example.yaml", "unknown-key"),
            ("platforms/sample.yaml", "unknown-word"),
            ("platforms/sample.yaml", "not-a-int"),
        ]


class TestDomains:
    """A domain is plain, or keys with its pages."""

    @pytest.mark.parametrize(
        ("written", "code", "key"),
        [
            ("{domein: a.com}", "unknown-key", "domains[0].domein"),
            ("{}", "missing-key", "domains[0].domain"),
            ("{domain: a.com, sightings: x}", "not-a-list", "domains[0].sightings"),
            ("[a.com]", "not-a-value", "domains[0]"),
            ("''", "no-value", "domains[0]"),
        ],
    )
    def test_a_misfit(self, written: str, code: str, key: str) -> None:
        problems = problems_of(HEAD.replace("domains: []", f"domains: [{written}]"))
        assert (code, key) in [(p.code, p.key) for p in problems]

    def test_both_forms(self) -> None:
        text = HEAD.replace("domains: []", "domains: [no, {domain: b.com}]")
        model, problems, _ = decode(text.encode(), Platform, FILE)
        assert not problems
        assert model is not None
        assert model.pins == ("no", "b.com")
        assert [d.domain for d in model.described_domains] == ["b.com"]


class TestTextsByLanguage:
    """An authority's names: any language tag, one text each."""

    @pytest.mark.parametrize(
        ("written", "code", "key"),
        [
            ("Police", "not-a-mapping", "names"),
            ("{zh: a, zh: b}", "duplicate-key", "names.zh"),
            ("{zh: ''}", "no-value", "names.zh"),
            ("{zh: [a]}", "not-a-value", "names.zh"),
        ],
    )
    def test_a_misfit(self, written: str, code: str, key: str) -> None:
        text = "country: GB\nauthorities:\n- name: Police\n  purpose: report\n"
        _, problems, _ = decode(f"{text}  names: {written}\n".encode(), Authorities, FILE)
        assert [(p.code, p.key) for p in problems] == [(code, f"authorities[0].{key}")]


class TestYamlsOwnIdeas:
    """YAML guesses types; a registry reads what stands there."""

    def test_no_is_norway(self) -> None:
        model, problems, _ = decode((HEAD + "country: NO\n").encode(), Platform, FILE)
        assert not problems
        assert model is not None
        assert model.country == "NO"

    @pytest.mark.parametrize("word", ["NO", "on", "y", "Null1", "1e3", "0x10", "2026-11-22", "12"])
    def test_names_stay_words(self, word: str) -> None:
        model, _, _ = decode(HEAD.replace("Example", word).encode(), Platform, FILE)
        assert model is not None
        assert model.name == word

    def test_a_number_keeps_its_zeros_and_its_plus(self) -> None:
        text = HEAD.replace("channels: []", "channels:\n- {kind: phone, value: 0012}")
        model, _, _ = decode(text.encode(), Platform, FILE)
        assert model is not None
        assert model.channels[0].value == "0012"

    def test_a_null_is_a_key_left_out(self) -> None:
        model, _, _ = decode((HEAD + "country: ~\nfresh_days: null\n").encode(), Platform, FILE)
        assert model is not None
        assert (model.country, model.fresh_days) == (None, None)

    def test_tags_make_nothing(self) -> None:
        text = HEAD.replace("name: Example", "name: !!python/object/apply:os.getcwd []")
        assert [p.code for p in problems_of(text)] == ["not-a-value"]

    def test_a_star_in_a_text_is_no_alias(self) -> None:
        assert problems_of(HEAD + "note: {en: Press * twice.}\n") == []

    def test_no_aliases(self) -> None:
        """They grow without end: a kilobyte can stand for a billion channels."""
        (problem,) = problems_of(HEAD + "aliases: &a [x]\nnote: *a\n")
        assert (problem.code, problem.line, problem.column) == ("yaml-alias", 9, 7)

    @pytest.mark.parametrize("opener", ["[", "{a: ", "- "])
    def test_deep_nesting_is_refused_not_followed(self, opener: str) -> None:
        """The parser's C code recurses: this used to end the process."""
        (problem,) = problems_of(opener * 50_000)
        assert problem.code == "too-deep"


class TestNotYaml:
    @pytest.mark.parametrize(
        ("data", "code", "line"),
        [
            (b"", "empty-file", 1),
            (b"# nothing yet\n", "empty-file", 1),
            (b"name: a: b\n", "not-yaml", 1),
            (b"id: example\nname: [\n", "not-yaml", 3),
            (b"id: example\n\tname: x\n", "not-yaml", 2),
            (b"id: a\n---\nid: b\n", "not-yaml", 2),
            (b"name: \xe9xample\n", "not-yaml", 1),
            (b"name: \x00\n", "not-yaml", 1),
            (b"\x89PNG\r\n\x1a\n", "not-yaml", 1),
            (b"just words\n", "not-a-mapping", 1),
            (b"- a\n", "not-a-mapping", 1),
        ],
    )
    def test_reported_with_its_line(self, data: bytes, code: str, line: int) -> None:
        (problem,) = problems_of(data)
        assert (problem.code, problem.line) == (code, line)

    def test_a_huge_file_is_not_even_parsed(self) -> None:
        (problem,) = problems_of(b"[" * 1_000_001)
        assert problem.code == "file-too-large"


class TestQuickAndThorough:
    """A good file is decoded in one step, one with mistakes is walked to tell them all."""

    def test_they_agree(self, registry_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        files = sorted((registry_folder / "platforms").glob("*.yaml"))
        quick = [decode(f.read_bytes(), Platform, f.name)[0] for f in files]

        def refuse(_: object) -> None:
            raise decoding._OddError

        monkeypatch.setattr(decoding, "_plain", refuse)
        assert [decode(f.read_bytes(), Platform, f.name)[0] for f in files] == quick

    def test_nothing_is_no_mistake_beside_another(self) -> None:
        (problem,) = problems_of(HEAD + "country: ~\ncounty: US\n")
        assert problem.code == "unknown-key"


def test_country_files_are_decoded_alike() -> None:
    text = dedent("""\
        country: NO
        authorities:
        - name: Politiet
          purpose: report
          short_code: true
    """)
    model, problems, _ = decode(text.encode(), Authorities, "authorities/no.yaml")
    assert not problems
    assert model is not None
    assert (model.country, model.authorities[0].short_code) == ("NO", True)


def test_paths_are_written_as_people_write_them() -> None:
    assert dotted(("channels", 2, "sightings", 0, "url")) == "channels[2].sightings[0].url"


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    entry = platform(aliases=["Ex"], channels=[phone(topics=["security"])])
    registry, problems = load(write(tmp_path, entry), TODAY)
    assert not problems
    read = msgspec.json.decode(msgspec.json.encode(registry.platforms[0]))
    written = msgspec.json.decode(msgspec.json.encode(entry))
    del written["coverage"]  # what goes without saying is left out
    assert read == written
