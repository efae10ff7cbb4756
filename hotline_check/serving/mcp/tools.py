"""The tools. Each call opens the registry: updates count at once, and no threads share it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Annotated, Any, Final

from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent
from pydantic import Field

from hotline_check.api.records import record
from hotline_check.api.registry import Registry
from hotline_check.errors import Exit, HotlineError
from hotline_check.registry.freshness import standing
from hotline_check.registry.models import Platform
from hotline_check.registry.terms import ChannelKind, Topic
from hotline_check.scanning.entries import Entries, Entry
from hotline_check.serving.mcp import instructions, models
from hotline_check.serving.mcp.confirmed import only_confirmed
from hotline_check.verdict.models import Direction
from hotline_check.wording.screens import channels as channels_screen
from hotline_check.wording.screens import report as report_screen
from hotline_check.wording.screens import scan as scan_screen
from hotline_check.wording.screens.channel_guide import find_ways
from hotline_check.wording.screens.check import card
from hotline_check.wording.screens.rows import worst_first
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import Words, canonical, known_language, words
from hotline_check.wording.text.layout import harmless
from hotline_check.wording.text.lines import Line

_MOST_CONTACTS: Final = 50  # of a text, and platforms of a search: what an assistant can use
# A contact with some words around it; whole texts have a tool of their own.
_LONGEST_CONTACT: Final = 2_000
# More than an assistant quotes, and little enough for one answer.
_LONGEST_TEXT: Final = 200_000
_LONGEST_NAME: Final = 200
_NO_PLATFORM: Final = frozenset({"no-such-platform", "no-such-platform-near", "ambiguous-platform"})
_WORST: Final = {
    Exit.LISTED: "listed",
    Exit.DO_NOT_DIAL: "danger",
    Exit.CANNOT_TELL: "warning",
    Exit.NO_CONTACT: "nothing-found",
    Exit.NOTHING_CHECKED: "nothing-found",
}

_Platform = Annotated[
    str | None, Field(description=instructions.PLATFORM, max_length=_LONGEST_NAME)
]
_Region = Annotated[str | None, Field(description=instructions.REGION, max_length=_LONGEST_NAME)]
_TheyCalled = Annotated[bool, Field(description=instructions.THEY_CALLED)]
_Lang = Annotated[str, Field(description=instructions.LANG, max_length=_LONGEST_NAME)]
_Name = Annotated[str, Field(description=instructions.NAME, max_length=_LONGEST_NAME)]
_Country = Annotated[str, Field(description=instructions.COUNTRY, max_length=_LONGEST_NAME)]
Plain = dict[str, Any]


def check_contact(
    contact: Annotated[str, Field(description=instructions.CONTACT, max_length=_LONGEST_CONTACT)],
    platform: _Platform = None,
    region: _Region = None,
    they_called: _TheyCalled = False,
    lang: _Lang = "en",
) -> Annotated[CallToolResult, models.Checked]:
    """Judge one contact."""
    with _asking(lang) as (registry, _):
        found = registry.check(
            contact, platform=platform, region=region, direction=_direction(they_called)
        )
        verdicts = worst_first(found)
        return _result(
            [line for verdict in verdicts for line in (*card(verdict, _), Line("plain", ""))],
            {"worst": _WORST[verdicts[0].exit], "verdicts": [record(v, _.lang) for v in verdicts]},
        )


def scan_text(
    text: Annotated[str, Field(description=instructions.TEXT, max_length=_LONGEST_TEXT)],
    platform: _Platform = None,
    region: _Region = None,
    they_called: _TheyCalled = False,
    lang: _Lang = "en",
) -> Annotated[CallToolResult, models.Scanned]:
    """Judge every contact of a text."""
    with _asking(lang) as (registry, _):
        scan = registry.scan_text(
            text, platform=platform, region=region, direction=_direction(they_called)
        )
        entries = Entries()
        for hit in scan.hits:
            entries.add(hit)
        found = list(entries.take())
        shown = found[:_MOST_CONTACTS]
        not_read = [scan_screen.skipped_line(skipped, _) for skipped in scan.skipped]
        left_out = entries.unlisted + sum(entry.count for entry in found[_MOST_CONTACTS:])
        lines = [line for entry in shown for line in scan_screen.entry_lines(entry, _)]
        lines += [Line("plain", text) for text in not_read[:_MOST_CONTACTS]]
        lines += scan_screen.summary_lines(scan.tally, _)
        return _result(
            lines,
            {
                "worst": _WORST[scan.exit],
                "exit": int(scan.exit),
                "contacts": [_found(entry, _) for entry in shown],
                "not_shown": left_out,
                "everything_read": scan.tally.is_whole,
                "not_read": not_read[:_MOST_CONTACTS],
            },
        )


def list_channels(
    platform: _Name,
    kind: Annotated[ChannelKind | None, Field(description=instructions.KIND)] = None,
    topic: Annotated[Topic | None, Field(description=instructions.TOPIC)] = None,
    region: _Region = None,
    lang: _Lang = "en",
) -> Annotated[CallToolResult, models.Channels]:
    """The confirmed ways to reach a platform.

    Those with old, disputed or foreign evidence are only counted: what an assistant has read, it
    may repeat.
    """
    with _asking(lang) as (registry, _):
        found = registry.channels(platform, kind=kind, topic=topic, region=region)
        entry = found.platform
        states = Counter(standing(entry, channel, found.today) for channel in found.channels)
        shown = only_confirmed(found)
        lines = channels_screen.channel_lines(
            shown.platform,
            shown.channels,
            found.today,
            found.registry,
            _,
            openings=found.openings,
            quickest=shown.quickest or None,
        )
        whole = record(shown, _.lang)
        return _result(
            lines,
            {
                **{key: whole[key] for key in ("id", "name", "phone_policy", "quickest")},
                "says": channels_screen.policies(entry, _),
                "channels": whole["channels"],
                "not_confirmed": {state: n for state, n in states.items() if state != "good"},
                "never_asks": list(entry.never_asks),
                "find_it_yourself": find_ways(entry, _),
                "registry": whole["registry"],
            },
        )


def find_platform(
    query: Annotated[str, Field(description=instructions.QUERY, max_length=_LONGEST_NAME)],
    lang: _Lang = "en",
) -> Annotated[CallToolResult, models.Platforms]:
    """Find platforms by name or domain."""
    with _asking(lang) as (registry, _):
        found, near = registry.platforms(query), list[str]()
        if not found:
            try:
                found = [registry.platform(query)]  # by its domain
            except HotlineError as error:
                if error.code not in _NO_PLATFORM:
                    raise
                near = str(error.params.get("near", "")).split(", ")
        shown = found[:_MOST_CONTACTS]
        lines = channels_screen.platform_lines(shown, registry.info, _)
        return _result(
            [*lines, *(Line("plain", name) for name in near)],
            {
                "platforms": [_platform(platform) for platform in shown],
                "near": [name for name in near if name],
                "more": len(found) - len(shown),
            },
        )


def where_to_report(
    country: _Country, lang: _Lang = "en"
) -> Annotated[CallToolResult, models.Bodies]:
    """The public bodies that take reports."""
    with _asking(lang) as (registry, _):
        bodies = registry.authorities(country)
        advice = [report_screen.FIRST_BANK, report_screen.NO_REFUND]
        if bodies.found:
            lines = report_screen.authority_lines(bodies.found, bodies.openings, bodies.registry, _)
        else:
            lines = report_screen.no_authority_lines(bodies.country, registry.countries(), _)
            advice += [report_screen.DO_POLICE, report_screen.DO_REGULATOR]
        whole = record(bodies, _.lang)
        return _result(lines, {**whole, "advice": [_(sentence) for sentence in advice]})


TOOLS: Final[Mapping[Callable[..., CallToolResult], tuple[str, str]]] = {
    check_contact: ("Check a support contact", instructions.CHECK),
    scan_text: ("Check every contact in a text", instructions.SCAN),
    list_channels: ("How to reach a platform", instructions.CHANNELS),
    find_platform: ("Find a platform", instructions.FIND),
    where_to_report: ("Where to report a scam", instructions.REPORT),
}


@contextmanager
def _asking(lang: str) -> Iterator[tuple[Registry, Words]]:
    """A registry and the sentences of a language; what a person can mend is a tool's error."""
    _ = words(canonical(lang) or "en")
    try:
        known_language(lang)
        with Registry.open() as registry:
            yield registry, _
    except HotlineError as error:
        raise ToolError(harmless(error_line(error, _))) from error


def _direction(they_called: bool) -> Direction:
    return "they-called" if they_called else "dialling"


def _found(entry: Entry, _: Words) -> Plain:
    found = record(entry.hit, _.lang)
    return {**found, "count": entry.count}


def _platform(platform: Platform) -> Plain:
    return {
        "id": platform.id,
        "name": platform.name,
        "kind": platform.kind,
        "country": platform.country,
        "domain": platform.pins[0] if platform.pins else None,
        "phone_policy": platform.phone_policy,
    }


def _result(lines: Sequence[Line], plain: Plain) -> CallToolResult:
    """Sentences for the reader, and the same as data."""
    text = "\n".join(harmless(line.text) for line in lines).strip()
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=plain)
