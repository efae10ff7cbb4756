"""The program's entry: `hotline-check` and `python -m hotline_check`."""

import os
import sys
from contextlib import suppress

_NOTHING_CHECKED = 2  # as `errors.Exit`, which may be what can't be imported


def main() -> None:
    """Run the command line on this process's arguments and exit."""
    try:
        from hotline_check.cli import run

        code = run(sys.argv[1:])
    except Exception as error:
        # Reporting it failed too, or a file of the program is missing. Python would exit with 1,
        # which here means "do not dial", and a catalogue may be what is missing.
        kind = type(error).__name__
        print(f"hotline-check: nothing was checked ({kind})", file=sys.stderr)  # noqa: T201  # the error line
        sys.exit(_NOTHING_CHECKED)
    if "hotline_check.cli.check" in sys.modules:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> None:
    """Exit without taking the interpreter apart, which takes 30 ms, a seventh of a check.

    A check leaves nothing to clean up: it opens files to read them, and what it writes it closes.
    """
    for stream in (sys.stdout, sys.stderr):
        # What could not be written has been reported; a closed stream is None.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
