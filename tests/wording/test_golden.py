"""Every sentence of a verdict, as a person sees it, in every language.

After a change of wording, write the screens anew and read the difference:

    python -m tests.wording.test_golden
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hotline_check.verdict.models import Status, Verdict
from hotline_check.wording.screens.check import card
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.text.catalogue import languages, words
from hotline_check.wording.text.layout import WIDTH, width
from tests.wording.cases import CASES, verdicts

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    return dict(verdicts(tmp_path_factory.mktemp("registry")))


def screen(verdict: Verdict, lang: str) -> str:
    """A verdict as it is printed in a pipe."""
    return "".join(f"{line.text}\n" for line in card(verdict, words(lang)))


def pages(answers: dict[str, Verdict]) -> Iterator[tuple[Path, str]]:
    """Every golden file with what should stand in it."""
    for lang in languages():
        for name, verdict in answers.items():
            yield GOLDEN / lang / f"{name}.txt", screen(verdict, lang)


def test_every_screen_is_the_one_that_was_reviewed(answers: dict[str, Verdict]) -> None:
    shown = {path.relative_to(GOLDEN).as_posix(): text for path, text in pages(answers)}
    kept = {
        path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8")
        for path in sorted(GOLDEN.glob("*/*.txt"))
    }
    assert shown == kept


def test_each_case_is_about_the_status_it_is_named_after(answers: dict[str, Verdict]) -> None:
    for name, verdict in answers.items():
        assert name == verdict.status or name.startswith(f"{verdict.status}-")


def test_every_status_has_a_case(answers: dict[str, Verdict]) -> None:
    assert {verdict.status for verdict in answers.values()} == set(Status)


@pytest.mark.parametrize("name", CASES)
def test_a_headline_has_at_most_twelve_words(name: str, answers: dict[str, Verdict]) -> None:
    assert len(headline(answers[name], words("en")).split()) <= 12


@pytest.mark.parametrize("lang", languages())
def test_a_screen_has_24_lines_of_80_columns_at_most(
    lang: str, answers: dict[str, Verdict]
) -> None:
    for name, verdict in answers.items():
        lines = screen(verdict, lang).splitlines()
        assert len(lines) <= 24, name
        for line in lines:
            assert width(line) <= WIDTH or "://" in line, (name, line)


@pytest.mark.parametrize("lang", languages())
def test_nothing_but_listed_reassures(lang: str, answers: dict[str, Verdict]) -> None:
    listed = headline(answers["listed"], words(lang)).partition(":")[0].partition("：")[0]
    for verdict in answers.values():
        text = headline(verdict, words(lang))
        assert text.startswith(listed) == (verdict.level == "listed")
        assert "safe" not in text.lower()


@pytest.mark.parametrize("lang", languages())
def test_whoever_was_called_or_written_to_reads_that_first(
    lang: str, answers: dict[str, Verdict]
) -> None:
    hang_up = words(lang)("Hang up")
    for name, verdict in answers.items():
        if verdict.direction == "they-called":
            about_call = verdict.reading is None or verdict.reading.kind == "phone"
            first = hang_up if about_call else words(lang)("Do not answer")
            assert headline(verdict, words(lang)).startswith(first), name


def main() -> None:
    """Write every golden file anew."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for path, text in pages(dict(verdicts(Path(folder)))):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
