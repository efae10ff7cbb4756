"""Message catalogues: choose the language, look up sentences and fill in values."""

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hotline_check.errors import HotlineError

DOMAIN = "hotline_check"
LOCALES = Path(__file__).parent.parent / "locale"
COMPLETE = ("en", "zh")  # every sentence is translated; a test fails when one is missing


def N_(sentence: str) -> str:  # noqa: N802  # gettext's conventional marker for deferred translation
    """Mark a sentence for the catalogues without translating it here."""
    return sentence


class Words:
    """Sentences in one language.

    Calling it translates an English sentence and fills in its named placeholders.

    >>> Words("en", gettext.NullTranslations())("Hello {name}", name="Ann")
    'Hello Ann'
    """

    def __init__(self, lang: str, translations: gettext.NullTranslations) -> None:
        self.lang = lang
        self.translations = translations

    def __call__(self, sentence: str, **places: object) -> str:
        text = self.translations.gettext(sentence)
        return text.format(**places) if places else text

    def plural(self, text: str, many: str, n: int, **places: object) -> str:
        """The plural form of a sentence for `n`, which also fills the placeholder `n`."""
        return self.translations.ngettext(text, many, n).format(n=n, **places)

    def join(self, items: list[str]) -> str:
        """Words joined as a list."""
        return self(N_(", ")).join(items)

    def pair(self, name: str, value: str) -> str:
        """A label and its value."""
        return self(N_("{name}: {value}"), name=name, value=value)

    def aside(self, text: str, extra: list[str]) -> str:
        """A text with an addition in brackets, if there is one."""
        if not extra:
            return text
        return self(N_("{text} ({extra})"), text=text, extra=self.join(extra))


@cache
def words(lang: str) -> Words:
    """The sentences of a language (`en`, `zh`, ...); English where it has no catalogue."""
    path = LOCALES / lang / "LC_MESSAGES" / f"{DOMAIN}.mo"
    try:
        with path.open("rb") as file:
            return Words(lang, gettext.GNUTranslations(file))
    except FileNotFoundError:
        # A missing catalogue must not keep a person from the answer.
        return Words("en", gettext.NullTranslations())


@cache
def languages() -> tuple[str, ...]:
    """Every language that has a catalogue, English first."""
    found = sorted(p.parent.parent.name for p in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return ("en", *found)


def choose(asked: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """Choose the language: the given one, else the locale's, else English.

    >>> choose(None, {"LANG": "zh_CN.UTF-8"}), choose(None, {"LC_ALL": "C"}), choose("en", {})
    ('zh', 'en', 'en')
    """
    if asked:
        return asked
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            return _known(value)
    return "en"


_NAMES = {
    "zh": ("中文", "汉语", "简体中文", "简体", "chinese", "zh-hans", "zh-cn", "zh-sg"),
    "zh_TW": ("繁體中文", "繁体中文", "正體中文", "繁體", "zh-hant", "zh-tw", "zh-hk", "zh-mo"),
    "en": ("english", "英文", "英语"),
    "es": ("español", "spanish"),
    "ja": ("日本語", "japanese"),
    "ko": ("한국어", "korean"),
    "pt": ("português", "portuguese"),
}


def canonical(name: str) -> str | None:
    """The language that has a catalogue, by its code, its locale or its name; None for no such.

    >>> [canonical(n) for n in ("中文", "zh-Hant", "zh_CN.UTF-8", "ZH", "pt-BR", "xx")]
    ['zh', 'zh_TW', 'zh', 'zh', 'pt', None]
    """
    tag = name.strip().partition(".")[0].partition("@")[0].replace("_", "-").casefold()
    # The longest part first: zh-hant-hk, zh-hant, zh.
    parts = tag.split("-")
    for end in range(len(parts), 0, -1):
        part = "-".join(parts[:end])
        for lang in languages():
            if part == lang.replace("_", "-").casefold() or part in _NAMES.get(lang, ()):
                return lang
    return None


def known_language(name: str) -> str:
    """The language that a person asked for; raises HotlineError `no-such-language`."""
    found = canonical(name)
    if found is None:
        raise HotlineError("no-such-language", got=name, known=", ".join(languages()))
    return found


def _known(locale: str) -> str:
    tag = locale.partition(".")[0].partition("@")[0]
    language, _, territory = tag.partition("_")
    # These regions read traditional characters; simplified ones are the second best.
    if language == "zh" and territory in {"TW", "HK", "MO"}:
        candidates = ["zh_TW", "zh"]
    else:
        candidates = [tag, language]
    return next((c for c in candidates if (LOCALES / c).is_dir()), "en")


def region_of(environ: Mapping[str, str] = os.environ) -> str | None:
    """The country of the user's locale, None when it names none.

    >>> region_of({"LANG": "en_GB.UTF-8"}), region_of({"LANG": "C.UTF-8"})
    ('GB', None)
    """
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            territory = value.partition(".")[0].partition("@")[0].partition("_")[2]
            return territory if len(territory) == 2 and territory.isupper() else None
    return None
