"""The text that a page shows for a link: whether a person would take it for where the link goes."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find, Hints, Reading
from hotline_check.urls import MAY_SHOW_CONTACT

# The start page or a place on the same page: the name of a site or of a program's part
# (`process.pid`) is often a link to it.
_SITE_ROOT: Final = lazy_pattern(r"[\s./]*(?:#.*)?", re.DOTALL)
_FILES: Final = frozenset({"py", "md", "sh", "rs", "pl", "ps", "so", "zip", "mov", "cc", "gz"})
_BARE_HOST: Final = lazy_pattern(r"[^/:?#@]+")


def has_contact(shown: str, target: str, hints: Hints) -> bool:
    """Return True if the text shows an address or a number to which the target should lead.

    The target is one that names no contact, such as `login.php` or `javascript:void(0)`. A name
    without a host (`@name`) leads to a place on the same site in honest pages; so does the name
    of the site itself (`<a href="/">Crypto.com</a>`), and what is the name of a file.
    """
    if not MAY_SHOW_CONTACT.search(shown):
        return False
    from hotline_check.reading.extract import find  # few targets name no contact

    return any(_should_lead(found, shown, target) for found in find(shown, hints))


def _should_lead(found: Find, shown: str, target: str) -> bool:
    first: Reading | None = next(iter(found.readings), None)
    if first is None or first.kind in {"phone", "email"}:
        return True
    if first.kind == "handle":
        return False
    if not _BARE_HOST.fullmatch(found.text) or found.text.lower().startswith("www."):
        return True
    if found.text != shown.strip():  # "Publishing on crates.io"
        return False
    return not (_SITE_ROOT.fullmatch(target) or found.text.rpartition(".")[2].lower() in _FILES)
