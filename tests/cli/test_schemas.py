"""docs/schemas/ describes what every command prints with `--format json`, errors included."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from hotline_check.cli import app
from tests.cli.test_registry_signed import host, published  # noqa: F401  # fixtures
from tests.conftest import Program
from tests.entries import (
    GB_LINE,
    SEEN,
    US_LINE,
    US_OTHER,
    authority,
    channel,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)
from tests.upkeep.confirm.test_saved import saved_by_chrome
from tests.upkeep.signed.server import FileHost
from tests.upkeep.signed.world import write_platform
from tests.upkeep.test_live import LONG

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"
URL = "https://help.example.com/contact"
EDITS = (
    *("add", "add-channel", "add-domain", "policy", "impostor", "remark"),
    *("sight", "retire", "dispute", "report"),
)
CHANGES = ("init", "add", "revoke", "rotate", "renew", "sign")
# Commands that serve, or write pages or tables, print no result of their own.
SERVERS = {("mcp",), ("serve",), ("site",), ("table",)}
# Every other command and the schema of what it prints; `registry schema` prints a schema.
SCHEMAS: dict[tuple[str, ...], str] = {
    **{(name,): name for name in app.COMMANDS if name not in {"check", "registry"}},
    ("check",): "verdict",
    **{("registry", name): f"registry-{name}" for name in app.REGISTRY},
    **{("registry", name): "registry-edit" for name in EDITS},
    **{("registry", "keys", name): f"registry-keys-{name}" for name in app.KEYS},
    **{("registry", "keys", name): "registry-keys-change" for name in CHANGES},
}
del SCHEMAS["registry", "keys"], SCHEMAS["registry", "schema"]
for server in SERVERS:
    del SCHEMAS[server]


def loaded() -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}


def closed(part: Any) -> Any:
    """A schema that refuses every key which it does not describe."""
    if isinstance(part, list):
        return [closed(item) for item in part]
    if not isinstance(part, dict):
        return part
    made = {key: closed(value) for key, value in part.items()}
    if "allOf" in made:  # a hit: the keys of a verdict and its own
        own = made["allOf"][1]
        own.pop("unevaluatedProperties", None)
        return {**made, "unevaluatedProperties": False}
    if made.get("type") == "object" and "properties" in made:
        made["unevaluatedProperties"] = False
    return made


@pytest.fixture(scope="module")
def validators() -> Mapping[str, jsonschema.Draft202012Validator]:
    found = loaded()
    # A verdict's own keys have their test; here it is extended by those of a hit.
    strict = {name: part if name == "verdict" else closed(part) for name, part in found.items()}
    resources = ((part["$id"], Resource.from_contents(part)) for part in strict.values())
    registry: Any = Registry().with_resources(resources)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return {
        name: jsonschema.Draft202012Validator(part, registry=registry, format_checker=checker)
        for name, part in strict.items()
    }


class Checked:
    """Runs the program and validates each object that it prints."""

    def __init__(self, program: Program, validators: Mapping[str, Any]) -> None:
        self._program = program
        self._validators = validators
        self.seen: set[tuple[str, ...]] = set()

    def __call__(self, *arguments: str, code: int = 0, schema: str = "") -> list[Any]:
        depth = 1 + (arguments[0] == "registry") + (arguments[:2] == ("registry", "keys"))
        command = arguments[:depth]
        form = () if "--format" in arguments else ("--format", "json")
        assert self._program(*arguments, *form) == code, self._program.err
        lines = [self._program.out] if schema == "scan" else self._program.out.splitlines()
        objects = [json.loads(line) for line in lines]
        assert objects
        for found in objects:
            self._validators[schema or SCHEMAS[command]].validate(found)
            assert found["version"] == 1
        if not schema or schema == "scan":
            self.seen.add(command)
        return objects


@pytest.fixture
def checked(program: Program, validators: Mapping[str, jsonschema.Draft202012Validator]) -> Checked:
    return Checked(program, validators)


@pytest.fixture
def folder(tmp_path: Path, checked: Checked, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry to read and to edit, with as many kinds of facts as an entry has."""
    assert checked
    made = write(
        tmp_path / "registry",
        platform(
            channels=[
                phone(topics=["security"], hours="Mo-Fr 09:00-18:00", timezone="Asia/Seoul"),
                phone(GB_LINE, regions=["GB"], note={"en": "Ask", "zh": "问"}, remarks=["Hm"]),
                channel("email", "help@example.com"),
            ],
            aliases=["Sample One"],
            domains=[
                "example.com",
                {"domain": "example.org", "sightings": [sighting(), sighting(URL + "/us")]},
            ],
            never_asks=["password"],
            never_asks_source=sighting(),
            calls="never",
            calls_source=sighting(),
            policy_scopes=[
                {"policy": "none", "basis": "stated", "source": sighting(), "regions": ["DE"]}
            ],
            report_to={"kind": "email", "value": "abuse@example.com", "sightings": [sighting()]},
            **says("published"),
        ),
        platform("other"),
        reports=[reported("example", US_OTHER)],
        authorities=[
            {
                "country": "GB",
                "authorities": [
                    authority(phone="+441134960199", hours="24/7", timezone="Europe/London")
                ],
            }
        ],
    )
    monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(made))
    monkeypatch.chdir(tmp_path)
    return made


