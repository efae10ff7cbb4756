"""What reading JSON raises, in one place: what is nested too deep is refused like other faults."""

from typing import Final

import msgspec

BROKEN_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""For bytes that are no JSON, no UTF-8, of another shape, or nested some thousand deep."""
