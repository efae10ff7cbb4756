"""What is asked of a table: which columns hold what, and what holds for every row."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

import msgspec

from hotline_check.errors import HotlineError
from hotline_check.verdict.models import Direction

# In this order after the columns of the input; a column of the same name is refused, not replaced.
ADDED: Final = ("status", "exit", "read_as", "platform", "reason", "registry_date")
"""The columns that are added to a table, in order, with the question's prefix."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """The columns to judge by, and what is said of rows that say nothing themselves.

    phone: the column of contacts: phone numbers, web addresses, e-mail addresses or accounts.
    text: a column of texts, in which contacts are found as `scan` finds them.
    claim: a column of platforms' names: whose contact it is said to be.
    country: a column of countries, for numbers without a country code.
    platform, region: the claim and the country of rows whose own cell is empty.
    direction: `they-called` when it was they who called or wrote.
    prefix: what the names of the added columns begin with.
    """

    phone: str | None = None
    text: str | None = None
    claim: str | None = None
    country: str | None = None
    platform: str | None = None
    region: str | None = None
    direction: Direction = "dialling"
    prefix: str = ""

    @property
    def columns(self) -> tuple[str | None, str | None, str | None, str | None]:
        """The names of the columns by their job: those of a `Row`."""
        return self.phone, self.text, self.claim, self.country

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that are added."""
        return tuple(self.prefix + name for name in ADDED)

    def check(self, names: Sequence[str], place: str = "") -> None:
        """Compare the question with the columns of a table, which comes from `place`.

        Raises HotlineError when a column is missing or there twice, or when one has the name of
        a column that would be added.
        """
        if self.phone is None and self.text is None:
            raise HotlineError("no-column")
        for name in self.columns:
            if name is None:
                continue
            if name not in names:
                near = get_close_matches(name, names, 1) or list(names[:20])
                raise HotlineError(
                    "no-such-column", table=place, name=name, known=", ".join(near) or "-"
                )
            if list(names).count(name) > 1:
                raise HotlineError("column-twice", table=place, name=name)
        taken = [name for name in self.added if name in names]
        if taken:
            raise HotlineError("column-taken", table=place, columns=", ".join(taken))
