"""Top-level domains, looked up in the public suffix list's text without reading all of it."""

from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=4096)
def is_top(label: str) -> bool:
    """Whether a label may be a top-level domain; one beyond ASCII always may."""
    if not label.isascii() or label[:4].lower() == "xn--":
        return True
    name = label.lower()
    return f"\n{name}\n" in _list() or f"\n*.{name}\n" in _list()


@cache
def _list() -> str:
    return (files("publicsuffixlist") / "public_suffix_list.dat").read_text("utf-8")
