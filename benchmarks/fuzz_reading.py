"""Fuzz the reader with atheris: `python benchmarks/fuzz_reading.py [libFuzzer options]`.

Needs the package `atheris`. The same properties are tested with hypothesis in tests/reading.
"""

import sys

import atheris

with atheris.instrument_imports():
    from hotline_check.reading import Hints, find, read
    from hotline_check.reading.unmask import unmask


def one_input(data: bytes) -> None:
    """Spans inside and in order, lengths kept, no exception."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicode(4096)
    end = 0
    for found in find(text, Hints(region="US")):
        assert end <= found.start < found.end <= len(text)  # noqa: S101, what fuzzing is for
        assert text[found.start : found.end] == found.text  # noqa: S101, the same
        end = found.end
    assert len(unmask(text)) == len(text)  # noqa: S101, the same
    read(text[:200])


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
