"""A picture -> messages. Runs in the process that reads files."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, ImageSequence

from hotline_check.documents.isolated.messages import Ask, Message, Note, Text
from hotline_check.documents.models import Section, Skipped
from hotline_check.documents.pictures import lines, text_finder

# 240 MB in memory; a PNG of some hundred kilobytes can claim billions of pixels.
MOST_PIXELS: Final = 80_000_000
# Each takes about two seconds.
MOST_PAGES: Final = 100
# Pictures that are too small to show a number: bullets, and pixels by which pages are laid out.
_SHORTEST: Final = 8
_SMALLEST: Final = 1_600
# What a phone opens when it sees the code, rather than showing it.
_LINK: Final = re.compile(
    r"\s*(?!matmsg:|mecard:|begin:|wifi:)[a-z][a-z0-9+.-]{1,30}:", re.IGNORECASE
)


def messages(ask: Ask) -> Iterator[Message]:
    """The text and the codes of every page of a picture; what is read is never complete."""
    warnings.simplefilter("ignore")  # Pillow's, about odd files; they change nothing here
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with Image.open(BytesIO(ask.data)) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            yield Note(Skipped(reason="picture-too-large", failed=True))
            return
        if min(width, height) < _SHORTEST or width * height < _SMALLEST:
            return
        pages = getattr(picture, "n_frames", 1)
        is_film = pages > 1 and picture.format != "TIFF"
        for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
            if number > MOST_PAGES:
                yield Note(Skipped(reason="picture-too-many-pages", failed=True))
                break
            if is_film and not _shows_more(number, pages):
                continue
            yield from _page(frame, Section(page=number) if pages > 1 else None)
    yield Note(Skipped(reason="picture"))


def _shows_more(number: int, pages: int) -> bool:
    """Return True for the pictures of a film that are looked at: about ten of all."""
    return number == pages or (number - 1) % max(pages // 8, 1) == 0


def _page(frame: Image.Image, section: Section | None) -> Iterator[Message]:
    upright = ImageOps.exif_transpose(frame)
    if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
        upright = _on_white(upright.convert("RGBA"))
    shown = upright.convert("RGB")
    for text in lines.joined(text_finder.found(shown)):
        yield Text(text, "picture", section=section)
    for code in _codes(shown):
        is_link = _LINK.match(code) is not None
        yield Text("\n\n", section=section)
        yield Text(code.strip(), "qr-link" if is_link else "qr-code", section=section)
        yield Text("\n\n", section=section)


def _on_white(picture: Image.Image) -> Image.Image:
    """What shows through is white, as on most pages."""
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return ground


def _codes(picture: Image.Image) -> Iterator[str]:
    import zxingcpp

    for code in zxingcpp.read_barcodes(picture):
        if code.text:
            yield code.text
