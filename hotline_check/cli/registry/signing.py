"""Shared parts of the signing commands: clock, keys and passphrases, lifetimes."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hotline_check.errors import HotlineError
from hotline_check.wording.text.catalogue import N_, Words

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner

    from hotline_check.upkeep.signed.publishing.repository import Lifetimes, Role

PASSPHRASE_VARIABLE = "HOTLINE_CHECK_PASSPHRASE"  # noqa: S105  # its name, not its value
Repo = Annotated[
    Path, typer.Argument(metavar="REPO-DIR", help=N_("The folder of signed releases."))
]
KeyOption = Annotated[
    list[Path] | None,
    typer.Option("--key", "-k", help=N_("A private key file to sign with; may be repeated.")),
]


def moment() -> dt.datetime:
    """The current time in UTC."""
    return dt.datetime.now(dt.UTC)


def read_signers(paths: Sequence[Path] | None, _: Words) -> list["CryptoSigner"]:
    """Load private keys; passphrases come from the environment or a prompt."""
    if not paths:
        return []
    from hotline_check.upkeep.signed.publishing.key_files import load_signer
    from hotline_check.wording.screens.registry.releases import PASSPHRASE

    def ask(path: Path) -> str | None:
        if (given := os.environ.get(PASSPHRASE_VARIABLE)) is not None:
            return given
        if not sys.stdin.isatty():
            return None
        return str(typer.prompt(_(PASSPHRASE, path=path), hide_input=True, err=True))

    return [load_signer(path, ask) for path in paths]


def new_passphrase(name: str, _: Words) -> str | None:
    """The passphrase for a new key, None for an unencrypted one."""
    from hotline_check.wording.screens.registry.releases import AGAIN, NEW_PASSPHRASE

    if (given := os.environ.get(PASSPHRASE_VARIABLE)) is not None:
        return given or None
    if not sys.stdin.isatty():
        raise HotlineError("key-passphrase", path=name)
    first = _hidden(_(NEW_PASSPHRASE, name=name))
    if first and _hidden(_(AGAIN)) != first:
        raise HotlineError("passphrases-differ")
    return first or None


def _hidden(question: str) -> str:
    return str(typer.prompt(question, default="", show_default=False, hide_input=True, err=True))


def read_lifetimes(words: Sequence[str] | None) -> "Lifetimes":
    """`ROLE=DAYS` words as lifetimes; roles left out keep their defaults."""
    from hotline_check.upkeep.signed.publishing.repository import LONGEST, Lifetimes

    given: dict[str, int] = {}
    for word in words or ():
        name, _, days = word.partition("=")
        if not days.isdecimal() or int(days) < 1:
            raise HotlineError("bad-lifetime", got=word)
        role = read_role(name)
        if int(days) > LONGEST[role]:
            raise HotlineError("lifetime-too-long", got=word, days=LONGEST[role])
        given[role] = int(days)
    return Lifetimes(**given)


def read_role(word: str) -> "Role":
    """A role by name; raises HotlineError `unknown-role`."""
    from hotline_check.upkeep.signed.publishing.repository import ROLES

    for role in ROLES:
        if role == word:
            return role
    raise HotlineError("unknown-role", got=word, known=", ".join(ROLES))
