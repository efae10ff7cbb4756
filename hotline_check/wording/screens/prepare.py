"""The text of the call sheet, in the order of a call: before, during, after."""

from collections.abc import Iterator
from typing import Any

from hotline_check.guidance.sheet import Sheet
from hotline_check.registry.models import Channel
from hotline_check.registry.terms import Secret
from hotline_check.wording.screens.channel_guide import (
    FIND,
    FIND_ACCOUNTS,
    FIND_APP,
    FIND_NOT,
    HANDLES,
    find_ways,
)
from hotline_check.wording.screens.channels import details, policies, state_records
from hotline_check.wording.screens.check import FIND_IT, age_line, sighting
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.opening_hours import hours_lines
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.document import (
    Block,
    Boxes,
    Contact,
    Field,
    Marks,
    Points,
    Section,
    Text,
    Title,
)
from hotline_check.wording.text.lines import note_texts

TITLE = N_("Call sheet: {platform}")
BEFORE = N_("Before you call")
MADE = N_("Made on {date} at {time}, your time.")
ABOUT = N_("About {topic}: {handled}.")

CALL = N_("Whom to call")
CALL_ONLY = N_("Dial it from this sheet, digit by digit. Call them; take no call from them.")
CALL_NO_PHONE = N_("We know no number to dial. Use one of these instead:")
CALL_NOTHING = N_("We know no contact that still holds good. Look for one like this:")

READY = N_("Have ready")
READY_HELP = N_("I have looked for the answer in the help pages first.")
READY_QUESTIONS = N_("My questions, in order")
READY_ITEMS = (
    N_("E-mail address and ID of the account, as registered"),
    N_("Identity papers, in case they check who I am"),
    N_("Transaction IDs, with date, amount and address"),
    N_("Error messages, screenshots, version of the app"),
    N_("A quiet place, a charged phone, time to wait in the queue"),
    N_("This sheet and a pen"),
)

NEVER = N_("What support never needs")
NEVER_SAID = N_("{platform} says it never asks for:")
NEVER_PAGE = N_("Its page: {page}")
NEVER_ALL = N_("Give none of these to anybody on the phone, whatever the reason:")
# Whatever the platform says of itself: no real agent ever needs these.
NEVER_ANYWHERE: tuple[Secret, ...] = (
    "password",
    "2fa-code",
    "seed-phrase",
    "remote-access",
    "move-funds",
)
NEVER_STOP = N_("Asked for one of them? Hang up. Then run: hotline-check called {platform}")
FOLLOW = N_(
    "Follow advice only as far as you understand it, and do each step yourself in the app or site "
    "that you opened yourself. Let nobody hurry you: you may hang up and call again."
)

DURING = N_("During the call")
DURING_FIELDS = (
    N_("Number dialled"),
    N_("Date and time"),
    N_("Minutes waited"),
    N_("Agent's name"),
    N_("Case number (ask for it)"),
)
DURING_SAID = N_("What was said")
DURING_PROMISED = N_("What was promised, and until when")

AFTER = N_("Afterwards: the service")
MARK_LOW = N_("poor")
MARK_HIGH = N_("very good")
MARKS = (
    (N_("Response speed"), N_("Was the call taken soon, and each question answered at once?")),
    (N_("Expertise"), N_("Did they know the subject?")),
    (N_("Attitude"), N_("Were they polite and patient?")),
    (N_("Result"), N_("Is the problem solved?")),
    (
        N_("Other users' feedback"),
        N_("Do others report the same? Read for the service only, never for numbers."),
    ),
)
WRITTEN = N_("Written to {path}. Only you can read it; hotline-check keeps no copy.")
YOURS = N_("This sheet is your own record. hotline-check keeps no copy of it.")


def blocks(sheet: Sheet, _: Words) -> list[Block]:
    """The sheet as blocks for `wording.text.document`."""
    return [*_head(sheet, _), *_ring(sheet, _), *_ready(_), *_never(sheet, _), *_call(_)]


def sheet_record(sheet: Sheet) -> dict[str, Any]:
    """What the sheet is made of, for programs."""
    day = sheet.made.date()
    return {
        "version": 1,
        "platform": sheet.platform.id,
        "topic": sheet.topic,
        "made": sheet.made,
        "channels": state_records(sheet.platform, sheet.channels, day, sheet.openings),
        "never_asks": sheet.platform.never_asks,
        "registry": sheet.registry,
    }


