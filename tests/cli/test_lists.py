"""`channels`, `platforms` and `registry status | validate | schema` as a person uses them."""

import json
from pathlib import Path

import pytest

from hotline_check.cli.parsing import complete
from hotline_check.registry.storage.store import Store
from hotline_check.wording.screens.channels import SCREEN
from tests.conftest import Program
from tests.entries import (
    AU_LINE,
    GB_LINE,
    REGISTRY_DAY,
    SEEN,
    US_LINE,
    channel,
    elsewhere,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)


@pytest.fixture
def tiny(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's registry is this small one."""
    folder = write(
        tmp_path / "tiny",
        platform(
            channels=[
                phone(topics=["security"], regions=["US"], languages=["en"]),
                phone(GB_LINE, regions=["GB"], retired=SEEN),
                channel("email", "help@example.com"),
                channel("telegram", "@ExampleHelp", disputed=True),
                channel("chat", "https://example.com/chat"),
            ],
            **says("published"),
        ),
        platform("silent", kind="wallet", country="HK", **says("none", url="https://silent.com/")),
        platform("unsaid", kind="broker"),
        platform(
            "rumour",
            channels=[phone("+12025550155", secondhand=True, sightings=[elsewhere()])],
        ),
        reports=[reported("example", "+12025550199")],
    )
    monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(folder))
    assert program is not None
    return folder


@pytest.mark.usefixtures("tiny")
class TestChannels:
    def test_everything_with_page_and_date(self, program: Program) -> None:
        assert program("channels", "Example") == 0
        for part in ("+1 202-555-0123", "help@example.com", "https://help.example.com/contact"):
            assert part in program.out
        assert "seen 2026-11-22" in program.out

    def test_what_is_wrong_with_a_channel(self, program: Program) -> None:
        program("channels", "example")
        assert "RETIRED" in program.out
        assert "DISPUTED" in program.out
        program("channels", "rumour")
        assert "NOT CONFIRMED" in program.out

    def test_no_phone_line_differs_from_none_known(self, program: Program) -> None:
        program("channels", "silent")
        stated = program.out
        program("channels", "unsaid")
        assert "states that it has no phone line" in stated
        assert "states" not in program.out
        assert "know of no phone line" in program.out

    def test_begins_with_the_quickest_way(self, program: Program) -> None:
        program("channels", "example")
        assert program.out.splitlines()[:3] == [
            "Example (exchange, US)",
            "  Quickest: phone: +1 202-555-0123 (US, security)",
            "  For anything else: chat: https://example.com/chat",
        ]

    def test_a_way_that_serves_the_persons_country_comes_first(self, program: Program) -> None:
        program("channels", "example", "--region", "DE")
        assert program.out.splitlines()[1] == "  Quickest: chat: https://example.com/chat"

    @pytest.mark.parametrize("name", ["unsaid", "rumour"])
    def test_says_so_when_no_way_is_known(self, program: Program, name: str) -> None:
        program("channels", name)
        assert "no way yet that its own pages confirm" in program.out.splitlines()[1]

    @pytest.mark.parametrize(
        ("options", "values"),
        [
            (["--kind", "email"], ["help@example.com"]),
            (["-k", "phone", "-r", "us"], [US_LINE]),
            (["--topic", "security"], [US_LINE]),
            (["--region", "GB", "-k", "phone"], [GB_LINE]),
            (["--kind", "line"], []),
        ],
    )
    def test_filters(self, program: Program, options: list[str], values: list[str]) -> None:
        assert program("channels", "example", *options, "--format", "json") == 0
        assert [c["value"] for c in json.loads(program.out)["channels"]] == values

    def test_json(self, program: Program) -> None:
        program("channels", "example", "--format", "json")
        found = json.loads(program.out)
        assert (found["version"], found["id"], found["phone_policy"]) == (1, "example", "published")
        assert [c["state"] for c in found["channels"]] == [
            "good",
            "retired",
            "good",
            "disputed",
            "good",
        ]
        assert found["registry"]["date"] == "2026-11-22"

    @pytest.mark.parametrize(
        "arguments",
        [
            ["nobody"],
            ["example", "--kind", "pigeon"],
            ["example", "--topic", "x"],
            ["example", "-r", "XXX"],
        ],
    )
    def test_bad_words(self, program: Program, arguments: list[str]) -> None:
        assert program("channels", *arguments) == 2
        assert program.out == ""
        assert program.err.count("\n") == 1

    def test_chinese(self, program: Program) -> None:
        assert program("channels", "example", "--lang", "zh") == 0
        assert "Registry" not in program.out


