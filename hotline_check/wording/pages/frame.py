"""What every page has around its content: its name, the menu, the languages, the foot."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from hotline_check.wording.pages.verdict import TALKED
from hotline_check.wording.terms.names import language
from hotline_check.wording.text.catalogue import N_, Words, languages

# The local page has `check`, the site `numbers` and `before`, and both have the others.
Part = Literal["check", "platforms", "numbers", "before", "called", "report"]

NAME: Final = "hotline-check"
SKIP: Final = N_("Skip to the content")
MENU: Final = N_("Menu")
LANGUAGES: Final = N_("Language")
PRIVATE: Final = N_("What you type here is not kept and not passed on.")
PARTS: Final[dict[Part, str]] = {
    "check": N_("Check a contact"),
    "platforms": N_("Platforms"),
    "called": TALKED,
    "report": N_("Where to report"),
}
# BCP 47 tags of the catalogues whose own name is another.
_TAGS: Final = {"zh": "zh-Hans", "zh_TW": "zh-Hant"}
# Scripts that are written from right to left, by language.
_FROM_RIGHT: Final = frozenset({"ar", "fa", "he", "ur"})


class LanguageLink(msgspec.Struct, frozen=True, kw_only=True):
    """A language to change to. lang: the catalogue; tag: BCP 47; name: in the language itself."""

    lang: str
    tag: str
    name: str


class PartLink(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the menu."""

    part: Part
    name: str


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What every page has. lang: the catalogue; tag: BCP 47; direction: `ltr` or `rtl`."""

    lang: str
    tag: str
    direction: Literal["ltr", "rtl"]
    name: str
    skip: str
    menu: str
    parts: Sequence[PartLink]
    languages_title: str
    languages: Sequence[LanguageLink]
    private: str


def frame(_: Words, parts: Mapping[Part, str] = PARTS) -> Frame:
    """The frame of the pages in a language. parts: the entries of the menu with their names."""
    return Frame(
        lang=_.lang,
        tag=tag_of(_.lang),
        direction=direction(_.lang),
        name=NAME,
        skip=_(SKIP),
        menu=_(MENU),
        parts=[PartLink(part=part, name=_(name)) for part, name in parts.items()],
        languages_title=_(LANGUAGES),
        languages=[
            LanguageLink(lang=lang, tag=tag_of(lang), name=language(tag_of(lang)))
            for lang in languages()
        ],
        private=_(PRIVATE),
    )


def tag_of(lang: str) -> str:
    """The BCP 47 tag of a catalogue's language.

    >>> tag_of("zh_TW"), tag_of("pt")
    ('zh-Hant', 'pt')
    """
    return _TAGS.get(lang, lang.replace("_", "-"))


def direction(lang: str) -> Literal["ltr", "rtl"]:
    """The direction in which a language is written."""
    return "rtl" if lang.partition("_")[0] in _FROM_RIGHT else "ltr"
