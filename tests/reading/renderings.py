"""Texts with and without phone numbers, each with its right reading."""

from pathlib import Path
from typing import Any, Final

import yaml


def _rows(name: str) -> list[dict[str, Any]]:
    text = (Path(__file__).parent / "data" / name).read_text("utf-8")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows: list[dict[str, Any]] = yaml.load(text, loader)  # noqa: S506  # a safe loader
    return rows


RENDERINGS: Final = _rows("renderings.yaml")
NEGATIVES: Final = _rows("negatives.yaml")
