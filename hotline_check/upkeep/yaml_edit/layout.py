"""Change a YAML document without reformatting lines that the change doesn't touch.

ruamel.yaml keeps comments and order, but wraps long lines again. So the change is made on its
rendering, and merged back into the text as its author laid it out.
"""

import io
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

_Hunk = tuple[int, int, list[str]]  # first line, line after the last, replacement


def changed(text: str, change: Callable[[Any], None]) -> str:
    """Apply `change` to the loaded document and return the new text.

    Raises ruamel.yaml.error.YAMLError for a text that is none.
    """
    yaml = _yaml()
    before = _dumped(yaml, yaml.load(text))
    data = yaml.load(text)
    change(data)
    after = _dumped(yaml, data)
    merged = _merged(before, text, after)
    return merged if _is_equivalent(yaml, merged, after) else after


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.width = 1 << 20  # rewrapping would show up as a change
    yaml.indent(mapping=2, sequence=2, offset=0)
    # One date object in two places would be written as an anchor and an alias.
    yaml.representer.ignore_aliases = lambda _data: True
    return yaml


def _dumped(yaml: YAML, data: Any) -> str:
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _is_equivalent(yaml: YAML, text: str, other: str) -> bool:
    try:
        return bool(yaml.load(text) == yaml.load(other))
    except YAMLError:  # the edit removed the anchor of an alias
        return False


def _merged(base: str, layout: str, edit: str) -> str:
    """Apply to `base` the hunks from it to `edit`, and those to `layout` that don't overlap."""
    lines = base.splitlines(keepends=True)
    edits = list(_hunks(lines, edit))
    layouts = [h for h in _hunks(lines, layout) if not any(_is_touching(h, e) for e in edits)]
    for start, end, new in sorted(edits + layouts, key=lambda hunk: hunk[:2], reverse=True):
        lines[start:end] = new
    return "".join(lines)


def _hunks(lines: list[str], other: str) -> Iterator[_Hunk]:
    new = other.splitlines(keepends=True)
    matcher = SequenceMatcher(None, lines, new, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield start, end, new[first:last]


def _is_touching(hunk: _Hunk, other: _Hunk) -> bool:
    return (hunk[0] < other[1] and other[0] < hunk[1]) or hunk[0] == other[0]
