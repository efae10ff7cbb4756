"""Texts to scan: made ones, a part at a time, and what Python and the machine come with.

Numbers are from the ranges kept for fiction, or random.
"""

import json
import random
import sysconfig
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import everyday_texts

_WORDS = (
    *("the", "a", "of", "to", "and", "in", "that", "it", "was", "for", "on", "with", "as", "his"),
    *("they", "at", "be", "this", "from", "had", "by", "not", "but", "what", "all", "were", "when"),
    *("we", "there", "can", "an", "your", "which", "their", "if", "do", "will", "each", "about"),
    *("exchange", "account", "wallet", "customer", "answer", "page", "week", "market", "price"),
)
_SIGNS = ("-", "—", "↹", "⇝", " ", ".", "⊹", "~", ")(", "║")
_STYLED = str.maketrans("0123456789", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡")


def prose(chance: random.Random) -> str:
    """A paragraph; every tenth has a number in it."""
    words = chance.choices(_WORDS, k=120)
    if chance.random() < 0.1:
        words[60] = f"call Coinbase at +1 202 555 01{chance.randrange(100):02} or"
    return " ".join(words) + ".\n\n"


def log(chance: random.Random) -> str:
    """Lines of a server's log, which are full of digits and hold no contact."""
    rows = [
        f"2026-11-23T01:{chance.randrange(60):02}:{chance.randrange(60):02}.{chance.randrange(1000)}Z"
        f" INFO worker-{chance.randrange(9)} request id={chance.randrange(10**9):09} from"
        f" 10.0.{chance.randrange(256)}.{chance.randrange(256)} took {chance.randrange(900)} ms,"
        f" {chance.randrange(10**6)} bytes\n"
        for _ in range(20)
    ]
    return "".join(rows)


def spam(chance: random.Random) -> str:
    """Posts as spammers write them: every line has contacts."""
    signs = chance.choices(_SIGNS, k=3)
    parts = ("1", "888", "555", f"01{chance.randrange(100):02}")
    number = "".join(part + sign for part, sign in zip(parts, [*signs, ""], strict=True))
    if chance.random() < 0.5:
        number = number.translate(_STYLED)
    host = f"coinbase-help{chance.randrange(1000)}.example"
    return f"☎️ Coinbase support number +{number} call now, help@{host} or https://{host}/x\n\n"


def page(chance: random.Random) -> str:
    """A part of a web page, with a link."""
    number = f"+120255501{chance.randrange(100):02}"
    return f'<div class="post"><p>{prose(chance)}</p><a href="tel:{number}">{number}</a></div>\n'


def mailbox(chance: random.Random) -> str:
    """A mail of a mailbox."""
    head = "From a@b.example Mon Nov 23 01:50:29 2026\nFrom: a@b.example\nSubject: your account\n"
    return f"{head}Content-Transfer-Encoding: quoted-printable\n\n{prose(chance)}{prose(chance)}"


def records(chance: random.Random) -> str:
    """A record of JSON lines."""
    return json.dumps({"id": chance.randrange(10**9), "text": prose(chance)}) + "\n"


KINDS: dict[str, tuple[Callable[[random.Random], str], str]] = {
    "prose": (prose, "x.txt"),
    "log": (log, "x.log"),
    "spam": (spam, "x.txt"),
    "page": (page, "x.html"),
    "mailbox": (mailbox, "x.mbox"),
    "records": (records, "x.jsonl"),
}


def documentation(_: random.Random) -> str:
    """Python's own topics as its source holds them: a literal for each line, dotted names."""
    return Path(sysconfig.get_path("stdlib"), "pydoc_data", "topics.py").read_text("utf-8")


def topics(_: random.Random) -> str:
    """The same as a reader sees them."""
    from pydoc_data.topics import topics as texts

    return "\n\n".join(texts.values())


def manuals(_: random.Random) -> str:
    """The sources of manual pages: nearly no contact."""
    return _read(Path("/usr/share/man").glob("man[1-8]/*.gz"))


def markdown(_: random.Random) -> str:
    """Markdown and reStructuredText of installed programs: many links."""
    folders = (Path("/usr/share"), Path("/usr/lib/node_modules"))
    return _read(
        path for root in folders for end in ("md", "rst") for path in root.rglob(f"*.{end}")
    )


def notes(_: random.Random) -> str:
    """Notes of packages for administrators, with the addresses of who wrote them."""
    return _read(everyday_texts.note_files())


def descriptions(_: random.Random) -> str:
    """The descriptions of the installed packages: an address in every third line."""
    packages = sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info/METADATA"))
    return "\n\n".join(path.read_text("utf-8", "replace") for path in packages)


def source(_: random.Random) -> str:
    """The modules of the standard library."""
    modules = sorted(Path(sysconfig.get_path("stdlib")).glob("[a-z]*.py"))
    return "\n".join(path.read_text("utf-8", "replace") for path in modules)


def calls(chance: random.Random) -> str:
    """Logs of many programs, every twelfth line a telephone exchange's with two numbers."""
    import reading  # not in a process whose memory is measured

    lines = reading.mixed_log(chance).splitlines()
    for at in range(0, len(lines), 12):
        caller, called = (f"+1{chance.randrange(2_01_000_0000, 9_89_999_9999)}" for _ in range(2))
        lines[at] = (
            f"2026-11-29 17:{chance.randrange(60):02}:11 asterisk[{chance.randrange(9999)}]: call "
            f"from {caller} to {called} answered, {chance.randrange(900)} s"
        )
    return "\n".join(["started", *lines])


def posts(chance: random.Random) -> str:
    """Spam with the renderings that were really seen, two in each line."""
    import reading

    return reading.spam(chance)


def _read(paths: Iterable[Path]) -> str:
    """The beginnings of files in an order by chance; empty where the machine has none."""
    files = sorted(path for path in paths if path.is_file())
    random.Random(1).shuffle(files)
    texts: list[str] = []
    size = 0
    for path in files:
        if size > _SIZE:
            break
        texts.append(everyday_texts.read(path)[:_MOST_OF_A_FILE])
        size += len(texts[-1])
    return "\n".join(texts)


_SIZE: Final = 3_000_000
"""Characters of a text from the files of the machine."""
_MOST_OF_A_FILE: Final = 60_000

TEXTS: Final = {
    "documentation": (documentation, 7),
    "topics": (topics, 7),
    "manual pages": (manuals, 1),
    "markdown": (markdown, 1),
    "package notes": (notes, 1),
    "descriptions": (descriptions, 1),
    "source code": (source, 1),
    "calls in logs": (calls, 1),
    "spam, seen": (posts, 1),
    "spam, made": (lambda chance: "".join(spam(chance) for _ in range(9_000)), 1),
}
"""Each with how many times it is scanned in one file."""
