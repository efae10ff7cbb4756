"""How often a forged sender or a disguised mailbox ends with exit 0: never.

    python benchmarks/mail_mutations.py [--each 50]

Takes the mailboxes that the bundled registry publishes and writes each as forgers do: as the sender
of a mail, in the name of another address, in a quoted local part, a comment, encoded words; with
another host after it. A mail is scanned, a string is checked. Exit 0 is never right: a sender
proves nothing, and each string leads to another host. Fails when any ends so.
"""

import argparse
import base64
import datetime as dt
import io
import sys
from collections import Counter
from collections.abc import Iterator

from hotline_check.checking import Checker
from hotline_check.registry.models import Platform
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.scanning.scanner import Scanner, Tally

TODAY = dt.date(2026, 11, 29)
OTHER = "x@mailhub-example.com"
HOST = "@mailhub-example.com"
SENDERS = ("From", "Sender", "Reply-To", "Return-Path", "Resent-From", "FROM", "reply-to ")


def words(text: str) -> str:
    """A text as an encoded word."""
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode()}?="


def quoted(text: str) -> str:
    """A text as a word of quoted-printable."""
    return "=?utf-8?q?" + "".join(f"={byte:02X}" for byte in text.encode()) + "?="


def names(address: str) -> Iterator[str]:
    """A field that shows an address: its own, or in front of another one."""
    user, _, host = address.partition("@")
    for form in (address, words(address), quoted(address), f'"{address}"', f'"{words(address)}"'):
        yield f"{form} <{OTHER}>"
        yield f"{form}<{OTHER}>"
        yield f"{form}, {OTHER}"
    yield from (address, f"<{address}>", f"Support <{address}>", f"{address} (Support)")
    yield from (f"{user} @ {host}", f"{user}(x)@{host}", f'"{user}"@{host}', f"Team: {address};")
    yield from (f"Support <{user}\n @{host}>", f"=?utf-8?q?Support?=\n <{address}>")
    yield from disguised(address)


def disguised(address: str) -> Iterator[str]:
    """A mailbox at another host that shows an address."""
    user, _, host = address.partition("@")
    yield f"{words(address)}{HOST}"
    yield f"{quoted(address)}{HOST}"
    yield f"{words(address)}=?utf-8?Q?=00?={HOST}"
    yield f"{words(address + chr(0))}{HOST}"
    for local in (address, f"{address} x", f"<{address}>", f"{address},", f"{user}\\@{host}"):
        yield f'"{local}"{HOST}'
    yield from (
        f"{address}{HOST}",
        f"{address}(x){HOST}",
        f"<{address}>{HOST}",
        f'x."{address}"{HOST}',
    )
    yield from (
        f"{user}@{host}.mailhub-example.com",
        f"{user}%{host}{HOST}",
        f"{user}={host}{HOST}",
    )


def main() -> int:
    """Print the counts; 1 when anything ends with exit 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=10_000, help="mailboxes")
    each = parser.parse_args().each
    store = Store(bundled(), "bundled", today=TODAY)
    platforms = store.ask(lambda s: [s.platform(found) for found in s.ids("platforms")])
    lines = [(p, c.value) for p in platforms if p for c in p.channels if c.kind == "email"]
    tried, wrong = Counter[str](), Counter[str]()
    for platform, address in lines[:each]:
        for kind, text, code in results(store, TODAY, platform, address):
            tried[kind] += 1
            wrong[kind] += code == 0
            if code == 0:
                sys.stdout.write(f"exit 0: {kind}: {text!r}\n")
    for kind, count in tried.items():
        sys.stdout.write(f"{kind:10} {count:8} tried {wrong[kind]:6} exit 0\n")
    return int(wrong.total() > 0)


def results(
    store: Store, today: dt.date, platform: Platform, address: str
) -> Iterator[tuple[str, str, int]]:
    """Each way of writing a mailbox, and the exit code of the program."""
    for claim in (None, platform.id):
        checker = Checker(store, today=today, claim=claim)
        for text in disguised(address):
            codes = {int(found.exit) for found in checker.check(text)}
            yield "checked", text, 1 if 1 in codes else max(codes)
        for number, text in enumerate(names(address)):
            field = f"{SENDERS[number % len(SENDERS)]}: {text}"
            mail = f"{field}\nTo: me@example.net\nSubject: {platform.name}\n\nhi\n".encode()
            tally = Tally()
            for result in Scanner(checker).scan_stream(io.BytesIO(mail), "x.eml"):
                tally.add(result)
            yield "scanned", field, int(tally.exit) if tally.contacts else 0


if __name__ == "__main__":
    sys.exit(main())
