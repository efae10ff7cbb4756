"""Codes that a network carries out instead of ringing a number: call forwarding above all.

`**21*+1…#`, `*72 1…`, `##002#`: who dials one at a stranger's request hands over the calls.
"""

import re
from typing import Final

SERVICE_CODE: Final = "service-code"
"""The problem of a string that is, or holds, such a code."""

_CODE: Final = re.compile(
    r"""
    (?<![\w*#]) [*#]{1,3} \d{2,3} \* [\s+(]* \d(?:[\s().-]*\d){4,}   # **21*number#
    | (?<![\w*#]) [*#]{1,3} \d{2,3} (?:\*\d+)* \#                    # ##002#, *#21#
    | (?<![\w*#]) \* \d\d (?:[\s.,-]+[+(]? | [+(]) \d(?:[\s().-]*\d){6,}   # *72 number
    | (?<![\w*#]) \* \d\d 1? \d{10} (?!\d)                           # the same without a space
    | (?<![\w*#+]) \d{2,3} \* \+? \d{5,} (?:\*\d+)* \#
    """,
    re.VERBOSE,
)


def holds_service_code(unmasked: str) -> bool:
    """Whether a string in plain characters holds a code of a network."""
    if "*" not in unmasked and "#" not in unmasked:
        return False
    return _CODE.search(unmasked.replace("\x00", "")) is not None
