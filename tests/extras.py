"""Tests of the package's extras: skipped where one is not installed, never where all have to be."""

import importlib
import os
import shutil

import pytest

EVERY_EXTRA = "HOTLINE_CHECK_EVERY_EXTRA"
"""Set where everything is installed: what is missing is a failure then."""


def needs(module: str, extra: str) -> None:
    """Skip the test module that calls this unless the extra's `module` can be imported.

    Raises ImportError instead where every extra has to be there.
    """
    try:
        importlib.import_module(module)
    except ImportError:
        if os.environ.get(EVERY_EXTRA):
            raise
        reason = f"pip install 'hotline-check[{extra}]'"
        pytest.skip(reason, allow_module_level=True)


def needs_program(program: str, package: str) -> None:
    """Skip the test module that calls this unless `program` of a Debian package is on the path.

    Raises FileNotFoundError instead where every extra has to be there.
    """
    if shutil.which(program):
        return
    if os.environ.get(EVERY_EXTRA):
        raise FileNotFoundError(program)
    pytest.skip(f"apt-get install {package}", allow_module_level=True)
