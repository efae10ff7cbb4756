"""Make `lookalikes.txt` from Unicode's confusables (UTS 39).

The table comes with the PyPI package `confusable-homoglyphs`; run this with that package installed.
Each line of the result is an ASCII letter or digit, a tab, and the characters of other scripts that
look like it. Characters that compatibility normalisation already turns into ASCII are left out.
"""

import json
import string
import unicodedata
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "hotline_check/reading/normalize/data/lookalikes.txt"
WANTED = string.ascii_letters + string.digits
# Letters that were seen in place of digits though UTS 39 has no row for them: `+1{707}.Ց68.519Ց`.
SEEN = {"8": "\u0551"}


def base(prototype: str) -> str | None:
    """The one ASCII character that a prototype is, but for marks drawn over it."""
    first, marks = prototype[0], prototype[1:]
    if first in WANTED and all(unicodedata.category(mark).startswith("M") for mark in marks):
        return first
    return None


def table() -> dict[str, set[str]]:
    """ASCII character -> its look-alikes."""
    text = (files("confusable_homoglyphs") / "confusables.json").read_text("utf-8")
    found: dict[str, set[str]] = {char: set() for char in WANTED}
    for prototype, rows in json.loads(text).items():
        target = base(prototype)
        if target is None:
            continue
        for row in rows:
            char = row["c"].strip("\u200e\u200f")
            if len(char) == 1 and ord(char) > 127 and not plain(char):
                found[target].add(char)
    for target, chars in SEEN.items():
        found[target].update(chars)
    return found


def plain(char: str) -> bool:
    """Whether the reader knows the character without this table."""
    if unicodedata.digit(char, None) is not None:
        return True
    return unicodedata.normalize("NFKD", char)[0].isascii()


def main() -> None:
    """Write the table."""
    rows = [f"{char}\t{''.join(sorted(alike))}\n" for char, alike in table().items() if alike]
    TARGET.write_text("".join(rows), "utf-8")
    print(f"{TARGET}: {sum(len(row) - 3 for row in rows)} characters, {len(rows)} rows")


if __name__ == "__main__":
    main()
