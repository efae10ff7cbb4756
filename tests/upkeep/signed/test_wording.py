"""Every code that can be raised has its sentence, with all its places filled."""

import re
from pathlib import Path

from hotline_check.registry.storage import installed
from hotline_check.upkeep import signed
from hotline_check.upkeep.signed.failures import _CODES
from hotline_check.wording.terms.problems import PROBLEMS, error_line
from hotline_check.wording.terms.problems.releases import SIGNED
from hotline_check.wording.text.catalogue import words
from tests.upkeep.signed.world import World

_RAISED = re.compile(r'HotlineError\(\s*"([a-z-]+)"')


def raised() -> set[str]:
    folder = Path(signed.__file__).parent
    cli = folder.parents[1] / "cli"
    paths = [*folder.rglob("*.py"), *cli.glob("registry/*.py"), Path(installed.__file__)]
    return {code for path in paths for code in _RAISED.findall(path.read_text())}


def test_every_code_has_a_sentence() -> None:
    assert raised() | {code for _, code in _CODES} <= set(PROBLEMS)


def test_every_sentence_has_a_code() -> None:
    assert set(SIGNED) <= raised() | {code for _, code in _CODES}


def test_a_failure_reads_as_one_line(world: World) -> None:
    world.host.stop()
    outcome = world.update()
    assert outcome.error
    line = error_line(outcome.error, words("en"))
    assert line == "the server can't be reached (try again later)"
