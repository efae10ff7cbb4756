"""Addresses of the site's pages: relative ones, so that it works below any address."""

from hotline_check.serving.links import Links
from hotline_check.wording.pages.frame import tag_of


class SiteLinks(Links):
    """Addresses as seen from one page. here: its address below the language's own.

    base: the address of the whole site, None where it is not known.
    """

    def __init__(self, lang: str, here: str, base: str | None) -> None:
        up = "../" * (here.count("/") + 1)
        super().__init__(lang, root=up, here=here)
        self._site = base

    def number(self, slug: str) -> str:
        """The page of a number."""
        return f"{self._base}numbers/{slug}/"

    @property
    def removal(self) -> str:
        """How a number is removed."""
        return f"{self._base}removal/"

    def absolute(self, lang: str | None = None) -> str | None:
        """The page's full address, in a language; None where the site's is not known."""
        return f"{self._site}{tag_of(lang or self.lang)}/{self.here}" if self._site else None

    def file(self, name: str) -> str:
        """A file of the site, as seen from here."""
        return self.root + name
