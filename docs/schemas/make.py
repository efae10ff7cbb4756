"""Write the JSON Schema of every command's output, from the types in outputs.py.

    python docs/schemas/make.py            write docs/schemas/<name>.json
    python docs/schemas/make.py --check    name the schemas that are out of step, write nothing

verdict.json is written by hand: it also says which status goes with which level and exit code.
"""

import inspect
import json
import re
import sys
from pathlib import Path
from typing import Any

import msgspec

FOLDER = Path(__file__).parent
BY_HAND = "verdict.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Every schema's file name and text."""
    import outputs

    return {f"{name}.json": _text(f"{name}.json", kind) for name, kind in outputs.OUTPUTS.items()}


def _text(name: str, kind: Any) -> str:
    import outputs

    kinds = [*kind, *outputs.RESULT] if isinstance(kind, tuple) else [kind, *outputs.RESULT]
    tops, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    for part in parts.values():
        # Keys may be added: a reader must not refuse them.
        part.pop("additionalProperties", None)
        if "description" in part:
            part["description"] = " ".join(inspect.cleandoc(part["description"]).split())
    parts["Hit"] = {"allOf": [{"$ref": BY_HAND}, parts["Hit"]]}
    result = {"anyOf": list(tops[-2:])}
    if kind is outputs.RESULT:
        top: dict[str, Any] = result
    else:  # an object, which is described at the top
        top = parts.pop(kind.__name__)
    if kind is outputs.Scan:
        top["properties"]["results"]["items"] = result
    title = f"hotline-check {name.removesuffix('.json')}, version 1"
    whole = {"$schema": _DIALECT, "$id": name, **top, "title": title}
    used = _used(whole, parts)
    if used:
        whole["$defs"] = {key: part for key, part in parts.items() if key in used}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _used(part: Any, parts: dict[str, Any]) -> set[str]:
    """The names of the definitions that a schema needs."""
    names = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(part)))
    return names.union(*(_used(parts[name], parts) for name in names))


def main() -> int:
    """Write or compare all schemas; 1 when some are out of step."""
    sys.path[:0] = [str(FOLDER), str(FOLDER.parent.parent)]
    made = schemas()
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    stale = sorted(name for name, text in made.items() if there.get(name) != text)
    unknown = sorted(there.keys() - made.keys() - {BY_HAND})
    for name in [*stale, *unknown]:
        sys.stdout.write(f"docs/schemas/{name}\n")
    if "--check" in sys.argv:
        return int(bool(stale or unknown))
    for name in stale:
        (FOLDER / name).write_text(made[name], "utf-8")
    for name in unknown:
        (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
