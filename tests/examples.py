"""How many examples a property is tried with."""

from hypothesis import settings


def examples(full: int) -> int:
    """Share of `full`, which is what `--hypothesis-profile=full` tries where others try 100."""
    return full * settings().max_examples // 100
