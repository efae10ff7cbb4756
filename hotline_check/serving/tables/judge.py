"""The answer about one row: the most alarming verdict of what its cells hold."""

import datetime as dt
import io
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from hotline_check.api.registry import encoded
from hotline_check.checking import Checker
from hotline_check.errors import BY_ALARM, Exit, HotlineError
from hotline_check.reading.models import Reading
from hotline_check.reading.plain_number import plain_number
from hotline_check.registry.matching.names import fold
from hotline_check.registry.matching.number_index import NumberIndex
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner, Tally
from hotline_check.serving.tables.question import Question
from hotline_check.verdict.models import Status, Verdict

# Pairs of a claim and a country whose checkers are kept.
_MOST_KEPT: Final = 1_024
# In place of bytes that are no character, of which one may have been a digit.
_UNDECODED: Final = "\ufffd"


class Row(NamedTuple):
    """The cells of a row that decide its answer; None where a column or a value is missing."""

    phone: str | None
    text: str | None
    claim: str | None
    country: str | None


class Answer(NamedTuple):
    """The values of the added columns but the registry's date, which is that of every row.

    status: None where nothing was judged; then `exit` is 4 for a row without a contact, and 2 for
        one that could not be read.
    read_as: what the contact was read as, several readings with a space between them.
    platform: id of the platform that publishes the contact, or whose it is said to be.
    reason: the codes of the reasons, with a space between them.
    """

    status: str | None
    exit: int
    read_as: str | None = None
    platform: str | None = None
    reason: str | None = None


class RowJudge:
    """Answers rows against one registry, on one day.

    store: of a registry that stays as it is, such as a frozen copy.
    Raises HotlineError when the registry can't be used or what the question says of every row
    is wrong.
    """

    def __init__(self, store: Store, question: Question, today: dt.date) -> None:
        self._store = store
        self._question = question
        self._today = today
        self._asked = lru_cache(_MOST_KEPT)(self._new_asked)
        self._asked(question.platform, question.region)
        self.date = store.ask(lambda snapshot: snapshot.date)

    def answer(self, row: Row) -> Answer:
        """The answer about a row."""
        phone, text, claim, country = row
        claim = claim if claim and fold(claim) else self._question.platform
        country = (country and country.strip()) or self._question.region
        phone = phone if phone and not phone.isspace() else None
        text = text if text and not text.isspace() else None
        if phone is None and text is None:
            return Answer(None, Exit.NO_CONTACT)
        if phone and _UNDECODED in phone:
            return Answer(None, Exit.NOTHING_CHECKED, reason="undecodable")
        try:
            asked = self._asked(claim, country)
        except HotlineError as error:
            if error.code not in {"no-such-region", "no-such-region-near"}:
                raise
            return Answer(None, Exit.NOTHING_CHECKED, reason="no-such-region")
        if text is None:
            return asked.about_contact(phone or "")
        return asked.about_text(phone, text)

    def close(self) -> None:
        """Close the registry."""
        self._store.close()

    def _new_asked(self, claim: str | None, country: str | None) -> "_Asked":
        return _Asked(
            Checker(
                self._store,
                today=self._today,
                claim=claim,
                region=country,
                direction=self._question.direction,
            )
        )


class _Asked:
    """Answers rows of one claim and one country."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._numbers: NumberIndex | None = None
        self._unheard_of: Answer | None = None

    def about_contact(self, phone: str) -> Answer:
        """The answer about the contacts of a cell."""
        value = plain_number(phone, self._checker.hints)
        if value is None or not self._is_unheard_of(value):
            return _answer(self._checker.check(phone))
        # Nothing in the answer depends on such a number but its value.
        if self._unheard_of is None:
            self._unheard_of = _answer(self._checker.check(phone))
        status, code, _read_as, platform, reason = self._unheard_of
        return Answer(status, code, value, platform, reason)

    def _is_unheard_of(self, value: str) -> bool:
        """Return True if it is certain that the registry has nothing like a number."""
        if self._numbers is None:  # until the registry's contacts are held in memory
            self._numbers = self._checker.store.ask(Snapshot.numbers)
        return self._numbers is not None and self._numbers.is_unheard_of(value)

    def about_text(self, phone: str | None, text: str) -> Answer:
        """The answer about a contact and those of a text; what was not read prevents exit 0."""
        found = self._checker.check(phone) if phone else []
        tally = Tally()
        unread = None
        for result in self._scanner.scan_stream(io.BytesIO(encoded(text)), "text"):
            tally.add(result)
            if isinstance(result, Hit):
                found.append(result.verdict)
            else:
                unread = unread or result.reason
        if not found:
            return Answer(None, tally.exit, reason=unread)
        answer = _answer(found)
        if answer.exit is Exit.LISTED and not tally.is_whole:
            return answer._replace(
                status=Status.UNKNOWN.value, exit=Exit.CANNOT_TELL, reason=unread
            )
        return answer

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self._checker)


def _answer(verdicts: list[Verdict]) -> Answer:
    """The answer of the first verdict with the worst exit code."""
    codes = [verdict.exit for verdict in verdicts]
    code = next(code for code in BY_ALARM if code in codes)
    worst = verdicts[codes.index(code)]
    reasons = dict.fromkeys([reason.code for reason in worst.reasons])
    return Answer(
        worst.status.value,
        code,
        _read_as(worst.readings),
        worst.platform or worst.claim,
        " ".join(reasons) or None,
    )


def _read_as(readings: tuple[Reading, ...]) -> str | None:
    return " ".join(dict.fromkeys([reading.value for reading in readings])) or None
