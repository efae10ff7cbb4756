"""Output: rich on a terminal, plain text in a pipe, JSON and CSV for programs, or a file."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from hotline_check.errors import HotlineError
from hotline_check.wording.text.layout import WIDTH, escaped, fit_screen, harmless
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


def fit_terminal() -> None:
    """Wrap to the terminal, and in a pipe to COLUMNS where the person set it."""
    is_known = sys.stdout.isatty() or "COLUMNS" in os.environ
    fit_screen(shutil.get_terminal_size().columns if is_known else WIDTH)


def show_lines(lines: Iterable[Line]) -> None:
    """Write lines to stdout, in colour if wanted."""
    if _has_colour():
        from rich.text import Text

        console = _console()
        with _unless_closed():
            for line in lines:
                console.print(Text(harmless(line.text), style=_STYLES[line.style]))
    else:
        show_text("".join(f"{harmless(line.text)}\n" for line in lines))


def show_parts(parts: Iterable[Line]) -> None:
    """Write one line to stdout whose parts have a style each."""
    if _has_colour():
        from rich.text import Text

        with _unless_closed():
            _console().print(
                Text.assemble(*((harmless(part.text), _STYLES[part.style]) for part in parts))
            )
    else:
        show_text("".join(harmless(part.text) for part in parts) + "\n")


def show_json(value: Any) -> None:
    """Write one JSON object on one line to stdout."""
    import msgspec

    text = escaped(msgspec.json.encode(value).decode())
    if not (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf"):
        import json

        # json.dumps escapes everything beyond ASCII, which other encodings may lack.
        text = json.dumps(json.loads(text))
    show_text(text + "\n")


def show_csv(rows: Iterable[Sequence[object]]) -> None:
    """Write rows of a table to stdout, with nothing that a spreadsheet would run."""
    import csv

    with _unless_closed():
        csv.writer(sys.stdout).writerows([_cell(value) for value in row] for row in rows)


def show_markdown(text: str) -> None:
    """Write Markdown to stdout: as it looks on a terminal, as it is in a pipe or without colour."""
    if _has_colour():
        from rich.markdown import Markdown

        shown = "\n".join(map(harmless, text.split("\n")))
        with _unless_closed():
            # Without hyperlinks: the address itself must be seen.
            _console().print(Markdown(shown, hyperlinks=False))
    else:
        show_text(text)


def show_text(text: str) -> None:
    """Write text to stdout; a reader that has gone away is no error."""
    with _unless_closed():
        sys.stdout.write(text)


def flush() -> None:
    """Write what is still buffered."""
    with _unless_closed():
        sys.stdout.flush()


def is_closed() -> bool:
    """Return True after the reader of a pipe went away: nobody sees further output."""
    return getattr(sys.stdout, "name", None) == os.devnull


@contextmanager
def writing_to(path: Path | None) -> Iterator[None]:
    """Send stdout to a file, which is written whole or not at all; None leaves stdout alone.

    Raises HotlineError `cannot-write`.
    """
    if path is None:
        yield
        return
    from hotline_check.files import atomic_writer

    usual = sys.stdout
    try:
        if not path.parent.is_dir():
            raise HotlineError("no-folder", path=str(path), folder=str(path.parent))
        with atomic_writer(path) as file:
            sys.stdout = file
            yield
    except OSError as error:
        raise HotlineError("cannot-write", path=str(path), why=error.strerror) from error
    finally:
        sys.stdout = usual


@contextmanager
def _unless_closed() -> Iterator[None]:
    """Discard all further output once a pipe is closed, so that the exit code is the answer's."""
    try:
        yield
    except BrokenPipeError:
        with suppress(OSError):
            # The file descriptor too: Python flushes the old stream at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # for good


def _has_colour() -> bool:
    """Return True if colour is supported or forced. NO_COLOR wins over FORCE_COLOR."""
    if "NO_COLOR" in os.environ:
        return False
    if _is_forced():
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _is_forced() -> bool:
    return os.environ.get("FORCE_COLOR", "") not in {"", "0"}


def _console() -> Any:
    from rich.console import Console

    # Without a terminal rich finds no colours by itself.
    if _is_forced():
        return Console(
            highlight=False, soft_wrap=True, force_terminal=True, color_system="standard"
        )
    return Console(highlight=False, soft_wrap=True)


def _cell(value: object) -> object:
    """A value that no spreadsheet takes for a formula; numbers may begin with a plus."""
    text = "" if value is None else harmless(str(value))
    if text[:1] in tuple("=@\t\r") or (text[:1] in tuple("+-") and any(map(str.isalpha, text))):
        return f"'{text}"
    return text
