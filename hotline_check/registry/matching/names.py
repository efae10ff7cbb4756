"""Platform names as people type them: one folded form for every spelling."""

import unicodedata

_PUNCTUATION = {code: None for code in range(128) if not chr(code).isalnum()}

_TRADE_MARKS = dict.fromkeys(map(ord, "™®©℠"))


def fold(name: str) -> str:
    """The form under which names are compared: compatibility letters, no case, no punctuation.

    >>> fold("Crypto.com"), fold("ＣＯＩＮＢＡＳＥ"), fold("Bit 2 Me")
    ('cryptocom', 'coinbase', 'bit2me')
    """
    if name.isascii():
        return name.lower().translate(_PUNCTUATION)
    name = name.translate(_TRADE_MARKS)
    wide = unicodedata.normalize("NFKC", name).casefold()
    return "".join(ch for ch in wide if ch.isalnum())


def printable(text: str) -> str:
    r"""A text without lone surrogates, as which undecodable bytes of an argument arrive.

    >>> printable("1\udcff2")
    '1?2'
    """
    return text.encode(errors="replace").decode()
