"""Output of `config`: the settings and where each comes from."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from hotline_check.errors import HotlineError
from hotline_check.wording.terms.problems import error_line
from hotline_check.wording.text.catalogue import N_, Words
from hotline_check.wording.text.layout import pad
from hotline_check.wording.text.lines import Line, texts

Origin = Literal["file", "locale", "environment", "default"]


class Setting(NamedTuple):
    """A setting, its value (None where nothing sets it), and what set it."""

    name: str
    value: str | None
    origin: Origin


_ORIGINS: dict[Origin, str] = {
    "file": N_("from this file"),
    "locale": N_("from the system's locale"),
    "environment": N_("from HOTLINE_CHECK_REGISTRY"),
    "default": N_("nothing else is set"),
}
_FILE = N_("Configuration file: {path}")
_NO_FILE = N_("Configuration file, not there yet: {path}")
_NOT_SET = N_("not set")
_HOW = N_('It may hold these lines: region = "HK", lang = "en", format = "text".')
_BUNDLED = N_("pinned source, else bundled")


def config_lines(
    file: Path, settings: Sequence[Setting], problems: Sequence[tuple[str, str]], _: Words
) -> list[Line]:
    """The file, each setting, and how to change one."""
    lines = texts([_(_FILE if file.exists() else _NO_FILE, path=file)], indent="", style="label")
    for setting in settings:
        value = setting.value or _(_BUNDLED if setting.name == "registry" else _NOT_SET)
        row = _.aside(f"{pad(setting.name, 10)}{value}", [_(_ORIGINS[setting.origin])])
        lines += texts([row], hanging=True)
    lines += texts(problem_texts(file, problems, _), indent="", style="warning")
    return [*lines, *texts([_(_HOW)], indent="", style="faint")]


def problem_texts(file: Path, problems: Sequence[tuple[str, str]], _: Words) -> list[str]:
    """What is wrong in the file, a sentence each."""
    return [error_line(HotlineError(code, got=got, path=file), _) for code, got in problems]


def config_record(
    file: Path, settings: Sequence[Setting], problems: Sequence[tuple[str, str]], _: Words
) -> dict[str, Any]:
    """The same for programs."""
    return {
        "version": 1,
        "file": str(file),
        "settings": {s.name: {"value": s.value, "from": s.origin} for s in settings},
        "problems": problem_texts(file, problems, _),
    }
