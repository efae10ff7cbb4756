"""Every part of a mail that holds text is read, whatever it is called; the rest is noted."""

import base64
from email.message import EmailMessage

import pytest

from hotline_check.documents import Block, Skipped
from tests.reading.documents.test_senders import contacts
from tests.reading.documents.test_text import read

HEAD = b"From: a@evil.net\nTo: me@example.net\nSubject: x\nMIME-Version: 1.0\n"
ARMOUR = b"-----BEGIN PGP MESSAGE-----\n\nhQ==\n"
CALL = "Call +1 202 555 0147 now."
PAGE = "<html><body><p>Call <b>+1 202</b> 555 0147 now.</p></body></html>"
CALENDAR = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nORGANIZER;CN=Example:mailto:help@exam\r\n ple.com\r\n"
    "DESCRIPTION:Your account\\, call +1 202 5\r\n\t55 0147\\nor visit https://evil.n\r\n et/x\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def part(kind: str, data: bytes, encoding: str = "base64", name: str = "") -> bytes:
    body = base64.encodebytes(data) if encoding == "base64" else data
    named = f'Content-Disposition: attachment; filename="{name}"\n' if name else ""
    head = f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n{named}\n".encode()
    outer = HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nhi\n--b\n'
    return outer + head + body + b"\n--b--\n"


def notes(data: bytes) -> list[str]:
    return [each.reason for each in read(data, "x.eml") if isinstance(each, Skipped)]


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("text/plain", "", CALL),
        ("text/enriched", "", CALL),
        ("text/x-unheard-of", "", CALL),
        ("TEXT/HTML", "", PAGE),
        ("application/octet-stream", "invoice.htm", PAGE),
        ("application/octet-stream", "invoice.HTML", PAGE),
        ("application/octet-stream", "invoice.shtml", PAGE),
        ("application/octet-stream", "note.txt", CALL),
        ("application/octet-stream", "", CALL),
        ("application/octet-stream", "", PAGE),
        ("application/x-unheard-of", "note", CALL),
        ("image/png", "p.png", CALL),
        ("image/svg+xml", "p.svg", f"<svg><text>{CALL}</text></svg>"),
        ("application/octet-stream", "p.svg", f"<svg><text>{CALL}</text></svg>"),
        ("application/xhtml+xml", "", PAGE),
        ("application/rss+xml", "", f"<rss>{CALL}</rss>"),
        ("application/ld+json", "", '{"a": "Call +1 202 555 0147"}'),
        ("text/calendar; method=REQUEST", "", CALENDAR),
        ("application/octet-stream", "invite.ics", CALENDAR),
        ("application/ics", "invite.ics", CALENDAR),
        ("message/delivery-status", "", CALL),
        ("text/rfc822-headers", "", f"Subject: {CALL}"),
        ("nonsense", "", CALL),
    ],
)
@pytest.mark.parametrize("encoding", ["base64", "8bit"])
def test_a_part_with_text_is_read(kind: str, name: str, text: str, encoding: str) -> None:
    data = part(kind, text.encode(), encoding, name)
    values = [each.readings[0].value for each in contacts(data) if each.readings]
    assert "+12025550147" in values
    assert notes(data) == []


def test_the_long_lines_of_a_calendar_are_unfolded() -> None:
    for data, name in (
        (part("text/calendar", CALENDAR.encode()), "x.eml"),
        (CALENDAR.encode(), "x.ics"),
    ):
        found = [(each.readings[0].value, each.origin) for each in contacts(data, name)][-3:]
        assert found == [
            ("help@example.com", "sender"),
            ("+12025550147", "text"),
            ("https://evil.net/x", "text"),
        ]


def test_a_calendar_knows_its_places() -> None:
    (block,) = read(CALENDAR.encode(), "x.ics")
    assert isinstance(block, Block)
    start = block.text.index("+1 202 555 0147")
    place = block.place(start)
    assert CALENDAR[place.offset : block.stop(start + 15)] == "+1 202 5\r\n\t55 0147"
    assert (place.line, place.column) == (5, 33)


