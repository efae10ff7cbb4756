"""Texts to fuzz the reader with: fragments in which numbers are disguised, driven by bytes.

Figures of many styles, signs, markup, addresses, words and renderings that were really seen.
`data` is anything with the methods of atheris' `FuzzedDataProvider`.
"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import phonenumbers
import yaml

from hotline_check.reading.normalize.pipeline import unmask
from hotline_check.reading.phone_search.prefilter.windows import BLOCK
from hotline_check.reading.spoofing import is_turned

T = TypeVar("T")
REGIONS: Final = "US GB IN CN DE FR IT BR AR MX JP KR RU CA AC"
DATA: Final = Path(__file__).parent.parent / "tests/reading/data"
MOST: Final = 4096
"""Characters of a text, but for those that are searched in parts."""
NAMES: Final = {
    "Coinbase": "coinbase", "Gate": "gate", "币安": "binance", "Trust Wallet": "trust-wallet",
    "MetaMask": "metamask", "OKX": "okx", "Crypto.com": "crypto-com", "1inch": "1inch", "Nu": "nu",
}  # fmt: skip
WORDS: Final = """
call phone support tel: fax number order id= uid code $ btc satoshis ext. x5 extension press 24/7
toll-free whatsapp US USA [USA] (UK) 🇺🇸 🇬🇧 ☎ 📞 电话 客服 订单 звоните फोन now hotline card
2024-11-28 17:34:02 192.168.1.20 one two double triple plus zero seven cero uno siete um dois
null eins zwei sixteen seventeen twenty hundred teen ноль один
शून्य एक ゼロ いち 零 一 幺 공 일 a b O I l the and of
"""
WEB: Final = """
http:// https:// hxxps:// // @ . : / ? # = & % www. example.com t.me/ x.com/ support mailto: tel:
sms: ;phone-context= ;ext= (at) [at] (dot) [dot] [.] .co.uk .io .рф 例子.中国 xn--p1ai user pass ](
[]( 。 ． ＠ %2B %31 %25 help
"""
MARKUP: Final = """
<b> </b> <a href=" "> '> </a> <span <!-- --> <p> <br/> < > &amp; &#49; &#x32; &plus; &nbsp; &lt;
&#8238; &zwj; & ; # " '
"""
SIGNS: Final[list[str]] = [
    *"+-.,;:/\\()[]{}<>*_~|'\"#=%$€!?^`·•–—‐−＋（）「」、，。 \t\n\r\v\u3000\xa0\x1c\u2028\x00\x02",
    *"\u200b\u200c\u200d\u2060\ufeff\xad\u202a\u202c\u202d\u202e\u2066\u2069\u061c\u200f",
    *"\u0336\u20e3\ufe0f\u0301\u093c\u0e34\ud800\udfff\U000e0031\u115f⇝✔➕💯🔟½Ⅷ㊀㈠éßİŉﬁжяλ한あ漢",
    *("\n\n", "\r\n", "\r\n\r\n", ", ", ": ", ") ", " (", "((", "))", "+1", "00", "011", "  "),
]
ZEROS: Final = [
    *(0x30, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0, 0x0660, 0x06F0, 0x0966),
    *(0x09E6, 0x0AE6, 0x0B66, 0x0D66, 0x0E50, 0x104A0, 0x118E0, 0x245F, 0x2775, 0x2473, 0x2487),
    *(0x2080, 0x24F4, 0xE0030),
]
"""The zeros of figures, or what stands before the one of those that have none."""
SPELLED: Final = [
    "zero one two three four five six seven eight nine",
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "zero um dois três quatro cinco seis sete oito nove",
    "zéro un deux trois quatre cinq six sept huit neuf",
    "null eins zwei drei vier fünf sechs sieben acht neun",
    "ноль один два три четыре пять шесть семь восемь девять",
    "शून्य एक दो तीन चार पांच छह सात आठ नौ",
    "shunya ek do teen char panch chhe saat aath nau",
    "零 一 二 三 四 五 六 七 八 九",
    "〇 壹 贰 叁 肆 伍 陆 柒 捌 玖",
    "ゼロ いち に さん よん ご ろく なな はち きゅう",
    "공 일 이 삼 사 오 육 칠 팔 구",
    "O I Z E A S G T B g",
]
WRAPPED: Final = [
    *("{}\u200b", "{}\u0336", "{}\ufe0f\u20e3", "<b>{}</b>", "&#4{};", "({})", "{} ", "-{}"),
    *("\xad{}", "{}<!-- -->", "{}\u202c", "%3{}", "{}\n"),
]
PROSE: Final = (
    "Please call our support desk whenever nobody answers. ",
    "The customer service team of the exchange will help.\n",
    "Send money only where people know about every transfer.\n\n",
    "如果您收到自称交易所客服的电话，请不要提供密码或助记词。",
    "word " * 20,
    "x" * 60,
)


def _seen() -> list[str]:
    files = (DATA / "renderings.yaml", "rendering"), (DATA / "negatives.yaml", "text")
    rows = [(yaml.safe_load(file.read_text("utf-8")), key) for file, key in files]
    return [str(row[key]) for every, key in rows for row in every]


def _numbers() -> list[str]:
    every = [phonenumbers.example_number(region) for region in REGIONS.split()]
    shown = [phonenumbers.format_number(each, form) for each in every if each for form in range(4)]
    return [*shown, "18885550143", "1-800-FLOWERS", "+1 (202) 555-0143", "+44 7700 900123"]


SEEN: Final = _seen()
NUMBERS: Final = _numbers()


def composed(data: Any, most: int = MOST) -> str:
    """A text of fragments, each of which may stand there many times."""
    parts: list[str] = []
    size = 0
    while size < most and data.remaining_bytes():
        part = _fragment(data)
        if data.ConsumeIntInRange(0, 31) == 31:
            part *= data.ConsumeIntInRange(2, 2 + most // max(1, len(part)))
        parts.append(part)
        size += len(part)
    return "".join(parts)[:most]


def _fragment(data: Any) -> str:
    match data.ConsumeIntInRange(0, 11):
        case 0 | 1:
            return _disguised(data, pick(data, NUMBERS))
        case 2 | 3:
            size = data.ConsumeIntInRange(1, 11)
            return _disguised(data, str(data.ConsumeIntInRange(10 ** (size - 1), 10**size - 1)))
        case 4:
            return pick(data, SEEN)
        case 5 | 6:
            return pick(data, SIGNS)
        case 7:
            return pick(data, WORDS.split()) + pick(data, ["", " "])
        case 8:
            return pick(data, WEB.split())
        case 9:
            return pick(data, MARKUP.split())
        case 10:
            return _disguised(data, pick(data, list(NAMES)))
        case _:
            return str(data.ConsumeUnicode(data.ConsumeIntInRange(1, 12)))


def pick(data: Any, options: Sequence[T]) -> T:
    place: int = data.ConsumeIntInRange(0, len(options) - 1)
    return options[place]


def _disguised(data: Any, number: str) -> str:
    """A number in other figures, or in words, or with something about each figure."""
    match data.ConsumeIntInRange(0, 9):
        case 0 | 1:
            zero = pick(data, ZEROS)
            return "".join(chr(zero + int(c)) if c.isdecimal() else c for c in number)
        case 2:
            words = pick(data, SPELLED).split()
            gap = pick(data, ["", " ", "-", ", "])
            return "".join(words[int(c)] + gap if c.isdecimal() else c for c in number)
        case 3:
            wrap = pick(data, WRAPPED)
            return "".join(wrap.format(c) if c.isalnum() else c for c in number)
        case 4:
            sign = pick(data, SIGNS)
            return sign.join(number) if data.ConsumeBool() else number.replace("-", sign)
        case 5:
            place = data.ConsumeIntInRange(0, len(number))
            return number[:place] + pick(data, SIGNS) + number[place:]
        case _:
            return number


def long_text(data: Any) -> str:
    """A text that is searched in parts: fragments with much or little prose between them."""
    units = [composed(data, 200) for _ in range(data.ConsumeIntInRange(1, 6))]
    units = [unit for unit in units if _is_local(unit)] or NUMBERS
    parts: list[str] = []
    size = 0
    most = data.ConsumeIntInRange(BLOCK + 1, 3 * BLOCK)
    rng = random.Random(data.ConsumeIntInRange(0, 2**16))
    prose = [pick(data, PROSE) for _ in range(2)]
    often = data.ConsumeIntInRange(1, 20)
    while size < most:
        parts += rng.choices(prose, k=rng.randint(0, often))
        parts.append(rng.choice(units))
        size = sum(map(len, parts))
    return "".join(parts)


def _is_local(text: str) -> bool:
    """Whether nothing far away decides how a text is read.

    Where digits in words are sought depends on the language around them, and controls of the
    direction reach far.
    """
    return unmask(text) == unmask(text, words=False) and not is_turned(f"{text}0")
