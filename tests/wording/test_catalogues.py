"""The message catalogues are whole and in step with the code."""

import re
import sys
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent / ".packaging"))

import catalogues

from hotline_check.reading import codes
from hotline_check.wording.terms.assumptions import ASSUMPTIONS, DISGUISES
from hotline_check.wording.terms.problems import PROBLEMS
from hotline_check.wording.text.catalogue import COMPLETE, languages, words

SOURCE = Path(__file__).parent.parent.parent / "hotline_check"
TRANSLATED = [lang for lang in languages() if lang != "en"]


def catalogue(lang: str) -> Any:
    return catalogues.read(catalogues.LOCALES / lang / "LC_MESSAGES" / f"{catalogues.DOMAIN}.po")


def entries(lang: str) -> list[tuple[list[str], list[str]]]:
    """Each sentence with its plural, and its translations; none stand for "not translated"."""
    out = []
    for message in catalogue(lang):
        if message.id:
            plural = message.pluralizable
            sources = list(message.id) if plural else [message.id]
            targets = list(message.string) if plural else [message.string]
            out.append((sources, [t for t in targets if t]))
    return out


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_each_catalogue_has_the_sentences_of_the_code() -> None:
    wanted = {m.id for m in catalogues.extracted() if m.id}
    for lang in TRANSLATED:
        assert {m.id for m in catalogue(lang) if m.id} == wanted, (
            f"{lang}: run: python .packaging/catalogues.py update"
        )


@pytest.mark.parametrize("lang", [lang for lang in COMPLETE if lang != "en"])
def test_a_complete_language_misses_no_sentence(lang: str) -> None:
    assert [sources[0] for sources, targets in entries(lang) if not targets] == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_translation_fills_the_same_places(lang: str) -> None:
    for sources, targets in entries(lang):
        for target in targets:
            assert places(target) <= places(sources[-1]), target
            missing = places(sources[-1]) - places(target)
            assert not missing, (target, missing)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_compiled_catalogue_is_the_written_one(lang: str) -> None:
    for sources, targets in entries(lang):
        if targets and len(sources) == 1:
            assert words(lang)(sources[0]) == targets[0], (
                "run: python .packaging/catalogues.py compile"
            )


def test_every_assumption_and_disguise_has_a_sentence() -> None:
    assert set(ASSUMPTIONS) == set(codes.ASSUMPTIONS)
    assert set(DISGUISES) == set(codes.DISGUISES)


def test_every_problem_code_has_a_sentence_and_every_sentence_a_code() -> None:
    source = "".join(p.read_text("utf-8") for p in SOURCE.rglob("*.py") if "terms" not in p.parts)
    raised = set(re.findall(r'(?:problem|_wrong|HotlineError)\(\s*"([a-z0-9-]+)"', source))
    assert raised - PROBLEMS.keys() == set()
    made_of_parts = {"not-a-date", "not-a-bool", "not-a-int"}  # f"not-a-{type}"
    assert {c for c in PROBLEMS if f'"{c}"' not in source} <= made_of_parts
