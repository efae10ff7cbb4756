"""What the registry's own documents promise."""

import re
from pathlib import Path
from typing import Any

import yaml

from hotline_check.cli.app import REGISTRY
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


def test_commands_named_in_documents_exist() -> None:
    for document in ("registry/README.md", "CONTRIBUTING.md", ".github/PULL_REQUEST_TEMPLATE.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for command in re.findall(r"`(?:hotline-check )?registry ([a-z-]+)", text):
            assert command in REGISTRY, (document, command)


def test_workflows_and_forms_are_whole() -> None:
    for path in sorted((ROOT / ".github").rglob("*.yml")):
        content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        wanted = {"jobs", "permissions"} if path.parent.name == "workflows" else {"body", "name"}
        assert wanted <= content.keys(), path.name


def test_links_lead_somewhere() -> None:
    for document in (ROOT / "registry" / "README.md", ROOT / "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if not target.startswith("https://"):
                assert (document.parent / target).exists(), (document.name, target)
