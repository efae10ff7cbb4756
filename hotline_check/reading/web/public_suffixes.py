"""The public suffix list: its rules, and its top-level domains without reading all rules."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

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


@cache
def icann_suffixes() -> "PublicSuffixList":
    """The rules of registries; hosts that companies rent out (`github.io`) are no suffixes."""
    from publicsuffixlist import PublicSuffixList  # costs more than a whole check

    return PublicSuffixList(accept_unknown=False, only_icann=True)


@cache
def all_suffixes() -> "PublicSuffixList":
    """All rules: under `github.io`, too, every name has another owner."""
    from publicsuffixlist import PublicSuffixList  # the same

    return PublicSuffixList()
