"""The items of a file that is read by another process."""

import math
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import PurePath
from typing import IO

import msgspec

from hotline_check.documents.isolated.messages import Ask, End, File, Message, Note, Text
from hotline_check.documents.limits import Members, whole
from hotline_check.documents.models import (
    NOWHERE,
    Break,
    Item,
    Piece,
    Section,
    Skipped,
    in_section,
)

# The extra that a task needs, and the modules in it.
_EXTRAS = {
    "pdf": ("documents", ("pypdf",)),
    "picture": ("pictures", ("PIL", "rapidocr", "onnxruntime", "zxingcpp")),
}


def items(task: str, stream: IO[bytes], name: str, members: Members) -> Iterator[Item]:
    """The text of a file, or which extra of the package reads it."""
    extra, _ = _EXTRAS[task]
    if not is_installed(task):
        args = {"extra": extra, "kind": PurePath(name).suffix or name}
        yield Skipped(reason="needs-extra", failed=True, args=args)
        return
    from hotline_check.documents.isolated import worker  # processes, only where one is needed

    data = whole(stream)
    seconds, left = worker.allowed_seconds(len(data)), members.limits.seconds_left()
    ask = Ask(
        task=task,
        data=data,
        seconds=seconds if left is None else min(seconds, math.ceil(left)),
        clock_seconds=left,
        wants_pictures=is_installed("picture"),
    )
    files: list[File] = []
    for message in worker.answers(ask):
        if isinstance(message, File):
            members.limits.add_bytes(len(message.data))  # they are kept until the text is read
            files.append(message)
        else:
            yield from _item(message)
    for file in files:
        for item in members.read(file.name, BytesIO(file.data)):
            yield _at(item, file.section) if file.section else item


def is_installed(task: str) -> bool:
    """Return True if everything that a task needs is there, without loading it."""
    return all(find_spec(module) is not None for module in _EXTRAS[task][1])


def _item(message: Message) -> Iterator[Item]:
    match message:
        case Text():
            yield Piece(message.text, NOWHERE, 0, message.origin, message.shown, message.section)
        case Note():
            yield message.skipped
        case End() if message.problem:
            yield Skipped(reason=message.problem, failed=True)


def _at(item: Item, outer: Section) -> Item:
    """An item of a file that is on a page of another one."""
    if isinstance(item, Break):
        return item
    inner = item.section or Section()
    section = msgspec.structs.replace(
        inner,
        page=inner.page if outer.page is None else outer.page,
        slide=inner.slide if outer.slide is None else outer.slide,
        kind=inner.kind or outer.kind,
    )
    return in_section(item, section)
