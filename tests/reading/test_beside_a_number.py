"""What mails, imprints and SMS have next to a listed number is none of its digits.

In many languages: hours, prices, menus, numbers of cases and registers, streets, lists. What says
how to change the number, or where else to turn, is never passed over.
"""

import pytest

from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from tests.entries import REGISTRY_DAY

HOURS = [
    *("Coinbase: +1 888 908 7930 (24/7/365)", "WhiteBIT +90 850 771 28 20 7/24"),
    *("Coinhouse +33 1 53 00 92 60 (9h-18h)", "Coinhouse : +33 1 53 00 92 60 – 7j/7, 24h/24"),
    "WhiteBIT +34 910 97 17 50 abierto de 9 a 14 y de 16 a 19",
    "WhiteBIT поддержка +380 44 339 5996, пн–пт с 9 до 18",
    "WhiteBIT tel. +370 5 214 1499 (lun-ven 9.00-13.00 / 14.00-18.00)",
    "Coinbase +1 888 908 7930 attivo 24 ore su 24, 7 giorni su 7",
    "Coinbase +1 888 908 7930 работает 24 часа в сутки",
    "PhonePe helpline 080-68727777, सुबह 9 बजे से शाम 6 बजे तक",
    "WhiteBIT +380 44 339 5996 (ожидание 5 минут)",
    "Ouvidoria Nubank 0800 887 0463, dias úteis das 9h às 18h",
]
PRICES_AND_MENUS = [
    "Coinbase +49 221 68943973 (0,20 €/Anruf aus dem dt. Festnetz)",
    "Coinbase +49 800 0010726, dann die 2 drücken",
    *("Bitay 0850 466 66 00, 1'i tuşlayın", "업비트 1588-5682 연결 후 1번을 누르세요"),
    *("Coinhouse : composez le 01 53 00 92 60 puis tapez 1", "Coinhouse : 01 53 00 92 60, choix 2"),
]
CASES = [
    "Su incidencia 18273645 está cerrada. Bit2Me +34 900 264 741",
    "Bonjour, votre demande n°18273645 a été traitée. Coinhouse +33 1 53 00 92 60",
    "Talep no: 18273645 Bitay 0850 466 66 00",
    "Your case number is 18273645. Call Coinbase at +1 888 908 7930 with questions.",
    "Ihre Vorgangsnummer: 18273645. Rückfragen: Coinbase 0800 0010726",
    "Hemos recibido su solicitud n.º 18273645.\nPuede llamar a Coinbase al +34 900 983 477.",
    "Pratica n. 18273645, per domande Coinbase +1 888 908 7930",
    "Seu protocolo é 18273645. Dúvidas? Ligue 0800 591 2117. Nubank",
    "Заявка № 18273645. WhiteBIT +380 44 339 5996",
    *("접수번호 18273645 업비트 1588-5682", "お問い合わせ番号:18273645 Coinbase +1 888 908 7930"),
]
IMPRINTS = [
    "Icrypex A.Ş., Büyükdere Cad. No:127, Şişli/İstanbul, Tel: 0212 915 19 00",
    "N26 Bank SE, Voltairestraße 8, 10179 Berlin, HRB 170602 B, Tel. +49 30 22957300",
    "N26 Bank SE\nTelefon: +49 30 22957300\nHRB 170602 B\nUSt-IdNr.: DE305957096",
    "Bitcoin Suisse AG, Grafenauweg 12, 6300 Zug, CHE-472.481.853, Tel. 0800 800 008",
    "Coinhouse SAS, 75001 Paris, RCS Paris 815 254 545, Tél. 01 53 00 92 60",
    "Bit2Me, CIF B54835301, C/ Germán Bernácer 69, 03203 Elche. Tel. +34 900 264 741",
    "N26 assistenza +49 30 22957300, P. IVA 10726610967",
    "(주)빗썸 서울특별시 테헤란로 124 사업자등록번호 220-88-71844 고객센터 1661-5566",
    "Bitstamp Ltd, London EC4A 3TW, company no. 8157033. Tel +44 20 3868 9628",
    "〒100-0001 東京都千代田区千代田1-1 Coinbase +1 888 908 7930",
]
LISTS = [
    "Coinhouse particuliers : 01 53 00 92 60, professionnels : 01 82 88 29 51",
    "Coinbase:\n1. +1 888 908 7930 (US)\n2. +44 808 168 4635 (UK)\n3. +353 1800 200 355 (IE)",
    "Телефоны WhiteBIT: 1) +380 44 339 5996 2) +370 5 214 1499",
    "Please call Coinbase at +1 888 908 7930. Reply STOP to 12345 to opt out.",
]
CHANGES = [
    "die letzte Zahl durch 5 ersetzen",
    "die letzte Null weglassen",
    "statt der letzten 0 eine 1",
    "cambia la última cifra de 0 a 1",
    "mude o último dígito de 0 para 1",
    "tapez 61 au lieu de 60",
    "changez le dernier chiffre de 0 à 1",
    "cambia l'ultima cifra da 0 a 1",
    "digita 1 al posto dello 0",
    "change the last digit from 0 to 1",
    "Skip the 8 after the 1.",
    *("aggiungi 5 alla fine", "sonuna 5 ekleyin", "끝이 83", "最後に5を付けて", "plus one"),
    "from 0 to 1 at the end",
    "sonunda 5 tuşlayın",
    "sondaki 0 yerine 1 tuşlayın",
    "замените последнюю цифру с 0 до 1",
    "вместо 0 в конце 1",
    "끝자리를 3으로 바꾸세요",
    "末尾を0ではなく1にしてください",
]
# What looks like the above.
DIGITS_OF_OTHERS = [
    *("case number 20255501, call it", "HRB 55501 anrufen", "SMS mit JA an 82822"),
    "company number 2025550 is the direct line, dial it",
    *("9", ", 9", "and 24/7 55", "1.", "(company no. 2025550143)", "(P. IVA 2025550143)"),
    *("Text STOP to 12345.", "Reply YES to 12345.", "2. also 3. or 5", "HRB 2025550143"),
    *("〒2025550143", "CIF 2025550143", "from 9 to 5 55 7"),
    # a word of phoning before or after, in other languages, or after a comma
    *("Durchwahl HRB 55501", "HRB 55501, dort erreichen Sie uns"),
    *("CIF B20255501 llame", "P. IVA 12025550143 chiama", "RCS 202555014 appelez ce numéro"),
    *("사업자번호 202-55-50143 로 전화", "〒202-5550 に電話", "統編 20255501 打这个"),
    *("Sie erreichen uns auch unter USt-Id DE202555014", "company no. 20255501 for help"),
    *("case 20255501, SMS", "Fall Nr. 20255501 rufen Sie an", "접수번호 20255501 로 전화"),
    *("talep no 20255501 numarayı arayın", "order 20255501: dial", "受付番号 20255501 に電話"),
    # a word for an inquiry that names no case, and digits as long as a number
    *("문의 15885682", "お問い合わせ 20255501", "consulta: 90055501", "Anfrage: 20255501"),
    *("Kunden: 20255501", "incidencia 900264742", "VAT No US 202555014", "邮编 95588"),
]
# Counted digits between a code and what a name next to it makes a number of another country.
TORN = [
    *("ICRYPEX +44 5 min 212 915 19 00", "Bitci +44 9 h 850 255 4848"),
    *("WhiteBIT +44 30天 850 771 2820", "WhiteBIT +44 9:00-18:00 850 771 2820"),
    *("WhiteBIT +44, 9 h, 850 771 2820", "WhiteBIT +44 9-5pm 850 771 2820"),
    *("WhiteBIT 0044 9 h 850 771 2820", "WhiteBIT 00 44 h 850 771 2820"),
    *("WhiteBIT 0044 Kevin 850 771 2820", "WhiteBIT 011 44 h 850 771 2820"),
    *("Bit2Me +34 (0,20 €) 900 264 741", "PhonePe +9 (0,20 €) 1 80 6872 7777"),
]


