import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hotline_check.checking import Checker
from hotline_check.documents import Input, Skipped
from hotline_check.documents.blocks import AROUND, BLOCK
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner, Tally
from hotline_check.verdict.models import Status
from tests.entries import GB_LINE, TODAY, US_FREE, US_LINE, US_OTHER, phone, platform, says, write

Scan = Callable[..., list[Hit]]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = write(
        tmp_path / "registry",
        platform("example", **says("published"), channels=[phone(US_LINE, regions=["US"])]),
        platform("zebra", **says("none", url="https://zebra.com/help"), aliases=["Zebra Pay"]),
    )
    return Store(folder, "test", today=TODAY)


@pytest.fixture
def scanner(store: Store) -> Scanner:
    return Scanner(Checker(store, today=TODAY))


@pytest.fixture
def scan(scanner: Scanner) -> Scan:
    def hits(text: str | bytes, name: str = "x.txt") -> list[Hit]:
        data = text if isinstance(text, bytes) else text.encode()
        return [r for r in scanner.scan_stream(io.BytesIO(data), name) if isinstance(r, Hit)]

    return hits


def values(hits: list[Hit]) -> list[str | None]:
    return [hit.verdict.reading.value if hit.verdict.reading else None for hit in hits]


def test_a_contact_is_judged_in_its_place(scan: Scan) -> None:
    (hit,) = scan("Hello.\r\nExample support: +1 202 555 0123, all day.\r\n")
    assert hit.verdict.status is Status.LISTED
    assert hit.verdict.input == hit.text == "+1 202 555 0123"
    assert (hit.at.file, hit.at.line, hit.at.column) == ("x.txt", 2, 18)
    assert (hit.at.start, hit.at.end) == (25, 40)
    assert hit.line == "Example support: +1 202 555 0123, all day."
    assert hit.line[slice(*hit.span)] == hit.text


def test_the_nearest_brand_is_the_claim(scan: Scan) -> None:
    text = f"Zebra Pay has {US_OTHER}.\n\nExample has {US_OTHER}.\n\nOr try {US_LINE} today."
    claims = [(hit.verdict.claim, hit.verdict.status) for hit in scan(text)]
    assert claims[:2] == [("zebra", Status.NO_PHONE_LINE), ("example", Status.NOT_LISTED)]


def test_an_address_ends_with_its_cell(scan: Scan) -> None:
    hits = scan("name,site,phone\nZebra,zebra.com,\nExample,example-help.com,\n", "list.csv")
    assert values(hits) == ["https://zebra.com/", "https://example-help.com/"]
    assert [hit.verdict.claim for hit in hits] == ["zebra", "example"]


def test_without_a_brand_there_is_no_claim(scan: Scan) -> None:
    (hit,) = scan(f"call {US_OTHER}")
    assert (hit.verdict.claim, hit.verdict.status) == (None, Status.UNKNOWN)


def test_a_claim_of_the_person_beats_the_text(store: Store) -> None:
    scanner = Scanner(Checker(store, today=TODAY, claim="zebra", direction="they-called"))
    (hit,) = scanner.scan_stream(io.BytesIO(f"Example: {US_OTHER}".encode()), "x")
    assert isinstance(hit, Hit)
    assert (hit.verdict.claim, hit.verdict.direction) == ("zebra", "they-called")


def test_a_number_without_country_is_read_where_its_platform_is(scan: Scan) -> None:
    (hit,) = scan("Example support: call (202) 555-0123 now")
    assert values([hit]) == [US_LINE]
    assert hit.verdict.status is Status.LISTED


def test_a_long_text_is_about_what_its_beginning_names(scan: Scan) -> None:
    filler = "Nothing is said here about anybody at all, for a long while. " * 20
    text = "Help with Zebra Pay\n\n" + f"{filler}\n\n" * 120 + f"Call {US_OTHER}\n"
    (hit,) = scan(text)
    assert hit.verdict.claim == "zebra"


def test_records_are_documents_of_their_own(scan: Scan) -> None:
    rows = f'{{"a": "Zebra Pay: {US_OTHER}"}}\n{{"a": "call {US_OTHER}"}}\n'
    assert [hit.verdict.claim for hit in scan(rows, "x.jsonl")] == ["zebra", None]


