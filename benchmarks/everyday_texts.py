"""Texts of the kinds that people scan: files of this machine, and made logs, tickets and chats.

A kind of which the machine has no files gives an empty text.
"""

import csv
import gzip
import io
import json
import random
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

SIZE: Final = 400_000
"""Characters of each text."""
_MOST_FILES: Final = 60
_MOST_OF_A_FILE: Final = 40_000
_DOCUMENTATION: Final = Path("/usr/share/doc")
_STATUS: Final = (200, 200, 200, 301, 304, 404, 500)
_AGENTS: Final = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/131.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15",
    "curl/8.9.1",
    "python-requests/2.32.3",
)
_SAID: Final = (
    "hello, my withdrawal has been pending since yesterday",
    "can somebody from the team look at this please?",
    "I only have the transaction hash, is that enough?",
    "the page says: try again in 24 hours, error 10034",
    "thanks, that worked! closing the ticket",
    "a stranger wrote to me on Telegram and asked for my seed phrase",
    "is +1 202 555 01{0:02} your number? they called me twice",
    "see https://help.example.com/articles/{0}4821-withdrawals for the steps",
    "my mail is user{0}@example.com, write to me there",
    "we raised the limit to 2,500.00 USD on 2026-10-{0:02}",
)


def manual_pages() -> str:
    """The sources of manual pages."""
    return _joined(Path("/usr/share/man/man1").glob("*.gz"))


def package_notes() -> str:
    """Notes of packages for administrators."""
    return _joined(note_files())


def note_files() -> Iterator[Path]:
    """Files that packages hold for administrators."""
    names = ("README*", "NEWS*", "TODO*", "*.txt")
    return (path for name in names for path in _DOCUMENTATION.glob(f"*/{name}"))


def changelogs() -> str:
    """The changes of packages, with the names, addresses and dates of who made them."""
    return _joined(_DOCUMENTATION.glob("*/changelog*"))


def licences() -> str:
    """Copyright notes and licences."""
    return _joined(_DOCUMENTATION.glob("*/copyright"))


def python_sources() -> str:
    """Modules of the standard library."""
    return _joined(Path(sysconfig.get_path("stdlib")).glob("*.py"))


def headers() -> str:
    """Headers of the C library and others."""
    return _joined(Path("/usr/include").glob("**/*.h"))


def pages() -> str:
    """Pages of installed documentation in HTML, with their markup."""
    shipped = Path(sysconfig.get_path("purelib")).glob("**/*.html")
    return _joined([*_DOCUMENTATION.glob("**/*.htm*"), *shipped])


def descriptions() -> str:
    """Installed Python packages described by their authors, in Markdown or reStructuredText."""
    texts = (package.metadata["Description"] or "" for package in metadata.distributions())
    return _cut(sorted(texts))


def system_log() -> str:
    """Log files of the machine."""
    return _joined(Path("/var/log").glob("*.log"))


def web_server_log() -> str:
    """A made access log in the combined format."""
    rng = random.Random(3)
    return _made(lambda: _request(rng))


def tickets() -> str:
    """A made table of support tickets."""
    rng = random.Random(4)
    lines = io.StringIO()
    table = csv.writer(lines)
    table.writerow(("id", "opened", "customer", "country", "amount", "subject", "text"))
    while lines.tell() < SIZE:
        said = " ".join(_sentence(rng) for _ in range(rng.randint(1, 5)))
        opened = f"2026-{rng.randint(1, 11):02}-{rng.randint(1, 28):02}"
        table.writerow(
            (
                rng.randrange(10**7),
                f"{opened}T{rng.randint(0, 23):02}:14:07Z",
                f"C{rng.randrange(10**8):08}",
                rng.choice(("US", "DE", "GB", "BR")),
                f"{rng.randrange(10**6) / 100:.2f}",
                _sentence(rng)[:40],
                said,
            )
        )
    return lines.getvalue()


def chat_export() -> str:
    """A made export of a group chat, as messengers write it."""
    rng = random.Random(5)
    return _made(lambda: _message(rng))


def _request(rng: random.Random) -> str:
    path = rng.choice(("/", "/api/v3/orders/{0}", "/static/app.{0:x}.js", "/en/help?page={0}"))
    return (
        f"203.0.113.{rng.randrange(256)} - - [{rng.randint(1, 29):02}/Nov/2026:"
        f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02} +0000] "
        f'"GET {path.format(rng.randrange(10**9))} HTTP/1.1" {rng.choice(_STATUS)} '
        f'{rng.randrange(10**5)} "https://www.example.com/" "{rng.choice(_AGENTS)}"\n'
    )


def _message(rng: random.Random) -> str:
    moment = rng.randint(1_760_000_000, 1_795_000_000)
    message = {
        "id": rng.randrange(10**6),
        "type": "message",
        "date": f"2026-11-{rng.randint(1, 29):02}T{rng.randint(0, 23):02}:31:55",
        "date_unixtime": str(moment),
        "from": f"Member {rng.randrange(300)}",
        "from_id": f"user{rng.randrange(10**10)}",
        "text": " ".join(_sentence(rng) for _ in range(rng.randint(1, 4))),
    }
    return json.dumps(message, indent=1) + ",\n"


def _sentence(rng: random.Random) -> str:
    return rng.choice(_SAID).format(rng.randrange(100))


def _made(make: Callable[[], str]) -> str:
    lines: list[str] = []
    size = 0
    while size < SIZE:
        lines.append(make())
        size += len(lines[-1])
    return "".join(lines)


def _joined(paths: Iterable[Path]) -> str:
    """The beginnings of some of the files, spread over all of them."""
    files = sorted(path for path in paths if path.is_file())
    return _cut(map(read, files[:: max(1, len(files) // _MOST_FILES)]))


def _cut(texts: Iterable[str]) -> str:
    def beginnings() -> Iterator[str]:
        size = 0
        for text in texts:
            if size >= SIZE:
                return
            size += len(text[:_MOST_OF_A_FILE])
            yield text[:_MOST_OF_A_FILE]

    return "\n".join(beginnings())[:SIZE]


def read(path: Path) -> str:
    """The text of a file, also of one that is packed; empty where it can't be read."""
    try:
        raw = path.read_bytes()
        data = gzip.decompress(raw) if path.suffix == ".gz" else raw
    except OSError:  # some logs are for the administrator only
        return ""
    return data.decode("utf-8", "replace")


KINDS: Final[dict[str, Callable[[], str]]] = {
    "manual pages": manual_pages,
    "package notes": package_notes,
    "changelogs": changelogs,
    "licences": licences,
    "Python sources": python_sources,
    "C headers": headers,
    "HTML pages": pages,
    "descriptions": descriptions,
    "system log": system_log,
    "web server log": web_server_log,
    "ticket table": tickets,
    "chat export": chat_export,
}
