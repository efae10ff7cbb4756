"""Is this support number real? Checks contacts against what platforms themselves publish.

>>> import datetime as dt
>>> verdict = check("+1 (888) 908-7930", platform="coinbase", today=dt.date(2026, 11, 23))[0]
>>> verdict.status, verdict.platform_name
(<Status.LISTED: 'listed'>, 'Coinbase')

Only `Status.LISTED` is good news. Nothing here touches the network.
"""

import datetime as dt
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hotline_check.api.records import record
    from hotline_check.api.registry import Registry
    from hotline_check.api.results import Bodies, Channels, Scan
    from hotline_check.documents.models import Skipped
    from hotline_check.errors import HotlineError
    from hotline_check.reading import find, read
    from hotline_check.reading.models import Find, Hints, Reading
    from hotline_check.scanning.scanner import Hit
    from hotline_check.verdict.models import Direction, Status, Verdict

__all__ = [
    "Bodies",
    "Channels",
    "Find",
    "Hints",
    "Hit",
    "HotlineError",
    "Reading",
    "Registry",
    "Scan",
    "Skipped",
    "Status",
    "Verdict",
    "check",
    "find",
    "read",
    "record",
    "scan_file",
    "scan_text",
]

# Loaded on first use, so that `import hotline_check` costs nothing.
_HOMES = {
    "Bodies": "api.results",
    "Channels": "api.results",
    "Find": "reading.models",
    "Hints": "reading.models",
    "Hit": "scanning.scanner",
    "HotlineError": "errors",
    "Reading": "reading.models",
    "Registry": "api.registry",
    "Scan": "api.results",
    "Skipped": "documents.models",
    "Status": "verdict.models",
    "Verdict": "verdict.models",
    "find": "reading",
    "read": "reading",
    "record": "api.records",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("hotline-check")
    if name not in _HOMES:
        raise AttributeError(f"module 'hotline_check' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"hotline_check.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*__all__, "__version__", *(n for n in globals() if n.startswith("__"))})


def check(
    text: str,
    *,
    platform: str | None = None,
    region: str | None = None,
    direction: "Direction" = "dialling",
    today: dt.date | None = None,
    registry: str | os.PathLike[str] | None = None,
) -> "list[Verdict]":
    """Verdicts about a contact as it was pasted: a number, web address, e-mail or account.

    platform: whose it is said to be, by any name. region: ISO country of a number without a
    country code. direction: `they-called` when it was they who called. today: the day on which
    evidence is judged, this machine's when left out. registry: a folder to ask in place of the
    pinned or bundled one. Several contacts in the text give several verdicts.
    Raises HotlineError when nothing can be checked, and TypeError for values of another type.
    """
    from hotline_check.api.registry import Registry

    with Registry.open(registry, today=today) as opened:
        return opened.check(text, platform=platform, region=region, direction=direction)


def scan_text(
    text: str,
    *,
    platform: str | None = None,
    region: str | None = None,
    direction: "Direction" = "dialling",
    today: dt.date | None = None,
    registry: str | os.PathLike[str] | None = None,
) -> "Scan":
    """Every contact of a text with its verdict and place; the text may be HTML, a mail or JSON.

    platform: whose contacts they are said to be; left out, the text's own claims count. The other
    arguments and the exceptions are those of `check`.
    """
    from hotline_check.api.registry import Registry

    with Registry.open(registry, today=today) as opened:
        return opened.scan_text(text, platform=platform, region=region, direction=direction)


def scan_file(
    path: str | os.PathLike[str],
    *,
    platform: str | None = None,
    region: str | None = None,
    direction: "Direction" = "dialling",
    field: str | None = None,
    today: dt.date | None = None,
    registry: str | os.PathLike[str] | None = None,
) -> "Scan":
    """Every contact of a file, or of all files of a folder, with its verdict and place.

    field: of JSON, only this field (`message.text`). The other arguments and the exceptions are
    those of `scan_text`; a path that does not exist raises HotlineError `cannot-read`.
    """
    from hotline_check.api.registry import Registry

    with Registry.open(registry, today=today) as opened:
        return opened.scan_file(
            path, platform=platform, region=region, direction=direction, field=field
        )