def test_repeats_get_the_same_verdict_and_their_own_text(scan: Scan) -> None:
    first, second = scan("Example: +1 202 555 0123\nExample: +1-202-555-0123\n")
    assert first.verdict.status is second.verdict.status is Status.LISTED
    assert second.verdict.input == "+1-202-555-0123"


def test_links_of_a_page_are_found_in_order(scan: Scan) -> None:
    page = f'<p>Example <a href="tel:{US_LINE}">at +1 312 555 0147</a> or {US_FREE}</p>'
    hits = scan(page, "x.html")
    assert values(hits) == [US_LINE, US_OTHER, US_FREE]
    assert [page[hit.at.start : hit.at.end] for hit in hits] == [hit.text for hit in hits]


@pytest.mark.few(5)
@pytest.mark.parametrize(
    "offset", [*range(BLOCK - 20, BLOCK + 5), *range(BLOCK - AROUND, BLOCK + AROUND + 20, 299)]
)
def test_a_number_across_a_block_is_found_once(scan: Scan, offset: int) -> None:
    filler = ("some words without any end " * 9_000)[:offset]
    text = f"{filler[:-1]} +1 202 555 0123 {filler}"
    (hit,) = scan(text)
    assert text[hit.at.start : hit.at.end] == hit.text == "+1 202 555 0123"


WORDS = st.sampled_from(
    [
        "Example ",
        "call ",
        US_LINE,
        " +1 (312) 555-0147 ",
        " é",
        "好",
        "\n",
        "\r\n",
        "\n\n",
        "😀 ",
        ". ",
    ]
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=60,
)
@given(text=st.lists(WORDS, max_size=60).map("".join))
def test_the_text_of_every_span_is_that_of_the_file(scanner: Scanner, text: str) -> None:
    data = text.encode("utf-16" if len(text) % 2 else "utf-8")
    hits = [r for r in scanner.scan_stream(io.BytesIO(data), "x") if isinstance(r, Hit)]
    for hit in hits:
        assert text[hit.at.start : hit.at.end] == hit.text
        assert hit.at.start is not None
        assert hit.at.line == text[: hit.at.start].count("\n") + 1
        assert hit.at.column == hit.at.start - text.rfind("\n", 0, hit.at.start)
        assert hit.line[slice(*hit.span)] == hit.text
    assert [h.at.start for h in hits] == sorted(h.at.start or 0 for h in hits)


def test_what_is_not_read_is_a_result(scanner: Scanner, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "b.txt").write_text(f"call {GB_LINE}")
    sources = [Input(name, tmp_path / name) for name in ("a.png", "b.txt", "c.txt")]
    seen: list[tuple[str, int]] = []
    results = list(scanner.scan(sources, lambda name, size: seen.append((name, size))))
    reasons = [r.reason if isinstance(r, Skipped) else r.text for r in results]
    assert reasons == ["binary", GB_LINE, "unreadable"]
    assert sum(size for name, size in seen if name == "b.txt") == len(f"call {GB_LINE}")


def test_what_nobody_could_read_prevents_all_listed(scanner: Scanner) -> None:
    def scan_all(text: str) -> list[Hit | Skipped]:
        return list(scanner.scan_stream(io.BytesIO(text.encode()), "x.txt"))

    clean = scan_all(f"Example support: {US_LINE}, daily 09:00-17:00.")
    assert tally(clean).exit == Exit.LISTED
    *hits, rest = scan_all(f"Example support: {US_LINE}\nor help @ mailhub . example")
    assert tally([*hits, rest]).exit == Exit.CANNOT_TELL
    assert isinstance(rest, Skipped)
    assert (rest.reason, rest.file, rest.line) == ("not-read", "x.txt", 2)


def test_what_was_not_read_is_no_news_beside_a_warning(scanner: Scanner) -> None:
    text = f"Example support: {US_OTHER}\nor help @ mailhub . example"
    (hit,) = scanner.scan_stream(io.BytesIO(text.encode()), "x.txt")
    assert isinstance(hit, Hit)


def tally(results: list[Hit | Skipped]) -> Tally:
    counts = Tally()
    for result in results:
        counts.add(result)
    return counts


