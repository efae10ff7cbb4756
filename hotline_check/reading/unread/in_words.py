"""Contacts whose signs are words: `help at gmail`, `t me slash x`, `or call CRYPTOHELP`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.normalize.characters import places

# Characters around a mark in which the rest is.
_BEFORE, _AFTER = 24, 96

_PROVIDERS: Final = (
    *("gmail", "googlemail", "hotmail", "outlook", "yahoo", "ymail", "proton", "icloud", "gmx"),
    *("aol", "tutanota", "yandex", "zoho"),
)
# A provider of mail after a word for `@`, or before the end of its host: `help gmail com`.
_MAILBOX: Final = lazy_pattern(
    rf"""
    (?<= \w ) \s{{1,3}}
    (?: ['"*~(\[{{<-]? (?: at | arroba | chez | ät | собака | klammeraffe | chiocciola | 艾特
          | 골뱅이 | アットマーク ) ['"*~)\]}}>-]? \s{{0,3}} (?:{"|".join(_PROVIDERS)}) (?:mail)?
      | (?:{"|".join(_PROVIDERS)}) (?:mail)? \s{{1,3}}
          (?: (?: dot | punto | point | ponto | punkt | точка ) \s{{1,3}} )?
          (?: com | net | org | de | me | ch | ru | fr | co ) )
    (?! \w )
    """,
    re.VERBOSE,
)
_SLASHES: Final = (
    *("slash", "barra", "schrägstrich", "слэш", "слеш", "斜杠", "斜线", "スラッシュ", "슬래시"),
)
_SLASH: Final = lazy_pattern(
    rf"""
    (?<![\w@-])
    (?: (?: t | wa | m | telegram | signal | line )
          \W{{1,4}} (?: (?: dot | punto | point | ponto | punkt | точка ) \W{{1,4}} )? me
      | com | net | org | info | io | ly | gg | gl | ee | im | xyz | ru | cn )
    \s{{0,3}} (?: forward[ -] )? (?:{"|".join(_SLASHES)}) \s{{0,3}} [\w@]
    """,
    re.VERBOSE,
)
# What a browser or a file manager opens without a scheme.
_ROOT: Final = lazy_pattern(r"(?<![\w:/\\.@-])(?://|\\\\)[a-z0-9][a-z0-9-]{2,}")
# Another number in letters, of which the text says that it is one.
_LETTERS: Final = lazy_pattern(
    r"""
    \b (?i: or | also | else | oder | ou | o | oppure ) [ ]
    (?P<verb> (?i: call | dial | text | ring | phone ) ) \s{1,3}
    (?: (?i: us | me | at | on ) \s{1,3} ){0,2}
    (?P<letters> [A-Z]{6,14} ) (?= \s* (?: [.!?,;)\n] | \Z ) )
    """,
    re.VERBOSE,
)

# The code of a session in which somebody else sees or controls the screen, or of a meeting.
_SESSION: Final = lazy_pattern(
    r"""
    \b (?: quick \s? assist | any \s? desk | team \s? viewer | rust \s? desk | ultra \s? viewer
        | log \s? me \s? in | supremo | quick \s? support | screen \s? shar\w+ | remote )\b
      [^.!?\n]{0,40}? \b (?P<code> (?= [a-z-]* \d) [a-z0-9]{3} -? [a-z0-9]{3,6} ) (?! [\w-] )
    | \b (?: google \s )? meet \b [^.!?\n]{0,16}? \b [a-z]{3}-[a-z]{4}-[a-z]{3} (?! [\w-] )
    """,
    re.VERBOSE,
)
_SESSIONS: Final = (
    "assist",
    "desk",
    "viewer",
    "me in",
    "mein",
    "supremo",
    "support",
    "shar",
    "meet",
)
# A host in words after a verb, a short link without its sign, the name of somebody to pay.
_NAMED: Final = lazy_pattern(
    r"""
    \b (?: visit | go [ ] to | open | website | site ) [ ]
      (?P<host> [a-z0-9-]{4,} ) [ ] (?: com | net | org | info | io | xyz ) (?! \w )
    | \b (?: tinyurl | bitly | bit [ ] ly | linktree | linktr [ ] ee ) [ ] (?P<link> [\w-]{3,30} )
    | (?<! [\w$] ) \$ (?P<paid> [a-z][a-z0-9_]{4,19} ) (?! \w )
    """,
    re.VERBOSE,
)
_NAMING: Final = ("visit ", "go to ", "open ", "site ", "tinyurl", "bitly", "bit ly", "linktr", "$")
_ON_NETWORK: Final = r"""
    [ ]{1,2} (?: on | via | at | in ) [ ]{1,2} (?: our [ ] )?
    (?: telegram | tg | whatsapp | signal | discord | instagram | insta | ig | x | twitter
      | facebook | messenger | skype | snapchat | kik )\b
