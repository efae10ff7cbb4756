"""Where in a text an account may be that only its label gives away: places of labels and signs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import characters_in, places

MESSENGERS: Final = (
    *("telegram", "whatsapp", "signal", "discord", "zalo", "viber"),
    *("instagram", "facebook", "snapchat"),
)
"""Labels so rare that an account may follow, or come before, without any sign."""
# Signs that an account has before it or in it.
_ANCHORS: Final = ":=：_"
_ANCHOR: Final = lazy_pattern(  # not the colon of a time
    "[:=：_](?<![0-9].)|(?<=[ _-])(?:id|ID)(?=[ ])"
)
# Characters before an anchor in which its label is.
_REACH: Final = 28
# Characters of a text that are asked at once whether they are ASCII.
_STEP: Final = 256
# Labels in small letters. Each pattern begins with one letter, and so passes a text as fast as a
# search for a word does. An account may follow a label in the group `free` without any sign.
_LABELS: Final = (
    *map(lazy_pattern, (b"(?P<free>d)iscord", b"(?P<free>z)alo", b"(?P<free>q)q")),
    lazy_pattern(b"b(?P<free>(?<=faceb)ook|(?<=vib)er)"),
    lazy_pattern(b"p(?P<free>(?<=whatsapp)|(?<=snap)chat)"),
    lazy_pattern(
        rb"""
        g(?: (?P<free> ram(?:(?<=telegram)|(?<=instagram)) | nal(?<=signal) )
           | (?<=tg)(?<![a-z]tg) )
        """,
        re.VERBOSE,
    ),
)
# Those that always need a sign.
_SIGNED: Final = (
    lazy_pattern(
        rb"""
        x(?: (?<=[vw]x)(?<![a-z].x)             # `vx`, `wx`, but no end of a word
           | (?<=weix)(?<![a-z]weix)in )        # `weixin`
        """,
        re.VERBOSE,
    ),
    lazy_pattern(
        rb"""
        k(?: (?<=sk)(?<![a-z]sk)ype
           | (?<![a-z]k)(?: akao | ik(?![a-z]) )
           | (?<=wick)(?<![a-z]wick)r )
        """,
        re.VERBOSE,
    ),
    lazy_pattern(b"threema"),
    lazy_pattern(rb"chat(?:(?<=wechat)|(?<=we[ -]chat))"),
)
# Names of networks that are words, or parts of words, but for their capitals.
_CAPITALS: Final = (
    lazy_pattern(r"G(?<=IG)(?<![A-Z]IG)(?![A-Za-z])"),
    lazy_pattern(r"B(?<=FB)(?<![A-Z]FB)(?![A-Za-z])"),
    lazy_pattern(r"K(?<=VK)(?<![A-Za-z]VK)"),
    lazy_pattern(r"N(?<=LIN)(?<![A-Z]LIN)E"),
)
# Labels that an account may follow without any sign, in texts that are not all ASCII.
_LATIN: Final = ("VX", "vx", "+V", "➕V", "+v")
_UNSPACED: Final = (
    *("微信", "카카오톡", "加V", "加v", "加微", "企鹅", "企鵝", "电报", "電報", "飞机", "飛機"),
    *("薇", "라인 아이디", "威信", "V信", "v信", "扣扣"),
    *("加賴", "加赖", "賴ID", "賴id", "官方賴", "官方赖", "钉钉", "釘釘", "抖音", "小红书"),
    *("카톡", "오픈채팅", "오픈톡", "텔레그램", "텔레", "テレグラム"),
)

_BEYOND_ASCII: Final = bytes(range(128, 256))
_FEW: Final = 4  # of so many bytes, one
# All bytes but the first ones of Chinese, Japanese and Korean characters.
_NARROW: Final = bytes(code for code in range(256) if not 0xE3 <= code <= 0xED)


def anchored(text: str, lowered: bytes) -> Iterator[int]:
    """Places near which an account may be, in characters and in no order.

    lowered: the text in small letters, in UTF-8.
    """
    has_anchors = any(map(text.__contains__, _ANCHORS)) or b" id " in lowered
    latin = lowered if text.isascii() else lowered.translate(None, _BEYOND_ASCII)
    is_foreign = len(latin) < len(lowered) // _FEW
    for pattern in (*_LABELS, *_SIGNED) if has_anchors else _LABELS:
        # A Chinese text has few Latin letters, which are passed in no time.
        if not is_foreign or pattern.search(latin):
            yield from _at_labels(text, lowered, pattern, has_anchors=has_anchors)
    if has_anchors:
        for name in _CAPITALS:
            yield from _anchors_after(text, (label.span() for label in name.finditer(text)))
    if not text.isascii():
        yield from _beyond_ascii(text, lowered)


def _at_labels(
    text: str, lowered: bytes, pattern: re.Pattern[bytes], *, has_anchors: bool
) -> Iterator[int]:
    """The labels that need no sign, and the anchors after the others."""
    labels = list(pattern.finditer(lowered))
    if not labels:
        return
    free = [label.start() for label in labels if label.lastgroup]
    yield from _in_characters(lowered, free)
    if has_anchors and len(free) < len(labels):
        signed = [label for label in labels if not label.lastgroup]
        yield from _anchors_after(text, _spans(lowered, signed))


def _spans(lowered: bytes, labels: Sequence[re.Match[bytes]]) -> Iterator[tuple[int, int]]:
    """The spans of labels in ASCII, in the characters of a text in UTF-8."""
    starts = _in_characters(lowered, (label.start() for label in labels))
    for label, start in zip(labels, starts, strict=True):
        yield start, start + len(label[0])


def _in_characters(lowered: bytes, starts: Iterable[int]) -> Iterator[int]:
    """Places in the bytes of a text in UTF-8, in order, as places in its characters."""
    last = count = 0
    for place in starts:
        count += characters_in(lowered[last:place])
        last = place
        yield count


def _anchors_after(text: str, labels: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The anchors in or after labels, each once."""
    done = 0
    for first, last in labels:
        start, end = max(done, first + 1), last + _REACH
        for anchor in _ANCHOR.finditer(text, start, end):
            yield anchor.start()
        done = max(done, end)


def _beyond_ascii(text: str, lowered: bytes) -> Iterator[int]:
    """The same for labels of other scripts, or in disguise."""
    for start, end in _stretches_beyond_ascii(text):
        for anchor in _ANCHORS:
            signs = places(text, anchor, start, end)
            yield from (sign for sign in signs if _is_after_foreign(text, sign))
    for label in (*_LATIN, *_UNSPACED) if lowered.translate(None, _NARROW) else _LATIN:
        if label[0] in text:  # searching for one character is several times as fast
            yield from places(text, label)


def _stretches_beyond_ascii(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text before whose ends labels beyond ASCII may be, in order.

    Most of a text in a Latin script has none, which is seen in no time.
    """
    start = end = 0
    for low in range(0, len(text), _STEP):
        if not text[max(0, low - _REACH) : low + _STEP].isascii():
            if low > end:
                yield start, end
                start = low
            end = low + _STEP
    yield start, end


def _is_after_foreign(text: str, place: int) -> bool:
    """Return True if a label beyond ASCII may be before an anchor that is not a time's colon."""
    return not (text[max(0, place - _REACH) : place].isascii() or text[place - 1].isdigit())
