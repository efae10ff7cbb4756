"""Characters that have no place in an entry."""

from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# Characters that a reviewer doesn't see, or that change what is seen next to them.
_HIDDEN: Final = lazy_pattern(
    "["
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; ESC steers a terminal
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b"  # soft hyphen, fillers, zero-width space
    r"\u061c\u200e\u200f"  # marks of the direction of writing
    r"\u2028-\u202e\u2060-\u206f"  # line breaks, and marks that turn the order of characters
    r"\u3164\ufeff\uffa0\ufff0-\ufffb"  # more fillers, the byte order mark, anchors of notes
    r"\ue000-\uf8ff\U000e0000-\U0010ffff"  # private use, and tags
    "]"
    # joiners are letters of the scripts from Arabic to Burmese, and nothing elsewhere
    r"|(?<![\u0600-\u109f])[\u200c\u200d]"
)


def hidden_in(text: str) -> str | None:
    """The first hidden character of a text."""
    found = None if text.isprintable() else _HIDDEN.search(text)
    return found.group() if found else None
