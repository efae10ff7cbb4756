"""What a client demands of signed metadata beyond valid signatures.

Signatures prove who wrote it. A thief of an online key also writes the expiry date, and two
dishonest signers can write a root that needs only one of them afterwards.
"""

import datetime as dt
from pathlib import Path
from typing import Any, Final

from tuf.api.metadata import Metadata, Root

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed.publishing.repository import LONGEST, THRESHOLDS, Role

_FILES: Final[tuple[Role, ...]] = ("timestamp", "snapshot", "targets")


def check_root(root: Root) -> None:
    """Require the signatures that THRESHOLDS wants. Raises HotlineError `root-weak`."""
    for role, need in THRESHOLDS.items():
        # the same key under two ids would let one person be two
        keys = {str(root.keys[keyid].keyval) for keyid in root.roles[role].keyids}
        have = min(root.roles[role].threshold, len(keys))
        if have < need:
            raise HotlineError("root-weak", role=role, have=have, need=need)


def check_metadata(folder: Path, now: dt.datetime) -> None:
    """Check the verified metadata in a folder of the TUF client.

    Every root of the chain counts: a weak one in the middle could have signed the next.
    Raises HotlineError `root-weak`, `update-too-long`.
    """
    for path in (folder / "root_history").glob("*.json"):
        root = Metadata[Root].from_file(str(path)).signed
        check_root(root)
        _check_expiry("root", root.expires, now)
    for role in _FILES:
        path = folder / f"{role}.json"
        if path.exists():
            signed: Any = Metadata.from_file(str(path)).signed
            _check_expiry(role, signed.expires, now)


def _check_expiry(role: Role, expires: dt.datetime, now: dt.datetime) -> None:
    if expires - now > dt.timedelta(days=LONGEST[role] + 1):  # a clock may be a day behind
        raise HotlineError("update-too-long", role=role, days=LONGEST[role])
