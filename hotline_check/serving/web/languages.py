"""The language of a request: the one in its address, else the reader's first known one."""

from typing import Final

from hotline_check.wording.pages.frame import tag_of
from hotline_check.wording.text.catalogue import canonical, languages

LANGUAGES: Final[dict[str, str]] = {tag_of(lang): lang for lang in languages()}
# Browsers send a few; a header can hold thousands.
_MOST_RANGES: Final = 20


def of_path(path: str) -> str | None:
    """The language that a page's address begins with."""
    return LANGUAGES.get(path.lstrip("/").partition("/")[0])


def accepted(header: str) -> str:
    """The first language of an Accept-Language header that has a catalogue, else English.

    >>> accepted("fr, zh-HK;q=0.8, en;q=0.5"), accepted("ja;q=0, *"), accepted("")
    ('zh_TW', 'en', 'en')
    """
    weighed = []
    for position, part in enumerate(header.split(",")[:_MOST_RANGES]):
        tag, _semicolon, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            quality = 0.0
        if quality > 0:
            weighed.append((-quality, position, tag))
    known = (canonical(tag) for _quality, _position, tag in sorted(weighed))
    return next((lang for lang in known if lang), "en")
