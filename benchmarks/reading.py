"""How fast and how well the reader finds, beside `phonenumbers.PhoneNumberMatcher`, in one run.

Usage: python benchmarks/reading.py [speed|everyday|recall|adversarial] ...   (default: all of them)

Every text of `speed` is made here from a fixed seed; no file is needed but `tests/reading/data`.
`everyday` reads what the machine has: manual pages, documentation, sources, logs.
"""

import random
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import everyday_texts
import phonenumbers
import yaml
from phonenumbers.re_util import enable_pattern_cache

from hotline_check.reading import Hints, find

DATA = Path(__file__).parent.parent / "tests/reading/data"
US = Hints(region="US")
MEGABYTE = 1_000_000
SENTENCES = """
the of and support account customer wallet please contact team when you send money exchange number
is in to for with crypto service agent report never share password recovery phrase call official
website page people who received message asked about transfer because nobody should give access
before checking where it came from until help arrives every market day
"""
CHINESE = (
    "如果您收到自称交易所客服的电话，请不要提供密码或助记词。",
    "官方客服不会主动要求您转账。",
    "遇到可疑情况时，请通过官方网站核实。",
    "请保留聊天记录与转账凭证。",
    "2024年以来，此类诈骗案件明显增多。",
    "受害者往往在几分钟内失去全部资产。",
    "不要下载远程控制软件。",
)
WORDS = SENTENCES.split()


def digits(rng: random.Random, count: int) -> str:
    """So many random digits."""
    return "".join(rng.choices("0123456789", k=count))


def prose(rng: random.Random) -> str:
    """Sentences with a year here and a price there."""
    out: list[str] = []
    while len(out) < 12_000:
        words = rng.choices(WORDS, k=rng.randint(8, 20))
        if rng.random() < 0.1:
            words.append(f"in {rng.randint(1990, 2026)}")
        out.append(" ".join(words).capitalize() + ".")
    return "\n\n".join(" ".join(out[at : at + 6]) for at in range(0, len(out), 6))


def log(rng: random.Random) -> str:
    """Lines of a node, a web server and an order book."""
    lines = []
    for _ in range(9000):
        lines += [
            f"2024-11-{rng.randint(10, 28)} 17:{rng.randint(10, 59)}:32.{digits(rng, 6)} INFO tip: "
            f"height={digits(rng, 6)} tx={digits(rng, 9)} cache=20.3MiB({digits(rng, 6)}txo)",
            f"10.0.{rng.randint(0, 255)}.{rng.randint(0, 255)} - - [28/Nov/2024:13:02:11 +0000] "
            f'"GET /v3/orders/{digits(rng, 10)} HTTP/1.1" 200 {digits(rng, 5)}',
            f"order_id={digits(rng, 12)} amount={digits(rng, 4)}.{digits(rng, 8)} "
            f"ts={digits(rng, 13)}",
        ]
    return "\n".join(lines)


def chinese(rng: random.Random) -> str:
    """Paragraphs of Chinese with a year in one sentence of seven."""
    return "\n\n".join("".join(rng.choices(CHINESE, k=6)) for _ in range(2000))


def mixed_log(rng: random.Random) -> str:
    """Lines of many programs: time stamps of several kinds, ids, hashes, addresses, amounts."""
    lines = []
    for _ in range(4000):
        stamp = f"{rng.randint(1_600_000_000, 1_800_000_000)}"
        lines += [
            f'{{"ts": {stamp}{digits(rng, 3)}, "uid": {digits(rng, 9)}, '
            f'"gas": {digits(rng, 6)}, '
            f'"tx": "0x{rng.getrandbits(256):064x}", "amount": "1.{digits(rng, 8)}"}}',
            f"17:{rng.randint(10, 59)}:32.{digits(rng, 6)} IP 10.0.{rng.randint(0, 255)}.7.443 > "
            f"192.168.1.{rng.randint(0, 255)}.{digits(rng, 5)}: "
            f"ack {digits(rng, 10)}, win {digits(rng, 5)}",
            f"{stamp},{digits(rng, 5)}.{digits(rng, 2)},{digits(rng, 5)}.{digits(rng, 2)},BTCUSDT",
            f"Nov 28 17:34:{rng.randint(10, 59)} host kernel: [{digits(rng, 6)}.{digits(rng, 6)}] "
            f"eth0: RX {digits(rng, 10)} bytes TX {digits(rng, 9)} bytes",
        ]
    return "\n".join(lines)


def spam(rng: random.Random) -> str:
    """Posts with the renderings that were really seen."""
    rows = yaml.safe_load((DATA / "renderings.yaml").read_text("utf-8"))
    lines = []
    for _ in range(9000):
        first, other = rng.choices(rows, k=2)
        lines.append(
            f"☎️ Coinbase support number {first['rendering']} ⭐ call {other['rendering']} for "
            "wallet help, 24/7 toll free customer service desk"
        )
    return "\n".join(lines)


