"""The first page: one field for whatever the person was given."""

from collections.abc import Sequence
from typing import Final

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import N_, Words

TITLE: Final = N_("Is this support number real? Ask before you dial.")
AGAIN: Final = N_("Check again")
TEXT: Final = N_("Number, address or message")
TEXT_HINT: Final = N_(
    "A phone number, web address, e-mail or account, or the whole message, just as you got it."
)
PICTURE: Final = N_("Or a screenshot")
PICTURE_HINT: Final = N_("Software can misread it, so the answer asks you to type in what you see.")
WHOSE: Final = N_("Whose is it said to be?")
WHOSE_HINT: Final = N_("Such as Coinbase. Leave it empty if nobody was named.")
THEY_CALLED: Final = N_("They called or wrote to me")
COUNTRY: Final = N_("Country")
COUNTRY_HINT: Final = N_("Only for a number without country code: US, Hong Kong.")
CHECK: Final = N_("Check")
BUSY: Final = N_("Checking …")


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a person typed into the form."""

    text: str = ""
    platform: str = ""
    country: str = ""
    they_called: bool = False


class CheckForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form.

    picture: label of the field for a picture, None where pictures can't be read.
    names: platforms to choose from. wrong: what is wrong with what was given.
    """

    title: str
    text: str
    text_hint: str
    picture: str | None
    picture_hint: str
    whose: str
    whose_hint: str
    they_called: str
    country: str
    country_hint: str
    check: str
    busy: str
    names: Sequence[str]
    given: Given
    wrong: str | None
    is_country_wanted: bool


def check_form(
    names: Sequence[str],
    _: Words,
    *,
    given: Given | None = None,
    wrong: HotlineError | None = None,
    is_country_wanted: bool = False,
    takes_picture: bool = False,
) -> CheckForm:
    """The form, with what was given already.

    is_country_wanted: the answer depends on the country, so its field is shown at once.
    """
    filled = given or Given()
    return CheckForm(
        title=_(TITLE) if given is None or wrong else _(AGAIN),
        text=_(TEXT),
        text_hint=_(TEXT_HINT),
        picture=_(PICTURE) if takes_picture else None,
        picture_hint=_(PICTURE_HINT),
        whose=_(WHOSE),
        whose_hint=_(WHOSE_HINT),
        they_called=_(THEY_CALLED),
        country=_(COUNTRY),
        country_hint=_(COUNTRY_HINT),
        check=_(CHECK),
        busy=_(BUSY),
        names=names,
        given=filled,
        wrong=error_line(wrong, _) if wrong else None,
        is_country_wanted=is_country_wanted or bool(filled.country),
    )
