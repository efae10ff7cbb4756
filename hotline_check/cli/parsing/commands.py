"""Commands and groups: imported on demand, translated when shown, forgiving in spelling."""

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from hotline_check.cli.parsing.arguments import is_dashed_number
from hotline_check.cli.parsing.help import Context, no_color_option, translate
from hotline_check.cli.parsing.usage import no_such_command, no_such_option
from hotline_check.cli.settings import language
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.wording.text.catalogue import N_, words

SETTINGS: Final = {"help_option_names": ["-h", "--help"]}
# All are accepted when a command asks for a country; the help shows what it declares.
_REGION_OPTIONS: Final = frozenset({"--region", "-r", "--country", "-c"})
# Click cuts a summary at 45 characters; ours are wrapped to the screen instead.
_UNCUT: Final = 1_000
# `-platfrom` was meant as `--platform`; what is less alike may be short options in one word.
_LIKE_AN_OPTION: Final = 0.85
# Click would read `-region` as the short options `-r`, `-e` …
_LONG_WITH_ONE_HYPHEN: Final = lazy_pattern("-[a-z][a-z-]{2,}")


class Command(TyperCommand):
    """A command whose help is translated only when it is shown."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(no_color_option())

    def format_help(self, ctx: Any, formatter: Any) -> None:
        translate(self)
        super().format_help(ctx, formatter)

    def make_parser(self, ctx: Any) -> Any:
        parser: Any = super().make_parser(ctx)
        taken = {option for parameter in self.params for option in parameter.opts}
        for parameter in self.params:
            aliases = _REGION_OPTIONS - taken
            if parameter.name in {"region", "country"} and parameter.param_type_name == "option":
                action = "append" if getattr(parameter, "multiple", False) else "store"
                parser.add_option(parameter, sorted(aliases), parameter.name, action)
                if ctx.resilient_parsing:  # a shell completes: it looks for the option by its names
                    parameter.opts = [*parameter.opts, *sorted(aliases)]
        return parser

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if any(argument[:1] == "-" and argument[1:2] != "-" for argument in args):
            args = self._mended(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # so that the message names this command's help
                error.ctx = ctx  # type: ignore[attr-defined]  # the parser exports no type for it
            raise

    def _mended(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments where no number is taken for options; `-platform` is refused.

        The parser would read it as `-p latform`, a platform's name.
        """
        end = args.index("--") if "--" in args else len(args)
        options = args[:end]
        long = [o for parameter in self.params for o in parameter.opts if o.startswith("--")]
        for argument in options:
            if near := _long_option(argument, long):
                raise no_such_option(argument.partition("=")[0], near, ctx.command_path)
        numbers = [argument for argument in options if is_dashed_number(argument)]
        if not numbers or not any(parameter.name == "number" for parameter in self.params):
            return args
        note = N_("Read as a contact. Put -- before one that begins with a hyphen.")
        typer.echo(words(language())(note), err=True)
        others = [argument for argument in options if argument not in numbers]
        return [*others, "--", *numbers, *args[end + 1 :]]


class Group(TyperGroup):
    """A group that imports a command's module on first use."""

    context_class = Context
    table: Mapping[str, tuple[str, str, str]] = {}
    load: Callable[..., Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(no_color_option())

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the parser's signature
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # the parser's signature
        if cmd_name not in self.table:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = type(self).load(cmd_name, *self.table[cmd_name])
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        is_option = args[0].startswith("-") or ctx.resilient_parsing  # completing: no errors
        if args[0] not in self.table and not is_option:
            raise no_such_command(args[0], self.table, ctx.command_path)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        translate(self)
        for name in self.table:
            translate(self.get_command(ctx, name))
        super().format_help(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands with their whole first sentence, which the parser would cut."""
        rows = [
            (name, self.get_command(ctx, name).get_short_help_str(_UNCUT)) for name in self.table
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _long_option(argument: str, long: list[str]) -> str | None:
    """The long option that was written with a single hyphen."""
    name = argument.partition("=")[0]
    if not _LONG_WITH_ONE_HYPHEN.fullmatch(name):
        return None
    alike = ((SequenceMatcher(None, name[1:], o[2:]).ratio(), o) for o in long if o[2] == name[1])
    ratio, option = max(alike, default=(0.0, None))
    return option if ratio >= _LIKE_AN_OPTION else None
