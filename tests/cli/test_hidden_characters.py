"""No control, bidi, tag or other hidden character of an input reaches an output raw."""

import re
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import Program
from tests.entries import platform, write

HIDDEN = [
    *("\x1b", "\x07", "\x08", "\x7f", "\x85", "\x90", "\x9b", "\x9d"),  # ESC, C1: CSI, OSC, DCS
    *("\u00ad", "\u061c", "\u200b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066"),
    *("\u2028", "\u2029", "\ufeff", "\ufff9", "\U000e0041", "\U000e007f"),
]
COMMANDS = [
    ("check", "{}"),
    ("check", "{}", "-p", "coinbase"),
    ("check", "+1 888 908 7930", "-p", "{}"),
    ("check", "{}", "--they-called"),
    ("check", "{}", "--format", "json"),
    ("check", "{}", "--format", "csv"),
    ("check", "{}", "--short"),
    ("scan", "{file}"),
    ("scan", "{file}", "--all"),
    ("scan", "{file}", "--format", "json"),
    ("scan", "{file}", "--format", "jsonl"),
    ("scan", "{file}", "--format", "csv"),
    ("scan", "{file}", "--format", "sarif"),
    ("scan", "{file}", "--format", "github"),
    ("scan", "{missing}"),
    ("channels", "{}"),
    ("channels", "coinbase", "--topic", "{}"),
    ("platforms", "{}"),
    ("called", "{}"),
    ("report", "--region", "{}"),
    ("prepare", "{}"),
    ("registry", "history", "{}", "--registry", "{coinbase}"),
    ("registry", "diff", "{}"),
    ("registry", "diff", "{folder}", "{}", "--format", "markdown"),
    (
        "registry",
        "confirm",
        "{}",
        "--registry",
        "{coinbase}",
        "--page",
        "{file}",
        "--format",
        "markdown",
    ),
    ("registry", "status", "--registry", "{folder}"),
    ("registry", "todo", "{folder}"),
    ("registry", "validate", "{folder}"),
    ("registry", "validate", "{folder}", "--format", "json"),
    ("registry", "confirm", "{}", "--registry", "{example}"),
    ("registry", "remark", "{}", "x"),
    ("registry", "trust", "{missing}", "--url", "https://example.com/"),
    ("registry", "keys", "list", "{missing}"),
    ("{}",),
    ("check", "--{}"),
    ("check", "x", "--lang", "{}"),
]


def raw(text: str) -> set[str]:
    """The characters of an output that a person doesn't see, line ends and tabs excepted."""
    joiners = {"\u200c", "\u200d"}
    shown = {"\n", "\t", "\r", *joiners}
    return {
        char for char in set(text) - shown if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}
    }


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_hidden_is_printed(
    words: tuple[str, ...], program: Program, tmp_path: Path
) -> None:
    every = "".join(HIDDEN)
    text = f"Coin{every}base +1 202{every} 555 0143 help{every}@exa{every}mple.com"
    (tmp_path / f"a{every}.txt".replace("/", "")).write_text(text, encoding="utf-8")
    folder = write(tmp_path / "registry", platform(name="example"))
    entry = folder / "platforms" / "example.yaml"
    entry.write_text(entry.read_text() + f'note: {{en: "x{every}"}}\n', encoding="utf-8")
    given = {
        "file": str(tmp_path / f"a{every}.txt"),
        "missing": str(tmp_path / f"none{every}.txt"),
        "folder": str(folder),
        **{
            name: str(write(tmp_path / name, platform(name=name)))
            for name in ("coinbase", "example")
        },
    }
    for mark in (text, f"+1 202 555 0143{every}", f"x{every}.com", f"{every}coinbase"):
        given[""] = mark
        program(*(re.sub(r"\{(\w*)\}", lambda found: given[found[1]], word) for word in words))
        assert raw(program.out) == set()
        assert raw(program.err) == set()
