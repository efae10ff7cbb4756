"""A typed number taken apart: label, country hint, extension, vanity word."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.codes import Problem
from hotline_check.reading.normalize.markers import HIDDEN
from hotline_check.reading.phone.written import (
    Written,
    inner_plus,
    opening_hours,
    signs_between,
)

_LABEL: Final = lazy_pattern(
    r"""
    \W*
    (?:tel|phone|telephone|fon|fax|mobile|mob|cell|call|dial|ph|sms|whatsapp|hotline|helpline
      |number|callto)
    (?:\s*(?:no|number|nr|us|me|at))?    # "phone number", "call us"
    \s*[.:=#/]*(?=[\W\d])\s*             # "tel.:", and not only the beginning of a word
    """,
    re.VERBOSE | re.IGNORECASE,
)
# From the first sign of a run: tried at each sign, a long run would be read once for each.
_AFTER: Final = lazy_pattern(
    r"(?<![\W_])[\W_]*+(?:call(?: now| us)?|now|toll[ -]free)\W*$", re.IGNORECASE
)
# The end of a text, read backwards, at least as far as what `_AFTER` finds.
_AFTER_BACKWARDS: Final = lazy_pattern(
    r"\W*+(?:won|su|llac|eerf).{0,6}[\W_]*+", re.IGNORECASE | re.DOTALL
)
_CONTEXT: Final = lazy_pattern(r";phone-context=([^;]*)", re.IGNORECASE)
_CODE: Final = lazy_pattern(r"\+?([0-9][0-9-]*)\s*")
_PARAMETER: Final = lazy_pattern(r";(?!ext)[a-z-]+(?:=[^;]*)?", re.IGNORECASE)
_EXTENSION: Final = lazy_pattern(
    r"""
    (?: [;,]?\s*+\(?\s*+                       # `;ext=12`, `, ext. 12`, `(ext 12)`
        (?: ext(?:ension|n)? | opt(?:ion)? | durchwahl
          | \u0434\u043e\u0431                 # Russian
          | [\u8f6c\u8f49]?\u5206[\u673a\u6a5f] | [\u8f6c\u8f49]\u63a5?   # Chinese
          | \u5167\u7dda | \u5185\u7ebf                                  # Japanese
          | \ub0b4\uc120                       # Korean
          | (?:then[ ])?press
        )
        \s*[.:=#]*\s*
      | (?<=\d)\s*[x#]\s*(?!\d{7})             # `x12`, `#12`, but no second number
    )
    (\d{1,7})\s*\)?\s*$                        # the extension itself
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The same for an extension: its digits, signs, a word or a letter, signs.
_EXTENSION_BACKWARDS: Final = lazy_pattern(
    r"\s*+\)?\s*+\d{1,7}[\s.:=#]*+.{0,11}[\s(;,]*+", re.DOTALL
)
# Digits that a phone sends after a pause, once the call is answered.
_DIALLED_AFTER: Final = lazy_pattern(
    r"""
    (?<=\d) (?: \s*(?:,{2,}|[pw;][,pw;]*)\s* | ,[,pw;]* )   # a pause: two commas, p, w, ;
    (\d[\d*#,pw;]{0,15}) \s* $                             # what is sent after it
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The same for such digits: they, then the pause.
_DIALLED_BACKWARDS: Final = lazy_pattern(r"\s*+[\d*#,pw;]{1,16}\s*+[,pw;]*+\s*+", re.IGNORECASE)
# Digits after a pause that may be a number of their own: `+1 202 555 0143;2025550199`.
_WHOLE_NUMBER: Final = lazy_pattern(r"\d{7}")
# Where Brazilians put the carrier's digits: `(0xx11) 3003-4070`.
_CARRIER: Final = lazy_pattern(
    r"""
    (?<![0-9A-Za-z])
    (0[\s(.-]{0,3}(?:xx|\*\*)|xx)                # `0xx`, `0**`, `0 (xx`, `xx`
    (?=[\s).-]{0,3}\(?\s?[1-9][0-9](?![0-9]))    # before an area code of two digits
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VANITY: Final = lazy_pattern(
    r"""
    [\W_]*+
    (?P<head>\d(?:[\s().\x00-\x03-]*+\d)*+)             # the digits: `1-800`
    [\s.*()\x00-\x03-]*+
    (?P<word>[A-Za-z](?:[\s\x00-\x03-]*+[A-Za-z])++)    # letters in their place: `FLOWERS`
    (?P<tail>[\d\s.-]*+)                                # digits after them: `1-800-FLOWER-5`
    [\W\x00]*+
    """,
    re.VERBOSE,
)
_DECIMAL: Final = lazy_pattern(r"\d")
_LETTER = lazy_pattern(r"[^\W\d_]")
_FIRST_LETTERS: Final = lazy_pattern(r"[^\W\d_]+")
# Before `x` or `ext.`, fewer digits are no number: `12 x 34`.
_FEWEST_BEFORE_EXTENSION = 7
# Digits before a single comma, which parts groups in shorter numbers: `202,555,0143`.
_FEWEST_BEFORE_COMMA = 10
# Of North America, where vanity numbers are in use.
_DIGITS_OF_A_NUMBER = 10


def take_apart(text: str, unmasked: str) -> Written:
    """The parts of a typed number; the two strings have the same length."""
    context = _CONTEXT.search(unmasked)
    rest, in_parameters = _without_parameters(unmasked)
    left_out = list(in_parameters)
    hours = opening_hours(rest)
    if hours:
        rest = rest[: hours[0]] + " " * (hours[1] - hours[0]) + rest[hours[1] :]
    label = _LABEL.match(rest)
    if label:
        plus = "+" if "+" in label[0] else " "
        rest = plus.rjust(label.end()) + rest[label.end() :]
    after = _at_end(_AFTER, _AFTER_BACKWARDS, rest)
    if after:
        rest = rest[: after.start()]
    carrier = _CARRIER.search(rest) if "**" in rest or "xx" in rest.lower() else None
    if carrier:
        rest = rest[: carrier.start()] + " " * len(carrier[0]) + rest[carrier.end() :]
    region = None
    if _LETTER.search(rest):
        from hotline_check.reading.phone.country_hints import hint_in  # few numbers need it

        region, rest = hint_in(text, rest)
    for search in (_dialled_after, _extension):
        extension = search(rest)
        if extension and _count_digits(rest[: extension.start()]) >= _FEWEST_BEFORE_EXTENSION:
            left_out.insert(0, extension[1])
            rest = rest[: extension.start()]
    written = _written(rest, region, ", ".join(left_out) or None)
    written = written._replace(inner=inner_plus(rest))
    if carrier:
        written = written._replace(region=region or "BR", carrier=carrier[1])
    if any(_WHOLE_NUMBER.search(value.replace("-", "")) for value in in_parameters):
        return written._replace(problem=Problem.TOO_LONG)
    return _in_context(written, context[1]) if context else written


def _at_end(
    pattern: re.Pattern[str], backwards: re.Pattern[str], text: str
) -> re.Match[str] | None:
    """What a pattern finds at the end of a text.

    backwards: matches the text read backwards, at least as far as `pattern` may reach. Without
    it, a pattern is tried at each character of a text, which takes a millisecond for 2,000.
    """
    reach = backwards.match(text[::-1])
    return pattern.search(text, len(text) - reach.end()) if reach else None


def _extension(rest: str) -> re.Match[str] | None:
    return _at_end(_EXTENSION, _EXTENSION_BACKWARDS, rest)


def glued_letters(unmasked: str, start: int, end: int) -> str:
    """Letters that touch a number's plus, first or last digit and are no label of it: `0143kg`.

    Scripts without capitals are written without spaces; their letters touch numbers by habit.
    """
    begins = unmasked[start].isdecimal() or unmasked[start] == "+"
    # Turned around: a search for letters before the end begins at every letter of a text.
    before = unmasked[:start].rstrip(HIDDEN)[::-1] if begins else ""
    after = unmasked[end:].lstrip(HIDDEN)
    found = _first_letters(before)[::-1], _first_letters(after)
    has_case = (letters for letters in found if letters.lower() != letters.upper())
    return ", ".join(letters for letters in has_case if not _LABEL.match(letters + "0"))


def _first_letters(text: str) -> str:
    letters = _FIRST_LETTERS.match(text)
    return letters[0] if letters else ""


def _dialled_after(rest: str) -> re.Match[str] | None:
    """What is sent after a pause, where it can't be another number."""
    after = _at_end(_DIALLED_AFTER, _DIALLED_BACKWARDS, rest)
    if after is None or _WHOLE_NUMBER.search(after[1]):
        return None
    pause = rest[after.start() : after.start(1)]
    is_single = pause == "," and not after[1].endswith("#")
    before = _count_digits(rest[: after.start()])
    return None if is_single and before < _FEWEST_BEFORE_COMMA else after


def _count_digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


def _without_parameters(unmasked: str) -> tuple[str, list[str]]:
    """A `tel:` link without its parameters, and the digits that they hold."""
    kept: list[str] = []

    def blank(match: re.Match[str]) -> str:
        name, _, value = match[0].partition("=")
        if name.lower() != ";phone-context" and any(map(str.isdecimal, value)):
            kept.append(value.strip())
        return " " * len(match[0])

    return _PARAMETER.sub(blank, unmasked), kept


def _in_context(written: Written, context: str) -> Written:
    """A number of a link with the country code, or more, that the link says it lacks."""
    code = _CODE.fullmatch(context)
    digits = code[1].replace("-", "") if code else ""
    if not digits or written.odd or not written.digits:
        return written._replace(problem=Problem.IMPOSSIBLE)
    if written.plus:
        fits = written.digits.startswith(digits)
        return written if fits else written._replace(problem=Problem.IMPOSSIBLE)
    national = written.digits.lstrip("0") or written.digits
    return written._replace(digits=digits + national, plus=True, context=context.strip())


def _written(number: str, region: str | None, extension: str | None) -> Written:
    first = re.search(r"[+\d]", number)
    plus = bool(first and first[0] == "+")
    start, end = _ends(number)
    if _LETTER.search(number):
        # Words on another line spell no number: there they are a contact of their own, or a text.
        vanity = None if "\n" in number.strip() else _VANITY.fullmatch(number)
        head = re.sub(r"\D", "", vanity["head"]) if vanity else ""
        word = _spelled(vanity["word"], head) if vanity else ""
        tail = re.sub(r"\D", "", vanity["tail"]) if vanity else ""
        if len(head) < 3 or len(word) < 3:
            return Written("", odd=True)
        return Written("", plus, (), region, extension, start, end, head, word, tail)
    shown = number.replace(HIDDEN, "")
    groups = tuple(re.findall(r"\d+", shown))
    digits, signs = "".join(groups), signs_between(shown)
    return Written(digits, plus, groups, region, extension, start, end, signs=signs)


def _spelled(words: str, head: str) -> str:
    """The letters that spell digits: the first word alone where it fills a number."""
    first = words.split(maxsplit=1)[0]
    letters = re.sub(r"[^A-Za-z]", "", words)
    whole = len(head) + len(first) >= _DIGITS_OF_A_NUMBER and first.isalpha()
    return first if whole and len(first) >= 3 else letters


def _ends(number: str) -> tuple[int, int]:
    """The span from a number's plus, bracket or first digit to its last digit."""
    first, last = _DECIMAL.search(number), _DECIMAL.search(number[::-1])
    if first is None or last is None:
        return 0, len(number)
    start = first.start()
    while start and number[start - 1] in "+([{ ":
        start -= 1
    while number[start] == " ":
        start += 1
    return start, len(number) - last.start()
