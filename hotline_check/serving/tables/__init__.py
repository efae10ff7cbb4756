"""Tables of millions of rows: every row with the verdict about its contact (extra `table`).

`with_verdicts` does for a Polars or pandas frame what `hotline-check table` does for files.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hotline_check.serving.tables.frames import with_verdicts

__all__ = ["with_verdicts"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hotline_check.errors import HotlineError

    try:
        from hotline_check.serving.tables import frames
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        raise HotlineError("missing-extra", extra="table", what="frames") from error
    return getattr(frames, name)
