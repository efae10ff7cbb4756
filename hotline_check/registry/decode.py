"""Decode a YAML file to a model; collect every problem with its position.

The YAML is composed to nodes, not to values: nodes know their line and column, and a scalar is
read as what the model wants, so that `country: NO` is Norway and not false.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
import yaml

from hotline_check.registry.characters import hidden_in
from hotline_check.registry.problems import Problem

T = TypeVar("T", bound=msgspec.Struct)
Path = tuple[str | int, ...]

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_STR = "tag:yaml.org,2002:str"
# All spellings that YAML 1.1 reads as nothing; everything else is text.
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MAX_BYTES = 1_000_000  # a platform's file is 1 to 20 kB
_MAX_DEPTH = 32  # an entry's keys are nested at most 6 deep
_PARSERS_LIMIT = "nesting depth"  # libyaml 0.2.6 has its own limit and fails before its first event


class _TooDeepError(Exception):
    """Nesting is too deep: composing it could overflow the C stack."""


class _OddError(Exception):
    """A duplicate key, an empty text or hidden characters: valid YAML, but a mistake."""


class _Loader(_Safe):  # type: ignore[misc]  # the C one where it is built
    """Composes nodes and resolves no implicit type except null.

    The model gives each scalar its type; resolving types takes a third of the reading time.
    """

    depth = 0

    def resolve(self, kind: type, value: str | None, implicit: Any) -> str:
        plain = kind is yaml.ScalarNode and implicit[0]
        return _NULL if plain and value in _NULLS else _STR

    def descend_resolver(self, *_: object) -> None:
        self.depth += 1
        if self.depth > _MAX_DEPTH + 1:
            raise _TooDeepError

    def ascend_resolver(self) -> None:
        self.depth -= 1


@dataclass(slots=True)
class Places:
    """Positions of a file's keys, for problems that are found after decoding.

    Looked up only when there is a problem: keeping every place of 10,000 files takes 120 MB.
    """

    file: str
    text: bytes = b""
    marks: dict[Path, tuple[int, int]] | None = None

    def problem(self, code: str, path: Path, **params: str) -> Problem:
        """A problem at a path; without a position of its own it gets that of its nearest parent."""
        if self.marks is None:
            self.marks = {}
            if self.text and (node := yaml.compose(self.text, Loader=_Loader)) is not None:
                _mark(node, (), self.marks)
        at = path
        while at and at not in self.marks:
            at = at[:-1]
        line, column = self.marks.get(at, (1, 1))
        return Problem(
            code=code, file=self.file, line=line, column=column, key=dotted(path), params=params
        )


def _mark(node: yaml.Node, path: Path, marks: dict[Path, tuple[int, int]]) -> None:
    marks.setdefault(path, _at(node.start_mark))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            at = (*path, _word(key))
            marks[at] = _at(key.start_mark)
            _mark(value, at, marks)
    elif isinstance(node, yaml.SequenceNode):
        for i, child in enumerate(node.value):
            _mark(child, (*path, i), marks)


def dotted(path: Path) -> str:
    """A path in readable form: `channels[0].value`."""
    out = ""
    for step in path:
        out += f"[{step}]" if isinstance(step, int) else f".{step}" if out else step
    return out


def decode(text: bytes, kind: type[T], file: str) -> tuple[T | None, list[Problem], Places]:
    """Decode one YAML document strictly.

    Returns the model (None when any problem was found), the problems and the key places.
    """
    places = Places(file)
    if len(text) > _MAX_BYTES:
        return None, [places.problem("file-too-large", ())], places
    try:
        # a second pass, only for files that may hold an alias or deep nesting
        if b"*" in text and (hostile := _hostile(text, file)):
            return None, [hostile], places
        node = yaml.compose(text, Loader=_Loader)
    except _TooDeepError:
        return None, [_hostile(text, file) or places.problem("too-deep", ())], places
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return None, [_syntax(error, file)], places
    if node is None:
        return None, [places.problem("empty-file", ())], places
    places.text = text
    try:
        return msgspec.convert(_plain(node), kind, strict=False), [], places
    except (msgspec.ValidationError, _OddError):
        walk = _Walk(places)  # slower, but finds every problem instead of the first
    value = walk.value(node, _type_info(kind), ())
    if walk.problems:
        return None, walk.problems, places
    return msgspec.convert(value, kind, strict=True), [], places


def _plain(node: yaml.Node) -> Any:
    """A node as plain values: every scalar is a string or None."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == _NULL:
            return None
        if not node.value.strip() or hidden_in(node.value):
            raise _OddError
        return node.value
    if isinstance(node, yaml.MappingNode):
        found = {_word(key): _plain(value) for key, value in node.value}
        if len(found) != len(node.value):
            raise _OddError
        return found
    return [_plain(child) for child in node.value]


