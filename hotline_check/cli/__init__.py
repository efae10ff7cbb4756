"""The command line: parse arguments, call the library, pass the result to a renderer."""

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hotline_check.errors import HotlineError


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every failure is one line on stderr.

    A broken pipe and Ctrl-C are quiet.
    """
    gc.disable()  # garbage collection takes 5 % of a check and frees nothing that matters
    import typer

    from hotline_check.cli.app import COMMANDS, program
    from hotline_check.cli.output.show import fit_terminal, flush
    from hotline_check.cli.parsing.arguments import completed, refuse_secrets, wants_json
    from hotline_check.errors import Exit, HotlineError

    _mend_streams()
    if sys.stdout is None:
        return _fail(HotlineError("cannot-answer", why="stdout"))
    fit_terminal()
    typed = completed(arguments, COMMANDS)
    try:
        refuse_secrets(typed)
        code = program().main(typed, prog_name="hotline-check", standalone_mode=False)
        flush()
    except HotlineError as error:
        return _fail(error, is_json=wants_json(typed))
    except (KeyboardInterrupt, typer.Abort):  # Abort: end of input at a prompt
        return Exit.INTERRUPTED
    except OSError as error:
        if "--install-completion" in typed:
            path = error.filename or "?"
            return _fail(HotlineError("no-completion", path=path, why=error.strerror))
        return _unwritten(error)
    except SystemExit as stop:
        # The parser makes a broken pipe an exit with 1, which here means "do not dial".
        if isinstance(stop.__context__, BrokenPipeError):
            return _unwritten(stop.__context__)
        raise
    except Exception as error:
        if not hasattr(error, "format_message"):  # the parser's own errors: bad usage
            return _failed(error, is_json=wants_json(typed))
        return _misused(error, is_json=wants_json(typed))
    return int(code or 0)


def _mend_streams() -> None:
    """Make the standard streams usable; replace undecodable characters.

    A closed stdin reads as empty, and output to a closed stderr is discarded.
    """
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # for good
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # for good
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _unwritten(error: OSError) -> int:
    """Output could not be written: ignore a broken pipe, report a full disk."""
    from hotline_check.errors import Exit, HotlineError

    if not isinstance(error, BrokenPipeError):
        _fail(HotlineError("cannot-answer", why=error.strerror))
    # Python flushes stdout again at exit, which would print a traceback.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.NOTHING_CHECKED


def _misused(error: Any, *, is_json: bool) -> int:
    """Report bad usage in one line; the parser's own message takes four."""
    from hotline_check.cli.parsing.usage import as_error
    from hotline_check.errors import Exit

    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return Exit.NOTHING_CHECKED
    return _fail(as_error(error), is_json=is_json)


def _failed(error: Exception, *, is_json: bool) -> int:
    """Report a mistake in the program: one line, and never an exit code that judges a contact."""
    from hotline_check.errors import HotlineError

    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else "?"
    error = HotlineError("program-failed", kind=type(error).__name__, place=place)
    return _fail(error, is_json=is_json)


def _fail(error: "HotlineError", *, is_json: bool = False) -> int:
    """Report an error: a line on stderr, and for programs an object on stdout."""
    from hotline_check.cli.parsing.usage import corrected
    from hotline_check.cli.settings import language
    from hotline_check.errors import Exit
    from hotline_check.wording.terms.problems import error_line, error_record
    from hotline_check.wording.text.catalogue import words

    error = corrected(error)
    with suppress(OSError):  # a full or closed stream changes no exit code
        if is_json:
            from hotline_check.cli.output.show import flush, show_json

            show_json({"version": 1, "error": error_record(error, words(language()))})
            flush()
    with suppress(OSError):
        line = error_line(error, words(language()))
        print(f"hotline-check: {line}", file=sys.stderr)  # noqa: T201  # the error line
    return Exit.NOTHING_CHECKED
