"""`python -m hotline_check.cli.moderation`: judge the text of a GitHub event.

Everything is passed in the environment, so that no text of a stranger is ever part of a command:
the runner's GITHUB_* variables, and from the action's inputs HOTLINE_LEVEL (`danger` or `warning`),
HOTLINE_LABEL, HOTLINE_FAIL (`true`), HOTLINE_TOKEN, HOTLINE_PLATFORM, HOTLINE_REGION, HOTLINE_LANG.
"""

import os
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hotline_check.cli.moderation.event import Post, read_event
from hotline_check.cli.moderation.label import add_label
from hotline_check.cli.settings import one_of, open_store, speak, today
from hotline_check.errors import Exit, HotlineError
from hotline_check.wording.screens import moderation as screen
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import Words

if TYPE_CHECKING:
    from hotline_check.scanning.entries import Entry

_LEVELS: Final = ("danger", "warning")  # at which something is done, the worst first


def main(environ: Mapping[str, str] = os.environ) -> int:
    """Exit code 0, 1 where the action should fail, 2 where something could not be done."""
    _ = speak("en")
    try:
        _ = speak(environ.get("HOTLINE_LANG") or "en")
        return _moderate(environ, _)
    except HotlineError as error:
        sys.stdout.write(f"{screen.error_command(error_line(error, _))}\n")
        return Exit.NOTHING_CHECKED


def _moderate(environ: Mapping[str, str], _: Words) -> int:
    threshold = str(one_of("level", environ.get("HOTLINE_LEVEL") or "danger", _LEVELS))
    post = read_event(Path(environ.get("GITHUB_EVENT_PATH", "")))
    found = _entries(post, environ) if post else []
    level = found[0].hit.verdict.level if found else "none"
    is_met = level in _LEVELS[: _LEVELS.index(threshold) + 1]
    _append(environ.get("GITHUB_OUTPUT"), f"level={level}\n")
    _append(environ.get("GITHUB_STEP_SUMMARY"), screen.summary(post is not None, found, _))
    for command in screen.commands(found, _):
        sys.stdout.write(f"{command}\n")
    label = environ.get("HOTLINE_LABEL", "").strip()
    if is_met and label and post and post.number is not None:
        api = environ.get("GITHUB_API_URL", "https://api.github.com")
        token = environ.get("HOTLINE_TOKEN", "")
        add_label(api, token, post.repository, post.number, label)
    should_fail = environ.get("HOTLINE_FAIL", "").strip().lower() == "true"
    return Exit.DO_NOT_DIAL if is_met and should_fail else Exit.LISTED


def _entries(post: Post, environ: Mapping[str, str]) -> "list[Entry]":
    """The contacts of a post that a person must know about, the worst first."""
    from hotline_check.checking import Checker
    from hotline_check.scanning.entries import Entries
    from hotline_check.scanning.scanner import Hit, Scanner

    day = today()
    platform, region = environ.get("HOTLINE_PLATFORM"), environ.get("HOTLINE_REGION")
    checker = Checker(open_store(day), today=day, claim=platform or None, region=region or None)
    scanner, entries = Scanner(checker), Entries()
    for name, text in post.texts:
        # By its name it is plain text: what looks like a mail or JSON could hide the rest of it.
        stream = BytesIO(text.encode("utf-8", "replace"))
        for result in scanner.scan_stream(stream, f"{post.kind}-{name}.md"):
            if isinstance(result, Hit):
                entries.add(result)
    return list(entries.take())


def _append(path: str | None, text: str) -> None:
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise HotlineError("cannot-write", path=path, why=error.strerror) from error


if __name__ == "__main__":
    sys.exit(main())
