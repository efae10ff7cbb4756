"""The JSON Schema of the registry's files, made from the models, for editors."""

import inspect
import json
from typing import Any

import msgspec

from hotline_check.registry import models


def text() -> str:
    """The schema as JSON text: one of the three kinds of file, without unknown keys."""
    (platform, reported, authorities), components = msgspec.json.schema_components(
        [models.Platform, models.Reported, models.Authorities], ref_template="#/$defs/{name}"
    )
    for name, component in components.items():
        component["description"] = _description(getattr(models, name))
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hotline-check registry file",
        "anyOf": [platform, reported, authorities],
        "$defs": components,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _description(model: type) -> str:
    """A model's docstring without indentation and line breaks, except between paragraphs.

    msgspec copies docstrings too, but releases differ in how they treat the white space.
    """
    paragraphs = inspect.cleandoc(model.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
