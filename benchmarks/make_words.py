"""Make the word lists of `hotline_check/reading/brands/data/`: words that no host name can own.

A name imitates a platform only if it is distinctive, which a dictionary word is not: `stripe.com`
is one letter from `strike.me`, and `revolution.com` contains `revolut`. There are two lists:

- `words.txt`, English: SCOWL (Debian's package `scowl`) up to level 50, words that a newspaper
  reader knows, and the names there that `pyspellchecker` (PyPI) counts often. Larger levels would
  make `kraken` ordinary.
- `words_foreign.txt`, German, Spanish, French, Italian, Dutch, Portuguese: the frequent words of
  `pyspellchecker`, counted in film subtitles from before most platforms existed.

Run it with both packages installed; `words.LICENSE.txt` holds the notices that they ask for.
"""

import gzip
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "hotline_check/reading/brands/data"
SCOWL = Path("/usr/share/dict/scowl")
LEVEL = 50
KINDS = re.compile(r"(english|american|british|british_z|canadian|australian)-(words|upper)")
NAMES = "english-proper-names"
LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")
FREQUENT = 2000  # occurrences of a word of another language
KNOWN_NAME = 100  # occurrences of an English name; `paypal` is in the list of names, too, with 50
RESERVED = {"example"}  # by RFC 2606: no stranger's host has it, and tests call platforms so
WORD = re.compile("[a-z]{3,12}")
FOREIGN = re.compile("[a-z]{4,12}")  # shorter ones would explain any typing error as two words


def counted(language: str) -> dict[str, int]:
    """Word -> how often it was counted in a language."""
    packed = (files("spellchecker") / f"resources/{language}.json.gz").read_bytes()
    return dict(json.loads(gzip.decompress(packed)))


def english() -> Iterator[str]:
    """Words of English of any country, and well-known names."""
    counts = counted("en")
    for path in sorted(SCOWL.iterdir()):
        kind, _, level = path.name.partition(".")
        if int(level or 99) > LEVEL:
            continue
        found = path.read_text("latin-1").lower().split()
        if KINDS.fullmatch(kind):
            yield from found
        elif kind == NAMES:
            yield from (name for name in found if counts.get(name, 0) >= KNOWN_NAME)


def main() -> None:
    """Write the lists."""
    own = {word for word in english() if WORD.fullmatch(word)} - RESERVED
    foreign: set[str] = set()
    for language in LANGUAGES:
        frequent = (w for w, count in counted(language).items() if count >= FREQUENT)
        foreign |= {word for word in frequent if FOREIGN.fullmatch(word)}
    for name, words in (("words.txt", own), ("words_foreign.txt", foreign - own - RESERVED)):
        (TARGET / name).write_text("".join(f"{word}\n" for word in sorted(words)), "ascii")
        print(f"{name}: {len(words)} words")


if __name__ == "__main__":
    main()
