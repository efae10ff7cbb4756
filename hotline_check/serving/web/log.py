"""What the server writes on stderr: never anything that was typed."""

import sys

from hotline_check.errors import HotlineError


def report(error: BaseException) -> None:
    """Say what failed and where in the program.

    The text of an exception may hold what a person typed, so only errors of the registry, which
    hold names of files, are written with their sentence.
    """
    if isinstance(error, HotlineError):
        line = str(error)
    else:
        frame = error.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
        line = f"{type(error).__name__} at {place}"
    print(f"hotline-check: {line}", file=sys.stderr, flush=True)  # noqa: T201  # the log of the server
