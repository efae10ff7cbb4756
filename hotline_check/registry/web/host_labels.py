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


def without_suffix(host: str) -> str:
    """A host without its public suffix."""
    return host.removesuffix("." + suffix_of(host))


def labels_of(name: str) -> Iterator[Label]:
    """The labels of a host without its public suffix, the registered label last."""
    labels = name.split(".")
    for place, label in enumerate(labels):
        whole = decoded(label)
        shown, read = whole[:_LONGEST], _looks(whole)[:_LONGEST].replace("_", "-")
        cuts = _NO_CUTS
        if "-" in read:
            hyphens = (i for i, char in enumerate(read) if char == "-")
            cuts = frozenset(i - n for n, i in enumerate(hyphens))
        as_shown, as_read = shown.replace("-", "").replace("_", ""), read.replace("-", "")
        flats = (as_shown, as_read, *drawn_like(as_read))
        yield Label(shown, read, flats, cuts, place == len(labels) - 1)


def drawn_like(name: str) -> list[str]:
    """What a name is taken for where two of its letters look like another one."""
    return [name.replace(pair, letter) for pair, letter in _DRAWN_LIKE if pair in name]


def dotted(name: str) -> Iterator[list[str]]:
    """Adjacent parts of a host without its public suffix, with a dot between them."""
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
    return _looks(decoded(label))


def _looks(shown: str) -> str:
    return plain(shown).casefold().translate(_LOOKING)
