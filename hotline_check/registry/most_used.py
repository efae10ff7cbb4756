"""The list of the most used platforms, which get researched first."""

from collections.abc import Collection
from pathlib import Path

from hotline_check.errors import HotlineError
from hotline_check.registry.decode import decode
from hotline_check.registry.models import MostUsed
from hotline_check.registry.problems import Problem

FILE = "most-used.yaml"


def most_used(folder: Path) -> tuple[str, ...]:
    """Ids of the most used platforms, most users first; empty for a folder without a list.

    Raises HotlineError `broken-registry` when the list can't be read.
    """
    entry, problems = read(folder, None)
    if problems:
        raise HotlineError(
            "broken-registry", folder=str(folder), count=len(problems), first=problems[0]
        )
    return entry.platforms if entry else ()


def read(folder: Path, known: Collection[str] | None) -> tuple[MostUsed | None, list[Problem]]:
    """A folder's list and its problems.

    known: the ids that it may name; None to believe it. A folder needs no list: a signed release
    has none.
    """
    path = folder / FILE
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None, []
    except OSError as error:
        raise HotlineError("cannot-read", path=str(path), why=error.strerror) from error
    entry, problems, places = decode(text, MostUsed, FILE)
    for i, name in enumerate(entry.platforms if entry else ()):
        assert entry is not None  # noqa: S101  # for the type checker
        if known is not None and name not in known:
            problems.append(places.problem("unknown-platform", ("platforms", i), got=name))
        if name in entry.platforms[:i]:
            problems.append(places.problem("repeated-value", ("platforms", i), got=name))
    return entry, problems
