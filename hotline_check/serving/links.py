"""Addresses of the pages, in the local page and in the static site alike."""

from typing import Final

from hotline_check.wording.pages.frame import Part, tag_of

_PARTS: Final[dict[Part, str]] = {
    "check": "",
    "platforms": "platforms/",
    "numbers": "numbers/",
    "before": "before/",
    "called": "called/",
    "report": "report/",
}


class Links:
    """Addresses of the pages in one language, below a root such as `/`.

    root: ends with a slash. here: the present page's address below the language's own, for the
    links to its other languages; it never holds anything that was typed.
    """

    def __init__(self, lang: str, *, root: str = "/", here: str = "") -> None:
        self.lang = lang
        self.root = root
        self.here = here
        self._base = f"{root}{tag_of(lang)}/"

    def part(self, part: Part) -> str:
        """An entry of the menu."""
        return self._base + _PARTS[part]

    @property
    def check(self) -> str:
        """Where the form that checks a contact is sent."""
        return f"{self._base}check"

    def platform(self, platform: str) -> str:
        """A platform's page, by its id."""
        return f"{self._base}platforms/{platform}/"

    def sheet(self, platform: str) -> str:
        """The call sheet of a platform."""
        return f"{self._base}platforms/{platform}/sheet/"

    def country(self, code: str) -> str:
        """The public bodies of a country."""
        return f"{self._base}report/{code.lower()}/"

    def in_language(self, lang: str) -> str:
        """The same page in another language."""
        return f"{self.root}{tag_of(lang)}/{self.here}"

    def asset(self, name: str) -> str:
        """A style sheet or script."""
        from hotline_check.serving.rendering import asset_name

        return f"{self.root}assets/{asset_name(name)}"
