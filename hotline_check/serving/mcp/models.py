"""Output schemas of the tools: the parts of the program's own JSON that assistants need.

The keys are those of docs/schemas/verdict.json; results hold all of them, described here or not.
"""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

# The same words as in JSON, so that an assistant can compare them.
Level = Literal["listed", "warning", "danger"]


class Page(TypedDict):
    """A page with the day on which it was seen."""

    url: str
    seen: Annotated[str, Field(description="ISO date. Name it together with the page.")]
    how: str
    source_kind: Annotated[str, Field(description="`operator` is the platform's own page.")]


class Reading(TypedDict):
    """What the contact was read as."""

    kind: Literal["phone", "url", "email", "handle"]
    value: Annotated[str, Field(description="E.164 for a phone number.")]
    region: str | None
    network: str | None
    assumed: list[str]
    disguise: list[str]


class Reason(TypedDict):
    """One ground of a verdict."""

    code: str
    text: str


class Way(TypedDict):
    """A way to reach the platform that its own pages show, with these pages."""

    platform: str
    kind: str
    value: str
    sightings: NotRequired[list[Page]]


class Age(TypedDict):
    """Which registry answered, and how old it is."""

    source: str
    date: str
    age_days: int


class Verdict(TypedDict):
    """The verdict about one contact."""

    input: str
    status: Annotated[str, Field(description="Only `listed` is good news.")]
    level: Level
    exit: Annotated[int, Field(description="0 listed, 1 do not dial or use it, 3 cannot tell.")]
    headline: Annotated[str, Field(description="Tell the person this sentence first.")]
    reading: Reading | None
    direction: Literal["dialling", "they-called"]
    claim: str | None
    platform: str | None
    reasons: list[Reason]
    sightings: Annotated[list[Page], Field(description="Pages that show it, newest first.")]
    instead: Annotated[list[Way], Field(description="What to use in its place.")]
    never_asks: list[str]
    registry: Age


class Checked(TypedDict):
    """Verdicts about everything that was given, worst first."""

    worst: Annotated[Level, Field(description="The most alarming level among the verdicts.")]
    verdicts: list[Verdict]


class Place(TypedDict):
    """Where in the text a contact is: line and column from 1, offsets from 0."""

    line: int
    column: int
    start: int
    end: int


class Found(Verdict):
    """A contact of a text, with its verdict, its first place and how often it was found."""

    text: str
    at: Place
    count: int


class Scanned(TypedDict):
    """The contacts of a text that matter, each once, worst first.

    not_shown: contacts that no platform is claimed for, and those beyond the limit.
    everything_read: False where something a person could follow was not read; then the absence
    of a contact confirms nothing.
    """

    worst: Annotated[
        Level | Literal["nothing-found"],
        Field(description="The most alarming level; `warning` also where not all could be read."),
    ]
    exit: int
    contacts: list[Found]
    not_shown: int
    everything_read: bool
    not_read: list[str]


class ListedChannel(TypedDict):
    """A channel that the platform's own pages show, on fresh evidence."""

    kind: str
    value: str
    sightings: list[Page]


class Channels(TypedDict):
    """How a platform can be reached; holds confirmed channels only.

    not_confirmed: how many others we know of that must not be given out, by what is wrong.
    """

    id: str
    name: str
    phone_policy: Annotated[
        str, Field(description="published, callback-only, none (it has no phone line) or unknown.")
    ]
    says: Annotated[list[str], Field(description="What it says of phones, in sentences.")]
    quickest: list[dict[str, str]]
    channels: list[ListedChannel]
    not_confirmed: dict[str, int]
    never_asks: list[str]
    find_it_yourself: list[str]
    registry: Age


class PlatformName(TypedDict):
    """A platform of the registry."""

    id: str
    name: str
    kind: str
    country: str | None
    domain: Annotated[str | None, Field(description="Its main site; it may be typed by hand.")]
    phone_policy: str


class Platforms(TypedDict):
    """The platforms that fit a name; `near` are similar names where none fits."""

    platforms: list[PlatformName]
    near: list[str]
    more: Annotated[int, Field(description="How many more fit.")]


class Body(TypedDict):
    """A public body that takes scam reports."""

    name: str
    purpose: Literal["report", "advice", "emergency-block"]
    phone: NotRequired[str | None]
    url: NotRequired[str | None]
    weak: Annotated[bool, Field(description="True: no government page was seen. Say so.")]
    sightings: list[dict[str, Any]]


class Bodies(TypedDict):
    """Where to report in a country; `authorities` is empty where we know of none."""

    country: str
    authorities: list[Body]
    advice: Annotated[list[str], Field(description="What to do in any case.")]
