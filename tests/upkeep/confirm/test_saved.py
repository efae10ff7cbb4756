"""Pages saved by a browser, SingleFile or a crawler confirm channels without the network."""

import datetime as dt
import email.policy
import gzip
import os
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import Registry
from hotline_check.registry.models import Channel, Platform
from hotline_check.upkeep.confirm.journal import Memory
from hotline_check.upkeep.confirm.models import Report
from hotline_check.upkeep.confirm.run import confirm_saved
from hotline_check.upkeep.confirm.saved import SavedPage, bare, saved_pages
from tests.upkeep.conftest import find
from tests.upkeep.test_live import LONG, PHONE, channel

DAY = dt.date(2031, 5, 6)
HELP = "http://example.com/help"
TEXT = f"<p>{PHONE}</p>{LONG}"
NOON = 1_935_835_200  # of DAY


def platform(*channels: Channel, name: str = "example") -> Platform:
    return Platform(
        id=name,
        name=name.title(),
        kind="exchange",
        status="active",
        phone_policy="published",
        domains=(f"{name}.com",),
        channels=channels,
        country="US",
    )


ONE = platform(channel("phone", PHONE, HELP))


def saved_by_chrome(html: str, url: str = HELP) -> bytes:
    return f"<!-- saved from url=(0023){url} -->\n<html><body>{html}</body></html>".encode()


def saved_by_single_file(html: str, url: str = HELP, date: str = "Mon May 05 2031") -> bytes:
    when = f"{date} 09:10:11 GMT+0100 (x)"
    note = f"<!--\n Page saved with SingleFile \n url: {url} \n saved date: {when}\n-->"
    return f"<!DOCTYPE html> <html><head>{note}</head><body>{html}</body></html>".encode()


def mhtml(html: str, url: str = HELP, date: str = "Sun, 04 May 2031 10:00:00 -0000") -> bytes:
    """A page as Chrome writes it: the page first, then its images, quoted-printable."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = url
    message["Date"] = date
    message.set_content(
        f"<html><body>{html} Ünïcode</body></html>", subtype="html", cte="quoted-printable"
    )
    message.make_related()
    message.add_related(b"GIF89a", maintype="image", subtype="gif")
    frame = "<html><body>+1 202 555 0111</body></html>"
    message.add_related(frame, subtype="html")
    return message.as_bytes()


def warc(*pages: tuple[str, str, str, str], gzipped: bool = True) -> bytes:
    """A crawler's file of (url, status, content type, body), each with its metadata before it."""
    records = []
    for url, status, kind, body in pages:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}"
        records += [_record("metadata", url, "x"), _record("response", url, answer)]
    return b"".join(map(gzip.compress, records) if gzipped else records)


def _record(kind: str, url: str, content: str) -> bytes:
    mime = "application/http; msgtype=response" if kind == "response" else "text/plain"
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000000>",
        "WARC-Date": "2031-05-03T10:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": mime,
        "Content-Length": str(len(content.encode())),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n{content}\r\n\r\n".encode()


def put(folder: Path, name: str, content: bytes, written: int = NOON) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (written, written))
    return path


def pages_of(path: Path) -> list[SavedPage]:
    return list(saved_pages(path, DAY))


def report_on(
    path: Path, *platforms: Platform, state: Path | None = None, only: tuple[str, ...] = ()
) -> Report:
    known = Registry(platforms=platforms or (ONE,), reported=(), authorities=(), files={})
    with Memory(state or path.parent / "state.jsonl") as memory:
        report = confirm_saved(known, pages_of(path), memory, DAY, only=only, find=find)
        memory.finish()
    return report


FORMS = {
    "page.html": (saved_by_chrome(TEXT, HELP + "?x=1#top"), DAY),
    "canonical.html": (f'<link rel="canonical" href="{HELP}/">{TEXT}'.encode(), DAY),
    "canonical-last.htm": (f'<link href="{HELP}" rel="canonical">{TEXT}'.encode(), DAY),
    "single.html": (saved_by_single_file(TEXT), dt.date(2031, 5, 5)),
    "page.mhtml": (mhtml(TEXT), dt.date(2031, 5, 4)),
    "page.MHT": (mhtml(TEXT, HELP + "#top"), dt.date(2031, 5, 4)),
    "crawl.warc": (warc((HELP, "200 OK", "text/html", TEXT), gzipped=False), dt.date(2031, 5, 3)),
    "crawl.warc.gz": (warc((HELP + "?a", "200 OK", "text/html", TEXT)), dt.date(2031, 5, 3)),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_saved_page_confirms_a_channel(tmp_path: Path, name: str) -> None:
    content, day = FORMS[name]
    report = report_on(put(tmp_path, name, content))
    (each,) = report.confirmed
    assert (each.value, each.sighting.url, each.sighting.how) == (PHONE, HELP, "stored-copy")
    assert each.sighting.seen == day
    assert (report.platforms, report.pages, report.strangers) == (1, 1, ())


def test_a_long_address_that_the_browser_encodes(tmp_path: Path) -> None:
    url = HELP + "/how-to-reach-us" * 10
    content = mhtml(TEXT, url)
    assert b"=?utf-8?q?" in content
    report = report_on(put(tmp_path, "a.mhtml", content), platform(channel("phone", PHONE, url)))
    assert [c.sighting.url for c in report.confirmed] == [url]


def test_only_the_page_itself_counts_not_its_frames(tmp_path: Path) -> None:
    report = report_on(put(tmp_path, "page.mhtml", mhtml(TEXT)))
    assert report.candidates == ()


class TestDates:
    def test_a_page_is_never_younger_than_its_file(self, tmp_path: Path) -> None:
        later = saved_by_single_file(TEXT, date="Thu May 08 2031")
        assert [p.saved for p in pages_of(put(tmp_path, "a.html", later))] == [DAY]

    def test_nor_than_today(self, tmp_path: Path) -> None:
        file = put(tmp_path, "a.html", saved_by_chrome(TEXT), written=NOON + 10 * 86_400)
        assert [p.saved for p in pages_of(file)] == [DAY]

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.html", saved_by_single_file(TEXT, date="Mon Foo 99 2031")),
            ("a.mhtml", mhtml(TEXT, date="yesterday")),
            ("a.warc", FORMS["crawl.warc"][0].replace(b"2031-05-03T10:00:00Z", b"sometime")),
        ],
    )
    def test_a_date_that_cannot_be_read(self, tmp_path: Path, name: str, content: bytes) -> None:
        assert [p.saved for p in pages_of(put(tmp_path, name, content))] == [DAY]


