"""Writing results: rich on a terminal, plain text in a pipe, JSON for programs."""

import os
import sys
from collections.abc import Iterable
from typing import Any

from hotline_check.wording.card import Line

_STYLES = {
    "listed": "bold green",
    "warning": "bold yellow",
    "danger": "bold white on red",
    "label": "bold",
    "plain": "",
    "code": "black on bright_white",  # read dark on light, whatever the terminal's own
    "faint": "dim",
    "added": "green",
    "removed": "red",
}


def show_lines(lines: Iterable[Line]) -> None:
    """Write lines of text to stdout, in colour on a terminal that wants it."""
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb":
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, soft_wrap=True)
        for line in lines:
            console.print(Text(line.text, style=_STYLES[line.style]))
    else:
        sys.stdout.write("".join(f"{line.text}\n" for line in lines))


def show_json(value: Any) -> None:
    """Write one JSON object on one line to stdout."""
    import msgspec

    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
