import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_check.charsets import codec
from hotline_check.documents import Block, Skipped, stream_blocks
from hotline_check.documents.blocks import _last_blank_line, cut
from hotline_check.documents.encoding_guess import CarefulDecoder
from hotline_check.documents.encodings import pieces
from hotline_check.documents.models import (
    Break,
    Item,
    Piece,
    Place,
)
from hotline_check.documents.source_map import Strip


def read(data: bytes, name: str = "x.txt", field: str | None = None) -> list[Block | Skipped]:
    return list(stream_blocks(io.BytesIO(data), name, field))


def text_of(data: bytes, name: str = "x.txt", field: str | None = None) -> str:
    blocks = read(data, name, field)
    return "".join(b.text[b.low : b.high] for b in blocks if isinstance(b, Block))


CHINESE = (
    "您好，我是客服，请立即致电联系我们，否则您的账户将被冻结。电话：＋１２０２５５５０１４７\n"
)
JAPANESE = "コインの交換所のサポートセンターです。お電話ください。電話番号\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("plain +1 202 555 0147\n", "ascii"),
        ("zażółć gęślą jaźń\n", "utf-8"),
        ("with a mark: é\n", "utf-8-sig"),
        (CHINESE, "utf-16"),
        (CHINESE, "utf-32"),
        ("no mark: +1 202 555 0147\n", "utf-16-le"),
        ("no mark: +1 202 555 0147\n", "utf-16-be"),
        (CHINESE, "gbk"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        ("코인베이스 고객센터로 전화 주세요. 계정이 잠겼습니다.\n", "euc_kr"),
        ("Ваш аккаунт заблокирован. Позвоните по телефону\n", "cp1251"),
        ("Ihr Konto wurde gesperrt, bitte rufen Sie für Rückfragen an\n", "latin-1"),
    ],
)
def test_encodings_are_found_out(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("客服热线：4001234567", "gbk"),
        ("请拨打400-123-4567", "gbk"),
        ("客服微信 kefu123", "gbk"),
        ("幣安客服：4001234567", "big5"),
        ("請撥打 02-1234-5678", "big5"),
        ("至急お電話ください 0120-123-456", "cp932"),
        ("コインチェック サポート 03-1234-5678", "euc_jp"),
        ("고객센터 1588-1234", "cp949"),
        ("Atención al cliente: 900 123 456", "cp1252"),
        ("Téléphone : 01 23 45 67 89", "cp1252"),
        ("100 € 0800 123456", "cp1252"),
        ("café", "cp1252"),
        ("Zákaznická linka: +420 123 456 789", "cp1250"),
        ("Obsługa klienta: 22 123 45 67", "cp1250"),
        ("Служба поддержки: +7 495 123-45-67", "cp1251"),
        ("Служба поддержки: 8 800 123-45-67", "koi8_r"),
        ("Εξυπηρέτηση πελατών: 210 123 4567", "cp1253"),
        ("Müşteri hizmetleri 0850 123 45 67", "cp1254"),
        ("שירות לקוחות 03-1234567", "cp1255"),
        ("خدمة العملاء 800 123 4567", "cp1256"),
        ("ฝ่ายบริการลูกค้า 02-123-4567", "cp874"),
    ],
)
def test_a_line_shows_its_encoding(line: str, encoding: str) -> None:
    assert text_of(line.encode(encoding)) == line
    assert text_of(f"Call us. {line}\nBye.\n".encode(encoding)) == f"Call us. {line}\nBye.\n"


@pytest.mark.few(2)
@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp932", "euc_jp", "cp949"])
@given(
    data=st.lists(
        st.one_of(
            st.sampled_from([b"coinbase.com", b"+1 888 908 7930", b"help@kraken.com", b" ", b"x"]),
            st.binary(min_size=1, max_size=3),
            st.builds(
                lambda lead, trail: bytes([lead, trail]),
                st.integers(0x81, 0xFE),
                st.sampled_from(b"09AGZaxz@_"),
            ),
            st.builds(lambda a, b: bytes([a, 0x34, b, 0x35]), *[st.integers(0x81, 0xFE)] * 2),
        ),
        min_size=1,
    ).map(b"".join)
)
def test_a_wrong_guess_changes_no_number_and_no_address(encoding: str, data: bytes) -> None:
    # What the bytes show in an encoding that leaves ASCII alone.
    written = {word.strip(b".") for word in re.findall(rb"[A-Za-z0-9._@]+", data)}
    numbers = {re.sub(rb"^[^0-9]+", b"", word) for word in written}
    text = CarefulDecoder(encoding).decode(data, True)
    for found in re.findall(r"(?<!\ufffd)(?<![\w.@])[\w.@]+", text, re.ASCII):
        word = found.encode().strip(b".")
        has_letters = re.search(rb"[A-Za-z_@]", word)
        assert not word or word in (written if has_letters else numbers)


def test_an_encoding_shows_where_ascii_ends() -> None:
    text = "a log line of plain ASCII\n" * 10_000 + CHINESE
    assert text_of(text.encode("gbk")) == text


