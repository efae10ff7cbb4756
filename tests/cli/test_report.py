import json

import pytest

from tests.conftest import Program


def test_bodies_stand_with_page_date_and_hours(program: Program) -> None:
    assert program("report", "--country", "gb") == 0
    assert "Where to report in the United Kingdom" in program.out
    assert "https://stopthinkfraud.campaign.gov.uk/reporting-fraud" in program.out
    assert "seen 2026-11-22" in program.out
    assert "Mon-Fri 08:00-20:00 London" in program.out


def test_what_may_stop_a_payment_comes_first_and_is_marked(program: Program) -> None:
    program("report", "--country", "GB")
    assert program.out.index("EMERGENCY") < program.out.index("takes reports")


def test_a_short_number_says_where_it_may_be_dialled(program: Program) -> None:
    program("report", "--country", "SG")
    assert "only in Singapore" in program.out


def test_weak_sources_are_marked(program: Program) -> None:
    program("report", "--country", "NG")
    assert program.out.count("WEAK SOURCE") == 2
    program("report", "--country", "HK")
    assert "WEAK SOURCE" not in program.out


def test_a_country_without_an_entry_gets_something_to_do(program: Program) -> None:
    assert program("report", "--country", "LT") == 0
    assert "local police" in program.out
    assert "GB" in program.out


def test_the_locale_names_the_country(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_HK.UTF-8")
    program("report")
    assert "18222" in program.out


def test_no_country_at_all_is_asked_for(program: Program) -> None:
    assert program("report") == 0
    assert "hotline-check report GB" in program.out


def test_no_country_code_is_a_mistake(program: Program) -> None:
    assert program("report", "--country", "Brrrtain") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["GB"],
        ["Britain"],
        ["GBR"],
        ["英国"],
        ["--country", "GB"],
        ["-c", "gb"],
        ["-r", "gb"],
        ["--region=GB"],
        ["-cGB"],
    ],
)
def test_a_country_in_every_form(program: Program, arguments: list[str]) -> None:
    assert program("report", *arguments, "--format", "json") == 0
    assert json.loads(program.out)["country"] == "GB"


def test_a_number_to_report(program: Program) -> None:
    assert program("report", "+1 202 555 0123", "-r", "US") == 0
    assert "United States" in program.out.splitlines()[0]
    assert "hotline-check check '+1 202 555 0123'" in program.err
    assert program.err.count("\n") == 1


def test_programs_get_the_marks_too(program: Program) -> None:
    program("report", "--country", "NG", "--format", "json")
    record = json.loads(program.out)
    assert record["country"] == "NG"
    assert all(body["weak"] for body in record["authorities"])
