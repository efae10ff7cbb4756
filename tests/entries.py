"""Small registries about fictional platforms, written as the YAML that a contributor writes.

The numbers are reserved for fiction by their countries, yet valid in the numbering plan: North
America's 555-01xx, Ofcom's ranges for drama, Australia's 5550.
"""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Direction, Verdict

TODAY = dt.date(2026, 11, 23)
REGISTRY_DAY = dt.date(2026, 11, 30)  # the day after the newest page of the bundled registry
SEEN = dt.date(2026, 11, 22)

US_LINE = "+12025550123"
US_OTHER = "+13125550147"
US_FREE = "+18885550136"
GB_LINE = "+441134960123"
GB_FREE = "+448081570123"
AU_LINE = "+61255501234"
GB_PREMIUM = "+449098790123"

Entry = dict[str, Any]
# libyaml's writes the same five times as fast, and is missing where PyYAML was built without it.
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def sighting(url: str = "https://help.example.com/contact", **changes: Any) -> Entry:
    """A page of Example's own, seen yesterday."""
    return _changed(
        {"url": url, "seen": SEEN, "how": "stored-copy", "source_kind": "operator"}, changes
    )


def elsewhere(url: str = "https://news.example.net/story", **changes: Any) -> Entry:
    """A page of somebody else."""
    return sighting(url, **{"source_kind": "third-party", **changes})


def channel(kind: str, value: str, **changes: Any) -> Entry:
    """A channel on one own page."""
    return _changed({"kind": kind, "value": value, "sightings": [sighting()]}, changes)


def phone(value: str = US_LINE, **changes: Any) -> Entry:
    """A phone line on one own page."""
    return channel("phone", value, **changes)


def platform(name: str = "example", **changes: Any) -> Entry:
    """A platform with the domain <name>.com and no channels; its policy is not known."""
    start = {
        "id": name,
        "name": name.title(),
        "kind": "exchange",
        "status": "active",
        "country": "US",
        "domains": [f"{name}.com"],
        "coverage": "partial",
        "phone_policy": "unknown",
        "channels": [],
    }
    return _changed(start, changes)


def says(policy: str, basis: str = "stated", **source: Any) -> Entry:
    """What a platform says of phones, with its page."""
    return {
        "phone_policy": policy,
        "phone_policy_basis": basis,
        "phone_policy_source": sighting(**source),
    }


def reported(name: str, *values: str, **changes: Any) -> Entry:
    """Numbers seen posing as a platform."""
    page = {"url": "https://forum.example.net/t/1", "seen": SEEN}
    numbers = [{"value": value, "sightings": [page]} for value in values]
    return _changed({"platform": name, "numbers": numbers}, changes)


def authority(**changes: Any) -> Entry:
    """A public body that takes reports."""
    page = sighting("https://police.example.org/report", source_kind="government")
    start = {
        "name": "Example Police",
        "purpose": "report",
        "url": "https://police.example.org/",
        "sightings": [page],
    }
    return _changed(start, changes)


class _Plain(_DUMPER):  # type: ignore[misc, valid-type]  # whichever is there
    """Writes every value out, as a person does."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # PyYAML's signature
        return True


def _changed(start: Entry, changes: Entry) -> Entry:
    return {key: value for key, value in (start | changes).items() if value is not None}


def write(
    folder: Path,
    *platforms: Entry,
    reports: Iterable[Entry] = (),
    authorities: Iterable[Entry] = (),
) -> Path:
    """Write entries as a registry folder and return it."""
    for part, key, entries in (
        ("platforms", "id", platforms),
        ("reported", "platform", reports),
        ("authorities", "country", authorities),
    ):
        (folder / part).mkdir(parents=True, exist_ok=True)
        for entry in entries:
            text = yaml.dump(entry, Dumper=_Plain, allow_unicode=True, sort_keys=False)
            path = folder / part / f"{str(entry[key]).lower()}.yaml"
            path.write_text(text, encoding="utf-8")
    return folder


def ask(
    folder: Path,
    text: str,
    *,
    claim: str | None = None,
    region: str | None = None,
    direction: Direction = "dialling",
    today: dt.date = TODAY,
) -> Verdict:
    """The one verdict about a text, from a registry folder."""
    store = Store(folder, "test", today=today)
    try:
        checker = Checker(store, today=today, claim=claim, region=region, direction=direction)
        (verdict,) = checker.check(text)
    finally:
        store.close()
    return verdict
