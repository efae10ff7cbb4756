"""Plain characters: a text without its costume, character for character.

Every step keeps the text's length, so an offset into the plain text is an offset into the original.
The table itself is in `costumes`, loaded when a text has more than ASCII.
"""

from typing import Final

HIDDEN: Final = "\x00"
"""Stands for what is not seen: zero-width characters, marks, the rest of an entity or a word."""
SYMBOL: Final = "\x02"
"""Stands for any sign that is neither a bracket, a dash, a currency nor ASCII."""
PHONE: Final = "\x03"
"""Stands for a picture of a telephone."""


def plain(text: str) -> str:
    """The text without its costume, character for character."""
    if text.isascii():
        return text
    from hotline_check.reading.costumes import PLAIN  # ASCII needs no table

    return text.translate(PLAIN)
