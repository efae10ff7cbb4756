"""Fold platform names, so that all spellings compare equal."""

import unicodedata

_PUNCTUATION = {code: None for code in range(128) if not chr(code).isalnum()}

_TRADE_MARKS = dict.fromkeys(map(ord, "™®©℠"))


def fold(name: str) -> str:
    """The form for comparing names: NFKC, case folded, without punctuation.

    >>> fold("Crypto.com"), fold("ＣＯＩＮＢＡＳＥ"), fold("Bit 2 Me")
    ('cryptocom', 'coinbase', 'bit2me')
    """
    if name.isascii():
        return name.lower().translate(_PUNCTUATION)
    name = name.translate(_TRADE_MARKS)
    wide = unicodedata.normalize("NFKC", name).casefold()
    return "".join(ch for ch in wide if ch.isalnum())


def printable(text: str) -> str:
    r"""Replace lone surrogates, Python's form of undecodable bytes in an argument.

    >>> printable("1\udcff2")
    '1?2'
    """
    return text.encode(errors="replace").decode()