def every_command() -> Iterator[tuple[str, ...]]:
    yield from ((name,) for name in app.COMMANDS if name != "registry")
    yield from (("registry", name) for name in app.REGISTRY if name not in {"keys", "schema"})
    yield from (("registry", "keys", name) for name in app.KEYS)


def test_the_schemas_are_in_step_with_the_types() -> None:
    """Mend it with: python docs/schemas/make.py"""
    done = subprocess.run(
        [sys.executable, str(FOLDER / "make.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_every_schema_is_one_and_is_listed() -> None:
    page = (FOLDER / "README.md").read_text("utf-8")
    for name, schema in loaded().items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert f"[{name}.json]({name}.json)" in page


def test_every_command_has_a_schema() -> None:
    assert set(SCHEMAS) == set(every_command()) - SERVERS
    assert set(SCHEMAS.values()) | {"error", "scan-line"} == set(loaded())


@pytest.mark.parametrize("command", [*every_command()], ids=" ".join)
def test_every_command_reports_an_error_as_an_object(
    checked: Checked, command: tuple[str, ...], folder: Path
) -> None:
    assert folder.is_dir()
    (found,) = checked(*command, "--zzzz", code=2, schema="error")
    assert found["error"]["code"] == "no-such-option"
    assert "--zzzz" in found["error"]["message"]


def test_errors_of_the_library_are_objects_too(
    checked: Checked, folder: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    (near,) = checked("channels", "exampel", code=2, schema="error")
    assert near["error"] == {
        "code": "no-such-platform-near",
        "message": "no platform is called exampel, so nothing was done",
        "fix": "did you mean Example?",
    }
    assert program.err == (
        "hotline-check: no platform is called exampel, so nothing was done "
        "(did you mean Example?)\n"
    )
    checked("scan", "--format", "jsonl", "--", "+1 202 555 0123", code=2, schema="error")
    bad = ("example", "email", "a@example.com", "--url", "https://elsewhere.example.net/x")
    (refused,) = checked("registry", "add-channel", *bad, code=2, schema="error")
    assert refused["error"]["code"] == "change-refused"
    assert "elsewhere.example.net" in refused["error"]["problems"][0]
    assert program("channels", "exampel", "--format", "text") == 2
    assert program.out == ""
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    (none,) = checked("check", code=2, schema="error")
    assert none["error"]["code"] == "nothing-given"


def test_the_configured_format_counts(program: Program, empty_home: Path) -> None:
    (empty_home / "config" / "hotline-check").mkdir(parents=True)
    (empty_home / "config" / "hotline-check" / "config.toml").write_text('format = "json"\n')
    assert program("channels", "nobody-at-all") == 2
    assert json.loads(program.out)["error"]["code"] == "no-such-platform"


def test_commands_for_everybody(
    checked: Checked, folder: Path, tmp_path: Path, program: Program
) -> None:
    verdicts = checked("check", US_LINE, "+1 312 555 0199", "nothing", "-p", "example", code=1)
    assert [v["status"] for v in verdicts] == ["listed", "not-listed", "unreadable"]
    page = tmp_path / "page.html"
    page.write_text(
        f'<p>Example: <a href="tel:{US_OTHER}">{US_LINE}</a>'
        '<p style="display:none">+1 312 555 0199</p>',
        encoding="utf-8",
    )
    (tmp_path / "picture.bin").write_bytes(bytes(range(256)) * 20)
    inputs = (str(page), str(tmp_path / "picture.bin"))
    (whole,) = checked("scan", *inputs, code=1, schema="scan")
    lines = checked("scan", *inputs, "--format", "jsonl", code=1, schema="scan-line")
    assert whole["results"] == lines
    assert {"skipped" in line for line in lines} == {True, False}
    (tmp_path / "empty.txt").write_text("no contact")
    checked("scan", str(tmp_path / "empty.txt"), code=4, schema="scan")
    (entry,) = checked("channels", "example")
    assert entry["channels"][0]["opening"]
    assert "remarks" not in entry["channels"][1]
    checked("channels", "other")
    checked("platforms")
    checked("prepare", "example", "--topic", "security")
    checked("prepare", "other")
    sheet = tmp_path / "sheet.json"
    assert program("prepare", "example", "--format", "json", "-o", str(sheet)) == 0
    assert json.loads(sheet.read_text())["platform"] == "example"
    checked("called", "example", "--codes", "-r", "GB")
    checked("called", "--none")
    checked("report", "GB")
    checked("report", "LT")
    checked("config")
    wanted = {c for c in every_command() if c[0] != "registry"} - SERVERS
    assert checked.seen | {("scan",)} == wanted
    assert folder.is_dir()


@pytest.mark.slow
def test_commands_that_read_and_edit_a_registry(
    checked: Checked, folder: Path, tmp_path: Path
) -> None:
    for name in ("status", "todo", "validate"):
        (found,) = checked("registry", name)
        assert found["folder"] == str(folder)
    checked("registry", "history", "example")
    new = ("--name", "New", "-k", "exchange", "-c", "US", "--domain", "example.net")
    checked("registry", "add", "new", *new, "--phone-policy", "unknown")
    add = ("example", "phone", "+1 312 555 0142", "-r", "US", "--url", URL)
    (dry,) = checked("registry", "add-channel", *add, "--dry-run")
    assert not dry["written"]
    checked("registry", "add-channel", *add)
    checked("registry", "add-domain", "example", "example.edu", "--url", URL)
    checked(
        "registry", "policy", "other", "none", "--basis", "stated", "--url", "https://other.com/"
    )
    checked("registry", "impostor", "example", "host", "example.info", "--relation", "fake")
    checked("registry", "remark", "example", "Look again")
    checked("registry", "sight", "example", US_LINE, "--url", URL)
    checked("registry", "retire", "example", GB_LINE, "--on", SEEN.isoformat())
    checked("registry", "dispute", "example", "help@example.com", "--note", "Unclear")
    checked("registry", "report", "other", "+1 312 555 0188", "--url", "https://example.net/x")
    old = write(tmp_path / "old", platform())
    checked("registry", "diff", str(old), str(folder), code=1)
    (folder / "platforms" / "broken.yaml").write_text("id: [broken")
    (found,) = checked("registry", "validate", code=2)
    assert found["problems"][0]["problem"]["file"] == "platforms/broken.yaml"
    (folder / "platforms" / "broken.yaml").unlink()
    page = tmp_path / "page.html"
    page.write_bytes(saved_by_chrome(f"<p>{US_LINE} +1 202 555 0177</p>{LONG}", URL))
    (looked,) = checked("registry", "confirm", "--page", str(page), "--dry-run", code=1)
    assert looked["attention"]
    assert looked["report"]["missed"]
    assert looked["report"]["candidates"]
    names = ("status", "todo", "validate", "history", "diff", "confirm", *EDITS)
    assert checked.seen == {("registry", name) for name in names}


def test_commands_around_signed_releases(checked: Checked, published: FileHost) -> None:  # noqa: F811  # the fixture
    made = ("keys", "make", "dora", "--dir", "keys", "--no-passphrase")
    checked("registry", *made)
    checked("registry", "keys", "list", "repo")
    root = "repo/metadata/1.root.json"
    checked("registry", "trust", root, "--url", published.url, "--name", "public")
    checked("registry", "update")
    write_platform(Path("registry"), "southbank", "+12025550102")
    signers = [f"--key=keys/{name}.pem" for name in ("alice", "bob", "snap", "stamp")]
    checked("registry", "publish", "repo", "--registry", "registry", *signers[:1], code=3)
    checked("registry", "publish", "repo", "--registry", "registry", *signers)
    (updated,) = checked("registry", "update")
    assert updated["changes"]["numbers_added"]
    checked("registry", "sources")
    checked("registry", "rollback")
    published.stop()
    (failed,) = checked("registry", "update", code=2)
    assert failed["error"]["fix"]
    checked("registry", "untrust", "public")
    keys = ("registry", "keys")
    checked(*keys, "add", "repo", "targets", "keys/dora.pub", code=3)
    checked(*keys, "list", "repo")
    (asked,) = checked(*keys, "sign", "repo", *signers[:1], code=2, schema="error")
    assert asked["error"]["message"] == "--yes is missing"
    checked(*keys, "sign", "repo", "--yes", *signers[:1], code=3)
    checked(*keys, "sign", "repo", "--yes", *signers[1:2])
    checked(*keys, "revoke", "repo", "targets", "dora", code=3)
    checked(*keys, "rotate", "repo", "alice", "keys/carol.pub", code=3)
    checked(*keys, "renew", "repo", code=3)
    roots = ("--root", "keys/alice.pub", "--root", "keys/bob.pub")
    online = ("--snapshot", "keys/snap.pub", "--timestamp", "keys/stamp.pub")
    checked(*keys, "init", "another", *roots, *online, code=3)
    signed = ("trust", "untrust", "sources", "update", "rollback", "publish")
    assert checked.seen == {
        *(("registry", name) for name in signed),
        *((*keys, name) for name in app.KEYS),
    }
