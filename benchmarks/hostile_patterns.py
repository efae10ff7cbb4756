"""What the slowest of many generated texts costs: short hostile pieces, repeated.

    python benchmarks/hostile_patterns.py [--seed 1] [--patterns 100] [--size 8000] [--limit 20]

A pattern is a unit of one to four pieces (signs of phones, links, markup, encodings, digit words,
groups of digits, contacts, scripts), repeated to `--size` bytes between a prefix and a suffix.
Contacts are another one in each repetition. Each text is searched
(`find`), scanned as a file of a random kind and, as far as a person may paste it, checked.

Prints one line for each text that takes more than `--limit` microseconds of CPU time a byte even
in the best of five runs, with the contacts found in it: reading a contact and looking it up takes
0.1 to 0.2 ms, the long way of contacts that somebody knows up to 0.5 ms. Then it prints the worst
figure of each command, and how many texts were above. Run it on an idle machine: CPU time doubles
where other programs share the caches.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from hotline_check import Registry
from hotline_check.reading import Hints, find

# Is replaced by how often a unit has been repeated.
NUMBER: Final = "\0"
# The pieces of a unit, by what they look like the beginning or the end of.
PIECES: Final = (
    # web addresses, mailboxes and account names
    *("@", "a@", "@a ", "a.b@", "b.co/", "a.com.", "[.]", "(at)", "\t=\\@b.co", "https://a.b/"),
    *("http://", "//", "\\\\", "www.", "xn--", "?u=", "%2f", "%252f", "%20", "1%2B", "t.me/"),
    *("javascript:", "intent:", "#Intent;", "tel:", "tel:+1", "sip:", "fe80::", "[::1]", "1:2:"),
    *("dot ", "at ", "dot com", "help at evil ", "a at b dot ", "telegram: ", "whatsapp "),
    # digits, signs between them, dialling codes
    *("1 2 3\n", "+1 ", "+49 (ab) ", "+one ", "1.", "1-", "1,", "(1)", "0", "00", "011", "9"),
    *("99 ", "999-", "12:30 ", "2026-11-29 ", "1e9", "$1", "€", "0x", "1;", "1|", "+", "+ +"),
    *("(+1)", "++", "#", "*", "**21*", "*#06#", "ext. ", "x5", "No. ", "ref ", "call ", "tel"),
    # groups of digits that may be a number's
    *("1 ", "12 ", "123 ", "202 ", "(202) ", "030 ", "555-", "0143 ", "4567/", "1/", "2.", "49"),
    # contacts, another one in each unit
    *(f"a{NUMBER}@b.co,", f"h{NUMBER}.co ", f"@ab{NUMBER}x ", f"t.me/ab{NUMBER}x;"),
    *(f"coinbase{NUMBER}.com\n", f"+1202555{NUMBER}, "),
    # numbers in words and letters
    *("sixteen", "nineteen ", "onetwo", "one ", "zero two ", "double ", "triple ", "1O-", "5K"),
    *("I", "l", "O", "oO", "L", "0xab", "bc1q", "ab", "abandon ", "zoo "),
    # other scripts, and characters that hide or combine
    *("一1", "零", "二", "１", "①", "1️⃣", "𝟙", "+८", "१", "٠", "۱", "௧", "Ⅷ", "Ⅰ", "⁺", "₁"),
    *("¹", "½", "⠁", "🕐", "🄁", "🇦", "🇺🇸", "٫", "１２", "㈠", "㊀", "é", "ß", "İ", "ﬀ", "😀"),
    *("微信", "电话", "客服", "加", "\u200b", "\u0336", "\u202e", "\u00a0", "\u3000"),
    # brands
    *("Coinbase ", "coinbase", "kraken support "),
    # HTML
    *("<div>", "<a href=", "<a href=x>", "</a>", "<!--", "<![CDATA[", "<br>", "</", "<", "<a"),
    *("< ", "<?", "<!", "<script>", "<style>", "<title>", "<textarea>", "<td>1</td>"),
    *("<span hidden>", "<b>1</b>", "&", "&amp;", "&nbsp;", "&#", "&#x", "&#49;"),
    # mail, JSON, CSV, Markdown, escapes
    *("=", "= ", "=3D", "=?utf-8?b?", "?=", "Content-Type: text/html\n", "From: a@b.co\n"),
    *("--b\n", "> ", ">> ", "on Mon wrote:\n", '{"a":', "[1,", '"1",', "[/b]", "](", "[]("),
    *("\\", "\\n", "\\x31", "\\u0031", "U+0031", "```", "~", "`", "^", "%", '"', "'"),
    # signs and spaces
    *("(", "((", ")", "[", "]", "{", "}", "|", "。", ".", "..", "…", "-", "--", "–", "_", "__"),
    *("/", ";", ":", "::", "\n", "\r\n", "\t", " ", "  "),
)
PREFIXES: Final = (
    *("", "1a", "+1 202 555 0143", "a@b.co", "https://", "<a href='", "(", "call ", '"', "tel:"),
    "+",
)
SUFFIXES: Final = ("", "q", "+1 202 555 0143", " x", "@b.co", ".com", "'>", ")", "1")
HINTS: Final = (Hints(), Hints(region="US"), Hints(claim_regions=("IN", "CN")))
KINDS: Final = (".txt", ".html", ".eml", ".json", ".csv", ".md")
# What is pasted is a whole text, for `scan`, from here on.
MOST_PASTED: Final = 1999
# Seconds; a shorter time is the cost of a call, and no text's.
SHORTEST: Final = 0.02


class Pattern(NamedTuple):
    """A unit that is repeated between a prefix and a suffix."""

    prefix: str
    unit: str
    suffix: str

    def text(self, size: int) -> str:
        """As many whole units as `size` bytes hold, at least one."""
        unit = self.unit.replace(NUMBER, "0000")
        count = max(1, size // len(unit.encode()))
        units = (self.unit.replace(NUMBER, f"{number:04}") for number in range(count))
        return f"{self.prefix}{''.join(units)}{self.suffix}"


def pattern(rng: random.Random) -> Pattern:
    """A quarter of one piece, most of two to four, some of two that are each repeated."""
    choice = rng.random()
    if choice < 0.25:
        unit = rng.choice(PIECES)
    elif choice < 0.85:
        unit = "".join(rng.choice(PIECES) for _ in range(rng.randint(2, 4)))
    else:
        unit = "".join(rng.choice(PIECES) * rng.randint(1, 30) for _ in range(2))
    return Pattern(rng.choice(PREFIXES), unit, rng.choice(SUFFIXES))


def microseconds_a_byte(run: Callable[[str], object], text: str, rounds: int = 1) -> float:
    """The CPU time of the fastest round; 0 where it is too short to be measured."""
    fastest = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run(text)
        fastest = min(fastest, time.process_time() - start)
    return fastest * 1e6 / len(text.encode()) if fastest > SHORTEST else 0.0


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patterns", type=int, default=100)
    parser.add_argument("--size", type=int, default=8000, help="bytes of a text")
    parser.add_argument("--limit", type=float, default=20, help="microseconds a byte")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    registry = Registry.open()
    worst: dict[str, tuple[float, Pattern]] = {}
    above = set()

    def found(hints: Hints, text: str) -> Sequence[object]:
        return list(find(text, hints))

    def scanned(kind: str, text: str) -> Sequence[object]:
        return registry.scan_bytes(text.encode(), name=f"text{kind}").hits

    for kind in KINDS:  # what is loaded and compiled on first use
        scanned(kind, "Call +1 202 555 0143 or one two, a@b.co, https://x.y/z")
    for _ in range(options.patterns):
        made = pattern(rng)
        hints, kind = rng.choice(HINTS), rng.choice(KINDS)
        text = made.text(options.size)
        runs: tuple[tuple[str, str, Callable[[str], Sequence[object]]], ...] = (
            ("find", text, partial(found, hints)),
            (f"scan {kind}", text, partial(scanned, kind)),
            ("check", text[:MOST_PASTED], registry.check),
        )
        for name, read, run in runs:
            cost = microseconds_a_byte(run, read)
            if cost > options.limit:
                cost = microseconds_a_byte(run, read, rounds=5)
            if cost > options.limit:
                above.add(made)
                print(f"{cost:6.1f} {name:10} {len(run(read)):4} contacts  {made!a}")
            if name not in worst or cost > worst[name][0]:
                worst[name] = cost, made
    for name, (cost, made) in sorted(worst.items()):
        print(f"{cost:6.1f} {name:10} at most: {made!a}"[:150])
    print(f"{options.patterns} patterns, {len(above)} above {options.limit:g} µs a byte")


if __name__ == "__main__":
    main()
