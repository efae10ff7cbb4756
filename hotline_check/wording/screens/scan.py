"""Output of `scan`: contacts, skipped input, the summary."""

from collections import Counter
from typing import Any

from hotline_check.documents.models import Skipped
from hotline_check.private_keys import SHOWN
from hotline_check.scanning.entries import Entry
from hotline_check.scanning.scanner import Hit, Tally
from hotline_check.verdict.models import Status
from hotline_check.wording.screens import rows
from hotline_check.wording.screens.check import age_line, shown, titled
from hotline_check.wording.screens.check_json import VERSION, record
from hotline_check.wording.screens.places import place_in, place_of, section_text, visible
from hotline_check.wording.screens.rows import LEVELS, count_lines, short_line
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.assumptions import disguises
from hotline_check.wording.terms.system_errors import in_words
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import wrap
from hotline_check.wording.text.lines import Line, texts

# An address with a long path would fill the screen.
_LONGEST = 100

_UNREAD = {
    "binary": N_("not read: this is no text"),
    "unreadable": N_("can't be read: {why}"),
    "hidden-text": N_("hidden from the reader, and perhaps a contact ({count} places)"),
    "version-control": N_("not read: the history of a version control system"),
    "link-to-folder": N_("not read: a link to a folder"),
    "not-a-file": N_("not read: this is no file"),
    "part-not-text": N_("not read: a part that is no text ({type} {name})"),
    "part-encoding": N_("not read: a part in an unknown transfer encoding ({type} {name})"),
    "part-encrypted": N_("not read: an encrypted part ({type} {name})"),
    "part-too-deep": N_("not read: a mail within too many mails"),
    "not-read": N_("not read: {text} may be another contact"),
    "json-broken": N_("read as plain text from here on: this is no JSON"),
    "json-cut-short": N_("the JSON ends too early; something is missing"),
    "json-line-broken": N_("read as plain text, up to line {last}: no JSON records"),
    "not-json": N_("not read, up to line {last}: no JSON records"),
    "no-such-field": N_("nothing read, up to line {last}: no field {field}"),
    "page-styles": N_("its style rules may change the digits that are shown"),
    "page-script": N_("a script on it writes text or leads elsewhere; scripts are not run"),
    "page-picture": N_("not read: a picture inside the page, which may show a contact"),
    "page-hides-much": N_("not read: more than 64,000 hidden characters within a line"),
    "page-too-deep": N_("read in part: its elements are nested too deeply"),
    "archive-broken": N_("can't be read: the archive is broken"),
    "archive-gap": N_("holds more than it lists; what it does not list was not read"),
    "member-broken": N_("can't be read: it is broken, or packed in an unknown way"),
    "member-encrypted": N_("not read: it needs a password"),
    "too-deep": N_("not read: a file within too many files"),
    "too-many-members": N_("the rest was not read: it holds more than 20,000 files"),
    "too-large-unpacked": N_("the rest was not read: it unpacks to more than 1 GB"),
    "packed-too-tightly": N_("the rest was not read: it unpacks to much more than it should"),
    "too-large": N_("not read: files of this kind are read up to 128 MB"),
    "needs-extra": N_("not read: {kind} needs: pip install 'hotline-check[{extra}]'"),
    "file-broken": N_("can't be read, or only in part: the file is broken"),
    "too-slow": N_("the rest was not read: it takes too long"),
    "too-much-memory": N_("the rest was not read: it takes too much memory"),
    "pictures-unread": N_("not read: pictures that may show a contact ({count})"),
    "pdf": N_("read from a PDF file, which may show other letters than its text holds"),
    "picture": N_("read from a picture, which may show more than software can read"),
    "picture-too-large": N_("not read: a picture of more than 80 million pixels"),
    "picture-too-many-pages": N_("the rest was not read: it has more than 100 pages"),
    "office-broken": N_("read in part: something in it is broken"),
    "office-part": N_("not read: a part of a kind that is not known"),
    "office-field": N_("a field in it takes its text from another file"),
    "office-macros": N_("macros in it may write text or lead elsewhere; macros are not run"),
    "office-old": N_("not read: an old Office file, or one that needs a password"),
    "pdf-part-broken": N_("read in part: something in it is broken"),
    "pdf-too-many-pages": N_("the rest was not read: it has more than 5,000 pages"),
    "pdf-white-text": N_("some of its text is white and may not be seen"),
    "pdf-drawing": N_("drawn shapes on it may show letters, which can't be read"),
    "pdf-layers": N_("some of it is hidden in layers that can be shown"),
    "pdf-xfa": N_("not read: a form of a kind that few programs show (XFA)"),
    "pdf-script": N_("a script in it may write text or lead elsewhere; scripts are not run"),
    "pdf-action": N_("it opens something, and what can't be told"),
    "pdf-film": N_("not read: a film, a sound or a model in it"),
    "line-too-long": N_("not read: a record of more than 16 million characters"),
}
COLUMNS = ("file", "section", "line", "column", "origin", *rows.COLUMNS)
_AGAIN = N_("found {count} times; also at {places}")
NOTHING_FOUND = N_(
    "Nothing was checked: no contact was found here. One may still be hidden in a way that we "
    "can't read, or in a picture."
)
NOTHING_READ = N_("Nothing was checked: not all of it could be read, and no contact was found.")
NO_ALL_CLEAR = N_("Do not take this for an all-clear: not everything here could be checked.")
_TYPE_IN = N_("read from a PDF file: compare it, and check what you see by typing it in")
_TYPE_IT = N_("read from a picture: compare it, and check what you see by typing it in")
_DISGUISE = N_("written so that filters miss it: {tricks}")


