"""Brand names in a text, also in disguise.

Names and text are brought to one form (styled letters plain, look-alikes equal, `0` = `o`,
`1` = `l` = `i`), and words are looked up in a table, so the time does not grow with the names.

What counts in plain text:
- A name of several words, or a single one that is no ordinary word: in any case (`coinbase`).
- An ordinary word (`Gate`, `River`, `uphold`) or a name of up to four letters: only in the brand's
  own case or in capitals, and an ordinary word at the start of a sentence, or a name of two
  letters, only next to a word of the trade (`wallet`, `support`, `account`, ...). An ordinary word
  elsewhere in a sentence counts only in a text that speaks of accounts or of crypto; in lower
  case only next to a word that nobody else uses with it (`strike support`, not `strike action`).
- No name that is part of another firm's: `Golden Gate`, `Crypto.com Arena` (`other_firms`).
- A name of six letters and more also inside a longer word (`CoinbaseSupport`).
- In disguise (styled, spaced out, hidden characters): always; nobody disguises the word `river`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.name_table import (
    FEWEST_INSIDE,
    UNSPACED,
    BrandNames,
    Hit,
    Name,
    NameTable,
    alike,
    any_of,
    form_of,
    may_name,
    name_within,
    prepared,
)
from hotline_check.reading.brands.other_firms import is_part_of_other
from hotline_check.reading.brands.surroundings import OF_MONEY, PLAIN_TRADE, TRADE_NEARBY
from hotline_check.reading.normalize.characters import WORD, places, plain, small, words_in
from hotline_check.reading.normalize.markers import HIDDEN

_SPACED: Final = lazy_pattern(r"(?<![^\W_])[^\W_](?:[^\w\n]{1,3}[^\W_]){3,40}(?![^\W_])")
# The kinds of ASCII characters in such a name: letters, what may be between, and what may not.
_KINDS: Final = bytes(
    b"a"[0] if chr(code).isalnum() else b"#"[0] if chr(code) in "_\n" else b" "[0]
    for code in range(256)
)
_TWO_LETTERS: Final = lazy_pattern(b" a {1,3}a ")
# A name such as `OKX` or `Gate` also is a part of sentences about something else.
_SHORT: Final = 4
# The same in scripts without spaces: matcha, "open sesame", "fire must", leisure, phantom, kraken.
_ORDINARY_UNSPACED: Final = frozenset(
    ("抹茶", "芝麻开门", "芝麻開門", "火必", "レジャー", "팬텀", "크라켄"),
)
# What makes such a word the brand: `抹茶客服`, `火必交易所`.
_TRADE_UNSPACED: Final = lazy_pattern(
    r"""
    \s*
    (?: 交易所|客服|官网|官網|官方|平台|钱包|錢包|账户|帳戶|账号|帳號|电话|電話|热线|熱線  # Chinese
      | ウォレット|サポート|取引所|電話|ハードウェア                                  # Japanese
      | 거래소|지갑|월렛|고객센터|고객[ ]?지원|전화                                   # Korean
      | [(（]?\s*(?:MEXC|MXC|HTX|Huobi|Gate|Ledger|Phantom|Kraken)\b         # its Latin name
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Digits and signs that replace letters.
_FOR_LETTERS: Final = frozenset("013457$|")
# 货币安全 ("safety of money") holds 币安, Binance.
_MONEY: Final = frozenset("货貨钱錢硬纸紙代外")


class Mention(NamedTuple):
    """A brand in a text.

    disguised: whether the name was written in other characters than its own.
    """

    start: int
    end: int
    text: str
    platform: str
    disguised: bool


def mentions(text: str, names: Mapping[str, str]) -> Iterator[Mention]:
    """Every mention of a brand in a text, in order, without overlaps.

    names: brand name or alias -> platform id.
    """
    known = names.table if isinstance(names, BrandNames) else prepared(tuple(names.items()))
    shown = plain(text)
    hidden = _Hidden(shown) if HIDDEN in shown else None
    if hidden:
        shown = shown.replace(HIDDEN, "")
    form = shown.lower()
    if len(form) != len(shown):
        form = "".join(char.lower()[:1] for char in shown)
    form = alike(form)
    found = [*_words(form, shown, known), *_spaced(form, known), *_unspaced(text, hidden, known)]
    end = 0
    for start, stop, platform, disguised in sorted(found, key=lambda hit: (hit[0], -hit[1])):
        if start < end:
            continue
        end = stop
        low, high = (hidden.at(start), hidden.at(stop - 1) + 1) if hidden else (start, stop)
        original = text[low:high]
        is_disguised = disguised or (not original.isascii() and plain(original) != original)
        yield Mention(low, high, original, platform, is_disguised)


class _Hidden:
    """Where a text has hidden characters, and the way back from the text without them."""

    def __init__(self, shown: str) -> None:
        self._places = [match.start() for match in re.finditer(HIDDEN, shown)]
        self._gaps = [place - count for count, place in enumerate(self._places)]

    def at(self, place: int) -> int:
        """Where in the whole text a character of the text without them is."""
        return place + bisect_right(self._gaps, place)

    def without(self, text: str) -> str:
        """The text without the hidden characters."""
        starts = [0, *(place + 1 for place in self._places)]
        ends = [*self._places, len(text)]
        return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _words(form: str, shown: str, known: NameTable) -> Iterator[Hit]:
    for word in may_name(words_in(form), known):
        for start in _whole_words(form, word):
            hit = _named_at(form, shown, start, word, known)
            if hit:
                yield hit


def _whole_words(form: str, word: str) -> Iterator[int]:
    """Where a text has a whole word; few of its words may name a brand."""
    for start in places(form, word):
        end = start + len(word)
        if not (form[start - 1 : start].isalnum() or form[end : end + 1].isalnum()):
            yield start


def _named_at(form: str, shown: str, start: int, word: str, known: NameTable) -> Hit | None:
    """The longest name of a brand that begins with a word, or that the word holds."""
    names = known.by_word.get(word, ())
    second = WORD.search(form, start + len(word)) if names else None
    for name in names:
        if len(name.words) > 1 and (second is None or name.words[1] != second[0]):
            continue
        stop = _end_of(form, start, name)
        if stop and is_part_of_other(form, start, stop):
            return None
        if stop and _counts(form, shown, (start, stop), name):
            return (start, stop, name.platform, _is_leet(shown[start:stop], name))
    if len(word) >= FEWEST_INSIDE:
        return name_within(start, start + len(word), word, known)
    return None


def _end_of(form: str, start: int, name: Name) -> int | None:
    """Where a name ends whose first word is here; None if the others don't follow at once."""
    end = start + len(name.words[0])
    for word in name.words[1:]:
        found = WORD.search(form, end)
        if found is None or found[0] != word:
            return None
        between = form[end : found.start()]
        if len(between) > 2 or "\n" in between:
            return None
        end = found.end()
    return end


def _counts(form: str, shown: str, span: tuple[int, int], name: Name) -> bool:
    """Return True if the words mean the brand. span: where they are in the text."""
    start, stop = span
    size = sum(map(len, name.words))
    if size > _SHORT and (not name.is_ordinary or len(name.words) > 1):
        return True
    written = shown[start:stop]
    capital = written.isupper() or written == name.spelling
    if not capital and written.lower() == name.spelling.lower():
        return False
    after = WORD.search(form, stop)
    adjacent = {_word_before(form, start), after[0] if after else ""}
    if name.is_ordinary and written.islower():
        return not adjacent.isdisjoint(_PLAIN_TRADE_FORMS)
    trade = not adjacent.isdisjoint(_TRADE_FORMS)
    if size <= 2:
        return trade
    if trade or not name.is_ordinary:
        return True
    return not _opens_sentence(shown, start) and _speaks_of_money(shown)


def _word_before(form: str, end: int) -> str:
    while end and not form[end - 1].isalnum():
        end -= 1
    start = end
    while start and form[start - 1].isalnum():
        start -= 1
    return form[start:end]


@lru_cache(maxsize=4)
def _speaks_of_money(shown: str) -> bool:
    """Cached, since a long text may hold an ordinary word in each of its lines."""
    return OF_MONEY.search(shown) is not None


_TRADE_FORMS: Final = frozenset(form_of(word) for word in TRADE_NEARBY)
_PLAIN_TRADE_FORMS: Final = frozenset(form_of(word) for word in PLAIN_TRADE)


def _opens_sentence(shown: str, start: int) -> bool:
    before = shown[max(0, start - 4) : start].rstrip(" \"'(*_#")
    return not before or before[-1] in ".!?:\n"


def _is_leet(written: str, name: Name) -> bool:
    """Return True if digits or signs replace letters."""
    return not _FOR_LETTERS.isdisjoint(written) and not any(map(str.isdecimal, name.spelling))


def _spaced(form: str, known: NameTable) -> Iterator[Hit]:
    """Names with something between all their letters."""
    for match in _rows_of_letters(form):
        places = [at for at in range(match.start(), match.end()) if form[at].isalnum()]
        letters = "".join(form[at] for at in places)
        for length in known.lengths:
            if length > len(letters):
                continue
            for first in range(len(letters) - length + 1):
                name = known.inside.get(letters[first : first + length])
                if name:
                    yield (places[first], places[first + length - 1] + 1, name.platform, True)
                    break


def _rows_of_letters(form: str) -> Iterator[re.Match[str]]:
    """The matches of `_SPACED`, in an ASCII text only around two letters that it holds in a row."""
    if not form.isascii():
        yield from _SPACED.finditer(form)
        return
    kinds = form.encode().translate(_KINDS)
    end = 0
    two = _TWO_LETTERS.search(kinds)
    while two:
        place = two.start()
        starts = range(max(end, place - 3), place)  # the letter before these two
        match = next(filter(None, (_SPACED.match(form, start) for start in starts)), None)
        if match:
            yield match
            end = match.end()
        two = _TWO_LETTERS.search(kinds, end if match else place + 1)


def _unspaced(text: str, hidden: _Hidden | None, known: NameTable) -> Iterator[Hit]:
    """Names in scripts that set no spaces."""
    if not known.unspaced or text.isascii() or not UNSPACED.search(text):
        return
    searched = hidden.without(text) if hidden else text
    for match in any_of(known.unspaced).finditer(small(searched)):
        if _is_ordinary_text(match):
            continue
        yield (match.start(), match.end(), known.platforms[match[0]], False)


def _is_ordinary_text(match: re.Match[str]) -> bool:
    """Whether a name in a script without spaces is only letters of an ordinary text."""
    name, text, start = match[0], match.string, match.start()
    if name[0] in "币幣" and start and text[start - 1] in _MONEY:
        return True
    return name in _ORDINARY_UNSPACED and not _TRADE_UNSPACED.match(text, match.end())
