"""How often honest hosts are accused, and how many impostors are noticed.

    python benchmarks/lookalikes.py [--hosts FILE] [--show]

The lists are fetched with `npm pack` and are not kept: the allow and block lists of
eth-phishing-detect, and the 500 most linked sites of `top-sites`. A second check on which nothing
was tuned is the home pages of all packages that `apt-cache` knows, where there is one, or the
hosts of a file, one a line. Every host goes through the whole check.

Targets: at most 0.5 % of the allow list and none of the top 500 "do not use"; of the hosts on the
block list that bear a platform's name, at least 97 % "do not use" or a warning that names it; no
host of the block list `listed`.
"""

import argparse
import datetime as dt
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hotline_check.checking import Checker
from hotline_check.reading.brands.dictionary import TRADE
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.registry.web.brand_forms import BrandForm, brand_forms
from hotline_check.verdict.models import Verdict

DETECT = "eth-phishing-detect@1.2.0"
TOP = "top-sites@1.1.222"
LONG = 6  # letters of a name that is counted as borne


def fetch(package: str, member: str) -> object:
    """A JSON file of a package on npm."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed, to fetch the lists")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", package], cwd=folder, check=True)
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as archive:
            found = archive.extractfile(f"package/{member}")
            return json.loads(found.read()) if found else None


def home_pages() -> list[str]:
    """The hosts of the home pages of Debian's packages; none elsewhere."""
    command = shutil.which("apt-cache")
    if command is None:
        return []
    known = subprocess.run([command, "dumpavail"], capture_output=True, text=True, check=False)
    hosts = re.findall(r"^Homepage: *https?://([\w.-]+)", known.stdout, re.MULTILINE)
    return sorted({host.lower() for host in hosts})


def platform_forms(store: Store) -> list[BrandForm]:
    """Every form of every platform's name, without the keys of typing errors."""
    platforms = store.ask(lambda s: [s.owner(name) for name in s.ids("platforms")])
    return [f for p in platforms for f in brand_forms(p) if f.key == f.form]


def bears_a_name(forms: Iterable[BrandForm]) -> re.Pattern[str]:
    """What a host that bears a platform's name matches: a common word only where it is apart."""
    known = [form for form in forms if len(form.form) >= LONG and form.form not in TRADE]
    names = {form.form for form in known if form.kind == "name"}
    words = {form.form for form in known if form.kind == "word"}
    inside = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(f"{inside}|(?<![a-z])(?:{'|'.join(map(re.escape, words))})(?![a-z])")


def grade(verdict: Verdict) -> str:
    """`listed`, `danger`, `named` for a warning that names a platform, or `silent`."""
    if verdict.level != "warning":
        return verdict.level
    return "named" if verdict.platform else "silent"


def judged(checker: Checker, hosts: Iterable[str]) -> dict[str, str]:
    """Each host with its grade; a host that can't be read is `silent`."""
    return {host: max((grade(v) for v in checker.check(host)), default="silent") for host in hosts}


def report(name: str, grades: dict[str, str]) -> Counter[str]:
    """Print the counts of a list and return them."""
    counts = Counter(grades.values())
    parts = ", ".join(f"{key} {counts[key]}" for key in ("danger", "named", "silent", "listed"))
    share = 100 * counts["danger"] / max(1, len(grades))
    print(f"{name:24} {len(grades):6} hosts: {parts}; danger {share:.2f} %")
    return counts


def main() -> None:
    """Print how each list fares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hosts", type=Path, help="a file of honest hosts, one a line")
    parser.add_argument("--show", action="store_true", help="print the hosts that fail")
    options = parser.parse_args()
    today = dt.datetime.now(tz=dt.UTC).date()
    store = Store(bundled(), "bundled", today=today)
    checker = Checker(store, today=today)
    lists = fetch(DETECT, "src/config.json")
    sites = fetch(TOP, "top-sites.json")
    if not isinstance(lists, dict) or not isinstance(sites, list):
        raise SystemExit("the lists have another form than expected")
    honest = {
        "allow list": lists["whitelist"],
        "most linked sites": [site["rootDomain"] for site in sites],
        "home pages": options.hosts.read_text().split() if options.hosts else home_pages(),
    }
    for name, hosts in honest.items():
        grades = judged(checker, hosts)
        report(name, grades)
        if options.show:
            print("  ", *(host for host, found in grades.items() if found == "danger"))
    grades = judged(checker, lists["blacklist"])
    report("block list", grades)
    pattern = bears_a_name(platform_forms(store))
    bearing = {
        h: g for h, g in grades.items() if pattern.search(h.replace("-", "")) or pattern.search(h)
    }
    counts = report("  that bear a name", bearing)
    noticed = 100 * (counts["danger"] + counts["named"]) / max(1, len(bearing))
    print(f"  noticed {noticed:.2f} %, listed {sum(g == 'listed' for g in grades.values())}")
    if options.show:
        print("  ", *(host for host, found in bearing.items() if found == "silent"))


if __name__ == "__main__":
    main()
