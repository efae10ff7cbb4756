"""The screens kept under docs/screens are those of the program as it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from hotline_check.wording.text.catalogue import COMPLETE
from hotline_check.wording.text.layout import width

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "docs" / "screens"


@pytest.mark.parametrize(
    "lang", ["en", *(pytest.param(x, marks=pytest.mark.slow) for x in COMPLETE if x != "en")]
)
@pytest.mark.slow
def test_the_screens_are_in_step(lang: str) -> None:
    """Mend it with: python docs/screens/make.py"""
    done = subprocess.run(
        [sys.executable, str(SCREENS / "make.py"), "--check", lang],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize("lang", COMPLETE)
def test_screens_fit_80_columns(lang: str) -> None:
    """Only what is copied whole (an address), errors in one line and closing signs may not."""
    for path in sorted((SCREENS / lang).glob("*.txt")):
        for line in path.read_text("utf-8").splitlines()[1:]:
            copied = "http" in line and len(line.split()) <= 2
            one_line = line.startswith("hotline-check: ")
            assert copied or one_line or width(line.rstrip("，、。；：）).,;:")) <= 80, (
                path.name,
                line,
            )
