"""Whose a contact is when a bank, or another company, speaks of a platform."""

import re
from collections.abc import Sequence
from typing import Final

from hotline_check.attribution.masked_sentence import masked
from hotline_check.attribution.owners.companies import (
    is_joined,
    is_labelled_by_company,
    is_paid,
    last_company,
    line_of_company,
)
from hotline_check.attribution.vocabulary import (
    BRAND,
    DESK,
    DESK_UNSPACED,
    HERE,
    LABELS,
    REACHES,
)
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.normalize.characters import small

# A sentence that offers the platform's own help, whoever says it.
_DESK_OF_PLATFORM: Final = lazy_pattern(
    rf"""
    {BRAND}(?:['\u2019]s)?[ ](?:\w+[ ]){{0,2}}?(?:{DESK})(?!\w)  # "Coinbase support"
    | (?<!\w)(?:{DESK})[ ](?:desk[ ])?                            # "the support desk of Coinbase"
        (?:at|of|for|from|by|de|del|von|der|da|di)[ ](?:the[ ])?{BRAND}
    | {BRAND}[^\n\u3002{HERE}]{{0,6}}?(?:{DESK_UNSPACED})
    | (?<!\w)(?:{REACHES})[ ](?:the[ ])?{BRAND}                  # "call Coinbase at ..."
    # "Coinbase: ...", but not "complaints about Coinbase: ..."
    | (?<!\babout[ ])(?<!\bwith[ ])(?<!\bto[ ]){BRAND}(?:(?:{LABELS})(?!\w)|[^\w{HERE}\n])*+{HERE}
    | {HERE}\W+(?:is|=)\W+{BRAND}
    """,
    re.VERBOSE,
)
# Somebody who is paid with the platform speaks, and gives their own contact.
_USED: Final = lazy_pattern(
    rf"""
    (?: (?<!\w)(?!(?:everyone|everybody|who|that|which|it)\b)\w+[ ](?:uses|accepts|takes)
      | \bwe[ ](?:only[ ])?(?:use|accept|take)
      | \bpa(?:y|ys|id|ying)[ ](?:\w+[ ]){{0,3}}?(?:with|via|by|through|using) )
    [ ]{BRAND}[ ]?[:,;\u2013-]                                   # "Acme uses Coinbase: ..."
    """,
    re.VERBOSE,
)
# One of these is in each of them, asked before: a contact's sentence may be long.
_USES: Final = tuple(
    f"{word} {BRAND}"
    for word in (
        *("use", "uses", "accept", "accepts", "take", "takes", "with", "via", "by", "through"),
        "using",
    )
)
# What only the platform itself would say: "your Coinbase account is locked".
_SPEAKS_FOR_PLATFORM: Final = lazy_pattern(
    rf"""
    \byour\W+{BRAND}\W+(?:\w+\W+){{0,2}}?
        (?:is|are|was|were|has|have|will|may|got|at[ ]risk|hacked|locked)\b
    """,
    re.VERBOSE,
)


def is_of_company(
    sentence: str, text: str, place: tuple[int, int], mentions: Sequence[Mention]
) -> bool:
    """Return True where a contact is that of a company which speaks of the platform.

    sentence: that of the contact, in small letters, with the brand and the contact replaced.
    place: where the sentence begins in the text, and where the contact does. mentions: those of
    the platform.
    """
    start, at = place
    if is_labelled_by_company(text, start, at, mentions):
        return True
    if any(map(sentence.__contains__, _USES)) and _USED.search(sentence):
        return True
    line = line_of_company(text, at, mentions)
    if line is None or _DESK_OF_PLATFORM.search(sentence):
        return False
    return not _SPEAKS_FOR_PLATFORM.search(small(masked(text, line, at, mentions)))


def is_still_of_platform(
    text: str, place: tuple[int, int], brand: Mention, mentions: Sequence[Mention]
) -> bool:
    """Return True where the company between a platform and a contact owns nothing.

    So it is paid by the platform that speaks ("Coinbase: payment to HSBC ..."), or named along
    with its help ("Coinbase support with Chase").
    """
    start, at = place
    company = last_company(text, start, at)
    if company is None or company[0] < brand.end:
        return False
    return is_paid(text, start, company) or is_joined(text, company, mentions)
