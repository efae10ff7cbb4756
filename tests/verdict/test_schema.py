"""docs/schemas/verdict.json describes every verdict that the program prints."""

import copy
import json
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from hotline_check.reading.models import Kind
from hotline_check.registry.lookups.facts import ClaimedBy
from hotline_check.registry.terms import (
    AuthoritySource,
    ChannelKind,
    How,
    Secret,
    SourceKind,
)
from hotline_check.verdict.models import (
    Direction,
    Level,
    Status,
    Verdict,
)
from hotline_check.wording.screens.check_json import record
from hotline_check.wording.text.catalogue import words
from tests.entries import (
    AU_LINE,
    GB_FREE,
    GB_LINE,
    SEEN,
    TODAY,
    US_FREE,
    US_LINE,
    US_OTHER,
    ask,
    authority,
    channel,
    elsewhere,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)

SCHEMA = Path(__file__).parent.parent.parent / "docs" / "schemas" / "verdict.json"
POLICE = "+441134960199"
WEAK = authority(name="Weak", phone="+441134960188", sightings=[elsewhere()])
LONG_AGO = TODAY.replace(year=TODAY.year - 1)
Record = dict[str, Any]


@pytest.fixture(scope="module")
def schema() -> Record:
    found: Record = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


@pytest.fixture(scope="module")
def closed(schema: Record) -> jsonschema.Draft202012Validator:
    """The schema with every undescribed key refused, but for a channel's own."""
    strict = copy.deepcopy(schema)
    for part in (strict, *(d for name, d in strict["$defs"].items() if name != "channel")):
        part["additionalProperties"] = False
    strict["properties"]["registry"]["additionalProperties"] = False
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(strict, format_checker=checker)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One registry in which every row of the table can be met."""
    here = ("https://sample.com/contact",)
    return write(
        tmp_path_factory.mktemp("registry"),
        platform(
            channels=[
                phone(topics=["security"]),
                phone(US_FREE, inbound_only=True),
                phone(AU_LINE, retired=SEEN),
                phone(GB_LINE, disputed=True),
                phone("+61255501235", secondhand=True, sightings=[elsewhere()]),
                phone("+61255501299", sightings=[sighting(seen=LONG_AGO)]),
                channel("telegram", "@ExampleHQ"),
            ],
            withheld=[{"value": "+61255501277", "why": "not-support", "sightings": [sighting()]}],
            never_asks=["password", "pin"],
            never_asks_source=sighting(),
            calls="announced",
            calls_source=sighting(),
            **says("published"),
        ),
        platform("sample", **says("none", url=here[0], page_date=LONG_AGO)),
        platform("unsaid"),
        reports=[reported("example", US_OTHER)],
        authorities=[
            {"country": "GB", "authorities": [authority(phone=POLICE), WEAK]},
        ],
    )


# text, claim, direction, region -> status
CASES: list[tuple[str, str | None, Direction, Status]] = [
    ("12", None, "dialling", Status.UNREADABLE),
    ("202 555 0123", None, "dialling", Status.AMBIGUOUS),
    (US_FREE, "example", "they-called", Status.INBOUND_ONLY),
    (US_LINE, "example", "they-called", Status.CALLER_ID_UNPROVEN),
    (AU_LINE, None, "dialling", Status.RETIRED),
    (US_OTHER, None, "dialling", Status.REPORTED),
    (US_LINE, "sample", "dialling", Status.OTHER_PLATFORM),
    (POLICE, None, "dialling", Status.AUTHORITY),
    (POLICE, "example", "dialling", Status.AUTHORITY),
    ("+441134960188", None, "they-called", Status.AUTHORITY),
    ("+61255501277", "example", "dialling", Status.WITHHELD),
    (GB_LINE, None, "dialling", Status.DISPUTED),
    ("+61255501235", None, "dialling", Status.SECONDHAND),
    ("+61255501299", None, "dialling", Status.STALE),
    (US_LINE, "example", "dialling", Status.LISTED),
    ("+1 202 555 O124", None, "dialling", Status.LOOKALIKE),
    (GB_FREE, "sample", "dialling", Status.NO_PHONE_LINE),
    (GB_FREE, "example", "dialling", Status.NOT_LISTED),
    (GB_FREE, "unsaid", "dialling", Status.UNKNOWN),
    ("https://example.com/a?b", None, "dialling", Status.LISTED),
    ("help@example.com", None, "they-called", Status.UNKNOWN),
    ("https://t.me/example_help", None, "dialling", Status.LOOKALIKE),
]


def test_the_cases_meet_every_status() -> None:
    assert {status for *_, status in CASES} == set(Status)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[3]} {case[0]}")
def test_every_verdict_fits(
    folder: Path,
    closed: jsonschema.Draft202012Validator,
    case: tuple[str, str | None, Direction, Status],
    lang: str,
) -> None:
    text, claim, direction, status = case
    verdict = ask(folder, text, claim=claim, direction=direction)
    assert verdict.status is status
    closed.validate(printed(verdict, lang))


def printed(verdict: Verdict, lang: str) -> Record:
    import msgspec

    found: Record = json.loads(msgspec.json.encode(record(verdict, words(lang))))
    return found


def test_a_wrong_record_does_not_fit(folder: Path, closed: jsonschema.Draft202012Validator) -> None:
    """The schema itself keeps the first safety rule."""
    good = printed(ask(folder, US_LINE), "en")
    closed.validate(good)
    changes: list[Record] = [
        {"direction": "they-called"},
        {"exit": 1},
        {"level": "warning"},
        {"platform": None},
        {"sightings": []},
        {"status": "safe"},
        {"status": "authority"},
        {"version": 2},
        {"score": 100},
    ]
    for change in changes:
        assert not closed.is_valid(good | change), change


def test_every_key_is_described(folder: Path, schema: Record) -> None:
    found = printed(ask(folder, US_LINE), "en")
    assert list(schema["properties"]) == list(found) == schema["required"]


def test_its_words_are_the_models_words(schema: Record) -> None:
    of, defs = schema["properties"], schema["$defs"]
    assert of["status"]["enum"] == [str(s) for s in Status]
    assert set(of["level"]["enum"]) == set(get_args(Level))
    assert set(of["direction"]["enum"]) == set(get_args(Direction))
    assert set(of["never_asks"]["items"]["enum"]) == set(get_args(Secret))
    assert set(defs["reading"]["properties"]["kind"]["enum"]) == set(get_args(Kind))
    assert set(defs["sighting"]["properties"]["how"]["enum"]) == set(get_args(How))
    kinds = defs["sighting"]["properties"]["source_kind"]["enum"]
    assert set(kinds) == {*get_args(SourceKind), *get_args(AuthoritySource)}
    assert set(of["claimed_by"]["enum"]) == {*get_args(ClaimedBy), None}
    assert set(defs["channel"]["properties"]["kind"]["enum"]) == set(get_args(ChannelKind))
