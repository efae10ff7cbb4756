"""`hotline-check registry keys make | init | list | add | revoke | rotate | renew | sign`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.cli.registry.signing import (
    KeyOption,
    Repo,
    moment,
    new_passphrase,
    read_lifetimes,
    read_role,
    read_signers,
)
from hotline_check.cli.settings import (
    Format,
    FormatOption,
    LangOption,
    speak,
)
from hotline_check.errors import Exit, HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from hotline_check.upkeep.signed.publishing.keys import RootChange

_Days = Annotated[
    int, typer.Option("--days", min=1, max=400, help=N_("Days until the keys must be renewed."))
]
_Role = Annotated[str, typer.Argument(help=N_("root, targets, snapshot or timestamp."))]
_Public = Annotated[Path, typer.Argument(help=N_("A public key file."))]
_Which = Annotated[str, typer.Argument(help=N_("The key's name or the start of its id."))]


def make(
    name: Annotated[str, typer.Argument(help=N_("The holder: alice makes alice.pem."))],
    folder: Annotated[
        Path, typer.Option("--dir", help=N_("Where to keep it; not where things get published."))
    ],
    bare: Annotated[
        bool,
        typer.Option("--no-passphrase", help=N_("For an on-line key that a job must read.")),
    ] = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> None:
    """Make a key pair."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.upkeep.signed.publishing import key_files
    from hotline_check.upkeep.signed.sources import check_name
    from hotline_check.wording.screens.registry.releases import made_key_lines

    _ = speak(lang)
    check_name(name)
    passphrase = None if bare else new_passphrase(name, _)
    private, public, keyid = key_files.make(folder, name, passphrase)
    if form is Format.JSON:
        paths = {"private": str(private), "public": str(public)}
        show_json({"version": 1, "name": name, **paths, "keyid": keyid})
    else:
        show_lines(made_key_lines(str(private), str(public), keyid, _))


def init(
    repo: Repo,
    root: Annotated[
        list[Path],
        typer.Option("--root", help=N_("A public key that may change keys; two needed.")),
    ],
    snapshot: Annotated[Path, typer.Option("--snapshot", help=N_("The on-line snapshot key."))],
    timestamp: Annotated[Path, typer.Option("--timestamp", help=N_("The on-line timestamp key."))],
    targets: Annotated[
        list[Path] | None,
        typer.Option(
            "--targets", help=N_("A public key that may sign releases; as root if left out.")
        ),
    ] = None,
    days: _Days = 365,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Start a repository of signed releases."""
    from hotline_check.upkeep.signed.publishing import keys
    from hotline_check.upkeep.signed.publishing.key_files import load_public

    _ = speak(lang)
    roles = {
        "root": [load_public(path) for path in root],
        "targets": [load_public(path) for path in targets or root],
        "snapshot": [load_public(snapshot)],
        "timestamp": [load_public(timestamp)],
    }
    named = {read_role(role): found for role, found in roles.items()}
    lifetimes = read_lifetimes([f"root={days}"])
    return _show(keys.start(repo, named, moment(), lifetimes), form, _)


def listing(repo: Repo, form: FormatOption = Format.TEXT, lang: LangOption = None) -> None:
    """List who may sign what."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.upkeep.signed.publishing import keys
    from hotline_check.wording.screens.registry.releases import keyring_lines

    _ = speak(lang)
    keyrings = keys.keyrings(repo)
    if form is Format.JSON:
        show_json({"version": 1, "keyrings": keyrings})
    else:
        show_lines(keyring_lines(keyrings, _))


def add(
    repo: Repo,
    role: _Role,
    public: _Public,
    days: _Days = 365,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Stage one more key for a role."""
    from hotline_check.upkeep.signed.publishing import keys
    from hotline_check.upkeep.signed.publishing.key_files import load_public

    _ = speak(lang)
    added = [(read_role(role), load_public(public))]
    lifetimes = read_lifetimes([f"root={days}"])
    return _show(keys.change(repo, moment(), lifetimes, add=added), form, _)


def revoke(
    repo: Repo,
    role: _Role,
    which: _Which,
    days: _Days = 365,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Stage that a key no longer signs for a role."""
    from hotline_check.upkeep.signed.publishing import keys

    _ = speak(lang)
    revoked = [(read_role(role), which)]
    lifetimes = read_lifetimes([f"root={days}"])
    return _show(keys.change(repo, moment(), lifetimes, revoke=revoked), form, _)


def rotate(
    repo: Repo,
    which: _Which,
    public: _Public,
    days: _Days = 365,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Stage a new key in place of an old one, in every role of it."""
    from hotline_check.upkeep.signed.publishing import keys
    from hotline_check.upkeep.signed.publishing.key_files import load_public

    _ = speak(lang)
    new = load_public(public)
    roles = keys.roles_of(repo, which)
    lifetimes = read_lifetimes([f"root={days}"])
    change = keys.change(
        repo,
        moment(),
        lifetimes,
        add=[(role, new) for role in roles],
        revoke=[(role, keyid) for role, keyid in roles.items()],
    )
    return _show(change, form, _)


def renew(
    repo: Repo,
    days: _Days = 365,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Stage the same keys for longer."""
    from hotline_check.upkeep.signed.publishing import keys

    _ = speak(lang)
    return _show(keys.change(repo, moment(), read_lifetimes([f"root={days}"])), form, _)


def sign(
    repo: Repo,
    key: KeyOption = None,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Don't ask."))] = False,
    form: FormatOption = Format.TEXT,
    lang: LangOption = None,
) -> int:
    """Show the staged change of keys and sign it."""
    from hotline_check.cli.output.show import show_lines
    from hotline_check.upkeep.signed.publishing import keys
    from hotline_check.wording.screens.registry.releases import SIGN_QUESTION, change_lines

    _ = speak(lang)
    before = keys.staged_change(repo)
    if not yes and form is Format.JSON:  # a program can't look at what it agrees to
        raise HotlineError("missing-option", option="--yes")
    if not yes:
        show_lines(change_lines(before, _))
        typer.confirm(_(SIGN_QUESTION), abort=True, err=True)
    return _show(keys.sign(repo, read_signers(key, _)), form, _)


def _show(change: "RootChange", form: Format, _: Words) -> int:
    """Print a staged change; exit 3 while signatures are missing."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.wording.screens.registry.releases import change_lines

    if form is Format.JSON:
        show_json({"version": 1, "change": change})
    else:
        show_lines(change_lines(change, _))
    return Exit.CANNOT_TELL if change.waiting else 0
