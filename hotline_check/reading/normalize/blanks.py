"""Texts in which stretches are blanked: what is left can be searched, at the same places."""

from collections.abc import Iterable


def blanked(text: str, spans: Iterable[tuple[int, int]], sign: str = " ") -> str:
    """The text with `sign` in place of every character of the spans, which may overlap."""
    parts, end = list[str](), 0
    for start, stop in sorted(spans):
        if stop > end:
            first = max(start, end)
            parts += [text[end:first], sign * (stop - first)]
            end = stop
    return "".join((*parts, text[end:])) if parts else text
