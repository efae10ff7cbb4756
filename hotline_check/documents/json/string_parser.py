"""JSON of any shape -> its strings as the characters they encode, in constant memory.

The parsers there are (json, msgspec, ijson) give no positions of strings, and most need the whole
text at once. This one is lenient: what is not JSON is noted and read as text.

Each object of a list is a document of its own (a message of a chat), so that what one message
claims is not said of the next; its `title` is what the objects around it say (the chat's name).
"""

import re
from collections.abc import Generator, Iterable, Iterator
from json import JSONDecoder

from hotline_check.documents.json.levels import Levels
from hotline_check.documents.models import Item, Piece, Skipped
from hotline_check.documents.source_map import Strip

# Of escapes one by one; `json.loads` takes five times as long for each.
_DECODER = JSONDecoder()
_SHORT = {"\\n": "\n", "\\r": "\r", "\\t": "\t", '\\"': '"', "\\/": "/", "\\\\": "\\"}
# A string may have no end; looking for it after each small chunk would be quadratic.
_STEP = 16_384
# `[[[[…` must not keep a level for each of its characters.
_DEEPEST = 500
_LONGEST_ESCAPE = 12  # a pair of surrogates
# A key is kept whole, unlike a value, so it must have an end.
_LONGEST_KEY = 4_096
_LONGEST_NOTE = 200  # characters of a name or a time

