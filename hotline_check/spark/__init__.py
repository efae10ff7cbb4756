"""Verdicts about the rows of a Spark DataFrame (extra `spark`).

>>> from hotline_check.spark import with_verdicts                   # doctest: +SKIP
>>> judged = with_verdicts(calls, phone="number", claim="said_to_be")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hotline_check.spark.frames import with_verdicts

__all__ = ["with_verdicts"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hotline_check.errors import HotlineError

    try:
        from hotline_check.spark import frames
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pyspark", "pyarrow", "pandas"}:
            raise
        raise HotlineError("missing-extra", extra="spark", what="Spark") from error
    return getattr(frames, name)
