"""Shared parts of the editing commands: options, validation, writing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hotline_check.cli.parsing import complete
from hotline_check.cli.registry.asking import asked
from hotline_check.cli.settings import Format
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.registry.models import Channel, Note, Sighting
    from hotline_check.upkeep.draft import Draft

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help=N_("Show the change, write nothing."))
]
SeenOption = Annotated[
    str | None,
    typer.Option("--seen", help=N_("Day of the look, as 2026-11-22; today if left out.")),
]
HowOption = Annotated[str, typer.Option("--how", help=N_("live, stored-copy or owner-proof."))]
ArchiveOption = Annotated[
    str | None,
    typer.Option("--archive", help=N_("Where a public archive keeps the page; --seen is its day.")),
]
CustomersOption = Annotated[
    list[str] | None,
    typer.Option("--customers", help=N_("Only for these: card, merchants, business, ...")),
]
SourceOption = Annotated[
    str,
    typer.Option("--source-kind", help=N_("Whose page: operator, regulator, third-party, ...")),
]
PageDateOption = Annotated[
    str | None, typer.Option("--page-date", help=N_("The date that the page itself shows."))
]
PrintedOption = Annotated[
    str | None, typer.Option("--as-printed", help=N_("A number's characters on the page."))
]
UrlOption = Annotated[str | None, typer.Option("--url", help=N_("The page where it was seen."))]
NoteOption = Annotated[str | None, typer.Option("--note", help=N_("A remark for readers."))]
NoteZhOption = Annotated[
    str | None, typer.Option("--note-zh", help=N_("The same remark in Chinese."))
]
KindOption = Annotated[
    str | None, typer.Option("--kind", "-k", help=N_("Which channel: phone, email, chat, ..."))
]
PlatformArgument = Annotated[
    str | None,
    typer.Argument(help=N_("The platform's id or name."), autocompletion=complete.platforms),
]
ValueArgument = Annotated[
    str | None, typer.Argument(help=N_("The channel: its number, address or account."))
]


def channel_of(
    draft: "Draft",
    platform: str | None,
    value: str | None,
    kind: str | None,
    region: str | None,
    _: Words,
) -> "tuple[str, Channel]":
    """The platform's id and channel from arguments; asks for missing ones."""
    from hotline_check.cli.settings import one_of
    from hotline_check.registry.terms import ChannelKind
    from hotline_check.upkeep.arguments import channel

    owner = asked("PLATFORM", platform, draft.platform_id, _)
    entry = draft.platform(owner)
    one_of("--kind", kind, chosen(ChannelKind))
    return owner, asked("VALUE", value, lambda text: channel(entry, text, kind, region), _)


def sighting_of(
    url: str,
    seen: str | None,
    how: str,
    source_kind: str,
    page_date: str | None,
    as_printed: str | None = None,
    archive: str | None = None,
) -> "Sighting":
    """A sighting from options; one with an archive is an archived copy, whatever `how` says.

    Raises HotlineError `not-a-date`, `bad-choice`.
    """
    import msgspec

    from hotline_check.cli.settings import one_of, today
    from hotline_check.registry.models import Sighting
    from hotline_check.registry.terms import How, SourceKind
    from hotline_check.upkeep.arguments import date, page

    fields = {
        "url": page(url),
        "seen": date(seen, today()),
        "how": "archived-copy" if archive else one_of("--how", how, chosen(How)),
        "source_kind": one_of("--source-kind", source_kind, chosen(SourceKind)),
        "page_date": date(page_date, today()) if page_date else None,
        "as_printed": as_printed,
        "archive": archive,
    }
    return msgspec.convert(fields, Sighting)


def note_of(english: str | None, chinese: str | None) -> "Note | None":
    """A note in several languages. Raises HotlineError `missing-option` without English."""
    from hotline_check.registry.models import Note

    if english is None and chinese is None:
        return None
    if english is None:
        raise HotlineError("missing-option", option="--note")
    return Note(en=english, zh=chinese)


def finish(
    draft: "Draft", _: Words, form: Format, *, dry_run: bool, hints: Iterable[str] = ()
) -> int:
    """Check the draft, show its diff and write it.

    Exit code 0; 2 when the registry would break rules, each reported in a line.
    """
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.upkeep.draft import RefusedError, write
    from hotline_check.wording.screens.registry.edit import edit_lines, outcome_lines
    from hotline_check.wording.terms.problems import problem_line

    try:
        edits = draft.checked()
    except RefusedError as error:
        for problem in error.problems:
            typer.echo(problem_line(problem, _), err=True)
        raise
    names = [edit.path.relative_to(draft.folder).as_posix() for edit in edits]
    if not dry_run:
        write(edits)
    if form is Format.JSON:
        diffs = [{"file": n, "diff": e.diff} for n, e in zip(names, edits, strict=True)]
        written = not dry_run and bool(edits)
        show_json({"version": 1, "written": written, "files": diffs, "hints": list(hints)})
        return 0
    show_lines(edit_lines(edit.diff for edit in edits))
    show_lines(outcome_lines(str(draft.folder), names, hints, _, dry=dry_run))
    return 0


def chosen(enum_or_literal: Any) -> tuple[str, ...]:
    """The values of a Literal type."""
    from typing import get_args

    return tuple(str(word) for word in get_args(enum_or_literal))
