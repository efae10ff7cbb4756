"""National numbers in a sentence, without a region: found next to words of phoning."""

import pytest

from hotline_check.reading import (
    Find,
    Hints,
    codes,
    find,
)


def only(text: str, hints: Hints | None = None) -> Find:
    (found,) = [
        each
        for each in find(text, hints or Hints())
        if not each.readings or each.readings[0].kind == "phone"
    ]
    return found


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("客服电话：4001234567", "4001234567", "+864001234567"),
        ("币安客服电话 400-829-4173，官网 www.binance.com", "400-829-4173", "+864008294173"),
        ("招商银行客服95588", "95588", "95588"),
        ("客服電話：02-2345-6789，謝謝", "02-2345-6789", "+886223456789"),
        ("Müşteri hizmetleri 0850 123 45 67", "0850 123 45 67", "+908501234567"),
        ("Müşteri hizmetleri 444 0 850", "444 0 850", "4440850"),
        ("ICRYPEX müşteri hizmetleri: 0 (212) 915 1900", "0 (212) 915 1900", "+902129151900"),
        ("Atendimento 4002-8922", "4002-8922", "40028922"),
        ("Central de atendimento: 0800 123 4567", "0800 123 4567", "+558001234567"),
        ("고객센터 1588-1234", "1588-1234", "+8215881234"),
        ("대표번호 02-1234-5678 입니다", "02-1234-5678", "+82212345678"),
        ("모든 보상은 빗썸 고객센터(1661-5566)를 통해서만 안내", "1661-5566", "+8216615566"),
        (
            "CoinCheckを名乗る男性(03-6667-5156)から電話がかかってきました",
            "03-6667-5156",
            "+81366675156",
        ),
        ("ナビダイヤル 0570-012-345 まで", "0570-012-345", "+81570012345"),
        ("お問い合わせは0120-123-456", "0120-123-456", "+81120123456"),
        ("Горячая линия 8 495 123-45-67", "8 495 123-45-67", "+74951234567"),
        ("サポート：０３－１２３４－５６７８", "０３－１２３４－５６７８", "+81312345678"),
        ("Service client 09 69 39 11 11", "09 69 39 11 11", "+33969391111"),
        ("Zadzwoń: infolinia 22 123 45 67", "22 123 45 67", "+48221234567"),
        ("Gọi tổng đài 1900 1234", "1900 1234", "+8419001234"),
        ("โทร 02-123-4567", "02-123-4567", "+6621234567"),
        ("Hubungi call center kami di 1500123", "1500123", "+621500123"),
    ],
)
def test_the_language_of_the_sentence_names_the_country(text: str, number: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.readings[0].value) == (number, value)
    assert codes.COUNTRY_FROM_LANGUAGE in [each.code for each in found.readings[0].assumed]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("customer care 1800 123 4567", "1800 123 4567"),
        ("For wallet help dial 0800 123 4567 today", "0800 123 4567"),
        ("Hotline: 8002-555-014", "8002-555-014"),
        ("Hotline/0800 1234567", "0800 1234567"),
        ("tel=0301234567", "0301234567"),
        ("Phone://030 1234567", "030 1234567"),
        ("\u260e 4002-8922", "4002-8922"),
        ("\U0001f4de 0800 1234567", "0800 1234567"),
        ("WhatsApp: (11) 91234-5678", "(11) 91234-5678"),
        ("Customer care no. 1800-103-1234", "1800-103-1234"),
        ("Support: 1300 123 456", "1300 123 456"),
        ("WhatsApp 06 82 94 17 36", "06 82 94 17 36"),
        ("Hotline {0800 1234567}", "0800 1234567"),
        ("call 0301234567 or 0307654321", "0301234567"),
    ],
)
def test_without_a_country_a_number_is_still_reported(text: str, number: str) -> None:
    found = next(iter(find(text)))
    assert (found.text, found.problem) == (number, "no-country")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0800 123 4567 me ligou", "0800 123 4567"),
        ("O golpe: ligação do 0800 123 4567", "0800 123 4567"),
        ("0212 123 45 67 aradı", "0212 123 45 67"),
        ("1588-1234에서 문자가 왔어요", "1588-1234"),
        ("부재중 02-123-4567", "02-123-4567"),
        ("1800 103 1234 से मैसेज आया", "1800 103 1234"),
        ("mujhe 080 4718 1234 se call aaya", "080 4718 1234"),
        ("0120-123-456 着信", "0120-123-456"),
        ("06 82 94 17 36 m'a appelé", "06 82 94 17 36"),
        ("030 12345678 rief mich an", "030 12345678"),
        ("8 495 123-45-67 кто звонил?", "8 495 123-45-67"),
        ("400-829-1234 打给我", "400-829-1234"),
        ("55 8294 1234 me llamó", "55 8294 1234"),
        ("021 5065 1234 menelepon saya", "021 5065 1234"),
        ("020 123 4567 belde mij", "020 123 4567"),
        ("22 123 45 67 dzwonił", "22 123 45 67"),
        ("020 7946 0123 rang me", "020 7946 0123"),
    ],
)
def test_a_national_number_that_called_is_found(text: str, number: str) -> None:
    assert [each.text for each in find(text)] == [number]


