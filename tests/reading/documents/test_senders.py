"""The fields of a mail that say who wrote: everything in them is a sender's, whoever it names."""

import time
from email.headerregistry import AddressHeader
from email.policy import default

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hotline_check.documents import Block, Skipped
from hotline_check.documents.mail.address_fields import address_list
from hotline_check.documents.models import Piece, Place
from hotline_check.documents.source_map import Strip
from hotline_check.reading.models import Find, Hints
from hotline_check.scanning.contacts import Contacts
from tests.reading.documents.test_text import read

OWN = "=?utf-8?b?aGVscEBleGFtcGxlLmNvbQ==?="  # help@example.com


def contacts(data: bytes, name: str = "x.eml") -> list[Find]:
    finder = Contacts(Hints())
    return [
        found for b in read(data, name) if isinstance(b, Block) for found in finder.of(b)
    ]  # fmt: skip


def senders(field: str, name: str = "From") -> list[str]:
    data = f"{name}: {field}\nTo: me@example.net\nX-A: b\n\nbody\n".encode(
        "utf-8", "surrogateescape"
    )
    found = contacts(data)
    assert {each.origin for each in found} <= {"sender"}
    return [each.readings[0].value for each in found]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("Example <help@example.com>", ["help@example.com"]),
        ("help@example.com", ["help@example.com"]),
        ("help@example.com (x@evil.net)", ["help@example.com", "x@evil.net"]),
        # The name shows another address than the one that an answer goes to.
        ('"help@example.com" <x@evil.net>', ["help@example.com", "x@evil.net"]),
        ('"help@example.com"<x@evil.net>', ["help@example.com", "x@evil.net"]),
        (r'"help\@example.com" <x@evil.net>', ["help@example.com", "x@evil.net"]),
        ("help@example.com <x@evil.net>", ["help@example.com", "x@evil.net"]),
        (f"{OWN} <x@evil.net>", ["help@example.com", "x@evil.net"]),
        (f'"{OWN}" <x@evil.net>', ["help@example.com", "x@evil.net"]),
        ("=?utf-8?q?help=40example=2Ecom?= <x@evil.net>", ["help@example.com", "x@evil.net"]),
        ("Call +1 202 555 0147 <x@evil.net>", ["+12025550147", "x@evil.net"]),
        # Encoded words within an address, which RFC 2047 forbids and some programs decode.
        (f"{OWN}@evil.net", ["help@example.com", f"{OWN}@evil.net"]),
        (f"Example <{OWN}@evil.net>", ["help@example.com", f"{OWN}@evil.net"]),
        (f"{OWN}=?utf-8?Q?=00?=@evil.net", ["help@example.com", f"{OWN}=?utf-8?Q?=00?=@evil.net"]),
        (f"{OWN}=?utf-8?Q?=0A?=@evil.net", ["help@example.com", f"{OWN}=?utf-8?Q?=0A?=@evil.net"]),
        (f"x@{OWN}.evil.net", ["help@example.com"]),
        # Quoted local parts, comments, groups, obsolete syntax.
        ('"help@example.com x"@evil.net', ['"help@example.com x"@evil.net']),
        ('"help@example.com\n x" @ evil.net', ['"help@example.com x"@evil.net']),
        ("help(x)@example.com", ["help@example.com"]),
        ("x(help@example.com)@evil.net", ["help@example.com", "x@evil.net"]),
        ("x@evil.net(a (nested\\) help@example.com))", ["x@evil.net", "help@example.com"]),
        ("x @ evil . net", ["x@evil.net"]),
        ("Desk: x@evil.net, <y@evil.org>;", ["x@evil.net", "y@evil.org"]),
        ("Desk: x@evil.net;, z@evil.org", ["x@evil.net", "z@evil.org"]),
        ("<@evil.org:x@evil.net>", ["x@evil.net"]),
        ("a@evil.net,\r\n\tb@evil.org", ["a@evil.net", "b@evil.org"]),
        ('"Exa\n mple" <x@\n evil.net>', ["x@evil.net"]),
        # Broken ones.
        ("help@example.com@evil.net", ['"help@example.com"@evil.net']),
        ("help@example.com\x00@evil.net", ['"help@example.com"@evil.net']),
        ('"help@example.com <x@evil.net>', ["help@example.com", "x@evil.net"]),
        ("(help@example.com <x@evil.net>", ["help@example.com", "x@evil.net"]),
        ("<help@example.com> <x@evil.net>", ["help@example.com", "x@evil.net"]),
        ("<x@evil.net", ["x@evil.net"]),
        ("<help@example.com>@evil.net", ["help@example.com", "@evil.net"]),
        # RFC 6532: raw UTF-8.
        ("客服 <客服@evil.net>", ["客服@evil.net"]),
        ("例え <x@例え.com>", ["x@xn--r8jz45g.com"]),
        ("\udcff\udce4 <x@evil.net>", ["x@evil.net"]),
        ("=?utf-8?b?" + "YWFh" * 40 + "?=@evil.net", ["=?utf-8?b?" + "YWFh" * 40 + "?=@evil.net"]),
    ],
)
def test_what_is_shown_and_where_an_answer_goes_are_both_senders(
    field: str, values: list[str]
) -> None:
    assert senders(field) == values


@pytest.mark.parametrize(
    "name", ["From", "SENDER", "Reply-To ", "Return-Path", "Resent-From", "Mail-Followup-To"]
)
def test_every_field_that_says_who_wrote_is_a_senders(name: str) -> None:
    assert senders("<help@example.com>", name) == ["help@example.com"]


