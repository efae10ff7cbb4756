"""Pictures on the page: they warn and never reassure, hostile ones do no harm, nothing is kept."""

import asyncio
import io
import socket
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.entries import US_LINE, US_OTHER
from tests.extras import needs
from tests.serving.conftest import Running

needs("litestar", "serve")
needs("httpx", "serve")
needs("rapidocr", "pictures")
needs("zxingcpp", "pictures")

import httpx
from PIL import Image

from hotline_check.errors import HotlineError
from hotline_check.serving.web.pages.uploads import Uploads
from hotline_check.serving.web.settings import MOST_DRAINED, MOST_PICTURE
from tests.reading.documents.images import drawn, qr_code, saved

pytestmark = pytest.mark.extra

SHOWN_LINE = "+1 202 555 0123"  # US_LINE as people write it
TYPE_IN = "type in what you see"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def quiet(fictional_registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server whose folders hold nothing but what this module's tests leave there."""
    running = Running(fictional_registry, tmp_path_factory.mktemp("quiet"), "--rate", "0")
    yield running
    assert running.stop() == 0


def send(server: Running, picture: bytes, name: str = "a.png", **fields: str) -> httpx.Response:
    """The answer about a picture, as a browser sends it."""
    return httpx.post(
        f"{server.url}/en/check",
        data={"text": "", "platform": "", "country": "", **fields},
        files={"picture": (name, picture)},
        timeout=100,
    )


def headline(page: str) -> str:
    return page.partition('class="headline">')[2].partition("<")[0]


def kept(server: Running) -> list[Path]:
    """The files that a server has left, but for its log and its registry's snapshot."""
    found = [path for path in server.home.rglob("*") if path.is_file()]
    return [path for path in found if path != server.stderr and path.parent.name != "hotline-check"]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG file of a few bytes that claims to be of any size."""
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 10_000_000, 9)
    return PNG + chunk(b"IHDR", size) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def film(pictures: int) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("P", (400, 400), number % 256) for number in range(pictures)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def test_a_picture_of_a_listed_number_never_reassures(quiet: Running) -> None:
    page = send(quiet, saved(drawn(f"Example support: {SHOWN_LINE}"))).text
    assert headline(page).startswith("Cannot tell")
    assert TYPE_IN in headline(page)
    assert "+1 202-555-0123" in page  # what was read
    assert "card listed" not in page
    assert "all-clear" in page
    assert kept(quiet) == []  # neither the picture nor what was read


def test_a_picture_can_warn(quiet: Running) -> None:
    page = send(quiet, saved(drawn("Example support: +1 202 555 0199", dark=True), "JPEG")).text
    assert "card danger" in page
    assert TYPE_IN in page


def test_what_was_typed_and_what_is_shown_are_both_judged(quiet: Running) -> None:
    page = send(quiet, saved(qr_code(f"tel:{US_OTHER}")), text=US_LINE, platform="Example").text
    assert page.index("card danger") < page.index("card listed")
    assert "all-clear" in page
    assert f">\n{US_LINE}</textarea>" in page


def test_they_called_is_answered_whatever_the_picture_shows(quiet: Running) -> None:
    page = send(quiet, saved(drawn("nothing here")), they_called="yes", platform="Example").text
    assert "Hang up" in page
    assert "all-clear" in page


def test_without_a_picture_the_form_is_the_same(quiet: Running) -> None:
    with_field = send(quiet, b"", "", text=US_LINE, platform="Example")
    without = httpx.post(
        f"{quiet.url}/en/check", data={"text": US_LINE, "platform": "Example"}, timeout=60
    )
    assert with_field.status_code == without.status_code == 200
    assert with_field.text == without.text
    assert "card listed" in without.text


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        pytest.param(saved(drawn("hello friend")), "was found in the picture", id="no contact"),
        pytest.param(saved(drawn(SHOWN_LINE))[:900], "could not be read", id="cut off"),
        pytest.param(PNG + b"\0" * 5_000, "could not be read", id="not what it says"),
        pytest.param(bomb(60_000, 60_000), "could not be read", id="too many pixels"),
        pytest.param(bomb(3_000, 3_000), "picture", id="fewer pixels than it says"),
        pytest.param(film(300), "picture", id="a film"),
        pytest.param(saved(Image.new("RGB", (1, 1))), "was found in", id="one pixel"),
        pytest.param(b"%PDF-1.4\n" + b"\0" * 100, "not a picture", id="PDF"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, "not a picture", id="archive"),
        pytest.param(f"<svg>{US_LINE}</svg>".encode(), "not a picture", id="SVG"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a pic", id="EPS"),
        pytest.param(f"Call {US_LINE}".encode(), "not a picture", id="text"),
    ],
)
def test_what_cannot_be_read_is_said_in_the_form(quiet: Running, picture: bytes, says: str) -> None:
    answer = send(quiet, picture, platform="Example")
    assert answer.status_code == 400
    wrong = answer.text.partition('role="alert">')[2].partition("<")[0]
    assert says in wrong
    assert TYPE_IN in wrong
    assert 'value="Example"' in answer.text  # what was typed is not lost
    assert len(quiet.log.splitlines()) == 1
    assert kept(quiet) == []


@pytest.mark.parametrize("over", [1, MOST_DRAINED])
def test_a_picture_that_is_too_large_is_refused(quiet: Running, over: int) -> None:
    answer = send(quiet, PNG + b"\0" * (MOST_PICTURE + 200_000 + over - 1))
    assert answer.status_code == 413
    assert "card" not in answer.text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--a\r\n\r\n--a--"),
        ("multipart/form-data; boundary=", b""),
        ("multipart/form-data; boundary=a", b""),
        ("multipart/form-data; boundary=a", b"--b\r\n"),
        ("multipart/form-data; boundary=a", b"--a\r\n" + b"x" * 100_000),
        (
            "multipart/form-data; boundary=a",
            b'--a\r\nContent-Disposition: form-data; name="text"\r\n',
        ),
        (
            "multipart/form-data; boundary=a",
            b'--a\r\nContent-Disposition: form-data; name="x"\r\n\r\ny\r\n' * 1_000 + b"--a--\r\n",
        ),
        (
            "multipart/form-data; boundary=a",
            b'--a\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
            + b"\xff" * 200_000
            + b"\r\n--a--\r\n",
        ),
        (f"multipart/form-data; boundary={'a' * 3_000}", b"--a--"),
        ("multipart/mixed; boundary=a", b"--a--\r\n"),
    ],
)
def test_a_malformed_form_is_refused(quiet: Running, kind: str, body: bytes) -> None:
    answer = httpx.post(
        f"{quiet.url}/en/check", content=body, headers={"content-type": kind}, timeout=60
    )
    assert answer.status_code in {400, 413}
    assert len(quiet.log.splitlines()) == 1


def test_a_sender_that_stops_in_the_middle_does_no_harm(quiet: Running) -> None:
    head = (
        "POST /en/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n"
        "Content-Type: multipart/form-data; boundary=a\r\n\r\n--a\r\n"
    )
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", quiet.port)) as connection:
            connection.sendall(head.encode())
    assert "card" in send(quiet, saved(qr_code(f"tel:{US_OTHER}"))).text
    assert len(quiet.log.splitlines()) == 1


def test_few_pictures_are_taken_at_a_time() -> None:
    class Request:
        def __init__(self, length: int) -> None:
            self.headers = {"content-length": str(length)}

    async def run() -> None:
        large: Any = Request(5_000_000)
        small: Any = Request(500)
        rooms = Uploads()
        held = [rooms.room(large) for _ in range(4)]
        for room in held:
            await room.__aenter__()
        with pytest.raises(HotlineError, match="busy"):
            await rooms.room(large).__aenter__()
        async with rooms.room(small):
            pass
        await held[0].__aexit__(None, None, None)
        async with rooms.room(large):
            pass

    asyncio.run(run())


def test_without_the_extra_there_is_no_field(
    fictional_registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: Running
) -> None:
    hidden = tmp_path / "path"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys; sys.modules['rapidocr'] = None\n")
    monkeypatch.setenv("PYTHONPATH", str(hidden))
    poor = Running(fictional_registry, tmp_path, "--rate", "0")
    for server, is_there in ((quiet, True), (poor, False)):
        page = httpx.get(f"{server.url}/en/", timeout=60).text
        assert ('type="file"' in page) == ("multipart/form-data" in page) == is_there
    answer = send(poor, saved(qr_code(f"tel:{US_OTHER}")))
    assert answer.status_code == 400
    assert "card" not in answer.text
    data = {"text": US_LINE, "platform": "Example"}
    typed = httpx.post(f"{poor.url}/en/check", data=data, timeout=60)
    assert "card listed" in typed.text
    assert poor.stop() == 0
