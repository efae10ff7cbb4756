"""The JSON Schema of the registry's files, made from the models, for editors."""

import json
from typing import Any

import msgspec

from hotline_check.registry.models import Authorities, Platform, Reported


def text() -> str:
    """The schema as JSON: any of the three kinds of file, no unknown keys."""
    (platform, reported, authorities), components = msgspec.json.schema_components(
        [Platform, Reported, Authorities], ref_template="#/$defs/{name}"
    )
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hotline-check registry file",
        "anyOf": [platform, reported, authorities],
        "$defs": components,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
