"""The words of a picture, by the models that are in rapidocr's wheel."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import numpy as np
from PIL import Image

from hotline_check.documents.pictures.lines import Words

# Pixels of the longer side. Text of a long screenshot would be too small to be read if it were
# made as short as one screen, so it is read in parts that overlap.
_LONGEST: Final = 1_920
# More than the height of a large line of text, so that each line is whole in one of two parts.
_OVERLAP: Final = 160
# Small screenshots are enlarged: letters of fewer pixels are often misread.
_SHORT: Final = 900


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": _LONGEST + _OVERLAP,
            "EngineConfig.onnxruntime.intra_op_num_threads": 2,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def found(picture: Image.Image) -> Iterator[Words]:
    """The lines of words, each with its place in the picture."""
    scaled, scale = _scaled(picture)
    for top in _part_tops(scaled.height):
        part = scaled.crop((0, top, scaled.width, min(top + _LONGEST, scaled.height)))
        is_first, is_last = top == 0, top + _LONGEST >= scaled.height
        for words in _read(part):
            middle = (words.top + words.bottom) / 2
            # What is in both of two parts is taken from the one that has it further inside.
            if not is_first and middle < _OVERLAP / 2:
                continue
            if not is_last and middle >= _LONGEST - _OVERLAP / 2:
                continue
            yield words.moved(top, scale)


def _read(part: Image.Image) -> Iterator[Words]:
    result = _engine()(np.asarray(part)[:, :, ::-1])
    if result.boxes is None or result.txts is None:
        return
    for box, text in zip(result.boxes, result.txts, strict=True):
        across, down = [point[0] for point in box], [point[1] for point in box]
        if text.strip():
            yield Words(
                text=text,
                left=float(min(across)),
                right=float(max(across)),
                top=float(min(down)),
                bottom=float(max(down)),
            )


def _scaled(picture: Image.Image) -> tuple[Image.Image, float]:
    width, height = picture.size
    scale = 1.0
    if width > _LONGEST:
        scale = _LONGEST / width
    elif max(width, height) < _SHORT:
        scale = 2.0
    if scale == 1.0:
        return picture, scale
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    return picture.resize(size, Image.Resampling.LANCZOS), scale


def _part_tops(height: int) -> Iterator[int]:
    """Where the parts of a long picture begin."""
    top = 0
    while True:
        yield top
        if top + _LONGEST >= height:
            return
        top += _LONGEST - _OVERLAP
