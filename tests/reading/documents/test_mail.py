import base64
import quopri
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.documents import Block, Skipped
from hotline_check.documents.mail import lines, parser
from hotline_check.documents.models import Piece
from hotline_check.documents.source_map import Strip
from tests.reading.documents.test_text import CHINESE, read, text_of

MAIL = b"From: a@b.example\nTo: me@c.example\nSubject: Hi\n"


def mail(body: bytes, *fields: str) -> bytes:
    return MAIL + "".join(f"{field}\n" for field in fields).encode() + b"\n" + body


def paragraphs(data: bytes, name: str = "x.eml") -> list[str]:
    return [part.strip() for part in text_of(data, name).split("\n\n") if part.strip()]


def test_headers_that_people_answer_to_are_read() -> None:
    assert paragraphs(mail(b"body\n")) == ["a@b.example", "Hi", "body"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("=?utf-8?B?Q29pbiBTdXBwb3J0?=", "Coin Support"),
        ("=?utf-8?q?caf=C3=A9_=2B1?= 202", "café +1 202"),
        ("=?utf-8?B?5oKo?= =?utf-8?B?5aW9?=", "您好"),
        ("=?utf-8?B?5o==?= x", "\ufffd x"),
        ("=?utf-8?B?5o==?=\n =?gbk?Q?x?=", "\ufffdx"),
        ("=?utf-8?B?5?= x", "=?utf-8?B?5?= x"),
        ("=?utf-8?Q?=E6=82?=\n =?utf-8?Q?=A8?=", "您"),
        ("=?gb2312?B?xPq6ww==?= x", "您好 x"),
        ("=?shift_jis?B?g1KDQw==?=", "コイ"),
        ("call\n +1 202\n 555 0147", "call +1 202 555 0147"),
        ("=?no-such?Q?x?=", "=?no-such?Q?x?="),
        ("=?utf-8?X?x?=", "=?utf-8?X?x?="),
        ("plain 您好", "plain 您好"),
    ],
)
def test_encoded_words_are_read(field: str, text: str) -> None:
    data = f"Subject: {field}\nFrom: a@b.example\nX-A: b\n\nbody\n".encode()
    assert paragraphs(data)[0] == text


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("utf-8", "café 您好 +1 202 555 0147 " * 9),
        ("gbk", CHINESE * 4),
        ("shift_jis", "お電話ください。サポート\n" * 9),
        ("iso-2022-jp", "お電話ください。\nサポート\n"),
        ("iso-8859-1", "für Rückfragen\n" * 9),
    ],
)
def test_bodies_are_decoded(encoding: str, charset: str, text: str) -> None:
    raw = text.encode(charset)
    body = {
        "base64": base64.encodebytes(raw),
        "quoted-printable": quopri.encodestring(raw),
        "8bit": raw,
    }[encoding]
    fields = (
        f"Content-Type: text/plain; charset={charset}",
        f"Content-Transfer-Encoding: {encoding}",
    )
    assert text in text_of(mail(body, *fields), "x.eml")


def test_a_charset_that_is_not_named_is_found_out() -> None:
    assert CHINESE in text_of(mail(CHINESE.encode("gbk")), "x.eml")
    body = base64.encodebytes(CHINESE.encode("utf-16"))
    assert CHINESE in text_of(mail(body, "Content-Transfer-Encoding: base64"), "x.eml")


def test_every_part_of_text_is_read_however_deep() -> None:
    inner = EmailMessage()
    inner["Subject"] = "inner"
    inner.set_content("inner body")
    outer = EmailMessage()
    outer["From"] = "a@b.example"
    outer["Subject"] = "outer"
    outer.set_content("plain form")
    outer.add_alternative("<p>HTML <b>form</b></p>", subtype="html")
    outer.add_attachment(inner)
    outer.add_attachment(b"\x89PNG\0", maintype="image", subtype="png", filename="p.png")
    outer.add_attachment("as text", filename="note.txt")
    outer.add_attachment(
        b"by name", maintype="application", subtype="octet-stream", filename="b.csv"
    )
    outer.add_attachment(b"<i>page</i>", maintype="application", subtype="x", filename="c.HTML")
    data = outer.as_bytes()
    found = paragraphs(data)
    wanted = [
        "outer",
        "plain form",
        "HTML form",
        "inner",
        "inner body",
        "as text",
        "by name",
        "page",
    ]
    assert [each for each in found if each != "a@b.example"] == wanted
    (note,) = [n for n in read(data, "x.eml") if isinstance(n, Skipped)]
    assert (note.reason, note.args) == ("part-not-text", {"type": "image/png", "name": "p.png"})


