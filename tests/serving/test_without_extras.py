"""Without its extra, a command says in one line what to install."""

import json
import sys
from pathlib import Path

import pytest

import hotline_check
from tests.conftest import Program

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("extra", "module", "arguments"),
    [("mcp", "mcp", ("mcp",)), ("serve", "jinja2", ("site", "somewhere"))],
)
def test_one_line_says_what_to_install(
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    extra: str,
    module: str,
    arguments: tuple[str, ...],
) -> None:
    for name in list(sys.modules):
        if name == module or name.startswith((f"{module}.", "hotline_check.serving.")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    assert program(*arguments) == 2
    assert program.out == ""
    assert program.err == (
        f"hotline-check: {arguments[0]} needs a package that is not installed "
        f"(install it with: pip install 'hotline-check[{extra}]')\n"
    )


def test_the_entry_for_the_mcp_registry(program: Program) -> None:
    entry = json.loads((ROOT / "server.json").read_text("utf-8"))
    (package,) = entry["packages"]
    assert entry["version"] == package["version"] == hotline_check.__version__
    assert len(entry["description"]) <= 100  # the registry's limit
    assert f"<!-- mcp-name: {entry['name']} -->" in (ROOT / "README.md").read_text("utf-8")
    assert package["runtimeArguments"][0]["value"] == f"hotline-check[mcp]=={package['version']}"
    assert program(*(a["value"] for a in package["packageArguments"]), "--help") == 0
