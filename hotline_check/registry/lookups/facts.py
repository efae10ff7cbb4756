"""Data about a value, passed from the look-ups to the verdict."""

from typing import Literal

import msgspec

from hotline_check.registry.models import (
    Authority,
    Channel,
    Impostor,
    Platform,
    ReportedNumber,
    Withheld,
)

# person: named with `--platform`. text: named by the text that the contact was found in.
ClaimedBy = Literal["person", "text"]


class Match(msgspec.Struct, frozen=True):
    """A channel with the value, and the platform that publishes it."""

    platform: Platform
    channel: Channel


class Similar(msgspec.Struct, frozen=True):
    """A registry value similar to the one in question.

    likeness: `one-edit`, `toll-free-prefix`, `country-code` or `vanity` for phones;
    for hosts and accounts those of `web_likeness`, with the platform's domain or account, or its
    name where none is known. For `vanity` the value is the brand's name.
    is_strong: whether an honest stranger's contact is unlikely to be so close.
    """

    platform: Platform
    value: str
    likeness: str
    is_strong: bool = True


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the registry knows about one value; input of the verdict.

    claim: the platform the value is said to belong to; claimed_by: who says so. A text that names
    a platform need not mean every contact in it.
    authorities: public bodies whose line it is, with their country.
    pinned: platforms whose own domain the value's host lies on, with the pin.
    elsewhere: accounts of the same name on other networks, or on any where the reading names none.
    is_public_body: the host is a government's or a
    regulator's. is_offered: whether the value is given as the claimed platform's contact; a text
    that names a platform may mention others' contacts, too. also_named: the ids of other platforms
    that the same sentence names.
    """

    claim: Platform | None = None
    claimed_by: ClaimedBy = "person"
    published: tuple[Match, ...] = ()
    withheld: tuple[tuple[Platform, Withheld], ...] = ()
    reported: tuple[tuple[Platform, ReportedNumber], ...] = ()
    impostors: tuple[tuple[Platform, Impostor], ...] = ()
    authorities: tuple[tuple[str, Authority], ...] = ()
    pinned: tuple[tuple[Platform, str], ...] = ()
    elsewhere: tuple[Match, ...] = ()
    is_public_body: bool = False
    is_offered: bool = True
    also_named: tuple[str, ...] = ()
    similar: tuple[Similar, ...] = ()

    @property
    def is_nothing_known(self) -> bool:
        """Return True if the registry has nothing of the value; it may have similar ones."""
        is_held = self.published or self.withheld or self.reported or self.impostors
        is_owned = self.authorities or self.pinned or self.elsewhere or self.is_public_body
        return not (is_held or is_owned)
