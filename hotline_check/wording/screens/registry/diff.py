"""Output of `registry diff`: for a terminal and in Markdown."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from hotline_check.registry.models import ReportSighting, Sighting
from hotline_check.upkeep.review.models import Change, Near
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import harmless, wrap
from hotline_check.wording.text.lines import Line, Style

# code -> (title of its part of the report, sentence for one change)
_SENTENCES = {
    "not-valid": (
        N_("The new registry breaks rules"),
        N_("{owner} and others: {count} problems; run: hotline-check registry validate"),
    ),
    "number-added": (N_("Numbers added"), N_("{owner}: {value}")),
    "number-moved": (
        N_("Numbers moved between platforms"),
        N_("{owner}: {value}, until now of {before}"),
    ),
    "number-restored": (
        N_("Contacts listed again"),
        N_("{owner}: {value}, no longer marked {before}"),
    ),
    "domain-added": (N_("Domains added"), N_("{owner}: {value}")),
    "policy-changed": (N_("Phone policies changed"), N_("{owner}: {before} -> {after}")),
    "calls-changed": (
        N_("Statements about outgoing calls changed"),
        N_("{owner}: {before} -> {after}"),
    ),
    "callable-again": (
        N_("Lines no longer marked inbound-only"),
        N_("{owner}: {value}; a faked call from it would no longer be called one"),
    ),
    "for-everybody": (
        N_("Lines no longer for some customers only"),
        N_("{owner}: {value}; it was for {before}"),
    ),
    "channel-added": (N_("Other channels added"), N_("{owner}: {kind} {value}")),
    "report-to-changed": (
        N_("Where platforms take fraud reports"),
        N_("{owner}: {kind} {value} (was: {before})"),
    ),
    "authority-contact": (
        N_("Authorities' contacts"),
        N_("{owner}, {after}: {value} (was: {before})"),
    ),
    "reported-removed": (
        N_("Reported numbers taken away"),
        N_("{owner}: {value} gets no warning any more"),
    ),
    "withheld-removed": (N_("Withheld numbers taken away"), N_("{owner}: {value}")),
    "impostor-removed": (N_("Impostors taken away"), N_("{owner}: {kind} {value}")),
    "seen-newer": (
        N_("Stored copies made younger without new evidence"),
        N_("{owner}: {value}, seen {before} until now"),
    ),
    "evidence-gone": (
        N_("Pages taken away from channels"),
        N_("{owner}: {value} no longer rests on these pages"),
    ),
    "authority-removed": (N_("Authorities taken away"), N_("{owner}, {after}")),
    "fresher-for-longer": (
        N_("Evidence accepted for longer"),
        N_("{owner}: {before} -> {after} days"),
    ),
    "platform-removed": (
        N_("Platforms taken away"),
        N_("{owner}: its numbers and warnings are gone; closed ones stay as closed"),
    ),
    "platform-reopened": (N_("Platforms open again"), N_("{owner}")),
    "channel-removed": (
        N_("Channels taken away"),
        N_("{owner}: {value}; retire it instead, so that it keeps its warning"),
    ),
    "channel-retired": (N_("Channels retired"), N_("{owner}: {value}")),
    "channel-disputed": (N_("Channels disputed"), N_("{owner}: {value}")),
    "channel-secondhand": (N_("Channels without an own page"), N_("{owner}: {value}")),
    "domain-removed": (N_("Domains taken away"), N_("{owner}: {value}")),
    "reported-added": (N_("Numbers reported"), N_("{owner}: {value}")),
    "withheld-added": (N_("Numbers withheld"), N_("{owner}: {value}")),
    "impostor-added": (N_("Impostors named"), N_("{owner}: {kind} {value}")),
    "platform-added": (N_("Platforms added"), N_("{owner}: {value}; phones: {after}")),
    "platform-closed": (N_("Platforms closed"), N_("{owner}")),
    "sighting-added": (N_("New pages for known channels"), N_("{owner}: {value}")),
    "confirmed": (N_("Seen again"), N_("{owner}: {count} channels")),
    "text-added": (N_("Texts added"), N_("{owner}: {value}")),
    "text-removed": (N_("Texts taken away"), N_("{owner}: {value}")),
    "edited": (N_("Other edits"), N_("{owner}: {kind}: {before} -> {after}")),
}
_CAUTIONS = {
    "too-young": N_("first seen less than three days ago: let it cool off before it is merged"),
    "owner-proof": N_("said to be proved by the owner: look at the proof yourself"),
    "only-copies": N_("seen only in stored copies: open the page"),
    "was-reported": N_("WAS REPORTED AS FAKE until now"),
    "was-withheld": N_("was withheld until now"),
    "also-published": N_("also published by {before}"),
    "contact-in-text": N_("it may hold a number, an address or an account"),
    "phrase-in-text": N_("it speaks of what thieves ask for or say"),
    "names-another": N_("it holds the name of another platform"),
}
_LIKENESS = {
    "one-edit": N_("one digit apart"),
    "toll-free-prefix": N_("another toll-free prefix"),
    "country-code": N_("the same number in another country"),
    "punycode": N_("look-alike letters"),
    "host-edit": N_("one letter apart"),
    "word-edit": N_("one letter apart"),
    "other-suffix": N_("another ending"),
    "luring-suffix": N_("another ending"),
    "brand-word": N_("holds its name"),
    "name-inside": N_("holds its name"),
}
_NEAR = {
    "published": N_("close to {value} of {platform} ({likeness})"),
    "reported": N_("close to {value}, REPORTED as posing as {platform} ({likeness})"),
    "name": N_("{value} is a name of {platform}"),
    "domain": N_("looks like {value} of {platform} ({likeness})"),
}
_SAME = N_("No difference.")
_TITLE = N_("Changes of the registry")
_HARMLESS = N_("None of the changes can by itself make a wrong number look right.")
# A reviewer needs to see that there are some; many mean that the number is a common one.
_MOST_NEAR = 5


class _Item(NamedTuple):
    danger: bool
    text: str
    details: list[str]


def change_lines(changes: Sequence[Change], _: Words) -> list[Line]:
    """The report as lines for a terminal."""
    lines = []
    for title, items in _sections(changes, _):
        lines.append(Line("label", f"{title} ({len(items)})"))
        for item in items:
            style: Style = "danger" if item.danger else "plain"
            lines.append(Line(style, f"{'!' if item.danger else ' '} {item.text}"))
            for detail in item.details:
                lines += [Line("plain", part) for part in wrap("    " + detail, indent="      ")]
        lines.append(Line("plain", ""))
    return [*lines, *(Line("label", part) for part in wrap(summary(changes, _)))]


def change_markdown(changes: Sequence[Change], _: Words) -> str:
    """The report in Markdown. Values are quoted as code, so that they can't inject Markdown."""
    out = [f"## {_(_TITLE)}", "", summary(changes, _)]
    for title, items in _sections(changes, _):
        out += ["", f"### {title} ({len(items)})", ""]
        for item in items:
            out.append(f"- {'**!** ' if item.danger else ''}{_code(item.text)}")
            out += [f"  - {_code(detail)}" for detail in item.details]
    return "\n".join(out) + "\n"


