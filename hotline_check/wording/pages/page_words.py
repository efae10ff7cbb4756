"""Sentences on a page: where the terminal names a command, a page names its own link."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from hotline_check.wording.screens import called, channel_guide, check, prepare
from hotline_check.wording.terms.private_keys import PRIVATE_KEYS
from hotline_check.wording.terms.problems import PROBLEMS
from hotline_check.wording.terms.reasons import REASONS
from hotline_check.wording.text.catalogue import N_, Words, words

_SECRET: Final = N_(
    "Whoever has it takes everything in the wallet; no support needs it. It is not shown or kept "
    "here. Has anybody seen it? Open “I already talked to them”."
)
# Keyed by the terminal's sentence, so that the functions that make it serve both.
ON_PAGES: Final[Mapping[str, str]] = {
    PRIVATE_KEYS["secret-phrase"]: _SECRET,
    REASONS["may-be-authority"]: N_(
        "In {country} it is a line of {authority}. If you are there, say so under “Country”."
    ),
    REASONS["whole-text"]: N_("It is a whole text. Paste only the part with the contact."),
    REASONS["no-country"]: N_("It has no country code. Say under “Country” where it belongs."),
    REASONS["say-country"]: N_("Say under “Country” where it is dialled: {regions}"),
    REASONS["platform-name"]: N_("{platform} is a name. Its contacts are on its page here."),
    called.LOCK_ANY: N_("Lock or freeze the account, in the platform's own app or site."),
    called.TELL_AT: N_("Tell {platform}, where it asks for such reports:"),
    called.TELL: N_("Tell {platform}, by its own channels, which are on its page here."),
    called.TELL_ANY: N_("Tell the platform they posed as, by its own channels."),
    called.BODIES: N_("Report it in {country}:"),
    called.BODIES_NONE: N_("Report it to the police: go there, or call the number you know."),
    called.TALLY_ALL: N_("Not said what happened, so here is every step."),
    channel_guide.FIND_NOT: N_(
        "Take no number from a search engine, an ad, an AI answer, a forum or a post: anybody can "
        "plant one there. It is a lead to check here first."
    ),
    check.LIVE_HINT: N_("This is from a stored copy of the page; open it to see it today."),
    check.ARCHIVE_HINT: N_(
        "This is from a copy of the page in {archive}; open the page to see it today."
    ),
    prepare.NEVER_STOP: N_("Asked for one of them? Hang up. Then see “I already talked to them”."),
    PROBLEMS["nothing-given"][1]: N_("type or paste what you were given"),
    PROBLEMS["no-such-platform"][1]: N_("choose one from the list of platforms"),
}


class PageWords(Words):
    """The sentences of a language as a page says them."""

    def __init__(self, terminal: Words) -> None:
        super().__init__(terminal.lang, terminal.translations)

    def __call__(self, sentence: str, **places: object) -> str:
        return super().__call__(ON_PAGES.get(sentence, sentence), **places)


@cache
def page_words(lang: str) -> PageWords:
    """The sentences of a language (`en`, `zh`, ...); English where it has no catalogue."""
    return PageWords(words(lang))
