"""What the reader took for granted, and the disguises that it undid, in a few words each."""

from hotline_check.reading.models import Assumption, Reading
from hotline_check.wording.text.catalogue import N_, Words

ASSUMPTIONS = {
    "country-from-text": N_("country {a0} from a hint next to it"),
    "country-given": N_("country {a0} as you said"),
    "country-from-claim": N_("country {a0}, where the platform has contacts"),
    "country-from-locale": N_("country {a0} from this device's settings"),
    "country-from-language": N_("country {a0} from the language of the text"),
    "country-from-report": N_("country code {a0}, with which the number was reported"),
    "country-from-shape": N_("country code {a0} from the way it is grouped"),
    "plus-missing": N_("{a0} at the start is the country code"),
    "international-prefix": N_("{a0} used in place of the plus sign"),
    "doubled-country-code": N_("country code {a0} stood there twice"),
    "foreign-prefix": N_("{a0} is not dialled for abroad in {a1}"),
    "old-prefix-dropped": N_("{a0}, dialled in former years, left out"),
    "carrier-left-out": N_("{a0}, which chooses a phone company, left out"),
    "mobile-digits-changed": N_("{a0} at home is {a1} from abroad"),
    "plus-ignored": N_("the plus sign ignored"),
    "context-added": N_("{a0} added, which a phone does not dial"),
    "surplus-digits": N_("{a0} at the end left out, as a phone there does"),
    "no-such-code": N_("{a0} is the code of no country"),
    "trunk-zero-dropped": N_("the 0 that is only dialled at home left out"),
    "letter-as-digit": N_("{a0} read as {a1}"),
    "words-as-digits": N_("{a0} read as {a1}"),
    "vanity": N_("{a0} read on a keypad as {a1}"),
    "extra-letters-dropped": N_("surplus letters {a0} left out"),
    "extension-left-out": N_("extension {a0} left out"),
    "lines-joined": N_("lines joined"),
    "fields-joined": N_("digits before and after {a0} joined"),
    "struck-out": N_("struck out"),
    "home-only": N_("dialled exactly as written, only inside {a0}"),
    "not-in-plan": N_("no such number is in use in that country"),
    "defanged": N_("address written so that it cannot be clicked"),
    "query-dropped": N_("the part after ? or # left out"),
}
DISGUISES = {
    "letters-for-digits": N_("letters for digits"),
    "styled-characters": N_("styled characters"),
    "foreign-digits": N_("digits of another script"),
    "symbols": N_("symbols between digits"),
    "emoji": N_("emoji"),
    "brackets": N_("odd brackets"),
    "hidden-characters": N_("hidden characters"),
    "combining-marks": N_("marks over the digits"),
    "html-entities": N_("HTML codes"),
    "digit-words": N_("digits in words"),
    "vanity": N_("a word for digits"),
    "doubled-country-code": N_("a doubled country code"),
    "line-break": N_("a line break inside"),
    "mixed-scripts": N_("look-alike letters"),
}


def assumption(found: Assumption, _: Words) -> str:
    """An assumption of the reader in a few words."""
    places = {f"a{i}": arg for i, arg in enumerate(found.args)}
    return _(ASSUMPTIONS[found.code], **places)


def disguises(reading: Reading, _: Words) -> list[str]:
    """The disguises of a contact, in a few words each."""
    return [_(DISGUISES[tag]) for tag in reading.disguise if tag in DISGUISES]
