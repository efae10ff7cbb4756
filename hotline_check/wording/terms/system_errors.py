"""What an operating system says when a file, a port or a disk refuses."""

from typing import Final

from hotline_check.wording.text.catalogue import N_, Words

# As Linux words them, since that is what Python passes on. Others word some otherwise, and those
# are shown as they are.
_KNOWN: Final = frozenset(
    {
        N_("No such file or directory"),
        N_("Permission denied"),
        N_("Operation not permitted"),
        N_("Is a directory"),
        N_("Not a directory"),
        N_("File exists"),
        N_("No space left on device"),
        N_("Disk quota exceeded"),
        N_("Read-only file system"),
        N_("File too large"),
        N_("File name too long"),
        N_("Too many levels of symbolic links"),
        N_("Input/output error"),
        N_("Too many open files"),
        N_("Connection timed out"),
        N_("Address already in use"),
        N_("Cannot assign requested address"),
        N_("Illegal seek"),
        N_("Broken pipe"),
    }
)


def in_words(value: object, _: Words) -> object:
    """A parameter of a message, in the reader's language if it is an error of the system."""
    return _(value) if isinstance(value, str) and value in _KNOWN else value
