"""Is this support number real? Checks contacts against what platforms themselves publish.

>>> import datetime as dt
>>> verdict = check("+1 (888) 908-7930", platform="coinbase", today=dt.date(2026, 11, 23))[0]
>>> verdict.status, verdict.platform_name
(<Status.LISTED: 'listed'>, 'Coinbase')

Only `Status.LISTED` is good news. Nothing here touches the network.
"""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hotline_check.checking import Checker
    from hotline_check.errors import HotlineError
    from hotline_check.reading import find, read
    from hotline_check.reading.models import Find, Hints, Reading
    from hotline_check.registry.storage.choice import open_registry
    from hotline_check.registry.storage.store import Store
    from hotline_check.verdict.models import Direction, Status, Verdict

__all__ = [
    "Checker",
    "Find",
    "Hints",
    "HotlineError",
    "Reading",
    "Status",
    "Store",
    "Verdict",
    "check",
    "find",
    "open_registry",
    "read",
    "record",
]

# Loaded on first use, so that `import hotline_check` costs nothing.
_HOMES = {
    "Checker": "checking",
    "Find": "reading.models",
    "Hints": "reading.models",
    "HotlineError": "errors",
    "Reading": "reading.models",
    "Status": "verdict.models",
    "Store": "registry.storage.store",
    "Verdict": "verdict.models",
    "find": "reading",
    "open_registry": "registry.storage.choice",
    "read": "reading",
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
    registry: Path | None = None,
) -> "list[Verdict]":
    """Verdicts about a contact as it was pasted: a number, web address, e-mail or account.

    platform: whose it is said to be, by any name. region: ISO country of a number without a
    country code. direction: `they-called` when it was they who called. today: the day on which
    proof is judged, this machine's when left out. registry: a folder to ask in place of the
    pinned or bundled one. Several contacts in the text give several verdicts.
    Raises HotlineError when nothing can be checked, and TypeError for values of another type.
    """
    _expect("text", text, str)
    _expect("platform", platform, str | None)
    _expect("region", region, str | None)
    _expect("today", today, dt.date | None)
    if isinstance(today, dt.datetime):
        today = today.date()
    from hotline_check.checking import Checker
    from hotline_check.clock import local
    from hotline_check.registry.storage.choice import folder_store, open_registry

    day = today or local().date()
    store = folder_store(registry, str(registry), day) if registry else open_registry(day)
    checker = Checker(store, today=day, claim=platform, region=region, direction=direction)
    return checker.check(text)


def record(verdict: "Verdict", lang: str = "en") -> dict[str, Any]:
    """A verdict as plain values for JSON, with sentences in a language (`en`, `zh`)."""
    from hotline_check.wording.screens.check_json import record as build
    from hotline_check.wording.text.catalogue import words

    return build(verdict, words(lang))


def _expect(name: str, value: object, kind: Any) -> None:
    if not isinstance(value, kind):
        names = str(getattr(kind, "__name__", kind)).replace(" | ", " or ")
        raise TypeError(f"{name} must be {names}, not {type(value).__name__}")
