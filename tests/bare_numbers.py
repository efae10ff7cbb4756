"""Numbers of all countries as they are in tables: digits, signs between them, nothing else."""

import random
from collections.abc import Iterator

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneNumberType

_SIGNS = ([""], [""], ["", "", " "], ["", "", "-"], ["", " ", "-", "."], ["", "", "", ") (", " ("])
_BEFORE = ("+", "+", "+", "", "", "(+", "+(", " ", "++", " +")
_AFTER = ("", "", "", " ", ")", ".")


def bare_numbers(seed: int, count: int) -> Iterator[str]:
    """Whole numbers, wrong ones, too short and too long ones, and two in one string."""
    rng = random.Random(seed)  # noqa: S311  # the same each time
    for _ in range(count):
        yield _written(rng) + (rng.choice((" ", "-", ". ")) + _written(rng)) * (rng.random() < 0.1)


def _written(rng: random.Random) -> str:
    is_usual = rng.random() < 0.5
    digits = _international(rng) if is_usual else _digits(rng)
    signs = rng.choice(_SIGNS)
    inner = "".join(rng.choice(signs) + digit for digit in digits[1:])
    before = rng.choice(_BEFORE)
    if is_usual:
        before = "" if digits[0] == "0" else "+"
    return before + digits[0] + inner + rng.choice(_AFTER)


def _international(rng: random.Random) -> str:
    code = rng.choice(sorted(COUNTRY_CODE_TO_REGION_CODE))
    national = _national(code, rng)
    if rng.random() < 0.3:
        at = rng.randrange(len(national))
        national = national[:at] + _some(rng, 1) + national[at + 1 :]
    return f"{rng.choice(('', '', '00'))}{code}{national}"


def _digits(rng: random.Random) -> str:
    if rng.random() < 0.2:
        return _some(rng, rng.randrange(1, 20))
    code = rng.choice(sorted(COUNTRY_CODE_TO_REGION_CODE))
    national = _national(code, rng)
    at = rng.randrange(len(national))
    national = rng.choice(
        (
            *(national, national, national, "0" + national, f"{code}{national}"),
            *(national[:-1], national[:at] or "1", national + _some(rng, rng.randrange(1, 4))),
            national[:at] + _some(rng, 1) + national[at + 1 :],
        )
    )
    return rng.choice(("", str(code), str(code), f"00{code}", f"011{code}", "0")) + national


def _national(code: int, rng: random.Random) -> str:
    region = rng.choice(COUNTRY_CODE_TO_REGION_CODE[code])
    example = (
        phonenumbers.example_number_for_non_geo_entity(code)
        if region == "001"
        else phonenumbers.example_number_for_type(region, rng.choice(PhoneNumberType.values()))
    )
    if example is None:
        return _some(rng, 9)
    return phonenumbers.national_significant_number(example)


def _some(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))