class TestWhatIsNoPage:
    def test_a_part_without_a_page(self, tmp_path: Path) -> None:
        message = EmailMessage()
        message.set_content(b"GIF89a", maintype="image", subtype="gif")
        assert pages_of(put(tmp_path, "a.mhtml", message.as_bytes())) == []

    def test_a_page_inside_a_message(self, tmp_path: Path) -> None:
        broken = (
            b"Content-Type: text/html\nContent-Location: http://example.com/help\n\n"
            + TEXT.encode()
        )
        assert [p.addresses for p in pages_of(put(tmp_path, "a.mhtml", broken))] == [(HELP,)]

    def test_other_answers_of_a_crawl(self, tmp_path: Path) -> None:
        content = warc(
            (HELP, "404 Not Found", "text/html", TEXT),
            (HELP, "200 OK", "image/png", "x"),
            (HELP, "200 OK", "text/html; charset=utf-8", TEXT),
        )
        (page,) = pages_of(put(tmp_path, "a.warc.gz", content))
        assert page.content_type == "text/html; charset=utf-8"

    def test_a_file_of_another_kind(self, tmp_path: Path) -> None:
        with pytest.raises(HotlineError, match="saved-page-kind"):
            pages_of(put(tmp_path, "a.pdf", b"x"))

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(HotlineError, match="cannot-read"):
            pages_of(tmp_path / "a.html")
        with pytest.raises(HotlineError, match="cannot-read"):
            pages_of(tmp_path / "a.pdf")

    def test_a_crawl_without_its_library(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = put(tmp_path, "a.warc", b"")
        monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
        with pytest.raises(HotlineError, match="missing-extra"):
            pages_of(file)

    def test_a_page_that_shows_nothing(self, tmp_path: Path) -> None:
        report = report_on(put(tmp_path, "a.html", saved_by_chrome("<h1>404</h1>")))
        assert [(p.url, p.code) for p in report.unreadable] == [(HELP, "soft-404")]
        assert (report.confirmed, report.missed) == ((), ())


class TestFolders:
    def test_all_forms_at_once_and_what_a_browser_put_beside_them(self, tmp_path: Path) -> None:
        pages = tmp_path / "pages"
        for name, (content, _) in FORMS.items():
            put(pages, f"deep/{name}", content)
        put(pages, "page_files/frame.html", saved_by_chrome(LONG))
        put(pages, "notes.txt", b"x")
        put(pages, "else.html", saved_by_chrome(LONG, "http://example.net/a"))
        put(pages, "nameless.html", LONG.encode())
        report = report_on(pages)
        assert len(report.confirmed) == 1
        assert report.confirmed[0].sighting.seen == DAY  # the latest copy
        assert report.strangers == ("else.html: http://example.net/a", "nameless.html")

    def test_an_older_copy_does_not_take_a_later_ones_place(self, tmp_path: Path) -> None:
        pages = tmp_path / "pages"
        put(pages, "a.html", saved_by_chrome(TEXT))
        put(pages, "b.html", saved_by_single_file(LONG))
        report = report_on(pages)
        assert [c.sighting.seen for c in report.confirmed] == [DAY]

    def test_many_platforms(self, tmp_path: Path) -> None:
        pages = tmp_path / "pages"
        both = "http://shared.com/help"
        alpha = platform(channel("phone", PHONE, both), name="alpha")
        bravo = platform(channel("email", "help@bravo.com", both), name="bravo")
        put(pages, "a.html", saved_by_chrome(TEXT + "help@bravo.com", both))
        report = report_on(pages, alpha, bravo, ONE)
        assert {c.platform for c in report.confirmed} == {"alpha", "bravo"}
        assert report.platforms == 2
        only = report_on(pages, alpha, bravo, ONE, only=("bravo",))
        assert {c.platform for c in only.confirmed} == {"bravo"}

    def test_a_page_that_was_not_saved_says_nothing(self, tmp_path: Path) -> None:
        pages = tmp_path / "pages"
        put(pages, "a.html", saved_by_chrome(LONG))
        two = platform(channel("phone", PHONE, HELP, "http://example.com/more"))
        report = report_on(pages, two)
        assert report.missed == ()
        assert [c.value for c in report.unconfirmed] == [PHONE]


def test_one_copy_read_twice_is_one_miss(tmp_path: Path) -> None:
    """Else an old copy, read again a week later, would propose to retire the line."""
    file = put(tmp_path, "a.html", saved_by_chrome(LONG))
    state = tmp_path / "state.jsonl"
    known = Registry(platforms=(ONE,), reported=(), authorities=(), files={})
    for later in (0, 10):
        with Memory(state) as memory:
            today = DAY + dt.timedelta(days=later)
            (miss,) = confirm_saved(known, pages_of(file), memory, today, find=find).missed
            memory.finish()
        assert not miss.propose_retired


def test_bare() -> None:
    assert bare("https://example.com/a/?b#c") == "https://example.com/a"
