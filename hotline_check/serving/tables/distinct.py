"""The distinct rows of a batch, and which of them each row is."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import repeat
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from hotline_check.errors import HotlineError
from hotline_check.serving.tables.judge import Row

# Beyond this, a float holds no longer every whole number.
_LARGEST_WHOLE: Final = 2**53


def distinct(columns: Sequence[Any]) -> tuple[Any, list[Row]]:
    """The number of each row's `Row`, and the distinct ones.

    columns: the Arrow arrays of a `Row`'s cells; None where the table has no such column.
    """
    codes: Any = None
    cells: list[Iterable[str | None]] = []  # of each column, one for each distinct row
    for column in columns:
        if column is None:
            cells.append(repeat(None))
            continue
        found = column.dictionary_encode(null_encoding="encode")
        values = found.dictionary.to_pylist()
        if codes is None:
            codes = found.indices
            cells.append(values)
            continue
        # A pair is one number below 2**63: no batch has 2**31 rows.
        both = pc.add(pc.multiply(codes.cast(pa.int64()), len(values)), found.indices)
        joined = both.dictionary_encode()
        codes, pairs = joined.indices, joined.dictionary.to_pylist()
        before = [pair // len(values) for pair in pairs]
        cells = [
            [each[place] for place in before] if isinstance(each, list) else each for each in cells
        ]
        cells.append([values[pair % len(values)] for pair in pairs])
    # Calling `Row` takes twice as long, for every distinct row of every batch.
    return codes, list(map(partial(tuple.__new__, Row), zip(*cells, strict=False)))


def as_text(column: Any, name: str) -> Any:
    """A column as an array of strings. Whole numbers keep their digits and get no fraction.

    A column that was read from text is never made a number on the way: leading zeros and pluses
    are part of a phone number. Raises HotlineError for lists and other columns without a text.
    """
    kind = column.type
    if pa.types.is_dictionary(kind):
        return as_text(column.dictionary_decode(), name)
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return column
    if pa.types.is_floating(kind):
        whole = pc.and_(pc.equal(column, pc.trunc(column)), pc.less(pc.abs(column), _LARGEST_WHOLE))
        digits = pc.if_else(whole, column, None).cast(pa.float64()).cast(pa.int64())
        return pc.coalesce(digits.cast(pa.string()), column.cast(pa.string()))
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        texts = [cell.decode("utf-8", "replace") if cell else cell for cell in column.to_pylist()]
        return pa.array(texts, pa.large_string())
    try:
        return column.cast(pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise HotlineError("column-without-text", name=name, kind=str(kind)) from error