"""
# An account that somebody is asked to write to; its network follows, or nothing.
_ASKED: Final = lazy_pattern(
    rf"""
    \b (?: dm | pm | msg | ping | inbox | hit[ ]up ) [ ]{{1,2}}
      @? (?P<messaged> [a-z][a-z0-9_.]{{3,30}} ) (?<! \. )
      (?= {_ON_NETWORK} | \s* (?: [.!?,;)\n] | \Z ) )
    | \b (?: message | add | find | search (?: [ ]for )? | look[ ]up | contact | write (?: [ ]to )?
        | reach ) [ ]{{1,2}}
      @? (?P<found> [a-z][a-z0-9_.]{{3,30}} ) (?= {_ON_NETWORK} )
    """,
    re.VERBOSE,
)
# One of these is in each of them, asked before the pattern is compiled.
_VERBS: Final = tuple(
    f"{word} {verb}"
    for word in ("or", "also", "else", "oder", "ou", " o", "oppure")
    for verb in ("call", "dial", "text", "ring", "phone")
)
_REQUESTS: Final = (
    *("dm ", "pm ", "msg ", "ping ", "inbox ", "hit up ", "message ", "add ", "find ", "search "),
    *("look up ", "contact ", "write ", "reach "),
)


def signs_in_words(text: str, lowered: str) -> Iterator[tuple[int, int]]:
    """Where a folded text has such a contact. lowered: the text in small letters."""
    yield from around(lowered, _PROVIDERS, _MAILBOX)
    yield from around(lowered, _SLASHES, _SLASH)
    if "//" in text or "\\\\" in text:
        yield from (match.span() for match in _ROOT.finditer(lowered))
    for match in _LETTERS.finditer(text) if _holds_any(lowered, _VERBS) else ():
        if match["verb"].lower() == "dial" or not _is_word(match["letters"].lower()):
            yield match.span("letters")
    if _holds_any(lowered, _SESSIONS):
        yield from (match.span() for match in _SESSION.finditer(lowered))
    for match in _NAMED.finditer(lowered) if _holds_any(lowered, _NAMING) else ():
        if not _is_word(match[match.lastgroup or 0]):
            yield match.span()
    for match in _ASKED.finditer(lowered) if _holds_any(lowered, _REQUESTS) else ():
        name = match[match.lastgroup or 0]
        # A name that comes again is that of the platform.
        if len(re.findall(rf"\b{re.escape(name)}\b", lowered)) == 1 and not _is_word(name):
            yield match.span()


def around(text: str, marks: Sequence[str], pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where a pattern matches near a mark, which every match holds."""
    for mark in marks:
        for place in places(text, mark):
            found = pattern.search(text, max(0, place - _BEFORE), place + _AFTER)
            if found:
                yield found.span()


def _holds_any(text: str, words: Sequence[str]) -> bool:
    return any(map(text.__contains__, words))


def _is_word(word: str) -> bool:
    from hotline_check.reading.brands.dictionary import is_word  # few texts need it

    return is_word(word)
