"""Build YAML nodes in the registry's style and insert them without moving comments.

ruamel.yaml ties a comment to the line above it, while people write one above what it is about.
So whoever puts a block somewhere takes the comment lines along to the block's end.
"""

import re
import textwrap
from typing import Any

import msgspec
import yaml
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString
from ruamel.yaml.tokens import CommentToken

# Order of a platform's keys; other entries use the order of their models.
PLATFORM_KEYS = (
    "id",
    "name",
    "aliases",
    "kind",
    "status",
    "country",
    "domains",
    "coverage",
    "fresh_days",
    "phone_policy",
    "phone_policy_basis",
    "phone_policy_source",
    "policy_scopes",
    "calls",
    "calls_basis",
    "calls_source",
    "channels",
    "withheld",
    "impostors",
    "never_asks",
    "never_asks_source",
    "verify_page",
    "report_to",
    "sources",
    "note",
    "remarks",
)
# YAML 1.1 reads `08:30` as a number in base 60.
_ALWAYS_QUOTED = frozenset({"as_printed", "hours"})
# Longer prose is folded, so that a reviewer sees a change of it as a few lines.
_WIDTH = 120
_PROSE = re.compile(r"(?P<indent> *)(- )?(en|zh): [^\s\"'|>]")
_PLAIN = "tag:yaml.org,2002:str"
_POST, _FIRST = 2, 0  # ruamel's slots for the comment after a mapping's value or a list's item


def fresh(entry: msgspec.Struct) -> CommentedMap:
    """A new block for an entry, without empty fields, as a contributor would write it."""
    fields = {f.encode_name: getattr(entry, f.name) for f in msgspec.structs.fields(entry)}
    order = PLATFORM_KEYS if "domains" in fields else tuple(fields)
    block = CommentedMap()
    for key in order:
        value = fields[key]
        if value or key in {"domains", "channels"}:
            block[key] = _value(key, value, fields)
    return block


def _value(key: str, value: Any, siblings: dict[str, Any]) -> Any:
    if isinstance(value, msgspec.Struct):
        return fresh(value)
    if isinstance(value, tuple):
        return listed(value)
    phone = key == "value" and siblings.get("kind", "phone") == "phone"
    return quoted(value) if phone or key in _ALWAYS_QUOTED else scalar(value)


def listed(values: tuple[Any, ...]) -> CommentedSeq:
    """A list: block style for entries, brackets for words."""
    entries = [fresh(v) if isinstance(v, msgspec.Struct) else scalar(v) for v in values]
    block = CommentedSeq(entries)
    if not any(isinstance(v, msgspec.Struct) for v in values):
        block.fa.set_flow_style()
    return block


def scalar(value: Any) -> Any:
    """A scalar; quoted if a YAML parser would read the text as a number, date or boolean."""
    if not isinstance(value, str):
        return value
    node = yaml.ScalarNode(_PLAIN, value)
    resolver = yaml.resolver.Resolver()
    tag = resolver.resolve(yaml.ScalarNode, node.value, (True, False))  # type: ignore[no-untyped-call]  # the stubs lack it
    return value if tag == _PLAIN else quoted(value)


def quoted(value: str) -> Any:
    """A double-quoted string."""
    return DoubleQuotedScalarString(value)


def fold_new(before: str, after: str) -> str:
    """Fold the document's long notes that are new."""
    old = set(before.splitlines())
    lines = []
    for line in after.splitlines():
        prose = _PROSE.match(line) if len(line) > _WIDTH and line not in old else None
        if prose:
            lines += textwrap.wrap(
                line,
                _WIDTH,
                subsequent_indent=prose["indent"] + "  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def put(block: CommentedMap, key: str, value: Any, order: tuple[str, ...]) -> None:
    """Set a key; a new one is placed by `order`, below the comments of its predecessor."""
    if key in block:
        if isinstance(block[key], CommentedMap | CommentedSeq):
            tail = _take_tail(block, key)
            block[key] = value
            _give_tail(block, key, tail)
        else:
            block[key] = value
        return
    earlier = order[: order.index(key)]
    at = 1 + max((i for i, k in enumerate(block) if k in earlier), default=-1)
    before = list(block)[at - 1] if at else None
    tail = _take_tail(block, before) if before else ""
    block.insert(at, key, value)
    _give_tail(block, key, tail)


def drop(block: CommentedMap, key: str) -> None:
    """Remove a key and keep the comment lines below it."""
    keys = list(block)
    tail = _take_tail(block, key)
    before = keys[keys.index(key) - 1] if keys.index(key) else None
    del block[key]
    if before is not None:
        _give_tail(block, before, tail)


def insert(entry: CommentedMap, key: str, at: int, item: Any) -> None:
    """Put an item into a list of the entry; a comment above the place stays with what it is about.

    A list that was empty is rewritten, one item a line.
    """
    items = entry[key]
    if not items:
        tail = _take_tail(entry, key)
        entry[key] = CommentedSeq([item])
        _give_tail(entry, key, tail)
        return
    tail = _take_tail(items, at - 1) if at else ""
    items.insert(at, item)
    _give_tail(items, at, tail)


def _take_tail(block: Any, key: Any) -> str:
    """Remove and return the comment and blank lines that follow a value."""
    holder, name = _last_leaf(block, key)
    token = _token(holder, name)
    if token is None:
        return ""
    own, newline, rest = str(token.value).partition("\n")
    token.value = own + newline
    if not own:
        holder.ca.items.pop(name, None)
    return rest


def _give_tail(block: Any, key: Any, tail: str) -> None:
    """Set the comment and blank lines after a value."""
    if not tail:
        return
    holder, name = _last_leaf(block, key)
    token = _token(holder, name)
    if token is None:
        token = CommentToken("\n", start_mark=_Mark(), end_mark=None)
        slots = holder.ca.items.setdefault(name, [None, None, None, None])
        slots[_slot(holder)] = token
    token.value = str(token.value).rstrip("\n") + "\n" + tail


class _Mark:
    column = 0


def _last_leaf(block: Any, key: Any) -> tuple[Any, Any]:
    """The innermost block and key where a value ends."""
    value = block[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        last = list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1
        return _last_leaf(value, last)
    return block, key


def _slot(holder: Any) -> int:
    return _POST if isinstance(holder, CommentedMap) else _FIRST


def _token(holder: Any, name: Any) -> CommentToken | None:
    slots = holder.ca.items.get(name)
    token = slots[_slot(holder)] if slots else None
    return token if isinstance(token, CommentToken) else None
