"""What is inside a number or at its edges and is none of its digits."""

import pytest

from hotline_check.reading import Hints, find


def numbers(text: str, region: str | None = None) -> list[str]:
    return [found.value for each in find(text, Hints(region=region)) for found in each.readings]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Phantom [size=5]1-202[/size]-[size=5]555-0143[/size]", "+12025550143"),
        ("help [b]+1 202[/b] 555 [color=red]0143[/color]", "+12025550143"),
        (r"Gemini: \u002b1-202-555-0177", "+12025550177"),
        (r"call \x2b1 202 555 0143", "+12025550143"),
        ("Kraken 1🇺🇸202🇺🇸555🇺🇸0129", "+12025550129"),
        ("Exodus help 1+833+555+0124", "+18335550124"),
        ("Support: +49 [Deutschland] 1512 3456789", "+4915123456789"),
        ("desk +44 (United Kingdom) 7700 900123", "+447700900123"),
        ("ติดต่อ +66 (ไทย) 81 234 5678", "+66812345678"),
    ],
)
def test_it_is_left_out(text: str, number: str) -> None:
    assert numbers(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "the sum 1+202+555+0143 is wrong",
        "solve x=1+833+555+0124",
        "array[0] = 202; array[1] = 555; [/code] 0143",
        "+49 [see page 12] 1512",
    ],
)
def test_sums_and_code_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("@x plsCall18005550139forRefund", "+18005550139"),
        ("For assistance call 1-202-\n 555-\n 0133 (Kraken)", "+12025550133"),
        ("Wallet alert.\n844.\n555.\n0105", "+18445550105"),
        ("Lines:\n1) UK +44 7700 900348\n2) none", "+447700900348"),
        ("币安客服 1.3.1.2.3.4.5.6.7.8.9 加好友", "+8613123456789"),
        ("Coinbase +1-BBB-555-012B Support", "+18885550128"),
        ("phantom +1-q17-555-01qq", "+19175550199"),
        (
            "Kraken \U0001ccf2\U0001ccf0\U0001ccf2-\U0001ccf5\U0001ccf5\U0001ccf5-0143",
            "+12025550143",
        ),
    ],
)
def test_lines_words_and_letters_at_its_edges(text: str, number: str) -> None:
    assert numbers(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "OrderNumber18005550139sent",
        "PNR 8123456789, train 12951",
        "Nomor rekening BCA 8123456780 a.n. PT Contoh",
        "conta BB 8123456780",
    ],
)
@pytest.mark.parametrize("region", [None, "IN", "ID", "BR"])
def test_words_joined_or_apart_name_an_id(text: str, region: str | None) -> None:
    assert numbers(text, region) == []


def test_an_address_of_a_computer_has_no_part_beyond_255() -> None:
    assert numbers("çağrı merkezi (0090)501.234.56.78", "TR") == ["+905012345678"]
    assert numbers("host 10.0.3.4 and 192.168.1.20") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("artı dokuz sıfır beş sıfır bir iki üç dört beş altı yedi sekiz", "+905012345678"),
        ("cộng tám bốn, chín một hai ba bốn năm sáu bảy tám", "+84912345678"),
        ("plus enam dua, delapan satu dua tiga empat lima enam tujuh delapan", "+62812345678"),
        ("più tre nove, tre uno due tre quattro cinque sei sette otto nove", "+393123456789"),
        ("plus drie een, zes een twee drie vier vijf zes zeven acht", "+31612345678"),
        ("plus cztery osiem pięć jeden dwa trzy cztery pięć sześć siedem osiem", "+48512345678"),
        ("плюс три восемь ноль пять ноль один два три четыре пять шесть семь", "+380501234567"),
        ("plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit",
         "+33612345678"),
        ("плюс семь девятьсот двенадцать триста сорок пять шестьдесят семь восемьдесят девять",
         "+79123456789"),
        ("+7 (девять один два) 345-67-89", "+79123456789"),
        ("llame +34 seiscientos doce, trescientos cuarenta y cinco, 678", "+34612345678"),
        ("โทร +66 แปดหนึ่งสองสามสี่ห้าหกเจ็ดแปด", "+66812345678"),
        ("+81 90の1234の5678 まで", "+819012345678"),
        ("電話 プラス・ハチ・イチ・キュウ・ゼロ、イチ・ニ・サン・ヨン、ゴ・ロク・ナナ・ハチ",
         "+819012345678"),
    ],
)  # fmt: skip
def test_digit_words_of_many_languages(text: str, number: str) -> None:
    assert numbers(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "a bill of 55 501 43 due 12",
        "number hai zero zero",
        "un due tre stella, quattro passi",
        "one two three four five six seven eight nine ten",
        "un deux trois quatre cinq six sept huit neuf dix",
        "neun acht sieben sechs fünf vier drei zwei eins null",
        "zero um dois três quatro cinco seis sete oito nove",
        "212.\n555.\n1234.",
        "the bill of 1 250 000 is due 14 5 2026",
    ],
)
def test_words_of_two_languages_and_counts_are_no_numbers(text: str) -> None:
    assert numbers(text) == numbers(text, "US") == numbers(text, "FR") == []


def test_number_words_and_digits_are_not_added() -> None:
    assert numbers("call +44 vingt 7946 0018") == ["+442079460018"]