_TOKEN = re.compile(r"[\s,:]*+(?:(?P<sign>[\"{}\[\]])|(?P<bare>[\w.+-]++))")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)", re.DOTALL)
_BARE = re.compile(r"true|false|null|-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN")
_MARKUP = re.compile(
    r"""
    <(?: !--    # a comment
      | /?(?:a|b|body|br|div|em|font|h[1-6]|html|i|img|li|ol|p|s|script|small|span|strong|style
          |sub|sup|svg|table|td|template|tr|tt|u|ul)
        (?=[\s/>])    # the end of the name: `<p>`, `<br/>`, `<a href=...>`
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A number that may be dialled.
_NUMBER = re.compile(r"\d{7,20}")


def items(source: Iterable[Piece], field: str | None = None) -> Iterator[Item]:
    """The text of every string, each after the key that it has; `field`: only of this field.

    Keys of nested objects are separated by dots, lists are looked into: `messages.text`.
    """
    reader, strip = Reader(field), Strip()
    for piece in source:
        strip.add(piece)
        if len(strip) >= reader.wanted:
            done = yield from reader.read(strip, final=False)
            strip = strip.drop(done)
            reader.wanted = len(strip) + _STEP
    yield from reader.read(strip, final=True)
    yield from reader.end(strip)


class Reader:
    """Where the reading of a JSON text is.

    wanted: characters that must be there before reading goes on.
    found: whether the field that was asked for has been there.
    """

    def __init__(self, field: str | None = None) -> None:
        self.wanted = _STEP
        self.found = False
        self._field = field
        self._levels = Levels(with_keys=field is None)
        self._inside = False  # a string that has begun
        self._broken = False

    def read(self, strip: Strip, *, final: bool) -> Generator[Item, None, int]:
        """Read what is whole; returns how many characters are done with."""
        at = 0
        while not self._broken:
            end = self._next(strip, at, final=final)
            yield from self._levels.taken()
            if end is None and not self._broken:
                return at
            at = at if end is None else end
        return (yield from self._as_text(strip, at, final=final))

    def end(self, strip: Strip) -> Iterator[Item]:
        """What is to be said when the text has ended."""
        line = strip.place(len(strip)).line if len(strip) else 1
        if not self._broken and (self._levels.open or self._inside):
            yield Skipped(reason="json-cut-short", line=line, failed=True)
        elif self._field is not None and not self.found:
            args = {"field": self._field, "last": str(line)}
            yield Skipped(reason="no-such-field", line=1, args=args)

    def _next(self, strip: Strip, at: int, *, final: bool) -> int | None:
        """Read what comes next; returns where it ends, None where it is broken or not there yet."""
        text = strip.text
        if self._inside:
            return self._string(strip, at, final=final)
        # The end of a string is looked for right away: most of a file's tokens are strings.
        token = _TOKEN.match(text, at)
        if token is None:
            start = len(text) - len(text[at:].lstrip(" \t\r\n,:"))
            if start == len(text):
                return None
            if start > at:
                return start
        elif token["bare"] and token.end() == len(text) and not final:
            return None
        elif token["sign"] == '"':
            at = token.end()
            if self._levels.awaits_key:
                return self._key(strip, at, final=final)
            self._inside = True
            end = self._string(strip, at, final=final)
            return at if end is None and not final else end
        else:
            start = token.start(token.lastgroup or 0)
            if self._token(strip, token, start):
                return token.end()
        self._break(strip, start)
        return None

    def _token(self, strip: Strip, token: re.Match[str], start: int) -> bool:
        """Read a token that is no key; returns whether it may be here."""
        levels, sign = self._levels, token["sign"]
        if sign in {"]", "}"}:
            if not levels.closes(sign):
                return False
            levels.pop(strip, start)
        elif levels.awaits_key:
            return False
        elif sign:
            if len(levels.open) >= _DEEPEST:
                return False
            levels.push(strip, start, is_list=sign == "[")
        elif _BARE.fullmatch(token["bare"]):
            self._bare(strip, start, token["bare"])
        else:
            return False
        return True

    def _bare(self, strip: Strip, start: int, text: str) -> None:
        """A number, or another value without quotes."""
        levels, place = self._levels, strip.place(start)
        if levels.wants_note() and _NUMBER.fullmatch(text):
            levels.note(text)
        if self._wants(number=text):
            levels.put(strip.part(start, start + len(text)), place)
        levels.value_read(place)

    def _key(self, strip: Strip, start: int, *, final: bool) -> int | None:
        end = _string_end(strip.text, start)
        if strip.text[end : end + 1] == '"':
            self._levels.key_read(list(unescaped(strip, start, end)))
            return end + 1
        if final or end - start > _LONGEST_KEY:
            self._break(strip, start)
        return None

    def _string(self, strip: Strip, start: int, *, final: bool) -> int | None:
        """A string, or as much of a long one as is there."""
        text, levels, place = strip.text, self._levels, strip.place(start)
        end = _string_end(text, start)
        closed = text[end : end + 1] == '"'
        if not closed and not final:
            if end - start < _STEP:
                return None
            end = text.find("\\", max(start, end - _LONGEST_ESCAPE), end)
            end = end if end >= 0 else len(text) - 1
        if closed and end - start <= _LONGEST_NOTE and levels.wants_note():
            levels.note("".join(piece.text for piece in unescaped(strip, start, end)))
        if self._wants():
            parts = list(unescaped(strip, start, end))
            if any(_MARKUP.search(part.text) for part in parts):
                parts = self._shown(parts)
            levels.put(parts, place)
        if closed:
            self._inside = False
            levels.value_read(place)
            return end + 1
        return None if final else end

    def _shown(self, parts: list[Piece]) -> list[Piece]:
        """A string that holds HTML: what the program that it was written for would show."""
        from hotline_check.documents.html import reader  # few files hold pages in strings

        items = list(reader.pieces(parts))
        self._levels.add(item for item in items if not isinstance(item, Piece))
        return [item for item in items if isinstance(item, Piece)]

    def _wants(self, number: str | None = None) -> bool:
        if self._field is None:
            return number is None or _NUMBER.fullmatch(number) is not None
        wanted = self._field in self._levels.paths()
        self.found = self.found or wanted
        return wanted

    def _break(self, strip: Strip, at: int) -> None:
        """From here on the text is not JSON: it is read as it is."""
        self._broken = True
        self._levels.kept(strip, at)
        line = strip.place(at).line
        self._levels.add([Skipped(reason="json-broken", line=line, failed=True)])

    def _as_text(self, strip: Strip, at: int, *, final: bool) -> Generator[Item, None, int]:
        end = len(strip)
        if not final:
            end = max(at, end - _LONGEST_ESCAPE)
            escape = strip.text.find("\\", max(at, end - _LONGEST_ESCAPE), end)
            end = escape if escape >= 0 else end
        yield from unescaped(strip, at, end)
        return end


def unescaped(strip: Strip, start: int, end: int) -> Iterable[Piece]:
    """A part of a text with the escapes of JSON read."""
    if strip.text.find("\\", start, end) < 0:
        return strip.part(start, end)
    return _unescaped(strip, start, end)


def _unescaped(strip: Strip, start: int, end: int) -> Iterator[Piece]:
    at = start
    # By `find`: the pattern's own search takes ten times as long.
    while (place := strip.text.find("\\", at, end)) >= 0 and (
        escape := _ESCAPE.match(strip.text, place, end)
    ):
        yield from strip.part(at, place)
        yield Piece(_character(escape[0]), strip.place(place), len(escape[0]))
        at = escape.end()
    yield from strip.part(at, end)


def _string_end(text: str, start: int) -> int:
    """Where a string ends: at its quote, else with the text, before half an escape."""
    end = text.find('"', start)
    while end > start and text[end - 1] == "\\" and _is_escaped(text, start, end):
        end = text.find('"', end + 1)
    return end if end >= 0 else len(text) - _is_escaped(text, start, len(text))


def _is_escaped(text: str, start: int, at: int) -> bool:
    """Return True after an odd number of backslashes."""
    first = at
    while first > start and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def _character(escape: str) -> str:
    if escape in _SHORT:
        return _SHORT[escape]
    try:
        char = str(_DECODER.raw_decode(f'"{escape}"')[0])
    except ValueError:
        return escape[1:]  # `\\x`, which JSON does not have
    return "\ufffd" if "\ud800" <= char[0] <= "\udfff" else char
