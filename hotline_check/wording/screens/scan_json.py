"""The results of a scan as JSON, a line each; what a verdict alone decides is written once."""

from collections.abc import Hashable
from typing import Final, NamedTuple

import msgspec

from hotline_check.documents.models import Skipped
from hotline_check.scanning.hits import Result
from hotline_check.verdict.models import Verdict
from hotline_check.wording.screens.check_json import reading_record, record
from hotline_check.wording.screens.scan import skipped_record
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.layout import escaped

# Verdicts whose text is kept, about a kilobyte each.
_MOST_KEPT: Final = 8_192
_MOST_ALIKE: Final = 1_024


class _Parts(NamedTuple):
    """The text of a verdict around what differs in verdicts that are alike.

    verdict: one of these, kept so that nothing else gets the ids of what they share.
    """

    verdict: Verdict
    before_input: str
    before_readings: str
    after_readings: str


class ResultsAsJson:
    """Writes results as JSON objects in one language."""

    def __init__(self, _: Words) -> None:
        self._words = _
        # The verdict is kept with its text, so that no other one gets its id.
        self._kept: dict[int, tuple[Verdict, str, str]] = {}
        self._alike: dict[Hashable, _Parts] = {}

    def __call__(self, result: Result) -> str:
        """The object of a result, on one line."""
        if isinstance(result, Skipped):
            return _json(skipped_record(result, self._words))
        start, rest = self._around_input(result.judged)
        text = _json(result.text)
        at = _json(result.at)
        return f'{start}{text}{rest},"at":{at},"text":{text},"origin":"{result.origin}"}}'

    def _around_input(self, verdict: Verdict) -> tuple[str, str]:
        """What comes before and after the input of a verdict."""
        kept = self._kept.get(id(verdict))
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            parts = self._parts(verdict)
            readings = _json(
                {
                    "reading": reading_record(verdict.reading, self._words)
                    if verdict.reading
                    else None,
                    "readings": [reading_record(each, self._words) for each in verdict.readings],
                }
            )
            after = f",{parts.before_readings},{readings[1:-1]},{parts.after_readings}"
            kept = self._kept[id(verdict)] = (verdict, f'{parts.before_input},"input":', after)
        return kept[1], kept[2]

    def _parts(self, verdict: Verdict) -> _Parts:
        """The object of a verdict without its input and readings.

        It is the same for all contacts of a text that nobody knows: their verdicts share what
        takes sentences.
        """
        key = (
            *map(id, (verdict.reasons, verdict.sightings, verdict.instead, verdict.registry)),
            *(verdict.status, verdict.direction, verdict.is_confirmed, verdict.never_asks),
            *(verdict.claim, verdict.claimed_by, verdict.platform),
            tuple(reading.kind for reading in verdict.readings),
            verdict.reading.kind if verdict.reading else None,
        )
        parts = self._alike.get(key)
        if parts is None:
            if len(self._alike) >= _MOST_ALIKE:
                self._alike.clear()
            values = record(verdict, self._words)
            keys = list(values)
            places = [keys.index(name) for name in ("input", "reading", "readings")]
            texts = (
                _json({key: values[key] for key in keys[low:high]})
                for low, high in (
                    (0, places[0]),
                    (places[0] + 1, places[1]),
                    (places[2] + 1, len(keys)),
                )
            )
            before, middle, after = texts
            parts = _Parts(verdict, before[:-1], middle[1:-1], after[1:-1])
            self._alike[key] = parts
        return parts


def _json(value: object) -> str:
    return escaped(msgspec.json.encode(value).decode())
