"""Countries as people call them: ISO codes of two and three letters, and names."""

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from hotline_check.errors import HotlineError
from hotline_check.registry.matching.names import fold
from hotline_check.registry.matching.phones import regions

_TABLE: Final = Path(__file__).with_name("regions.txt")  # made by benchmarks/make_regions.py
_LIKE_ENOUGH: Final = 0.75


def known_region(region: str) -> str:
    """The ISO 3166-1 code of a country. Raises HotlineError `no-such-region`.

    >>> [known_region(name) for name in ("hk", "UK", "USA", "South Korea", "德国", "Türkiye")]
    ['HK', 'GB', 'US', 'KR', 'DE', 'TR']
    """
    code = region.strip().upper()
    if re.fullmatch("[A-Z]{2}", code) and code in regions():
        return code
    folded = fold(region)
    if found := _names().get(folded):
        return found
    near = get_close_matches(folded, _names(), 1, _LIKE_ENOUGH) if len(folded) > 3 else []
    if near:
        raise HotlineError("no-such-region-near", got=region, near=_names()[near[0]])
    raise HotlineError("no-such-region", got=region)


@cache
def _names() -> dict[str, str]:
    """Folded names to codes. Two-letter codes never come here, so most checks don't read it."""
    table = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        code, _tab, names = line.partition("\t")
        table.update({fold(name): code for name in names.split("; ")})
    return table
