"""Accounts that only their label gives away: `微信：binance_kf88`, `QQ:123456789`, `LINE ID: …`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find, Reading
from hotline_check.reading.normalize.characters import characters_in, places, plain
from hotline_check.reading.web.prefilter import join

# Labels so rare that an account may follow, or come before, without any sign.
_MESSENGERS: Final = (
    *("telegram", "whatsapp", "signal", "discord", "zalo", "viber"),
    *("instagram", "facebook", "snapchat"),
)
_IN_BYTES: Final = tuple(map(str.encode, _MESSENGERS))
# Labels that an account follows after a sign, or with one in it. Each pattern begins with a letter
# that is rare in English: searching for one character is several times as fast as for a set.
_SIGNED: Final = (
    lazy_pattern(b"x(?:(?<=[vw]x)|(?<=weix)in)"),
    lazy_pattern(b"k(?:(?<=sk)ype|akao)"),
    lazy_pattern(b"chat"),  # of WeChat
    lazy_pattern(b"g(?<=tg)"),
)
# Names of networks that are words, or parts of words, but for their capitals.
_CAPITALS: Final = ("IG", "FB", "VK", "LINE")
# Labels that an account may follow without any sign.
_UNSPACED: Final = (
    *("微信", "카카오톡", "加V", "加v", "加微", "企鹅", "企鵝", "电报", "電報", "飞机", "飛機"),
    *("薇", "VX", "vx", "+V", "➕V", "+v", "라인 아이디", "威信", "V信", "v信", "扣扣"),
    *("加賴", "加赖", "賴ID", "賴id", "官方賴", "官方赖", "钉钉", "釘釘", "抖音", "小红书"),
    *("카톡", "오픈채팅", "오픈톡", "텔레그램", "텔레", "テレグラム"),
)
# Signs that an account has before it or in it.
_ANCHORS: Final = ":=：_"
_ANCHOR: Final = lazy_pattern(  # not the colon of a time
    "[:=：_](?<![0-9].)|(?<=[ _-])(?:id|ID)(?=[ ])"
)
_MAY_ANCHOR: Final = (*_ANCHORS, " id ", " ID ")
# Characters before an anchor in which its label is.
_REACH: Final = 28
_AROUND: Final = 64
# Characters of a text that are asked at once whether they are ASCII.
_STEP: Final = 256


class _Network(NamedTuple):
    """A network whose accounts are labelled with its name.

    label: a pattern of its names. hints: what these begin with or hold, in small letters: asked
    before the pattern. ids: a pattern of what it lets its accounts be called.
    """

    label: str
    hints: tuple[str, ...]
    ids: str


_NETWORKS: Final = {
    "wechat": _Network(
        r"微信|威信|薇信?|加微信?|加v信?|(?<![a-z])(?:we[ -]?chat|weixin|v信|vx|wx)|[+] ?v",
        ("微", "威", "薇", "加v", "chat", "weixin", "v信", "vx", "wx", "+v", "+ v"),
        r"[a-z][\w-]{2,19}"),
    "qq": _Network(r"(?<![a-z])qq|扣扣|企[鹅鵝]", ("qq", "扣扣", "企"), r"[1-9][0-9]{4,10}"),
    "skype": _Network(
        r"(?<![a-z])skype|[Сс]кайп",
        ("skype", "кайп"), r"live:[\w.:-]{3,40}|[a-z][\w.,-]{4,31}"),
    "kakaotalk": _Network(
        r"(?<![a-z])kakao ?(?:talk)?|카카오톡?|카톡|오픈 ?(?:채팅|톡)(?:방)?",
        ("kakao", "카", "오픈"), r"@?[a-z0-9][\w.-]{2,19}"),
    "line": _Network(
        r"(?-i:(?<![A-Z])LINE)|ライン|(?:加|官方)?[賴赖]|(?<!온)라인|ไลน์",
        ("line", "ライン", "賴", "赖", "라인", "ไลน์"), r"@?[a-z0-9][\w.-]{2,19}"),
    "telegram": _Network(
        r"(?<![a-z])(?:telegram|tg)|电报|電報|飞机|飛機|텔레그램|텔레|テレグラム|(?<![a-zа-я])"
        r"(?:[Тт]елеграмм?|[Тт][Гг])|ت[يل]{1,3}[غج]رام|टेलीग्राम",
        ("telegram", "tg", "报", "報", "机", "機", "텔레", "テレ", "елегра", "тг", "رام", "टेली"),
        r"@?[a-z]\w{4,31}"),
    "whatsapp": _Network(
        r"(?<![a-z])whats ?app|[Вв][оа][тц]сап|واتس ?[آا]ب|व्हाट्सएप",
        ("whats", "сап", "واتس", "व्हाट"), r"@?[a-z][\w.]{4,31}"),
    "signal": _Network(r"(?<![a-z])signal", ("signal",), r"@?[a-z_]\w{1,31}\.[0-9]{2,9}"),
    "discord": _Network(
        r"(?<![a-z])discord",
        ("discord",), r"@?[a-z0-9_.]{2,32}#[0-9]{4}|@?[a-z][a-z0-9_.]{3,31}"),
    "zalo": _Network(r"(?<![a-z])zalo", ("zalo",), r"@?[a-z][\w.]{4,31}"),
    "viber": _Network(r"(?<![a-z])viber|[Вв]айбер", ("viber", "айбер"), r"@?[a-z][\w.]{4,31}"),
    "instagram": _Network(
        r"(?<![a-z])(?:instagram|insta(?![a-z]))|(?-i:(?<![A-Z])IG(?![A-Za-z]))|[Ии]нстаграм",
        ("insta", "ig", "нстаг"), r"@?[a-z][\w.]{4,29}"),
    "facebook": _Network(
        r"(?<![a-z])facebook|(?-i:(?<![A-Z])FB(?![A-Za-z]))",
        ("facebook", "fb"), r"@?[a-z][\w.]{4,49}"),
    "snapchat": _Network(r"(?<![a-z])snapchat", ("snapchat",), r"@?[a-z][\w.-]{2,14}"),
    "vk": _Network(
        r"(?<![a-z])(?:vk(?![a-z])|vkontakte)|(?<![a-zа-я])(?:[Вв][Кк]|[Вв]контакте)",
        ("vk", "вк"), r"@?[a-z][\w.]{4,31}"),
    "dingtalk": _Network(r"钉钉|釘釘", ("钉钉", "釘釘"), r"[a-z][\w-]{4,19}"),
    "douyin": _Network(r"抖音", ("抖音",), r"[a-z][\w.-]{4,19}"),
    "xiaohongshu": _Network(r"小红书", ("小红书",), r"[a-z0-9][\w.-]{4,19}"),
}  # fmt: skip
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
    (?P<network>{"|".join(_MESSENGERS)})(?!\w)
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
    for low, high in _around(sorted(_anchored(text, lowered))):
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


def _anchored(text: str, lowered: bytes) -> Iterator[int]:
    """Places near which an account may be."""
    for label in _IN_BYTES:
        # Texts in English hold few of some first letters, which are quick to search for.
        if label[0] in lowered and label in lowered:
            yield from _in_characters(lowered, places(lowered, label))
    if any(map(text.__contains__, _MAY_ANCHOR)):
        for pattern in _SIGNED:
            if labels := list(pattern.finditer(lowered)):
                yield from _anchors_after(text, _spans(lowered, labels))
        for name in _CAPITALS:
            if name in text:
                yield from _anchors_after(text, ((at, at + len(name)) for at in places(text, name)))
    if not text.isascii():
        yield from _anchored_beyond_ascii(text)
    if b"qq" in lowered:
        yield from _in_characters(lowered, places(lowered, b"qq"))


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


def _anchors_after(text: str, labels: Iterator[tuple[int, int]]) -> Iterator[int]:
    """The anchors in or after labels, each once."""
    done = 0
    for first, last in labels:
        start, end = max(done, first + 1), last + _REACH
        for anchor in _ANCHOR.finditer(text, start, end):
            yield anchor.start()
        done = max(done, end)


def _anchored_beyond_ascii(text: str) -> Iterator[int]:
    """The same for labels of other scripts, or in disguise."""
    for start, end in _stretches_beyond_ascii(text):
        for anchor in _ANCHORS:
            signs = places(text, anchor, start, end)
            yield from (sign for sign in signs if _is_after_foreign(text, sign))
    for label in _UNSPACED:
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


@cache
def _patterns(*, is_ascii: bool) -> dict[str, tuple[frozenset[str], re.Pattern[str]]]:
    """The hints of each network, and the pattern of a label and its account in a plain text.

    is_ascii: for texts in ASCII, labels need not be made plain, which takes a table.
    """
    fold = str if is_ascii else plain
    found = {}
    for network, (label, hints, ids) in _NETWORKS.items():
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
    if any(map(lowered.__contains__, _MESSENGERS)):
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
        re.fullmatch(each.label, word, re.IGNORECASE) for each in _NETWORKS.values()
    )


def _reading(account: str, network: str) -> Reading:
    return Reading(kind="handle", value=f"@{account.removeprefix('@')}", network=network)
