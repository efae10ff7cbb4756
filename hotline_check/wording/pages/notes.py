"""Remarks of the registry on a page: in English or Chinese, whatever the page is in."""

import msgspec

from hotline_check.registry.models import Note
from hotline_check.wording.text.catalogue import Words
from hotline_check.wording.text.lines import note_texts


class NoteView(msgspec.Struct, frozen=True, kw_only=True):
    """A remark. tag: BCP 47, so that it is read aloud as what it is; None for the page's own."""

    text: str
    tag: str | None


def note_views(note: Note | None, _: Words) -> list[NoteView]:
    """An entry's remark; none for no remark."""
    return [NoteView(text=text, tag=_tag(note, text, _.lang)) for text in note_texts(note, _)]


def _tag(note: Note | None, text: str, lang: str) -> str | None:
    written, tag = ("zh", "zh-Hans") if note and text == note.zh else ("en", "en")
    return None if lang == written else tag
