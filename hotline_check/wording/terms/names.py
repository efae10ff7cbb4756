"""Names of languages and countries."""

from collections.abc import Mapping

from hotline_check.wording.text.catalogue import N_, Words

# Languages in their own names, which their speakers recognize in any interface language.
_LANGUAGES = {
    "ar": "العربية",
    "cs": "Čeština",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fil": "Filipino",
    "fr": "Français",
    "he": "עברית",
    "hi": "हिन्दी",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "ms": "Bahasa Melayu",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt": "Português",
    "pt-BR": "Português (Brasil)",
    "ru": "Русский",
    "sk": "Slovenčina",
    "sv": "Svenska",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "zh-TW": "繁體中文",
}
# The countries with authorities in the registry, and the EU, which has a card-blocking number.
_COUNTRIES = {
    "AE": N_("United Arab Emirates"),
    "AT": N_("Austria"),
    "AU": N_("Australia"),
    "BH": N_("Bahrain"),
    "BR": N_("Brazil"),
    "CA": N_("Canada"),
    "CH": N_("Switzerland"),
    "CN": N_("mainland China"),
    "DE": N_("Germany"),
    "ES": N_("Spain"),
    "EU": N_("the European Union"),
    "FR": N_("France"),
    "GB": N_("the United Kingdom"),
    "HK": N_("Hong Kong"),
    "ID": N_("Indonesia"),
    "IE": N_("Ireland"),
    "IN": N_("India"),
    "IT": N_("Italy"),
    "JP": N_("Japan"),
    "KR": N_("South Korea"),
    "MX": N_("Mexico"),
    "MY": N_("Malaysia"),
    "NG": N_("Nigeria"),
    "NL": N_("the Netherlands"),
    "NZ": N_("New Zealand"),
    "PH": N_("the Philippines"),
    "PL": N_("Poland"),
    "SG": N_("Singapore"),
    "TH": N_("Thailand"),
    "TR": N_("Türkiye"),
    "TW": N_("Taiwan"),
    "US": N_("the United States"),
    "VN": N_("Vietnam"),
    "ZA": N_("South Africa"),
}


def language(tag: str) -> str:
    """A language's own name, else its tag."""
    return _LANGUAGES.get(tag, tag)


def country(code: str, _: Words) -> str:
    """A country's name as used after "in", else its code."""
    return _(_COUNTRIES[code]) if code in _COUNTRIES else code


def country_alone(code: str, _: Words) -> str:
    """A country's name as it is listed, else its code."""
    name = country(code, _).removeprefix("the ")  # only English has an article there
    return name[:1].upper() + name[1:]


def in_language(texts_by_tag: Mapping[str, str], lang: str) -> str | None:
    """The text whose language tag matches a language best, None when none matches."""
    tag = lang.replace("_", "-")
    return texts_by_tag.get(tag) or texts_by_tag.get(tag[:2])
