"""Help formatter that measures display width; Click's own counts characters."""

from collections.abc import Sequence
from typing import Any

import typer

_Formatter: Any = typer.Context.formatter_class


class HelpFormatter(_Formatter):  # type: ignore[misc]  # the parser exports no type for it
    """Wraps paragraphs and option lists by East Asian width."""

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
        for name, meaning in rows:
            lines = wrap(meaning, columns=max(self.width - column - 2, 10)) if meaning else []
            head = pad(name, column)
            if lines and width(head) == column:
                head += lines.pop(0)
            self.write(f"{indent}{head.rstrip()}\n")
            for line in lines:
                self.write(f"{indent}{' ' * column}{line}\n")


class Context(typer.Context):
    """Click context with this formatter."""

    formatter_class = HelpFormatter
