"""A page that says what went wrong."""

from typing import Final

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.wording.terms.problems import PROBLEMS
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import harmless

HOME: Final = N_("To the first page")


class ErrorView(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong and what to do about it."""

    what: str
    mend: str
    home: str


def error_view(error: HotlineError, _: Words) -> ErrorView:
    """The page for an error."""
    what, mend = (harmless(_(text, **error.params)) for text in PROBLEMS[error.code])
    return ErrorView(what=_sentence(what), mend=_sentence(mend), home=_(HOME))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
