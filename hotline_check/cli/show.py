"""Output: rich on a terminal, plain text in a pipe, JSON for programs."""

import os
import sys
from collections.abc import Iterable
from typing import Any

from hotline_check.wording.text.layout import harmless
from hotline_check.wording.text.lines import Line

_STYLES = {
    "listed": "bold green",
    "warning": "bold yellow",
    "danger": "bold white on red",
    "label": "bold",
    "plain": "",
    "code": "black on bright_white",  # for QR codes: dark on light in any terminal theme
    "faint": "dim",
    "added": "green",
    "removed": "red",
}


def show_lines(lines: Iterable[Line]) -> None:
    """Write lines to stdout, in colour if supported."""
    if _has_colour():
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, soft_wrap=True)
        for line in lines:
            console.print(Text(harmless(line.text), style=_STYLES[line.style]))
    else:
        sys.stdout.write("".join(f"{harmless(line.text)}\n" for line in lines))


def show_parts(parts: Iterable[Line]) -> None:
    """Write one line to stdout whose parts have a style each."""
    if _has_colour():
        from rich.console import Console
        from rich.text import Text

        line = Text.assemble(*((harmless(part.text), _STYLES[part.style]) for part in parts))
        Console(highlight=False, soft_wrap=True).print(line)
    else:
        sys.stdout.write("".join(harmless(part.text) for part in parts) + "\n")


def _has_colour() -> bool:
    """Return True if stdout is a terminal that supports colour."""
    dumb = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not dumb


def show_json(value: Any) -> None:
    """Write one JSON object on one line to stdout."""
    import msgspec

    text = msgspec.json.encode(value).decode()
    if not (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf"):
        import json

        # json.dumps escapes everything beyond ASCII, which other encodings may lack.
        text = json.dumps(json.loads(text))
    sys.stdout.write(text + "\n")
