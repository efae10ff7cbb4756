"""Contacts in words and signs that only a person understands: `t . me / name`, `call 7-9-3-1`.

None of them is read. Next to a listed contact such a place is reported, so that nobody takes the
one for the whole of what the text says.

Each kind is looked for by what every text of it holds, and its pattern is tried around that only:
patterns with so many beginnings take a hundred milliseconds for a long text.
"""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import lowered_once, places
from hotline_check.reading.unread.accounts_in_chinese import accounts_in_chinese
from hotline_check.reading.unread.corrections import corrections
from hotline_check.reading.unread.digit_words import digit_words
from hotline_check.reading.unread.in_words import around, signs_in_words

# Characters before a mark in which the rest is.
_BEFORE = 24

# Endings of hosts that are no words and no names of programs: `Node·js` and `App•Live` have none.
_TOP: Final = "(?: com | net | org | info | biz | io | xyz | ru | cn | uk | de | eu )"
# Those that may follow "click" in Chinese, but for the names of things to click on.
_NEW_TOP: Final = "(?: vip | top | cc | icu | club | site | tv | hk | tw | in | me | co | la )"
_BULLETS: Final = "\u00b7\u2022\u2027\u2219\u22c5\u25cf\u25aa\u25e6\u30fb"
_WORDS_FOR_DOTS: Final = ("点", "點", "точка", "ドット", "닷")
_DOT: Final = lazy_pattern(
    rf"""
    (?<= [a-z0-9] )
    (?: [{_BULLETS}]                                        # `evil•com`
      | \s{{0,2}} [(\[{{<*_~"'-]{{0,2}} (?: {"|".join(_WORDS_FOR_DOTS)} )
        [)\]}}>*_~"'-]{{0,2}} \s{{0,2}}                      # `evil точка com`
      | \s{{0,2}} [*_~"'-]{{1,2}} dot [*_~"'-]{{1,2}} \s{{0,2}}
      | (?<= [a-z0-9-]{{4}} ) [点點] (?= {_NEW_TOP} ) )     # `evilhelp点vip`
    (?: {_TOP} | (?<= [点點] ) {_NEW_TOP} ) (?![a-z0-9_-])
    """,
    re.VERBOSE,
)
_DOTS: Final = (*_BULLETS, *_WORDS_FOR_DOTS)
_LETTERS: Final = lazy_pattern(r"(?<=[a-z0-9])\s{0,2}[.•·]\s{0,2}(?:c o m|n e t|o r g)(?![\w-])")
# A host of links or chats in parts, with its path: `bit ly/x`, `t . me / x`.
_PARTS: Final = lazy_pattern(
    r"""
    (?<![\w.@/-])
    (?: (?: t | wa | m | telegram | signal | line ) [\s.·•]{1,4} me
      | (?: bit | cutt | ow | rebrand ) [\s.·•]{1,4} ly
      | discord [\s.·•]{1,4} gg | tinyurl [\s.·•]{1,4} com | goo [\s.·•]{1,4} gl
      | linktr [\s.·•]{1,4} ee | lnkd [\s.·•]{1,4} in )
    \s{0,2} / \s{0,2} [\w+@-]
    """,
    re.VERBOSE,
)
_ENDS_OF_PARTS: Final = tuple(
    f"{end}{slash}" for end in ("me", "ly", "gg", "com", "gl", "ee", "in") for slash in ("/", " /")
)
# Words for `@`, with a Cyrillic letter or two.
_WORDS_FOR_AT: Final = ("at", "ат", "аt", "aт", "arroba", "собака")
_AT: Final = lazy_pattern(
    rf"""
    (?<= \w ) (?: \s? [(\[{{<] \s? (?: {"|".join(_WORDS_FOR_AT)} ) \s? [)\]}}>] \s?
      | ([*~"']) (?: {"|".join(_WORDS_FOR_AT)} ) \1 )        # these touch both words
    (?= [a-z0-9] )
    """,
    re.VERBOSE,
)
_ATS: Final = tuple(
    sign + word for word in _WORDS_FOR_AT for sign in ("(", "[", "{", "<", "( ", "[ ", *"*~\"'")
)
_NETWORKS: Final = (
    *("telegram", "tg", "whatsapp", "whats app", "signal", "discord", "viber", "zalo", "skype"),
    *("wechat", "we chat", "kakao", "kakaotalk", "kakao talk", "instagram", "insta", "snapchat"),
    *("messenger", "line", "微信", "威信", "电报", "電報", "飞机", "飛機", "ライン", "카카오톡"),
    "텔레그램",
)
_BETWEEN: Final = r"""
    (?: me | us | my | our | the | on | via | with | to | contact | message | text | write | chat
      | support | agent | admin | help | channel | group | for | please )
"""
# Words of asking for an account after the name of a network, and the account.
_ACCOUNT: Final = lazy_pattern(
    rf"""
    (?: (?: [ ,:=-]{{1,3}} {_BETWEEN} (?!\w) ){{0,4}}
        (?: [ ,:=-]{{1,3}} {_BETWEEN} (?!\w)
          | [ ,:=-]{{1,3}} (?P<naming> at | is | id | user (?:\ ?name)? | name | nick (?:name)?
              | handle | account | add | search | find | dm | msg | usuario | benutzer (?:name)?
              | ник | пользователь ) (?!\w) )
        [ :=-]{{1,3}}
      | \ {{0,2}} (?: [-\u2013|>(\[\u2192] | [-=]> ) \ {{0,2}}
      | \ ? (?P<foreign> [\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{{1,8}} ) [ :=-]{{0,3}} )
    @? (?P<name> [a-z][a-z0-9_.]{{2,31}} ) (?! [a-z0-9_@] | \ ?[(=] )
    """,
    re.VERBOSE,
)
# Signs of asking for an account in Chinese, Japanese and Korean: to add, to look for, a name.
_ASKS: Final = frozenset("加搜找号號名友联聯系索追検검추아户戶")
_NO_WORD: Final = lazy_pattern(r"[0-9_]|\w\.\w")
# Codes of a network: `**67*`, `##002#`; others only where the text says to dial them.
_CODE: Final = lazy_pattern(
    r"""
    (?<![\w*\#]) (?: \*\* \d{2,3} \* (?!\*) | \#\# \d{2,3} \# | \* \# \d{2,3} \# | \* \d{2,3} \#
      | \* \d{2,3} \* [\s+]? \d )
    | \b (?: call | dial | press | enter | type | marque | marca | disque | wählen | наберите )
      \W{1,3} [*\#]{1,2} \d{2,3} (?! [\w*] )
    | (?: 拨 | 撥 | 拨打 | 输入 ) \W{0,3} [*\#]{1,2} \d{2,3}
    """,
    re.VERBOSE,
)
_CODE_CORE: Final = lazy_pattern(r"[*#]\d{2,3}")
# A few digits, one by one, or at the end of a phrase.
_FEW_DIGITS: Final = lazy_pattern(
    r"""
    \d (?<! [\w.,:/-] . )
    (?: (?: [- ] \d ){2,6} (?! [-. :,]?\w )
      | (?P<last> \d{3,5} ) (?= \s* (?: [)\]!?] | \. (?!\w) | $ | instead\b ) ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
# What says to call them; digits in one piece only after what is no word of phoning.
_TO_CALL: Final = lazy_pattern(
    r"""
    (?: \b (?: call | dial | ring | phone | text | use | try )
        (?: [ :]{1,2} (?: us | me | at | on ) ){0,2}
      | 打 | 拨 | 撥 | 致电 ) [ :]{0,2} \Z
    """,
    re.VERBOSE,
)
_TO_USE: Final = lazy_pattern(r"\b(?:use|try)[ :]{1,2}\Z")
_YEAR: Final = lazy_pattern(r"(?:19|20)\d\d")
_PARTS_OF_CALLS: Final = (
    *("call", "dial", "ring", "phone", "text", "use", "try", "打", "拨", "撥", "致"),
)
# Digits in Braille: the sign of a number, and letters from a to j.
_BRAILLE: Final = lazy_pattern(
    "\u283c[\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a\u281a]{3}"
)


def written_for_people(text: str) -> Iterator[tuple[int, int]]:
    """Where a folded text has such a contact, or a code that changes a phone."""
    lowered = lowered_once(text)
    yield from around(lowered, ("dot",) if text.isascii() else (*_DOTS, "dot"), _DOT)
    yield from around(lowered, ("c o m", "n e t", "o r g"), _LETTERS)
    if "/" in text:
        yield from around(lowered, _ENDS_OF_PARTS, _PARTS)
    yield from around(lowered, _ATS, _AT)
    if "*" in text or "#" in text:
        yield from _codes(lowered)
    if any(map(lowered.__contains__, _PARTS_OF_CALLS)):
        yield from _digits(lowered)
    yield from _accounts(text, lowered)
    yield from accounts_in_chinese(lowered)
    yield from signs_in_words(text, lowered)
    yield from digit_words(lowered)
    yield from corrections(lowered)
    if "\u283c" in text:
        yield from (match.span() for match in _BRAILLE.finditer(text))


def _codes(text: str) -> Iterator[tuple[int, int]]:
    for core in _CODE_CORE.finditer(text):
        found = _CODE.search(text, max(0, core.start() - _BEFORE), core.end() + _BEFORE)
        if found:
            yield found.span()


def _digits(text: str) -> Iterator[tuple[int, int]]:
    for match in _FEW_DIGITS.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _BEFORE) : start]
        if match["last"] and _YEAR.fullmatch(match[0]):
            continue
        if (_TO_USE if match["last"] else _TO_CALL).search(before):
            yield start, end


def _accounts(text: str, lowered: str) -> Iterator[tuple[int, int]]:
    for network in _NETWORKS:
        # The name of LINE is a word, but for its capitals.
        named = places(text, "LINE") if network == "line" else places(lowered, network)
        for place in named:
            if place and (lowered[place - 1].isalnum() or lowered[place - 1] in "_@./-"):
                continue
            found = _ACCOUNT.match(lowered, place + len(network))
            if found and _names_account(found):
                yield found.span("name")


def _names_account(match: re.Match[str]) -> bool:
    from hotline_check.reading.brands.dictionary import is_word  # few texts hold such labels

    name = match["name"].rstrip(".")
    if name in _NETWORKS or (match["foreign"] and _ASKS.isdisjoint(match["foreign"])):
        return False
    if _NO_WORD.search(name):
        return True
    return bool(match["naming"] or match["foreign"]) and not is_word(name)
