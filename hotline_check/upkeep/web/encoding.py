"""Decode the bytes of a page by the rules that browsers follow."""

import codecs
import re

# Charset label -> codec. Browsers decode some labels as a superset (WHATWG Encoding Standard).
# Unlisted labels are not used on the web; and some of Python's codecs (`idna`,
# `unicode_escape`) are no charsets, so a page must not choose them.
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-2": "iso8859-2",
    "iso-8859-9": "cp1254",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1254": "cp1254",
    "windows-1256": "cp1256",
    "windows-1258": "cp1258",
    "koi8-r": "koi8-r",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "windows-31j": "cp932",
    "euc-jp": "euc-jp",
    "iso-2022-jp": "iso2022-jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "windows-874": "cp874",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_PAGE = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META_WITHIN = 4096


def decode_page(body: bytes, content_type: str) -> str | None:
    """Decode a page: byte order mark, then header, then `<meta>`, then UTF-8, then Latin.

    Broken sequences become U+FFFD. Returns None for binary data.
    """
    text = _decoded(body, content_type)
    return None if "\0" in text[:_META_WITHIN] else text


def _decoded(body: bytes, content_type: str) -> str:
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return body.decode(codec, "replace")
    named = _IN_HEADER.search(content_type)
    codec = _CODECS.get(named[1].lower(), "") if named else ""
    if not codec and (meta := _IN_PAGE.search(body, 0, _META_WITHIN)):
        codec = _CODECS.get(meta[1].decode("ascii").lower(), "")
        # A `<meta>` that is readable as ASCII proves that the page is not UTF-16.
        codec = "utf-8" if codec.startswith("utf-16") else codec
    if codec:
        return body.decode(codec, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
