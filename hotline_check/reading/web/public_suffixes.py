"""The public suffix list: its rules, and its top-level domains without reading all rules."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# Labels up to which the text is searched once for each; a set of all costs as much as a dozen.
_FEW: Final = 16


@lru_cache(maxsize=4096)
def is_top(label: str) -> bool:
    """Whether a label may be a top-level domain; one beyond ASCII always may."""
    if not label.isascii() or label[:4].lower() == "xn--":
        return True
    name = label.lower()
    if is_top.cache_info().currsize > _FEW:
        return name in _set()
    return f"\n{name}\n" in _list() or f"\n*.{name}\n" in _list()


@cache
def _list() -> str:
    return (files("publicsuffixlist") / "public_suffix_list.dat").read_text("utf-8")


@cache
def _set() -> frozenset[str]:
    lines = (line.removeprefix("*.") for line in _list().split("\n"))
    return frozenset(line for line in lines if "." not in line)


def icann_suffix(host: str) -> str | None:
    """The public suffix of a host by the rules of registries, None where no rule fits.

    Hosts that companies rent out (`github.io`) are no suffixes. Plain rules are followed here,
    which takes a fifth of the time of the library; a test compares the two.

    >>> icann_suffix("a.example.com"), icann_suffix("b.co.uk"), icann_suffix("c.example")
    ('com', 'co.uk', None)
    """
    name = host.lower()
    labels = name.split(".")
    if not name.isascii() or "" in labels or "xn--" in name:
        return _icann_suffixes().publicsuffix(host)
    rules, inner, starred = _rules()
    found, ending = None, ""
    for label in reversed(labels):
        ending = f"{label}.{ending}" if ending else label
        if ending in starred:
            return _icann_suffixes().publicsuffix(host)
        if ending in rules:
            found = ending
        if ending not in inner:
            break
    return found


class _Rules(NamedTuple):
    """The rules of registries.

    plain: those without a star. inner: the endings of longer rules (`uk` of `co.uk`). starred:
    what follows the star of a rule, or is an exception from one.
    """

    plain: frozenset[str]
    inner: frozenset[str]
    starred: frozenset[str]


@cache
def _rules() -> _Rules:
    _, _, after = _list().partition("// ===BEGIN ICANN DOMAINS===")
    lines = after.partition("// ===END ICANN DOMAINS===")[0].split("\n")
    rules = [line for line in lines if line and line[:2] != "//"]
    inner = set[str]()
    for rule in rules:
        ending = rule.partition(".")[2]
        while ending and ending not in inner:
            inner.add(ending)
            ending = ending.partition(".")[2]
    return _Rules(
        plain=frozenset(rule for rule in rules if rule[0] not in "*!"),
        inner=frozenset(inner),
        starred=frozenset(rule.lstrip("*!.") for rule in rules if rule[0] in "*!"),
    )


@cache
def _icann_suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # costs more than a whole check

    return PublicSuffixList(accept_unknown=False, only_icann=True)


@cache
def all_suffixes() -> "PublicSuffixList":
    """All rules: under `github.io`, too, every name has another owner."""
    from publicsuffixlist import PublicSuffixList  # the same

    return PublicSuffixList()
