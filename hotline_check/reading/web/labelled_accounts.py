"""Accounts that only their label gives away: `微信：binance_kf88`, `QQ:123456789`, `LINE ID: …`."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.reading.models import Find, Reading
from hotline_check.reading.normalize.characters import plain

_BEFORE: Final = ("chat", "weixin", "skype", "kakao", "talk", "qq", "line", "vx", "wx")
_UNSPACED: Final = ("微信", "카카오톡")
"""Labels that an account may follow without any sign."""
_ANCHORS: Final = ":=：_"
"""Signs that an account has before it or in it; a text is sought for these, which is fast."""
_REACH: Final = 28
"""Characters before an anchor in which its label is."""
_AROUND: Final = 64
_LABELS: Final = {
    "wechat": r"微信|威信|薇信|(?<![a-z])(?:we[ -]?chat|weixin|v信|vx|wx)",
    "qq": r"(?<![a-z])qq|扣扣",
    "skype": r"(?<![a-z])skype",
    "kakaotalk": r"(?<![a-z])kakao ?(?:talk)?|카카오톡?|카톡",
    "line": r"(?-i:(?<![A-Z])LINE)|ライン",
}
_IDS: Final = {
    "wechat": r"[a-z][\w-]{2,19}",
    "qq": r"[1-9][0-9]{4,10}",
    "skype": r"live:[\w.:-]{3,40}|[a-z][\w.,-]{4,31}",
    "kakaotalk": r"@?[a-z0-9][\w.-]{2,19}",
    "line": r"@?[a-z0-9][\w.-]{2,19}",
}
"""What the networks let their accounts be called."""
_NAMED: Final = (
    r"(?P<named>[ _-]?(?:id|user ?name|account|公众号|客服号?|账号|帐号|帳號"
    r"|号码?|號碼?|同号|群号?|아이디|계정))?"
)
_SIGN: Final = r"(?P<sign>[ '\"”」)】\]]{0,2}[:：=][ '\"“「(]{0,2}| (?:is|at) |[为為是]| {1,2})?"
_ACCOUNT: Final = {
    network: re.compile(
        rf"(?:{label}){_NAMED}{_SIGN}(?P<id>{_IDS[network]})(?![\w@]|[.:/][\w/])",
        re.IGNORECASE | re.ASCII,
    )
    for network, label in _LABELS.items()
}
"""The label, whether it names an id, what parts it from the account, and the account."""
_NO_WORD: Final = re.compile(r"[0-9_]|live:|@")
_GOES_ON: Final = re.compile(r"['’]?[ ][a-z]|[’'][a-z]", re.IGNORECASE)
"""A word after a word: a sentence, such as `Skype: free calls`."""


def labelled_accounts(text: str) -> Iterator[Find]:
    """The accounts of a text that follow the name of their network, in order."""
    places = sorted(_anchored(text))
    end = 0
    for place in places:
        if place < end:
            continue
        low, high = max(end, place - _AROUND), place + _AROUND
        for find in sorted(_accounts(plain(text[low:high])), key=lambda each: each.start):
            if low + find.start >= end:
                end = low + find.end
                yield find.shifted(low).within(text)


def _anchored(text: str) -> Iterator[int]:
    """Places near which an account may be."""
    if text.isascii():
        yield from _labelled_in_ascii(text)
    else:
        for anchor in _ANCHORS:
            yield from (place for place in _places(text, anchor) if _may_label(text, place))
        for label in _UNSPACED:
            yield from _places(text, label)
    for letter in "qQ":
        for place in _places(text, letter):
            if text[place + 1 : place + 2] in {"q", "Q"}:
                yield place


def _labelled_in_ascii(text: str) -> Iterator[int]:
    """The anchors behind a label: labels are rare, and colons are not, as in logs."""
    if not any(map(text.__contains__, _ANCHORS)):
        return
    lowered = text.lower()
    for label in _BEFORE:
        for start in _places(lowered, label):
            for place in range(start + len(label), min(start + _REACH + 1, len(text))):
                if text[place] in _ANCHORS and not text[place - 1].isdigit():
                    yield place


def _places(text: str, part: str) -> Iterator[int]:
    """Where a part is in a text, once and again."""
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _may_label(text: str, place: int) -> bool:
    """Whether a label may be before an anchor: none is before the colons of a time."""
    if place == 0 or text[place - 1].isdigit():
        return False
    before = text[max(0, place - _REACH) : place].lower()
    return not before.isascii() or any(map(before.__contains__, _BEFORE))


def _accounts(shown: str) -> Iterator[Find]:
    for network, pattern in _ACCOUNT.items():
        for match in pattern.finditer(shown):
            if _is_account(match):
                start, end = match.span("id")
                yield Find(
                    start=start,
                    end=end,
                    text=match["id"],
                    readings=(_reading(match["id"], network),),
                )


def _is_account(match: re.Match[str]) -> bool:
    """Whether it is the name of an account, and no word of a sentence."""
    sign = (match["sign"] or "").strip()
    if _NO_WORD.search(match["id"]):
        return True
    if not sign and not match["named"]:
        return False
    return bool(match["named"]) or not _GOES_ON.match(match.string, match.end())


def _reading(account: str, network: str) -> Reading:
    return Reading(kind="handle", value=f"@{account.removeprefix('@')}", network=network)
