"""Make `regions.txt`: the names and three-letter codes by which people call a country.

Names and codes come from Unicode's CLDR as the PyPI package `babel` carries it; run this with that
package installed. Each line of the result is an ISO 3166-1 code, a tab, and names separated by
"; ": English, Chinese, the languages of the program, and the country's own.
"""

from pathlib import Path

import phonenumbers
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

TARGET = Path(__file__).parent.parent / "hotline_check/registry/matching/regions.txt"
LANGUAGES = ("en", "zh", "zh_Hant", "es", "ja", "ko", "pt", "fr", "de")
COMMON = {
    "AE": ["UAE", "Dubai"],
    "CH": ["Swiss"],
    "CN": ["PRC", "mainland China", "中国大陆", "中國大陸", "中国内地", "大陆"],
    "CZ": ["Czech Republic"],
    "GB": ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales"],
    "HK": ["Hong Kong", "香港", "Hongkong"],
    "KR": ["Korea", "한국"],
    "MO": ["Macau", "Macao", "澳门", "澳門"],
    "NL": ["Holland"],
    "RU": ["Russian Federation"],
    "TR": ["Turkey", "Türkiye"],
    "TW": ["台灣", "台湾", "臺灣"],
    "US": ["USA", "United States of America", "America", "EE. UU.", "EUA"],
    "VN": ["Viet Nam"],
}


def names(region: str) -> list[str]:
    """The names of a country, each once."""
    tags = [*LANGUAGES, *get_official_languages(region, regional=True)]
    found = [code for code, is_now in _three_letters().items() if is_now == [region]]
    for tag in tags:
        try:
            name = Locale.parse(tag).territories.get(region)
        except (UnknownLocaleError, ValueError):
            continue
        found += [name] if name else []
    return list(dict.fromkeys([*found, *COMMON.get(region, [])]))


def _three_letters() -> dict[str, list[str]]:
    aliases = get_global("territory_aliases")
    return {code: now for code, now in aliases.items() if len(code) == 3 and code.isalpha()}


def main() -> None:
    """Write the table."""
    rows = [
        f"{region}\t{'; '.join(names(region))}" for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    ]
    TARGET.write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