def timed(text: str, sift: Callable[[], Iterable[object]], rounds: int = 1) -> tuple[float, int]:
    """Megabytes a second, the best of some rounds, and how many were found."""
    fastest = float("inf")
    count = 0
    for _ in range(rounds):
        start = time.process_time()  # other programs on the machine count for neither side
        count = sum(1 for _ in sift())
        fastest = min(fastest, time.process_time() - start)
    return len(text.encode()) / MEGABYTE / fastest, count


def warm() -> None:
    """Load what is loaded once, so that no text is timed with it."""
    list(find("https://example.co.uk help@example.com one two three 0143 +1 202 555 0143", US))


def speed() -> None:
    """The reader's throughput and the matcher's on the same bytes."""
    enable_pattern_cache()
    rng = random.Random(7)
    warm()
    texts = {
        "prose": prose(rng),
        "Chinese prose": chinese(rng),
        "log": log(rng),
        "mixed log": mixed_log(rng),
        "spam": spam(rng),
    }
    for name, text in texts.items():
        compare(name, text)


def everyday() -> None:
    """The same on texts of the kinds that people scan."""
    enable_pattern_cache()
    warm()
    for name, make in everyday_texts.KINDS.items():
        text = make()
        if text:
            compare(name, text)
        else:
            print(f"{name:14} skipped: this machine has no such files")


def compare(name: str, text: str) -> None:
    """Print what the reader and the matcher make of a text."""
    ours, count = timed(text, partial(find, text, US), rounds=3)
    theirs, matched = timed(text, partial(matches, text), rounds=3)
    print(
        f"{name:14} {len(text.encode()) / MEGABYTE:5.1f} MB  reader {ours:7.2f} MB/s "
        f"({count})  matcher {theirs:6.2f} MB/s ({matched})  {ours / theirs:5.1f} times"
    )


def matches(text: str) -> Iterable[object]:
    """What phonenumbers finds; without a limit of tries it would stop early."""
    return phonenumbers.PhoneNumberMatcher(text, "US", max_tries=10**9)


def adversarial() -> None:
    """Nanoseconds a byte on input made to be slow, beside prose."""
    rng = random.Random(7)
    warm()
    texts = {
        "prose": prose(rng),
        "digits": "1234567890" * 1_000_000,
        "spaced digits": "1 2 3 4 5 " * 1_000_000,
        "brackets": "([{" * 3_333_333,
        "brackets and digits": "(1" * 5_000_000,
        "combining marks": "\u0336" * 5_000_000,
        "digits with marks": "1\u0336" * 3_333_333,
        "pluses": "+" * 10_000_000,
    }
    usual = timed(texts["prose"], partial(find, texts["prose"], US), 5)[0]
    for name, text in texts.items():
        rate, _ = timed(text, partial(find, text, US), 5 if name == "prose" else 1)
        print(
            f"{name:20} {len(text.encode()) / MEGABYTE:5.1f} MB {1000 / rate:8.1f} ns/byte"
            f" {usual / rate:6.1f} times prose"
        )


def recall() -> None:
    """Recall and wrong readings on the renderings that were really seen."""
    rows = yaml.safe_load((DATA / "renderings.yaml").read_text("utf-8"))
    readable = [row for row in rows if row["number"]]
    right = wrong = matched = 0
    for row in readable:
        text = f"Contact support {row['rendering']} for help"
        hints = Hints(claim_regions=(row["region"],))
        got = [reading.value for each in find(text, hints) for reading in each.readings]
        right += got == [row["number"]]
        wrong += any(value != row["number"] for value in got)
        matches = phonenumbers.PhoneNumberMatcher(text, row["region"])
        peers = [phonenumbers.format_number(each.number, 0) for each in matches]
        matched += peers == [row["number"]]
    negatives = yaml.safe_load((DATA / "negatives.yaml").read_text("utf-8"))
    hits = sum(
        any(not each.readings or each.readings[0].kind == "phone" for each in find(row["text"], US))
        for row in negatives
    )
    print(
        f"readable {len(readable)}: right {right} ({right / len(readable):.1%}), wrong {wrong}; "
        f"matcher right {matched} ({matched / len(readable):.1%}); "
        f"negatives hit {hits} of {len(negatives)}"
    )


def main() -> None:
    """Run the parts named on the command line."""
    parts = {
        "speed": speed,
        "everyday": everyday,
        "recall": recall,
        "adversarial": adversarial,
    }
    for name in sys.argv[1:] or parts:
        parts[name]()


if __name__ == "__main__":
    main()
