"""Choose the registry: a folder from the environment, a pinned source, or the bundled one."""

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path

from hotline_check.folders import PINS, cache_folder, config_folder
from hotline_check.registry.storage.store import SEALED_NAME, Store, bundled

ENVIRONMENT = "HOTLINE_CHECK_REGISTRY"


def open_registry(
    today: dt.date,
    environ: Mapping[str, str] = os.environ,
    *,
    folder: str | os.PathLike[str] | None = None,
) -> Store:
    """Open the registry that answers.

    The caller's folder has precedence, then one named in the environment; then the current
    release of the strongest pinned source that has one; the bundled registry only where nothing
    was ever updated, for an old copy must not bring back what a newer release took away.
    """
    if folder is not None:
        return folder_store(Path(folder), os.fspath(folder), today)
    if named := environ.get(ENVIRONMENT):
        return folder_store(Path(named), named, today)
    if (config_folder() / PINS).exists():
        from hotline_check.registry.storage.installed import Places, installed

        for source in installed(Places.default()):
            if source.folder is not None:
                return folder_store(source.folder, source.source.name, today)
    return folder_store(bundled(), "bundled", today)


def folder_store(folder: Path, source: str, today: dt.date) -> Store:
    """A store for one folder; unless it is sealed, its snapshot is in the user's cache."""
    cache = None if (folder / SEALED_NAME).exists() else cache_folder()
    return Store(folder, source, today=today, cache=cache)
