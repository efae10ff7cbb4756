"""Cases from public reports, each an example of its kind, with the answer that is right."""

import io
from pathlib import Path
from typing import Any

import pytest
import yaml

from hotline_check.checking import Checker
from hotline_check.documents import Skipped
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from hotline_check.verdict.models import Verdict
from tests.entries import TODAY

CASES = yaml.safe_load((Path(__file__).parent / "data" / "field.yaml").read_text(encoding="utf-8"))
_SUFFIX = {"text": "txt", "html": "html", "eml": "eml"}
_WORST = {"danger": 1, "warning": 3, "listed": 0}


def answers(store: Store, case: dict[str, Any]) -> tuple[list[Verdict], int]:
    """The verdicts about a case's contacts, and the exit code of its command."""
    checker = Checker(store, today=TODAY, region=case.get("region"))
    if case["how"] == "check":
        verdicts = checker.check(case["input"])
        levels = {verdict.level for verdict in verdicts}
        return verdicts, next(code for level, code in _WORST.items() if level in levels)
    tally, verdicts = Tally(), []
    stream = io.BytesIO(case["input"].encode())
    for result in Scanner(checker).scan_stream(stream, f"case.{_SUFFIX[case['how']]}"):
        tally.add(result)
        if not isinstance(result, Skipped):
            verdicts.append(result.verdict)
    return verdicts, tally.exit


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_public_case_gets_its_right_answer(case: dict[str, Any], bundled_store: Store) -> None:
    verdicts, code = answers(bundled_store, case)
    values = {reading.value for verdict in verdicts for reading in verdict.readings}
    if "exit" in case:
        assert code in case["exit"]
    if "value" in case:
        assert case["value"] in values
    if "contact" in case:
        assert any(case["contact"] in verdict.input for verdict in verdicts)
    assert case.get("never_value") not in values
    if case.get("no_danger"):
        assert not [verdict for verdict in verdicts if verdict.level == "danger"]
