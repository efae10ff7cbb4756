"""`scan --format sarif | github`: results for code hosts."""

import msgspec

from hotline_check.cli.output.show import show_lines, show_text
from hotline_check.cli.output.writer import Writer
from hotline_check.cli.settings import program_version
from hotline_check.documents import Skipped
from hotline_check.scanning.entries import Entries, matters
from hotline_check.scanning.scanner import Result, Tally
from hotline_check.verdict.models import Status
from hotline_check.wording.screens import annotations as screen
from hotline_check.wording.screens.scan import summary_lines
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.layout import escaped

# Results and notes as JSON, and the statuses of the results.
_Part = tuple[list[str], list[str], set[Status]]


class Sarif(Writer):
    """SARIF 2.1.0: one object, whose results are written as they come."""

    def __init__(self, _: Words, *, is_complete: bool) -> None:
        self._words = _
        self._is_complete = is_complete
        self._notes: list[str] = []
        self._statuses: set[Status] = set()
        self._between = (
            f'{{"$schema":"{screen.SARIF_SCHEMA}","version":"2.1.0",'
            '"runs":[{"columnKind":"unicodeCodePoints","results":['
        )

    def prepared(self, results: list[Result]) -> _Part | None:
        found, notes, statuses = [], [], set()
        for result in results:
            if isinstance(result, Skipped):
                notes.append(_json(screen.sarif_note(result, self._words)))
            elif self._is_complete or (matters(result) and result.verdict.level != "listed"):
                found.append(_json(screen.sarif_result(result, self._words)))
                statuses.add(result.verdict.status)
        return (found, notes, statuses) if found or notes else None

    def write(self, prepared: _Part | None) -> None:
        if prepared is None:
            return
        found, notes, statuses = prepared
        self._notes += notes
        self._statuses |= statuses
        if found:
            show_text(f"{self._between}\n" + ",\n".join(found))
            self._between = ","

    def end(self, tally: Tally) -> None:
        start = "" if self._between == "," else self._between
        driver = {
            "name": "hotline-check",
            "version": program_version(),
            "rules": screen.sarif_rules(self._statuses),
        }
        head = f'{{"executionSuccessful":{"false" if tally.failed else "true"},'
        head += f'"exitCode":{int(tally.exit)},"toolExecutionNotifications":['
        notes = ",\n".join(self._notes)
        tool = _json({"driver": driver})
        show_text(f'{start}\n],"invocations":[{head}{notes}]}}],"tool":{tool}}}]}}\n')


class GitHub(Writer):
    """Workflow commands, each contact once and the worst first, then the counts."""

    def __init__(self, _: Words, *, is_complete: bool) -> None:
        self._words = _
        self._is_complete = is_complete
        self._entries = Entries()

    def result(self, result: Result) -> None:
        if isinstance(result, Skipped):
            _show(screen.skipped_command(result, self._words))
        elif self._is_complete:
            _show(screen.hit_command(result, self._words))
        else:
            self._entries.add(result)
            if self._entries.is_full:
                self._write()

    def end(self, tally: Tally) -> None:
        self._write()
        show_lines(summary_lines(tally, self._words, self._entries.unlisted))

    def interrupted(self) -> None:
        self._write()

    def _write(self) -> None:
        for entry in self._entries.take():
            _show(screen.hit_command(entry.hit, self._words))


def _show(command: str) -> None:
    show_text(f"{command}\n")


def _json(value: object) -> str:
    return escaped(msgspec.json.encode(value).decode())
