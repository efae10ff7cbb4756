"""The text around a web contact: whether the contact is complete or a part of something.

A part of a host or address says nothing of where it leads, so what touches a contact must be
white space, punctuation of the sentence around it, or Chinese or Japanese text.
"""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.web.host import HIDE

IDEOGRAPHS: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
_WIDE_OPEN = "「『（【《〈〔［“‘«"
_WIDE_CLOSE = "」』）】》〉〕］”’»，、；：！？…—。｡～"
_BEFORE_WIDE = f"{_WIDE_OPEN}」』）】》〉，、；：！？。｜"
_OPEN = rf"(\[{{<\"'`*_~|{_WIDE_OPEN}"
_CLOSE = rf".,;:!?)\]}}>\"'*_~|`(\[{{<{_WIDE_CLOSE}{_WIDE_OPEN}"
_LABELS = (
    "website|web|site|url|link|links|homepage|home|official|domain|visit|go|at|see|contact|"
    "support|help|e-?mail|mail|mailto|to|from|cc|telegram|tg|twitter|x|instagram|facebook"
)
_LABEL = lazy_pattern(rf"(?:(?<![\w.:/-])(?:{_LABELS})|[{IDEOGRAPHS}])\s?[:：]$", re.IGNORECASE)
_OPENERS = lazy_pattern(rf"[{_OPEN}]+$")
# What counts before a contact, also at the end of the line above it; so does an ideograph.
_MAY_OPEN = lazy_pattern(rf"[{_OPEN}]")
_IDEOGRAPH = lazy_pattern(f"[{IDEOGRAPHS}]")
# Quotation marks: what is between two is whole after a comma, too (`name,"example.com"`).
_CLOSING: Final = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "„": "“", "「": "」"}
_BULLET = lazy_pattern(r"(?:^|\s)(?:[•·▪◦●○‣⁃–—>-]|\d{1,2}[.)])$")
# Some of them pass for white space, and none of them is seen.
_CONTROLS = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f]")
# Browsers join what a tab or a line break parts.
_CUT = lazy_pattern(r"://(?:[^\s./?#]*|[^\s/?#]*[.-])[\t\r\n]+$")
_TAGS = r"(?:</?(?:a|b|i|u|em|strong|span|font|small|big|sup|sub|mark|wbr|code|tt)\b[^<>]{0,200}>)+"
_TAG_BEFORE = lazy_pattern(rf"[\w.@-]{_TAGS}$")
# Such tags part nothing on the page that they make.
_TAG_AFTER = lazy_pattern(rf"{_TAGS}[\w.@-]")
_DOT_WORD = r"[-<({\[]?(?:dot|d0t)[->)}\]]?"
_DOT_BEFORE = lazy_pattern(rf"(?:^|[\s\w])\s{_DOT_WORD}\s?$|[<{{]dot[>}}]$", re.IGNORECASE)
_DOT_AFTER = lazy_pattern(rf"\s{_DOT_WORD}\s\w|\s?[<{{]dot[>}}]|\s{{1,3}}[.@]\w", re.IGNORECASE)
_CLOSERS = lazy_pattern(rf"['’]s(?![\w.@-])|[{_CLOSE}]+(?=(?P<next>.?))", re.DOTALL)
_NEXT = lazy_pattern(rf"[^\s\"<>|,;，、；：。()（）{IDEOGRAPHS}]*")
_IDEOGRAPHS_BEFORE = lazy_pattern(f"[{IDEOGRAPHS}]$")
_IDEOGRAPHS_AFTER = lazy_pattern(f"[{IDEOGRAPHS}]{{1,300}}")
_GLUED_BEFORE = lazy_pattern(rf"[.@/\\-][{IDEOGRAPHS}]{{1,40}}$")
_GLUED_AFTER = lazy_pattern(r"[.@-][A-Za-z0-9_-]")
# After a contact, this begins the next one.
_SCHEME = lazy_pattern(r"(?:https?|hxxps?|mailto|tel):", re.IGNORECASE)
_HOSTLIKE = lazy_pattern(r"[.．｡%@＠].?\w|^[-%]")
# `a@x.example,b@y.example` is two addresses.
_NEXT_MAILBOX = lazy_pattern(r"[,;，；、]\s?[\w.+-]{1,64}@\w")
# No address has these, in any spelling.
_HARD: Final = frozenset('<>|"”')
_LOOK_BACK: Final = 40
# Characters of a dot in words, in brackets and spaces.
_DOT_REACH: Final = 8


def is_whole(text: str, start: int, end: int, *, marked: bool, mail: bool = False) -> bool:
    """Whether a contact in a text touches nothing that could be a part of it.

    marked: it starts with a scheme, so that a separator before it is none of its own signs.
    mail: it is an e-mail address, after which a comma may bring the next one.
    """
    if mail and _NEXT_MAILBOX.match(text, end):
        return _is_start(text, start, end, marked=marked)
    if _CONTROLS.search(text[max(0, start - 1) : start] + text[end : end + 1]):
        return False
    return _is_start(text, start, end, marked=marked) and _is_end(text, end)


