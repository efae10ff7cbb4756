"""Write a full screen of every command, in every complete language, from the program itself.

    python docs/screens/make.py            write docs/screens/<lang>/<name>.txt and .ansi
    python docs/screens/make.py --check    name the screens that are out of step, write nothing
    python docs/screens/make.py --check en    only those in English, with the pages and the manual

The manual page docs/hotline-check.1 is made from the help.
README.md and docs/verdicts.md show some of them in English, each between the marks
`<!-- screen NAME -->` and `<!-- /screen -->`.
`.txt` is what a pipe gets, `.ansi` what a terminal with colours shows. The day, the time zone and
the registry (this checkout's) are fixed, so a screen changes only when the program does.
"""

import datetime as dt
import functools
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import SimpleNamespace

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
MANUAL = ROOT / "docs" / "hotline-check.1"
PAGES = (ROOT / "README.md", ROOT / "docs" / "verdicts.md")
NOW = dt.datetime(2026, 11, 30, 10, 30, tzinfo=dt.UTC)  # the day after the registry was seen
LATER = NOW + dt.timedelta(days=200)  # past the freshness window
ZONE = "Asia/Hong_Kong"

# name of the screen -> what is typed. Numbers are the registry's own or reserved for fiction.
SCREENS: dict[str, tuple[str, ...]] = {
    "check-listed": ("check", "1-888-9O8-793O", "-p", "coinbase"),
    "check-listed-email": ("check", "security@coinbase.com", "-p", "coinbase"),
    "check-unreadable": ("check", "call us on this line", "-p", "coinbase"),
    "check-ambiguous": ("check", "0800 001 0726"),
    "check-inbound-only": ("check", "+49 30 22957300", "-p", "n26", "--they-called"),
    "check-caller-id-unproven": ("check", "+1 800 969 1940", "-p", "cash-app", "--they-called"),
    "check-calls-never": ("check", "+1 888 908 7930", "-p", "coinbase", "--they-called"),
    "check-retired": ("check", "+1 800 398 7172", "-p", "circle"),
    "check-reported": ("check", "+1 206 806 3886", "-p", "coinbase"),
    "check-other-platform": ("check", "+1 888 908 7930", "-p", "kraken"),
    "check-disputed": ("check", "+49 221 68943025", "-p", "coinbase"),
    "check-secondhand": ("check", "resolutions@binance.us", "-p", "binance-us"),
    "check-stale": ("check", "+1 888 908 7930", "-p", "coinbase"),
    "check-lookalike": ("check", "+1 888 908 7931", "-p", "coinbase"),
    "check-no-phone-line": ("check", "+1 202 555 0123", "-p", "binance"),
    "check-authority": ("check", "1799", "--region", "SG"),
    "check-withheld": ("check", "+1 888 837 8818", "-p", "kraken"),
    "check-not-listed": ("check", "+1 202 555 0123", "-p", "coinbase"),
    "check-unknown": ("check", "+1 202 555 0123"),
    "check-web-address": ("check", "coin-login.pages.dev", "-p", "coinbase"),
    "check-lookalike-host": ("check", "coinbase-support.com"),
    "channels": ("channels", "btcturk"),
    "channels-hours": ("channels", "paypal", "--kind", "phone"),
    "channels-topic": ("channels", "coinbase", "--topic", "security", "--region", "DE"),
    "channels-no-phone": ("channels", "kraken"),
    "channels-qr": ("channels", "coinbase", "--qr", "--region", "GB"),
    "platforms": ("platforms", "coin", "--region", "US"),
    "prepare": ("prepare", "coinbase", "--topic", "security", "--region", "DE"),
    "called-remote-access": ("called", "coinbase", "--remote-access", "--codes", "--region", "GB"),
    "called-seed-phrase": ("called", "--seed-phrase", "--sent-coins", "--region", "HK"),
    "called-nothing": ("called", "kraken", "--none", "--region", "SG"),
    "called-unsaid": ("called",),
    "report": ("report", "GB"),
    "report-weak": ("report", "NG"),
    "report-no-entry": ("report", "LT"),
    "registry-status": ("registry", "status"),
    "registry-validate": ("registry", "validate"),
    "error-platform": ("channels", "coinbaze"),
}
DAYS = {"check-stale": LATER}
_PLACE = re.compile(r"(<!-- screen (?P<name>[\w-]+) -->\n).*?(<!-- /screen -->)", re.DOTALL)


class _Screen(io.StringIO):
    """What a command writes; a terminal when colours are wanted."""

    def __init__(self, *, colour: bool) -> None:
        super().__init__()
        self._colour = colour

    def isatty(self) -> bool:
        return self._colour


