"""Address fields of a mail -> the names that a mail program shows, and each address as it is used.

RFC 5322, section 3.4, with the obsolete forms of section 4.4 and what forgers make of both.

The standard library reads such fields in full (`email.headerregistry`), but forgets where in the
file each address is, gives up on broken ones, and takes quadratic time for some. The tests compare
this module with it.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from hotline_check.documents.mail.encoded_words import decoded
from hotline_check.documents.models import Piece
from hotline_check.documents.source_map import Strip
from hotline_check.email_syntax import canonical

_TOKEN = re.compile(
    r"""
      (?P<space>[\s\x00]+)
    | (?P<quoted>"(?:[^"\\]|\\.)*+")
    | (?P<encoded>=\?[^?\s]+\?[bBqQ]\?[^?\n]*\?=)
    | (?P<literal>\[[^\[\]@]*+\])                    # a host given by its IP address
    | (?P<comment>\()
    | (?P<joint>[.@])
    | (?P<end>[<>,;:])
    | (?P<atom>(?:\\.|(?!=\?)[^\s\x00\\"\[(<>,;:@.])++ | .)
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_COMMENT = re.compile(r"\\.|[()]", re.DOTALL)
# Comments that never end are looked for so often, at a cost of the rest of the field.
_MOST_COMMENTS = 8
_BREAK = re.compile(r"[\r\n]+")
_PAIR = re.compile(r"\\(.)", re.DOTALL)
_SPACES = frozenset({"space", "comment"})


class _Token(msgspec.Struct, frozen=True):
    kind: str
    text: str
    start: int
    end: int


def address_list(field: Strip) -> Iterator[Piece]:
    """The text of a field: names as they are shown, each address as it is used."""
    run: list[_Token] = []
    solid: _Token | None = None  # the last token of the run that is no space
    for token in _tokens(field.text):
        if run and _is_run_end(run[-1], solid, token):
            yield from _run(field, run)
            run, solid = [], None
        run.append(token)
        solid = solid if token.kind in _SPACES else token
    yield from _run(field, run)


def _tokens(text: str) -> Iterator[_Token]:
    at, unclosed = 0, 0
    while found := _TOKEN.match(text, at):
        kind, end = found.lastgroup or "atom", found.end()
        if kind == "comment":
            close = _comment_end(text, at) if unclosed < _MOST_COMMENTS else None
            unclosed += close is None
            kind, end = ("comment", close) if close else ("end", end)
        yield _Token(kind, text[at:end], at, end)
        at = end


def _comment_end(text: str, start: int) -> int | None:
    """Where a comment ends that begins here; comments nest. None for one that never ends."""
    depth = 0
    for found in _IN_COMMENT.finditer(text, start):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return None


def _is_run_end(last: _Token, solid: _Token | None, token: _Token) -> bool:
    """Whether no address reaches from a run of tokens to the next one.

    Spaces and comments may be on each side of a dot and of the `@`, and nowhere else.

    last: the last token of the run; solid: its last one that is no space.
    """
    if last.kind == "end" or token.kind == "end":
        return True
    if token.kind in _SPACES or token.kind == "joint":
        return False
    return last.kind in _SPACES and solid is not None and solid.kind != "joint"


def _run(field: Strip, run: list[_Token]) -> Iterator[Piece]:
    solid = [place for place, token in enumerate(run) if token.kind not in _SPACES]
    if any(run[place].text == "@" for place in solid[1:]):
        first, last = solid[0], solid[-1] + 1
        yield from _names(field, run[:first])
        yield from _address(field, run[first:last])
        yield from _names(field, run[last:])
    else:
        yield from _names(field, run)


def _names(field: Strip, tokens: Sequence[_Token]) -> Iterator[Piece]:
    """What is no address: names, comments, and the signs in between."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.kind == "quoted":
            # A mail program shows the name without its quotes; an address in it is one of its own.
            yield Piece(" ", field.place(token.start), 1)
            yield from _unpaired(field, token.start + 1, token.end - 1)
            yield Piece(" ", field.place(token.end - 1), 1)
            continue
        while at < len(tokens) and tokens[at].kind != "quoted":
            at += 1
        yield from _visible(decoded(field, token.start, tokens[at - 1].end))
        if tokens[at - 1].text == ">":  # what follows is no part of the address before it
            yield Piece(" ", field.place(token.start), 0)


def _unpaired(field: Strip, start: int, end: int) -> Iterator[Piece]:
    at = start
    for pair in _PAIR.finditer(field.text, start, end):
        yield from _visible(decoded(field, at, pair.start()))
        yield Piece(pair[1], field.place(pair.start()), 2)
        at = pair.end()
    yield from _visible(decoded(field, at, end))


def _address(field: Strip, tokens: Sequence[_Token]) -> Iterator[Piece]:
    """An address as it is used; before it, on lines of their own, what may be shown instead."""
    start, end = tokens[0].start, tokens[-1].end
    for token in tokens:
        if token.kind == "encoded":
            yield from _visible(decoded(field, token.start, token.end))
            yield Piece("\n", field.place(token.start), 0)
        elif token.kind == "comment":
            yield from _visible(decoded(field, token.start + 1, token.end - 1))
            yield Piece("\n", field.place(token.start), 0)
    solid = [token for token in tokens if token.kind not in _SPACES]
    sign = max(place for place, token in enumerate(solid) if token.text == "@")
    local = canonical(_BREAK.sub("", "".join(token.text for token in solid[:sign])))
    if not local.isascii() and not local.startswith('"'):
        local = f'"{local}"'  # in a text, a mailbox ends where Chinese or Japanese begins
    written = f"{local}@{''.join(token.text for token in solid[sign + 1 :])}"
    if written == field.text[start:end]:
        yield from field.part(start, end)
    else:
        place = field.place(start)
        yield Piece(written, place, field.stop(end) - place.offset)


def _visible(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Text with spaces for control characters, at which some programs stop showing it."""
    for piece in pieces:
        text = piece.text
        yield piece if text.isprintable() else replace(piece, text=_CONTROLS.sub(" ", text))


_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
