"""The forms of a platform's name to search for in host names, stored in the snapshot."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from hotline_check.reading.brands.dictionary import TRADE, is_word
from hotline_check.reading.web.host import suffix_of
from hotline_check.registry.matching.names import fold
from hotline_check.registry.models import Platform
from hotline_check.registry.web.pins import registrable

# `name`: distinctive, no one else would use it; `word`: a word or words of the dictionary, of which
# anybody may be called; `address`: a host name without its dots (`cashapp` for cash.app).
FormKind = Literal["name", "word", "address"]

# Begins a key under which a name is found from what is one letter away from it.
EDIT_KEY: Final = "~"
_SHORTEST: Final = 3
_SHORTEST_ALIAS: Final = 5  # three or four letters are an abbreviation of much else
# A domain that was written together is looked for inside longer names.
_SHORTEST_ADDRESS: Final = 6
# One letter off a name of four is too often another word: `gate` and `late`.
_SHORTEST_EDITED: Final = 5
LONGEST: Final = 24
_SHORTEST_CORE: Final = 3


class BrandForm(NamedTuple):
    """One form of a platform's name.

    key: what it is looked up by. domain: the pinned domain that has it, else the platform's main
    one, empty where none is known.
    """

    key: str
    kind: FormKind
    form: str
    platform: str
    domain: str

    @property
    def is_pinned(self) -> bool:
        """True if the form is the domain's name, not only the platform's."""
        return _label(self.domain) == self.form


def brand_forms(platform: Platform) -> Iterator[BrandForm]:
    """Every form of a platform's names and pinned domains, with its look-up keys."""
    main = platform.pins[0] if platform.pins else ""
    registered = [domain for domain in platform.pins if _is_registered(domain)]
    pins = {_label(domain): domain for domain in reversed(registered)}
    found = _kinds(platform, registered)
    for form, kind in found.items():
        if _SHORTEST <= len(form) <= LONGEST and form not in TRADE:
            yield BrandForm(form, kind, form, platform.id, pins.get(form, main))
    for domain in registered:
        label = _label(domain)
        if _SHORTEST_EDITED <= len(label) <= LONGEST and label not in TRADE:
            for key in edit_keys(label):
                yield BrandForm(key, found[label], label, platform.id, domain)


def _kinds(platform: Platform, registered: Iterable[str]) -> dict[str, FormKind]:
    """The forms of a platform's domains and names, with the kind of each."""
    found: dict[str, FormKind] = {}
    for domain in registered:
        if len(_bare(domain)) >= _SHORTEST_ADDRESS:
            found[_bare(domain)] = "address"
    for domain in registered:
        found[_label(domain)] = "word" if _is_common(_label(domain)) else "name"
    shortest = _SHORTEST
    for name in (platform.name, *platform.aliases):
        form = fold(name)
        if form.isascii() and len(form) >= shortest:
            found.setdefault(form, "word" if _is_common_name(name) else "name")
        shortest = _SHORTEST_ALIAS
    return found


def _label(domain: str) -> str:
    return _bare(domain.partition(".")[0])


def _is_registered(domain: str) -> bool:
    """Return True if a domain is registered under a public suffix, not a name on a shared host."""
    return registrable(domain) == domain and suffix_of(domain) == domain.partition(".")[2]


def edit_keys(name: str) -> set[str]:
    """Keys that two names share if they differ by one letter: the name, and it minus a letter."""
    return {EDIT_KEY + name, *[f"{EDIT_KEY}{name[:i]}{name[i + 1 :]}" for i in range(len(name))]}


def is_edit_key(key: str) -> bool:
    """Return True for a key under which a name is found from what is one letter away."""
    return key.startswith(EDIT_KEY)


def _bare(name: str) -> str:
    return name.replace("-", "").replace(".", "")


def _is_common(name: str) -> bool:
    """Return True for a common word, or a domain word plus one letter (`gcrypto`)."""
    return is_word(name) or name[1:] in TRADE or name[:-1] in TRADE


def _is_common_name(name: str) -> bool:
    """Return True if all words of a name are common; words of the crypto trade are ignored."""
    words = [fold(word) for word in name.split()]
    core = [word for word in words if word not in TRADE]
    return all(_is_common(word) or len(word) < _SHORTEST_CORE for word in core)
