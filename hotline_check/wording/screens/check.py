"""Output of `check`: headline, reading, reasons, what to do instead, registry age."""

from hotline_check.reading.models import Reading
from hotline_check.registry.models import AuthoritySighting, Channel, Sighting
from hotline_check.verdict.models import LOOK_FAILED, RegistryInfo, Status, Verdict
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.assumptions import assumption, disguises
from hotline_check.wording.terms.headlines import headline
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.terms.reasons import reason
from hotline_check.wording.terms.whom import whom
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import screen_columns, wrap
from hotline_check.wording.text.lines import Line

SEEN = N_("seen {date}")
ARCHIVED = N_("copy in {archive}")
PAGES = 2  # pages shown; the JSON has all of them
_INDENT = "  "
_TYPE_DIGITS = "type-digits"  # shown in the second line, not among the reasons

READ_AS = N_("Read as")
WHY = N_("Why")
INSTEAD = N_("Instead")
BEWARE = N_("Beware")

ALWAYS = N_("Nobody honest asks for your password, codes, seed phrase or screen.")
NEVER_ASKS = N_("{platform} says it never asks for: {things}.")
LIVE_HINT = N_("This is from a stored copy of the page; look at it today with --live.")
ARCHIVE_HINT = N_("This is from a copy of the page in {archive}; look at it today with --live.")
NOT_LOOKED = N_("The look at the page today (--live) failed: this is what we knew before.")
HANG_UP = N_(
    "Hang up. Wait, or use another phone. Then reach the platform yourself, never by a way the "
    "caller gave."
)
NO_ANSWER = N_("Do not answer. Reach the platform yourself, never by a link in the message.")
FIND_IT = N_("Type the platform's own address in the browser, never a search result.")
CHANNELS_HINT = N_("All its contacts: hotline-check channels {platform}")
# Caller ID and senders prove nothing, and no list of words tells every text that speaks of a call.
CALLED_YOU = N_("Did it call or text you? That can be faked. Hang up, then dial it yourself.")
WROTE_TO_YOU = N_("Did a mail come from it? Anybody can fake a sender. Don't answer that mail.")
CALLED_HINT = N_("Already spoken to them? Run: hotline-check called")
AGE = N_("Registry: {source}, {date} ({age}).")


def card(verdict: Verdict, _: Words) -> list[Line]:
    """All lines for a verdict, wrapped to 80 columns."""
    lines = [Line(verdict.level, text) for text in wrap(titled(verdict, _), indent=_INDENT)]
    if type_digits := digits_to_type(verdict, _):
        lines += [Line("warning", text) for text in wrap(type_digits, indent=_INDENT)]
    if (notice := proof_note(verdict, _)) is not None:
        lines += [Line("plain", text) for text in wrap(notice)]
    lines += _section(_(READ_AS), reading_texts(verdict, _))
    lines += _section(_(WHY), _why(verdict, _))
    lines += _section(_(INSTEAD), _instead(verdict, _))
    lines += _section(_(BEWARE), _beware(verdict, _))
    if verdict.registry:
        lines += [Line("faint", text) for text in wrap(age_line(verdict.registry, _))]
    return lines


def titled(verdict: Verdict, _: Words) -> str:
    """The headline with its level as prefix, unless it begins with the same word."""
    text = headline(verdict, _)
    if verdict.level == "listed":
        return text
    return f"{_(vocabulary.LEVELS[verdict.level])}  {text}"


def digits_to_type(verdict: Verdict, _: Words) -> str | None:
    """The digits to type where the contact has letters; shown before people paste it."""
    return next((reason(r, _) for r in verdict.reasons if r.code == _TYPE_DIGITS), None)


def proof_note(verdict: Verdict, _: Words) -> str | None:
    """A remark on the proof: the page was not checked today, or is a saved copy."""
    codes = {reason.code for reason in verdict.reasons}
    if codes & LOOK_FAILED:
        return _(NOT_LOOKED)
    if verdict.status is not Status.LISTED or not _has_copies_only(verdict.sightings):
        return None
    archives = [s.archive for s in verdict.sightings]
    if archives and archives[0] and all(archives):
        return _(ARCHIVE_HINT, archive=_archive_name(archives[0]))
    return _(LIVE_HINT)


def _has_copies_only(sightings: tuple[Sighting | AuthoritySighting, ...]) -> bool:
    return all(s.how in {"stored-copy", "archived-copy"} for s in sightings)


def _section(title: str, texts: list[str]) -> list[Line]:
    if not texts:
        return []
    lines = [Line("label", title)]
    for text in texts:
        lines += [
            Line("plain", _INDENT + part if i == 0 else part)
            for i, part in enumerate(wrap(text, columns=screen_columns() - 2, indent=_INDENT * 2))
        ]
    return lines


