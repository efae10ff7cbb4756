"""The words for numbers, against what num2words says in the same languages."""

import pytest

from hotline_check.reading.normalize.characters import plain
from hotline_check.reading.normalize.number_vocabulary import WordRow, rows, vocabulary
from hotline_check.reading.unread import digit_words
from tests.extras import needs

needs("num2words", "extras-test")

from num2words import CONVERTER_CLASSES, num2words

pytestmark = pytest.mark.extra
KNOWN = [row for row in rows() if row.language in CONVERTER_CLASSES]
# num2words writes Japanese in kanji, which the row of Chinese holds.
IN_ANOTHER_ROW = {"ja"}


def value(word: str) -> str | None:
    return vocabulary().get(plain(word).casefold())


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: f"{row.language}-{row.first}")
def test_each_row_has_the_word_of_num2words(row: WordRow) -> None:
    for place, spellings in enumerate(row.words):
        number = row.first + place * row.step
        word = num2words(number, lang=row.language)
        assert row.language in IN_ANOTHER_ROW or word in spellings
        assert value(word) == str(number)


@pytest.mark.parametrize("number", range(70, 100))
def test_french_numbers_of_several_words(number: int) -> None:
    assert value(num2words(number, lang="fr")) == str(number)


def test_no_spelling_is_given_twice() -> None:
    for row in rows():
        spellings = [spelling for spelling, _ in row.values()]
        assert len(spellings) == len(set(spellings))


def test_rows_that_are_only_reported_have_the_words_of_num2words() -> None:
    compared = 0
    for line in digit_words._DATA.read_text("utf-8").splitlines():
        language, _, words = line.removeprefix("#").partition("\t")
        digits = [frozenset(spellings.split("|")) for spellings in words.split()]
        assert len(digits) == 10, language
        assert all(map(all, digits)), language
        if language in CONVERTER_CLASSES and language != "sr":  # whose row is in Cyrillic
            compared += 1
            for digit, spellings in enumerate(digits):
                assert num2words(digit, lang=language).casefold().strip() in spellings, language
    assert compared > 20
