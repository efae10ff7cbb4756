"""Split a host name into labels as a person would read them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.web.host import suffix_of

_LOOKING: Final = str.maketrans("0135", "oles")  # digits that replace letters in host names
# Two letters that look like another one in many fonts: `krnaken`.
_DRAWN_LIKE: Final = (("rn", "m"), ("nn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"))
_DIGITS: Final = "0123456789"
# The longest label that DNS allows (RFC 1035, 2.3.4).
_LONGEST: Final = 63
_NO_CUTS: Final = frozenset[int]()


class Label(NamedTuple):
    """One label of a host, with punycode undone.

    read: look-alike characters replaced. flats: without hyphens, as it is and as it may be read.
    cuts: where in these the hyphens were.
    """

    shown: str
    read: str
    flats: tuple[str, ...]
    cuts: frozenset[int]
    is_own: bool


def labels_of(host: str) -> Iterator[Label]:
    """The labels of a host without its public suffix, the registered label last."""
    labels = host.removesuffix("." + suffix_of(host)).split(".")
    for place, label in enumerate(labels):
        shown = decoded(label)[:_LONGEST]
        read = unconfused(label)[:_LONGEST].replace("_", "-")
        cuts = _NO_CUTS
        if "-" in read:
            hyphens = (i for i, char in enumerate(read) if char == "-")
            cuts = frozenset(i - n for n, i in enumerate(hyphens))
        as_shown, as_read = shown.replace("-", "").replace("_", ""), read.replace("-", "")
        drawn = [as_read.replace(pair, letter) for pair, letter in _DRAWN_LIKE if pair in as_read]
        flats = (as_shown, as_read, *drawn)
        yield Label(shown, read, flats, cuts, place == len(labels) - 1)


def dotted(host: str) -> Iterator[list[str]]:
    """Adjacent parts of a host with a dot between them, before its public suffix."""
    name = host.removesuffix("." + suffix_of(host))
    if "." not in name:  # as in most hosts
        return
    tokens = re.split(r"([.-])", name)
    for start in range(0, len(tokens), 2):
        for end in range(start + 3, len(tokens) + 1, 2):
            if "." in tokens[start:end]:
                # `ledger.com134.info`: digits end the address for who reads it, not for a browser
                yield [*tokens[start : end - 1 : 2], tokens[end - 1].rstrip(_DIGITS)]


def decoded(label: str) -> str:
    """A label in Unicode, with punycode decoded."""
    if label.startswith("xn--"):
        try:
            # Not the `idna` codec, which refuses letters younger than Unicode 3.2.
            return label[4:].encode().decode("punycode").casefold()
        except UnicodeError:
            # Browsers show a label that is no punycode as it is.
            return label
    return label.casefold()


def unconfused(label: str) -> str:
    """A label with punycode decoded and confusable characters replaced.

    >>> unconfused("c0inbase"), unconfused("xn--inance-9jf")
    ('coinbase', 'binance')
    """
    return plain(decoded(label)).casefold().translate(_LOOKING)
