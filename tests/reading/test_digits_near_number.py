"""A pasted number is all or nothing: digits close to it belong to it, or are something else."""

import pytest

from hotline_check.reading import Find, read

NUMBER = "+1 202 555 0143"


def whole(text: str) -> tuple[Find, ...] | None:
    """The finds where each of them was read, else None."""
    found = read(text)
    return found if all(each.readings for each in found) else None


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER} double five",
        f"{NUMBER} fünf",
        f"{NUMBER} y luego cinco",
        f"{NUMBER} und dann 55",
        f"{NUMBER} then ٥٥",
        f"{NUMBER} not 0144",
        f"{NUMBER} 再拨5",
        f"{NUMBER}（区号212）",
        f"{NUMBER}（国家代码44）",
        f"{NUMBER}x5550123",
        f"{NUMBER} #5550123",
        "tel:+12025550143;postd=2025550199",
        "+1-202-555-0143#",
        "+12025550143*",
    ],
)
def test_digits_close_to_a_number_make_it_unreadable(text: str) -> None:
    assert whole(text) is None


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER} (24/7)",
        f"{NUMBER} open 24 hours",
        f"{NUMBER} Mon-Fri 8:00 - 18:00",
        f"{NUMBER} ext. 55",
        f"{NUMBER} press 2",
        f"{NUMBER}, since 2024",
        f"{NUMBER} costs $0.50",
        f"{NUMBER} until Nov 30, 2026",
        f"2FA support {NUMBER}",
        f"Call {NUMBER} within 24 hours",
        f"*{NUMBER}*",
        f"**{NUMBER}**",
    ],
)
def test_times_dates_prices_and_choices_do_not(text: str) -> None:
    found = whole(text)
    assert found
    assert [each.readings[0].value for each in found] == ["+12025550143"]
