"""Make `countries.txt`: what countries are called in some languages.

The names come from Unicode's CLDR as the PyPI package `babel` carries it; run this with that
package installed. Each line of the result is an ISO code, a tab, and names parted by "; ". Left out
are names that are also first names or common words, and those with fewer than four letters in
scripts that have an alphabet (but for a few abbreviations that people write).
"""

from pathlib import Path

import phonenumbers
from babel import Locale

TARGET = (
    Path(__file__).parent.parent / "hotline_check/reading/phone_search/evidence/data/countries.txt"
)
LANGUAGES = "en de fr es pt it nl pl tr ru uk vi id sv da fi cs el ar hi th ja ko zh zh_Hant"
AMBIGUOUS = {
    *("Jordan", "Georgia", "Chad", "Jersey", "Guinea", "Dominica", "Martinique", "Granada"),
    *("Man", "Niger", "Togo", "Reunion", "Grenada", "Curaçao", "Montserrat", "Georgië"),
}
"""First names, fabrics, swimwear, coins."""
ALSO = {
    "GB": [
        "UK",
        "U.K.",
        "Great Britain",
        "Britain",
        "England",
        "Scotland",
        "Wales",
        "英国",
        "英國",
    ],
    "US": ["USA", "U.S.A.", "U.S.", "America", "EE. UU.", "EUA", "美国", "美國", "미국"],
    "AE": ["UAE", "Dubai"],
    "CZ": ["Czech Republic"],
    "CN": ["中国大陆", "中國大陸", "中国内地", "mainland China"],
    "HK": ["Hong Kong", "香港", "Hongkong"],
    "TR": ["Türkiye", "Turkey"],
    "KR": ["Korea", "한국"],
    "NL": ["Holland"],
    "CH": ["Suisse", "Svizzera", "Schweiz"],
}


def names(region: str) -> list[str]:
    """The names of a country that mean nothing else, each once."""
    every = [Locale.parse(each).territories.get(region, "") for each in LANGUAGES.split()]
    plain = [name for name in every if is_distinctive(name)]
    return sorted({*plain, *ALSO.get(region, [])})


def is_distinctive(name: str) -> bool:
    """Return True for a name that stands for nothing but the country."""
    if name in AMBIGUOUS or not name or ";" in name or name.isupper():
        return False
    fewest = 4 if name[0] < "\u0e00" else 3 if "\u3040" <= name[0] <= "\u30ff" else 2
    return len(name) >= fewest and "(" not in name and "（" not in name


def main() -> None:
    """Write the table."""
    rows = [
        f"{region}\t{'; '.join(names(region))}" for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    ]
    TARGET.write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
