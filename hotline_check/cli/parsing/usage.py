"""Bad usage: the parser's exceptions as errors of this program, which have translations."""

import re
import shlex
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final

from hotline_check.cli.parsing.arguments import is_contact
from hotline_check.errors import HotlineError
from hotline_check.lazy_pattern import lazy_pattern

# difflib's own default: a wrong guess costs the reader one line.
_LIKE_ENOUGH: Final = 0.6
# Click has the extra words only in its English sentence.
_EXTRA: Final = lazy_pattern(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one most probably means."""
    found = get_close_matches(word.lower(), list(known), 1, _LIKE_ENOUGH)
    return found[0] if found else None


def no_such_option(option: str, near: str | None, command: str) -> HotlineError:
    """The error for an unknown option."""
    code = "no-such-option-near" if near else "no-such-option"
    return HotlineError(code, option=option, near=near, command=command)


def no_such_command(name: str, known: Iterable[str], command: str) -> HotlineError:
    """The error for an unknown command."""
    near = nearest(name, known)
    code = "no-such-command-near" if near else "no-such-command"
    if not near and " " not in command:  # at the top level it may be a platform's name
        code = "not-a-command"
    return HotlineError(code, name=name, near=near, command=command)


def as_error(error: Any) -> HotlineError:
    """An exception of the parser, whose classes have no public home, as a HotlineError."""
    command = error.ctx.command_path if error.ctx else "hotline-check"
    match type(error).__name__:
        case "NoSuchOption":
            near = next(iter(error.possibilities or ()), None)
            return no_such_option(error.option_name, near, command)
        case "MissingParameter" if error.param is not None:
            what = error.param.opts[0] if _is_option(error.param) else _argument(error)
            return HotlineError("missing-argument", what=what, command=command)
        case "BadOptionUsage":
            return HotlineError("option-without-value", option=error.option_name, command=command)
        case "BadParameter" if error.param is not None:
            return _bad_value(error, command)
    what = error.format_message().rstrip(".")
    if extra := _EXTRA.fullmatch(what):
        return HotlineError("extra-argument", got=extra[1], command=command)
    return HotlineError("bad-usage", what=what, command=command)


def _bad_value(error: Any, command: str) -> HotlineError:
    option = error.param.opts[0] if _is_option(error.param) else _argument(error)
    choices = getattr(error.param.type, "choices", None)
    if choices:
        known = ", ".join(getattr(choice, "value", choice) for choice in choices)
        got = error.message.rpartition("' is not one of")[0].lstrip("'")
        return HotlineError(
            "bad-option-value", option=option, got=got, known=known, command=command
        )
    what = f"{option}: {error.message.rstrip('.')}"
    return HotlineError("bad-usage", what=what, command=command)


def _is_option(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "option")


def _argument(error: Any) -> str:
    return str(error.param.make_metavar(error.ctx)).strip("[].").upper()


def corrected(error: HotlineError) -> HotlineError:
    """The error, or a better one: of a secret, or a contact in place of a platform's name."""
    from hotline_check.private_keys import has_secret  # for failures only

    if has_secret(map(str, error.params.values())):
        return HotlineError("secret-typed")
    name = str(error.params.get("name", ""))
    if error.code in {"no-such-platform", "no-such-platform-near"} and is_contact(name):
        return HotlineError("contact-not-platform", name=name, quoted=shlex.quote(name))
    return error
