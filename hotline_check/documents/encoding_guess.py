"""Which encoding the bytes of a text are in, when nothing names it and they are not UTF-8.

Each candidate reads the bytes as other characters. The likeliest is the one whose characters are
frequent in the languages that are written in it: a naive Bayes classifier over single characters,
which is right on a few words of Chinese, Japanese or Korean, and on longer texts of all others.
"""

import codecs
import math
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

# More text rarely changes the guess, and takes longer.
_ENOUGH: Final = 8_192
_DATA: Final = Path(__file__).with_name("common_characters.txt")
_WIDE: Final = frozenset({"gb18030", "big5", "cp932", "euc_jp", "cp949"})
_LATIN: Final = frozenset({"cp1252", "cp1250", "cp1254", "cp1258"})

# Costs are negative logarithms of probabilities.
_ASCII: Final = 3.4  # any one of thirty letters
_RARE: Final = 9.0  # a letter that is not in the data, of an alphabet
_RARE_WIDE: Final = 13.0  # the same, of thousands of characters
_ODD: Final = 4.0  # more, for what is no letter either
_BROKEN: Final = 25.0
# Words mix no two alphabets; a name of Latin letters within Chinese touches it.
_TOUCH: Final = re.compile(r"[A-Za-z](?=[^\x00-\x7f])|[^\x00-\x7f](?=[A-Za-z])")
_TOUCHES: Final = 6.0
_TOUCHES_WIDE: Final = 2.0
# A character and, without taking it, a word of ASCII after it that is no plain number.
_BEFORE_ADDRESS: Final = re.compile(
    r"[^\x00-\x7f](?P<before_address>(?=[A-Za-z0-9._+-]*[A-Za-z@_]|\Z))?"
)
_ADDRESS_BYTES: Final = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@_"
)
_RANK_SHIFT: Final = 4  # flattens the frequencies of the first ranks, as Mandelbrot's law does


class _Model(NamedTuple):
    """An encoding and the cost of each character that is frequent in its languages."""

    name: str
    costs: dict[str, float]

    def cost(self, data: bytes) -> float:
        """How unlikely it is that a text of these languages is written with these bytes."""
        text = data.decode(self.name, "replace")
        is_wide = self.name in _WIDE
        rare = _RARE_WIDE if is_wide else _RARE
        total = 0.0
        for char, count in Counter(text).items():
            if char.isascii():
                cost = _ASCII
            elif char == "\ufffd":
                cost = _BROKEN
            else:
                cost = self.costs.get(char) or rare + (0 if char.isalpha() else _ODD)
            total += count * cost
        if self.name not in _LATIN:
            touches = _TOUCHES_WIDE if is_wide else _TOUCHES
            total += touches * len(_TOUCH.findall(text))
        return total


@cache
def _models() -> tuple[_Model, ...]:
    found = []
    for line in _DATA.read_text("utf-8").splitlines():
        names, colon, characters = line.partition(": ")
        if not colon or line.startswith("#"):
            continue
        scale = math.log(sum(1 / (rank + _RANK_SHIFT) for rank in range(len(characters))))
        costs = {c: math.log(rank + _RANK_SHIFT) + scale for rank, c in enumerate(characters)}
        found += [_Model(name, costs) for name in names.split()]
    return tuple(found)


def guess(data: bytes) -> str:
    """The likeliest codec of a text that is not UTF-8.

    >>> guess("客服热线：4001234567".encode("gbk")), guess("Müller & Söhne".encode("cp1252"))
    ('gb18030', 'cp1252')
    """
    sample = data[:_ENOUGH]
    return min(_models(), key=lambda model: model.cost(sample)).name


class CarefulDecoder(codecs.IncrementalDecoder):
    """A decoder for an encoding that was only guessed, which changes no number and no address.

    Some characters of several bytes contain an ASCII letter or digit. If the guess is wrong, it
    belongs to the address or number after it, so such a character becomes U+FFFD there, which lets
    nothing that it touches be read.
    """

    def __init__(self, name: str) -> None:
        super().__init__("replace")
        self._name = name
        self._decoder = codecs.getincrementaldecoder(name)("replace")
        self._careful = _BEFORE_ADDRESS if name in _WIDE else None

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]  # bytes
        """The text; as many characters as the encoding's own decoder gives."""
        text = self._decoder.decode(data, final)
        return self._careful.sub(self._doubted, text) if self._careful else text

    def _doubted(self, found: re.Match[str]) -> str:
        char = found[0]
        data = char.encode(self._name, "replace")
        hides_digits = len(data) > 2 and not data[-1] & 0x80  # 4 bytes of GB 18030
        is_part = data[-1] in _ADDRESS_BYTES and found["before_address"] is not None
        return "\ufffd" if hides_digits or is_part else char
