"""Signing keys in PEM files: create and load them.

All cryptography is the `cryptography` package's and securesystemslib's.
"""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from securesystemslib.signer import CryptoSigner, SSlibKey

from hotline_check.errors import HotlineError
from hotline_check.files import read_at_most, write_atomically
from hotline_check.upkeep.signed.publishing.repository import NAME_FIELD

try:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        KeySerializationEncryption,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
        load_pem_private_key,
        load_pem_public_key,
    )
except ModuleNotFoundError as error:
    what = "registry keys, registry publish --key"
    raise HotlineError("missing-extra", extra="maintain", what=what) from error

# A key has a few kilobytes; a wrong path may name a disk image.
_MOST_BYTES: Final = 65_536
AskPassphrase = Callable[[Path], str | None]


def make(folder: Path, name: str, passphrase: str | None) -> tuple[Path, Path, str]:
    """Make an Ed25519 key pair `name.pem` (private, 0600) and `name.pub`.

    Returns both paths and the key id. Refuses a folder that gets published: one inside a git
    checkout, a registry or a repository of signed releases.
    """
    _refuse_public_place(folder)
    private, public = folder / f"{name}.pem", folder / f"{name}.pub"
    for path in (private, public):
        if path.exists():
            raise HotlineError("key-exists", path=str(path))
    key = Ed25519PrivateKey.generate()
    lock: KeySerializationEncryption = NoEncryption()
    if passphrase:
        lock = BestAvailableEncryption(passphrase.encode())
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # write_atomically creates the file with its mode, so the key is never readable by others.
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    write_atomically(private, pem, mode=0o600)
    spki = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    write_atomically(public, spki)
    return private, public, load_public(public).keyid


def load_public(path: Path) -> SSlibKey:
    """Load a public key, named after its file; raises HotlineError `key-unreadable`."""
    try:
        key = load_pem_public_key(read_at_most(path, _MOST_BYTES))
    except (OSError, ValueError, UnsupportedAlgorithm) as error:
        raise HotlineError("key-unreadable", path=str(path)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise HotlineError("key-unreadable", path=str(path))
    public = SSlibKey.from_crypto(key)
    public.unrecognized_fields[NAME_FIELD] = path.stem
    return public


def load_signer(path: Path, ask: AskPassphrase) -> CryptoSigner:
    """Load a private key.

    `ask` gives the passphrase of an encrypted file, None when there is none. Raises HotlineError
    `key-unreadable`, `key-open` (others may read a bare key) or `key-passphrase`.
    """
    try:
        pem = read_at_most(path, _MOST_BYTES)
    except OSError as error:
        raise HotlineError("key-unreadable", path=str(path)) from error
    # PKCS 8 says so in its first line: "BEGIN ENCRYPTED PRIVATE KEY".
    encrypted = b"ENCRYPTED" in pem.split(b"\n", 1)[0]
    if not encrypted and os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise HotlineError("key-open", path=str(path))
    passphrase = ask(path) if encrypted else None
    if encrypted and not passphrase:
        raise HotlineError("key-passphrase", path=str(path))
    try:
        key = load_pem_private_key(pem, passphrase.encode() if passphrase else None)
    except (ValueError, UnsupportedAlgorithm) as error:
        # Only the code and the path: no part of the file or the passphrase may reach a message.
        code = "key-passphrase" if encrypted else "key-unreadable"
        raise HotlineError(code, path=str(path)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise HotlineError("key-unreadable", path=str(path))
    return CryptoSigner(key)


def _refuse_public_place(folder: Path) -> None:
    for place in (folder.absolute(), *folder.absolute().parents):
        # A private key in a published folder is one `git add .` or one upload from being public.
        if any((place / sign).exists() for sign in (".git", "platforms", "metadata/1.root.json")):
            raise HotlineError("key-place", path=str(folder), inside=str(place))
