"""Whether a scan read everything in its files that may be a contact (safety rule 5)."""

from collections.abc import Callable, Iterable, Sequence

from hotline_check.documents import Block, Skipped
from hotline_check.reading.models import Find
from hotline_check.verdict.models import Level


class Remainder:
    """Remembers the first place of a scan that may be a contact and was not read.

    It matters only where every contact that was read is listed: any other scan ends with a warning
    as it is. So the search stops with the first contact that is not listed, which keeps it out
    of the way in large scans.
    """

    def __init__(self, is_name: Callable[[Find], bool]) -> None:
        """is_name: whether a find is only the name of a brand, such as N26."""
        self._is_name = is_name
        self._first: Skipped | None = None
        self._has_listed = False
        self._is_open = True

    def look(self, file: str, part: Block, own: tuple[int, int], finds: Sequence[Find]) -> None:
        """Compare a block with its finds; `own` is the stretch whose contacts they are."""
        if not self._is_open or self._first:
            return
        from hotline_check.reading.coverage import unread

        for rest in unread(part.text, finds):
            if own[0] <= rest.start < own[1] and not self._is_name(rest):
                line = part.place(rest.start).line
                self._first = Skipped(
                    reason="not-read",
                    file=file,
                    line=line,
                    failed=True,
                    args={"text": rest.text},
                )
                return

    def judged(self, levels: Iterable[Level]) -> None:
        """Take note of the verdicts of a block's contacts."""
        for level in levels:
            self._has_listed = True
            self._is_open = self._is_open and level == "listed"

    def left(self) -> Skipped | None:
        """The place to report at the end of a scan whose contacts are all listed."""
        return self._first if self._is_open and self._has_listed else None
