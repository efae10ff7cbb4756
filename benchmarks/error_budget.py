"""Count the cases of the error budget in docs/SECURITY.md.

    python benchmarks/error_budget.py           writes each number of cases
    python benchmarks/error_budget.py --check   ends with 1 if there are fewer than one promises

A row counts where its second cell is a number: all cases of the test files and folders in its
third cell, slow ones and those of the extras among them, since .ci/run runs them all.
"""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
PAGE: Final = ROOT / "docs" / "SECURITY.md"
ROW: Final = re.compile(r"^(\| [^|]+ \| )(\d+)( \| )([^|]+)( \|)$", re.MULTILINE)


def paths(cell: str) -> list[str]:
    """The test files and folders that a cell names, relative to the checkout."""
    found = []
    for name in re.findall(r"`([\w/]+(?:\.py|/))`", cell):
        matches = [ROOT / name] if "/" in name else sorted((ROOT / "tests").rglob(name))
        if len(matches) != 1:
            raise SystemExit(f"{name}: {len(matches)} files of this name")
        found.append(matches[0].relative_to(ROOT).as_posix())
    return found


def collected(places: list[str]) -> Counter[str]:
    """How many cases pytest finds in each file."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", ""]
    done = subprocess.run(  # our own tests
        [*command, "-n", "0", "-p", "no:cacheprovider", *places],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Counter(line.partition("::")[0] for line in done.stdout.splitlines() if "::" in line)


def main() -> int:
    """Count, then write or compare."""
    page = PAGE.read_text("utf-8")
    rows = {match[4]: paths(match[4]) for match in ROW.finditer(page)}
    if not rows:
        raise SystemExit("no row with a number of cases")
    cases = collected(sorted({path for row in rows.values() for path in row}))

    def counted(match: re.Match[str]) -> str:
        total = sum(
            n for file, n in cases.items() for path in rows[match[4]] if file.startswith(path)
        )
        return f"{match[1]}{total}{match[3]}{match[4]}{match[5]}"

    new = ROW.sub(counted, page)
    if sys.argv[1:] == ["--check"]:
        pairs = zip(ROW.finditer(page), ROW.finditer(new), strict=True)
        short = [f"-{was[0]}\n+{now[0]}" for was, now in pairs if int(was[2]) > int(now[2])]
        print("\n".join(short), end="")
        return int(bool(short))
    PAGE.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