def hit_lines(hit: Hit, _: Words) -> list[Line]:
    """Position and verdict of a contact, its text and its reading."""
    verdict = hit.verdict
    place = place_of(hit.at, _)
    text, reading = short_text(hit.text), _reading(hit, _)
    read = _(N_("{text} was read as {reading}"), text=text, reading=reading)
    if hit.text == SHOWN:  # a seed phrase or private key, of which nothing more can be said
        return [Line(verdict.level, f"{place}: {titled(verdict, _)}")]
    texts = [text if text == reading else read]
    if verdict.claim_name:
        texts.append(_(N_("said to be {platform}'s"), platform=verdict.claim_name))
    if hit.origin in {"picture", "qr-code"}:
        texts.append(_(_TYPE_IT))
    elif hit.origin == "pdf":
        texts.append(_(_TYPE_IN))
    if verdict.reading and (tricks := disguises(verdict.reading, _)):
        texts.append(_(_DISGUISE, tricks=_.join(tricks)))
    return [
        Line(verdict.level, f"{place}: {titled(verdict, _)}"),
        *(Line("plain", f"  {text}") for text in texts),
    ]


def entry_lines(entry: Entry, _: Words) -> list[Line]:
    """A contact at its first place, how often it was found, and the next places."""
    lines = hit_lines(entry.hit, _)
    if entry.count > 1:
        places = [place_of(at, _) for at in entry.places[1:]]
        more = ["…"] if entry.count > len(entry.places) else []
        again = _(_AGAIN, count=entry.count, places=_.join([*places, *more]))
        lines += texts([again], hanging=True)
    return lines


def entry_line(entry: Entry, _: Words) -> Line:
    """The same in a line that is not wrapped."""
    line = short_line(entry.hit.verdict, _)
    times = f"  ×{entry.count}" if entry.count > 1 else ""
    return Line(line.style, f"{place_of(entry.hit.at, _)}  {line.text}{times}")


def unlisted_lines(unlisted: int, _: Words) -> list[Line]:
    """How many contacts are counted but not shown; nothing for none."""
    if not unlisted:
        return []
    said = _.plural(
        "{n} of them is not shown: nobody is said to own it. --all shows it.",
        "{n} of them are not shown: nobody is said to own them. --all shows them.",
        unlisted,
    )
    return texts([said])


def csv_row(hit: Hit, _: Words) -> tuple[object, ...]:
    """The values of the columns."""
    at = hit.at
    section = section_text(at.section, _) if at.section else ""
    return (at.file, section, at.line, at.column, hit.origin, *rows.csv_row(hit.verdict, _))


def _reading(hit: Hit, _: Words) -> str:
    verdict = hit.verdict
    if verdict.reading:
        return shown(verdict.reading)
    if verdict.readings:
        return _(N_(" or ")).join(shown(reading) for reading in verdict.readings)
    return _(N_("no certain contact"))


