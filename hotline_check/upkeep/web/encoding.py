"""Decode the bytes of a page by the rules that browsers follow."""

import re

from hotline_check.charsets import IN_META, WEB_MARKS, web_codec

_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# The HTML standard asks for the first 1,024 bytes; real pages put comments before the element.
_META_WITHIN = 4096


def decode_page(body: bytes, content_type: str) -> str | None:
    """Decode a page: byte order mark, then header, then `<meta>`, then UTF-8, then Latin.

    Broken sequences become U+FFFD. Returns None for binary data.
    """
    text = _decoded(body, content_type)
    return None if "\0" in text[:_META_WITHIN] else text


def _decoded(body: bytes, content_type: str) -> str:
    for mark, name in WEB_MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    named = _IN_HEADER.search(content_type)
    codec = web_codec(named[1]) if named else None
    if not codec and (meta := IN_META.search(body, 0, _META_WITHIN)):
        codec = web_codec(meta[1].decode("ascii"))
        # A `<meta>` that is readable as ASCII proves that the page is not UTF-16.
        codec = "utf-8" if codec and codec.startswith("utf-16") else codec
    if codec:
        return body.decode(codec, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        # What browsers take for a page without a charset that is not UTF-8 (HTML standard, 13.2.3).
        return body.decode("cp1252", "replace")