def test_places_are_exact_or_those_of_the_encoded_line() -> None:
    html = base64.encodebytes(
        b"<p>first line of it all, so that there are several lines, call <b>+1 202 555 0147</b></p>"
    ).decode()
    data = (
        "From: a@b.example\nSubject: =?utf-8?B?Q29pbg==?= call +1 312 555 0147\n"
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_x\"\n\npreamble +1 999\n"
        "--=_x\nContent-Transfer-Encoding: quoted-printable\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
        "caf=C3=A9 call +1 413=\n 555=200147\n"
        "--=_x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + html +
        "--=_x--\nepilogue +1 999\n"
    )  # fmt: skip
    (block,) = read(data.encode(), "x.eml")
    assert isinstance(block, Block)

    def source(text: str) -> str:
        start = block.text.index(text)
        place = block.place(start)
        assert place.line == data[: place.offset].count("\n") + 1
        assert place.column == place.offset - data.rfind("\n", 0, place.offset)
        return data[place.offset : block.stop(start + len(text))]

    assert source("Coin") == "=?utf-8?B?Q29pbg==?="
    assert source("+1 312 555 0147") == "+1 312 555 0147"
    assert source("+1 413 555 0147") == "+1 413=\n 555=200147"
    assert source("+1 202 555 0147") in html
    assert source("preamble +1 999") == "preamble +1 999"
    assert source("epilogue +1 999") == "epilogue +1 999"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"no header at all\n",
        b"Subject: x",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x--\n--x\n",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nnever closed",
        b"Content-Type: multipart/mixed\n\nno boundary",
        b"Content-Type: multipart/mixed; boundary=\n\n--\n--\n",
        b"Content-Type: ;;;=?;\nContent-Transfer-Encoding: x\n\nbody",
        b"Content-Type: text/plain; charset*=x''%ff\n\nbody \xff",
        b"Content-Transfer-Encoding: base64\n\n!!!\nQ\nQQ=\n=\n",
        b"Content-Transfer-Encoding: quoted-printable\n\n=\n=Z =\xff==\n=",
    ],
)
def test_broken_mails_are_read_as_far_as_they_go(data: bytes) -> None:
    read(data, "x.eml")


@given(st.binary(max_size=300), st.booleans())
def test_no_mail_breaks_it(data: bytes, multipart: bool) -> None:
    head = b"Content-Type: multipart/mixed; boundary=\x00\r\n" if multipart else b""
    read(head + data, "x.eml")


def test_nesting_without_end_is_noted() -> None:
    data = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(500)
    )
    notes = [n for n in read(MAIL + data, "x.eml") if isinstance(n, Skipped)]
    assert [n.reason for n in notes] == ["part-too-deep"]


def test_an_unknown_encoding_is_noted() -> None:
    notes = read(mail(b"begin 644 x", "Content-Transfer-Encoding: x-uuencode"), "x.eml")
    assert [n.reason for n in notes if isinstance(n, Skipped)] == ["part-encoding"]


def test_a_mailbox_is_its_mails() -> None:
    data = b"From x@y Mon Nov 23 01:50:29 2026\n" + mail(b"one\n>From here\nFrom there\n")
    data += b"\nFrom x@y Mon Nov 23 01:50:29 2026\n" + mail(b"two\n")
    blocks = [b for b in read(data, "inbox") if isinstance(b, Block)]
    assert [b.opens for b in blocks] == [True, True]
    assert "one\nFrom here\nFrom there\n" in blocks[0].text
    at = blocks[0].text.index("From here")
    assert data[blocks[0].place(at).offset :].startswith(b"From here")
    assert blocks[0].place(at).column == 2
    at = blocks[1].text.index("two")
    assert data[blocks[1].place(at).offset :].startswith(b"two")
    assert blocks[1].place(at).line == data[: data.index(b"two")].count(b"\n") + 1


@pytest.mark.parametrize("name", ["x", "x.txt", "-"])
def test_a_mail_is_known_by_its_headers(name: str) -> None:
    assert "me@c.example" not in text_of(mail(b"x"), name)


def test_long_lines_are_taken_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST", 16)
    data = mail("a long line é 您好, and a boundary in it --x or not\n".encode() * 3)
    source = iter(data.splitlines(keepends=True))
    buffer = b""

    def readline(size: int) -> bytes:
        nonlocal buffer
        buffer = buffer or next(source, b"")
        part, buffer = buffer[:size], buffer[size:]
        return part

    items = parser.items(lines.Feed(lines.numbered(readline)))
    strip = Strip(item for item in items if isinstance(item, Piece))
    text = data.decode()
    assert text.partition("\n\n")[2] in strip.text
    at = strip.text.rindex("or not")
    assert text[strip.place(at).offset :].startswith("or not")