def screens(lang: str) -> Iterator[tuple[str, str]]:
    """Every screen of a language: its file name and content."""
    for name, arguments in (*SCREENS.items(), *_help_screens()):
        coloured = () if name.startswith("help") else ((".ansi", True),)  # help has none
        for ending, colour in ((".txt", False), *coloured):
            shown = _run(arguments, lang, DAYS.get(name, NOW), colour=colour)
            yield name + ending, f"$ hotline-check {shlex.join(arguments)}\n{shown}"


def _help_screens() -> list[tuple[str, tuple[str, ...]]]:
    """The help of every command that the program has, whoever adds one."""
    from hotline_check.cli import app

    found: list[tuple[str, tuple[str, ...]]] = [("help", ("--help",))]

    def walk(table: Mapping[str, object], above: tuple[str, ...]) -> None:
        for name in table:
            path = (*above, name)
            found.append(("-".join(("help", *path)), (*path, "--help")))
            if name in app._GROUPS:
                walk(app._GROUPS[name], path)

    walk(app.COMMANDS, ())
    return found


def _run(arguments: tuple[str, ...], lang: str, now: dt.datetime, *, colour: bool) -> str:
    """What a command prints in a language at a moment: stdout, then stderr."""
    from hotline_check import clock
    from hotline_check.cli import run

    class Stopped(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]  # of no time zone
            return now if tz is None else now.astimezone(tz)

    clock.dt = SimpleNamespace(UTC=dt.UTC, datetime=Stopped)  # type: ignore[attr-defined, assignment]  # a module, replaced
    os.environ["LANG"] = f"{lang}.UTF-8"
    sys.argv = ["hotline-check", *arguments]
    out, err = _Screen(colour=colour), _Screen(colour=False)
    with redirect_stdout(out), redirect_stderr(err):
        run(arguments)
    return out.getvalue() + err.getvalue()


def _on_a_new_machine(home: str) -> None:
    """Leave nothing of this machine on the screens: no configuration, cache, locale, zone."""
    for name in list(os.environ):
        if re.match("LC_|LANGUAGE|NO_COLOR|FORCE_COLOR|HOTLINE_CHECK|XDG_", name):
            del os.environ[name]
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = str(Path(home) / kind.lower())
    os.environ |= {"HOME": home, "TZ": ZONE, "TERM": "xterm-256color", "COLUMNS": "80"}
    time.tzset()
    os.chdir(ROOT)  # commands name the folder that they read


def _manual() -> str:
    """The manual page, in English."""
    from manual import manual

    os.environ["LANG"] = "en.UTF-8"
    sys.argv = ["hotline-check"]
    return manual()


def page(text: str, made: Mapping[Path, str]) -> str:
    """A Markdown page with the screens that its marks name, as they are now."""

    def place(match: re.Match[str]) -> str:
        screen = made[FOLDER / "en" / f"{match['name']}.txt"].rstrip()
        return f"{match[1]}```console\n{screen}\n```\n{match[3]}"

    return _PLACE.sub(place, text)


def main() -> int:
    """Write or compare all screens; 1 when some are out of step."""
    sys.path.insert(0, str(ROOT))
    catalogues = ROOT / ".packaging" / "catalogues.py"
    subprocess.run(  # noqa: S603  # our own script
        [sys.executable, str(catalogues), "compile"], check=True, stdout=subprocess.DEVNULL
    )
    from hotline_check.registry import folder
    from hotline_check.wording.text.catalogue import COMPLETE

    folder.load = functools.cache(folder.load)  # seconds a time, and no screen changes a file
    check = "--check" in sys.argv
    languages = {"en", *sys.argv[2:]} if check and sys.argv[2:] else COMPLETE
    with tempfile.TemporaryDirectory() as home:
        _on_a_new_machine(home)
        made = {FOLDER / lang / name: text for lang in languages for name, text in screens(lang)}
        made[MANUAL] = _manual()
    made |= {path: page(path.read_text("utf-8"), made) for path in PAGES}
    there = {*PAGES, *filter(Path.exists, [MANUAL])} | {
        path for lang in languages for path in (FOLDER / lang).glob("*")
    }
    stale = [p for p, text in made.items() if p not in there or p.read_text("utf-8") != text]
    for path in sorted([*stale, *(there - made.keys())]):
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if check:
            continue
        if path in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], "utf-8")
        else:
            path.unlink()
    return int(check and bool(stale or there - made.keys()))


if __name__ == "__main__":
    sys.exit(main())
