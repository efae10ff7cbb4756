"""Declarations that leave no text to see, alone or together, though the element is rendered."""

import re
from collections.abc import Mapping
from typing import Final

# A length of CSS, negative or not, with its unit.
_LENGTH: Final = re.compile(
    r"(-?)(\d*\.?\d+)(px|pt|pc|r?em|ex|ch|in|cm|mm|q|%|v[wh]|vmin|vmax)?(?![\w.(])"
)
# Lengths from which text is moved off any screen.
_FAR: Final = {"%": 150, "vw": 150, "vh": 150, "vmin": 150, "vmax": 150, "": 900, "px": 900}
# In `em`, `ch` and the like; less is a hanging indent or a wide margin.
_FAR_IN_CHARACTERS: Final = 50
# Hidden text is often given one pixel rather than none, to escape simple filters.
_AT_MOST_A_PIXEL: Final = re.compile(r"0*\.?0*(?:[a-z]{1,4}|%)?|0*[01]?(?:\.\d+)?(?:px|pt)")
_SIDES: Final = frozenset({"left", "right", "top", "bottom", "inset"})
_MARGINS: Final = frozenset({"margin", "margin-left", "margin-top", "text-indent"})
_ROOM: Final = frozenset({"width", "height", "max-width", "max-height", "line-height"})
_OVERFLOW: Final = frozenset({"overflow", "overflow-x", "overflow-y"})
_COLORS: Final = frozenset({"color", "text-fill-color"})
_CUTS: Final = frozenset(
    {"clip", "clip-path", "transform", "scale", "content-visibility", "filter"}
)
_CAMOUFLAGED: Final = "camouflaged"
# Properties of which one declaration is enough.
_ALONE: Final = _MARGINS | _COLORS | _CUTS | {_CAMOUFLAGED}
_NOTHING_LEFT: Final = re.compile(
    r"""
    rect\( \s* ([01](?:px)?) (?:[\s,]+\1){3} \s* \)    # `clip` with nothing between its edges
    | inset\( \s* (?:[5-9]\d|\d{3,}) (?:\.\d+)? %      # `clip-path` that cuts from all sides
    | (?:circle|ellipse)\( \s* 0
    | polygon\( [^)1-9]* \)
    """,
    re.VERBOSE,
)
# Scaled to nothing, or turned until its edge faces the reader.
_SCALED_AWAY: Final = re.compile(r"scale(?:x|y|3d)?\(\s*0*\.?0*\s*[,)]|rotate[xy]\(\s*-?90deg")
_ZERO_OPACITY: Final = re.compile(r"opacity\(\s*0*\.?0*%?\s*\)")
_TRANSPARENT: Final = re.compile(
    r"""
    transparent
    | (?:rgb|hsl)a?\( (?: (?:[^,/()]*,){3} | [^,/()]*/ )  # after three values of a color,
        \s* (?: 0 | 0?\.0\d* | 0% ) \s* \)                # its opacity
    | \#(?: [0-9a-f]{3}0 | [0-9a-f]{6}00 )
    """,
    re.VERBOSE,
)
_RGB: Final = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")
_NAMED_COLORS: Final = {"white": "#ffffff", "black": "#000000"}


def share_in_hiding(name: str, value: str) -> bool | None:
    """What one declaration contributes to hiding a text, None where it can't contribute."""
    if name == "position":
        return value in {"absolute", "fixed", "relative", "sticky"}
    if name in _SIDES | _MARGINS:
        return any(map(_is_far, _LENGTH.finditer(value)))
    if name in _OVERFLOW:
        return "hidden" in value or "clip" in value
    if name in _ROOM:
        return _AT_MOST_A_PIXEL.fullmatch(value) is not None and value != ""
    if name in _COLORS:
        return _TRANSPARENT.fullmatch(value) is not None
    return _is_cut(name, value) if name in _CUTS else None


def _is_cut(name: str, value: str) -> bool:
    if name in {"clip", "clip-path"}:
        return _NOTHING_LEFT.search(value) is not None
    if name == "transform":
        is_far = "translate" in value and any(map(_is_far, _LENGTH.finditer(value)))
        return is_far or _SCALED_AWAY.search(value) is not None
    if name == "scale":
        return re.match(r"0*\.?0*%?(?:\s|\Z)", value) is not None and value != ""
    if name == "filter":
        return _ZERO_OPACITY.search(value) is not None
    return value == "hidden"


def camouflage(values: Mapping[str, str]) -> dict[str, bool]:
    """What the colors of one block of declarations contribute: text drawn in its background's."""
    back = values.get("background-color") or values.get("background", "")
    if "color" not in values or not back:
        return {}
    return {_CAMOUFLAGED: _color(values["color"]) == _color(back)}


def is_away(shares: Mapping[str, bool]) -> bool:
    """Return True for text that is moved off the screen, clipped to nothing, or not drawn."""

    def has(names: frozenset[str]) -> bool:
        return any(shares.get(name, False) for name in names)

    is_moved = shares.get("position", False) and has(_SIDES)
    return has(_ALONE) or is_moved or (has(_OVERFLOW) and has(_ROOM))


def _is_far(length: re.Match[str]) -> bool:
    return float(length[2]) >= _FAR.get(length[3] or "", _FAR_IN_CHARACTERS)


def _color(value: str) -> str:
    """A color in one of its spellings; of a background, the first word."""
    if parts := _RGB.match(value):
        return "#" + "".join(f"{int(part):02x}" for part in parts.groups())
    value = value.partition(" ")[0]
    if re.fullmatch("#[0-9a-f]{3}", value):
        return "#" + "".join(2 * digit for digit in value[1:])
    return _NAMED_COLORS.get(value, value)
