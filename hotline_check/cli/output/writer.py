"""What every output format of a scan does."""

from typing import Any

from hotline_check.scanning.scanner import Result, Tally


class Writer:
    """Writes results as they come, and at the end what is left to be said."""

    def prepared(self, results: list[Result]) -> Any:
        """What `write` takes; made where the results were found, perhaps in another process."""
        return results

    def write(self, prepared: Any) -> None:
        """Write the next results, after `prepared`."""
        for result in prepared:
            self.result(result)

    def result(self, result: Result) -> None:
        """Take the next result."""
        raise NotImplementedError

    def end(self, tally: Tally) -> None:
        """Write the rest and the summary; nothing where all results are written already."""

    def interrupted(self) -> None:
        """Write what was collected when the person stopped the scan."""
