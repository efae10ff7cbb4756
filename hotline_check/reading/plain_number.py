"""The numbers of long tables, most of which are written with their country code and nothing odd."""

import re
from typing import Final

from hotline_check.reading.models import Hints
from hotline_check.reading.phone.numbering_plan import NATIONAL_LEAD
from hotline_check.reading.phone.parse import BARE
from hotline_check.reading.phone.validity import after_plus, country_of, is_possible

_DIGITS: Final = frozenset("0123456789")
# Bytes are translated in a quarter of the time; every bare sign is one in Latin-1.
_ONE_BYTE: Final = "latin-1"
_SIGNS: Final = "".join(BARE - _DIGITS - {"+"}).encode(_ONE_BYTE)
_GROUP: Final = re.compile(r"[0-9]+")
_PREFIX: Final = "00"
# Australia's prefix begins with the common one.
_LONGER_PREFIX: Final = "0011"
# With which `NATIONAL_LEAD` begins, where a country code does.
_LEADS: Final = frozenset("18")


def plain_number(text: str, hints: Hints) -> str | None:
    """The E.164 value of a number that is written with its country code.

    None where `read` gives another value or several, assumes more than the international prefix
    and that a plan lacks the number, or finds no number: that is not read here.
    """
    if not BARE.issuperset(text):
        return None
    dialled = text.encode(_ONE_BYTE).translate(None, _SIGNS).decode(_ONE_BYTE)
    if text[:1] == "+":
        digits = dialled[1:]
        is_national = digits[:1] in _LEADS and bool(NATIONAL_LEAD.fullmatch(_first_group(text)))
    else:
        digits = dialled.removeprefix(_PREFIX)
        is_national = len(digits) == len(dialled) or dialled.startswith(_LONGER_PREFIX)
    parts = after_plus(digits) if digits.isdecimal() and not is_national else None
    if parts is None or not _is_possible(*parts, digits):
        return None
    nsn = parts[1]
    if text[0] != "+":
        if hints.region or hints.claim_regions or hints.locale_region:
            return None  # where `00` may be no international prefix
        if len(_first_group(text)) < len(dialled) - len(nsn):
            return None  # something is between the prefix and the end of the country code
    return f"+{digits}"


def _is_possible(code: int, nsn: str, digits: str) -> bool:
    """Return True for a number that a plan has, and for one that has the length of such a number.

    Not where `read` tries other meanings: a zero too many, a country code that is written twice,
    a national number.
    """
    country, is_valid = country_of(code, nsn)
    if is_valid:
        return country is not None
    if nsn.startswith(("0", str(code))) or NATIONAL_LEAD.match(digits):
        return False
    return is_possible(code, nsn)


def _first_group(text: str) -> str:
    """The first digits of a bare number, up to a sign."""
    group = _GROUP.search(text)
    return group[0] if group else ""
