"""Every assumption code and disguise tag the reader can give; `wording` has a sentence for each.

Assumption codes, with their `args` in order:

- `country-from-text` (region): a hint next to the number, such as `[UK]` or a flag, named it.
- `country-given` (region): `Hints.region`, what the person asked for.
- `country-from-claim` (region): a country where the claimed platform has channels.
- `country-from-language` (region): a country of the language of the sentence; only in texts.
- `country-from-locale` (region): the country of the machine's language setting.
- `country-from-report` (calling code): reported with that code, and given without one.
- `country-from-shape` (calling code): grouped as numbers of that calling code are; only in texts.
- `plus-missing` (calling code): digits read as starting with a country code, without a plus.
- `international-prefix` (prefix): `00`, `011` and the like read as a plus.
- `foreign-prefix` (prefix, region): that country dials another international prefix.
- `doubled-country-code` (calling code): the country code was written twice, read once.
- `trunk-zero-dropped` (): the zero that is only dialled at home was left out.
- `old-prefix-dropped` (digits): a prefix of former days, such as the 1 of `+52 1`, was left out.
- `carrier-left-out` (digits): what chooses a carrier at home is no part of the number.
- `mobile-digits-changed` (digits, digits): how a mobile is marked at home, and from abroad.
- `plus-ignored` (): a plus before digits that are a number only without it.
- `context-added` (digits): the part of a `tel:` link that says what its number begins with, which
  phones do not dial.
- `surplus-digits` (digits): a phone in that country has dialled before these are reached.
- `no-such-code` (code): no country has that code, so no phone can call the number.
- `letter-as-digit` (character, digit): a letter or sign was read as the digit it looks like.
- `words-as-digits` (words, digits): digits spelled as words.
- `vanity` (letters, digits): letters read on the phone keypad.
- `extra-letters-dropped` (letters): vanity letters beyond the number's length.
- `extension-left-out` (extension): an extension is not part of the judged number.
- `lines-joined` (): the number ran over a line break.
- `fields-joined` (sign): a sign that separates fields was read as one between groups of digits.
- `struck-out` (): the text has a line through it.
- `home-only` (region): dialled as it is inside that country, and not from abroad.
- `not-in-plan` (): the length fits, but the country's numbering plan has no such number.
- `defanged` (): a web or mail address was written so that it can't be clicked.
- `query-dropped` (): the part of a URL after `?` or `#` was left out.

Disguise tags: see the `TAG_*` constants; each says what was done to the characters of the find.
"""

from enum import StrEnum
from typing import Final


class Problem(StrEnum):
    """Why there is no reading: what a text is instead of a contact that can be judged."""

    NO_NUMBER = "no-number"  # it holds no digits that could be one
    FRAGMENT = "fragment"  # only a part of a number
    TOO_LONG = "too-long"  # more digits than any number has
    NO_COUNTRY = "no-country"  # digits of a number, and nothing says of which country
    IMPOSSIBLE = "impossible"  # digits that no country's numbers are like
    REORDERED = "reordered"  # signs in it show its characters in another order
    SERVICE_CODE = "service-code"  # keys that change the phone instead of calling
    WHOLE_TEXT = "whole-text"  # a text, not a contact
    LINK_UNREADABLE = "link-unreadable"  # a link whose target is not known
    CALLER_HIDDEN = "caller-hidden"  # a caller whose number was not shown
    WORDS_OF_WALLET = "secret-phrase"  # a seed phrase, which is never printed again
    WALLET_KEY = "secret-key"  # a private key
    KEY_OR_HASH = "secret-or-hash"  # a key, or the hash of a transaction
    NOT_READ = "not-read"  # what may be a contact, and no reader took it


