"""docs/registry.schema.json is what editors check an entry with."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from hotline_check.registry.schema import text

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def entry(path: Path) -> Any:
    """A file as JSON has it: dates are text."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  # the safe one
    return json.loads(json.dumps(read, default=str))


def test_the_published_file_is_the_commands_output() -> None:
    """Write it again with: hotline-check registry schema > docs/registry.schema.json."""
    published = (ROOT / "docs" / "registry.schema.json").read_text(encoding="utf-8")
    assert published == text()


@pytest.mark.parametrize("each", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_the_bundled_registry_fits(
    validator: jsonschema.Draft202012Validator, registry_folder: Path, each: int
) -> None:
    for part in ("platforms", "reported", "authorities"):
        for path in sorted((registry_folder / part).glob("*.yaml"))[::each]:
            validator.validate(entry(path))


@pytest.mark.parametrize(
    "change",
    [{"county": "US"}, {"kind": "bank"}, {"domains": "example.com"}, {"phone_policy": None}],
    ids=["unknown key", "unknown word", "no list", "no value"],
)
def test_a_mistake_does_not_fit(
    validator: jsonschema.Draft202012Validator, registry_folder: Path, change: dict[str, Any]
) -> None:
    good = entry(registry_folder / "platforms" / "coinbase.yaml")
    assert not validator.is_valid(good | change)


def test_each_kind_of_entry_is_described_in_paragraphs() -> None:
    described = {name: part["description"] for name, part in json.loads(text())["$defs"].items()}
    assert described["Withheld"].startswith("A number some page prints")
    assert not any(line.startswith(" ") for d in described.values() for line in d.splitlines())
