"""`hotline-check registry publish | trust | untrust | sources | update | rollback`."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from hotline_check.cli.registry.signing import (
    KeyOption,
    Repo,
    moment,
    read_lifetimes,
    read_signers,
)
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    speak,
)
from hotline_check.errors import Exit, HotlineError
from hotline_check.wording.text.catalogue import N_


def publish(
    repo: Repo,
    registry: Annotated[
        Path | None,
        typer.Option("--registry", help=N_("The registry folder to release; needed to sign one.")),
    ] = None,
    key: KeyOption = None,
    restage: Annotated[
        bool, typer.Option("--restage", help=N_("Replace a staged release that differs."))
    ] = False,
    expires: Annotated[
        list[str] | None,
        typer.Option("--expires", metavar="ROLE=DAYS", help=N_("Days until metadata ends.")),
    ] = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Make, sign and publish a release; exit 3 while signatures are missing."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.upkeep.signed.publishing import publish as publishing
    from hotline_check.wording.screens.registry.releases import published_lines

    _ = speak(lang)
    now = moment()
    lifetimes = read_lifetimes(expires)
    if registry is not None:
        _refuse_broken(registry, now.date())
    done = publishing.publish(
        repo,
        read_signers(key, _),
        now,
        registry=registry,
        restage=restage,
        lifetimes=lifetimes,
    )
    if form is Format.JSON:
        show_json({"version": 1, **msgspec.structs.asdict(done)})
    else:
        show_lines(published_lines(done, _))
    return Exit.CANNOT_TELL if done.waiting else 0


def trust(
    root: Annotated[Path, typer.Argument(help=N_("The root metadata file of the source."))],
    url: Annotated[str, typer.Option("--url", help=N_("The folder that holds its metadata."))],
    name: Annotated[
        str | None, typer.Option("--name", help=N_("What to call it; its host if left out."))
    ] = None,
    position: Annotated[
        int | None,
        typer.Option("--position", min=1, help=N_("Its place in the order; last if left out.")),
    ] = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Pin a source of signed releases."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.storage.installed import Places
    from hotline_check.upkeep.signed import trust as pinning
    from hotline_check.wording.screens.registry.releases import pin_lines

    _ = speak(lang)
    pin = pinning.trust(Places.default(), root, url, name, position)
    if form is Format.JSON:
        show_json({"version": 1, "pin": pin})
    else:
        show_lines(pin_lines(pin, _))


def untrust(
    name: Annotated[str, typer.Argument(help=N_("The source to remove."))],
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Remove a trusted source and its releases."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.storage.installed import Places
    from hotline_check.upkeep.signed import trust as pinning
    from hotline_check.wording.screens.registry.releases import untrusted_line

    _ = speak(lang)
    pinning.untrust(Places.default(), name)
    if form is Format.JSON:
        show_json({"version": 1, "removed": name})
    else:
        show_lines([untrusted_line(name, _)])


def sources(
    order: Annotated[
        str | None, typer.Option("--order", help=N_("Put them in this order: first,second,..."))
    ] = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """List the pinned sources, strongest first, with their releases."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.storage.installed import Places, installed
    from hotline_check.upkeep.signed import releases
    from hotline_check.upkeep.signed import sources as pins
    from hotline_check.upkeep.signed.update import status
    from hotline_check.wording.screens.registry.releases import source_lines

    _ = speak(lang)
    places = Places.default()
    if order is not None:
        pins.reorder(places, tuple(name.strip() for name in order.split(",")))
    rows = [
        (found, status(places, found.source), releases.kept(places.home(found.source.name)))
        for found in installed(places)
    ]
    if form is Format.JSON:
        show_json(
            {
                "version": 1,
                "sources": [
                    {"source": found.source, "current": found.release, "kept": kept, "last": last}
                    for found, last, kept in rows
                ],
            }
        )
    else:
        show_lines(source_lines(rows, _))


def update(form: FormatOption = Format.TEXT, lang: LangOption = None) -> int:
    """Pull the newest signed release of every pinned source; exit 2 when one failed."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.storage.installed import Places
    from hotline_check.upkeep.signed import update as updating
    from hotline_check.wording.screens.registry.releases import outcome_lines
    from hotline_check.wording.terms.problems import error_record

    _ = speak(lang)
    outcomes = updating.update(Places.default(), moment())
    for outcome in outcomes:
        if form is Format.JSON:
            error = outcome.error
            show_json(
                {
                    "version": 1,
                    "source": outcome.source.name,
                    "status": outcome.status,
                    "release": outcome.release,
                    "changes": outcome.changes,
                    "received": outcome.received,
                    "error": error_record(error, _) if error else None,
                }
            )
        elif outcome.error is not None:
            typer.echo(outcome_lines(outcome, _)[0].text, err=True)
        else:
            show_lines(outcome_lines(outcome, _))
    return Exit.NOTHING_CHECKED if any(outcome.error for outcome in outcomes) else 0


def rollback(
    name: Annotated[
        str | None, typer.Argument(help=N_("The source; needed when several are pinned."))
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help=N_("A release that registry sources lists."))
    ] = None,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Return to the previous release."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.storage.installed import Places, pinned
    from hotline_check.upkeep.signed import releases
    from hotline_check.upkeep.signed.sources import find
    from hotline_check.upkeep.signed.trust import lock
    from hotline_check.wording.screens.registry.releases import rollback_line

    _ = speak(lang)
    places = Places.default()
    names = [source.name for source in pinned(places)]
    if not names:
        raise HotlineError("update-no-source")
    if name is None and len(names) > 1:
        raise HotlineError("rollback-which", names=", ".join(names))
    chosen = find(places, name or names[0]).name
    with lock(places):
        was, now = releases.rollback(places.home(chosen), chosen, to)
    if form is Format.JSON:
        show_json({"version": 1, "source": chosen, "was": was, "now": now})
    else:
        show_lines([rollback_line(chosen, was, now, _)])


def _refuse_broken(registry: Path, today: dt.date) -> None:
    from hotline_check.registry.folder import load

    problems = load(registry, today)[1]
    if problems:
        raise HotlineError(
            "broken-registry", folder=str(registry), count=len(problems), first=problems[0]
        )
