"""PDF files for tests, put together with pypdf."""

from io import BytesIO
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

Names = dict[str, Any]


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def dictionary(**values: Any) -> DictionaryObject:
    """A dictionary object; plain strings are names."""
    made = {
        name(key): name(value) if type(value) is str else value for key, value in values.items()
    }
    return DictionaryObject(made)


def uri(target: str) -> DictionaryObject:
    return dictionary(S="URI", URI=TextStringObject(target))


def link(action: DictionaryObject, *rectangle: float) -> DictionaryObject:
    sides = ArrayObject([FloatObject(side) for side in rectangle or (0, 0, 9, 9)])
    return dictionary(Type="Annot", Subtype="Link", Rect=sides, A=action)


class Pdf:
    """A PDF file in the making."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        font = dictionary(Type="Font", Subtype="Type1", BaseFont="Helvetica")
        self._fonts = dictionary(Font=dictionary(F1=self.writer._add_object(font)))

    def page(self, content: str = "", annotations: list[DictionaryObject] | None = None) -> "Pdf":
        """Add a page with these operators."""
        page = self.writer.add_blank_page(600, 800)
        stream = DecodedStreamObject()
        stream.set_data(content.encode("latin-1"))
        page[name("Contents")] = self.writer._add_object(stream)
        page[name("Resources")] = self._fonts
        if annotations:
            page[name("Annots")] = ArrayObject(map(self.writer._add_object, annotations))
        return self

    def data(self) -> bytes:
        out = BytesIO()
        self.writer.write(out)
        return out.getvalue()


def text(words: str, x: int = 50, y: int = 700, before: str = "") -> str:
    """The operators that write some words."""
    return f"q {before} BT /F1 12 Tf {x} {y} Td ({words}) Tj ET Q\n"
