"""Words that make another number of the one beside them: `use 31 instead of 30`."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

_CORRECTION: Final = lazy_pattern(
    r"""
    # "the last digit is 1", "change the last two to 31", "new last four: 0143"
    \b (?: last | final | first | middle | correct | right | real )
        [ ] (?: [a-z0-9]{1,6} [ ] )? (?: digits? | numbers? | two | three | four | ending | end )
        (?: [ ] (?: is | are | to | should [ ] be | with | by ) | [ ]? [:=] ) [ ] \d{1,4} (?! \w )
    # "ends in 0143"
    | \b (?: ends? | ending ) [ ] (?: in | with | on ) [ ] \d{1,4} (?! \w )
    # "use 31 instead of 30", "replace 30 with 31", "a 9 for the last 0"
    | \b \d{1,4} [ ] (?: instead [ ] of | rather [ ] than | in [ ] place [ ] of )
        [ ] (?: the [ ] )? (?: (?: last | first | final ) [ ] )? \d{1,4} (?! \w )
    | \b (?: replace | swap | change | exchange ) [ ] (?: the [ ] )? (?: (?: last | first ) [ ] )?
        \d{1,4} [ ] (?: with | by | for | to | and | into ) [ ] (?: an? [ ] )? \d{1,4} (?! \w )
    # "后面加1", "改成31": digits of a card or an order are named before them
    | (?: 改[成为為] | [换換]成 | 变成 | 變成 | 替[换換]为 | [后後最尾][面位]?[再]?加 | 再加 | 加上
        | 减去 | 減去 | 去掉 | 末[两兩]?位是? | 最[后後][一两兩三四]?位是? ) [ ]? \d{1,4} (?! \w )
    | \b (?: add | subtract ) [ ] \d [ ] (?: to | from ) [ ] (?: the | each ) [ ] (?: last | digit )
    """,
    re.VERBOSE,
)
# One of these is in each of them, asked before the pattern is compiled.
_PARTS: Final = (
    *("digit", "ends in", "ends with", "ends on", "ending", "end in", "end with", "instead of"),
    *("rather than", "in place of", "replace ", "swap ", "change ", "last ", "first ", "numbers"),
    *("改", "换", "換", "变", "變", "加", "减", "減", "去掉", "位"),
)
# A payment card or an account, of which the last digits are often given.
_OTHER: Final = lazy_pattern(
    r"(?:\b(?:card|account|visa|mastercard|amex|ssn|iban|wallet|order|ticket|case)\b|[卡账帳户戶单單])"
    r"[^.!?\n]{0,24}\Z"
)


def corrections(lowered: str) -> Iterator[tuple[int, int]]:
    """Where a folded text in small letters says which digits to dial in place of others."""
    if not any(map(lowered.__contains__, _PARTS)):
        return
    for match in _CORRECTION.finditer(lowered):
        if not _OTHER.search(lowered, max(0, match.start() - 40), match.start()):
            yield match.span()
