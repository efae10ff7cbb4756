"""The process that reads files with libraries: no network, no other programs, bounded memory.

It takes an `Ask` from stdin and writes messages to stdout, each after its length in four bytes.
"""

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import IO, Final

import msgspec

try:
    import resource
except ImportError:  # Windows has none; the limit of time by the clock remains
    resource = None  # type: ignore[assignment]  # mypy knows no optional modules

from hotline_check.documents.isolated.messages import Ask, End, Message

# What can be asked for -> the module whose `messages` reads it.
TASKS: Final = {
    "pdf": "hotline_check.documents.pdf.document",
    "picture": "hotline_check.documents.pictures.reading",
}
# A hostile PDF or picture can ask for any amount.
_MOST_MEMORY: Final = 4 * 1024**3
# What no reader of files has to do; an audit hook refuses it, whatever the library.
_FORBIDDEN: Final = frozenset(
    (
        *("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"),
        *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty"),
    )
)


def main() -> None:
    """Answer until stdin ends."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not disturb the messages
    _limit_memory()
    sys.addaudithook(_refuse)
    decode = msgspec.msgpack.Decoder(Ask).decode
    while size := source.read(4):
        ask = decode(source.read(int.from_bytes(size, "big")))
        _limit_time(ask.seconds)
        for message in _answers(ask):
            _send(target, message)


def _answers(ask: Ask) -> Iterator[Message]:
    problem = ""
    try:
        read: Callable[[Ask], Iterator[Message]] = import_module(TASKS[ask.task]).messages
        yield from read(ask)
    except MemoryError:
        problem = "too-much-memory"
    except Exception:  # the libraries raise anything on a hostile file
        problem = "file-broken"
    yield End(problem)


def _send(target: IO[bytes], message: Message) -> None:
    data = msgspec.msgpack.encode(message)
    target.write(len(data).to_bytes(4, "big") + data)
    target.flush()


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(event)


def _limit_time(seconds: int) -> None:
    """Let the system end this process after so much more time of a processor."""
    if resource:
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + seconds + 1, hard))


def _limit_memory() -> None:
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    main()
