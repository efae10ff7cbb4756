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
# A string may have no end; looking for it after each small chunk would be quadratic.
_STEP = 16_384
# `[[[[…` must not keep a level for each of its characters.
_DEEPEST = 500
_LONGEST_ESCAPE = 12  # a pair of surrogates
# A key is kept whole, unlike a value, so it must have an end.
_LONGEST_KEY = 4_096
_LONGEST_NOTE = 200  # characters of a name or a time

_TOKEN = re.compile(r"[\s,:]*+(?:(?P<sign>[\"{}\[\]])|(?P<bare>[\w.+-]++))")
_STRING = re.compile(r"(?:[^\"\\]++|\\.)*+", re.DOTALL)
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
        text, at = strip.text, 0
        while not self._broken:
            if self._inside:
                end = yield from self._string(strip, at, final=final)
            else:
                token = _TOKEN.match(text, at)
                if token is None or (token.end() == len(text) and token["bare"] and not final):
                    if token is None and (rest := text[at:].lstrip(" \t\r\n,:")):
                        at = len(text) - len(rest)
                        yield from self._break(strip, at)
                        break
                    return at
                end = yield from self._token(strip, token, final=final)
            if end is None:
                if self._broken:
                    break
                return at
            at = end
        return (yield from self._as_text(strip, at, final=final))

    def end(self, strip: Strip) -> Iterator[Item]:
        """What is to be said when the text has ended."""
        line = strip.place(len(strip)).line if len(strip) else 1
        if not self._broken and (self._levels.open or self._inside):
            yield Skipped(reason="json-cut-short", line=line, failed=True)
        elif self._field is not None and not self.found:
            args = {"field": self._field, "last": str(line)}
            yield Skipped(reason="no-such-field", line=1, args=args)

    def _token(
        self, strip: Strip, token: re.Match[str], *, final: bool
    ) -> Generator[Item, None, int | None]:
        """Read one token; returns where it ends, None where it is broken or not there yet."""
        levels, start, end = self._levels, token.end() - 1, token.end()
        if token["bare"]:
            start = token.start("bare")
            if levels.awaits_key or not _BARE.fullmatch(token["bare"]):
                yield from self._break(strip, start)
                return None
            if levels.wants_note() and _NUMBER.fullmatch(token["bare"]):
                levels.note(token["bare"])
            if self._wants(number=token["bare"]):
                yield from levels.put(list(strip.part(start, end)), strip, start)
            yield from levels.value_read(strip, start)
        elif token["sign"] == '"':
            if not levels.awaits_key:
                self._inside = True
                return end
            return (yield from self._key(strip, end, final=final))
        elif token["sign"] in "{[":
            if levels.awaits_key or len(levels.open) >= _DEEPEST:
                yield from self._break(strip, start)
                return None
            yield from levels.push(strip, start, is_list=token["sign"] == "[")
        elif not levels.closes(token["sign"]):
            yield from self._break(strip, start)
            return None
        else:
            yield from levels.pop(strip, start)
        return end

    def _key(self, strip: Strip, start: int, *, final: bool) -> Generator[Item, None, int | None]:
        found = _STRING.match(strip.text, start)
        end = found.end() if found else start
        if strip.text[end : end + 1] != '"':
            if final or end - start > _LONGEST_KEY:
                yield from self._break(strip, start)
                return None
            return None
        self._levels.key_read(list(unescaped(strip, start, end)))
        return end + 1

    def _string(
        self, strip: Strip, start: int, *, final: bool
    ) -> Generator[Item, None, int | None]:
        """A string, or as much of a long one as is there."""
        text = strip.text
        found = _STRING.match(text, start)
        end = found.end() if found else start
        closed = text[end : end + 1] == '"'
        if not closed and not final:
            if end - start < _STEP:
                return None
            end = text.find("\\", max(start, end - _LONGEST_ESCAPE), end)
            end = end if end >= 0 else len(text) - 1
        if closed and end - start <= _LONGEST_NOTE and self._levels.wants_note():
            self._levels.note("".join(piece.text for piece in unescaped(strip, start, end)))
        if self._wants():
            parts = list(unescaped(strip, start, end))
            if any(map(_MARKUP.search, (part.text for part in parts))):
                yield from self._put_page(parts, strip, start)
            else:
                yield from self._levels.put(parts, strip, start)
        if closed:
            self._inside = False
            yield from self._levels.value_read(strip, start)
            return end + 1
        return None if final else end

    def _put_page(self, parts: list[Piece], strip: Strip, start: int) -> Iterator[Item]:
        """A string that holds HTML: what the program that it was written for would show."""
        from hotline_check.documents.html import reader  # few files hold pages in strings

        shown: list[Piece] = []
        for item in reader.pieces(parts):
            if isinstance(item, Piece):
                shown.append(item)
            else:
                yield item
        yield from self._levels.put(shown, strip, start)

    def _wants(self, number: str | None = None) -> bool:
        if self._field is None:
            return number is None or _NUMBER.fullmatch(number) is not None
        wanted = self._field in self._levels.paths()
        self.found = self.found or wanted
        return wanted

    def _break(self, strip: Strip, at: int) -> Generator[Item, None, None]:
        """From here on the text is not JSON: it is read as it is."""
        self._broken = True
        yield from self._levels.kept(strip, at)
        yield Skipped(reason="json-broken", line=strip.place(at).line, failed=True)

    def _as_text(self, strip: Strip, at: int, *, final: bool) -> Generator[Item, None, int]:
        end = len(strip)
        if not final:
            end = max(at, end - _LONGEST_ESCAPE)
            escape = strip.text.find("\\", max(at, end - _LONGEST_ESCAPE), end)
            end = escape if escape >= 0 else end
        yield from unescaped(strip, at, end)
        return end


def unescaped(strip: Strip, start: int, end: int) -> Iterator[Piece]:
    """A part of a text with the escapes of JSON read."""
    at = start
    for escape in _ESCAPE.finditer(strip.text, start, end):
        yield from strip.part(at, escape.start())
        yield Piece(_character(escape[0]), strip.place(escape.start()), len(escape[0]))
        at = escape.end()
    yield from strip.part(at, end)


def _character(escape: str) -> str:
    try:
        char = str(_DECODER.raw_decode(f'"{escape}"')[0])
    except ValueError:
        return escape[1:]  # `\\x`, which JSON does not have
    return "\ufffd" if "\ud800" <= char[0] <= "\udfff" else char
