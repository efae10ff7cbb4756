"""Whose contact a text says it is: harmless texts, and scam texts in the same words."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner
from tests.entries import TODAY

GROUPS = yaml.safe_load(
    (Path(__file__).parent / "data" / "claims.yaml").read_text(encoding="utf-8")
)
_NUMBERS = {"N": "+1 202 555 0143", "M": "+44 7700 900123"}


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(group.get("region"), text, id=f"{name}-{number}")
        for name, group in GROUPS.items()
        for number, text in enumerate(group[kind])
    ]


def levels(store: Store, region: str | None, text: str) -> list[str]:
    text = re.sub(r"\b[NM]\b", lambda match: _NUMBERS[match[0]], text)
    scanner = Scanner(Checker(store, today=TODAY, region=region))
    found = scanner.scan_stream(io.BytesIO(text.encode()), "a.txt")
    return [each.verdict.level for each in found if isinstance(each, Hit)]


@pytest.mark.few(60)
@pytest.mark.parametrize(("region", "text"), cases("harmless"))
def test_a_contact_of_somebody_else_is_no_danger(
    region: str | None, text: str, bundled_store: Store
) -> None:
    assert set(levels(bundled_store, region, text)) <= {"warning"}


@pytest.mark.few(60)
@pytest.mark.parametrize(("region", "text"), cases("scams"))
def test_a_contact_offered_as_the_platforms_is_danger(
    region: str | None, text: str, bundled_store: Store
) -> None:
    assert "danger" in levels(bundled_store, region, text)