def _hostile(text: bytes, file: str) -> Problem | None:
    """A problem for hostile YAML: deep nesting overflows the C stack, aliases multiply."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        alias = isinstance(event, yaml.AliasEvent)
        if alias or depth > _MAX_DEPTH:
            line, column = _at(event.start_mark)
            code = "yaml-alias" if alias else "too-deep"
            return Problem(code=code, file=file, line=line, column=column)
    return None


def _at(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax(error: Exception, file: str) -> Problem:
    line, column = _at(getattr(error, "problem_mark", None))
    why = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if _PARSERS_LIMIT in why:
        return Problem(code="too-deep", file=file, line=line, column=column)
    return Problem(code="not-yaml", file=file, line=line, column=column, params={"why": why})


@lru_cache(maxsize=8)
def _type_info(kind: type) -> msgspec.inspect.Type:
    return msgspec.inspect.type_info(kind)


@lru_cache(maxsize=64)
def _fields(cls: type) -> dict[str, msgspec.inspect.Field]:
    info = msgspec.inspect.type_info(cls)
    assert isinstance(info, msgspec.inspect.StructType)  # noqa: S101  # for the type checker
    return {f.encode_name: f for f in info.fields}


class _Walk:
    """Converts nodes to plain values of a type and records every mismatch."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, kind: msgspec.inspect.Type, path: Path) -> Any:
        if isinstance(kind, msgspec.inspect.UnionType):
            if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null"):
                return None
            kind = _choose(node, kind)
        if isinstance(kind, msgspec.inspect.StructType):
            return self._mapping(node, kind, path)
        if isinstance(kind, msgspec.inspect.VarTupleType):
            return self._list(node, kind, path)
        if isinstance(kind, msgspec.inspect.DictType):
            return self._texts(node, kind, path)
        return self._scalar(node, kind, path)

    def _mapping(self, node: yaml.Node, kind: msgspec.inspect.StructType, path: Path) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return self._wrong("not-a-mapping", path, got=_word(node))
        known, found = _fields(kind.cls), {}
        for key_node, value_node in node.value:
            key = _word(key_node)
            at = (*path, key)
            if key not in known:
                self._wrong("unknown-key", at, name=key, known=", ".join(known))
            elif key in found:
                self._wrong("duplicate-key", at, name=key)
            else:
                found[key] = self.value(value_node, known[key].type, at)
        for key, spec in known.items():
            if spec.required and key not in found:
                self._wrong("missing-key", (*path, key), name=key)
        return found

    def _texts(self, node: yaml.Node, kind: msgspec.inspect.DictType, path: Path) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return self._wrong("not-a-mapping", path, got=_word(node))
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = _word(key_node)
            if key in found:
                self._wrong("duplicate-key", (*path, key), name=key)
            else:
                found[key] = self.value(value_node, kind.value_type, (*path, key))
        return found

    def _list(self, node: yaml.Node, kind: msgspec.inspect.VarTupleType, path: Path) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return self._wrong("not-a-list", path, got=_word(node))
        return [self.value(child, kind.item_type, (*path, i)) for i, child in enumerate(node.value)]

    def _scalar(self, node: yaml.Node, kind: msgspec.inspect.Type, path: Path) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            return self._wrong("not-a-value", path, got=_word(node))
        text: str = node.value
        if character := hidden_in(text):
            return self._wrong("hidden-character", path, got=f"U+{ord(character):04X}")
        if node.tag.endswith(":null"):
            return self._wrong("no-value", path)
        match kind:
            case msgspec.inspect.LiteralType(values=words):
                if text not in words:
                    allowed = ", ".join(str(w) for w in words)
                    return self._wrong("unknown-word", path, got=text, known=allowed)
                return text
            case msgspec.inspect.StrType():
                if not text.strip():
                    return self._wrong("no-value", path)
                return text
            case _:
                return self._typed(text, kind, path)

    def _typed(self, text: str, kind: msgspec.inspect.Type, path: Path) -> Any:
        wanted = _PYTHON[type(kind)]
        try:
            return msgspec.convert(text, wanted, strict=False)
        except msgspec.ValidationError:
            return self._wrong(f"not-a-{wanted.__name__}", path, got=text)

    def _wrong(self, code: str, path: Path, **params: str) -> None:
        self.problems.append(self.places.problem(code, path, **params))


def _choose(node: yaml.Node, kind: msgspec.inspect.UnionType) -> msgspec.inspect.Type:
    """The member of a union that fits a node: a struct for a mapping, if one is allowed."""
    has_keys = isinstance(node, yaml.MappingNode)
    kinds = (k for k in kind.types if not isinstance(k, msgspec.inspect.NoneType))
    return min(kinds, key=lambda k: isinstance(k, msgspec.inspect.StructType) is not has_keys)


def _word(node: yaml.Node) -> str:
    return str(node.value)[:40] if isinstance(node, yaml.ScalarNode) else "…"


_PYTHON: dict[type, type] = {
    msgspec.inspect.DateType: dt.date,
    msgspec.inspect.BoolType: bool,
    msgspec.inspect.IntType: int,
}
