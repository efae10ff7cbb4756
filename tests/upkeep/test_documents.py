"""What the registry's own documents promise."""

import re
from pathlib import Path
from typing import Any

import yaml

from hotline_check.registry.folder import load
from tests.entries import TODAY

ROOT = Path(__file__).parents[2]
README = (ROOT / "registry" / "README.md").read_text(encoding="utf-8")


def test_template_is_a_valid_entry(tmp_path: Path) -> None:
    found = re.search(r"<!-- template -->\n```yaml\n(.+?)```", README, re.DOTALL)
    assert found
    path = tmp_path / "platforms" / "example-exchange.yaml"
    path.parent.mkdir()
    path.write_text(found[1], encoding="utf-8")
    entries, problems = load(tmp_path, TODAY)
    assert problems == []
    assert entries.platforms[0].channels[0].value == "+12025550123"


def test_workflows_and_forms_are_whole() -> None:
    for path in sorted((ROOT / ".github").rglob("*.yml")):
        content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        wanted = {"jobs", "permissions"} if path.parent.name == "workflows" else {"body", "name"}
        assert wanted <= content.keys(), path.name
