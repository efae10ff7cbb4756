"""Renderings and negatives that were really seen."""

from pathlib import Path
from typing import Any

import pytest

from hotline_check.reading import (
    Find,
    Hints,
    find,
    read,
)
from tests.reading.renderings import NEGATIVES, RENDERINGS

DATA = Path(__file__).parent / "data"
NOT_NUMBERS = [
    line.replace("\\n", "\n")
    for line in (DATA / "not_numbers.txt").read_text("utf-8").splitlines()
    if not line.startswith("# ")
]
READABLE = [row for row in RENDERINGS if row["number"]]
UNREADABLE = [row for row in RENDERINGS if not row["number"]]
FRAMES = ("{}", "Call {} now", "Support number: {}.\nOpen 24/7 since 2021", "**{}**", "a {} b {} c")


def phones(text: str, hints: Hints) -> list[Find]:
    return [
        each for each in find(text, hints) if not each.readings or each.readings[0].kind == "phone"
    ]


def values(finds: list[Find]) -> list[str | None]:
    return [each.readings[0].value if len(each.readings) == 1 else each.problem for each in finds]


@pytest.mark.parametrize("frame", FRAMES)
def test_recall_and_no_wrong_reading(frame: str) -> None:
    missed, wrong = [], []
    for row in READABLE:
        text = frame.format(*[row["rendering"]] * 2)
        got = values(phones(text, Hints(claim_regions=(row["region"],))))
        wanted = [row["number"]] * frame.count("{}")
        if any(value and value.startswith("+") and value != row["number"] for value in got):
            wrong.append(row["rendering"])
        elif got != wanted:
            missed.append(row["rendering"])
    assert wrong == []
    assert len(missed) <= len(READABLE) // 100, missed


@pytest.mark.parametrize("source", ["region", "claim_regions", "locale_region"])
def test_pasted_alone_with_the_readers_country(source: str) -> None:
    missed, wrong = [], []
    for row in READABLE:
        at: Any = (row["region"],) if source == "claim_regions" else row["region"]
        got = [
            each.value
            for found in read(row["rendering"], Hints(**{source: at}))
            for each in found.readings
        ]
        if any(value != row["number"] for value in got):
            wrong.append(row["rendering"])
        elif got != [row["number"]]:
            missed.append(row["rendering"])
    assert wrong == []
    assert len(missed) <= len(READABLE) // 100, missed


def test_spans_hold_the_number_and_little_else() -> None:
    for row in READABLE:
        for each in phones(row["rendering"], Hints(claim_regions=(row["region"],))):
            assert row["rendering"][each.start : each.end] == each.text
            assert each.text.strip() == each.text
            assert each.text[0] not in ")]}-.~*"


@pytest.mark.parametrize("row", UNREADABLE, ids=lambda row: str(row["rendering"]))
def test_what_is_no_whole_number_gets_no_reading(row: dict[str, Any]) -> None:
    assert not [each for each in phones(row["rendering"], Hints(region="US")) if each.readings]


@pytest.mark.parametrize("region", [None, "US", "DE", "IN", "CN", "BR"])
def test_negatives_are_left_alone(region: str | None) -> None:
    for row in NEGATIVES:
        for text in (
            row["text"],
            f"see {row['text']} for details",
            f"{row['text']}\n{row['text']}",
        ):
            assert phones(text, Hints(region=region)) == [], row


@pytest.mark.parametrize("region", [None, "US", "DE", "IN", "CN", "BR"])
def test_lines_of_other_things_hold_no_number(region: str | None) -> None:
    assert len(NOT_NUMBERS) > 200
    for line in NOT_NUMBERS:
        for text in (line, f"see {line} for details", f"Coinbase: {line}\n{line}"):
            assert phones(text, Hints(region=region)) == [], text


@pytest.mark.parametrize(
    "text", ["5952159109 \U0001f4de 0-1234-5678", "5952159109\U0001f4de0-1234-5678"]
)
def test_a_picture_of_a_phone_between_two_numbers_speaks_for_the_first(text: str) -> None:
    assert "5952159109" in [each.text for each in find(text, Hints())]
