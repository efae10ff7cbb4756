"""The person's own folders for settings, installed releases and caches."""

import os
import sys
from pathlib import Path

PINS = "sources.json"  # below the config folder: the pinned sources, if there are any
_NAME = "hotline-check"


def config_folder() -> Path:
    """Where pinned sources are kept."""
    return _folder("config", "XDG_CONFIG_HOME", ".config")


def data_folder() -> Path:
    """Where installed releases are kept."""
    return _folder("data", "XDG_DATA_HOME", ".local/share")


def cache_folder() -> Path:
    """Where snapshots of registries that are being edited are kept."""
    return _folder("cache", "XDG_CACHE_HOME", ".cache")


def _folder(kind: str, variable: str, usual: str) -> Path:
    # Every check asks for these. On Linux the XDG rule is one line; the library that knows the
    # other systems takes 4 ms to load, a twentieth of a check.
    if sys.platform == "linux":
        named = os.environ.get(variable, "")
        return Path(named if os.path.isabs(named) else Path.home() / usual, _NAME)  # noqa: PTH117  # a string
    import platformdirs

    folder: Path = getattr(platformdirs, f"user_{kind}_path")(_NAME, appauthor=False)
    return folder