class TestScopes:
    """What holds for some customers is never said to all."""

    @pytest.fixture(autouse=True)
    def scoped(self, tiny: Path) -> None:
        card = phone(AU_LINE, customers=["card"], topics=["general"], remarks=["Issuer's line."])
        scope = {"policy": "published", "basis": "stated", "source": sighting(), "regions": ["EU"]}
        quiet = {**scope, "policy": "none", "basis": "inferred", "regions": ["GB"]}
        denies = says("none", "inferred", url="https://denying.com/contact")
        for name, said in {"unsure": {}, "denying": denies}.items():
            own = sighting(f"https://{name}.com/contact")
            scopes = [{**scope, "source": own, "customers": ["card"]}, {**quiet, "source": own}]
            other = ({"unsure", "denying"} - {name}).pop()
            line = {**card, "sightings": [own], "shared_with": [other]}
            write(tiny, platform(name, channels=[line], policy_scopes=scopes, **said))

    @pytest.mark.parametrize("name", ["unsure", "denying"])
    def test_channels_say_whom_the_line_is_for(self, program: Program, name: str) -> None:
        program("channels", name)
        text = " ".join(program.out.split())
        title = name.title()
        assert f"{title} publishes a phone line for card holders in the European Union only" in text
        assert f"For customers in the United Kingdom: we infer that {title} has no" in text
        assert "only for card holders · for general questions" in text
        assert "It publishes phone lines" not in text

    def test_what_is_said_to_all_others(self, program: Program) -> None:
        program("channels", "unsure")
        assert "For all others we know of no phone line" in program.out
        program("channels", "denying")
        assert "All others: Denying names its contacts and no phone is among" in program.out

    def test_the_list_of_platforms(self, program: Program) -> None:
        program("platforms", "denying")
        assert "phone lines for some" in program.out

    def test_for_programs_without_the_maintainers_remarks(self, program: Program) -> None:
        program("channels", "denying", "--format", "json")
        found = json.loads(program.out)
        assert [s["policy"] for s in found["policy_scopes"]] == ["published", "none"]
        assert "Issuer" not in program.out
        assert found["quickest"] == [{"kind": "phone", "value": AU_LINE}]

    def test_a_line_for_some_is_listed_as_that(self, program: Program) -> None:
        assert program("check", AU_LINE, "-p", "unsure") == 0
        assert "It is for card holders only." in program.out

    def test_another_number_in_its_name(self, program: Program) -> None:
        assert program("check", "+1 305 555 0177", "-p", "unsure") == 3
        assert program("check", "+1 305 555 0177", "-p", "denying") == 1
        assert "has a phone line for some customers only" in program.out


@pytest.mark.usefixtures("tiny")
class TestDomains:
    def test_their_pages(self, program: Program, tiny: Path) -> None:
        own = {"domain": "paged.com", "sightings": [sighting("https://paged.com/a")]}
        write(tiny, platform("paged", domains=[own, "example.org", {"domain": "example.net"}]))
        program("channels", "paged")
        assert "Its own sites\n  paged.com: https://paged.com/a (seen 2026-11-22" in program.out
        assert "example.net:" not in program.out
        program("channels", "paged", "--format", "json")
        found = json.loads(program.out)
        assert found["domains"] == ["paged.com", "example.org", "example.net"]
        assert [d["domain"] for d in found["domain_sightings"]] == ["paged.com", "example.net"]

    def test_a_line_that_only_others_speak_of(self, program: Program, tiny: Path) -> None:
        said = says("published", "inferred", url="https://news.example.net/story")
        said["phone_policy_source"]["source_kind"] = "third-party"
        write(tiny, platform("gossip", **said))
        program("channels", "gossip")
        assert "A page that is not of Gossip says that it has a phone line." in program.out
        assert "It publishes phone lines." not in program.out

    def test_a_closed_platform(self, program: Program, tiny: Path) -> None:
        write(tiny, platform("gone", status="closed"))
        program("channels", "gone")
        assert "Gone has closed" in program.out.splitlines()[1]


