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

    Hosts that companies rent out (`github.io`) are no suffixes.

    >>> icann_suffix("a.example.com"), icann_suffix("b.co.uk"), icann_suffix("c.example")
    ('com', 'co.uk', None)
    """
    found = _suffix_by(_rules(only_icann=True), host)
    return _library(only_icann=True).publicsuffix(host) if found is None else found or None


def registered_domain(host: str) -> str | None:
    """The part of a host that one owner has: one label and a public suffix by any rule.

    Under `github.io`, too, every name has another owner.

    >>> registered_domain("a.example.com"), registered_domain("github.io")
    ('example.com', None)
    """
    found = _suffix_by(_rules(only_icann=False), host)
    if found is None:
        return _library(only_icann=False).privatesuffix(host, accept_unknown=False)
    rest = host.lower().removesuffix(f".{found}")
    return f"{rest.rpartition('.')[2]}.{found}" if found and rest != found else None


class _Rules(NamedTuple):
    """Rules of the list.

    plain: those without a star. inner: the endings of longer rules (`uk` of `co.uk`). starred:
    what follows the star of a rule, or is an exception from one.
    """

    plain: frozenset[str]
    inner: frozenset[str]
    starred: frozenset[str]


def _suffix_by(rules: _Rules, host: str) -> str | None:
    """The public suffix of a host by the plain rules, empty where none fits.

    None for a host that needs the library, which takes a fifth of a second to load and five times
    as long to answer.
    """
    labels = host.lower().split(".")
    if not host.isascii() or "" in labels or "xn--" in host.lower():
        return None
    found = ending = ""
    for label in reversed(labels):
        ending = f"{label}.{ending}" if ending else label
        if ending in rules.starred:
            return None
        if ending in rules.plain:
            found = ending
        if ending not in rules.inner:
            break
    return found


@cache
def _rules(*, only_icann: bool) -> _Rules:
    text = _list()
    if only_icann:
        _, _, text = text.partition("// ===BEGIN ICANN DOMAINS===")
        text = text.partition("// ===END ICANN DOMAINS===")[0]
    rules = [line for line in text.split("\n") if line and line[:2] != "//"]
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
def _library(*, only_icann: bool) -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # costs more than a whole check

    return PublicSuffixList(only_icann=only_icann, accept_unknown=False)
