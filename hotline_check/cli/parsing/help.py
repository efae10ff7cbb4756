"""Help in the selected language, wrapped by display width; the parser's own counts characters."""

import os
import re
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperOption

from hotline_check.cli.settings import language
from hotline_check.wording.text.catalogue import N_, words
from hotline_check.wording.text.layout import WIDTH, screen_columns

# Typer's own, which is subclassed for other widths and languages.
_Formatter: Any = typer.Context.formatter_class
_USAGE = N_("Usage:")
# What the parser itself writes: headings, and what it adds to an option's help.
_PARSERS_OWN = {
    "Arguments": N_("Arguments"),
    "Options": N_("Options"),
    "Commands": N_("Commands"),
    "Show this message and exit.": N_("Show this message and exit."),
    "Install completion for the current shell.": N_("Install completion for the current shell."),
    "Show completion for the current shell, to copy it or customize the installation.": N_(
        "Print completion for the current shell."
    ),
}
_DEFAULT = N_("default: {value}")
_REQUIRED = N_("required")


def translate(command: Any) -> None:
    """Translate a command's help to the selected language, once."""
    _ = words(language())
    if getattr(command, "translated", None) == _.lang:
        return
    command.translated = _.lang
    command.help = _(command.help or "")
    command.epilog = _(command.epilog) if command.epilog else None
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)


class HelpFormatter(_Formatter):  # type: ignore[misc]  # the parser exports no type for it
    """Wraps paragraphs and option lists by East Asian width."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix or f"{words(language())(_USAGE)} ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_own(heading))

    def write_text(self, text: str) -> None:
        """Write a paragraph at the current indent."""
        from hotline_check.wording.text.layout import wrap

        indent = " " * self.current_indent
        for line in wrap(text, columns=self.width - self.current_indent):
            self.write(f"{indent}{line}\n")

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write terms and descriptions in two columns."""
        from hotline_check.wording.text.layout import pad, width, wrap

        indent = " " * self.current_indent
        column = min(max(width(name) for name, _ in rows), col_max) + col_spacing
        if column > self.width // 2:  # a narrow terminal: each meaning below its term
            column = 4
        for name, plain in rows:
            meaning = _own(plain)
            lines = wrap(meaning, columns=max(self.width - column - 2, 10)) if meaning else []
            head = pad(name, column)
            if lines and width(head) == column and width(name) < column:
                head += lines.pop(0)
            self.write(f"{indent}{head.rstrip()}\n")
            for line in lines:
                self.write(f"{indent}{' ' * column}{line}\n")


def _own(text: str) -> str:
    """A text of the parser's own in the selected language; any other stays."""
    _ = words(language())
    if text in _PARSERS_OWN:
        return _(_PARSERS_OWN[text])
    text = re.sub(r"\[default: ([^]]+)\]$", lambda m: f"[{_(_DEFAULT, value=m[1])}]", text)
    return re.sub(r"\[required\]$", lambda _match: f"[{_(_REQUIRED)}]", text)


class Context(typer.Context):
    """A context with this formatter, and with one set of default values for all commands."""

    formatter_class = HelpFormatter

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.parent is not None:
            self.default_map = self.parent.default_map
        if screen_columns() < WIDTH:  # the parser itself takes 50 columns at least
            self.terminal_width = screen_columns() - 2


def _no_color(_ctx: Any, _parameter: Any, is_set: bool) -> None:
    if is_set:
        os.environ["NO_COLOR"] = "1"  # what every part of the program looks at


def no_color_option() -> TyperOption:
    """The option that every command has."""
    return TyperOption(
        param_decls=["--no-color"],
        is_flag=True,
        default=False,
        expose_value=False,
        callback=_no_color,
        help=N_("No colors, whatever the terminal can show."),
    )
