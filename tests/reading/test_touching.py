"""What touches a number: whole words may, parts of names and codes may not."""

import pytest

from hotline_check.reading import Hints, find, read

NUMBER = "+12025550143"


def values(text: str, hints: Hints | None = None) -> list[str | None]:
    found = list(find(text, hints or Hints()))
    return [item.readings[0].value if len(item.readings) == 1 else item.problem for item in found]


@pytest.mark.parametrize(
    "text",
    [
        "Support1-202-555-0143Number",
        "Get Help+1 202 555 0143today",
        "Helpline1(202)555-0143",
        "Coinbase1\u2728202\u2728555\u27280143Wallet",
        "call+1.202.555.0143or",
        "Contact+12025550143 for help",
        "客服+12025550143电话",
        "Support(202)-555-0143",
        "Call 202-555-0143now",
        "Support:1-202-555-0143",
        "ph#2025550143",
    ],
)
def test_a_word_may_touch_a_number(text: str) -> None:
    assert values(text, Hints(claim_regions=("US",))) == [NUMBER]


@pytest.mark.parametrize("text", ["abc+12025550143", "+12025550143abc"])
def test_letters_that_touch_a_pasted_number_are_echoed(text: str) -> None:
    (only,) = read(text)
    assert [reading.value for reading in only.readings] == [NUMBER]
    dropped = [
        each.args for each in only.readings[0].assumed if each.code == "extra-letters-dropped"
    ]
    assert dropped == [("abc",)]


@pytest.mark.parametrize("text", ["tel+12025550143", "电话+12025550143"])
def test_a_label_is_no_surplus_letters(text: str) -> None:
    (only,) = read(text)
    assert not only.readings[0].assumed


def test_a_word_may_stand_between_two_numbers() -> None:
    for word in ("or", "and", "oder"):
        text = f"1-202-555-0143{word}1-202-555-0144"
        assert values(text) == [NUMBER, "+12025550144"]


@pytest.mark.parametrize(
    "text",
    [
        "SKU1-202-555-0143",
        "x1-202-555-0143",
        "ab1-202-555-0143",
        "AB7C1-202-555-0143",
        "1-202-555-0143B",
        "1-202-555-0143ABC9",
        "key_1-202-555-0143x",
        "q=price+12025550143&page=2",
        "a/b+12025550143==",
        "offset+12025550143",
        "+44-20-7946-001B",
        "Police-188855501-02",
        "0151-2345-6789-DE",
        "00000010: 4c8b 0588 5550 1234 e8f3 ffff",
        "b8e7 0857 8932 c54d",
    ],
)
def test_parts_of_names_and_codes_may_not(text: str) -> None:
    assert values(text, Hints(claim_regions=("US", "GB", "DE"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "the only line is 18885550143 and they answer",
        "My wallet was locked, 18885550143 helped me.",
        "#coinbase #help #18885550143 #refund",
        "I found 18885550143",
    ],
)
def test_a_bare_toll_free_number_in_a_sentence(text: str) -> None:
    assert values(text) == ["+18885550143"]


@pytest.mark.parametrize(
    "text",
    [
        "id=18885550143",
        '{"n": 18885550143, "m": 2}',
        "took 18885550143 ns to finish",
        "order 18885550143 was sent",
        "fix in #18885550143 please",
        "x 18885550143 y",
        "2024-11-28 18885550143 7",
        "my wallet was locked, 12025550143 did it",
    ],
)
def test_other_bare_digits_are_left_alone(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "digits",
    [
        "𝟐𝟎𝟐 𝟓𝟓𝟓 𝟎𝟏𝟒𝟑",
        "②⓪② ⑤⑤⑤ ⓪①④③",
        "2\u20dd0\u20dd2\u20dd 5\u20dd5\u20dd5\u20dd 0\u20dd1\u20dd4\u20dd3\u20dd",
        "2\u200b0\u200b2\u200b5\u200b5\u200b5\u200b0\u200b1\u200b4\u200b3",
        "2️⃣ 0️⃣ 2️⃣ 5️⃣ 5️⃣ 5️⃣ 0️⃣ 1️⃣ 4️⃣ 3️⃣",
    ],
)
def test_nobody_dresses_up_an_id(digits: str) -> None:
    assert values(f"Ledger {digits}", Hints(region="US")) == [NUMBER]
    (item,) = find(f"Ledger {digits}")
    assert [r.value for r in item.readings] == [NUMBER] or item.problem == "no-country"


@pytest.mark.parametrize("digits", ["202 555 0143", "2 0 2 5 5 5 0 1 4 3"])
def test_plain_digits_need_a_word_of_phoning(digits: str) -> None:
    assert values(f"Ledger {digits}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Commande n\u00b0 06123-45678 exp\u00e9di\u00e9e",
        "ИНН 7707083893",
        "Bestellnummer 0301 234567",
        "T.C. kimlik no 12345678901",
        "Routing 021000021, account 000123456789",
    ],
)
def test_ids_are_named_in_many_languages(text: str) -> None:
    assert values(text, Hints(claim_regions=("US", "DE"))) == []


def test_a_service_number_is_no_id() -> None:
    assert values("Servicenummer 030 123456", Hints(region="DE")) == ["+4930123456"]
