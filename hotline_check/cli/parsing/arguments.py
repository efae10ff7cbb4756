"""Rewrite what people type instead of a command: `help check`, or a number and nothing else."""

import os
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from hotline_check.errors import HotlineError
from hotline_check.lazy_pattern import lazy_pattern

# These need no command after them.
_ROOT_OPTIONS: Final = frozenset(
    {"-h", "--help", "-V", "--version", "--install-completion", "--show-completion"}
)
_WITH_VALUE: Final = frozenset({"--lang"})
_FLAGS: Final = frozenset({"--no-color"})
# A word of ASCII letters is a mistyped command or a name, never a contact.
_WORD: Final = lazy_pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*")
# As long as twelve words of three letters with a space between any two.
_SHORTEST_SECRET: Final = 47 - 11  # the spaces are not counted
# `-1 888 …`: a person who copies a number must not read about an option `-1`.
_DASHED_NUMBER: Final = lazy_pattern(r"-[\d(+]")


def completed(arguments: Sequence[str], commands: Collection[str]) -> list[str]:
    """The arguments with the command that is meant.

    >>> completed(["+1 888 908 7930", "-p", "coinbase"], {"check"})
    ['check', '+1 888 908 7930', '-p', 'coinbase']
    >>> completed(["help", "check"], {"check"}), completed(["chek"], {"check"})
    (['check', '--help'], ['chek'])
    """
    first = _first(arguments)
    rest = list(arguments[first:])
    if not rest or rest[0] in commands or rest[0] in _ROOT_OPTIONS:
        return list(arguments)
    before = arguments[:first]
    if rest[0] == "help":
        return [*before, *rest[1:], "--help"]
    if rest[0].startswith("-") and not _DASHED_NUMBER.match(rest[0]):
        is_check = any(map(_can_be_contact, rest)) and set(commands).isdisjoint(rest)
    else:
        is_check = _can_be_contact(rest[0])
    return [*before, "check", *rest] if is_check else list(arguments)


def is_dashed_number(argument: str) -> bool:
    """Return True for a number that a parser would take for options: `-1-888-908-7930`."""
    return _DASHED_NUMBER.match(argument) is not None


def _first(arguments: Sequence[str]) -> int:
    """The index after the options that may precede the command."""
    index = 0
    while index < len(arguments):
        name, equals, _value = arguments[index].partition("=")
        if name not in _WITH_VALUE and name not in _FLAGS:
            break
        index += 1 if equals or name in _FLAGS else 2
    return min(index, len(arguments))


def _can_be_contact(argument: str) -> bool:
    if argument.startswith("-") and not _DASHED_NUMBER.match(argument):
        return False
    return bool(argument.strip()) and not _WORD.fullmatch(argument.strip())


def is_contact(argument: str) -> bool:
    """Return True for what is a contact whatever command it was given to.

    >>> [is_contact(a) for a in ("+1 202 555 0123", "a@b.example", "crypto.com", "https://x.y")]
    [True, True, False, True]
    """
    if "://" in argument or "@" in argument:
        return True
    return sum(map(str.isdecimal, argument)) > 2 and not any(map(str.isalpha, argument))


def refuse_secrets(arguments: Sequence[str]) -> None:
    """Raise HotlineError `secret-typed` for a seed phrase or private key; `check` answers itself.

    Nothing has parsed the arguments yet, so no other message can repeat them.
    """
    if sum(map(len, arguments)) < _SHORTEST_SECRET or "check" in arguments[: _first(arguments) + 1]:
        return
    from hotline_check.private_keys import has_secret  # a page of patterns, for long arguments only

    values = (argument.partition("=")[2] or argument for argument in arguments)
    if has_secret([value for value in values if not os.path.lexists(value)]):
        raise HotlineError("secret-typed")


def wants_json(arguments: Sequence[str]) -> bool:
    """Return True if a program reads the answer, so that an error must be an object, too.

    The arguments may be wrong, so this can't be left to the parser.
    """
    from hotline_check.cli.preferences import preferences

    form = preferences().form
    for name, after in pairwise([*arguments, ""]):
        if name == "--":
            break
        if name == "--format":
            form = after
        elif name.startswith("--format="):
            form = name.removeprefix("--format=")
    return form in {"json", "jsonl"}
