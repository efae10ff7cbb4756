"""Digits that are no phone number, of many more kinds than were collected."""

import pytest

from hotline_check.reading import Hints, find

KINDS = {
    "order": [
        "order 4158403229",
        "Order #202-555-0143",
        "Invoice No. 2025550143",
        "ticket 8889087930",
    ],
    "amount": ["$2,025,550,143", "paid 202.555 USDT", "1 234 567 890 sats", "USD 2025550143.00"],
    "date": [
        "2024-11-28 17:34",
        "28.11.2024 10:15",
        "11/28/2024",
        "20241128T173432Z",
        "Nov 28 2024",
    ],
    "stamp": [
        "1732815272",
        "1732815272123",
        "20241128173432",
        "17:34:32.737139",
        "[28/Nov/2024:13:02:11 +0000]",
    ],
    "height": ["height=629104 tx=527211750", "block 866123", "slot 302555014"],
    "hash": [
        "0000000000000000000320283a032748cef8227873ff4872689bf23f1cda83a5",
        "0x2025550143abcdef2025550143abcdef20255501",
        "bc1q2025550143xyz2025550143abc",
        "995b6260-04ad-40c1-ab94-2c2de44acf2c",
    ],
    "ip": ["192.168.100.200", "10.0.0.1:8080", "2001:db8::8a2e:370:7334", "00:1B:44:11:3A:B7"],
    "version": ["v1.20.2555.143", "Chrome 96.0.4664.110", "2.0.25550143"],
    "card": ["4111 1111 1111 1111", "5500-0000-0000-0004", "3782 822463 10005"],
    "code": ["your code is 202555", "OTP: 20255501", "PIN 2025550"],
    "user": ["user_id=2025550143", "uid: 2025550143", '"id": 12025550143', "userId=12025550143"],
    "isbn": ["ISBN 978-3-16-148410-0", "ISBN-10 0-306-40615-2", "978-0-306-40615-7"],
    "place": ["40.712776, -74.005974", "N 48.858222 E 2.294500"],
    "hours": ["24/7 365", "9:00-18:00", "Mon-Fri 9-5"],
    "sku": ["SKU-202-555-0143", "part no. 202-555-0143", "PP-L-853703514642"],
    "size": ["2025550143 bytes", "1048576 file descriptors", "1920x1080", "2025550143 wei"],
    "path": ["99913172/154581974", "files/32412715", "/2025550143/img"],
    "iban": ["IBAN DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19"],
    "range": ["2019-2024", "pages 211-227 (2003)", "between 3000 and 15000"],
    "long": [
        "202555014320255501432025550143",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
    ],
    "diff": ["@@ -5751,7 +5751,7 @@", "+2025550143,7"],
    "table": ["1;323;934;1832\n2;323;934;1832", "| 1 | 256 | 233 | 6632 |", "462,202,3525,72"],
    "json": ['{"v": [308,478,7938]}', '{"id": 25366008229, "ts": 4846168576075}'],
    "hex": ["4c8b 0588 5550 1234 e8f3", "b8e7 7f84 0857 8932 9f77"],
    "base64": ["32f2b20c53bb+90418786435/1640fe==", "eyJh+12025550143/abc="],
    "drawing": [
        "1.117188 -0.46875 1.460938 c",
        "s 0.5 0.5 c 0 0.492188 -0.5 0.49",
        "M11 12a2 2 0 01-2 2 2 2 0 01-2-2 2 2 0 012-2 2",
    ],
    "pattern": [
        "([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])",
        "36[0-6]|3[0-5][0-9]|[12][0-9]{2}",
    ],
    "points": ["1E97; 0054 0308; 0054 0308; # LATIN"],
    "score": ["+272,479,184 XP", "ratio 1:686:208:0006", "odds +150 -110"],
    "decimal": ["0.2025550143", "31072.80", "3.14159265358979", "-74.005974"],
}
TEXTS = [text for texts in KINDS.values() for text in texts]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("region", [None, "US"])
def test_left_alone(text: str, region: str | None) -> None:
    for frame in ("{}", "The log says {} here."):
        found = [
            each
            for each in find(frame.format(text), Hints(region=region))
            if not each.readings or each.readings[0].kind == "phone"
        ]
        assert found == []


def test_a_number_beside_them_is_found() -> None:
    for text in TEXTS:
        line = f"{text}\n\nCall +1 202-555-0143 now"
        values = [each.readings[0].value for each in find(line) if each.readings]
        assert "+12025550143" in values, text


def test_a_part_of_a_longer_number_is_never_given() -> None:
    for text in ("+1-202-555-0143-0144-0145", "202-555-0143-99", "12-202-555-0143"):
        assert [each for each in find(text, Hints(region="US")) if each.readings] == [], text


def test_a_block_of_digits_alone_is_data() -> None:
    for data in ("1234567890" * 2000, "202 555 0143 " * 2000, "20255501432 " * 4000):
        assert list(find(data, Hints(region="US"))) == []


@pytest.mark.parametrize(
    "text",
    ["MGRS 18TWL 85628 11322", "LCCN 2018-855501", "H.R. 1885, 118th Cong. §§ 501–555 (2023)"],
)
@pytest.mark.parametrize("region", [None, "US"])
def test_two_odd_groups_and_years_in_brackets_are_no_number(text: str, region: str | None) -> None:
    assert list(find(text, Hints(region=region))) == []
