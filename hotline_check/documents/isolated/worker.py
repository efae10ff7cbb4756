"""Asks a process of its own to read a file; one that takes too long is killed."""

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from hotline_check.documents.isolated.messages import Ask, End, Message

# A screenshot takes two seconds on two cores; slow machines and large files need more.
_SECONDS: Final = 60
_SECONDS_PER_MEGABYTE: Final = 20
# Even the largest file must end before a person gives up on all of them.
_MOST_SECONDS: Final = 600
# A busy machine gives a process only a part of its time; one that waits forever ends, too.
_BY_THE_CLOCK: Final = 5
_TOO_MUCH_TIME: Final = -getattr(signal, "SIGXCPU", 0)


# onnxruntime otherwise keeps files in the home folder and sends what it does to its maker.
_QUIET: Final = {"ORT_DISABLE_TELEMETRY": "1"}


class _Worker:
    """A running process."""

    def __init__(self) -> None:
        path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        self.process = subprocess.Popen(  # our own module
            [sys.executable, "-m", "hotline_check.documents.isolated.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_QUIET, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        )
        self.owner = os.getpid()
        self.is_busy = False
        self._is_late = False
        self._decoder = msgspec.msgpack.Decoder(Message)

    def answers(self, ask: Ask) -> Iterator[Message]:
        """The answers, the last one an `End`, also where the process has died."""
        self.is_busy = True
        timer = threading.Timer(_clock_seconds(ask), self._give_up)
        timer.daemon = True
        timer.start()
        try:
            yield from self._exchange(ask)
        finally:
            timer.cancel()
            if self.is_busy:  # not asked to the end: what it has still to say is of no use
                self.stop()

    def _exchange(self, ask: Ask) -> Iterator[Message]:
        source, target = self.process.stdout, self.process.stdin
        assert source  # noqa: S101  # both are pipes
        assert target  # noqa: S101  # see above
        data = msgspec.msgpack.encode(ask)
        with suppress(BrokenPipeError):
            target.write(len(data).to_bytes(4, "big") + data)
            target.flush()
        while True:
            size = source.read(4)
            body = source.read(int.from_bytes(size, "big"))
            if not body:
                code = self.process.wait()
                is_late = self._is_late or code == _TOO_MUCH_TIME
                yield End("too-slow" if is_late else "file-broken")
                return
            message = self._decoder.decode(body)
            self.is_busy = not isinstance(message, End)
            yield message
            if not self.is_busy:
                return

    def _give_up(self) -> None:
        self._is_late = True
        self.process.kill()

    def stop(self) -> None:
        """End the process."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        self.process.wait()


# Idle processes of each task: loading a library takes longer than reading most files.
_idle: dict[str, _Worker] = {}
_busy: set[_Worker] = set()
_turn: Final = threading.Lock()


def allowed_seconds(size: int) -> int:
    """The most time of a processor that a file of this size may take."""
    return min(_SECONDS + _SECONDS_PER_MEGABYTE * size // 1_048_576, _MOST_SECONDS)


def answers(ask: Ask) -> Iterator[Message]:
    """What is read of a file.

    A server limits the time by the clock. Its threads take turns, since a library may take a
    gigabyte of memory for a picture.
    """
    if ask.clock_seconds is None:
        yield from _answers(ask)
        return
    end = time.monotonic() + ask.clock_seconds
    if not _turn.acquire(timeout=ask.clock_seconds):
        yield End("too-slow")
        return
    try:
        yield from _answers(msgspec.structs.replace(ask, clock_seconds=end - time.monotonic()))
    finally:
        _turn.release()


def _clock_seconds(ask: Ask) -> float:
    if ask.clock_seconds is None:
        return ask.seconds * _BY_THE_CLOCK
    return max(ask.clock_seconds, 0)


def _answers(ask: Ask) -> Iterator[Message]:
    worker = _idle.pop(ask.task, None)
    if worker is None or worker.owner != os.getpid() or worker.process.poll() is not None:
        worker = _Worker()
    _busy.add(worker)
    try:
        yield from worker.answers(ask)
    finally:
        _busy.discard(worker)
    if not worker.is_busy and ask.task not in _idle:
        _idle[ask.task] = worker
    else:
        worker.stop()


@atexit.register
def stop() -> None:
    """End all processes that this one has started; a file that is being read is broken off."""
    for worker in tuple(_busy):
        if worker.owner == os.getpid():
            worker.process.kill()
    while _idle:
        _, worker = _idle.popitem()
        if worker.owner == os.getpid():
            worker.stop()
