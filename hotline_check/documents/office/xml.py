"""XML -> events, in constant memory; no entities, no document types, no deep nesting."""

from collections.abc import Iterator, Mapping
from typing import IO, Final, Literal, NamedTuple
from xml.parsers import expat

from hotline_check.files import CHUNK

# Every open element is kept, and `<a><a><a>…` never closes one.
_DEEPEST: Final = 2_000
_OFF: Final = frozenset({"0", "false", "off"})


class XmlError(ValueError):
    """Not XML, or XML of a kind that no office program writes."""


class Event(NamedTuple):
    """The start or end of an element, or some text; names are without their namespaces.

    attributes: by name; those that name a relation begin with `r:`.
    """

    kind: Literal["start", "end", "text"]
    name: str
    attributes: dict[str, str]


def events(stream: IO[bytes]) -> Iterator[Event]:
    """The events of a document, in order. Raises XmlError."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[Event] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise XmlError("too deep")
        found.append(Event("start", _local(name), {_key(k): v for k, v in attributes.items()}))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        found.append(Event("end", _local(name), {}))

    def text(data: str) -> None:
        found.append(Event("text", data, {}))

    def refuse(*_: object) -> None:
        raise XmlError("a document type")  # the only place where entities can be declared

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, refuse
    try:
        for chunk in iter(lambda: stream.read(CHUNK), b""):
            parser.Parse(chunk, False)
            yield from found
            found.clear()
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise XmlError(str(error)) from error
    yield from found


def is_on(attributes: Mapping[str, str]) -> bool:
    """Return True for a property such as `<w:vanish/>` that is not switched off by its value."""
    return attributes.get("val") not in _OFF


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _key(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"r:{local}" if space.endswith("/relationships") else local
