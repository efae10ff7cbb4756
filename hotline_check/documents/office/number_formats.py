"""What a spreadsheet shows for a number: `18889087930` as `1-888-908-7930`."""

import re
from functools import lru_cache
from typing import Final

# Formats that a file gives by their number only (ECMA-376, part 1, 18.8.30). A format for phone
# numbers is given in full.
BUILT_IN: Final = {0: "General", 1: "0", 2: "0.00", 49: "@"}
_TOKEN: Final = re.compile(
    r"""
    "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | _. | \*. | \[(?P<bracket>[^\]]*)\]
    | (?P<digit>[0#?]) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)(-?[\d.]+)")
_LITERALS: Final = frozenset("-+/():. $&!'~{}= ,")
_NOT_DIGITS: Final = re.compile(r"[dmyhsEe%]|General|general")


@lru_cache(maxsize=4_096)
def shown(value: str, form: str) -> str:
    """A number as the format shows it, the number itself where the format is not understood."""
    plain = _plain(value)
    section = _section(plain, form)
    if section is None or section.lower() in {"", "general", "@"}:
        return plain
    literal = "".join(token["quoted"] or "" for token in _TOKEN.finditer(section))
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", section)
    if _NOT_DIGITS.search(bare) or "." in bare or not plain.lstrip("-").isdigit():
        return f"{literal} {plain}".strip() if literal else plain
    return _filled(section, plain.lstrip("-"))


def hides(form: str) -> bool:
    """Return True for a format that shows nothing."""
    return form.count(";") >= 3 and not form.replace(";", "").strip()


def _plain(value: str) -> str:
    """A number without an exponent: `1.8889087930E10`."""
    try:
        number = float(value)
    except ValueError:
        # Excel stores errors such as `#N/A` in the place of numbers.
        return value
    is_whole = abs(number) < 1e15 and number == int(number)
    return str(int(number)) if is_whole else value


def _section(value: str, form: str) -> str | None:
    """The part of a format that holds for a value."""
    parts = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', form)
    try:
        number = float(value)
    except ValueError:
        return None
    has_condition = False
    for part in parts:
        condition = _CONDITION.search("".join(re.findall(r"\[([^\]]*)\]", part)))
        if condition:
            has_condition = True
            if _holds(number, condition[1], float(condition[2])):
                return part
    if has_condition:
        return parts[-1]
    index = 1 if number < 0 and len(parts) > 1 else 2 if number == 0 and len(parts) > 2 else 0
    return parts[index]


def _holds(number: float, sign: str, limit: float) -> bool:
    return {
        "<": number < limit,
        "<=": number <= limit,
        ">": number > limit,
        ">=": number >= limit,
        "=": number == limit,
        "<>": number != limit,
    }[sign]


def _filled(section: str, digits: str) -> str:
    """The places of a format filled with digits from the right; what is left goes in front."""
    tokens = list(_TOKEN.finditer(section))
    first = next((at for at, token in enumerate(tokens) if token["digit"]), None)
    out: list[str] = []
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token["digit"]:
            if digits:
                out.append(digits[-1])
                digits = digits[:-1]
            elif token["digit"] == "0":
                out.append("0")
            if at == first and digits:
                out.append(digits)
        elif token["quoted"] is not None or token["escaped"] is not None:
            out.append(token["quoted"] or token["escaped"] or "")
        elif token["other"] and token["other"] in _LITERALS - {","}:
            out.append(token["other"])
    return "".join(reversed(out))
