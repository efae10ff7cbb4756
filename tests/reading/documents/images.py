"""Pictures for tests, drawn with Pillow and, for codes, with segno."""

import io
from typing import Any

import segno
from PIL import Image, ImageDraw, ImageFont


def drawn(*lines: str, size: int = 28, dark: bool = False) -> Image.Image:
    """A picture that shows some lines."""
    ground, ink = ("#101010", "#f0f0f0") if dark else ("#ffffff", "#101010")
    picture = Image.new("RGB", (1_000, size * (3 * len(lines) + 2)), ground)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size)
    for row, line in enumerate(lines):
        pen.text((40, size * (1 + 3 * row)), line, font=font, fill=ink)
    return picture


def qr_code(text: str) -> Image.Image:
    """A picture of a code."""
    out = io.BytesIO()
    segno.make(text, micro=False).save(out, kind="png", scale=8)
    return Image.open(out).convert("RGB")


def saved(picture: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    """The file of a picture."""
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()
