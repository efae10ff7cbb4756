"""Files of every kind -> blocks of text that know where in the file they were.

Each format has a module that turns it into pieces of text, one after another, so that a file of
any size is read in constant memory; `cut` joins the pieces to blocks.
"""

import sys
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from hotline_check.documents.blocks import Block, cut
from hotline_check.documents.files import Input, inputs
from hotline_check.documents.limits import Limits
from hotline_check.documents.models import Place, Section, Skipped
from hotline_check.documents.readers import Reader
from hotline_check.documents.streams import Watch, typed
from hotline_check.files import opened

__all__ = ["Block", "Input", "Place", "Section", "Skipped", "blocks", "inputs", "stream_blocks"]


def blocks(
    source: Input,
    field: str | None = None,
    watch: Watch | None = None,
    *,
    seconds: float | None = None,
) -> Iterator[Block | Skipped]:
    """The text of one file, or why it can't be read; the rest as `stream_blocks`."""
    try:
        if source.path is None:
            stream = typed(sys.stdin.buffer) if sys.stdin.isatty() else sys.stdin.buffer
            yield from stream_blocks(stream, source.name, field, watch, seconds=seconds)
        else:
            with opened(source.path) as stream:
                yield from stream_blocks(stream, source.name, field, watch, seconds=seconds)
    except OSError as error:
        why = error.strerror or type(error).__name__
        yield Skipped(reason="unreadable", file=source.name, failed=True, args={"why": why})


def stream_blocks(
    stream: BinaryIO,
    name: str,
    field: str | None = None,
    watch: Watch | None = None,
    *,
    seconds: float | None = None,
) -> Iterator[Block | Skipped]:
    """The text of an open file. `name` shows its kind where its first bytes don't.

    field: of JSON, only this field (`message.text`). seconds: by the clock, that reading pictures
    and PDF files may take; None: as many as their size allows.
    """
    for found in cut(Reader(field, Limits(seconds=seconds)).items(stream, name, watch)):
        yield msgspec.structs.replace(found, file=name) if isinstance(found, Skipped) else found