def short_text(text: str) -> str:
    """A contact as it was written, on one line of a screen."""
    text = visible(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def marked(hit: Hit, _: Words, columns: int) -> list[Line]:
    """The line around a contact as styled parts, cut to about the width of a screen.

    The contact has its verdict's style and is followed by the verdict's word.
    """
    start, end = hit.span
    contact = short_text(hit.line[start:end])
    word = _(vocabulary.LEVELS[hit.verdict.level])
    room = max(columns - len(contact) - len(word) - 8, 20)
    before, after = visible(hit.line[:start].lstrip()), visible(hit.line[end:])
    ahead = max(room // 2, room - len(after))
    before = before if len(before) <= ahead else "…" + before[1 - ahead :]
    left = room - len(before)
    after = after if len(after) <= left else after[: left - 1] + "…"
    return [
        Line("faint", f"  | {before}"),
        Line(hit.verdict.level, f"{contact} [{word}]"),
        Line("faint", after),
    ]


def skipped_line(skipped: Skipped, _: Words) -> str:
    """Skipped input: file:line: reason."""
    place = place_in(skipped.file, skipped.section, skipped.line, None, _)
    args = {key: in_words(visible(value), _) for key, value in skipped.args.items()}
    return f"{place}: {_(_UNREAD[skipped.reason], **args)}"


def summary_lines(tally: Tally, _: Words, unlisted: int = 0) -> list[Line]:
    """The counts, worst first; contacts not shown; the platforms in question; skipped input."""
    lines: list[Line] = []
    if not tally.contacts and tally.skipped == tally.failed > 0 and not tally.hidden:
        return []  # nothing was read at all, and a line on stderr has said why
    if not tally.contacts:
        said = _(NOTHING_FOUND if tally.is_whole else NOTHING_READ)
        lines += [Line("warning", text) for text in wrap(said)]
    lines += [*count_lines(tally.levels, _), *unlisted_lines(unlisted, _)]
    lines += _platform_lines(tally, _)
    lines += _not_seen(tally, _)
    if tally.levels["listed"] == tally.contacts > 0 and not tally.is_whole:
        lines += [Line("warning", text) for text in wrap(_(NO_ALL_CLEAR))]
    if tally.registry:
        lines += [Line("faint", text) for text in wrap(age_line(tally.registry, _))]
    return lines


def _platform_lines(tally: Tally, _: Words) -> list[Line]:
    """The platforms that were imitated, and those that only do not publish a contact."""

    def names(counts: Counter[str]) -> list[str]:
        return [f"{tally.names[name]} {n}" for name, n in counts.most_common() if n]

    said = []
    imitated, others = names(tally.imitated), names(tally.posed - tally.imitated)
    if imitated:
        said.append(
            _.plural(
                "{n} platform was posed as: {names}.",
                "{n} platforms were posed as: {names}.",
                len(imitated),
                names=_.join(imitated),
            )
        )
    if others:
        said.append(_(N_("Not published by: {names}."), names=_.join(others)))
    return [Line("plain", text) for each in said for text in wrap(each, indent="  ")]


def _not_seen(tally: Tally, _: Words) -> list[Line]:
    """Counts of hidden contacts and of skipped input."""
    lines = []
    if tally.hidden:
        hidden = _.plural(
            "{n} place is hidden from the reader; see above.",
            "{n} places are hidden from the reader; see above.",
            tally.hidden,
        )
        lines.append(Line("warning", hidden))
    if tally.unreadable:
        unreadable = _.plural(
            "{n} contact could not be read; see above.",
            "{n} contacts could not be read; see above.",
            tally.unreadable,
        )
        lines.append(Line("warning", unreadable))
    if tally.skipped:
        unread = _.plural(
            "{n} thing was not read; see above.",
            "{n} things were not read; see above.",
            tally.skipped,
        )
        lines.append(Line("warning" if tally.unread else "plain", unread))
    return lines


def hit_record(hit: Hit, _: Words) -> dict[str, Any]:
    """A contact for programs: its verdict, position and text."""
    return {**record(hit.verdict, _), "at": hit.at, "text": hit.text, "origin": hit.origin}


def skipped_record(skipped: Skipped, _: Words) -> dict[str, Any]:
    """Skipped input, for programs."""
    return {
        "version": VERSION,
        "skipped": {
            "file": skipped.file,
            "section": skipped.section,
            "line": skipped.line,
            "reason": skipped.reason,
            "failed": skipped.failed,
            "text": skipped_line(skipped, _),
        },
    }


def summary_record(tally: Tally) -> dict[str, Any]:
    """The counts of a scan, for programs."""
    return {
        "contacts": tally.contacts,
        "levels": {level: tally.levels[level] for level in LEVELS},
        "statuses": {str(s): tally.statuses[s] for s in Status if tally.statuses[s]},
        "posed_as": dict(tally.posed.most_common()),
        "hidden": tally.hidden,
        "unreadable": tally.unreadable,
        "skipped": tally.skipped,
        "unread": tally.unread,
        "failed": tally.failed,
        "exit": int(tally.exit),
    }
