"""Streams made of other streams."""

import io
from typing import TYPE_CHECKING

from hotline_check.documents.streams import typed

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Terminal(io.RawIOBase):
    """What is typed, each part followed by an end of input, as Ctrl-D makes one."""

    def __init__(self, *lines: bytes) -> None:
        self.left = [part for line in lines for part in (line, b"")]

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer", /) -> int:
        data = self.left.pop(0)
        memoryview(target)[: len(data)] = data
        return len(data)


def test_one_ctrl_d_ends_what_is_typed() -> None:
    terminal = Terminal(b"Kraken\n", b"never asked for\n")
    stream = typed(io.BufferedReader(terminal))
    assert stream.read(4) == b"Krak"
    assert stream.read() == b"en\n"
    assert stream.read() == b""
    assert terminal.left == [b"never asked for\n", b""]
