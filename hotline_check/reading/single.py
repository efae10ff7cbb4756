"""Reading one string that a person typed or pasted: the whole of it, never a part."""

from hotline_check.reading.models import Find, Hints, Reading
from hotline_check.reading.phone.parse import BARE, read_number


def read_one(text: str, hints: Hints) -> Find:
    """The Find that the whole string is: a web contact, a number, or a problem."""
    web = None if BARE.issuperset(text) else _web(text)
    if web:
        return Find(start=0, end=len(text), text=text, readings=(web,))
    return read_number(text, hints)


def _web(text: str) -> Reading | None:
    lowered = text.lower()
    if not any(sign in lowered for sign in ("@", ".", "/", "dot", "at)", "at]")):
        return None
    if lowered.startswith("tel:") or not any(map(str.isalpha, text)):
        return None
    from hotline_check.reading.web.search import read_web  # not for a number

    return read_web(text)
