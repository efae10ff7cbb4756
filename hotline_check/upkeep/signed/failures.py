"""Map exceptions of an update to error codes, without any text that a server sent."""

import re

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    SlowRetrievalError,
    UnsignedMetadataError,
)

from hotline_check.errors import HotlineError
from hotline_check.upkeep.signed.fetch import CutError, RedirectError

_ROLE = re.compile(r"root|targets|snapshot|timestamp")
_CODES: tuple[tuple[type[Exception], str], ...] = (
    (DownloadLengthMismatchError, "update-too-large"),
    (SlowRetrievalError, "update-slow"),
    (CutError, "update-cut"),
    (DownloadError, "update-unreachable"),
    (ExpiredMetadataError, "update-expired"),
    (UnsignedMetadataError, "update-unsigned"),
    (BadVersionNumberError, "update-older"),
    (LengthOrHashMismatchError, "update-altered"),
    (RepositoryError, "update-damaged"),
)


def explain(error: Exception, source: str) -> HotlineError:
    """The HotlineError for an exception, with the source's name."""
    if isinstance(error, HotlineError):
        return HotlineError(error.code, **{"source": source, **error.params})
    if isinstance(error, DownloadHTTPError):
        return HotlineError("update-http", source=source, status=error.status_code)
    if isinstance(error, RedirectError):
        return HotlineError("update-redirected", source=source, host=str(error))
    for kind, code in _CODES:
        if isinstance(error, kind):
            return HotlineError(code, source=source, role=_role(str(error)))
    if isinstance(error, OSError):
        return HotlineError("update-disk", source=source, why=error.strerror or "")
    raise error


def _role(message: str) -> str:
    found = _ROLE.search(message.lower())
    return found[0] if found else ""
