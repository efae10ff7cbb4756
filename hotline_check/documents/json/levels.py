"""The open objects and lists of a JSON text, and how their strings become text."""

import re
from collections.abc import Iterable, Sequence

from hotline_check.documents.json.times import in_utc
from hotline_check.documents.models import (
    Break,
    Item,
    Piece,
    Place,
)
from hotline_check.documents.source_map import Strip

# Keys of lists that hold one text in parts, some of them objects with a `text`.
#
# Telegram: `["Call ", {"type": "phone", "text": "+1 202 555 0147"}]`; Slack has `elements`.
_RICH = frozenset({"text", "text_entities", "elements", "content", "children", "runs", "spans"})
# A key that looks like the id of a record: `{"msg-000123": {...}, "msg-000124": {...}}`.
_RECORD_KEY = re.compile(r"(?=[^\d]{0,40}\d)[\w.:@+-]{6,80}")
_PLAIN_KEY = re.compile(r"[^\W\d][\w -]{0,39}")
# Keys of chat exports (Telegram, Slack, Discord, Messenger): who wrote a message, and when.
_SPEAKERS = frozenset({"from", "actor", "user", "username", "author", "sender", "sender_name"})
_PEOPLE = frozenset({"author", "sender", "user", "user_profile", "from"})
_NAMES = frozenset({"name", "nickname", "real_name", "display_name", "global_name"})
_TIMES = frozenset({"date", "timestamp", "ts", "time", "timestamp_ms"})
# Only these values are kept: a string under any other key may be gigabytes long.
_NOTED = _SPEAKERS | _NAMES | _TIMES
# Characters of one text in parts that are kept until its list ends.
_MOST_KEPT = 65_536
# What a record is about is in its first words; the rest of a long text is no title.
_TITLE = 500
# A contact is about what is next to it, not about all that was said before in a long list.
_MOST_TITLES = 4


class _Level:
    """An open object or list.

    key: the one whose value is being read; of a list, its own.
    title: what the strings of an object say that have been read.
    parts: of a list that holds one text in parts, those that are kept until it ends.
    """

    def __init__(self, key: str, *, is_list: bool, is_record: bool = False) -> None:
        self.key = key
        self.is_list = is_list
        self.is_record = is_record
        self.is_rich = is_list and key in _RICH
        self.has_objects = False
        self.awaits_key = not is_list
        self.title = ""
        self.parts: list[list[Piece]] = []
        self.size = 0
        self.speaker = self.time = ""
        self.is_named = False


