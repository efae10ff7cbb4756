"""One reading of a charset's label, for files, mails and fetched pages."""

import pytest
import webencodings
from webencodings.labels import LABELS

from hotline_check.charsets import codec, web_codec
from hotline_check.documents.encodings import pieces
from hotline_check.upkeep.web.encoding import decode_page

UNREADABLE = {"replacement", "x-user-defined"}


def test_a_label_of_browsers_is_read_alike_everywhere() -> None:
    labels = [label for label, name in LABELS.items() if name not in UNREADABLE]
    assert len(labels) > 200
    for label in labels:
        assert web_codec(label) is not None, label
        assert web_codec(label.upper()) == codec(f' "{label}"') == web_codec(label), label


@pytest.mark.parametrize("label", [k for k, name in LABELS.items() if name in UNREADABLE])
def test_a_page_in_what_browsers_refuse_names_nothing(label: str) -> None:
    assert webencodings.lookup(label) is not None
    assert web_codec(label) is None


@pytest.mark.parametrize(
    ("label", "wider"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("shift_jis", "cp932"),
        ("windows-31j", "cp932"),
        ("x-sjis", "cp932"),
        ("euc-kr", "cp949"),
        ("big5", "big5hkscs"),
        ("us-ascii", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("tis-620", "cp874"),
    ],
)
def test_a_label_that_names_more_than_it_says(label: str, wider: str) -> None:
    assert web_codec(label) == wider


@pytest.mark.parametrize("label", ["unicode_escape", "idna", "punycode", "utf-7", "rot13", "", "é"])
def test_what_is_no_charset(label: str) -> None:
    assert codec(label) is None


def test_mails_also_use_what_browsers_refuse() -> None:
    assert codec("iso-2022-kr") == "iso2022_kr"
    assert web_codec("iso-2022-kr") is None


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("windows-31j", "①電話"),
        ("x-sjis", "電話"),
        ("windows-874", "โทร"),
        ("windows-1253", "τηλέφωνο"),
        ("koi8-u", "дзвоніть"),
        ("macintosh", "téléphone"),
    ],
)
def test_a_page_reads_the_same_saved_and_fetched(label: str, text: str) -> None:
    name = web_codec(label)
    assert name is not None
    data = text.encode(name)
    saved = "".join(piece.text for piece in pieces([data], label))
    assert saved == decode_page(data, f"text/html; charset={label}") == text