INNER = (
    "From: help@example.com\r\nSubject: inner\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
    f"--c\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{CALL.replace('+', '=2B')}\r\n"
    "--c\r\nContent-Type: application/zip\r\n\r\nPK\x03\x04\0\r\n--c--\r\nmore: +1 202 555 0148\r\n"
)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("message/rfc822", ""),
        ("message/global", ""),
        ("application/octet-stream", "m.eml"),
        ("application/x-mimearchive", "m.mht"),
    ],
)
@pytest.mark.parametrize("encoding", ["base64", "8bit", "quoted-printable"])
def test_a_mail_within_a_mail_is_read_in_any_encoding(kind: str, name: str, encoding: str) -> None:
    inner = INNER.replace("=", "=3D") if encoding == "quoted-printable" else INNER
    data = part(kind, inner.encode(), encoding, name)
    found = [(each.readings[0].value, each.origin) for each in contacts(data)]
    assert found[1:] == [
        ("help@example.com", "sender"),
        ("+12025550147", "text"),
        ("+12025550148", "text"),
    ]
    assert notes(data) == ["archive-broken"]


def test_a_contact_in_an_encoded_mail_has_the_place_of_its_encoded_line() -> None:
    data = part("message/rfc822", INNER.encode())
    lines = data.decode().split("\n")
    (block, *_) = [each for each in read(data, "x.eml") if isinstance(each, Block)]
    for text in ("help@example.com", "+1 202 555 0147", "+1 202 555 0148"):
        start = block.text.index(text)
        place = block.place(start)
        code = base64.b64decode(lines[place.line - 1])
        after = base64.b64decode(lines[place.line])
        assert (
            text[:2].encode().replace(b"+", b"=2B") in code + after
            or text[:2].encode() in code + after
        )
        assert place.offset + len(lines[place.line - 1]) <= block.stop(start + 1) <= len(data)


@pytest.mark.parametrize(
    ("kind", "data", "encoding", "reason"),
    [
        ("image/jp2", b"\0\0\0\x0cjP  \r\n\x87\n", "base64", "part-not-text"),
        ("application/gzip", b"\x1f\x8b\x08xxx", "base64", "archive-broken"),
        ("application/pkcs7-mime", b"0\x82\x01\0\x06", "base64", "part-not-text"),
        (
            "application/octet-stream",
            b"-----BEGIN PGP MESSAGE-----\n\nhQ==\n",
            "7bit",
            "part-encrypted",
        ),
        ("text/plain", b"-----BEGIN PGP MESSAGE-----\n\nhQ==\n", "7bit", "part-encrypted"),
        ("text/plain", b"begin 644 x\n", "x-uuencode", "part-encoding"),
    ],
)
def test_what_cannot_be_read_is_noted(kind: str, data: bytes, encoding: str, reason: str) -> None:
    assert notes(part(kind, data, encoding)) == [reason]


def test_a_part_in_an_unknown_encoding_is_read_as_it_is() -> None:
    data = part("text/plain", CALL.encode(), "x-none")
    assert "+1 202 555 0147" in [each.text for each in contacts(data)]


def test_zero_bytes_hide_nothing() -> None:
    data = part("text/html", PAGE.replace("202", "2\x0002").encode())
    assert "+12025550147" in [each.readings[0].value for each in contacts(data)]


def test_a_mail_as_the_standard_library_writes_it() -> None:
    outer, inner = EmailMessage(), EmailMessage()
    inner["From"] = "Example <help@example.com>"
    inner.set_content(CALL)
    outer["From"] = '"help@example.com" <x@evil.net>'
    outer.set_content("see below")
    outer.add_attachment(inner)
    found = [(each.readings[0].value, each.origin) for each in contacts(outer.as_bytes())]
    assert found == [
        ("help@example.com", "sender"),
        ("x@evil.net", "sender"),
        ("help@example.com", "sender"),
        ("+12025550147", "text"),
    ]