@pytest.mark.parametrize("cut_at", range(1, 7))
def test_a_character_may_be_cut_by_a_chunk(cut_at: int) -> None:
    data = "aé好😀".encode()
    assert "".join(p.text for p in pieces([data[:cut_at], data[cut_at:]], "utf-8")) == "aé好😀"


@pytest.mark.parametrize(
    "text", ["+1 202 555 0143\ufffd", "\ufffd\ufffd", "\ufffd +1 202 555 0147"]
)
def test_characters_that_were_lost_before_are_utf_8(text: str) -> None:
    """A file that says where it lost characters is no file in another encoding."""
    assert text_of(text.encode()) == text


def test_broken_bytes_are_kept_as_marks() -> None:
    assert text_of("é".encode() * 9 + b"\xff +1 202 555 0147") == "é" * 9 + "\ufffd +1 202 555 0147"


@pytest.mark.parametrize(
    "name", ["idna", "unicode_escape", "base64", "rot13", "", "no such", "a\0b"]
)
def test_what_is_no_charset_is_refused(name: str) -> None:
    assert codec(name) is None


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01\0",
        b"text\0text",
        b"\x01\x02" * 9,
    ],
)
def test_binary_is_a_note(data: bytes) -> None:
    assert read(data, "a.txt") == [Skipped(reason="binary", file="a.txt")]


def test_nothing_gives_nothing() -> None:
    assert read(b"") == []


def test_lines_count_line_feeds() -> None:
    (block,) = read(b"one\r\ntwo\r\n  +1 202 555 0147\r\n")
    assert isinstance(block, Block)
    start = block.text.index("+1")
    assert block.place(start) == Place(12, 3, 3)
    assert block.stop(start + 15) == 27


LETTERS = "ab0123456789 +-\n\r\té好😀"


@given(st.text(LETTERS, max_size=400), st.integers(8, 40), st.integers(1, 7))
def test_blocks_are_the_text_and_lead_back_to_it(text: str, block: int, around: int) -> None:
    parts = [Piece(char, Place().after(text[:i])) for i, char in enumerate(text)]
    owned = ""
    for found in cut(parts, block, around):
        assert isinstance(found, Block)
        assert len(found.text) <= block + around + 1
        owned += found.text[found.low : found.high]
        for at in range(len(found.text)):
            place = found.place(at)
            assert text[place.offset] == found.text[at]
            assert found.stop(at + 1) == place.offset + 1
            assert place.line == text[: place.offset].count("\n") + 1
            assert place.column == place.offset - text.rfind("\n", 0, place.offset)
    assert owned == text


@given(st.text("ab\n\r\t ", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_the_last_blank_line_is_that_of_a_search_from_the_start(
    text: str, start: int, stop: int
) -> None:
    every = [line.end() for line in re.compile(r"\n[ \t]*\r?\n").finditer(text, start, stop)]
    assert _last_blank_line(text, start, stop, near=7) == (every[-1] if every else 0)


@given(st.text(LETTERS, min_size=200, max_size=900), st.integers(0, 880))
def test_a_number_at_a_cut_is_whole_in_the_block_that_owns_its_start(text: str, at: int) -> None:
    number = "+12025550147"
    text = text[:at] + number + text[at:]
    start = text.index(number)
    for found in cut([Piece(text, Place())], 64, 16):
        assert isinstance(found, Block)
        begin = found.place(0).offset
        if found.low <= start - begin < found.high:
            assert found.text[start - begin :].startswith(number)
            return
    pytest.fail("no block owns it")


def test_a_break_begins_a_document() -> None:
    parts: list[Item] = [Piece("a", Place()), Break(), Break(), Piece("b", Place(1, 1, 2))]
    assert [(b.text, b.opens) for b in cut(parts) if isinstance(b, Block)] == [
        ("a", True),
        ("b", True),
    ]


@given(st.lists(st.tuples(st.text(LETTERS, min_size=1, max_size=9), st.booleans())), st.data())
def test_a_part_of_a_strip_keeps_its_places(
    rows: list[tuple[str, bool]], data: st.DataObject
) -> None:
    strip = Strip()
    place = Place()
    for text, exact in rows:
        strip.add(Piece(text, place, None if exact else 99))
        place = place.after(text)
    start = data.draw(st.integers(0, len(strip)))
    end = data.draw(st.integers(start, len(strip)))
    part = Strip(strip.part(start, end))
    assert part.text == strip.text[start:end]
    assert all(part.place(i) == strip.place(start + i) for i in range(len(part)))
    assert all(part.stop(i) == strip.stop(start + i) for i in range(1, len(part) + 1))


def test_a_long_line_is_cut_between_words(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 50_000)
    with path.open("rb") as stream:
        blocks = [b for b in stream_blocks(stream, "long.txt") if isinstance(b, Block)]
    assert len(blocks) > 2
    assert all(b.text.startswith("word") for b in blocks)
    assert "".join(b.text[b.low : b.high] for b in blocks) == "word " * 50_000


def test_an_old_office_file_is_no_text() -> None:
    (found,) = read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Kraken +1 202 555 0147", "x.doc")
    assert isinstance(found, Skipped)
