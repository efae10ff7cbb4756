"""A number as it was written, after its characters were made plain."""

from typing import NamedTuple


class Written(NamedTuple):
    """The digits of a rendering, and what else it says.

    groups: the digits as they stood together. region: the country that a hint in the text names.
    start, end: where the number itself stands in the text, without labels and hints.
    head, word, tail: the parts of a vanity number such as `1-800-FLOWERS`; then digits is empty.
    odd: letters are left that nothing explains.
    """

    digits: str
    plus: bool = False
    groups: tuple[str, ...] = ()
    region: str | None = None
    extension: str | None = None
    start: int = 0
    end: int = 0
    head: str = ""
    word: str = ""
    tail: str = ""
    odd: bool = False