def summary(changes: Sequence[Change], _: Words) -> str:
    """A one-sentence summary of the changes."""
    if not changes:
        return _(_SAME)
    dangerous = sum(change.danger for change in changes)
    if not dangerous:
        return _(_HARMLESS)
    return _.plural(
        "{n} change needs a second pair of eyes (marked !).",
        "{n} changes need a second pair of eyes (marked !).",
        dangerous,
    )


def _code(text: str) -> str:
    return f"`{harmless(text.replace('`', chr(39)))}`"


def _sections(changes: Sequence[Change], _: Words) -> Iterator[tuple[str, list[_Item]]]:
    for code, group in groupby(changes, key=lambda change: change.code):
        yield _(_SENTENCES[code][0]), [_item(change, _) for change in group]


def _item(change: Change, _: Words) -> _Item:
    text = _(
        _SENTENCES[change.code][1],
        owner=change.owner,
        kind=_(vocabulary.CHANNELS.get(change.kind, change.kind)) if change.kind else "",
        value=spaced(change.value) if change.kind == "phone" else change.value,
        before=change.before or "-",
        after=change.after or "-",
        count=change.count,
    )
    return _Item(change.danger, text, list(_details(change, _)))


def _details(change: Change, _: Words) -> Iterator[str]:
    for caution in change.cautions:
        yield _(_CAUTIONS[caution], before=change.before)
    for near in change.near[:_MOST_NEAR]:
        yield _near(near, _)
    if len(change.near) > _MOST_NEAR:
        yield _.plural(
            "and close to {n} more", "and close to {n} more", len(change.near) - _MOST_NEAR
        )
    for seen in change.sightings:
        yield _sighting(seen, _)


def _near(near: Near, _: Words) -> str:
    value = near.value if near.layer in {"domain", "name"} else spaced(near.value)
    likeness = _(_LIKENESS[near.likeness])
    return _(_NEAR[near.layer], value=value, platform=near.platform, likeness=likeness)


def _sighting(seen: Sighting | ReportSighting, _: Words) -> str:
    words = [_(N_("seen {date}"), date=seen.seen.isoformat())]
    if isinstance(seen, Sighting):
        words = [_(vocabulary.SOURCES[seen.source_kind]), *words, _(vocabulary.HOW[seen.how])]
    if seen.page_date:
        words.append(_(N_("page of {date}"), date=seen.page_date.isoformat()))
    if isinstance(seen, Sighting) and seen.as_printed:
        words.append(_(N_("printed there as {printed}"), printed=seen.as_printed))
    return f"{seen.url} ({_.join(words)})"
