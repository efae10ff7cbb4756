"""On clean text: the same finds as libphonenumber's matcher, on the same spans."""

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from hotline_check.reading import Hints, find, read
from hotline_check.reading.normalize import pipeline
from tests.examples import examples as tried

FORMATS = (
    PhoneNumberFormat.E164,
    PhoneNumberFormat.INTERNATIONAL,
    PhoneNumberFormat.NATIONAL,
    PhoneNumberFormat.RFC3966,
)
TYPES = tuple(PhoneNumberType.values())
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
FRAMES = (
    "{}",
    "Call me at {} please.",
    "My number is {}, thanks",
    "Tel: {}\nnext line",
    "either {} or {}",
    "Reach us on {}; or by mail",
    "(call {} first)",
    "Call us on {}\n\n{} is the other one",
)


def matched(text: str, region: str) -> list[tuple[int, int, str]]:
    matches = phonenumbers.PhoneNumberMatcher(text, region)
    return [
        (each.start, each.end, phonenumbers.format_number(each.number, PhoneNumberFormat.E164))
        for each in matches
    ]


def found(text: str, region: str) -> list[tuple[int, int, str]]:
    out = []
    for each in find(text, Hints(region=region)):
        value = each.readings[0].value if each.readings else str(each.problem)
        if not value.startswith("+") and each.readings:  # exists only at home: value as dialled
            number = phonenumbers.parse(value, region)
            value = phonenumbers.format_number(number, PhoneNumberFormat.E164)
        out.append((each.start, each.end, value))
    return out


def examples(region: str) -> list[phonenumbers.PhoneNumber]:
    numbers = [phonenumbers.example_number_for_type(region, kind) for kind in TYPES]
    return [each for each in numbers if each is not None and phonenumbers.is_valid_number(each)]


@pytest.mark.few(8)
@pytest.mark.parametrize("region", REGIONS)
def test_same_finds_same_spans(region: str) -> None:
    for number in examples(region):
        for form in FORMATS:
            written = phonenumbers.format_number(number, form)
            for frame in FRAMES:
                text = frame.format(written, written)
                assert found(text, region) == matched(text, region), text


@settings(max_examples=tried(200), deadline=None)
@given(
    region=st.sampled_from(REGIONS),
    kind=st.sampled_from(TYPES),
    form=st.sampled_from(FORMATS),
    frame=st.sampled_from(FRAMES),
    last=st.text("0123456789", min_size=3, max_size=3),
)
def test_same_finds_for_numbers_nearby(
    region: str, kind: int, form: int, frame: str, last: str
) -> None:
    example = phonenumbers.example_number_for_type(region, kind)
    if example is None:
        return
    nsn = phonenumbers.national_significant_number(example)[:-3] + last
    number = phonenumbers.parse(f"+{example.country_code}{nsn}")
    written = phonenumbers.format_number(number, form)
    text = frame.format(written, written)
    wanted = matched(text, region)
    got = found(text, region)
    assert [each for each in got if each in wanted] == wanted


@pytest.mark.parametrize("text", ["1-888-9O8-793O", "call one 888 908 7930", "[1] (888) 908.7930"])
def test_a_pasted_number_is_normalized_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    plain_form = pipeline._unmask

    def counted(text: str, words: bool) -> str:
        seen.append(text)
        return plain_form(text, words)

    monkeypatch.setattr(pipeline, "_unmask", counted)
    pipeline._kept.cache_clear()
    assert read(text, Hints(region="US"))
    assert len(seen) == len(set(seen))
    assert seen.count(text) == 1
