"""The command line: parse arguments, call the library, hand the result to a renderer."""

import gc
import io
import os
import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every failure is one line on stderr.

    A broken pipe and Ctrl-C are quiet.
    """
    gc.disable()  # a short process frees nothing worth a collector's time (5 % of a check)
    from hotline_check.cli.app import program
    from hotline_check.errors import Exit, HotlineError

    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # odd bytes or a small character set are no end
    try:
        code = program().main(list(arguments), prog_name="hotline-check", standalone_mode=False)
        sys.stdout.flush()
    except HotlineError as error:
        return _fail(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Python flushes stdout once more on the way out; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.NOTHING_CHECKED
    except Exception as error:
        shown = getattr(error, "show", None)  # the parser's own errors: bad usage
        if shown is None:
            raise
        shown()
        return int(getattr(error, "exit_code", Exit.NOTHING_CHECKED))
    return int(code or 0)


def _fail(error: BaseException) -> int:
    from hotline_check.cli.settings import language
    from hotline_check.errors import Exit, HotlineError
    from hotline_check.wording.catalogue import words
    from hotline_check.wording.problems import error_line

    assert isinstance(error, HotlineError)  # noqa: S101  # for the type checker
    print(f"hotline-check: {error_line(error, words(language()))}", file=sys.stderr)  # noqa: T201
    return Exit.NOTHING_CHECKED
