"""Links as they are written in texts: HTML tags, Markdown, LaTeX, BBCode, chat exports."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final, NamedTuple

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.links.targets import CHATS, DIALS
from hotline_check.reading.normalize.blanks import blanked
from hotline_check.urls import REFRESH

# A `[` that is missing must not be looked for in the whole text at each link.
_MOST_SHOWN: Final = 300

_ATTRIBUTE: Final = lazy_pattern(
    r"""
    (?<=[\s"'/])
    (?P<name> (?:xlink:)?href | (?:form)?action | src | content )
    \s*=\s*
    (?: "(?P<double>[^"<>]*)" | '(?P<single>[^'<>]*)' | (?P<bare>[^\s"'<>]+) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TAG: Final = lazy_pattern(
    r"<(?P<name>[a-z][a-z0-9:]*)(?=[\s/])(?P<rest>[^<>]{1,4000})>", re.IGNORECASE
)
_ATTRIBUTES_OF: Final = {
    "iframe": {"src", "href"},
    "frame": {"src", "href"},
    "embed": {"src", "href"},
    "form": {"action"},
    "button": {"formaction"},
    "input": {"formaction"},
    "meta": {"content"},
    "link": set[str](),
    "img": set[str](),
    "script": set[str](),
}
_A_END: Final = lazy_pattern(r"</a\s*>", re.IGNORECASE)
_ANY_TAG: Final = lazy_pattern(r"<[^<>]*>")

_MARKDOWN: Final = lazy_pattern(
    r"""
    \]\(\s{0,9}
    (?: <(?P<angled>[^<>\n]*)>                               # `[shown](<target>)`
      | (?P<target>[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)    # `[shown](target_(1))`
    )
    """,
    re.VERBOSE,
)
_REFERENCE: Final = lazy_pattern(
    r"^ {0,3}\[(?P<shown>[^\]\n]{1,200})\]:[ \t]{1,9}<?(?P<target>[^\s<>]+)", re.MULTILINE
)
_LATEX: Final = lazy_pattern(
    r"""
    \\(?:url|nolinkurl|href)\s{0,9}\{(?P<target>[^{}\n]*)\}    # `\url{target}`
    (?:\s{0,9}\{(?P<shown>[^{}\n]*)\})?                        # `\href{target}{shown}`
    """,
    re.VERBOSE,
)
_BB_CODE: Final = lazy_pattern(
    r"""
    \[(?:i?url|email|link)
    (?: \s{0,9}=\s{0,9}["']?(?P<target>[^\]"'\n]{1,2000})["']?\](?P<shown>[^\[\n]*)
      | \](?P<bare>[^\[\n]+)
    )
    \[/
    | \[\w{1,12} (?:=[^\]\n]{0,80})? \] \s{0,9}    # `[img]`, `[youtube]`, `[b]`, of any name
      (?P<inner> (?:https?://|www\.) [^\s\[\]]{1,2000}) \s{0,9} \[/
    """,
    re.VERBOSE | re.IGNORECASE,
)
# As chat programs export a link: `<https://example.com|example>`.
_PIPED: Final = lazy_pattern(
    r"<(?P<target>(?:https?://|mailto:|tel:)[^\s|<>]+)\|(?P<shown>[^<>\n]*)>"
)
# As reStructuredText has it.
_QUOTED: Final = lazy_pattern(r"`(?P<shown>[^`<>\n]*)<(?P<target>[^\s<>]+)>`_")
_SCHEMES: Final = tuple(sorted((CHATS | DIALS) - {"dial", "phone", "line"}))
_SCHEME: Final = lazy_pattern(
    rf"""
    (?<![\w.+-])
    (?P<target>
        (?:{"|".join(_SCHEMES)}|line(?=://))    # `tel:`, `weixin:`; `line:` is a word, too
        :(?=[/\w+%])[^\s<>"'`\[\]{{}}|]+
    )
    (?<![.,;:!?)])                              # without the punctuation after it
    """,
    re.VERBOSE | re.IGNORECASE,
)