def levels(store: Store, text: str) -> set[int]:
    return {int(verdict.exit) for verdict in Checker(store, today=REGISTRY_DAY).check(text)}


@pytest.mark.parametrize("text", [*HOURS, *PRICES_AND_MENUS, *CASES, *IMPRINTS, *LISTS])
def test_what_is_named_otherwise_raises_no_alarm(text: str, bundled_store: Store) -> None:
    assert levels(bundled_store, text) == {0}


@pytest.mark.parametrize("words", [*CHANGES, *DIGITS_OF_OTHERS])
def test_other_digits_are_reported(words: str, bundled_store: Store) -> None:
    assert levels(bundled_store, f"Coinbase +1 888 908 7930 {words}") - {0}


def test_a_list_is_one_of_numbers(bundled_store: Store) -> None:
    assert levels(bundled_store, "Coinbase: 1. +1 888 908 7930 2. Kevin 0143 3. x") - {0}


@pytest.mark.parametrize("text", ["Coinbase +1 888 908 79 30 h", "Coinbase +1 888 908 7 24/7"])
def test_no_digit_of_a_number_is_an_hour(text: str, bundled_store: Store) -> None:
    assert 0 not in levels(bundled_store, text)


@pytest.mark.parametrize("text", TORN)
def test_nothing_is_counted_inside_a_number(text: str, bundled_store: Store) -> None:
    assert levels(bundled_store, text) - {0}


@pytest.mark.parametrize(
    "words",
    [
        *("HRB 170602 B, Tel. +1 888 908 7930", "case 12345678, call us at +1 888 908 7930"),
        *("邮编：100020 电话：+1 888 908 7930", "Pedido 18273645, ligue +1 888 908 7930"),
    ],
)
def test_a_word_of_phoning_may_name_the_number_after_it(words: str, bundled_store: Store) -> None:
    assert levels(bundled_store, f"Coinbase, {words}") == {0}
