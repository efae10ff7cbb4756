"""Accounts that only their label gives away: `微信：binance_kf88`, `QQ:123456789`, `LINE ID: …`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find, Reading
from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.web.accounts.anchors import MESSENGERS, anchored
from hotline_check.reading.web.accounts.networks import NETWORKS
from hotline_check.reading.web.prefilter import join

_AROUND: Final = 64
# "WeChat ID", "QQ号码": what makes it the label of an id.
_NAMED: Final = (
    r"(?P<named>[ _-]?(?:id|user ?name|account|公众号|客服号?|账号|帐号|帳號"
    r"|号码?|號碼?|同号|群号?|아이디|계정))?"
)
_SIGN: Final = r"(?P<sign>[ '\"”」)】\]]{0,2}[:：=][ '\"“「(]{0,2}| (?:is|at) |[为為是]| {1,2})?"
# An account before the name of its network: `coinbase_help1 on Telegram`.
_ACCOUNT_BEFORE: Final = lazy_pattern(
    rf"""
    (?<![\w@.])
    (?P<id>@?[a-z](?=[a-z.]*[0-9_])[\w.]{{3,30}}\w)         # has a digit or an underscore
    [ ](?:on|at|via|in|auf|en|sur|em|no|su)[ ](?:our[ ])?   # "on ", "via our "
    (?P<network>{"|".join(MESSENGERS)})(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# Such an account can be no word of the sentence.
_NO_WORD: Final = lazy_pattern(r"[0-9_]|live:|@")
_VERBS: Final = frozenset({"is", "at"})
# Words that often follow the name of a network.
_WORDS: Final = frozenset(
    {"and", "are", "app", "bot", "for", "has", "official", "pay", "the", "web"}
)
# A word after a word: a sentence, such as `Skype: free calls`.
_GOES_ON: Final = lazy_pattern(r"['’]?[ ][a-z]|[’'][a-z]", re.IGNORECASE)


def labelled_accounts(text: str, lowered: bytes) -> Iterator[Find]:
    """The accounts of a text that follow the name of their network, in order.

    lowered: the text in small letters, in UTF-8.
    """
    for low, high in _around(sorted(anchored(text, lowered))):
        end = 0
        for find in sorted(_accounts(plain(text[low:high])), key=lambda each: each.start):
            if find.start >= end:
                end = find.end
                yield find.shifted(low).within(text)


def _around(anchors: Iterable[int]) -> list[tuple[int, int]]:
    """The stretches of a text around places in order, however many of them are near each other."""
    stretches: list[tuple[int, int]] = []
    for anchor in anchors:
        join(stretches, (max(0, anchor - _AROUND), anchor + _AROUND))
    return stretches


@cache
def _patterns(*, is_ascii: bool) -> dict[str, tuple[frozenset[str], re.Pattern[str]]]:
    """The hints of each network, and the pattern of a label and its account in a plain text.

    is_ascii: for texts in ASCII, labels need not be made plain, which takes a table.
    """
    fold = str if is_ascii else plain
    found = {}
    for network, (label, hints, ids) in NETWORKS.items():
        # Capitals of other scripts may look like Latin ones.
        forms = {fold(form).lower() for hint in hints for form in (hint, hint.upper())}
        pattern = lazy_pattern(
            rf"(?P<label>{fold(label)}){_NAMED}{_SIGN}(?P<id>{ids})(?![\w@]|[.:/][\w/])",
            re.IGNORECASE | re.ASCII,
        )
        found[network] = frozenset(forms), pattern
    return found


def _accounts(shown: str) -> Iterator[Find]:
    lowered = shown.lower()
    for network, (hints, pattern) in _patterns(is_ascii=shown.isascii()).items():
        if any(map(lowered.__contains__, hints)):
            for match in _matches(pattern, shown):
                yield _find(match, network)
    if any(map(lowered.__contains__, MESSENGERS)):
        for match in _ACCOUNT_BEFORE.finditer(shown):
            yield _find(match, match["network"].lower())


def _matches(pattern: re.Pattern[str], shown: str) -> Iterator[re.Match[str]]:
    """The accounts of a network; one may begin within what only looked like one."""
    match = pattern.search(shown)
    while match:
        is_account = _is_account(match)
        if is_account:
            yield match
        match = pattern.search(shown, match.end() if is_account else match.start() + 1)


def _find(match: re.Match[str], network: str) -> Find:
    start, end = match.span("id")
    readings = (_reading(match["id"], network),)
    return Find(start=start, end=end, text=match["id"], readings=readings)


def _is_account(match: re.Match[str]) -> bool:
    """Return True for the name of an account, False for a word of a sentence."""
    sign = (match["sign"] or "").strip()
    if _NO_WORD.search(match["id"]):
        return True
    named = match["named"]
    if sign in _VERBS and not named:
        return False  # "WhatsApp is encrypted"
    if not sign and (not named or named.strip().lower() == "account"):
        return not match["label"].isascii() and not _is_of_sentence(match)
    return bool(named) or not _GOES_ON.match(match.string, match.end())


def _is_of_sentence(match: re.Match[str]) -> bool:
    """Return True for a word after a label of another script that is no account.

    `加微信 evilkf` gives an account; `微信 WeChat` and `微信 and QQ` give none.
    """
    word = match["id"].lower()
    return word in _WORDS or any(
        re.fullmatch(each.label, word, re.IGNORECASE) for each in NETWORKS.values()
    )


def _reading(account: str, network: str) -> Reading:
    return Reading(kind="handle", value=f"@{account.removeprefix('@')}", network=network)
