"""Data of a comparison of two registries."""

from typing import Literal

import msgspec

from hotline_check.registry.models import ReportSighting, Sighting

# In the order of a report: what could lead a person to a fraud comes first.
Code = Literal[
    "not-valid",
    "number-added",
    "number-moved",
    "number-restored",
    "domain-added",
    "policy-changed",
    "calls-changed",
    "callable-again",
    "for-everybody",
    "channel-added",
    "report-to-changed",
    "authority-contact",
    "reported-removed",
    "withheld-removed",
    "impostor-removed",
    "seen-newer",
    "evidence-gone",
    "authority-removed",
    "fresher-for-longer",
    "platform-removed",
    "platform-reopened",
    "channel-removed",
    "channel-retired",
    "channel-disputed",
    "channel-secondhand",
    "domain-removed",
    "reported-added",
    "withheld-added",
    "impostor-added",
    "platform-added",
    "platform-closed",
    "sighting-added",
    "confirmed",
    "text-added",
    "text-removed",
    "edited",
]
Caution = Literal[
    "too-young",
    "owner-proof",
    "only-copies",
    "was-reported",
    "was-withheld",
    "also-published",
    "contact-in-text",
    "phrase-in-text",
    "names-another",
]


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """A registry value that a new one equals or resembles.

    layer: `published`, `reported`, `domain` or `name`. likeness: as in `registry.models.Similar`.
    """

    platform: str
    value: str
    likeness: str
    layer: Literal["published", "reported", "domain", "name"]


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One difference.

    owner: the platform's id, or an authority's country. danger: needs a second pair of eyes.
    kind, value: what it is about; the kind of an edit is its key. before, after: of what changed.
    sightings: the evidence.
    cautions: what to look at especially. count: how many changes are reported as one.
    """

    code: Code
    owner: str
    danger: bool
    kind: str = ""
    value: str = ""
    before: str = ""
    after: str = ""
    count: int = 1
    sightings: tuple[Sighting | ReportSighting, ...] = ()
    near: tuple[Near, ...] = ()
    cautions: tuple[Caution, ...] = ()
