"""Scan results for code hosts: GitHub's workflow commands, and SARIF 2.1.0.

A contact, a file name and a page are strangers' text. In a workflow command each is escaped, so
that none of it can begin a command of its own.
"""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from hotline_check.documents.models import Skipped
from hotline_check.private_keys import SHOWN
from hotline_check.scanning.hits import At, Hit
from hotline_check.verdict.models import Level, Status
from hotline_check.wording.screens.check import reason_texts
from hotline_check.wording.screens.places import section_text
from hotline_check.wording.screens.scan import short_text, skipped_line
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.layout import harmless

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_COMMANDS: Final[dict[Level, str]] = {"danger": "error", "warning": "warning", "listed": "notice"}
# A listed contact is no problem to be shown in a list of problems.
_SARIF_LEVELS: Final[dict[Level, str]] = {"danger": "error", "warning": "warning", "listed": "none"}
# An annotation needs a file of the repository to be shown in.
_STDIN: Final = "-"


def explained(hit: Hit, _: Words) -> str:
    """The contact and the reasons of its verdict in one line."""
    reasons = " ".join(reason_texts(hit.verdict, _))
    if hit.text == SHOWN:  # a seed phrase or private key
        return reasons
    return f"{short_text(hit.text)}: {reasons}"


def hit_command(hit: Hit, _: Words, *, has_file: bool = True) -> str:
    """A contact as a workflow command, which marks its line in the file."""
    title = {"title": headline(hit.verdict, _)}
    places = _places(hit.at) if has_file else {}
    return command(_COMMANDS[hit.verdict.level], places | title, explained(hit, _))


def skipped_command(skipped: Skipped, _: Words) -> str:
    """Input that was not read, as a workflow command."""
    at = At(file=skipped.file, line=skipped.line, column=None, start=None, end=None)
    name = "warning" if skipped.failed else "notice"
    return command(name, _places(at), skipped_line(skipped, _))


def _places(at: At) -> dict[str, object]:
    file = {} if at.file == _STDIN else {"file": at.file}
    return {**file, "line": at.line, "col": at.column}


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    """A workflow command of one line; strangers' text can't leave its place in it."""
    shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {shown}".rstrip() + f"::{_data(message)}"


def _data(text: str) -> str:
    return harmless(text.replace("\n", " ")).replace("%", "%25")


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")


def sarif_result(hit: Hit, _: Words) -> dict[str, Any]:
    """A contact as a SARIF result; a listed one as a check that was passed."""
    verdict = hit.verdict
    contact = verdict.reading.value if verdict.reading else hit.text
    return {
        "ruleId": str(verdict.status),
        "kind": "pass" if verdict.level == "listed" else "fail",
        "level": _SARIF_LEVELS[verdict.level],
        "message": {"text": f"{headline(verdict, _)} {explained(hit, _)}"},
        "locations": [_location(hit.at, _)],
        # The same contact on another line is the same finding.
        "partialFingerprints": {"contact/v1": f"{verdict.status} {contact}"},
        "properties": {"claim": verdict.claim, "platform": verdict.platform, "origin": hit.origin},
    }


def sarif_note(skipped: Skipped, _: Words) -> dict[str, Any]:
    """Input that was not read, as a SARIF notification."""
    at = At(file=skipped.file, line=skipped.line, column=None, start=None, end=None)
    return {
        "level": "error" if skipped.failed else "note",
        "message": {"text": skipped_line(skipped, _)},
        "locations": [_location(at, _)] if skipped.file else [],
    }


def sarif_rules(statuses: set[Status]) -> list[dict[str, Any]]:
    """The rules of SARIF results: one for each status, in the order of the verdict table."""
    return [
        {
            "id": str(status),
            "shortDescription": {"text": f"hotline-check: {status}"},
            "defaultConfiguration": {"level": _SARIF_LEVELS[status.level]},
        }
        for status in Status
        if status in statuses
    ]


def _location(at: At, _: Words) -> dict[str, Any]:
    found: dict[str, Any] = {"artifactLocation": {"uri": quote(at.file)}}
    if at.line is not None:
        found["region"] = {"startLine": at.line}
        if at.column is not None and at.start is not None and at.end is not None:
            found["region"] |= {
                "startColumn": at.column,
                "charOffset": at.start,
                "charLength": at.end - at.start,
            }
    whole: dict[str, Any] = {"physicalLocation": found}
    if at.section:
        whole["logicalLocations"] = [{"fullyQualifiedName": section_text(at.section, _)}]
    return whole
