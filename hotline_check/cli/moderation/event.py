"""The text of a GitHub event: what somebody has just written, and where."""

import html
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from hotline_check.errors import HotlineError
from hotline_check.lazy_pattern import lazy_pattern

# The event of a pull request is written by a stranger, and this becomes part of a URL.
_REPOSITORY: Final = lazy_pattern(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")
# What was written is in the first of these that the event has; the rest is what it belongs to.
_WRITTEN: Final = ("comment", "review", "issue", "pull_request", "discussion")
_LABELLED: Final = ("issue", "pull_request")


class Post(NamedTuple):
    """A text that somebody wrote.

    kind: the event's own word for it. texts: pairs of a name and a text. number: the issue or pull
    request that can be labelled; None for others.
    """

    kind: str
    texts: tuple[tuple[str, str], ...]
    repository: str
    number: int | None


def read_event(path: Path) -> Post | None:
    """The post of an event file; None where the event has no text or the text was deleted.

    Raises HotlineError `cannot-read`.
    """
    try:
        event = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise HotlineError("cannot-read", path=str(path), why=error.strerror) from error
    except (ValueError, RecursionError) as error:
        raise HotlineError("cannot-read", path=str(path), why="JSON") from error
    return _post(event) if isinstance(event, dict) else None


def _post(event: Mapping[str, Any]) -> Post | None:
    kind = next((key for key in _WRITTEN if _inside(event, key)), None)
    if kind is None or event.get("action") == "deleted":
        return None
    texts = tuple(
        (name, text) for name in ("title", "body") for text in _variants(event[kind].get(name))
    )
    name = _inside(event, "repository").get("full_name")
    numbers = [_inside(event, key).get("number") for key in _LABELLED]
    return Post(
        kind=kind,
        texts=texts,
        repository=name if isinstance(name, str) and _REPOSITORY.fullmatch(name) else "",
        number=next((n for n in numbers if isinstance(n, int)), None),
    )


def _inside(event: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = event.get(key)
    return found if isinstance(found, dict) else {}


def _variants(text: Any) -> list[str]:
    """A text as it was typed, and as a page shows it where it has character references."""
    if not isinstance(text, str) or not text.strip():
        return []
    shown = html.unescape(text)
    return [text] if shown == text else [text, shown]