_COLON: Final = lazy_pattern(r":(?<=[^\W\d_]:)(?=[/\w+%])")
_SCHEME_BEFORE: Final = (*(scheme.casefold() for scheme in _SCHEMES), "line")
_LONGEST_SCHEME: Final = max(map(len, _SCHEMES))


class Link(NamedTuple):
    """The target of a link: where in a text it is written, what it is, and what is shown for it."""

    start: int
    end: int
    target: str
    shown: str = ""


def links(text: str) -> Iterator[Link]:
    """The links of a text, in no order, without overlaps."""
    end = 0
    for link in sorted(_every(text)):
        if link.start >= end:
            yield link
            end = link.end


def without(text: str, taken: Iterable[Link]) -> str:
    """The text with spaces in place of the targets."""
    return blanked(text, ((link.start, link.end) for link in taken))


def _every(text: str) -> Iterator[Link]:
    if "<" in text and "=" in text:
        yield from _in_tags(text)
    if _holds(text, "]("):
        yield from _in_markdown(text)
    for sign, pattern in _WRITTEN:
        if _holds(text, sign):
            for found in pattern.finditer(text):
                yield _of(found, shown=found.groupdict().get("shown") or "")
    if ":" in text and _may_have_scheme(text):
        for found in _SCHEME.finditer(text):
            if not found["target"].lower().startswith(_READ_IN_TEXT):
                yield _of(found)


def _holds(text: str, sign: str) -> bool:
    """The same as `sign in text`; searching for a single character takes a fiftieth of the time."""
    return sign[0] in text and sign in text


def _may_have_scheme(text: str) -> bool:
    """Return False for most texts, in a tenth of the time that the pattern takes."""
    return any(
        text[max(0, place - _LONGEST_SCHEME) : place].casefold().endswith(_SCHEME_BEFORE)
        for place in map(re.Match[str].start, _COLON.finditer(text))
    )


def _in_markdown(text: str) -> Iterator[Link]:
    for found in _MARKDOWN.finditer(text):
        start = text.rfind("[", max(0, found.start() - _MOST_SHOWN), found.start())
        if start < 1 or text[start - 1] != "!":  # pictures are not followed
            yield _of(found, shown=text[start + 1 : found.start()] if start >= 0 else "")


# How links are written, each with a sign that is rare in a text without them.
_WRITTEN: Final = (
    ("]:", _REFERENCE),
    ("\\", _LATEX),
    ("[/", _BB_CODE),
    ("|", _PIPED),
    (">`_", _QUOTED),
)
# Schemes before a number that the reader of numbers knows.
_READ_IN_TEXT: Final = ("tel:", "sms:", "callto:")


def _of(found: re.Match[str], shown: str = "") -> Link:
    named = found.groupdict()
    group = next((name for name in ("target", "angled", "bare", "inner") if named.get(name)), 0)
    return Link(*found.span(group), found[group], shown)


def _in_tags(text: str) -> Iterator[Link]:
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        read = _ATTRIBUTES_OF.get(name, {"href", "xlink:href"})
        for found in _ATTRIBUTE.finditer(text, tag.start("rest") - 1, tag.end("rest")):
            group = found.lastgroup or "bare"
            start, end = found.span(group)
            if found["name"].lower() not in read:
                continue
            if name == "meta":
                url = REFRESH.fullmatch(found[group])
                if url is None or "refresh" not in tag["rest"].lower():
                    continue
                low, high = url.span(url.lastgroup or 0)
                start, end = start + low, start + high
            yield Link(start, end, unescape(text[start:end]), _label(text, tag.end(), name))


def _label(text: str, start: int, name: str) -> str:
    """The text of a link, without the tags in it."""
    end = _A_END.search(text, start, start + 4 * _MOST_SHOWN) if name == "a" else None
    shown = text[start : end.start()] if end else ""
    return unescape(_ANY_TAG.sub("", shown)).strip()[:_MOST_SHOWN]
