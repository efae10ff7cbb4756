"""What the person prefers, before any option: the configuration file, else the system's locale.

The file is `config.toml` in the configuration folder, with the keys `region`, `lang` and `format`.
A mistake in it is one warning: it must not keep anybody from an answer.
"""

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from hotline_check.folders import config_folder
from hotline_check.wording.text.catalogue import canonical, region_of

# CSV and others are for single commands, so no setting may ask for them.
FORMATS: Final = ("text", "json")
# A settings file has a few lines, but its path may name a log or a device.
_MOST_BYTES: Final = 65_536


class Preferences(NamedTuple):
    """The valid settings of a configuration file, and what is wrong with the others.

    problems: pairs of a code in `hotline_check.wording.terms.problems.usage` and what was found.
    """

    region: str | None = None
    lang: str | None = None
    form: str | None = None
    problems: tuple[tuple[str, str], ...] = ()


def path() -> Path:
    """Where the configuration file is, or would be."""
    return config_folder() / "config.toml"


def preferences() -> Preferences:
    """The settings of the configuration file; every check asks for them."""
    file = path()
    try:
        if not file.is_file():  # a named pipe or a device could hold a check up forever
            return Preferences()
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES)
    except OSError:
        # A check must answer even where the settings can't be read; most people have none.
        return Preferences()
    return _parsed(content)


def home_region() -> str | None:
    """The person's country: the configured one, else the locale's."""
    return preferences().region or region_of()


@cache
def _parsed(content: bytes) -> Preferences:
    import tomllib

    from hotline_check.errors import HotlineError
    from hotline_check.registry.matching.regions import known_region

    try:
        table = tomllib.loads(content.decode())
    except ValueError as error:  # also UnicodeDecodeError
        return Preferences(problems=(("config-not-toml", str(error)),))
    problems: list[tuple[str, str]] = []
    region = lang = form = None
    for key, value in table.items():
        if key == "region":
            try:
                region = known_region(str(value))
            except HotlineError:
                problems.append(("config-bad-value", f"{key} = {value!r}"))
        elif key == "lang" and (lang := canonical(str(value))) is None:
            problems.append(("config-bad-value", f"{key} = {value!r}"))
        elif key == "format" and (form := str(value)) not in FORMATS:
            form = None
            problems.append(("config-bad-value", f"{key} = {value!r}"))
        elif key not in {"region", "lang", "format"}:
            problems.append(("config-unknown-key", key))
    return Preferences(region, lang, form, tuple(problems))
