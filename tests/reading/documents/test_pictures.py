"""Pictures: text and codes are read, nothing of them is ever listed, and no network is used."""

import io
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from tests.extras import needs

pytestmark = pytest.mark.extra
needs("rapidocr", "pictures")
needs("zxingcpp", "pictures")

from hotline_check.checking import Checker
from hotline_check.documents import Skipped
from hotline_check.documents.isolated import child, worker
from hotline_check.documents.isolated.messages import Ask, End
from hotline_check.documents.pictures.lines import Words, joined
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Result, Scanner, Tally
from hotline_check.verdict.models import Status
from tests.entries import TODAY, US_LINE, phone, platform, says, write
from tests.reading.documents.images import drawn, qr_code, saved

Scan = Callable[..., list[Result]]
LISTED = "+1 202 555 0123"


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scan]:
    folder = write(
        tmp_path_factory.mktemp("registry"),
        platform("example", **says("published"), channels=[phone(US_LINE, regions=["US"])]),
    )
    scanner = Scanner(Checker(Store(folder, "test", today=TODAY), today=TODAY))
    yield lambda data, name="a.png": list(scanner.scan_stream(io.BytesIO(data), name))
    worker.stop()


def hits(results: list[Result]) -> list[Hit]:
    return [result for result in results if isinstance(result, Hit)]


def values(results: list[Result]) -> list[str]:
    return [reading.value for hit in hits(results) for reading in hit.verdict.readings]


@pytest.mark.parametrize(
    ("form", "options"), [("PNG", {}), ("JPEG", {"quality": 80}), ("WEBP", {}), ("BMP", {})]
)
def test_a_listed_number_is_read_and_not_listed(
    scan: Scan, form: str, options: dict[str, int]
) -> None:
    results = scan(saved(drawn(f"Example support: {LISTED}"), form, **options))
    (hit,) = hits(results)
    assert (hit.origin, hit.verdict.status, hit.verdict.exit) == ("picture", Status.UNKNOWN, 3)
    assert hit.verdict.reasons[0].code == "from-picture"
    assert values(results) == [US_LINE]


def test_a_picture_can_warn(scan: Scan) -> None:
    results = scan(saved(drawn("Example support: +44 7700 900123", dark=True)))
    (hit,) = hits(results)
    assert (hit.verdict.level, hit.verdict.claim) == ("danger", "example")
    assert "from-picture" in [reason.code for reason in hit.verdict.reasons]


def test_a_misread_digit_accuses_nobody(scan: Scan) -> None:
    """One digit from a listed number: read wrongly as likely as shown to deceive."""
    (hit,) = hits(scan(saved(drawn("+1 202 555 0124"))))
    assert (hit.verdict.status, hit.verdict.level) == (Status.UNKNOWN, "warning")


@pytest.mark.parametrize(
    ("written", "value", "level"),
    [
        ("https://example.com/help", "https://example.com/help", "warning"),
        ("HTTPS://OTHER-SITE.COM/X", "https://other-site.com/X", "warning"),
        (f"tel:{US_LINE}", US_LINE, "warning"),
        (f"Example support: {LISTED}", US_LINE, "warning"),
        ("MECARD:N:Example support;TEL:+447700900123;;", "+447700900123", "danger"),
    ],
)
def test_codes(scan: Scan, written: str, value: str, level: str) -> None:
    results = scan(saved(qr_code(written)))
    assert value in values(results)
    assert {hit.origin for hit in hits(results)} == {"qr-code"}
    assert level in {hit.verdict.level for hit in hits(results)}
    assert all(hit.verdict.level != "listed" for hit in hits(results))


def test_each_page_of_a_picture(scan: Scan) -> None:
    pages = [drawn("nothing here"), drawn(f"call {LISTED}")]
    results = scan(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), "fax.tif")
    (hit,) = hits(results)
    assert hit.at.section
    assert (hit.at.section.page, hit.at.line) == (2, None)


def test_turned_by_its_camera(scan: Scan) -> None:
    picture = drawn(f"call {LISTED}").rotate(90, expand=True)
    exif = picture.getexif()
    exif[0x0112] = 6  # turn right to see it upright
    assert US_LINE in values(scan(saved(picture, "JPEG", exif=exif, quality=90)))


