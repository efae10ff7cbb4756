"""The results of a scan as JSON, a line each; what a verdict alone decides is written once."""

from typing import Final

import msgspec

from hotline_check.documents.models import Skipped
from hotline_check.scanning.hits import Result
from hotline_check.verdict.models import Verdict
from hotline_check.wording.screens.check_json import record
from hotline_check.wording.screens.scan import skipped_record
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.layout import escaped

# Verdicts whose text is kept, about a kilobyte each.
_MOST_KEPT: Final = 8_192


class ResultsAsJson:
    """Writes results as JSON objects in one language."""

    def __init__(self, _: Words) -> None:
        self._words = _
        # The verdict is kept with its text, so that no other one gets its id.
        self._kept: dict[int, tuple[Verdict, str, str]] = {}

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
            values = record(verdict, self._words)
            keys = list(values)
            place = keys.index("input")
            before = _json({key: values[key] for key in keys[:place]})[:-1]
            after = _json({key: values[key] for key in keys[place + 1 :]})[1:-1]
            kept = self._kept[id(verdict)] = (verdict, f'{before},"input":', f",{after}")
        return kept[1], kept[2]


def _json(value: object) -> str:
    return escaped(msgspec.json.encode(value).decode())
