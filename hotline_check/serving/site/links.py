"""Addresses of the site's pages: relative ones, so that it works below any address."""

from typing import Final

from hotline_check.serving.links import Links
from hotline_check.wording.pages.frame import Part, tag_of
from hotline_check.wording.pages.site import SitePart

_PARTS: Final[dict[SitePart | Part, str]] = {
    "check": "",
    "home": "",
    "platforms": "platforms/",
    "numbers": "numbers/",
    "before": "before/",
    "called": "called/",
    "report": "report/",
}


class SiteLinks(Links):
    """Addresses as seen from one page. here: its address below the language's own.

    base: the address of the whole site, None where nobody knows it.
    """

    def __init__(self, lang: str, here: str, base: str | None) -> None:
        up = "../" * (here.count("/") + 1)
        super().__init__(lang, root=up, here=here)
        self._tag = tag_of(lang)
        self._site = base

    @property
    def path(self) -> str:
        """The page's address below the site's."""
        return f"{self._tag}/{self.here}"

    def part(self, part: SitePart | Part) -> str:
        """An entry of the menu."""
        return f"{self.root}{self._tag}/{_PARTS[part]}"

    def number(self, slug: str) -> str:
        """The page of a number."""
        return f"{self.root}{self._tag}/numbers/{slug}/"

    @property
    def removal(self) -> str:
        """How a number is removed."""
        return f"{self.root}{self._tag}/removal/"

    def absolute(self, lang: str | None = None) -> str | None:
        """The page's full address, in a language; None where the site's is not known."""
        tag = tag_of(lang) if lang else self._tag
        return f"{self._site}{tag}/{self.here}" if self._site else None

    def file(self, name: str) -> str:
        """A file of the site, as seen from here."""
        return self.root + name
