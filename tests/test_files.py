"""Files as a person names them: links, devices and named pipes are not always files."""

import os
from pathlib import Path

import pytest

from hotline_check.files import atomic_writer, read_at_most


def written(path: Path, text: str) -> None:
    with atomic_writer(path) as file:
        file.write(text)


class TestWriting:
    def test_a_device_stays_what_it_is(self) -> None:
        master, slave = os.openpty()  # where no file can be put, unlike in /dev
        try:
            written(Path(os.ttyname(slave)), "text")
            assert os.read(master, 10) == b"text"
        finally:
            os.close(slave)
            os.close(master)

    def test_a_named_pipe_that_nobody_reads_is_an_error(self, tmp_path: Path) -> None:
        path = tmp_path / "pipe"
        os.mkfifo(path)
        with pytest.raises(OSError, match="No such device"):
            written(path, "text")
        assert path.is_fifo()

    def test_a_folder_is_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(IsADirectoryError):
            written(tmp_path, "x")


class TestReading:
    def test_as_much_as_is_allowed(self, tmp_path: Path) -> None:
        path = tmp_path / "file"
        path.write_bytes(b"1234")
        assert read_at_most(path, 4) == b"1234"
        with pytest.raises(OSError, match="too large"):
            read_at_most(path, 3)

    def test_a_device_that_never_ends(self) -> None:
        with pytest.raises(OSError, match="too large"):
            read_at_most(Path("/dev/zero"), 1000)
