"""The data of the pages, as JSON files for programs."""

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import msgspec

from hotline_check.registry.freshness import standing
from hotline_check.registry.models import Platform
from hotline_check.serving.site.facts import Facts
from hotline_check.wording.screens.channels import platform_record


def data_files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file. Their keys are those of the program's JSON."""
    parts: dict[str, Any] = {
        "platforms": [_platform(platform, facts) for platform in facts.platforms],
        "reported": msgspec.to_builtins(facts.reported),
        "authorities": [
            {**msgspec.to_builtins(found), "authorities": [_bare(a) for a in found.authorities]}
            for found in facts.authorities
        ],
    }
    for name, found in parts.items():
        whole = {"version": 1, "registry": facts.registry.date, name: found}
        yield f"data/{name}.json", _json(whole)


def names_file(facts: Facts) -> bytes:
    """What the field for names searches: id, name, and every form of the name, folded."""
    return _json([[p.id, p.name, sorted(set(_forms(p)))] for p in facts.platforms])


def _platform(platform: Platform, facts: Facts) -> dict[str, Any]:
    return {
        **platform_record(platform),
        "channels": [
            {**_bare(channel), "state": standing(platform, channel, facts.today)}
            for channel in platform.channels
        ],
        "never_asks": list(platform.never_asks),
    }


def _bare(part: Any) -> dict[str, Any]:
    """An entry's part without what is for maintainers."""
    found: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(part, remarks=()))
    return found


def _forms(platform: Platform) -> Iterator[str]:
    names = (platform.id, platform.name, *platform.aliases, *platform.pins)
    yield from filter(None, map(_folded, names))


def _folded(name: str) -> str:
    """As the script folds what is typed: letters and digits, without case and accents."""
    letters = unicodedata.normalize("NFKD", name).lower()
    return "".join(sign for sign in letters if unicodedata.category(sign)[0] in "LN")


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"