def reading_texts(verdict: Verdict, _: Words) -> list[str]:
    """What the contact was read as, with every assumption; the input if nothing was read."""
    if verdict.reading is None:
        given = verdict.input.strip()[:70]
        return [given] if given and not verdict.readings else []
    texts = [shown(verdict.reading)]
    if verdict.reading.assumed:
        assumed = _(N_("; ")).join(assumption(a, _) for a in verdict.reading.assumed)
        texts.append(_(N_("assumed: {assumed}"), assumed=assumed))
    if tricks := disguises(verdict.reading, _):
        texts.append(_(N_("written so that filters miss it: {tricks}"), tricks=_.join(tricks)))
    return texts


def shown(reading: Reading) -> str:
    """A reading for people: the international format with its country."""
    if reading.kind != "phone":
        return f"{reading.value} ({reading.network})" if reading.network else reading.value
    return f"{spaced(reading.value)} ({reading.region})" if reading.region else reading.value


def _why(verdict: Verdict, _: Words) -> list[str]:
    return [*reason_texts(verdict, _), *(sighting(s, _) for s in verdict.sightings[:PAGES])]


def reason_texts(verdict: Verdict, _: Words) -> list[str]:
    """The reasons of a verdict, without the one that `digits_to_type` shows."""
    return [reason(r, _) for r in verdict.reasons if r.code != _TYPE_DIGITS]


def sighting(seen: Sighting | AuthoritySighting, _: Words) -> str:
    """A page with when and how it was seen."""
    return _.aside(seen.url, sighting_words(seen, _))


def sighting_words(seen: Sighting | AuthoritySighting, _: Words) -> list[str]:
    """When and how a page was seen, and whose it is."""
    words = [
        _(SEEN, date=seen.seen.isoformat()),
        _(ARCHIVED, archive=_archive_name(seen.archive))
        if seen.archive
        else _(vocabulary.HOW[seen.how]),
    ]
    if seen.source_kind != "operator":
        words.append(_(vocabulary.SOURCES[seen.source_kind]))
    if seen.page_date:
        words.append(_(N_("page of {date}"), date=seen.page_date.isoformat()))
    return words


def _instead(verdict: Verdict, _: Words) -> list[str]:
    if verdict.level == "listed":
        return []
    first = break_off(verdict, _)
    texts = [first] if first else []
    texts += [way(found.channel, _) for found in verdict.instead]
    platform = verdict.claim or verdict.platform
    if platform:
        texts.append(_(CHANNELS_HINT, platform=platform))
    else:
        texts.append(_(FIND_IT))
    return texts


def break_off(verdict: Verdict, _: Words) -> str | None:
    """What to do first where they called or wrote: hang up, or do not answer."""
    if verdict.direction != "they-called":
        return None
    wrote = verdict.reading is not None and verdict.reading.kind != "phone"
    return _(NO_ANSWER if wrote else HANG_UP)


def way(channel: Channel, _: Words) -> str:
    """A channel in one line: kind, value, customers and topics."""
    value = spaced(channel.value) if channel.kind == "phone" else channel.value
    return _.aside(_.pair(vocabulary.channel(channel.kind, _), value), way_words(channel, _))


def way_words(channel: Channel, _: Words) -> list[str]:
    """Where, for whom and for what a channel is."""
    extra = [whom(channel.customers, (), _)] if channel.customers else []
    # "(complaints)" after a desk that takes any question would send people away from it.
    unsaid = {"general", "complaints"} if "general" in channel.topics else set()
    extra += [vocabulary.topic(t, _) for t in channel.topics if t not in unsaid]
    if channel.kind == "phone" and channel.regions:
        extra.insert(0, ", ".join(channel.regions))
    return extra


def _beware(verdict: Verdict, _: Words) -> list[str]:
    reached = if_it_reached(verdict, _)
    talked = _(CALLED_HINT) if may_have_talked(verdict) else None
    return [text for text in (reached, never_asked(verdict, _), talked) if text]


def if_it_reached(verdict: Verdict, _: Words) -> str | None:
    """What holds for a listed number or mail address that reached the person after all."""
    if verdict.level != "listed" or verdict.reading is None:
        return None
    said = {"phone": CALLED_YOU, "email": WROTE_TO_YOU}.get(verdict.reading.kind)
    return _(said) if said else None


def never_asked(verdict: Verdict, _: Words) -> str:
    """What the platform, or anybody honest, never asks for."""
    if not verdict.never_asks:
        return _(ALWAYS)
    platform = verdict.claim_name or verdict.platform_name
    things = _.join([vocabulary.secret(s, _) for s in verdict.never_asks])
    return _(NEVER_ASKS, platform=platform, things=things)


def may_have_talked(verdict: Verdict) -> bool:
    """Return True if the person may already have talked to a fraud."""
    return verdict.direction == "they-called" or verdict.level == "danger"


def age_line(registry: RegistryInfo, _: Words) -> str:
    """Which registry answered and how old it is."""
    days = _.plural("{n} day old", "{n} days old", registry.age_days)
    source = _(N_("bundled")) if registry.source == "bundled" else registry.source
    return _(AGE, source=source, date=registry.date or "--", age=days)


def _archive_name(url: str) -> str:
    from hotline_check.registry.archives import archive_name  # few verdicts rest on an archive

    return archive_name(url)
