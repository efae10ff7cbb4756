"""What a page's styles do to its text, where that is known without laying the page out.

Inline styles and rules for elements, classes and ids are followed. Where a rule hides something
on some screens only, or says anything that is not known to leave a text as it is, the element is
unsure: no contact that holds a part of it can be trusted.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from hotline_check.documents.html.elements import PLAIN, Look
from hotline_check.documents.html.hiding import camouflage, is_away, share_in_hiding

# Rules that are kept; more make every element with a class unsure.
MOST_RULES: Final = 20_000

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING = re.compile(r"""(["'])(?:\\.|(?!\1)[^\\\n])*+(?:\1|$)""", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_SIMPLE = re.compile(r"(?:[a-z][\w-]*|\*)?(?:[.#][\w\ufffd-]+)*", re.IGNORECASE)
_NAME = re.compile(r"[.#]?[\w\ufffd-]+|\*")
_COMBINED = re.compile(r"[\s>+~]+")
# Of another thing than the element, or only under the reader's finger.
_ELSEWHERE = re.compile(r"::|:(?:before|after|first-l|hover|focus|active|visited)", re.IGNORECASE)
_CONTENT = re.compile(
    r"""
    \b(?:content|quotes|list-style(?:-type)?|symbols)\s*:
    (?P<value>
        (?: [^;{}"'\\]
          | "(?:\\.|[^"\\])*+"    # a string, which may hold what otherwise ends the value
          | '(?:\\.|[^'\\])*+'
        )*+
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# Nothing, or at most one pixel.
_ZERO = re.compile(r"[+-]?(?:0*(?:\.0*)?(?:[a-z]{1,4}|%)?|0*[01]?(?:\.\d+)?(?:px|pt))")
_FAINT = re.compile(r"0*(?:\.0\d*)?|[0-9](?:\.\d+)?%")
_FONT_SIZE = re.compile(r"(?:^|\s)([\d.]+(?:[a-z]{2,4}|%)?)(?:\s*/|\s)")
# Beginnings of the names of properties that paint or space a text, and leave all of it to see.
_PAINTS: Final = re.compile(
    r"""
    --|accent|align|all-scroll|appearance|aspect-ratio|backface|background|border|bottom-color
    |box-s|break|caption|caret|column-gap|cursor|empty-cells|flex-(?:basis|grow|shrink|wrap)
    |font-(?:family|kerning|optical|smoothing|stretch|style|synthesis|variant|weight)|gap
    |grid-(?:auto|gap|template)|hyphens|image|isolation|justify|line-|list|mso-|object|osx-font
    |orphans|outline|overflow|padding|page|place|pointer|print|resize|row-gap|scroll|speak
    |tab-size|table-layout|tap-highlight
    |text-(?:align|decoration|overflow|rendering|shadow|size|transform|underline|wrap)
    |touch|transition|user|vertical|white|widows|will|word-(?:break|wrap)|z-index
    """,
    re.VERBOSE,
)
# Values of other properties that leave every character to see, in the order of the file.
_KEEPS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(values, re.DOTALL)
    for names, values in (
        ("position", "static|relative"),
        ("left right top bottom inset", r"auto|0\w*|initial|unset"),
        ("transform translate scale rotate clip clip-path filter mask animation float", "none"),
        ("order text-indent", r"0\w*"),
        ("flex-direction flex-flow", r"(?:row|column|nowrap|wrap|\s)+"),
        ("grid-column grid-row grid-area columns column-count", "auto|1"),
        ("writing-mode", "horizontal-tb"),
        ("width height max-width max-height min-width min-height", r"auto|none|(?![01](?:\D|$)).+"),
        ("margin margin-left margin-right margin-top margin-bottom", "[^-]*"),
        ("letter-spacing word-spacing", r"normal|[^-]*|-0?\.0\d+r?em|-[01]?(?:\.\d+)?px"),
        ("zoom", r"normal|1|100%"),
        ("flex", r"[1-9].*|none|auto|initial"),
        ("mso-hide", "none"),
        ("content-visibility", "visible|auto"),
    )
    for name in names.split()
}
_VENDOR = re.compile(r"-(?:webkit|moz|ms|o)-")
_CLEAR = re.compile(
    r"""
    transparent
    | \#(?:[0-9a-f]{3}[01] | [0-9a-f]{6}[01][0-9a-f])           # the last digits are the opacity
    | (?:rgb|hsl)a?\((?:[^,]*,){3}\s*(?:0*\.?[01]?\d*|\d%)\s*\)   # the fourth value is
    | (?:rgb|hsl)a?\([^/]*/\s*(?:0*\.?[01]?\d*|\d%)\s*\)
    | white | \#f{3}|\#f{6} | rgb\(255,\s?255,\s?255\)           # as most pages are
    """,
    re.VERBOSE,
)

# `display`, `opacity`, `visibility`, `size`: whether it hides; `direction`, `override`: whether it
# turns; `struck`: whether a line goes through it; `moves`: whether it may show the text elsewhere
# or not at all. With whether that is marked as important.
_Declared = Mapping[str, tuple[bool, bool]]
# Begins the name of a property that hides the text only together with others.
_SHARE: Final = "/"
_Weight = tuple[bool, bool, int, int]


class _Rule(NamedTuple):
    names: frozenset[str]
    declared: _Declared
    is_sure: bool
    weight: int
    order: int


def declared(css: str) -> dict[str, tuple[bool, bool]]:
    """What the declarations of a style say of the text."""
    found: dict[str, tuple[bool, bool]] = {}
    values: dict[str, str] = {}
    for part in _unescaped(_COMMENT.sub("", css)).split(";"):
        name, _, value = part.partition(":")
        name = _VENDOR.sub("", name.strip().lower())
        value, mark, _ = value.lower().partition("!")
        values[name] = value = value.strip()
        if (share := share_in_hiding(name, value)) is not None:
            found[_SHARE + name] = (share, bool(mark))
        what, does = _declaration(name, value)
        if what == "display":
            found["inline"] = (value.startswith(("inline", "contents")), bool(mark))
        if what == "moves":
            does = does or found.get(what, (False, False))[0]
        if what and (mark or not found.get(what, (False, False))[1]):
            found[what] = (does, bool(mark))
    for name, share in camouflage(values).items():
        found[_SHARE + name] = (share, False)
    return found


def _declaration(name: str, value: str) -> tuple[str, bool]:
    """What one declaration says something of, if of anything, and what it says."""
    match name:
        case "display":
            return name, value == "none"
        case "visibility":
            return name, value in {"hidden", "collapse"}
        case "opacity":
            return name, _FAINT.fullmatch(value) is not None
        case "font-size":
            return "size", _ZERO.fullmatch(value) is not None
        case "font" if size := _FONT_SIZE.search(value + " "):
            return "size", _ZERO.fullmatch(size[1]) is not None
        case "direction":
            return name, value == "rtl"
        case "text-decoration" | "text-decoration-line":
            return "struck", "line-through" in value
        case "unicode-bidi":
            return "override", "override" in value
        case "color" | "fill" | "text-fill-color":
            return "moves", _CLEAR.fullmatch(value) is not None
    return _other_declaration(name, value)


def _other_declaration(name: str, value: str) -> tuple[str, bool]:
    """Whether a property that says nothing of the look itself may still change what is seen."""
    if not value or name in {"", "font"} or value in {"inherit", "unset", "initial"}:
        return "", False
    kept = _KEEPS.get(name)
    if kept is not None:
        return "moves", kept.fullmatch(value) is None
    return "moves", _PAINTS.match(name) is None


class Styles:
    """The rules of a page's `<style>` elements, added as they come.

    writes: whether rules put digits of their own into the text.
    """

    def __init__(self) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._count = 0
        self._is_cut = False
        self.writes = False

    @property
    def has_rules(self) -> bool:
        """Return True where rules say something of elements."""
        return bool(self._rules)

    def add(self, css: str) -> None:
        """The text of a `<style>` element."""
        css = _COMMENT.sub(" ", css)
        for content in _CONTENT.finditer(css):
            if re.search(r"\d|\b(?:attr|counters?)\(", _unescaped(content["value"])):
                self.writes = True
        css = _unescaped(_STRING.sub("''", css))
        selectors: list[str] = []
        start = 0
        for brace in _BRACE.finditer(css):
            before, start = css[start : brace.start()], brace.end()
            if brace[0] == "{":
                selectors.append(before.rpartition(";")[2].strip())
            elif selectors:
                selector = selectors.pop()
                if not any(
                    re.match(r"@media\s+print|@font-face", selector) for selector in selectors
                ):
                    self._rule(selector, before, is_sure=not selectors)

    def look(self, name: str, attributes: Mapping[str, str]) -> Look:
        """How an element shows its text, without regard to those around it."""
        said: dict[str, tuple[_Weight, bool]] = {}
        if "style" in attributes:
            for what, (does, is_important) in declared(attributes["style"]).items():
                said[what] = ((is_important, True, 0, 0), does)
        unsure = self._is_cut and "class" in attributes
        if self._rules:
            names = {name, "*", *(f".{label}" for label in attributes.get("class", "").split())}
            names.add("#" + attributes.get("id", "").strip())
            applied = [r for n in names for r in self._rules.get(n, ()) if r.names <= names]
            _cascade([rule for rule in applied if rule.is_sure], said)
            perhaps = [rule for rule in applied if not rule.is_sure]
            unsure = unsure or _is_different(perhaps, said)
            if any(rule.declared.get("struck", (False, False))[0] for rule in perhaps):
                said["struck"] = ((True, True, 0, 0), True)
        every = {what: does for what, (_, does) in said.items()}
        hidden = "hidden" in attributes and "display" not in every
        if not every and not hidden and not unsure:
            return PLAIN
        shares = {what[1:]: does for what, does in every.items() if what[0] == _SHARE}
        away, nowhere = is_away(shares), hidden or every.get("display", False)
        return Look(
            gone=nowhere or away or every.get("opacity", False),
            invisible=every.get("visibility"),
            tiny=every.get("size"),
            # What takes no room joins the text around it, as if it were not there.
            is_inline=every.get("inline", False) or nowhere or (away and "position" in shares),
            turned=_turned(every),
            is_unsure=unsure or away or every.get("moves", False),
            is_struck=every.get("struck"),
        )

    def _rule(self, selector: str, body: str, *, is_sure: bool) -> None:
        said = declared(body)
        if not said or selector.startswith("@"):
            return
        for part in filter(None, map(str.strip, selector.split(","))):
            if _ELSEWHERE.search(part):
                continue
            self._count += 1
            if self._count > MOST_RULES:
                self._is_cut = True
                return
            last = _COMBINED.split(part)[-1]
            is_simple = _SIMPLE.fullmatch(part) is not None
            found = [] if set("[:") & set(last) else _NAME.findall(last)
            names = frozenset(n if n[0] in ".#" else n.lower() for n in found) or frozenset("*")
            weight = sum({"#": 100, ".": 10, "*": 0}.get(n[0], 1) for n in names)
            rule = _Rule(names, said, is_sure and is_simple, weight, self._count)
            key = max(names, key=lambda n: (n[0] in ".#", n))
            self._rules.setdefault(key, []).append(rule)


def _cascade(rules: list[_Rule], said: dict[str, tuple[_Weight, bool]]) -> None:
    """Let rules say what nothing weightier has said."""
    for rule in rules:
        for what, (does, is_important) in rule.declared.items():
            weight = (is_important, False, rule.weight, rule.order)
            if what not in said or said[what][0] < weight:
                said[what] = (weight, does)


def _is_different(rules: list[_Rule], said: Mapping[str, tuple[_Weight, bool]]) -> bool:
    """Return True where rules that may not apply say something else."""
    return any(
        does is not (said[what][1] if what in said else False)
        for rule in rules
        for what, (does, _) in rule.declared.items()
        if what != "struck"
    )


def _unescaped(css: str) -> str:
    """CSS without escapes; what could be a sign of the syntax becomes a replacement character."""

    def plain(escape: re.Match[str]) -> str:
        code = int(escape[1], 16) if escape[1] else ord(escape[2])
        char = chr(code) if 0 < code < 0x110000 else "\ufffd"
        return char if char.isalnum() else "\ufffd"

    return _ESCAPE.sub(plain, css) if "\\" in css else css


def _turned(every: Mapping[str, bool]) -> str | None:
    if "direction" not in every:
        return None
    if not every["direction"]:
        return ""
    return "override" if every.get("override") else "rtl"
