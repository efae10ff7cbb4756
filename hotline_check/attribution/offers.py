"""Whether a text offers a contact as that of the platform that it names, or only mentions both.

A text about a platform also holds the numbers of friends, banks and journalists, and the links of a
newsletter; none of these is "do not use". So a claim made by a text convicts only what its words
give as the platform's own contact. In doubt the answer is a warning, never an all-clear.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from hotline_check.attribution.masked_sentence import masked, naming, words_of
from hotline_check.attribution.nearest import Attribution, Scope, sentence_around
from hotline_check.attribution.owners.desks import warns_of_imitators
from hotline_check.attribution.owners.hosts import names_owner
from hotline_check.attribution.owners.personal import is_own, may_be_personal, speaks_of_help
from hotline_check.attribution.owners.speakers import is_of_company
from hotline_check.attribution.vocabulary import (
    BRAND,
    DIRECT,
    GIVEN_TO_SOMEBODY,
    HERE,
    LABELS,
    LURES,
    MAY_GIVE_TO_SOMEBODY,
    REACHES,
    SERVICE,
    SERVICE_UNSPACED,
    SPEAKS_AS,
    TROUBLES,
    asks,
    may_begin_somebody,
)
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.brands.mentions import Mention
from hotline_check.reading.models import Find
from hotline_check.reading.normalize.characters import small

# Characters of a sentence on each side of a contact.
_REACH: Final = 240
# Mentions of a payment app elsewhere whose sentences are asked about.
_MOST_MENTIONS: Final = 8
# Sentences kept, in spam the same ones come again with another number.
_REPEATS: Final = 1_024

# Only words that label a contact, digits and signs.
_BETWEEN: Final = rf"(?:(?:{LABELS})(?!\w)|\b[^\W_]*\d[^\W_]*|[^\w{HERE}\n])*+"
_FEW_WORDS: Final = r"[^\w\n,;]{1,4}(?:[^\W\d_]+[^\w\n,;]{1,4}){0,3}?"
_WORD: Final = lazy_pattern(r"\w+")
# Not those in brackets, which are a part of a label; with and without the plural's letter.
_PLAIN_LABELS: Final = frozenset(
    form
    for label in re.split(r"\|(?![^()]*\))", LABELS)
    for form in (label.removesuffix("s?"), label.removesuffix("?"))
    if form.isalpha()
)
# "Coinbase: …", "Coinbase support is at …"; and "… is the number of Coinbase".
_LINKED_AFTER: Final = lazy_pattern(rf"{BRAND}(?:['\u2019]s)?{_BETWEEN}{HERE}")
_LINKED_BEFORE: Final = lazy_pattern(rf"{HERE}{_BETWEEN}{BRAND}")
_SERVED: Final = lazy_pattern(
    rf"""
    (?<!\w)(?:{SERVICE})(?!\w){_FEW_WORDS}{BRAND}               # "the support desk at Coinbase"
    | {BRAND}(?:['\u2019]s\b)?(?:{_FEW_WORDS}|[^\w\n,;]*)(?:{SERVICE})(?!\w)  # "Coinbase support"
    | \b(?:speak|talk|chat)\W(?:to|with)\W(?:\w+\W+){{0,4}}?(?:at|from)\W+{BRAND}
    | (?<!\w)(?:{REACHES})[^\w\n]+(?:the[^\w\n]+)?{BRAND}       # "how to contact Coinbase"
    """,
    re.VERBOSE,
)
_SERVED_UNSPACED: Final = lazy_pattern(
    rf"""
    {BRAND}[^\n\u3002{HERE}]{{0,12}}?(?:{SERVICE_UNSPACED})
    | (?:{SERVICE_UNSPACED})[^\n\u3002{HERE}]{{0,12}}?{BRAND}
    """,
    re.VERBOSE,
)
_ALERTED: Final = lazy_pattern(
    rf"""
    \b(?:your|dear|tu|su|seu|sua|ihr|dein|votre|ton|vos)
        [^\w\n]+(?:\w+[^\w\n]+)?{BRAND}                       # "your Coinbase account"
    | {BRAND}(?:['\u2019]s)?{_FEW_WORDS}(?:{LURES})(?!\w)        # "Coinbase login failed"
    | {BRAND}[^\w\n]?(?:{LURES})                               # the same without spaces
    | \b(?:{TROUBLES})[^\w\n]{{1,3}}                             # "trouble logging in to Coinbase"
        (?:(?:with|to|into|from|at|on|of|your|for|in|my)[^\w\n]{{1,3}}){{0,2}}{BRAND}
    | ^\W*(?:\w+\W+){{0,2}}?{BRAND}[^\w\n/]{{0,3}}[:\]\u3011|]  # "Coinbase: ...", "[Coinbase] ..."
    # a line that holds nothing else
    | ^(?:(?:{LABELS})(?!\w)|[^\w\n{BRAND}])*+{BRAND}(?:(?:{LABELS})(?!\w)|[^\w\n])*+$
    """,
    re.VERBOSE | re.MULTILINE,
)
# People report what happened to them; only in the brand's own sentence.
_OWN_STORY: Final = lazy_pattern(
    r"""
    (?<!do[ ])(?<!can[ ])(?<!should[ ])(?<!could[ ])   # no question: "How do I reach Coinbase?"
    \b(?:I|[Mm]y|me)\b
    (?![^\n]*\b(?:call|ring|dial)\b)                   # and nothing that asks for a call after it
    """,
    re.VERBOSE,
)
_ABOUT: Final = lazy_pattern(
    rf"""
    \b(?:about|regarding|concerning|over|sobre|über|acerca|concernant)\W+
    (?:\w+\W+)?{BRAND}   # "about Coinbase", "about your Coinbase account"
    """,
    re.VERBOSE,
)
_DIRECT: Final = lazy_pattern(
    rf"""
    # "dial …", or with the verb last
    (?<!\w)(?:{DIRECT})(?!\w){_BETWEEN}{HERE}
    | {HERE}[^\w\n]*(?:(?:numaral\w+|no'?lu|telefon\w*|hatt\w+)[^\w\n]+)*+(?:{DIRECT})
    """,
    re.VERBOSE,
)
# A question that only a number answers: "Forgot your password? ...".
_ASKED_FIRST: Final = lazy_pattern(rf"\?[^\w\n]*{HERE}[^\w\n]*$")
_BARE: Final = lazy_pattern(rf"^{_BETWEEN}{HERE}{_BETWEEN}$")


def is_offered(found: Find, said: Attribution, text: str, *, is_payment_app: bool = False) -> bool:
    """Return True where a text gives a contact as that of the platform it is attributed to.

    A row of a table gives it, and so does a name in disguise, which no honest text needs.
    is_payment_app: whether the platform names its users by their numbers and addresses.
    """
    if any(mention.disguised for mention in said.mentions):
        return True
    if is_payment_app and _is_payee(found, said, text):
        return False
    if said.scope is Scope.ROW:
        return True
    if said.scope is not Scope.SENTENCE:
        if _is_phone(found) and any(map(_speaks_as, naming(said.mentions, text))):
            return True  # "I am from Coinbase. Call me back at ..."
        return is_asked_for(found, text, said.mentions) and any(
            map(speaks_for, naming(said.mentions, text))
        )
    if not _may_be_offered(found, text):
        return False
    sentence = masked(text, *sentence_around(found, text), said.mentions, found)
    is_given = _offers(sentence, is_phone=_is_phone(found))
    return is_given and not _is_somebodys(found, text, sentence, said.mentions)


def is_asked_for(found: Find, text: str, mentions: Sequence[Mention] = ()) -> bool:
    """Return True where a sentence that names no platform asks to use the contact in it.

    So does one that holds nothing but the contact and its label. In `call me on ...` it is
    a private person's. mentions: those of the platform in other sentences.
    """
    if not _may_be_offered(found, text):
        return False
    sentence = masked(text, *sentence_around(found, text), (), found)
    is_given = _asks_to_use(sentence, is_phone=_is_phone(found))
    return is_given and not _is_somebodys(found, text, sentence, mentions)


def _is_somebodys(found: Find, text: str, sentence: str, mentions: Sequence[Mention]) -> bool:
    """Return True for a contact of the reader or of a company, asked last: it takes the longest."""
    sentence = small(sentence)
    if is_own(sentence) and may_be_personal(found):
        return True
    start, _ = sentence_around(found, text)
    return is_of_company(sentence, text, (start, found.start), mentions)


def _is_payee(found: Find, said: Attribution, text: str) -> bool:
    """Return True for a person's contact next to a payment app's name, without a word of help."""
    around = [(max(0, found.start - _REACH), found.end + _REACH)]
    if said.scope is not Scope.ROW:
        start, end = sentence_around(found, text)
        around = [(max(start, around[0][0]), min(end, around[0][1]))]
    if said.scope not in {Scope.ROW, Scope.SENTENCE}:
        around += [sentence_around(mention, text) for mention in said.mentions[:_MOST_MENTIONS]]
    sentences = (masked(text, *span, said.mentions, found) for span in dict.fromkeys(around))
    return not any(speaks_of_help(small(each)) for each in sentences) and may_be_personal(found)


def _may_be_offered(found: Find, text: str) -> bool:
    """Return False for an address whose sentence asks for nothing or names its owner."""
    if _is_phone(found):
        return True
    around = small(_near(found, text))
    return asks(around) and not names_owner(found, around)


def _is_phone(found: Find) -> bool:
    return not found.readings or found.readings[0].kind == "phone"


@lru_cache(maxsize=_REPEATS)
def _speaks_as(sentence: str) -> bool:
    """Return True where somebody says that they are the platform, whose name is replaced."""
    return SPEAKS_AS.search(small(sentence)) is not None


def presents(mention: Mention, mentions: Iterable[Mention], text: str) -> bool:
    """Return True where a text speaks as a platform or of its service: "your Coinbase account".

    In `I use Coinbase` and in a headline the platform is only a topic.
    """
    start, end = sentence_around(mention, text)
    return speaks_for(masked(text, start, end, mentions))


@lru_cache(maxsize=_REPEATS)
def speaks_for(sentence: str) -> bool:
    """The same for a sentence in which the brand is replaced."""
    lowered = small(sentence)
    if SPEAKS_AS.search(lowered):
        return True
    if _OWN_STORY.search(sentence):
        return False
    return bool(_is_served(lowered) or _ALERTED.search(lowered))


@lru_cache(maxsize=_REPEATS)
def _asks_to_use(sentence: str, *, is_phone: bool) -> bool:
    sentence = small(sentence)
    if _is_given_to_somebody(sentence):
        return False
    if not is_phone or asks(sentence):
        return True
    return any(pattern.search(sentence) for pattern in (_BARE, _DIRECT))


@lru_cache(maxsize=_REPEATS)
def _offers(sentence: str, *, is_phone: bool) -> bool:
    """Return True where a sentence with a brand and a contact gives the contact as the brand's."""
    sentence = small(sentence)
    if SPEAKS_AS.search(sentence):
        return True
    if _is_given_to_somebody(sentence) or warns_of_imitators(sentence):
        return False
    if _is_labelled(sentence) or _is_served(sentence) or _is_linked(sentence):
        return True
    if not is_phone:
        return _ALERTED.search(sentence) is not None
    if _ABOUT.search(sentence):
        return False
    if _ASKED_FIRST.search(sentence):
        return _ALERTED.search(sentence) is not None
    if not _DIRECT.search(sentence):
        return False
    before = sentence.find(BRAND) < sentence.find(HERE)
    return before or _ALERTED.search(sentence) is not None


def _is_labelled(sentence: str) -> bool:
    """Return True for labels without variants after a brand: `_is_linked` takes them all.

    It is what most texts have, and compiling the pattern takes seven milliseconds.
    """
    here = sentence.find(HERE)
    brand = sentence.rfind(BRAND, 0, max(here, 0))
    if brand < 0:
        return False
    between = sentence[brand + 1 : here]
    words = _WORD.findall(between.removeprefix("'s").removeprefix("\u2019s"))
    return "\n" not in between and _PLAIN_LABELS.issuperset(words)


def _is_linked(sentence: str) -> bool:
    """Return True where only labels are between a brand and the contact."""
    here = sentence.find(HERE)
    if BRAND in sentence[: max(here, 0)] and _LINKED_AFTER.search(sentence):
        return True
    return BRAND in sentence[here + 1 :] and _LINKED_BEFORE.search(sentence) is not None


def _is_given_to_somebody(sentence: str) -> bool:
    if not any(map(may_begin_somebody, words_of(sentence))):
        return False
    return bool(MAY_GIVE_TO_SOMEBODY.search(sentence) and GIVEN_TO_SOMEBODY.search(sentence))


def _is_served(sentence: str) -> bool:
    if _SERVED.search(sentence):
        return True
    return not sentence.isascii() and _SERVED_UNSPACED.search(sentence) is not None


def _near(found: Find, text: str) -> str:
    start, end = sentence_around(found, text)
    start, end = max(start, found.start - _REACH), min(end, found.end + _REACH)
    return f"{text[start : found.start]} {text[found.end : end]} {found.shown}"
