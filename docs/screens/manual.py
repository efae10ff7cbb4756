"""The manual page, in the man macros of roff, made from the help of every command."""

from collections.abc import Iterator
from typing import Any

_HEAD = '.TH HOTLINE\\-CHECK 1 "" "hotline\\-check" "User commands"'


def manual() -> str:
    """The page in English, as docs/hotline-check.1 holds it."""
    from hotline_check.cli.app import program

    root = program()
    lines = [_HEAD, ".SH NAME", f"hotline\\-check \\- {_text(root.help)}"]
    lines += [".SH SYNOPSIS", "\\fBhotline\\-check\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR]..."]
    for path, command, context in _commands(root, "hotline-check", None):
        heading = "OPTIONS" if command is root else path.removeprefix("hotline-check ").upper()
        lines += [f".SH {_text(heading)}", _text(command.help or "")]
        if command is not root:
            lines += [".PP", _text(" ".join([path, *command.collect_usage_pieces(context)]))]
        for parameter in command.get_params(context):
            if record := parameter.get_help_record(context):
                lines += [".TP", f"\\fB{_text(record[0])}\\fR", _text(record[1])]
        if command.epilog:
            lines += [".PP", _text(command.epilog)]
    return "\n".join(lines) + "\n"


def _commands(command: Any, name: str, parent: Any) -> Iterator[tuple[str, Any, Any]]:
    settings = command.context_settings
    context = command.context_class(command, info_name=name, parent=parent, **settings)
    yield context.command_path, command, context
    for below in getattr(command, "table", ()):
        yield from _commands(command.get_command(context, below), below, context)


def _text(text: str) -> str:
    """Text as roff source: no character of it is a command."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain[:1] in {".", "'"} else plain
