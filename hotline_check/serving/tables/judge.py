"""The answer about one row: the most alarming verdict of what its cells hold."""

import datetime as dt
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from hotline_check.api.registry import encoded
from hotline_check.checking import Checker
from hotline_check.errors import BY_ALARM, Exit, HotlineError
from hotline_check.reading.models import Reading
from hotline_check.registry.matching.names import fold
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

    Raises HotlineError when the registry can't be used or what the question says of every row
    is wrong.
    """

    def __init__(self, store: Store, question: Question, today: dt.date) -> None:
        self._store = store
        self._question = question
        self._today = today
        self._checker = lru_cache(_MOST_KEPT)(self._new_checker)
        self._scanner = lru_cache(_MOST_KEPT)(self._new_scanner)
        self._checker(question.platform, question.region)
        self.date = store.ask(lambda snapshot: snapshot.date)

    def answer(self, row: Row) -> Answer:
        """The answer about a row."""
        claim = row.claim if row.claim and fold(row.claim) else self._question.platform
        country = (row.country or "").strip() or self._question.region
        phone, text = (cell if cell and not cell.isspace() else None for cell in row[:2])
        if phone is None and text is None:
            return Answer(None, Exit.NO_CONTACT)
        if phone and _UNDECODED in phone:
            return Answer(None, Exit.NOTHING_CHECKED, reason="undecodable")
        try:
            found = self._checker(claim, country).check(phone) if phone else []
            if text is None:
                return _answer(found, _worst(verdict.exit for verdict in found))
            return self._with_text(found, text, self._scanner(claim, country))
        except HotlineError as error:
            if error.code not in {"no-such-region", "no-such-region-near"}:
                raise
            return Answer(None, Exit.NOTHING_CHECKED, reason="no-such-region")

    def close(self) -> None:
        """Close the registry."""
        self._store.close()

    def _with_text(self, found: list[Verdict], text: str, scanner: Scanner) -> Answer:
        """The answer about a contact and those of a text; what was not read prevents exit 0."""
        tally = Tally()
        unread = None
        for result in scanner.scan_stream(io.BytesIO(encoded(text)), "text"):
            tally.add(result)
            if isinstance(result, Hit):
                found.append(result.verdict)
            else:
                unread = unread or result.reason
        if not found:
            return Answer(None, tally.exit, reason=unread)
        code = _worst(verdict.exit for verdict in found)
        if code is Exit.LISTED and not tally.is_whole:
            answer = _answer(found, Exit.CANNOT_TELL)
            return answer._replace(status=str(Status.UNKNOWN), reason=unread)
        return _answer(found, code)

    def _new_checker(self, claim: str | None, country: str | None) -> Checker:
        return Checker(
            self._store,
            today=self._today,
            claim=claim,
            region=country,
            direction=self._question.direction,
        )

    def _new_scanner(self, claim: str | None, country: str | None) -> Scanner:
        return Scanner(self._checker(claim, country))


def _worst(codes: Iterator[Exit]) -> Exit:
    found = set(codes)
    return next(code for code in BY_ALARM if code in found)


def _answer(verdicts: list[Verdict], code: Exit) -> Answer:
    """The answer of the first verdict with the worst exit code."""
    worst = next((verdict for verdict in verdicts if verdict.exit is code), verdicts[0])
    reasons = dict.fromkeys(reason.code for reason in worst.reasons)
    return Answer(
        str(worst.status),
        code,
        _read_as(worst.readings),
        worst.platform or worst.claim,
        " ".join(reasons) or None,
    )


def _read_as(readings: tuple[Reading, ...]) -> str | None:
    return " ".join(dict.fromkeys(reading.value for reading in readings)) or None