def _is_start(text: str, start: int, end: int, *, marked: bool) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    if _is_joined(before):
        return False
    if not before[-1:].strip() and not _may_open(before[-2:]):
        return True
    opened = _OPENERS.search(before)
    rest = before[: opened.start()] if opened else before
    char = rest[-1:]
    if not rest.isascii() and _IDEOGRAPHS_BEFORE.search(rest):
        return not _GLUED_BEFORE.search(rest)
    if not char or char.isspace() or char in _BEFORE_WIDE:
        return True
    if opened and char == "]" and before.endswith("]("):
        return True
    if opened and ("<" in opened[0] or "|" in opened[0]) and char not in ".-@":
        return True
    if opened and text[end : end + 1] in {")", "]"} and opened[0] in {"(", "["}:
        return char.isalpha()
    if (char in ":：" and _LABEL.search(rest)) or _BULLET.search(rest):
        return True
    if opened and opened[0][-1] in _CLOSING and char in "=:,([{":
        return marked or text[end : end + 1] == _CLOSING[opened[0][-1]]
    return char == ">" or (marked and char in "=:,;)")


def _may_open(before: str) -> bool:
    """Return True for signs that open something, and for Chinese or Japanese."""
    if _MAY_OPEN.search(before):
        return True
    return any(map(_is_ideograph, before))


def _is_ideograph(char: str) -> bool:
    return not char.isascii() and _IDEOGRAPH.match(char) is not None


def _is_joined(before: str) -> bool:
    """Return True after a dot in words, the line break of a broken address, or a tag."""
    near = before[-_DOT_REACH:].lower()
    if ("dot" in near or "d0t" in near) and _DOT_BEFORE.search(before):
        return True
    if "://" in before and _CUT.search(before):
        return True
    return ">" in before[-2:] and _TAG_BEFORE.search(before) is not None


def _is_end(text: str, end: int) -> bool:
    if _DOT_AFTER.match(text, end, end + _LOOK_BACK):
        return False
    if not text[end : end + 1].strip():
        return True
    return not _TAG_AFTER.match(text, end) and _is_closed(text, end)


def _is_closed(text: str, end: int) -> bool:
    """Return True where the signs at the end of a contact are those of the text around it."""
    char = text[end]
    if not char.isascii() and (ideographs := _IDEOGRAPHS_AFTER.match(text, end)):
        return not _GLUED_AFTER.match(text, ideographs.end())
    closers = _CLOSERS.match(text, end)
    if not closers:
        return not char.isascii() and _is_picture(char)
    after = closers["next"]
    if not after or after.isspace() or _is_ideograph(after) or _is_picture(after):
        return True
    if closers[0][-1] in "([{<" and len(closers[0]) == 1:
        return closers[0] == "<" or not _HOSTLIKE.search(_next(text, closers.end()))
    if closers[0][-1] in ".-" and len(closers[0]) > 1:
        return False
    if not _HARD.isdisjoint(closers[0]) and after not in "@%-":
        return closers[0] not in {'"', "”"}
    following = _next(text, closers.end())
    if closers[0] == "、":
        return following[:1] not in {"", "-", "%", "@"}
    return bool(_SCHEME.match(following)) or not _HOSTLIKE.search(following)


def _next(text: str, start: int) -> str:
    found = _NEXT.match(text, start, start + 300)
    return found[0] if found else ""


def _is_picture(char: str) -> bool:
    import unicodedata

    return (
        unicodedata.category(char) in {"So", "Sk"}
        and unicodedata.normalize("NFKC", char) == char
        and not "\u2190" <= char <= "\u25ff"
    )


_LEFT_OVER = lazy_pattern(
    rf"""
    (?: \[[^\]\s]*\]\(                                      # `[shown](` of Markdown
      | [\s{_OPEN}{_CLOSE}{IDEOGRAPHS}•·▪–—-]               # signs
      | (?:^|(?<=\s))(?:{_LABELS})[:：]                     # a label
      | ^[A-Za-z]{{1,20}}(?=[{IDEOGRAPHS}])                  # a name before one in Chinese
    )*+
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_all(token: str, spans: list[tuple[int, int]], *, several: bool) -> bool:
    """Whether contacts are all there is in a token, but for punctuation and a label.

    several: they may be side by side, or next to Chinese, separated by nothing else.
    """
    rest: list[str] = []
    end = 0
    for start, stop in spans:
        rest.append(token[end : max(end, start)])
        end = max(end, stop)
    rest.append(token[end:])
    rest = [HIDE.sub("", part) for part in rest]
    if _IDEOGRAPHS_BEFORE.search(rest[0]) and not several:
        return False
    if len(spans) > 1 and not several and "](" not in rest[1]:
        return False
    if rest[0].endswith((".", "-", "]", ")")) or (len(spans) == 1 and rest[1][:1] in {"(", "["}):
        return rest[0] == "" and not re.search(r"[A-Za-z0-9]", rest[1])
    return all(_LEFT_OVER.fullmatch(part) for part in rest)