def test_the_subject_and_the_body_are_text() -> None:
    data = b"From: a@evil.net\nSubject: b@evil.net\nTo: c@evil.net\n\nd@evil.net\n"
    assert [(each.text, each.origin) for each in contacts(data)] == [
        ("a@evil.net", "sender"),
        ("b@evil.net", "text"),
        ("d@evil.net", "text"),
    ]


def test_the_sender_of_a_mail_within_a_mail_is_one() -> None:
    data = (
        b"From: a@evil.net\nTo: b\nContent-Type: message/rfc822\n\nFrom: c@evil.net\n\nd@evil.net"
    )
    assert [each.origin for each in contacts(data)] == ["sender", "sender", "text"]


def test_an_address_knows_its_place() -> None:
    data = f'Subject: x\nFrom: "{OWN}" <{OWN}@evil.net>, x @ evil.net\nTo: b\n\n'
    (block,) = read(data.encode(), "x.eml")
    assert isinstance(block, Block)
    for text, source in (
        ("help@example.com", OWN),
        (f"{OWN}@evil.net", f"{OWN}@evil.net"),
        ("x@evil.net", "x @ evil.net"),
    ):
        start = block.text.index(text)
        place = block.place(start)
        assert data[place.offset : block.stop(start + len(text))] == source
        assert place.line == 2


LINES = st.sampled_from(
    ["Help", " ", ".", "@", "help@example.com", "<x@evil.net>", '"a b"', '"c@d.net"', "(e)", ","]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=8).map("".join))
def test_the_standard_library_finds_no_other_address(value: str) -> None:
    try:
        parsed = default.header_factory("From", value)
    except (
        IndexError,
        AttributeError,
        TypeError,
        ValueError,
    ):  # some broken values, in Python 3.11
        assume(False)
    broken = bool(parsed.defects)
    assert isinstance(parsed, AddressHeader)
    text = "".join(piece.text for piece in address_list(Strip([Piece(value, Place())])))
    for address in parsed.addresses:
        if address.domain and not broken:
            assert f"@{address.domain}" in text


@settings(deadline=None)
@given(st.text('a@."<>(),:; \\=?\n\0', max_size=40))
def test_no_field_breaks_it(value: str) -> None:
    text = "".join(piece.text for piece in address_list(Strip([Piece(value, Place())])))
    assert text.count("a") >= value.count("a")


@pytest.mark.few(1)
@pytest.mark.parametrize(
    "part", ["(", '"', '\\"', "a.", "a@", "(a)", " ", "<", "=?", "[", "=?a?b?c?=", "a(b)@"]
)
@pytest.mark.slow
def test_long_fields_take_linear_time(part: str) -> None:
    field = Strip(Piece(part * (1_000 // len(part)), Place()) for _ in range(40))
    begun = time.process_time()
    for _ in address_list(field):
        pass
    assert time.process_time() - begun < 4


BODY = b"Q2FsbCArMSAyMDIgNTU1IDAxNDcgbm93Lg==\n"  # Call +1 202 555 0147 now.
ENCODED = b"Content-Transfer-Encoding: base64\nContent-Type: text/plain\n"


@pytest.mark.parametrize(
    "head",
    [
        b"garbage line one\nFrom: a@evil.net\nTo: b\n" + ENCODED,
        b"From: a@evil.net\nTo: b\ngarbage in between\n" + ENCODED,
        b"\n\nFrom: a@evil.net\nTo: b\n" + ENCODED,
        b"\xef\xbb\xbfFrom: a@evil.net\nTo: b\n" + ENCODED,
        b"HTTP/1.1 200 OK\n>From - some day\nFrom: a@evil.net\nTo: b\n" + ENCODED,
        b"From: a@evil.net\nTo: b\nContent-Transfer-Encoding : BASE64 (x)\n",
        b"From: a@evil.net\nTo: b\nContent-Transfer-Encoding: 7bit\n" + ENCODED,
        b'From: a@evil.net\nTo: b\nContent-Transfer-Encoding: "base64";\n',
        b"From: a@evil.net\nTo: b\nContent-Transfer-Encoding:\n base64\n",
        b"From: a@evil.net\nTo: b\0\n" + ENCODED,
    ],
)
@pytest.mark.parametrize("name", ["x.eml", "-"])
def test_the_body_is_decoded_whatever_is_wrong_with_the_headers(head: bytes, name: str) -> None:
    data = head + (b"" if name == "x.eml" else b"Subject: c\nDate: d\n") + b"\n" + BODY
    found = contacts(data, name)
    assert "+1 202 555 0147" in [each.text for each in found]
    assert [each.origin for each in found if each.text == "a@evil.net"] == ["sender"]


def test_text_among_the_headers_is_read_as_text() -> None:
    data = (
        b"From: a@evil.net\nTo: me@example.net\ncall +1 202 555 0147\nPhone: +1 202 555 0148\n"
        b"Content-Type: text/plain\n\nbody\n"
    )
    found = [(each.text, each.origin) for each in contacts(data)]
    assert found[1:] == [("+1 202 555 0147", "text"), ("+1 202 555 0148", "text")]


def test_a_body_without_a_blank_line_before_it_is_read() -> None:
    data = (
        b"From: a@evil.net\nTo: b\nSubject: x\ncall +1 202 555 0147\nnow\n\nmore +1 202 555 0148\n"
    )
    assert [each.text for each in contacts(data)][1:] == ["+1 202 555 0147", "+1 202 555 0148"]


def test_a_mail_of_zero_bytes_is_none() -> None:
    (note,) = read(b"\0" * 500, "x.eml")
    assert isinstance(note, Skipped)
    assert note.reason == "binary"
