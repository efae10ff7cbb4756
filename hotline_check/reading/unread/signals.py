"""The raw material of contacts in a text: digits, number words, `@`, host names, IP addresses.

Nothing here knows how a contact is written; `coverage` asks which of it was read.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import may_hold
from hotline_check.reading.normalize.folded import Folded
from hotline_check.reading.phone_search.short_numbers import dialled
from hotline_check.reading.unread.case_numbers import is_case_number
from hotline_check.reading.unread.in_lines import digits_in_lines
from hotline_check.reading.unread.number_words import number_words
from hotline_check.reading.unread.written_for_people import written_for_people
from hotline_check.reading.web.host_shapes import (
    SPELLED_DOTS,
    hosts,
    hosts_for_people,
    spelled_hosts,
)

# Fewer are a short code at most; those are judged only where a reader finds them.
_FEWEST_DIGITS: Final = 7
_RUN: Final = lazy_pattern(
    r"""
    [0-9]
    (?:
        (?:
            [^\w\n]{0,3}    # separators of any kind; a word or a line break ends the run
            _{0,2}
            | [^\w\n]{0,2} (?:dot|dash|minus|hyphen|punkt|punto|point|ponto) [^\w\n]{0,2}
        )
        (?: [0-9OoQIl|SsBZz]    # digits, and letters that are drawn like one,
            # also letters of scripts that don't write dates with them: `+1 707 Ց68 5190`
          | [\u0370-\u058f\u10a0-\u13ff] (?=[0-9]) )
    )*
    """,
    re.VERBOSE,
)
_DIGIT: Final = lazy_pattern("[0-9]")
# Digits that belong to others next to them, though they are too few for a number.
_TORN_OFF: Final = lazy_pattern(
    r"""
    (?<![\w+]) \+ \ ? (?P<code> \d{1,3} )
        (?= [^%\d\n.!?]{0,12} [^\W\d_] [^%\d\n.!?]{0,12} \d )             # a word, digits
    | (?<![\w+]) \+ \ ? (?P<counted> \d{1,3} )                            # an hour, a price
        (?= [,;]? \ [(]? (?: \d{1,2} [:/] \d | \d [\d.,–-]{0,8} \ ? [^\W\d_] ) )
    | (?<![\w+]) \+ \ ? (?P<apart> \d{1,3} )
        (?= \ *\n \ *\d{1,3} \ *\n \ *\d )                              # each on a line
    | (?<=\d) (?:<[^<>\n]{1,20}>)+ (?P<after> \d+ )                      # after a tag
    | (?<!\d)(?P<before> \d++ ) (?= (?:<[^<>\n]{1,20}>)+ \d )           # before one
    """,
    re.VERBOSE,
)
# What was lost next to a digit in decoding the text may have been another one.
_LOST: Final = lazy_pattern("\ufffd+(?=[0-9])|(?<=[0-9])\ufffd+")
_NOTHING: Final = frozenset[str]()
_DATE: Final = (
    r"(?:(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])"  # `2024-05-31`
    r"|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d\d)"  # `31.5.2024`
)
_TIME: Final = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?"
# Runs of digits that are no number to dial, if nothing else touches them.
HARMLESS: Final = lazy_pattern(
    rf"""
    (?: (?<=[周週期拜至到]) [1-6] \ ? )?                # opening hours, after a day in Chinese
        {_TIME} \ ? [-–~] \ ? {_TIME} (?: [,\u3001] \ ? {_TIME} \ ? [-–~] \ ? {_TIME} )*
    | {_DATE} (?: (?:\ |,\ ) {_TIME} )?              # a date, perhaps with the time of day,
    (?: \ ?[-–~]\ ? (?:{_DATE}|{_TIME}) )?           # or to another one
    | 24/7
    | (?:19|20)\d\d (?: (?:\ ?[-–/]\ ?|,\ ) (?:19|20)\d\d )*  # years
    """,
    re.VERBOSE,
)
# Each of them that is long enough has one of these.
_HARMLESS_SIGNS: Final = frozenset("-–./:~,")
_AMOUNT: Final = lazy_pattern(r"\d{1,3}(?:[,.' \u00a0]\d{3})+(?:[.,]\d{1,2})?")
_CURRENCY_BEFORE: Final = lazy_pattern(r"(?:[$€£¥₹₩₿₺]|\b(?:USD|EUR|GBP|JPY|CNY|BTC))\s?\Z")
_CURRENCY_AFTER: Final = lazy_pattern(r"\s?(?:[$€£¥₹₩₿₺元円원]|(?:USD|EUR|GBP|JPY|CNY|BTC)\b)")
_YEAR_AND_COUNT: Final = lazy_pattern(r"(?:19|20)\d\d[,;:.]? \d{1,3}(?:[.,]\d{1,3})?")
_OF_MANY: Final = lazy_pattern(
    r"[ ]?\+?[ ]?(?:%|(?:thousand|million|billion|mio|users|customers|people|countries)\b)",
    re.IGNORECASE,
)
# The last line of a message with a code bound to a domain, as browsers read it: no contact.
_DOMAIN_CODE: Final = lazy_pattern(r"@(?P<host>[\w.-]+) #\w+$", re.MULTILINE)
_SCHEME: Final = lazy_pattern(
    r"""
    (?<![a-z0-9_]) [a-z][a-z0-9+.-]{1,20} :
    //
    # up to the punctuation after it, or a comma before Chinese
    (?: [^\s<>",;] | [,;] (?![\u4e00-\u9fff]) )* [^\s<>",.;:!?)]
    | \b (?: (?:java|vb)script: (?! (?: void\(0\) | history\.\w+\(\) )? ;? (?:[\s"'<>)]|\Z) )
          | data:(?:text|application)/[\w.+-]+[;,] )
        [^\s<>]* [^\s<>"']
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IP: Final = lazy_pattern(
    r"""
    (?<![\w.]) \d{1,3} (?:\.\d{1,3}){3} (?![\w]|\.\d)        # IPv4
    | \[ [0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]* \]              # IPv6 as in an address
    | (?<![\w:]) (?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4} (?![\w:])
    | (?<![\w:]) (?:[0-9a-f]{1,4}:)+ (?::[0-9a-f]{1,4})+ (?![\w:])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# An address to send coins to: no contact, but next to a listed one it must not look approved. Or
# the id of an account of Session, of as many characters.
_WALLET: Final = lazy_pattern(
    r"""
    (?<![A-Za-z0-9_])
    (?: (?i: bc1[a-z0-9]{25,87} | 0x[0-9a-f]{40} | 05[0-9a-f]{64} )
      | [T13] (?=[A-Za-z]*[1-9]) [1-9A-HJ-NP-Za-km-z]{25,34} )
    (?![A-Za-z0-9_])
    """,
    re.VERBOSE,
)
_VANITY: Final = lazy_pattern(
    r"""
    (?<![\w.]) \+?
    (?: 1?[^\w\n]{0,3} 8(?:00|33|44|55|66|77|88) | 0800 | 0808 | 1[38]00 )  # toll-free
    [^\w\n]{0,3} (?P<word> [A-Za-z][A-Za-z0-9-]{3,} )
    """,
    re.VERBOSE,
)
# The name of a network, and what may be an account: `tg evilsup`, `LINE ID evilhelp`.
_ACCOUNT: Final = lazy_pattern(
    Folded(  # as the text is in which it is searched for
        r"""
    (?: (?<![\w@./-]) (?: telegram | tg | whats\ ?app | signal | discord | viber | zalo | skype
          | we\ ?chat | weixin | vx | wx | \+v | kakao (?:\ ?talk)? | instagram | insta | ig
          | snapchat | snap | kik (?:\ messenger)? | wickr (?:\ ?me)? | threema
          | tiktok | mastodon | bluesky | bsky | xmpp | jabber | imessage | facetime | icq | zangi
          | botim | simplex | paypal | zelle | cash\ ?app
          | facebook | fb | twitter | line (?=\ id\b) | (?-i:LINE)
          | [Тт]елеграмм? | [Тт][Гг] | [Сс]кайп | [Вв]айбер | [Вв][оа][тц]сап | [Вв][Кк]
          | [Ии]нстаграм
          | ت[يل]+[غج]رام | واتس?\ ?[آا]ب | सिग्नल | टेलीग्राम | व्हाट्सएप | ไลน์ )
        (?P<named> \ (?:id | user\ ?name | account | handle) )? (?: \ (?:nick)?name )?
        [ :=]{1,3} @?
      # scripts without spaces set none around a label either
      | (?= [^\x00-\x7f] )                                  # asked first, for all of them
        (?: 加[賴赖] | [賴赖](?=[ ]?[:a-z]) | 官方[賴赖]
          # 微信 as people write it to pass filters, with a picture between its signs, too
          | [微薇威葳徽溦嶶维維卫衛][^\w\s]{0,3}[信星] | 薇 | [微薇][^\w\s:=@.,/-]{1,3}(?=[a-z])
          | (?<![\u4e00-\u9fff])[微信](?=[ ]?[:=]) | 加[vV微] | 电报 | 電報
          | 飞机 | 飛機 | 钉钉 | 釘釘 | 抖音 | 小红书 | 蝙蝠 | 支付[宝寶]
          | 텔레그램 | 텔레 | 카톡 | 라인 (?=\ ?아이디)
          | ライン | テレグラム )
        (?P<called> \ ?(?:id | 号码? | 號碼? | 아이디) )?
        [ :=]{0,3} @?
      | live: (?:\.cid\.)? )                                     # an account of Skype
    (?P<name> [a-z][\w.]{2,31} (?: \#\d{4} )? | (?<=\.cid\.) [0-9a-f]{4,40} ) (?! [\w@] | \.\w )
        (?P<goes_on> (?= \ ?[:=(] ) )?                            # `WhatsApp number: ...`
    """
    ).text,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# One of these is in all of them, as far as they are in ASCII.
_NETWORKS: Final = (
    *("tele", "tg", "whats", "signal", "discord", "viber", "zalo", "skype", "we", "vx", "wx", "+v"),
    *("kakao", "ins", "ig", "snap", "facebook", "fb", "twitter", "line", "live:", "kik", "wickr"),
    *("threema", "tiktok", "mastodon", "bluesky", "bsky", "xmpp", "jabber", "imessage", "facetime"),
    *("icq", "zangi", "botim", "simplex", "paypal", "zelle", "cash"),
)
_NO_WORD: Final = lazy_pattern("[0-9_]")
_LATIN: Final = lazy_pattern("[A-Za-z]")
ANY: Final = frozenset({"phone", "url", "email", "handle"})
_NAMED: Final = ANY - {"phone"}


class Signal(NamedTuple):
    """Something that may be a contact: offsets into the folded text, and which finds cover it.

    digits: of a run of digits, where each of them is; several finds may share the run.
    """

    start: int
    end: int
    covered_by: frozenset[str]
    digits: tuple[int, ...] = ()


def signals(text: str) -> Iterator[Signal]:
    """Everything in a folded text that may be, or belong to, a contact; some of it twice."""
    yield from _digit_runs(text)
    yield from _torn_off(text)
    yield from (Signal(*match.span(), _NOTHING) for match in _LOST.finditer(text))
    for start, end in (*dialled(text), *digits_in_lines(text)):
        digits = tuple(place for place in range(start, end) if text[place].isdecimal())
        yield Signal(start, end, ANY, digits)
    if "@" in text:
        codes_bound = {match.start() for match in _DOMAIN_CODE.finditer(text)}
        for match in re.finditer("@", text):
            if match.start() not in codes_bound:
                yield Signal(match.start(), match.end(), _NAMED)
    yield from (Signal(start, end, ANY) for start, end in written_for_people(text))
    lowered = text.lower()
    if "." in text or ":" in text:
        yield from _addresses(text, lowered)
    # The wider class takes ten milliseconds to compile, and most texts have Latin letters.
    if _LATIN.search(text) or (not text.isascii() and re.search("[\u0370-\uffff]", text)):
        for match in _VANITY.finditer(text):
            if len(match["word"]) <= 14:
                yield Signal(match.start(), match.end(), ANY)
        if may_hold(text, lowered, SPELLED_DOTS):
            yield from (Signal(start, end, _NAMED) for start, end in spelled_hosts(text))
        yield from _accounts(text, lowered)
        yield from _broken_hosts(text)
        yield from (Signal(start, end, ANY) for start, end in number_words(text))


def _digit_runs(text: str) -> Iterator[Signal]:
    for match in _RUN.finditer(text):
        run = match[0]
        if len(run) < _FEWEST_DIGITS:  # most runs of a log
            continue
        digits = [found.start() for found in _DIGIT.finditer(run)]
        if len(digits) < _FEWEST_DIGITS:
            like_digits = sum(char.isalpha() or char == "|" for char in run)
            if len(digits) + (like_digits if len(digits) >= like_digits else 0) < _FEWEST_DIGITS:
                continue
        is_harmless = not _HARMLESS_SIGNS.isdisjoint(run) and HARMLESS.fullmatch(
            text, *match.span()
        )
        if is_harmless or _is_amount(text, match) or _is_year_and_count(text, match):
            continue
        # Without the beginning of the next word: `Case 18273645 Bitay`.
        if is_case_number(text, match.start(), match.start() + digits[-1] + 1):
            continue
        places = tuple(match.start() + place for place in digits)
        yield Signal(match.start(), match.end(), ANY, places)


def _is_year_and_count(text: str, run: re.Match[str]) -> bool:
    """Return True for `since 2012, 110 million users`."""
    return bool(_YEAR_AND_COUNT.fullmatch(run[0]) and _OF_MANY.match(text, run.end()))


def _torn_off(text: str) -> Iterator[Signal]:
    for match in _TORN_OFF.finditer(text) if "+" in text or "<" in text else ():
        start, end = match.span(match.lastgroup or 0)
        yield Signal(start, end, ANY, tuple(range(start, end)))


def _is_amount(text: str, run: re.Match[str]) -> bool:
    if not _AMOUNT.fullmatch(run[0]):
        return False
    before = text[max(0, run.start() - 6) : run.start()]
    return bool(_CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(text, run.end()))


def _addresses(text: str, lowered: str) -> Iterator[Signal]:
    if "." in text:
        yield from (Signal(start, end, _NAMED) for start, end in hosts(text))
    if may_hold(text, lowered, ("//", "script:", "data:")):
        yield from (Signal(*match.span(), ANY) for match in _SCHEME.finditer(text))
    if "." in text or text.count(":") > 1:
        yield from (Signal(*match.span(), ANY) for match in _IP.finditer(text))


def _accounts(text: str, lowered: str) -> Iterator[Signal]:
    if may_hold(text, lowered, _NETWORKS):
        accounts = (match for match in _ACCOUNT.finditer(text) if _is_account(match))
        yield from (Signal(*match.span("name"), _NAMED) for match in accounts)


def _is_account(match: re.Match[str]) -> bool:
    """Return True for a name that is no word, or that the text calls an id or a name."""
    from hotline_check.reading.brands.dictionary import is_word  # few texts hold such labels

    if match["goes_on"] is not None and not _NO_WORD.search(match["name"]):
        return False
    return bool(match["named"] or match["called"]) or not is_word(match["name"].lower().rstrip("."))


def _broken_hosts(text: str) -> Iterator[Signal]:
    """Hosts and accounts that are written for people only, and addresses of wallets."""
    for match in _WALLET.finditer(text):
        yield Signal(match.start(), match.end(), ANY)
    for start, end in hosts_for_people(text):
        yield Signal(start, end, _NAMED)