def test_a_picture_never_gives_an_all_clear(scan: Scan) -> None:
    for picture in (drawn("hello"), drawn(f"Example support: {LISTED}"), qr_code(US_LINE)):
        tally = Tally()
        for result in scan(saved(picture)):
            tally.add(result)
        assert not tally.is_whole
        assert tally.exit not in {Exit.LISTED, Exit.NO_CONTACT}


def test_a_picture_that_claims_to_be_huge(scan: Scan) -> None:
    data = bytearray(saved(drawn("x")))
    data[16:24] = (100_000).to_bytes(4, "big") * 2  # the size in a PNG file's header
    (note,) = scan(bytes(data))
    assert isinstance(note, Skipped)
    assert note.reason in {"picture-too-large", "file-broken"}


def test_a_broken_picture(scan: Scan) -> None:
    notes = scan(saved(drawn(f"call {LISTED}"))[:300])
    assert [note.reason for note in notes if isinstance(note, Skipped)] == ["file-broken"]


def test_no_network_and_no_programs() -> None:
    """The process that reads files refuses both, so that no library can load anything."""
    for event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        with pytest.raises(PermissionError):
            child._refuse(event, ())
    child._refuse("open", ())


def test_everything_that_is_needed_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models come with the wheel: a process that can reach nothing reads a picture."""

    def refuse(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    worker.stop()
    *_, end = worker.answers(Ask(task="picture", data=saved(drawn(LISTED)), seconds=60))
    assert end == End("")


def test_words_of_a_line_are_joined_and_paragraphs_parted() -> None:
    words = [
        Words("555 0123", 200, 300, 11, 31),
        Words("+1 202", 100, 190, 10, 30),
        Words("next line", 100, 200, 36, 56),
        Words("far below", 100, 200, 150, 170),
    ]
    assert list(joined(words)) == ["+1 202  555 0123\n", "next line\n", "\n", "far below\n"]


def test_pictures_in_pdf_files(scan: Scan, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    drawn(f"Example support: {LISTED}").save(path, "PDF")
    (hit,) = hits(scan(path.read_bytes(), "scan.pdf"))
    assert hit.at.section
    assert (hit.at.section.page, hit.at.section.kind) == (1, "picture")
    assert (hit.origin, hit.verdict.level) == ("picture", "warning")


def test_reading_ends_at_its_deadline_and_says_so(tmp_path: Path) -> None:
    """A server can't wait as long as a person at a terminal."""
    worker.stop()  # so that the models are loaded within the time
    folder = write(tmp_path, platform(channels=[phone(US_LINE)]))
    checker = Checker(Store(folder, "test", today=TODAY), today=TODAY)
    scanner = Scanner(checker, file_seconds=0.1)
    start = time.monotonic()
    results = list(scanner.scan_stream(io.BytesIO(saved(drawn(LISTED))), "a.png"))
    assert time.monotonic() - start < 10
    assert [(r.reason, r.failed) for r in results if isinstance(r, Skipped)] == [("too-slow", True)]


def test_the_threads_of_a_server_take_turns() -> None:
    ask = Ask(task="picture", data=saved(drawn(LISTED)), seconds=60, clock_seconds=100)
    first = worker.answers(ask)
    text = next(first)
    late = msgspec.structs.replace(ask, clock_seconds=0.2)
    assert list(worker.answers(late)) == [End("too-slow")]
    assert [text, *first][-1] == End()
    assert list(worker.answers(ask))[-1] == End()


def test_a_picture_that_is_being_read_does_not_outlive_the_program() -> None:
    worker.stop()
    answers = worker.answers(Ask(task="picture", data=saved(drawn(*[LISTED] * 40)), seconds=60))
    ender = threading.Timer(0.3, worker.stop)
    ender.start()
    assert list(answers)[-1] == End("file-broken")
    ender.join()


def test_nothing_is_written_to_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library that runs the models would keep what it was used for, to send it to its maker."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    worker.stop()
    *_, end = worker.answers(Ask(task="picture", data=saved(drawn(LISTED)), seconds=60))
    worker.stop()
    assert end == End()
    assert list(tmp_path.iterdir()) == []