class Levels:
    """All open objects and lists, the innermost last. with_keys: whether keys are text, too."""

    def __init__(self, *, with_keys: bool) -> None:
        self.open: list[_Level] = []
        self._with_keys = with_keys
        self._key: list[Piece] = []  # one that has not been written yet
        self._begun = False  # whether a value has been written in part
        self._said = ""
        self._items: list[Item] = []

    def taken(self) -> Sequence[Item]:
        """What has been read since the last time."""
        if not self._items:
            return ()
        items, self._items = self._items, []
        return items

    def add(self, items: Iterable[Item]) -> None:
        """Take what was read elsewhere."""
        self._items.extend(items)

    @property
    def awaits_key(self) -> bool:
        """Whether a key comes next."""
        return bool(self.open) and self.open[-1].awaits_key

    def paths(self) -> tuple[str, ...]:
        """The names of the value that is being read: its own, and that of a text it is part of."""
        own = ".".join(level.key for level in self.open if not level.is_list)
        return (own, own.removesuffix(".text")) if self._rich() else (own,)

    def note(self, text: str) -> None:
        """Remember a value that says who wrote a message, or when."""
        level = self.open[-1] if self.open else None
        if level is None or level.is_list:
            return
        around = self.open[-2] if len(self.open) > 1 else None
        if level.key in _TIMES:
            level.time = level.time or in_utc(text)
        elif level.key in _SPEAKERS:
            level.speaker = level.speaker or text
        elif around and around.key in _PEOPLE and level.key in _NAMES:
            is_short_name = level.key == "name" and around.is_named
            around.speaker = around.speaker if is_short_name else text
            around.is_named = True

    def wants_note(self) -> bool:
        """Return True if the value that is being read may say who wrote a message, or when."""
        return bool(self.open) and self.open[-1].key in _NOTED

    def _break(self) -> Break:
        """The end of a text, with who wrote it, if known."""
        said = next((level for level in reversed(self.open) if level.speaker or level.time), None)
        if said is None:
            return Break(title=self._title())
        return Break(title=self._title(), speaker=said.speaker, time=said.time)

    def closes(self, sign: str) -> bool:
        """Whether what is open ends with this sign."""
        return bool(self.open) and self.open[-1].is_list is (sign == "]")

    def key_read(self, key: list[Piece]) -> None:
        """A key has been read; it is written before its value."""
        self._key = key if self._with_keys else []
        self.open[-1].key = "".join([piece.text for piece in key])
        self.open[-1].awaits_key = False

    def push(self, strip: Strip, at: int, *, is_list: bool) -> None:
        """An object or a list begins."""
        around = self.open[-1] if self.open else None
        if self._key and not (around and around.key in _RICH):
            self.add([*self._key, Piece("\n\n", strip.place(at), 0)])
        self._key = []
        key = around.key if around else ""
        is_record = False
        if around and not is_list and not around.is_rich:
            is_record = around.is_list or _RECORD_KEY.fullmatch(key) is not None
        elif around and not is_list:
            around.has_objects = True
        if is_record:
            self._said = ""
            self._items.append(self._break())
        self.open.append(_Level(key, is_list=is_list, is_record=is_record))

    def pop(self, strip: Strip, at: int) -> None:
        """The innermost object or list ends."""
        level, place = self.open.pop(), strip.place(at)
        if level.parts:
            self._join(level, place)
        self.value_read(place)
        if level.is_record:
            said = level if level.speaker or level.time else self._break()
            self._items.append(Break(title=self._title(), speaker=said.speaker, time=said.time))

    def put(self, pieces: Sequence[Piece], place: Place) -> None:
        """A value, or a part of a long one. place: where it begins."""
        text = "".join([piece.text for piece in pieces])
        if not text:
            return
        for level in reversed(self.open):
            if not level.is_list:
                if len(level.title) < _TITLE:
                    level.title += text[:_TITLE] + "\n\n"
                break
        rich = self._rich()
        if rich:
            rich.parts.append([*pieces])
            rich.size += len(text) + 1
            self._key = []
            if rich.size > _MOST_KEPT:
                self._join(rich, place)
            return
        if not self._begun:
            self._put_prefix(place)
            self._said = text if self.open and self.open[-1].key == "text" else self._said
        self._begun = True
        self.add(pieces)

    def value_read(self, place: Place) -> None:
        """A value has ended that begins at a place."""
        if self._key and not (self.open and _PLAIN_KEY.fullmatch(self.open[-1].key)):
            # The key of a value that is no text may be one; its object may end before its value.
            self.add(self._key)
            self._begun = True
        if self._begun:
            self._items.append(Piece("\n\n", place, 0))
        self._key, self._begun = [], False
        if self.open and not self.open[-1].is_list:
            self.open[-1].awaits_key = True

    def kept(self, strip: Strip, at: int) -> None:
        """What has been kept back, where the text does not go on as it should."""
        place = strip.place(at)
        self._items.append(Piece("\n\n", place, 0))
        for level in self.open:
            self._join(level, place)

    def _put_prefix(self, place: Place) -> None:
        """The key of a value. In a list, it is written before each."""
        if self._key:
            self.add([*self._key, Piece(": ", place, 0)])
            self._key = []
        elif self._with_keys and self.open and _PLAIN_KEY.fullmatch(self.open[-1].key):
            self._items.append(Piece(f"{self.open[-1].key}: ", place, 0))

    def _rich(self) -> _Level | None:
        """The list of the text that the value being read is a part of."""
        if self.open and self.open[-1].is_rich:
            return self.open[-1]
        inner = len(self.open) > 1 and self.open[-2].is_rich and self.open[-1].key == "text"
        return self.open[-2] if inner else None

    def _join(self, level: _Level, place: Place) -> None:
        """A text in parts as one; without objects among them, each is a text of its own."""
        parts, level.parts, level.size = level.parts, [], 0
        text = "".join(piece.text for part in parts for piece in part)
        if level.has_objects and text == self._said:
            return  # Telegram and Slack write each text in two forms
        self._said = text if level.has_objects else self._said
        for number, part in enumerate(parts):
            if not level.has_objects or number == 0:
                start = part[0].place if part else place
                self.add([Piece(f"{level.key}: ", start, 0)] if self._with_keys else ())
            self.add(part)
            if not level.has_objects or number == len(parts) - 1:
                self._items.append(Piece("\n\n", place, 0))

    def _title(self) -> str:
        titles = [level.title for level in self.open if level.title]
        return "".join(titles[-_MOST_TITLES:])