@pytest.mark.usefixtures("tiny")
class TestPlatforms:
    @pytest.mark.parametrize(
        ("arguments", "ids"),
        [
            ([], ["example", "rumour", "silent", "unsaid"]),
            (["EXAM"], ["example"]),
            (["--country", "hk"], ["silent"]),
            (["--kind", "broker"], ["unsaid"]),
            (["--phone-policy", "published"], ["example"]),
            (["--phone-policy", "unknown", "-c", "US"], ["rumour", "unsaid"]),
            (["nothing like it"], []),
        ],
    )
    def test_filters(self, program: Program, arguments: list[str], ids: list[str]) -> None:
        assert program("platforms", *arguments, "--format", "json") == 0
        assert [p["id"] for p in json.loads(program.out)["platforms"]] == ids

    def test_text(self, program: Program) -> None:
        assert program("platforms") == 0
        assert len(program.out.splitlines()) >= 5
        assert "\n    example.com\n" in program.out
        assert "4 platforms." in program.out

    @pytest.mark.parametrize("option", ["--country", "--kind", "--phone-policy"])
    def test_bad_words(self, program: Program, option: str) -> None:
        assert program("platforms", option, "xyz") == 2
        assert program.err.count("\n") == 1


@pytest.mark.usefixtures("tiny")
class TestStatus:
    def test_text(self, program: Program) -> None:
        assert program("registry", "status") == 0
        assert "platforms                                4" in program.out
        assert "2026-11-22" in program.out

    def test_json(self, program: Program, tiny: Path) -> None:
        assert program("registry", "status", "--format", "json") == 0
        found = json.loads(program.out)
        assert found["folder"] == str(tiny)
        assert (found["platforms"], found["phones"], found["listable_phones"]) == (4, 2, 1)
        assert found["policies"] == {"unknown": 2, "published": 1, "none": 1}
        assert found["registry"]["age_days"] == (REGISTRY_DAY - SEEN).days


class TestValidate:
    def test_a_good_folder(self, program: Program, tiny: Path) -> None:
        assert program("registry", "validate", str(tiny)) == 0
        assert program.out.strip() == "0 problems in 5 files."
        assert program.err == ""

    @pytest.mark.usefixtures("tiny")
    def test_the_registry_in_use(self, program: Program) -> None:
        assert program("registry", "validate") == 0

    def test_every_problem_in_one_run(self, program: Program, tiny: Path) -> None:
        page = sighting("https://query.com/a?b")
        write(
            tiny,
            platform("broken", kind="bank", county="US"),
            platform("query", channels=[phone(AU_LINE, sightings=[page])]),
        )
        assert program("registry", "validate", str(tiny)) == 2
        lines = program.out.splitlines()
        assert [line.split(":")[0] for line in lines] == [
            "platforms/broken.yaml",
            "platforms/broken.yaml",
            "platforms/query.yaml",
        ]
        assert "kind: bank is no known word (use one of: atm, " in lines[0]
        assert all(line.endswith(")") for line in lines)
        assert program.err.strip() == "3 problems in 7 files."

    def test_json(self, program: Program, tiny: Path) -> None:
        write(tiny, platform("broken", county="US"))
        assert program("registry", "validate", str(tiny), "--format", "json") == 2
        (found,) = json.loads(program.out)["problems"]
        assert found["problem"]["code"] == "unknown-key"
        assert found["problem"]["file"] == "platforms/broken.yaml"
        assert found["text"].startswith("platforms/broken.yaml:")

    def test_a_value_cannot_draw_on_the_screen(self, program: Program, tiny: Path) -> None:
        write(tiny, platform("broken", country="\x1b[2J"))
        assert program("registry", "validate", str(tiny)) == 2
        assert "\x1b" not in program.out

    @pytest.mark.parametrize("folder", ["/no/such/folder", "/dev/null"])
    def test_no_registry(self, program: Program, folder: str) -> None:
        assert program("registry", "validate", folder) == 2
        assert program.err.count("\n") == 1


@pytest.mark.slow
def test_a_thousand_entries_validate(program: Program, tmp_path: Path) -> None:
    entries = [platform(f"example-{n}", channels=[]) for n in range(1000)]
    folder = write(tmp_path, *entries)
    assert program("registry", "validate", str(folder)) == 0
    assert program.out.strip() == "0 problems in 1000 files."


def test_schema(program: Program) -> None:
    assert program("registry", "schema") == 0
    assert json.loads(program.out)["$schema"].startswith("https://json-schema.org/")


