"""What the registry's YAML files publish, read without the package that is measured.

A program that says itself what is published can't be found wrong, so this reads the files with a
YAML parser, numbers with libphonenumber, and hosts and mailboxes with `ada-url`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import phonenumbers
import yaml
from ada_url import URL, idna_to_ascii
from mutation import REGIONS, Line
from publicsuffixlist import PublicSuffixList

SUFFIXES: Final = PublicSuffixList()
FOLDER: Final = Path(__file__).parent.parent / "registry" / "platforms"
FRESH_DAYS: Final = 180
"""For how long a page proves a contact, unless the entry says otherwise (design, table)."""
Entry = Mapping[str, Any]


class Published(NamedTuple):
    """What a person may be told to trust, and whose it is.

    owners: platforms by E.164 number, mailbox or host. whole: hosts that are one name on a host
    that many rent, so that names under them are nobody's. today: the day after the newest page.
    """

    owners: Mapping[str, frozenset[str]]
    whole: frozenset[str]
    lines: tuple[Line, ...]
    today: dt.date

    def host(self, name: str) -> str | None:
        """The published host that a host name is or lies under."""
        labels = name.split(".")
        for first in range(len(labels) - 1):
            pin = ".".join(labels[first:])
            if pin in self.owners and (first == 0 or pin not in self.whole):
                return pin
        return None


def read(folder: Path = FOLDER) -> Published:
    """What the entries of a folder publish on the newest day that one of them names."""
    entries = [_loaded(path) for path in sorted(folder.glob("*.yaml"))]
    today = max(day for entry in entries for day in _days(entry)) + dt.timedelta(days=1)
    owners = defaultdict[str, set[str]](set)
    lines = []
    for entry in entries:
        for line in _lines(entry, today):
            lines.append(line)
            owners[line.value].add(line.platform)
    hosts = [line.value for line in lines if line.kind == "host"]
    return Published(
        owners={value: frozenset(ids) for value, ids in owners.items()},
        whole=frozenset(host for host in hosts if _is_rented(host)),
        lines=tuple(lines),
        today=today,
    )


def e164(text: str) -> str | None:
    """A number with its country code in the form of E.164; None for anything else."""
    try:
        return str(phonenumbers.format_number(phonenumbers.parse(text), 0))
    except phonenumbers.NumberParseException:
        return None


def mailbox(text: str) -> str:
    """A mailbox with its host as mail programs ask for it; case counts nowhere."""
    local, _, host = text.rpartition("@")
    return f"{local.lower()}@{idna_to_ascii(host).decode()}"


def host_of(url: str) -> str | None:
    """The host that a browser opens for an http(s) address: no user name, no unusual port."""
    try:
        read_url = URL(url)
    except ValueError:
        return None
    is_plain = read_url.protocol in {"http:", "https:"} and not (
        read_url.username or read_url.password or read_url.port
    )
    return read_url.hostname.removesuffix(".") if is_plain else None


def _loaded(path: Path) -> Entry:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    entry: Entry = yaml.load(path.read_text("utf-8"), loader)  # noqa: S506  # a safe one
    return entry


def _days(part: Any) -> Iterator[dt.date]:
    """Every day on which something of an entry was seen."""
    if isinstance(part, dict):
        if isinstance(part.get("seen"), dt.date):
            yield part["seen"]
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from _days(each)


def _lines(entry: Entry, today: dt.date) -> Iterator[Line]:
    """The contacts of an entry that a fresh page of its own shows."""
    platform, home = entry["id"], _home(entry)
    names = (entry["name"], *entry.get("aliases", ()))
    domains = {
        each["domain"]: each.get("sightings", [])
        for each in (d if isinstance(d, dict) else {"domain": d} for d in entry["domains"])
    }
    channels = entry.get("channels", [])
    for channel in channels:
        is_kept = not any(channel.get(key) for key in ("retired", "disputed", "secondhand"))
        pages = [page for page in _own_pages(channel) if _is_fresh(page, entry, today)]
        if not is_kept or not any(_is_on(page, domains) for page in pages):
            continue
        if channel["kind"] == "phone" and channel["value"] == e164(channel["value"]):
            yield Line(platform, channel["value"], home, names=names)
        if channel["kind"] == "email":
            yield Line(platform, mailbox(channel["value"]), home, "mailbox", names)
    every = [page for channel in channels for page in _own_pages(channel)]
    for domain, shown_by in domains.items():
        pages = [page for page in every if _is_on(page, {domain})]
        pages += [page for page in shown_by if page["source_kind"] != "third-party"]
        if any(_is_fresh(page, entry, today) for page in pages):
            yield Line(platform, domain, home, "host", names)


def _own_pages(channel: Entry) -> list[Entry]:
    return [page for page in channel.get("sightings", []) if page["source_kind"] == "operator"]


def _is_fresh(page: Entry, entry: Entry, today: dt.date) -> bool:
    age: dt.timedelta = today - page["seen"]
    return age.days <= int(entry.get("fresh_days") or FRESH_DAYS)


def _is_on(page: Entry, domains: Mapping[str, Any] | set[str]) -> bool:
    """Return True for a page on one of the domains."""
    host = host_of(page["url"]) or ""
    return any(host == each or host.endswith(f".{each}") for each in domains)


def _is_rented(host: str) -> bool:
    """Return True for a name on a host of a company that rents names out."""
    return str(SUFFIXES.privatesuffix(host)) != host


def _home(entry: Entry) -> tuple[str, ...]:
    """The countries of its phone lines, else of its other channels, else its own."""
    channels = entry.get("channels", [])
    phones = [r for c in channels if c["kind"] == "phone" for r in c.get("regions", [])]
    others = [r for c in channels for r in c.get("regions", [])]
    named = phones or others or [entry.get("country")]
    return tuple(region for region in dict.fromkeys(named) if region in REGIONS)
