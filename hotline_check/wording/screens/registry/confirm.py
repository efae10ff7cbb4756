"""The report of `registry confirm`: for a terminal, and in Markdown for a pull request."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from hotline_check.upkeep.confirm.models import (
    Candidate,
    Confirmed,
    Missed,
    Report,
    Unconfirmed,
    Unreadable,
)
from hotline_check.wording.terms import vocabulary
from hotline_check.wording.terms.page_failures import failure
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.lines import Line, Style

_KNOWN = {
    "retired": N_("listed as retired"),
    "secondhand": N_("known only from pages of others until now"),
    "withheld": N_("withheld by this registry"),
    "reported": N_("REPORTED as fake for {owner}: the page may be warning of it"),
    "other-platform": N_("published by {owner}"),
}
_WHERE = {
    "text": N_("in the text"),
    "link": N_("as a link"),
    "structured": N_("stated for programs"),
    "owner-proof": N_("named by the owner"),
}
_RETIRE = N_("missed since {since}, more than once: propose to retire it")
_MISSED = N_("missed since {since}: look again in a week")

_NO_DNS = N_(
    "Owner proofs in DNS were not looked up. To look them up: pip install 'hotline-check[maintain]'"
)

T = TypeVar("T")
_Row = tuple[str, ...]


class _Section(NamedTuple):
    """One part of the report: each row is one thing, its cells in order."""

    style: Style
    title: str
    hint: str
    rows: list[_Row]


def summary(report: Report, _: Words) -> str:
    """A one-sentence summary of the run."""
    pages = _.plural("{n} page", "{n} pages", report.pages)
    return _(
        N_("Looked at {pages} of {platforms} on {date}."),
        pages=pages,
        platforms=_.plural("{n} platform", "{n} platforms", report.platforms),
        date=report.date,
    )


def report_lines(report: Report, _: Words) -> list[Line]:
    """The report as lines for a terminal."""
    lines = [Line("plain", summary(report, _))]
    lines += [Line("warning", _(_NO_DNS))] if report.has_skipped_dns else []
    for section in _sections(report, _):
        title = f"{section.title} ({len(section.rows)})"
        lines += [Line("plain", ""), Line("label", title)]
        lines += [Line("faint", f"  {section.hint}")] if section.hint else []
        lines += [Line(section.style, "  " + "  ".join(row)) for row in section.rows]
    return lines


def report_markdown(report: Report, _: Words) -> str:
    """The report in Markdown. What pages say is quoted as code: it must not act in a comment."""
    title = _(N_("Confirmation of the registry"))
    out = [f"## {title}", "", summary(report, _)]
    out += ["", _(_NO_DNS)] if report.has_skipped_dns else []
    for section in _sections(report, _):
        out += ["", f"### {section.title} ({len(section.rows)})", ""]
        out += [section.hint, ""] if section.hint else []
        out += ["- " + " · ".join(map(_quoted, row)) for row in section.rows]
    return "\n".join(out) + "\n"


def _sections(report: Report, _: Words) -> list[_Section]:
    """The parts of a report that hold something, what needs a decision first."""
    unread = _(N_("Save the page in a browser and pass it with --page."))
    added = _(N_("On the page and not in the registry. Nothing was added; a person decides."))
    silent = _(N_("Not every page that lists them could be read; that says nothing about them."))
    sections = [
        _Section(
            "warning", _(N_("Missing from their pages")), "", _rows(_missed, report.missed, _)
        ),
        _Section("plain", _(N_("Candidates")), added, _rows(_candidate, report.candidates, _)),
        _Section(
            "plain",
            _(N_("Pages that could not be read")),
            unread,
            _rows(_unreadable, report.unreadable, _),
        ),
        _Section(
            "plain",
            _(N_("Saved pages that list no channel of ours")),
            "",
            [(page,) for page in report.strangers],
        ),
        _Section(
            "plain",
            _(N_("Could not be confirmed")),
            silent,
            _rows(_unconfirmed, report.unconfirmed, _),
        ),
        _Section("faint", _(N_("Confirmed")), "", _rows(_confirmed, report.confirmed, _)),
    ]
    return [section for section in sections if section.rows]


def _rows(row: Callable[[T, Words], _Row], things: Iterable[T], _: Words) -> list[_Row]:
    return [row(thing, _) for thing in things]


def _missed(missed: Missed, _: Words) -> _Row:
    what = _(_RETIRE if missed.propose_retired else _MISSED, since=missed.since)
    return (missed.platform, _channel(missed.kind, _), missed.value, what, *missed.urls)


def _candidate(candidate: Candidate, _: Words) -> _Row:
    known = _(_KNOWN[candidate.known], owner=candidate.owner) if candidate.known else ""
    where = _(_WHERE[candidate.where])
    row = (candidate.platform, candidate.value, known, where, candidate.url, candidate.excerpt)
    return tuple(part for part in row if part)


def _unreadable(page: Unreadable, _: Words) -> _Row:
    return page.platform, page.url, failure(page.code, page.detail, _)


def _unconfirmed(channel: Unconfirmed, _: Words) -> _Row:
    return channel.platform, _channel(channel.kind, _), channel.value


def _confirmed(confirmed: Confirmed, _: Words) -> _Row:
    new = (_(N_("on a page not known before")),) if confirmed.new_page else ()
    how = _(vocabulary.HOW[confirmed.sighting.how])
    return (
        confirmed.platform,
        _channel(confirmed.kind, _),
        confirmed.value,
        confirmed.sighting.url,
        how,
        *new,
    )


def _channel(kind: str, _: Words) -> str:
    return vocabulary.channel(kind, _)


def _quoted(cell: str) -> str:
    return f"`{cell.replace('`', chr(39))}`"