@pytest.mark.parametrize("sign", [" or ", "/", " / "])
def test_the_second_of_two_numbers_shares_the_word(sign: str) -> None:
    found = list(find(f"call 0301234567{sign}0307654321"))
    assert [each.text for each in found] == ["0301234567", "0307654321"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Coinbase Österreich Hotline 0800 123456", "+43800123456"),
        ("Crypto.com Italia: chiama 02 1234 5678", "+390212345678"),
        ("Kraken Deutschland Telefon 030 12345678", "+493012345678"),
        ("Our office in South Korea: 02-1234-5678", "+82212345678"),
    ],
)
def test_a_country_that_the_sentence_names_beats_the_platform_and_the_language(
    text: str, value: str
) -> None:
    for hints in (Hints(), Hints(claim_regions=("GB", "US"), locale_region="FR")):
        (reading,) = only(text, hints).readings
        assert (reading.value, reading.assumed[0].code) == (value, codes.COUNTRY_FROM_TEXT)


@pytest.mark.parametrize("hints", [Hints(), Hints(claim_regions=("DE", "US"))])
def test_no_country_is_taken_that_the_language_speaks_against(hints: Hints) -> None:
    values = [
        each.value for each in only("Coinbase: Appelez-nous au 06 82 94 17 36", hints).readings
    ]
    assert "+33682941736" in values
    assert "+49682941736" not in values


def test_the_platform_chooses_among_the_countries_of_the_language() -> None:
    text = "Kundenservice 0800 1234567"
    assert len(only(text).readings) == 2
    assert [r.value for r in only(text, Hints(claim_regions=("US", "AT"))).readings] == [
        "+438001234567"
    ]


def test_a_region_that_was_asked_for_hides_no_number_of_another() -> None:
    found = only("customer care 1800 123 4567", Hints(region="US"))
    assert (found.text, found.problem) == ("1800 123 4567", "no-country")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Поддержка 8 (800) 969-19-40", "8 (800) 969-19-40"),
        ("5(888) 908-7930", "5(888) 908-7930"),
        ("call 12 (202) 555-0143", "12 (202) 555-0143"),
        ("+1 202 555 0143 1", "+1 202 555 0143 1"),
        ("+1 (202) 555-0143(5)", "+1 (202) 555-0143(5)"),
        ("tel:2025550143;phone-context=example.com", "2025550143;phone-context=example.com"),
    ],
)
def test_no_digit_next_to_a_number_is_dropped(text: str, number: str) -> None:
    found = only(text)
    assert found.text == number
    assert "+12025550143" not in [each.value for each in found.readings]


@pytest.mark.parametrize(
    "written",
    ["+44 113 496 0999,1234", "+44 113 496 0999;12", "+44 113 496 0999p12#", "+44 113 496 0999,,5"],
)
def test_digits_that_are_sent_after_a_pause_are_echoed(written: str) -> None:
    found = only(f"call tel:{written} now")
    assert found.text == written
    assert codes.EXTENSION_LEFT_OUT in [each.code for each in found.readings[0].assumed]


def test_the_country_of_a_link_in_a_text() -> None:
    (reading,) = only("Cash App tel:8009691940;phone-context=+44").readings
    assert reading.value == "+448009691940"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://example.com/call/18335550143", "+18335550143"),
        ("https://example.com/?phone=+1-833-555-0143", "+18335550143"),
        ("https://example.com/coinbase-support-1-833-555-0143", "+18335550143"),
        ("https://example.com/help?whatsapp=%2B447700900123", "+447700900123"),
    ],
)
def test_a_number_in_a_web_address_is_a_contact_of_its_own(text: str, value: str) -> None:
    address, number = find(text)
    assert address.readings[0].kind == "url"
    assert [each.value for each in number.readings] == [value]
    assert address.start < number.start < number.end <= address.end


@pytest.mark.parametrize(
    ("text", "network", "account"),
    [
        ("币安客服微信：binance_kf88", "wechat", "@binance_kf88"),
        ("微信号：binance_kefu", "wechat", "@binance_kefu"),
        ("加微信 okx_kefu01 领取", "wechat", "@okx_kefu01"),
        ("WeChat ID: xyz", "wechat", "@xyz"),
        ("加 QQ:123456789", "qq", "@123456789"),
        ("客服QQ 2012345678，24小时在线", "qq", "@2012345678"),
        ("Skype: live:coinbase.help", "skype", "@live:coinbase.help"),
        ("LINE ID: coincheck_sp", "line", "@coincheck_sp"),
        ("LINE：@bitbank_help", "line", "@bitbank_help"),
        ("KakaoTalk: upbit_cs", "kakaotalk", "@upbit_cs"),
        ("카카오톡 ID: upbit24", "kakaotalk", "@upbit24"),
    ],
)
def test_what_follows_the_name_of_a_network_is_an_account(
    text: str, network: str, account: str
) -> None:
    (found,) = find(text)
    (reading,) = found.readings
    assert (reading.kind, reading.network, reading.value) == ("handle", network, account)


@pytest.mark.parametrize(
    "text",
    [
        "Skype: free calls for everybody",
        "The LINE: where it began",
        "WeChat support is closed",
        "Deadline: tomorrow_evening",
        "the qq plot of residuals",
        "483920 is your Coinbase code. @coinbase.com #483920",
    ],
)
def test_no_account_without_one(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize("region", ["US", "JP", "BR", None])
@pytest.mark.parametrize("digits", ["09123-892436", "070-7678-6451"])
def test_digits_of_no_country_at_hand_are_not_passed_over(region: str | None, digits: str) -> None:
    found = find(f"Contact support at {digits} for help", Hints(region=region))
    assert [item.text for item in found] == [digits]
