"""What may be a contact and was not read is reported, whatever the readers know."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check.reading import read
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Find, Reading
from hotline_check.reading.unread import coverage
from hotline_check.reading.unread.coverage import unread

LISTED = "+1 202 555 0123"
"""A number that some reader found, whatever stands around it."""


def left(text: str, *found: str) -> list[str]:
    """What is left of a text when only these contacts in it were read."""
    finds = []
    for contact in found:
        kind = "phone" if contact[0] in "+0123456789" else "email" if "@" in contact else "url"
        value = "".join(char for char in contact if char.isdigit() or char == "+")
        reading = Reading(kind=kind, value=value if kind == "phone" else contact)  # type: ignore[arg-type] # one of the three
        start = text.index(contact)
        finds.append(Find(start=start, end=start + len(contact), text=contact, readings=(reading,)))
    return [rest.text for rest in unread(text, finds)]


@pytest.mark.parametrize(
    ("rest", "reported"),
    [
        ("202 555 0199", "202 555 0199"),
        ("20255 50199", "20255 50199"),
        ("２０２ ５５５ ０１９９", "２０２ ５５５ ０１９９"),
        ("٢٠٢٥٥٥٠١٩٩", "٢٠٢٥٥٥٠١٩٩"),
        ("②⓪②⑤⑤⑤⓪①⑨⑨", "②⓪②⑤⑤⑤⓪①⑨⑨"),
        ("2\u200b0\u200b2\u200b5\u200b5\u200b50199", "2\u200b0\u200b2\u200b5\u200b5\u200b50199"),
        ("2O2 SSS O199 12", "2O2 SSS O199 12"),
        ("202.Ց55.019Ց", "202.Ց55.019Ց"),  # Armenian
        ("two zero two five five five zero one", "two zero two five five five zero one"),
        ("二零二五五五零一九九", "二零二五五五零一九九"),
        ("1800FAKENOW", "1800FAKENOW"),
        ("1-800-GET-HELP", "1-800-GET-HELP"),
        ("help＠mailhub.example", "help＠mailhub.example"),
        ("help@mailhub.example", "help@mailhub.example"),
        ("mailhub-example.com", "mailhub-example.com"),
        ("mailhub-example。com", "mailhub-example。com"),
        ("mailhub-example[.]com", "mailhub-example[.]com"),
        ("mailhub-example.comWrite to", "mailhub-example.comWrite"),
        ("mailhub-example.comsms:", "mailhub-example.comsms:"),
        ("mailhub-example.com.Then", "mailhub-example.com.Then"),
        ("mailhub-example(.)com(.)mailto:", "mailhub-example(.)com"),
        ("x(at)mailhub-example.com.mailto:", "x(at)mailhub-example.com.mailto:"),
        ("mailhub dot com", "mailhub dot com"),
        ("http://[2001:db8::6810]/login", "http://[2001:db8::6810]/login"),
        ("2001:db8::6810", "2001:db8::6810"),
        ("192.0.2.4", "192.0.2.4"),
        ("oddscheme://send?to=x", "oddscheme://send?to=x"),
    ],
)
def test_raw_material_of_a_contact_is_reported(rest: str, reported: str) -> None:
    assert left(f"Call {LISTED} or {rest} now", LISTED) == [reported]


@pytest.mark.parametrize(
    "rest",
    [
        "on 2026-11-30",
        "on 30.11.2026, 10:30",
        "until 2026-11-30 - 2026-12-24",
        "daily 09:00-18:00",
        "24/7",
        "(2019-2026)",
        "for $1,250,000.00",
        "for 1.250.000 EUR",
        "in 365 days",
        "chapter 3.12",
        "since 2012, 110 million users",
        "founded in 2012. 1.5 million users",
        "case 12345678",
        "your ticket no. 12345678",
        "(order #12345678)",
        "订单编号：12345678",
        "e.g. now",
    ],
)
def test_dates_times_and_amounts_are_no_contacts(rest: str) -> None:
    assert left(f"Call {LISTED} {rest} please", LISTED) == []


@pytest.mark.parametrize(
    "rest",
    [
        "call case 12345678",  # somebody is called
        "case desk 12345678",
        "order 2025550143",  # with an area code
        "order 202 555 01",
        "TeamViewer ID: 12345678",
        "code 12345678",
        "since 2012, 110 0143",
    ],
)
def test_digits_that_may_be_dialled_or_let_somebody_in_are_reported(rest: str) -> None:
    assert left(f"Call {LISTED} or {rest} now", LISTED)


def test_a_code_bound_to_a_domain_is_no_contact() -> None:
    text = f"Call {LISTED}.\nYour code is 483920.\n\n@login.example #483920"
    assert left(text, LISTED) == []


def test_two_finds_may_share_a_run_of_digits() -> None:
    text = "+1 202 555 0123, +1 202 555 0124"
    assert left(text, "+1 202 555 0123", "+1 202 555 0124") == []
    assert left(text, "+1 202 555 0123") == ["+1 202 555 0124"]


def test_a_number_that_comes_again_is_read_already() -> None:
    assert left('<a href="tel:+12025550123">+1 202 555 0123</a>', LISTED) == []


def test_a_web_contact_accounts_for_no_other_words() -> None:
    text = '<form action="https://evil.example.com">coinbase.com'
    find = Find(
        start=0,
        end=len(text),
        text=text,
        readings=(Reading(kind="url", value="https://coinbase.com/"),),
    )
    assert [rest.text for rest in unread(text, [find])] == ["https://evil.example.com"]


def test_a_reading_with_fewer_digits_than_its_text_is_not_trusted() -> None:
    text = "+1 202 555 0123 77 777"
    find = Find(
        start=0, end=len(text), text=text, readings=(Reading(kind="phone", value="+12025550123"),)
    )
    assert [rest.text for rest in unread(text, [find])] == [text]


@settings(deadline=None)  # the first text loads the readers
@given(st.text("0123456789", min_size=7, max_size=15), st.sampled_from(["or", "oder", "或"]))
def test_no_row_of_digits_is_passed_over(digits: str, word: str) -> None:
    """Whatever `read` makes of a paste, every digit belongs to a find."""
    text = f"+1 202 555 0123 {word} {digits}"
    finds = read(text)
    covered = {place for find in finds for place in range(find.start, find.end)}
    assert covered >= {place for place, char in enumerate(text) if char.isdigit()}


def test_read_reports_it() -> None:
    found = read("98765 43210 or +1 202 555 0123")
    assert [find.problem for find in found if not find.readings] in (
        [Problem.NOT_READ],
        ["no-country"],
    )


@pytest.mark.parametrize(
    "text", ["+1 202 555 014\ufffd3", "+1 202\ufffd555 0143", "+1 202 555 0143\ufffd"]
)
def test_a_digit_may_be_lost_where_bytes_could_not_be_decoded(text: str) -> None:
    found = read(text)
    assert Problem.NOT_READ in {each.problem for each in found} or not found[0].readings


def test_lost_bytes_apart_from_a_number_are_none_of_its_digits() -> None:
    assert [each.problem for each in read("+1 202 555 0143 \ufffd\ufffd call")] == [None]


@pytest.mark.parametrize("text", ["1 202 555 0143 2", "a@b.example two zero two", "\ufffd202 5"])
def test_nothing_is_left_of_a_text_that_is_reported_as_a_whole(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (Find(start=0, end=len(text), text=text, problem=Problem.TOO_LONG),)
    found = list(unread(text, whole))
    monkeypatch.setattr(coverage, "_is_one_problem", lambda *_: False)
    assert list(unread(text, whole)) == found
    assert bool(found) == ("\ufffd" in text)