COUNTRY_FROM_TEXT: Final = "country-from-text"
COUNTRY_GIVEN: Final = "country-given"
COUNTRY_FROM_CLAIM: Final = "country-from-claim"
COUNTRY_FROM_LANGUAGE: Final = "country-from-language"
COUNTRY_FROM_LOCALE: Final = "country-from-locale"
COUNTRY_FROM_SHAPE: Final = "country-from-shape"
COUNTRY_FROM_REPORT: Final = "country-from-report"
PLUS_MISSING: Final = "plus-missing"
INTERNATIONAL_PREFIX: Final = "international-prefix"
FOREIGN_PREFIX: Final = "foreign-prefix"
DOUBLED_COUNTRY_CODE: Final = "doubled-country-code"
TRUNK_ZERO_DROPPED: Final = "trunk-zero-dropped"
OLD_PREFIX_DROPPED: Final = "old-prefix-dropped"
CARRIER_LEFT_OUT: Final = "carrier-left-out"
MOBILE_DIGITS_CHANGED: Final = "mobile-digits-changed"
PLUS_IGNORED: Final = "plus-ignored"
CONTEXT_ADDED: Final = "context-added"
SURPLUS_DIGITS: Final = "surplus-digits"
NO_SUCH_CODE: Final = "no-such-code"
LETTER_AS_DIGIT: Final = "letter-as-digit"
WORDS_AS_DIGITS: Final = "words-as-digits"
VANITY: Final = "vanity"
EXTRA_LETTERS_DROPPED: Final = "extra-letters-dropped"
EXTENSION_LEFT_OUT: Final = "extension-left-out"
LINES_JOINED: Final = "lines-joined"
FIELDS_JOINED: Final = "fields-joined"
STRUCK_OUT: Final = "struck-out"
HOME_ONLY: Final = "home-only"
NOT_IN_PLAN: Final = "not-in-plan"
DEFANGED: Final = "defanged"
QUERY_DROPPED: Final = "query-dropped"

ASSUMPTIONS: Final = (
    COUNTRY_FROM_TEXT,
    COUNTRY_GIVEN,
    COUNTRY_FROM_CLAIM,
    COUNTRY_FROM_LANGUAGE,
    COUNTRY_FROM_LOCALE,
    COUNTRY_FROM_SHAPE,
    COUNTRY_FROM_REPORT,
    PLUS_MISSING,
    INTERNATIONAL_PREFIX,
    FOREIGN_PREFIX,
    DOUBLED_COUNTRY_CODE,
    TRUNK_ZERO_DROPPED,
    OLD_PREFIX_DROPPED,
    CARRIER_LEFT_OUT,
    MOBILE_DIGITS_CHANGED,
    PLUS_IGNORED,
    CONTEXT_ADDED,
    SURPLUS_DIGITS,
    NO_SUCH_CODE,
    LETTER_AS_DIGIT,
    WORDS_AS_DIGITS,
    VANITY,
    EXTRA_LETTERS_DROPPED,
    EXTENSION_LEFT_OUT,
    LINES_JOINED,
    FIELDS_JOINED,
    STRUCK_OUT,
    HOME_ONLY,
    NOT_IN_PLAN,
    DEFANGED,
    QUERY_DROPPED,
)

# Letters or signs replace digits.
TAG_LETTERS: Final = "letters-for-digits"
# Mathematical, circled, full-width, superscript and the like instead of plain ones.
TAG_STYLED: Final = "styled-characters"
# Decimal digits of another script.
TAG_SCRIPT: Final = "foreign-digits"
# Arrows, box drawing, stars, operators between the digits.
TAG_SYMBOLS: Final = "symbols"
# Pictures between the digits.
TAG_EMOJI: Final = "emoji"
# Nested, unbalanced or odd brackets.
TAG_BRACKETS: Final = "brackets"
# Zero-width and other unseen characters.
TAG_HIDDEN: Final = "hidden-characters"
# Marks drawn over or around the characters.
TAG_MARKS: Final = "combining-marks"
# Characters written as HTML entities, or markup inside the number.
TAG_ENTITIES: Final = "html-entities"
# Digits spelled out.
TAG_WORDS: Final = "digit-words"
# A word instead of digits.
TAG_VANITY: Final = "vanity"
# The country code twice.
TAG_DOUBLED: Final = "doubled-country-code"
# A line break inside the number.
TAG_BROKEN: Final = "line-break"
# A host or address with letters of several scripts, or look-alike letters.
TAG_LOOKALIKE_HOST: Final = "mixed-scripts"

DISGUISES: Final = (
    TAG_LETTERS,
    TAG_STYLED,
    TAG_SCRIPT,
    TAG_SYMBOLS,
    TAG_EMOJI,
    TAG_BRACKETS,
    TAG_HIDDEN,
    TAG_MARKS,
    TAG_ENTITIES,
    TAG_WORDS,
    TAG_VANITY,
    TAG_DOUBLED,
    TAG_BROKEN,
    TAG_LOOKALIKE_HOST,
)