class TestCompletion:
    @pytest.mark.usefixtures("program")
    def test_ids(self) -> None:
        assert "coinbase" in complete.platforms("coin")
        assert all(name.startswith("coin") for name in complete.platforms("COIN"))
        assert len(complete.platforms("")) > 200

    def test_never_fails(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", "/no/such/folder")
        assert complete.platforms("coin") == []

    @pytest.mark.parametrize("line", ["check x -p coinb", "channels coinb"])
    def test_in_the_shell(
        self, program: Program, monkeypatch: pytest.MonkeyPatch, line: str
    ) -> None:
        """As bash asks for it."""
        words = ["hotline-check", *line.split()]
        monkeypatch.setenv("_HOTLINE_CHECK_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(words))
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        program()
        assert "coinbase" in program.out.split()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("check 1 --region H", ["HK", "HN", "HR", "HT", "HU"]),
        ("report -c H", ["HK", "HN", "HR", "HT", "HU"]),
        ("check 1 --country H", ["HK"]),
        ("report --lang z", ["zh", "zh_TW"]),
        ("channels coinbase -k em", ["email"]),
        ("channels coinbase -t sec", ["security"]),
        ("prepare coinbase -t tra", ["trading"]),
        ("platforms -k wal", ["wallet"]),
        ("platforms --phone-policy call", ["callback-only"]),
        ("scan --format js", ["json", "jsonl"]),
    ],
)
def test_values_of_options_complete(
    typed: str, offered: list[str], program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = typed.split()
    monkeypatch.setenv("_HOTLINE_CHECK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"hotline-check {typed}")
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    assert program() == 0
    assert set(offered) <= set(program.out.split())
    assert len(program.out.split()) < 30


def test_completion_in_a_home_that_cannot_be_written(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/proc/no-such-home")
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    assert program("--install-completion") == 2
    assert program.err.startswith("hotline-check: completion was not installed: can't write /proc/")
    assert program.err.count("\n") == 1


@pytest.mark.usefixtures("tiny")
class TestManyChannels:
    """More channels than a screen has lines."""

    @pytest.fixture(autouse=True)
    def big(self, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        page = sighting("https://big.com/contact")
        hours = {"hours": "Mo-Fr 09:00-18:00", "timezone": "Europe/Berlin"}
        lines = [
            phone(f"+1202555{n:04}", topics=["security"], regions=["US"], sightings=[page])
            for n in (130, 131)
        ]
        lines += [
            phone(
                f"+44161496{n:04}",
                topics=["security"],
                regions=["GB"],
                sightings=[page],
                note={"en": f"Machine {n}.", "zh": f"语音 {n}。"},
                **(hours if n == 10 else {}),
            )
            for n in range(10, 20)
        ]
        lines.append(phone("+12025550139", disputed=True, regions=["US"], sightings=[page]))
        mail = {"kind": "email", "value": "help@big.com", "topics": ["complaints"]}
        lines.append({**mail, "sightings": [page], "note": {"en": "With a case number only."}})
        write(tiny, platform("big", channels=lines, **says("published", url="https://big.com/x")))

    def test_are_shown_on_one_screen(self, program: Program) -> None:
        assert program("channels", "big") == 0
        shown = program.out
        assert shown.count("\n") <= SCREEN
        for part in (
            "  phone (security)\n    +1 202-555-0130, +1 202-555-0131 (US)\n",
            "now. It ",  # open or closed, until when
            "e-mail: help@big.com (complaints)\n      With a case number only.",
            "Take no number from a search engine",
            "1 more is not confirmed or no longer valid.",
            "hotline-check channels big --all",
        ):
            assert part in shown
        for n in range(10, 20):
            assert f"+44 161 496 00{n}" in shown
        assert "555-0139" not in shown
        assert "Machine" not in shown

    def test_with_the_remarks_of_the_persons_country(self, program: Program) -> None:
        assert program("channels", "big", "--region", "GB") == 0
        assert all(f"Machine {n}." in program.out for n in range(10, 20))

    def test_are_all_shown_on_request(self, program: Program) -> None:
        assert program("channels", "big", "--all") == 0
        assert program.out.count("https://big.com/contact (seen") == 14
        assert "DISPUTED" in program.out
        assert "--all" not in program.out

    def test_are_all_given_to_programs(self, program: Program) -> None:
        program("channels", "big", "--format", "json")
        assert len(json.loads(program.out)["channels"]) == 14


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_platform_fits_on_a_screen(
    program: Program, bundled_store: Store, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in bundled_store.ask(lambda snapshot: snapshot.ids("platforms")):
        program("channels", name, "--lang", lang)
        assert program.out.count("\n") <= SCREEN, name