PARTS = b"--xx\nContent-Type: text/plain\n\none\n--xx\nContent-Type: text/html\n\n<p>t<b>wo\n"


@pytest.mark.parametrize("boundary", ['; boundary="xx', "; boundary=xx", "; boundary=yy", ""])
@pytest.mark.parametrize("end", [b"", b"--xx--\n", b"--xx--\nafter\n--xx\n\nlater\n"])
def test_parts_are_read_whatever_their_boundary_is_said_to_be(boundary: str, end: bytes) -> None:
    data = mail(b"before\n" + PARTS + end, f"Content-Type: multipart/mixed{boundary}")
    found = [each for each in paragraphs(data) if each != "--xx--"]
    assert found[2:5] == ["before", "one", "two"]
    assert [each for each in ("after", "later") if each not in text_of(data, "x.eml")] == (
        [] if b"after" in end else ["after", "later"]
    )


def test_parts_within_parts_need_no_boundary_either() -> None:
    inner = b"Content-Type: multipart/mixed\n\n--in\nContent-Type: text/plain\n\ndeep\n--in--\n"
    data = mail(b"--o\n" + inner + b"--o--\nend\n", "Content-Type: multipart/mixed; boundary=o")
    assert paragraphs(data)[2:] == ["deep", "end"]


@pytest.mark.parametrize(
    "body",
    [
        b"call +1 202 555 0147 now\n",
        b"Call\n+12025550147\nnow\n",
        b"+12025550147",
        b"see: you!\n" * 30 + b"+1 202 555 0147\n",
        base64.encodebytes("Coin 您好\n".encode() * 30) + b"\ncall +1 202 555 0147 now\n",
        base64.encodebytes(CHINESE.encode("gbk") * 9) + b"____\ncall +1 202 555 0147 now\n",
        b"words of no base64, at all\n" * 9_000 + b"+1 202 555 0147\n",
        base64.encodebytes(b"Coin\n" * 90) + b"foot: note\n" * 20_000 + b"+1 202 555 0147\n",
    ],
)
def test_what_is_no_base64_is_read_unchanged(body: bytes) -> None:
    data = mail(body, "Content-Transfer-Encoding: base64")
    text = text_of(data, "x.eml")
    assert "+1 202 555 0147" in text or "+12025550147" in text
    assert body.count(b"____") == 0 or CHINESE in text


@pytest.mark.parametrize("end", ["", "=", "==", "A"])
def test_base64_may_be_broken_where_mail_programs_accept_it(end: str) -> None:
    code = base64.b64encode(b"call +1 202 555 0147.").decode()
    dirty = "!\n".join(code[i : i + 9] for i in range(0, len(code), 9))
    twice = base64.b64encode(b"call").decode() + dirty.rstrip("=") + end
    assert "call +1 202 555 0147" in text_of(
        mail(twice.encode(), "Content-Transfer-Encoding: base64"), "x.eml"
    )


def test_headers_that_never_end_become_the_body() -> None:
    data = MAIL + (b"X-A: " + b"b" * 100 + b"\n") * 12_000 + b"X-B: +1 202 555 0147\n\nbody\n"
    assert "+1 202 555 0147" in text_of(data, "x.eml")


@pytest.mark.parametrize("charset", ["utf-16", "utf-32-le"])
def test_a_charset_that_can_not_be_is_not_believed(charset: str) -> None:
    data = mail(b"call +1 202 555 0147\n", f"Content-Type: text/plain; charset={charset}")
    assert "call +1 202 555 0147" in text_of(data, "x.eml")


WORDS = st.sampled_from(
    [b"--x", b"--x--", b"--y", b"", b"Content-Type: text/plain", b"Content-Type: multipart/mixed",
     b"Content-Type: multipart/mixed; boundary=y", b"Content-Transfer-Encoding: base64",
     b"aGVsbG8=", b"hello there"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_no_body_vanishes(before: list[bytes], after: list[bytes]) -> None:
    told = b"call +1 202 555 0147 now"
    body = b"\n".join([*before, told, *after])
    data = mail(body, "Content-Type: multipart/mixed; boundary=x")
    found = read(data, "x.eml")
    assert any(isinstance(each, Skipped) for each in found) or told.decode() in text_of(
        data, "x.eml"
    )
