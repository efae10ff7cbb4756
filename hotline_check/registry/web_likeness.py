"""Hosts and accounts made to look like a platform's: what their names are made of.

A fuzzy match that convicts blocks honest sites, so short brands, which are common words, count
only where little else explains the name. All functions are pure.
"""

import re
from collections.abc import Iterator, Mapping

from hotline_check.reading.brands import ORDINARY
from hotline_check.reading.characters import plain
from hotline_check.registry.likeness import edits

_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789-"
_DIGITS = "0123456789"
_FIGURES = str.maketrans("0135", "oles")  # the figures that stand for letters in host names
_SHORTEST = 3  # letters of a brand that counts beside a companion word
_DISTINCT = 6  # letters from which a name stands out among common words
_UNMISTAKABLE = 7  # letters from which it stands out inside another word

# Words that impostors put around a brand, as seen in the evidence.
_COMPANIONS = frozenset(
    {
        "account",
        "app",
        "auth",
        "care",
        "center",
        "client",
        "customer",
        "desk",
        "guard",
        "help",
        "helpdesk",
        "info",
        "live",
        "login",
        "mail",
        "my",
        "official",
        "online",
        "portal",
        "pro",
        "recovery",
        "safe",
        "secure",
        "security",
        "service",
        "signin",
        "support",
        "team",
        "unlock",
        "verify",
        "wallet",
        "web",
    }
)


def host_likeness(host: str, brands: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pinned domains that a host name is made to look like -> (domain, how).

    brands: the first label of each pinned domain -> that domain. How is `punycode`,
    `host-edit`, `other-suffix` or `brand-word`. The host's last label, its ending, is left out.
    """
    labels = host.split(".")[:-1]
    simple = [unconfused(label) for label in labels]
    for label, read in zip(labels, simple, strict=True):
        if read != label and read in brands:
            yield brands[read], "punycode"
    if simple:
        yield from _own_label(simple[-1], brands)
    for label in simple:
        for brand in sorted(brand_words(label) & brands.keys()):
            # `gemini.google.com`: a common word may name anything on somebody else's site
            names_it = label != brand or brand not in ORDINARY or brands[brand] in host
            if brand != simple[-1] and names_it:
                yield brands[brand], "brand-word"
    for brand in _unmistakable(brands):
        if any(brand in label and brand != label for label in simple):
            yield brands[brand], "brand-word"


def _own_label(own: str, brands: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Likeness of the label before the ending: the same, or one edit away."""
    if own in brands and len(own) >= _DISTINCT:
        yield brands[own], "other-suffix"
    for near in _one_edit_away(own, brands):
        yield brands[near], "host-edit"


def _one_edit_away(name: str, brands: Mapping[str, str]) -> list[str]:
    near = set(edits(name, _ALPHABET)) & brands.keys()
    return sorted(b for b in near if len(b) >= _DISTINCT and b != name)


def _unmistakable(brands: Mapping[str, str]) -> list[str]:
    return sorted(brand for brand in brands if len(brand) >= _UNMISTAKABLE)


def handle_likeness(handle: str, brands: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Brands that an account's name holds or nearly is -> (what `brands` gives, how).

    The bare brand is no likeness: it may well be the platform's own account.

    brands: folded names (or account names) -> what to show of them.
    """
    name = unconfused(handle.casefold().removeprefix("@"))
    bare = re.sub(r"[^a-z0-9]", "", name)
    for near in _one_edit_away(bare, brands):
        yield brands[near], "host-edit"
    for brand in sorted((brand_words(name) | brand_words(bare)) & brands.keys() - {bare}):
        yield brands[brand], "brand-word"
    for brand in _unmistakable(brands):
        if brand in bare and brand != bare:
            yield brands[brand], "brand-word"


def brand_words(label: str) -> set[str]:
    """What is left of a label without the words that impostors put around a brand.

    >>> sorted(brand_words("login-kraken24"))
    ['kraken', 'kraken24']
    """
    found = set()
    parts = re.split(r"[-_.]", label)
    beside_companion = not _COMPANIONS.isdisjoint(parts)
    for part in parts:
        if len(part) >= _DISTINCT or (beside_companion and len(part) >= _SHORTEST):
            found.add(part)
        bare = part.rstrip(_DIGITS)
        for word in sorted(_COMPANIONS, key=len, reverse=True):
            bare = bare.removeprefix(word).removesuffix(word)
        if len(bare) >= _SHORTEST and bare != part:
            found.add(bare)
    return found


def unconfused(label: str) -> str:
    """A label with punycode undone and look-alike characters read as what they look like.

    >>> unconfused("c0inbase"), unconfused("xn--inance-9jf")
    ('coinbase', 'binance')
    """
    if label.startswith("xn--"):
        try:
            # Not the `idna` codec, which refuses letters younger than Unicode 3.2.
            label = label[4:].encode().decode("punycode")
        except UnicodeError:
            return label
    return plain(label).casefold().translate(_FIGURES)