def general(_: Words) -> list[Block]:
    """The advice before a call to any platform: find the contact, be ready, know what to refuse."""
    find = [FIND_IT, FIND_APP, FIND_ACCOUNTS]
    return [
        Title(_(BEFORE)),
        Section(_(FIND)),
        Points([*(_(way) for way in find), _(FIND_NOT, platform="NAME")]),
        Section(_(READY)),
        Points([_(READY_HELP), *(_(item) for item in READY_ITEMS)]),
        Section(_(NEVER)),
        Text(_(NEVER_ALL)),
        Points([vocabulary.secret(code, _) for code in NEVER_ANYWHERE]),
        Text(_(FOLLOW)),
    ]


def written_line(path: str, _: Words) -> str:
    """The line that says where the sheet was written."""
    return _(WRITTEN, path=path)


def _head(sheet: Sheet, _: Words) -> Iterator[Block]:
    yield Title(_(TITLE, platform=sheet.platform.name))
    made = _(MADE, date=sheet.made.date().isoformat(), time=f"{sheet.made:%H:%M}")
    yield Text(f"{made} {age_line(sheet.registry, _)}")
    if sheet.topic:
        topic = vocabulary.topic(sheet.topic, _)
        yield Text(_(ABOUT, topic=topic, handled=_(HANDLES[sheet.topic])))


def _ring(sheet: Sheet, _: Words) -> Iterator[Block]:
    yield Section(f"1. {_(CALL)}")
    if any(c.kind == "phone" for c in sheet.channels):
        yield Text(_(CALL_ONLY), strong=True)
    else:
        if sheet.platform.phone_policy != "published":  # that it has phones helps nobody here
            yield from map(Text, policies(sheet.platform, _))
        yield Text(_(CALL_NO_PHONE if sheet.channels else CALL_NOTHING), strong=True)
    for channel in sheet.channels:
        yield _contact(sheet, channel, _)
    if not sheet.channels:
        yield Points(find_ways(sheet.platform, _))


def _contact(sheet: Sheet, channel: Channel, _: Words) -> Contact:
    notes = details(channel, _)
    if channel.hours and channel.timezone:
        state = sheet.openings.get(channel.value)
        notes += hours_lines(channel.hours, channel.timezone, state, _)
    notes += note_texts(channel.note, _)
    notes += [sighting(s, _) for s in channel.own_sightings[:1]]
    value = spaced(channel.value) if channel.kind == "phone" else channel.value
    return Contact(vocabulary.channel(channel.kind, _), value, notes)


def _ready(_: Words) -> Iterator[Block]:
    yield Section(f"2. {_(READY)}")
    yield Boxes([_(READY_HELP), *(_(item) for item in READY_ITEMS)])
    yield Field(_(READY_QUESTIONS), lines=3)


def _never(sheet: Sheet, _: Words) -> Iterator[Block]:
    platform = sheet.platform
    yield Section(f"3. {_(NEVER)}")
    if platform.never_asks:
        yield Text(_(NEVER_SAID, platform=platform.name))
        yield Points([vocabulary.secret(secret_code, _) for secret_code in platform.never_asks])
        if platform.never_asks_source:
            yield Text(_(NEVER_PAGE, page=sighting(platform.never_asks_source, _)))
    else:
        yield Text(_(NEVER_ALL))
        yield Points([vocabulary.secret(secret_code, _) for secret_code in NEVER_ANYWHERE])
    yield Text(_(NEVER_STOP, platform=platform.id), strong=True)


def _call(_: Words) -> Iterator[Block]:
    yield Section(f"4. {_(DURING)}", new_page=True)
    yield Text(_(FOLLOW))
    for name in DURING_FIELDS:
        yield Field(_(name))
    yield Field(_(DURING_SAID), lines=7)
    yield Field(_(DURING_PROMISED), lines=4)
    yield Section(f"5. {_(AFTER)}")
    yield Marks(_(MARK_LOW), _(MARK_HIGH), [(_(name), _(ask)) for name, ask in MARKS])
    yield Text(_(YOURS))
