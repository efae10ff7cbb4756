"""Other things than phone numbers that groups of digits may be: dates, amounts, versions, cards."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MONTH_BEFORE: Final = lazy_pattern(rf"(?<![^\W_]){_MONTH}\s?$", re.IGNORECASE)
# From so many on, digits that are separated one by one are a number.
_FEWEST_DIGITS: Final = 10
_SHORT_DATES: Final = frozenset({(2, 2, 2), (1, 2, 2), (2, 1, 2), (1, 1, 2)})
_DATED_LENGTHS: Final = frozenset({4, 8, 12, 14})
_CENTURIES: Final = frozenset({"19", "20"})
_DATE_PARTS: Final = frozenset(
    {(4, 2, 2), (4, 1, 2), (4, 2, 1), (4, 1, 1), (2, 2, 4), (1, 2, 4), (2, 1, 4), (1, 1, 4)}
)


def is_date(groups: tuple[str, ...], gaps: tuple[str, ...], before: str) -> bool:
    """Whether the groups are a date, a time stamp or a span of years."""
    first = len(groups[0])
    if (
        first > 2
        and first not in _DATED_LENGTHS
        and _CENTURIES.isdisjoint([group[:2] for group in groups[:3]])
    ):
        return False
    if _is_digit_by_digit(groups):
        return False
    if _is_short_date(groups, gaps):
        return True
    lengths = tuple(map(len, groups))
    if _is_year(groups[-1]) and gaps and gaps[-1].endswith("(") and ")" not in gaps[-1]:
        return True
    same = len(set(gaps[:2])) <= 1
    if lengths[:3] in _DATE_PARTS and same and gaps and gaps[0] in {"-", "/", ".", " "}:
        year, *rest = (
            (groups[0], groups[1], groups[2])
            if lengths[0] == 4
            else (
                groups[2],
                groups[0],
                groups[1],
            )
        )
        if _is_year(year) and all(1 <= int(part) <= 31 for part in rest):
            return True
    if len(groups) == 2 and _is_year(groups[0]) and _is_year(groups[1]):
        return True
    if _is_timestamp(groups[0]) and (len(groups) == 1 or lengths[1] in {4, 6, 2}):
        return True
    if lengths[:2] == (4, 4) and _is_timestamp(groups[0] + groups[1]):
        return True
    return lengths[0] <= 2 and is_after_month(before)


def _is_short_date(groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether the groups are a day, a month and the last digits of a year: `06/21/84`.

    With dots they may be a number: those of New Caledonia are written `20.12.34`.
    """
    if gaps != ("/", "/") or tuple(map(len, groups)) not in _SHORT_DATES:
        return False
    low, high = sorted(map(int, groups[:2]))
    return 1 <= low <= 12 and high <= 31


def is_after_month(before: str) -> bool:
    """Return True if the name of a month is right before the digits."""
    last = before[-1:] if before[-1:] != " " else before[-2:-1]
    return (last.isalpha() or last == ".") and _MONTH_BEFORE.search(before) is not None


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in {"19", "20"}


def _is_timestamp(digits: str) -> bool:
    """Whether eight or more digits are a year, a month, a day (and a time)."""
    if len(digits) not in {8, 12, 14} or digits[:2] not in {"19", "20"}:
        return False
    return 1 <= int(digits[4:6]) <= 12 and 1 <= int(digits[6:8]) <= 31


def are_amounts(groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether the groups are one number with thousands or decimals marked."""
    if len(groups) < 2 or len(set(gaps)) != 1:
        return len(groups) > 2 and set(gaps[:-1]) == {","} and gaps[-1] == "."
    mark = gaps[0]
    if len(groups) == 2 and mark in {".", ","}:
        return True
    thousands = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    return thousands and mark in {",", ".", " ", "_", "'", "\u00a0"}


def is_dotted(groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether the groups are an IP address, a version, or two decimals."""
    if len(groups) == 4 and gaps[0] == gaps[2] == "." and len(groups[2]) == 1:
        return True
    if set(gaps) != {"."} or len(groups) < 3 or _is_digit_by_digit(groups):
        return False
    if len(groups) == 4 and all(int(group) < 256 for group in groups):
        return True
    return any(len(group) == 1 for group in groups[1:]) or groups[0] == "0"


def _is_digit_by_digit(groups: tuple[str, ...]) -> bool:
    return len(groups) >= _FEWEST_DIGITS and max(map(len, groups)) == 1


def is_payment_card(digits: str) -> bool:
    """Whether the digits have the length and the check digit of a payment card."""
    firsts = {13: "4", 14: "3", 15: "3"}.get(len(digits), "23456")
    if not 13 <= len(digits) <= 19 or digits[0] not in firsts:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_book_number(digits: str) -> bool:
    """Whether the digits are an ISBN-13."""
    if len(digits) != 13 or digits[:3] not in {"978", "979"}:
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


def has_decimals(groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether the groups are several decimals: `12.1 - 23.71 - 23.45`, `80.585 [79.964]`."""
    if len(groups) < 4 or len(groups) % 2 or set(gaps[::2]) != {"."}:
        return False
    return "." not in gaps[1::2] and all(" " in gap for gap in gaps[1::2])