def test_the_tally_tells_the_worst(scan: Scan) -> None:
    listed = scan(f"Example: {US_LINE}")
    unknown = scan(f"call {GB_LINE}")
    danger = scan(f"Zebra Pay: {US_OTHER}")
    unread = Skipped(reason="unreadable", failed=True)
    assert tally([]).exit is Exit.NO_CONTACT
    assert tally([Skipped(reason="version-control")]).exit is Exit.NO_CONTACT
    assert tally([Skipped(reason="unreadable", failed=True)]).exit is Exit.NOTHING_CHECKED
    assert tally([unread]).exit is Exit.NOTHING_CHECKED
    assert tally([*listed]).exit is Exit.LISTED
    assert tally([*listed, Skipped(reason="version-control")]).exit is Exit.LISTED
    assert tally([*listed, Skipped(reason="binary")]).exit is Exit.CANNOT_TELL
    assert tally([*listed, unread]).exit is Exit.CANNOT_TELL
    assert tally([*listed, *unknown]).exit is Exit.CANNOT_TELL
    assert tally([*listed, *unknown, *danger]).exit is Exit.DO_NOT_DIAL
    counted = tally([*danger, *danger, *listed])
    assert dict(counted.posed) == {"zebra": 2}
    assert counted.names == {"zebra": "Zebra"}


# Prints the process's highest memory in kB after a first part of the input, and at the end.
# Not `ru_maxrss`: a child begins with what its parent had, which hides all that it adds itself.
_PEAKS = """
import datetime as dt, io, sys
from pathlib import Path
from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner

unit = sys.argv[2].encode().decode("unicode_escape").encode()
name, first, size = sys.argv[3], int(sys.argv[4]), int(sys.argv[5])

def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])

class Endless(io.RawIOBase):
    done = 0
    after_first = None
    def readable(self): return True
    def readinto(self, target):
        if self.after_first is None and self.done >= first:
            self.after_first = peak()
        data = (unit * (len(target) // len(unit) + 1))[:min(len(target), size - self.done)]
        self.done += len(data)
        target[:len(data)] = data
        return len(data)

store = Store(Path(sys.argv[1]), "test", today=dt.date(2026, 11, 23))
scanner = Scanner(Checker(store, today=dt.date(2026, 11, 23)))
for _ in scanner.scan_stream(io.BufferedReader(io.BytesIO(unit * 3)), name):
    pass  # what is imported at the first use is not the file's
source = Endless()
for _ in scanner.scan_stream(io.BufferedReader(source), name):
    pass
print(source.after_first, peak())
"""
PARAGRAPH = (
    "The quick brown fox jumps over the lazy dog and it goes on without a word of anybody. " * 20
)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is Linux's to tell")
@pytest.mark.parametrize(
    ("first", "size"),
    [
        pytest.param(2_000_000, 2_800_000, id="2.8 MB", marks=pytest.mark.slow),
        pytest.param(2_000_000, 20_000_000, id="20 MB", marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize(
    ("unit", "name"),
    [
        (PARAGRAPH * 4 + "Call +1 202 555 0123.\\n\\n", "x.txt"),
        ("an endless line of words ", "x.txt"),
        ("<p>" + PARAGRAPH + "<!-- " + PARAGRAPH + " --></p>", "x.html"),
        ('{"a": "' + PARAGRAPH + '"}\\n', "x.jsonl"),
        ("From a@b Mon Nov 23 01:50:29 2026\\nSubject: x\\n\\n" + PARAGRAPH + "\\n\\n", "x.mbox"),
        ("Content-Type: text/plain\\n\\n" + PARAGRAPH + "\\n", "x.eml"),
    ],
    ids=["text", "line", "html", "json-lines", "mailbox", "mail"],
)
def test_memory_does_not_grow_with_the_file(
    store: Store, unit: str, name: str, first: int, size: int
) -> None:
    arguments = [str(store.folder), unit, name, str(first), str(size)]
    done = subprocess.run(
        [sys.executable, "-c", _PEAKS, *arguments], capture_output=True, text=True, check=True
    )
    after_first, at_end = map(int, done.stdout.split())
    assert at_end - after_first < (size - first) / 1.5 / 1000  # kB; all of it would be 1
