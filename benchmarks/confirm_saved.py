"""How long `registry confirm --page` takes on made pages of many platforms.

    python benchmarks/confirm_saved.py [PLATFORMS]

Copies the registry, writes every listing page of the platforms with most channels as a browser
would save it (each third as HTML, MHTML, single-file HTML) and confirms all of them in one run.
"""

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from email.message import EmailMessage
from pathlib import Path

from hotline_check.registry.folder import load
from hotline_check.registry.models import Platform
from hotline_check.upkeep.confirm.plan import wanted_channels

ROOT = Path(__file__).parent.parent
FILLER = "<p>How to reach us, how to keep an account, and what we never ask anybody for.</p>" * 200


def main() -> None:
    """Print how many pages and channels were confirmed, and in how many seconds."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    today = dt.datetime.now(dt.UTC).date()
    entries, _ = load(ROOT / "registry", today)
    with_pages = [p for p in entries.platforms if p.status == "active" and any(wanted_channels(p))]
    chosen = sorted(with_pages, key=lambda p: -sum(1 for _ in wanted_channels(p)))[:most]
    with tempfile.TemporaryDirectory() as name:
        registry, pages = Path(name) / "registry", Path(name) / "pages"
        shutil.copytree(ROOT / "registry", registry)
        pages.mkdir()
        count = sum(write_pages(platform, pages) for platform in chosen)
        command = [sys.executable, "-m", "hotline_check", "registry", "confirm"]
        start = time.perf_counter()
        done = subprocess.run(  # our own program
            [
                *command,
                *("--page", str(pages), "--registry", str(registry)),
                *("--state", str(Path(name) / "state")),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        took = time.perf_counter() - start
    if done.returncode not in {0, 1}:  # 1: a person must decide on something
        sys.exit(done.stderr)
    print(done.stdout.splitlines()[0])
    print(*(line for line in done.stdout.splitlines() if line.endswith(")") and line[:1] != " "))
    print(f"{len(chosen)} platforms, {count} pages: {took:.1f} s")


def write_pages(platform: Platform, folder: Path) -> int:
    """Write each listing page of a platform; returns how many."""
    shown: defaultdict[str, list[str]] = defaultdict(list)
    for channel in wanted_channels(platform):
        for sighting in channel.own_sightings:
            shown[sighting.url].append(sighting.as_printed or channel.value)
    for i, (url, values) in enumerate(shown.items()):
        rows = "".join(f'<p>{value} <a href="{value}">{value}</a></p>' for value in values)
        body = f"<html><body>{rows}{FILLER}</body></html>"
        file = folder / f"{platform.id}-{i}"
        if i % 3 == 0:
            saved = f"<!-- saved from url=({len(url):04}){url} -->{body}".encode()
            file.with_suffix(".html").write_bytes(saved)
        elif i % 3 == 1:
            message = EmailMessage()
            message["Snapshot-Content-Location"] = url
            message.set_content(body, subtype="html", cte="quoted-printable")
            file.with_suffix(".mhtml").write_bytes(message.as_bytes())
        else:
            note = f"<!-- Page saved with SingleFile url: {url} saved date: today -->"
            file.with_suffix(".html").write_bytes(f"{note}{body}".encode())
    return len(shown)


if __name__ == "__main__":
    main()
