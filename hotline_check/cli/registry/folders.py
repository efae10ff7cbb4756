"""Which registry folder a `registry` command reads or edits."""

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli.settings import open_store, today
from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.registry.storage.store import Store
    from hotline_check.upkeep.draft import Draft

FolderOption = Annotated[
    Path | None,
    typer.Option("--registry", help=N_("The registry folder; ./registry if left out.")),
]
ReadOption = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        help=N_("The registry folder; if left out ./registry, else the installed one."),
    ),
]
# As in a checkout, where maintainers work.
_HERE = Path("registry")


def draft_of(folder: Path | None) -> "Draft":
    """A draft of the registry folder to edit; never of the one installed with the program.

    The option wins over HOTLINE_CHECK_REGISTRY, which wins over ./registry. Raises HotlineError
    `no-folder-to-edit`.
    """
    from hotline_check.upkeep.draft import Draft

    found = chosen(folder)
    if found is None:
        raise HotlineError("no-folder-to-edit")
    return Draft(found, today())


def store_to_read(folder: Path | None, day: dt.date, _: Words) -> "Store":
    """The registry to read: the same as for editing, else the installed one.

    One that was not named as an option is reported on stderr.
    """
    store = open_store(day, chosen(folder))
    if folder is None:
        typer.echo(_(N_("Registry: {folder}"), folder=store.folder), err=True)
    return store


def chosen(folder: Path | None) -> Path | None:
    """The folder by option, by environment, or the one here; None for the installed one."""
    from hotline_check.registry.storage.choice import ENVIRONMENT

    if folder is not None:
        return folder
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    return _HERE if (_HERE / "platforms").is_dir() else None
