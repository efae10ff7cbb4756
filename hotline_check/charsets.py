"""Charset labels -> codecs, as browsers and mail programs understand them."""

import codecs
import re
from functools import lru_cache

from hotline_check.lazy_pattern import lazy_pattern

# Byte order marks that browsers know, and the codecs that read them.
WEB_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Byte order marks of files.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    *WEB_MARKS,
)

# The charset that a page's `<meta>` names, in group 1.
IN_META = lazy_pattern(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

# Python's codecs that are no charsets, or (utf-7) hide text from whoever doesn't use them.
_NOT_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"})
# Labels that browsers know and decode as nothing, or as bytes.
_UNREADABLE = frozenset({"replacement", "x-user-defined"})


@lru_cache(maxsize=256)
def web_codec(label: str) -> str | None:
    """The codec for a label of the WHATWG Encoding Standard; None for any other.

    Some labels name more than they say: iso-8859-1 is windows-1252, gbk is gb18030.

    >>> web_codec("GB2312"), web_codec("x-sjis"), web_codec("unicode_escape")
    ('gb18030', 'cp932', None)
    """
    import webencodings  # only where a file or page names its charset

    found = webencodings.lookup(label)
    if found is None or found.name in _UNREADABLE:
        return None
    if label.strip().lower() == "utf-16":
        return "utf-16"  # which reads a byte order mark
    return "gb18030" if found.name == "gbk" else found.codec_info.name


@lru_cache(maxsize=256)
def codec(label: str | None) -> str | None:
    """The codec for a charset as files and mails name it; None for what is no charset.

    Mails also use charsets that browsers don't know, or refuse, such as iso-2022-kr.

    >>> codec("GB2312"), codec("ISO-8859-1"), codec("x-unheard-of")
    ('gb18030', 'cp1252', None)
    """
    name = (label or "").strip("\"' ")
    if found := web_codec(name):
        return found
    try:
        known = codecs.lookup(name).name
        "".encode(known)  # refuses what turns bytes into bytes
    except (LookupError, ValueError, UnicodeError):
        # Mails name charsets that never existed, such as `unknown-8bit`.
        return None
    if known in _NOT_CHARSETS:
        return None
    return web_codec(known.replace("_", "-")) or known
