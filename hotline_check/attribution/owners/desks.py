"""Somebody else's desk in a sentence that warns of a platform's imitators, or of the platform."""

import re
from typing import Final

from hotline_check.attribution.vocabulary import BRAND, HERE
from hotline_check.lazy_pattern import lazy_pattern

# One of these is in each of the next, in small letters.
_MAY_WARN: Final = (
    *("phish", "scam", "fake", "fraud", "spoof", "imperson", "impost", "warn", "beware"),
    *("not accept", "class action", "lawsuit", "estaf", "arnaq", "betrug", "betrüg", "fälsch"),
    *("假", "谨防", "謹防", "钓鱼", "詐騙", "诈骗"),
)
_WARNS: Final = lazy_pattern(
    rf"""
    # the desk's contact first: "Acme helpdesk ...: Coinbase mails are phishing"
    ^(?=[^{BRAND}{HERE}]*\w)[^{BRAND}{HERE}]*{HERE}
      (?: [^\w\n]{{0,3}}[:\uff1a|\u2013\u2014-][^\n]*
        | [^\w\n]*(?:(?:has|have)[^\w\n]+)?(?:warn\w*|seen|says|alerts?|avisa|alerte)\b[^\n]* )
      (?: {BRAND}[^\n]*(?:phish\w*|scam\w*|fake\w*|spoof\w*|imperson\w*|impost\w*|estafa\w*
              |arnaque\w*|betrug\w*|betrüg\w*|fälsch\w*|\bcalls\b|anrufe\w*)
        | (?:scammers?|fake|phishing|spoofed|false|falso\w*|faux|falsche\w*|beware|warn\w*|谨防|謹防
            |假冒|诈骗|詐騙|钓鱼|(?:do(?:es)?[ ]not|don'?t|never)[ ]accept)[^\n]*{BRAND} )
    # "AARP helpline ... about Coinbase calls"
    | {HERE}\W+about\W+(?:\w+\W+)?{BRAND}\W+(?:phone\W+)?
        (?:calls|mails|e-?mails|texts|scams|fraud)\b
    # "Class action against Coinbase: call ..."
    | \b(?:class[ ]action|lawsuit)\W+(?:\w+\W+)?{BRAND}
    """,
    re.VERBOSE,
)
# So speaks who poses as the platform: "helpdesk ...: your Coinbase account, a fake login".
_TO_CUSTOMERS: Final = lazy_pattern(
    r"\b(?:your|yours|ihr|ihre|dein|tu|su|seu|sua|votre|ton)\b|[您你]的"
)


def warns_of_imitators(sentence: str) -> bool:
    """Return True where the contact of a sentence is that of whoever warns of the platform's name.

    sentence: in small letters, with the brand and the contact replaced.
    """
    if not any(map(sentence.__contains__, _MAY_WARN)):
        return False
    return bool(_WARNS.search(sentence)) and not _TO_CUSTOMERS.search(sentence)
